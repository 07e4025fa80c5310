//! Reads a corpus from files and folders, refuses an invalid one, and puts a valid one on top of another.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::check::check;
use super::draft::{Draft, Entry, File};
use super::extends::complete;
use super::parse::parse;
use super::reading::{read_text, shown, yaml_files};
use super::{Catalog, Corpus};
use crate::diagnostic::{Code, Diagnostic, Severity, Spot};
use crate::model::{Parts, Position};
use crate::schema::SchemaPart;
use crate::text::clean;

/// The files of a corpus, as they were read.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
    /// The problems of those that could not be read.
    pub unread: Vec<Diagnostic>,
}

/// A valid corpus.
#[derive(Debug)]
pub struct Loaded {
    pub corpus: Corpus,
    pub warnings: Vec<Diagnostic>,
    pub found: Contents,
}

/// What some files hold, without the corpus below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    pub files: usize,
    /// The number of entries of each kind, and what one and several of them are called.
    pub entries: [(usize, &'static str, &'static str); 6],
}

impl Files {
    /// Reads files and folders; a later one overrides what an earlier one says.
    ///
    /// A folder may have `roles/` and `pairs/` with a file for each, lists in `topics.yaml`, `functions.yaml`, `positions.yaml`
    /// and `sources.yaml`, its title and license in `about.yaml`, and any other YAML files: a role, a pair, or several lists
    /// under their names.
    pub fn read<P: AsRef<Path>>(paths: &[P]) -> Self {
        let mut unread = Vec::new();
        let mut files = Vec::new();
        for (layer, path) in paths.iter().enumerate() {
            let path = path.as_ref();
            let found = if path.is_dir() { in_folder(path, &mut unread) } else { vec![(path.to_owned(), part_by_name(path))] };
            for (path, part) in found {
                match read_text(&path) {
                    Ok(text) => files.push(File::new(shown(&path), &text, layer, part)),
                    Err(problem) => unread.push(*problem),
                }
            }
        }
        Self { files, unread }
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Takes texts, each with its name in messages.
    pub fn of_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let file = |(name, text): (String, String)| File::new(clean(&name).into_owned(), &text, 0, SchemaPart::File);
        Self { files: texts.into_iter().map(file).collect(), unread: Vec::new() }
    }

    /// Parses and checks the files, and puts them on top of another corpus, if there is one. If any problem is an error, the
    /// result is all problems of all files instead, sorted by file and line.
    ///
    /// With a year it warns of salary figures that are old by then.
    pub fn load(&self, base: Option<&Corpus>, this_year: Option<u16>) -> Result<Loaded, Vec<Diagnostic>> {
        let mut draft = Draft::default();
        let mut problems = self.unread.clone();
        let parsed: Vec<_> = self.files.par_iter().map(parse).collect();
        for (part, found) in parsed {
            draft.append(part);
            problems.extend(found);
        }
        // References into a file that could not be read or parsed would all look wrong.
        let complete = !problems.iter().any(|problem| problem.code.hides_others());
        problems.extend(check(&draft, base, complete, this_year));
        problems.sort_by(|a, b| (&a.spot, a.code).cmp(&(&b.spot, b.code)));
        if problems.iter().any(|problem| problem.severity() == Severity::Error) {
            return Err(problems);
        }
        let entries = [
            (draft.roles.len(), "role", "roles"),
            (draft.pairs.len(), "pair", "pairs"),
            (draft.topics.len(), "topic", "topics"),
            (draft.functions.len(), "function", "functions"),
            (draft.positions.len(), "position", "positions"),
            (draft.sources.len(), "source", "sources"),
        ];
        let found = Contents { files: self.files.len(), entries };
        Ok(Loaded { corpus: assemble(draft, base), warnings: problems, found })
    }
}

/// The YAML files of the folder of a corpus, each with its kind.
fn in_folder(folder: &Path, problems: &mut Vec<Diagnostic>) -> Vec<(PathBuf, SchemaPart)> {
    let before = problems.len();
    let mut files = Vec::new();
    for (name, part) in [("roles", SchemaPart::Role), ("pairs", SchemaPart::Pair)] {
        let folder = folder.join(name);
        if fs::symlink_metadata(&folder).is_ok() {
            files.extend(yaml_files(&folder, problems).into_iter().map(|path| (path, part)));
        }
    }
    files.extend(yaml_files(folder, problems).into_iter().map(|path| (path.clone(), part_by_name(&path))));
    if files.is_empty() && problems.len() == before {
        let help = "a corpus is a YAML file with `roles:`, or a folder with roles/ID.yaml: `roles init` writes one";
        let problem = Diagnostic::new(Code::NoCorpus, "no YAML file in this folder", Spot::file(shown(folder)));
        problems.push(Diagnostic { help: Some(help.to_owned()), ..problem });
    }
    files
}

fn part_by_name(path: &Path) -> SchemaPart {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let lists = [SchemaPart::Topics, SchemaPart::Functions, SchemaPart::Positions, SchemaPart::Sources, SchemaPart::About];
    lists.into_iter().find(|part| stem == Some(part.key())).unwrap_or(SchemaPart::File)
}

/// Puts entries on top of a corpus. One with the id of an earlier one takes its place in the order; the others follow.
fn assemble(draft: Draft<'_>, base: Option<&Corpus>) -> Corpus {
    let origins = draft.roles.iter().map(|entry| (entry.value.id.clone(), entry.at.file.name.clone())).collect();
    let without_profile = |post: &&Position| base.is_none_or(|base| base.roles.rank(&post.id).is_none());
    let positions = base.into_iter().flat_map(|base| base.posts.iter()).filter(without_profile).cloned();
    let parts = Parts {
        roles: complete(draft.roles, base),
        pairs: all(base.map(|base| &base.pairs), draft.pairs),
        topics: all(base.map(|base| &base.topics), draft.topics),
        functions: all(base.map(|base| &base.functions), draft.functions),
        positions: positions.chain(values(draft.positions)).collect(),
        sources: all(base.map(|base| &base.sources), draft.sources),
        abouts: base.into_iter().flat_map(|base| base.abouts.iter().cloned()).chain(values(draft.abouts)).collect(),
    };
    Corpus { origins, ..Corpus::from(parts) }
}

fn values<T>(entries: Vec<Entry<T>>) -> impl Iterator<Item = T> {
    entries.into_iter().map(|entry| entry.value)
}

/// The entries of the corpus below, then those on top.
fn all<T: Clone>(base: Option<&Catalog<T>>, entries: Vec<Entry<T>>) -> Vec<T> {
    base.into_iter().flat_map(Catalog::iter).cloned().chain(values(entries)).collect()
}
