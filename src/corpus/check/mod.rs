//! The rules of a corpus, across all of its files. Every rule reports all it finds.
//!
//! The rules read the typed entries and name a place by its path of keys; lines and columns are looked up at the end.

mod circles;
mod entries;
mod names;
mod references;
mod salary;
mod texts;

use std::collections::HashMap;

use super::Corpus;
use super::draft::{At, Draft};
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml;

/// Optional checks.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The current year, to warn of salary figures that are more than five years old.
    pub this_year: Option<u16>,
}

/// Every problem of a draft on top of a corpus.
///
/// If a file could not be parsed, the draft is not complete, and missing entries are not reported.
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

#[derive(Default)]
struct Findings<'a>(Vec<Finding<'a>>);

/// A problem whose place is still a path.
struct Finding<'a> {
    code: Code,
    at: At<'a>,
    message: String,
    related: Option<(String, At<'a>)>,
    help: Option<String>,
}

impl<'a> Findings<'a> {
    /// Notes a problem at a path below an entry.
    fn note(&mut self, entry: &At<'a>, path: &str, code: Code, message: impl Into<String>) -> &mut Finding<'a> {
        self.0.push(Finding { code, at: entry.below(path), message: message.into(), related: None, help: None });
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    /// Looks up lines and columns, parsing each file once.
    fn located(self) -> Vec<Diagnostic> {
        let mut paths: HashMap<&str, Vec<&At>> = HashMap::new();
        for finding in &self.0 {
            for at in [&finding.at].into_iter().chain(finding.related.as_ref().map(|(_, at)| at)) {
                paths.entry(&at.file.name).or_default().push(at);
            }
        }
        let mut places = HashMap::new();
        for (name, ats) in paths {
            let paths: Vec<&str> = ats.iter().map(|at| at.path.as_str()).collect();
            let found = yaml::places(&ats[0].file.text, &paths);
            places.extend(paths.into_iter().zip(found).map(|(path, place)| ((name, path), place)));
        }
        let spot = |at: &At| at.file.spot(places.get(&(at.file.name.as_str(), at.path.as_str())).copied());
        let diagnostic = |finding: &Finding| Diagnostic {
            code: finding.code,
            message: finding.message.clone(),
            spot: spot(&finding.at),
            related: finding.related.iter().map(|(what, at)| (what.clone(), spot(at))).collect(),
            help: finding.help.clone(),
        };
        self.0.iter().map(diagnostic).collect()
    }
}

impl<'a> Finding<'a> {
    fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Names another place that matters.
    fn related(&mut self, what: impl Into<String>, at: At<'a>) {
        self.related = Some((what.into(), at));
    }
}
