//! The rules of a corpus, across all of its files. Every rule reports all it finds.
//!
//! The rules read the typed entries and name a place by its path of keys. What a single value may be is in the schema.

mod circles;
mod entries;
mod names;
mod references;
mod values;

use std::collections::HashMap;

pub use values::rules;

use super::Corpus;
use super::draft::{At, Draft};
use crate::diagnostic::{Code, Diagnostic, Spot};
use crate::yaml::Tree;

/// Every problem of a draft on top of a corpus.
///
/// If a file could not be parsed, the draft is not complete, and missing entries are not reported.
pub(super) fn check(draft: &Draft, base: Option<&Corpus>, complete: bool, this_year: Option<u16>) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    entries::check(draft, this_year, &mut findings);
    if complete {
        references::check(draft, base, &mut findings);
        circles::check(draft, base, &mut findings);
        names::check(draft, base, &mut findings);
    }
    findings.problems
}

#[derive(Default)]
struct Findings<'a> {
    problems: Vec<Diagnostic>,
    /// The trees of files with problems, to look up lines and columns.
    trees: HashMap<&'a str, Option<Tree<'a>>>,
}

impl<'a> Findings<'a> {
    /// Notes a problem at a path below an entry.
    fn note(&mut self, entry: &At<'a>, path: &str, code: Code, message: impl AsRef<str>) -> &mut Diagnostic {
        let spot = self.spot(&entry.below(path));
        self.problems.push(Diagnostic::new(code, message, spot));
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    fn spot(&mut self, at: &At<'a>) -> Spot {
        let tree = self.trees.entry(&at.file.name).or_insert_with(|| Tree::parse(&at.file.text).ok());
        at.file.spot(tree.as_ref().map(|tree| tree.place(tree.find(&at.path))))
    }
}
