//! Graphs of reporting lines and careers: what the engines find, how it is laid out, and that the programs for which drawings
//! are written take them.
//!
//! Where Mermaid (`npm ci --prefix tests/web`) or Graphviz is not installed, a line on standard error says what was skipped.

mod laws;
mod size;

use std::fmt::Write as _;

use roles::corpus::{Corpus, Files, Rules};

/// Everything that is known of some made-up roles `r0`, `r1`, ...
#[derive(Debug, Clone, Default)]
struct Made {
    /// What the roles are called.
    titles: Vec<String>,
    /// Who reports to whom, and how usually.
    lines: Vec<(usize, usize, &'static str)>,
    /// Who goes on to what.
    steps: Vec<(usize, usize)>,
}

impl Made {
    /// So many roles without a line.
    fn roles(count: usize) -> Self {
        Self { titles: (0..count).map(|i| format!("Role {i}")).collect(), ..Self::default() }
    }

    /// The roles as a file.
    fn text(&self) -> String {
        let mut lines = vec![String::new(); self.titles.len()];
        let mut steps = lines.clone();
        // Writing to a String cannot fail.
        for (from, to, how) in &self.lines {
            let _ = write!(lines[*from], "{{ to: r{to}, how: {how} }}, ");
        }
        for (from, to) in &self.steps {
            let _ = write!(steps[*from], "{{ role: r{to} }}, ");
        }
        let mut text = "roles:\n".to_owned();
        for (i, title) in self.titles.iter().enumerate() {
            // A JSON string is one of YAML.
            let title = serde_json::to_string(title).expect("JSON holds any text");
            let (lines, steps) = (&lines[i], &steps[i]);
            let _ = writeln!(
                text,
                "  - {{ id: r{i}, title: {title}, reporting: {{ reports_to: [{lines}] }}, career: {{ to: [{steps}] }} }}"
            );
        }
        text
    }

    /// Answers from the corpus of these roles.
    fn with<T>(&self, work: impl FnOnce(&Corpus) -> T) -> T {
        let files = Files::of_texts([("made.yaml".to_owned(), self.text())]);
        let loaded = files.load(None, &Rules::default()).unwrap_or_else(|problems| panic!("{}\n{problems:#?}", self.text()));
        work(&loaded.corpus)
    }
}
