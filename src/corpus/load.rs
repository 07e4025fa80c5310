//! Reads a corpus from a folder laid out as `data/README.md` says, and refuses an unsound one.

use std::path::Path;

use serde::Deserialize;

use super::Corpus;
use super::check::check;
use super::draft::{Draft, Entry, File};
use super::reading::{Unreadable, read_text, shown, yaml_files};
use crate::diagnostic::{Diagnostic, Severity};
use crate::yaml;

/// The files of a corpus as they were read; what is loaded from them borrows their text.
#[derive(Debug, Default)]
pub struct Files {
    topics: Vec<File>,
    functions: Vec<File>,
    positions: Vec<File>,
    sources: Vec<File>,
    roles: Vec<File>,
    pairs: Vec<File>,
}

/// A sound corpus with what might still be better about it.
#[derive(Debug)]
pub struct Loaded<'a> {
    /// The corpus.
    pub corpus: Corpus<'a>,
    /// What should be mended and does not stand in the way.
    pub warnings: Vec<Diagnostic>,
}

impl Files {
    /// Reads the files of a folder: four lists, a file for each role, and a file for each pair if there are any.
    ///
    /// # Errors
    /// One problem for each file or folder that cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Vec::new();
        let mut one = |name: &str| read_file(&folder.join(name), &mut problems).into_iter().collect();
        let (topics, functions) = (one("topics.yaml"), one("functions.yaml"));
        let (positions, sources) = (one("positions.yaml"), one("sources.yaml"));
        let mut each = |name: &str| read_folder(&folder.join(name), &mut problems);
        let roles = each("roles");
        let pairs = if folder.join("pairs").exists() { each("pairs") } else { Vec::new() };
        if problems.is_empty() { Ok(Self { topics, functions, positions, sources, roles, pairs }) } else { Err(problems) }
    }

    /// Parses and checks the files.
    ///
    /// # Errors
    /// Every problem of every file in one go, sorted by file and line, when at least one of them is an error.
    pub fn load(&self) -> Result<Loaded<'_>, Vec<Diagnostic>> {
        let mut problems = Vec::new();
        let draft = Draft {
            topics: lists(&self.topics, &mut problems),
            functions: lists(&self.functions, &mut problems),
            positions: lists(&self.positions, &mut problems),
            sources: lists(&self.sources, &mut problems),
            roles: singles(&self.roles, &mut problems),
            pairs: singles(&self.pairs, &mut problems),
        };
        // References into a file that could not be parsed would all look wrong.
        if problems.is_empty() {
            problems = check(&draft);
        }
        problems.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        Ok(Loaded { corpus: draft.into(), warnings: problems })
    }
}

/// Files that are lists of entries.
fn lists<'a, T: Deserialize<'a>>(files: &'a [File], problems: &mut Vec<Diagnostic>) -> Vec<Entry<'a, T>> {
    let mut entries = Vec::new();
    for file in files {
        let values: Vec<T> = parse(file, problems).unwrap_or_default();
        entries.extend(values.into_iter().enumerate().map(|(i, value)| Entry { value, file, path: i.to_string() }));
    }
    entries
}

/// Files that are one entry each.
fn singles<'a, T: Deserialize<'a>>(files: &'a [File], problems: &mut Vec<Diagnostic>) -> Vec<Entry<'a, T>> {
    let entry = |file| Some(Entry { value: parse(file, problems)?, file, path: String::new() });
    files.iter().filter_map(entry).collect()
}

fn parse<'a, T: Deserialize<'a>>(file: &'a File, problems: &mut Vec<Diagnostic>) -> Option<T> {
    let diagnostic = |mistake: yaml::Mistake| Diagnostic {
        severity: Severity::Error,
        code: "syntax",
        message: mistake.message,
        file: file.name.clone(),
        line: mistake.place.map(|place| place.line),
        column: mistake.place.map(|place| place.column),
        help: mistake.help,
    };
    yaml::read(&file.text).map_err(|mistakes| problems.extend(mistakes.into_iter().map(diagnostic))).ok()
}

/// The YAML files of a folder, in the order of their names.
fn read_folder(folder: &Path, problems: &mut Vec<Diagnostic>) -> Vec<File> {
    let paths = yaml_files(folder).unwrap_or_else(|error| {
        problems.push(unreadable(folder, error));
        Vec::new()
    });
    paths.iter().filter_map(|path| read_file(path, problems)).collect()
}

fn read_file(path: &Path, problems: &mut Vec<Diagnostic>) -> Option<File> {
    match read_text(path) {
        Ok(text) => Some(File { name: shown(path), text }),
        Err(error) => {
            problems.push(unreadable(path, error));
            None
        }
    }
}

fn unreadable(path: &Path, error: Unreadable) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: error.kind.code(),
        message: error.message,
        file: shown(path),
        line: error.place.map(|place| place.line),
        column: error.place.map(|place| place.column),
        help: error.help,
    }
}
