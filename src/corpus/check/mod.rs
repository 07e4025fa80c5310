//! Rules that a corpus keeps, across all of its files.
//!
//! The rules read the typed entries and name a place by its path of keys; lines and columns are looked up at the end, and
//! only when there is something to report. Every rule reports all it finds.

mod entries;
mod references;
mod salary;
mod texts;

use std::collections::HashMap;

use super::draft::{Draft, Entry, File};
use crate::diagnostic::{Diagnostic, Severity};
use crate::yaml;

/// Every problem of a draft, in the order they were found.
pub(super) fn check(draft: &Draft) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    entries::check(draft, &mut findings);
    references::check(draft, &mut findings);
    texts::check(draft, &mut findings);
    salary::check(draft, &mut findings);
    findings.located()
}

/// What the rules found, with places still as paths.
#[derive(Default)]
struct Findings<'a>(Vec<Finding<'a>>);

struct Finding<'a> {
    severity: Severity,
    code: &'static str,
    file: &'a File,
    path: String,
    message: String,
    help: Option<String>,
}

impl<'a> Findings<'a> {
    /// Notes an error at a path below an entry.
    fn error<T>(&mut self, entry: &Entry<'a, T>, path: &str, code: &'static str, message: String) -> &mut Finding<'a> {
        self.note(Severity::Error, entry, path, code, message)
    }

    /// Notes a warning at a path below an entry.
    fn warning<T>(&mut self, entry: &Entry<'a, T>, path: &str, code: &'static str, message: String) -> &mut Finding<'a> {
        self.note(Severity::Warning, entry, path, code, message)
    }

    fn note<T>(
        &mut self,
        severity: Severity,
        entry: &Entry<'a, T>,
        path: &str,
        code: &'static str,
        message: String,
    ) -> &mut Finding<'a> {
        let path = [entry.path.as_str(), path].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        self.0.push(Finding { severity, code, file: entry.file, path, message, help: None });
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    /// Looks up lines and columns, reading each file once.
    fn located(self) -> Vec<Diagnostic> {
        let mut by_file: HashMap<&str, Vec<Finding>> = HashMap::new();
        for finding in self.0 {
            by_file.entry(&finding.file.name).or_default().push(finding);
        }
        let mut diagnostics = Vec::new();
        for findings in by_file.into_values() {
            let paths: Vec<&str> = findings.iter().map(|finding| finding.path.as_str()).collect();
            let places = yaml::places(&findings[0].file.text, &paths);
            diagnostics.extend(findings.into_iter().zip(places).map(|(finding, place)| Diagnostic {
                severity: finding.severity,
                code: finding.code,
                message: finding.message,
                file: finding.file.name.clone(),
                line: Some(place.line),
                column: Some(place.column),
                help: finding.help,
            }));
        }
        diagnostics
    }
}

impl Finding<'_> {
    /// Says what to do about it.
    fn help(&mut self, help: String) {
        self.help = Some(help);
    }
}
