//! A copy of the shipped corpus with a role, a pair and some vocabulary added, whose every line the tests know.

use std::fs;
use std::path::{Path, PathBuf};

use roles::corpus::{Files, Rules};
use roles::diagnostic::{Diagnostic, Severity};
use tempfile::TempDir;

/// The role that is made mistakes in.
pub const ROLE: &str = "roles/probe.yaml";
/// What the role and the COO have together.
pub const PAIR: &str = "pairs/coo--probe.yaml";

const FILES: [(&str, &str); 2] = [
    (
        ROLE,
        "\
id: probe
title: Chief Probing Officer
level: c-suite
function: probing
summary: { text: Probes, sources: [probe-source] }

duties:
  - topic: probe-topic
    text: Probes the ground
    sources: [probe-source, other-source]
  - { topic: other-topic, text: Probes the air, sources: [probe-source] }
skills:
  - text: Patience
    sources: [other-source]

requirements:
  experience:
    - { kind: total, years: 10-15, sources: [probe-source] }
reporting:
  reports_to:
    - { to: probe-chief, how: usual, sources: [probe-source] }
  direct_reports:
    - { from: probe-aide, how: usual, sources: [probe-source] }
  oversees:
    - { function: probing, how: usual, sources: [probe-source] }
career:
  from:
    - { role: probe-aide, sources: [probe-source] }
  to:
    - { role: probe-chief, sources: [probe-source] }
salary:
  - measure: base
    median: 150000
    low: 100000
    high: 200000
    currency: USD
    per: year
    region: US
    source: probe-source
archetypes:
  - { name: The Digger, text: Digs, sources: [probe-source] }
",
    ),
    (
        PAIR,
        "\
id: coo--probe
roles: [coo, probe]
contrasts:
  - dimension: Depth
    sides:
      coo: Broad
      probe: Deep
    sources: [probe-source]
overlaps:
  - { topic: probe-topic, text: Both look ahead, sources: [probe-source] }
",
    ),
];

const ADDED: [(&str, &str); 4] = [
    (
        "topics.yaml",
        "\n- { id: probe-topic, label: Probe topic, broader: other-topic }\n- { id: other-topic, label: Other topic }\n",
    ),
    ("functions.yaml", "\n- { id: probing, label: Probing }\n"),
    (
        "positions.yaml",
        "\n- { id: probe-chief, title: Probe Chief, acronym: PCH }\n- { id: probe-aide, title: Probe Aide, alternate_titles: [Aide] }\n",
    ),
    (
        "sources.yaml",
        "\n- { id: probe-source, title: On Probing, publisher: Probe Press, url: \"https://probe.example/\", grade: B }\n\
         - { id: other-source, title: On Other Things, publisher: Probe Press, grade: C }\n",
    ),
];

/// A corpus in a folder of its own.
pub struct Folder(TempDir);

/// A line and a column, both from 1.
pub type Place = (usize, usize);

impl Folder {
    /// The shipped corpus and the additions, which are sound.
    pub fn sound() -> Self {
        let folder = Self(TempDir::new().expect("a temporary folder"));
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), folder.0.path());
        for (file, text) in FILES {
            folder.write(file, text);
        }
        for (file, added) in ADDED {
            folder.write(file, &(folder.text(file) + added));
        }
        folder
    }

    /// The sound corpus with one text of one file replaced.
    pub fn with(file: &str, right: &str, wrong: &str) -> Self {
        let folder = Self::sound();
        folder.replace(file, right, wrong);
        folder
    }

    pub fn replace(&self, file: &str, right: &str, wrong: &str) {
        let text = self.text(file);
        assert_eq!(text.matches(right).count(), 1, "{file} has {right:?} once");
        self.write(file, &text.replace(right, wrong));
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("a file of the corpus")
    }

    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).expect("writing to a temporary folder");
    }

    pub fn rename(&self, file: &str, other: &str) {
        fs::rename(self.path(file), self.path(other)).expect("renaming in a temporary folder");
    }

    pub fn remove(&self, file: &str) {
        fs::remove_file(self.path(file)).expect("removing from a temporary folder");
    }

    /// Where a text begins that the file has once.
    pub fn place(&self, file: &str, needle: &str) -> Place {
        let text = self.text(file);
        let found: Vec<usize> = text.match_indices(needle).map(|(at, _)| at).collect();
        let [at] = found.as_slice() else { panic!("{file} has {needle:?} {} times", found.len()) };
        let before = &text[..*at];
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }

    /// What is wrong with the corpus, errors and warnings alike.
    pub fn problems(&self) -> Vec<Diagnostic> {
        let files = match Files::read(&[self.0.path()]) {
            Ok(files) => files,
            Err(problems) => return problems,
        };
        match files.load(None, &Rules::default()) {
            Ok(loaded) => {
                let severe = loaded.warnings.iter().find(|warning| warning.severity() == Severity::Error);
                assert_eq!(severe, None, "a corpus with an error was accepted");
                loaded.warnings
            }
            Err(problems) => problems,
        }
    }

    /// Expects one problem and no more: of a kind, where a text of a file begins, and saying certain words.
    pub fn reports(&self, code: &str, file: &str, needle: &str, says: &[&str]) {
        let problem = self.problem();
        let shown = problem.to_string();
        assert_eq!(problem.code.key(), code, "{shown}");
        assert!(Path::new(&problem.spot.file).ends_with(file), "expected in {file}: {shown}");
        let (line, column) = self.place(file, needle);
        assert_eq!((problem.line(), problem.column()), (Some(line), Some(column)), "expected at {needle:?}: {shown}");
        for words in says {
            assert!(shown.contains(words), "{words:?} would help: {shown}");
        }
        assert!(!shown.contains(|c: char| c != '\n' && roles::text::is_unsafe(c)), "not safe to print: {shown:?}");
    }

    /// The one thing that is wrong with the corpus.
    pub fn problem(&self) -> Diagnostic {
        let mut problems = self.problems();
        // A wrong name may leave the right one without a use, which is no mistake of its own.
        if problems.iter().any(|problem| problem.severity() == Severity::Error) {
            problems.retain(|problem| problem.severity() == Severity::Error);
        }
        let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let [problem] = problems.as_slice() else {
            panic!("one mistake is one problem, found {}:\n{}", shown.len(), shown.join("\n"))
        };
        problem.clone()
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("data/ can be listed") {
        let path = entry.expect("an entry of data/").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            fs::create_dir(&target).expect("a folder in a temporary folder");
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copying to a temporary folder");
        }
    }
}
