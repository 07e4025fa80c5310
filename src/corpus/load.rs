//! Reads a corpus from files and folders, and refuses an unsound one.

use std::fs;
use std::path::{Path, PathBuf};

use super::Corpus;
use super::assemble::assemble;
use super::check::{Rules, check};
use super::draft::{Draft, File, Kind};
use super::parallel::map_all;
use super::parse::{parse, spot_of};
use super::reading::{Unreadable, read_text, shown, yaml_files};
use crate::diagnostic::{Code, Diagnostic, Severity, Spot};
use crate::text::clean;

/// The files of a corpus as they were read; what is loaded from them borrows their text.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
    /// Whether some that were asked for are missing because they could not be read.
    incomplete: bool,
}

/// A sound corpus with what might still be better about it.
#[derive(Debug)]
pub struct Loaded {
    /// The corpus.
    pub corpus: Corpus,
    /// What should be mended and does not stand in the way.
    pub warnings: Vec<Diagnostic>,
    /// How much the files hold.
    pub found: Found,
}

/// How many entries of each kind some files hold, without the corpus they lie on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// The files themselves.
    pub files: usize,
    /// Roles.
    pub roles: usize,
    /// Pairs of roles.
    pub pairs: usize,
    /// Topics.
    pub topics: usize,
    /// Business functions.
    pub functions: usize,
    /// Positions without a profile.
    pub positions: usize,
    /// Sources.
    pub sources: usize,
}

impl Files {
    /// Reads some files and folders; what a later one says lies on top of what an earlier one does.
    ///
    /// A folder may have `roles/` and `pairs/` with a file for each, lists in `topics.yaml`, `functions.yaml`, `positions.yaml`
    /// and `sources.yaml`, what it says of itself in `about.yaml`, and any other YAML files, which are read as files given by
    /// themselves are: a role, a pair, or several lists under their names.
    ///
    /// # Errors
    /// One problem for each file or folder that cannot be read.
    pub fn read<P: AsRef<Path>>(paths: &[P]) -> Result<Self, Vec<Diagnostic>> {
        let (files, problems) = Self::readable(paths);
        if problems.is_empty() { Ok(files) } else { Err(problems) }
    }

    /// The same, and where something cannot be read, everything else with what is wrong.
    pub fn readable<P: AsRef<Path>>(paths: &[P]) -> (Self, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut found = Vec::new();
        for (layer, path) in paths.iter().enumerate() {
            let path = path.as_ref();
            if path.is_dir() {
                let before = (found.len(), problems.len());
                in_folder(path, &mut problems, |path, kind| found.push((path, kind, layer)));
                if (found.len(), problems.len()) == before {
                    let help = "a corpus is a YAML file with `roles:`, or a folder with roles/ID.yaml: `roles init` writes one";
                    let message = "there is no YAML file in this folder".to_owned();
                    let spot = Spot { file: shown(path), mark: None };
                    let (code, help) = (Code::NoCorpus, Some(help.to_owned()));
                    problems.push(Diagnostic { code, message, spot, related: Vec::new(), help });
                }
            } else {
                found.push((path.to_owned(), kind_by_name(path), layer));
            }
        }
        let read: Vec<Result<File, Box<Diagnostic>>> = map_all(&found, |(path, kind, layer)| read_file(path, *kind, *layer));
        let mut files = Vec::with_capacity(read.len());
        for file in read {
            match file {
                Ok(file) => files.push(file),
                Err(problem) => problems.push(*problem),
            }
        }
        (Self { files, incomplete: !problems.is_empty() }, problems)
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Takes texts that are at hand already, each with the name that messages are to call it by.
    pub fn of_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let file = |(name, text): (String, String)| File { name: clean(&name).into_owned(), text, layer: 0, kind: Kind::Any };
        Self { files: texts.into_iter().map(file).collect(), incomplete: false }
    }

    /// How many bytes of text there are.
    pub fn size(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }

    /// Parses and checks the files, and lays them on top of another corpus, if there is one.
    ///
    /// # Errors
    /// Every problem of every file in one go, sorted by file and line, when at least one of them is an error.
    pub fn load<'a>(&'a self, base: Option<&Corpus>, rules: &Rules) -> Result<Loaded, Vec<Diagnostic>> {
        let mut draft = Draft::default();
        let mut problems = Vec::new();
        let parsed = map_all(&self.files, parse);
        for (part, found) in parsed {
            draft.append(part);
            problems.extend(found);
        }
        // References into a file that could not be read or parsed would all look wrong.
        let complete = problems.is_empty() && !self.incomplete;
        problems.extend(check(&draft, base, complete, rules));
        problems.sort_by(|a, b| (&a.spot, a.code).cmp(&(&b.spot, b.code)));
        if problems.iter().any(|problem| problem.severity() == Severity::Error) {
            return Err(problems);
        }
        let found = Found {
            files: self.files.len(),
            roles: draft.roles.len(),
            pairs: draft.pairs.len(),
            topics: draft.topics.len(),
            functions: draft.functions.len(),
            positions: draft.positions.len(),
            sources: draft.sources.len(),
        };
        Ok(Loaded { corpus: assemble(draft, base), warnings: problems, found })
    }
}

/// Hands on every file of a corpus's folder with what its name says of it.
fn in_folder(folder: &Path, problems: &mut Vec<Diagnostic>, mut found: impl FnMut(PathBuf, Kind)) {
    for (name, kind) in [("roles", Kind::Role), ("pairs", Kind::Pair)] {
        let folder = folder.join(name);
        if fs::symlink_metadata(&folder).is_ok() {
            for path in listed(&folder, problems) {
                found(path, kind);
            }
        }
    }
    for path in listed(folder, problems) {
        let kind = kind_by_name(&path);
        found(path, kind);
    }
}

/// The YAML files of a folder; none of one that cannot be listed, which is reported.
fn listed(folder: &Path, problems: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    yaml_files(folder).unwrap_or_else(|error| {
        problems.push(unreadable(folder, error));
        Vec::new()
    })
}

/// What a file holds, going by its name.
fn kind_by_name(path: &Path) -> Kind {
    match path.file_stem().and_then(|stem| stem.to_str()) {
        Some("topics") => Kind::Topics,
        Some("functions") => Kind::Functions,
        Some("positions") => Kind::Positions,
        Some("sources") => Kind::Sources,
        Some("about") => Kind::About,
        _ => Kind::Any,
    }
}

fn read_file(path: &Path, kind: Kind, layer: usize) -> Result<File, Box<Diagnostic>> {
    let text = read_text(path).map_err(|error| Box::new(unreadable(path, error)))?;
    Ok(File { name: shown(path), text, layer, kind })
}

fn unreadable(path: &Path, error: Unreadable) -> Diagnostic {
    let Unreadable { code, message, place, help } = error;
    // Of what is no text there is no line to show.
    let spot = spot_of(&shown(path), "", place);
    Diagnostic { code, message, spot, related: Vec::new(), help }
}
