//! The report of `roles check`.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::page::{Block, Page};
use super::styled::StyledText;
use super::{Report, Rows};
use crate::corpus::Contents;
use crate::diagnostic::{Diagnostic, Severity, Spot};
use crate::text::{count, sentence_list};

/// The problems of a corpus.
pub struct CheckReport {
    problems: Vec<Diagnostic>,
    /// The contents of the files, when they are sound.
    found: Option<Contents>,
}

impl CheckReport {
    /// Problems sorted by place; the contents of the files unless one is an error.
    pub const fn new(problems: Vec<Diagnostic>, found: Option<Contents>) -> Self {
        Self { problems, found }
    }

    /// The result in one line.
    pub fn summary(&self) -> String {
        let mut counts = Vec::new();
        for (severity, one, many) in [(Severity::Error, "error", "errors"), (Severity::Warning, "warning", "warnings")] {
            let number = self.count(severity);
            counts.extend((number > 0).then(|| count(number, one, many)));
        }
        let files: HashSet<&str> = self.problems.iter().map(|problem| problem.spot.file.as_str()).collect();
        let problems = format!("{} in {}", counts.join(", "), count(files.len(), "file", "files"));
        match &self.found {
            Some(found) if counts.is_empty() => format!("sound: {}", contents(found)),
            Some(found) => format!("sound, with {}: {}", counts.join(", "), contents(found)),
            None if self.problems.iter().any(|problem| problem.code.hides_others()) => {
                format!("{problems}; references will be checked when every file can be read")
            }
            None => problems,
        }
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity() == severity).count()
    }
}

/// `3 roles, 12 topics and 5 sources in 2 files`.
fn contents(found: &Contents) -> String {
    let entries = found.entries.into_iter().filter(|(number, ..)| *number > 0);
    let kinds: Vec<String> = entries.map(|(number, one, many)| count(number, one, many)).collect();
    let kinds = if kinds.is_empty() { "nothing".to_owned() } else { sentence_list(&kinds, "and") };
    format!("{kinds} in {}", count(found.files, "file", "files"))
}

impl Report for CheckReport {
    fn page(&self) -> Page {
        let mut blocks = Vec::new();
        if !self.problems.is_empty() {
            blocks.push(Block::Problems(self.problems.clone()));
        }
        blocks.push(Block::Paragraph(StyledText::strong(&self.summary())));
        Page { blocks }
    }

    fn name(&self) -> &'static str {
        "Check"
    }

    fn data(&self) -> serde_json::Result<Value> {
        #[derive(Serialize)]
        struct Problem<'a> {
            #[serde(flatten)]
            row: ProblemRow<'a>,
            width: Option<usize>,
            related: Vec<Related<'a>>,
        }

        #[derive(Serialize)]
        struct Related<'a> {
            message: &'a str,
            #[serde(flatten)]
            place: ProblemPlace<'a>,
        }

        let problems = self.problems.iter().map(|problem| Problem {
            row: ProblemRow::of(problem),
            width: problem.spot.place.map(|place| place.width),
            related: problem.related.iter().map(|(message, spot)| Related { message, place: ProblemPlace::of(spot) }).collect(),
        });
        let problems = serde_json::to_value(problems.collect::<Vec<_>>())?;
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        Ok(json!({ "errors": errors, "warnings": warnings, "problems": problems }))
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        Rows::of(self.problems.iter().map(ProblemRow::of))
    }
}

#[derive(Default, Serialize)]
struct ProblemRow<'a> {
    severity: &'a str,
    code: &'a str,
    #[serde(flatten)]
    place: ProblemPlace<'a>,
    message: &'a str,
    help: Option<&'a str>,
}

impl<'a> ProblemRow<'a> {
    fn of(problem: &'a Diagnostic) -> Self {
        Self {
            severity: problem.severity().key(),
            code: problem.code.key(),
            place: ProblemPlace::of(&problem.spot),
            message: &problem.message,
            help: problem.help.as_deref(),
        }
    }
}

#[derive(Default, Serialize)]
struct ProblemPlace<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
}

impl<'a> ProblemPlace<'a> {
    fn of(spot: &'a Spot) -> Self {
        let place = spot.place;
        Self { file: &spot.file, line: place.map(|place| place.line), column: place.map(|place| place.column) }
    }
}
