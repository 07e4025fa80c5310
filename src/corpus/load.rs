//! Reads a corpus from a folder laid out as `data/README.md` says, and refuses an unsound one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::check::check;
use super::{Catalog, Corpus};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Pair, Position, Role, Source, Term};
use crate::text::clean;
use crate::yaml;

/// A sound corpus with what might still be better about it.
#[derive(Debug)]
pub struct Loaded {
    /// The corpus.
    pub corpus: Corpus,
    /// What should be mended and does not stand in the way.
    pub warnings: Vec<Diagnostic>,
}

/// Reads and checks the corpus in a folder.
///
/// # Errors
/// Every problem of every file in one go, sorted by file and line, when at least one of them is an error.
pub fn load(folder: &Path) -> Result<Loaded, Vec<Diagnostic>> {
    let mut reader = Reader { folder, draft: Draft::default(), problems: Vec::new() };
    reader.draft.topics = reader.list("topics.yaml");
    reader.draft.functions = reader.list("functions.yaml");
    reader.draft.positions = reader.list("positions.yaml");
    reader.draft.sources = reader.list("sources.yaml");
    reader.draft.roles = reader.each("roles", true);
    reader.draft.pairs = reader.each("pairs", false);
    let Reader { draft, mut problems, .. } = reader;
    // References into a file that could not be read would all look wrong.
    if problems.is_empty() {
        problems = check(&draft);
    }
    problems.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    Ok(Loaded { corpus: draft.into(), warnings: problems })
}

/// What was read, each entry with the place it was read from.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub files: Vec<File>,
    pub roles: Vec<Entry<Role>>,
    pub pairs: Vec<Entry<Pair>>,
    pub topics: Vec<Entry<Term>>,
    pub functions: Vec<Entry<Term>>,
    pub positions: Vec<Entry<Position>>,
    pub sources: Vec<Entry<Source>>,
}

/// A file that was read.
#[derive(Debug)]
pub(super) struct File {
    /// As it is named in messages.
    pub name: String,
    pub text: String,
}

/// An entry and where it was read.
#[derive(Debug)]
pub(super) struct Entry<T> {
    pub value: T,
    /// Its place in [`Draft::files`].
    pub file: usize,
    /// The path of keys from the file's root; empty when the entry is the file.
    pub path: String,
}

impl From<Draft> for Corpus {
    fn from(draft: Draft) -> Self {
        fn values<T>(entries: Vec<Entry<T>>) -> Vec<T> {
            entries.into_iter().map(|entry| entry.value).collect()
        }
        Self {
            roles: Catalog::from(values(draft.roles)),
            positions: Catalog::from(values(draft.positions)),
            topics: Catalog::from(values(draft.topics)),
            functions: Catalog::from(values(draft.functions)),
            sources: Catalog::from(values(draft.sources)),
            pairs: values(draft.pairs),
        }
    }
}

struct Reader<'a> {
    folder: &'a Path,
    draft: Draft,
    problems: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// A file that is one list.
    fn list<T: DeserializeOwned>(&mut self, name: &str) -> Vec<Entry<T>> {
        let Some((values, file)) = self.read::<Vec<T>>(&self.folder.join(name)) else { return Vec::new() };
        values.into_iter().enumerate().map(|(i, value)| Entry { value, file, path: i.to_string() }).collect()
    }

    /// A folder in which every YAML file is one entry, in the order of their names.
    fn each<T: DeserializeOwned>(&mut self, name: &str, needed: bool) -> Vec<Entry<T>> {
        let folder = self.folder.join(name);
        let files = match yaml_files(&folder) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound && !needed => return Vec::new(),
            Err(error) => {
                self.unreadable(&folder, &error);
                return Vec::new();
            }
        };
        let entry = |(value, file)| Entry { value, file, path: String::new() };
        files.iter().filter_map(|path| self.read(path).map(entry)).collect()
    }

    fn read<T: DeserializeOwned>(&mut self, path: &Path) -> Option<(T, usize)> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                self.unreadable(path, &error);
                return None;
            }
        };
        match yaml::read(&text) {
            Ok(value) => {
                self.draft.files.push(File { name: file_name(path), text });
                Some((value, self.draft.files.len() - 1))
            }
            Err(error) => {
                self.problems.push(Diagnostic {
                    severity: Severity::Error,
                    code: "syntax",
                    message: error.message,
                    file: file_name(path),
                    line: error.place.map(|place| place.line),
                    column: error.place.map(|place| place.column),
                    help: None,
                });
                None
            }
        }
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        self.problems.push(Diagnostic {
            severity: Severity::Error,
            code: "unreadable",
            message: error.to_string(),
            file: file_name(path),
            line: None,
            column: None,
            help: None,
        });
    }
}

fn file_name(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

fn yaml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml"));
    files.sort();
    Ok(files)
}
