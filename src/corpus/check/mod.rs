//! Rules that a corpus keeps, across all of its files.
//!
//! The rules read the typed entries and name a place by its path of keys; lines and columns are looked up at the end, and
//! only when there is something to report. Every rule reports all it finds.

mod circles;
mod entries;
mod names;
mod references;
mod salary;
mod texts;

use std::collections::HashMap;

use super::Corpus;
use super::draft::{Draft, Entry, File};
use crate::diagnostic::{Code, Diagnostic, Lines, Spot};
use crate::yaml::{self, Place};

/// What to hold a corpus to beyond soundness.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The year it is; salary figures are warned of when they are more than five years older. None asks nothing of the kind.
    pub this_year: Option<u16>,
}

/// Every problem of a draft that is to lie on top of a corpus, in the order they were found.
///
/// Where the draft is not complete, because a file could not be parsed, what is missing is not reported.
pub(super) fn check(draft: &Draft, base: Option<&Corpus>, complete: bool, rules: &Rules) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    entries::check(draft, &mut findings);
    if complete {
        references::check(draft, base, &mut findings);
        circles::check(draft, base, &mut findings);
        names::check(draft, base, &mut findings);
    }
    texts::check(draft, &mut findings);
    salary::check(draft, rules, &mut findings);
    findings.located()
}

/// What the rules found, with places still as paths.
#[derive(Default)]
struct Findings<'a>(Vec<Finding<'a>>);

struct Finding<'a> {
    code: Code,
    file: &'a File,
    path: String,
    message: String,
    related: Vec<Related<'a>>,
    help: Option<String>,
}

/// Another place that has to do with a finding.
struct Related<'a> {
    what: String,
    file: &'a File,
    path: String,
}

impl<'a> Findings<'a> {
    /// Notes a problem at a path below an entry.
    fn note<T>(&mut self, entry: &Entry<'a, T>, path: &str, code: Code, message: String) -> &mut Finding<'a> {
        self.0.push(Finding { code, file: entry.file, path: below(&entry.path, path), message, related: Vec::new(), help: None });
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Looks up lines and columns, reading each file once.
    fn located(self) -> Vec<Diagnostic> {
        let mut wanted: HashMap<&str, (&File, Vec<&str>)> = HashMap::new();
        for finding in &self.0 {
            let related = finding.related.iter().map(|related| (related.file, &*related.path));
            for (file, path) in std::iter::once((finding.file, &*finding.path)).chain(related) {
                wanted.entry(&file.name).or_insert_with(|| (file, Vec::new())).1.push(path);
            }
        }
        let mut marks = HashMap::new();
        for (name, (file, paths)) in wanted {
            let places = yaml::places(&file.text, &paths);
            let lines = Lines::of(&file.text);
            let mark = |place: Place| lines.mark(place.line, place.column, place.width);
            marks.extend(paths.into_iter().zip(places).map(|(path, place)| ((name, path), mark(place))));
        }
        let spot = |file: &File, path: &str| Spot { file: file.name.clone(), mark: marks.get(&(&*file.name, path)).cloned() };
        let diagnostic = |finding: &Finding| Diagnostic {
            code: finding.code,
            message: finding.message.clone(),
            spot: spot(finding.file, &finding.path),
            related: finding.related.iter().map(|other| (other.what.clone(), spot(other.file, &other.path))).collect(),
            help: finding.help.clone(),
        };
        self.0.iter().map(diagnostic).collect()
    }
}

/// The path of something below an entry.
fn below(entry: &str, path: &str) -> String {
    [entry, path].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

impl<'a> Finding<'a> {
    /// Says what to do about it.
    fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Names another place that has to do with it.
    fn related<T>(&mut self, what: impl Into<String>, entry: &Entry<'a, T>, path: &str) -> &mut Self {
        self.related.push(Related { what: what.into(), file: entry.file, path: below(&entry.path, path) });
        self
    }
}
