//! The report of `roles list`.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::list_column::ListColumn;
use super::page::{Block, Page, Table};
use super::styled::StyledText;
use super::wording::money;
use super::{Report, Rows, field};
use crate::corpus::Corpus;
use crate::model::{How, Level};
use crate::select::{Charge, Filter, Selected, pay_span, select};
use crate::text::distinct;

/// Roles that match, one a row.
pub struct ListReport<'a> {
    corpus: &'a Corpus,
    columns: Vec<ListColumn>,
    filter: Filter<'a>,
    matches: Vec<Selected<'a>>,
    /// The currency of pay.
    currency: String,
}

impl<'a> ListReport<'a> {
    /// The roles that pass a filter.
    pub fn new(corpus: &'a Corpus, columns: Vec<ListColumn>, filter: Filter<'a>, currency: String) -> Self {
        let matches = select(corpus, &filter);
        Self { corpus, columns, filter, matches, currency }
    }

    /// Sorts numbers by size, levels from the top and texts by alphabet, with unknown values last; the sort is stable.
    pub fn sort(&mut self, column: ListColumn, reverse: bool) {
        let currency = &self.currency;
        self.matches.sort_by_cached_key(|found| {
            let key = sort_key(found, column, currency);
            let order = key.clone().filter(|_| !reverse);
            (key.is_none(), order, Reverse(key.filter(|_| reverse)))
        });
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.matches.iter().map(|found| found.role.id.as_str())
    }

    pub const fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }
}

/// The place of a match in the order of a column; none when the value is unknown.
fn sort_key(found: &Selected, column: ListColumn, currency: &str) -> Option<(u64, String)> {
    let number = match column {
        ListColumn::Level => found.role.level.map(|level| level as u64),
        ListColumn::Line => found.line.map(|how| how as u64),
        ListColumn::Oversight => found.oversight.map(|how| how as u64),
        _ => None,
    };
    let value = value(found, column, currency);
    match number.or(value.as_u64()) {
        Some(number) => Some((number, String::new())),
        None => Some((0, field(&value).to_lowercase())).filter(|(_, text)| !text.is_empty()),
    }
}

/// The value of a match in a column.
fn value(found: &Selected, column: ListColumn, currency: &str) -> Value {
    let role = found.role;
    let reporting = &role.reporting;
    let superiors = |usual: bool| {
        let lines = reporting.reports_to.iter().filter(|line| (line.how == How::Usual) == usual);
        json!(distinct(lines.map(|line| line.to.as_str())))
    };
    let pay = pay_span(role, currency);
    match column {
        ListColumn::Id => json!(role.id),
        ListColumn::Title => json!(role.title),
        ListColumn::Acronym => json!(role.acronym),
        ListColumn::AlternateTitles => json!(role.alternate_titles),
        ListColumn::Level => json!(role.level),
        ListColumn::Function => json!(role.function),
        ListColumn::ReportsTo => superiors(true),
        ListColumn::AlsoReportsTo => superiors(false),
        ListColumn::Line => json!(found.line),
        ListColumn::Via => json!(found.via),
        ListColumn::Oversees => json!(distinct(reporting.oversees.iter().map(|oversight| oversight.function.as_str()))),
        ListColumn::Oversight => json!(found.oversight),
        ListColumn::Matches => json!(found.statements),
        ListColumn::SalaryMin => json!(pay.map(|(min, _)| min.value)),
        ListColumn::SalaryMax => json!(pay.map(|(_, max)| max.value)),
        ListColumn::SalaryOpen => {
            let ends = pay.map_or_else(Vec::new, |(min, max)| vec![("min", min), ("max", max)]);
            ends.into_iter().filter(|(_, amount)| amount.at_least).map(|(end, _)| json!(end)).collect()
        }
        ListColumn::Duties => json!(role.duties.len()),
        ListColumn::Skills => json!(role.skills.len()),
        ListColumn::Origin => json!(found.origin),
        ListColumn::Summary => json!(role.summary.as_ref().map(|summary| &summary.text)),
    }
}

impl ListReport<'_> {
    /// `Line to CFO`, `Oversees Marketing`.
    fn heading(&self, column: ListColumn) -> String {
        match (column, self.filter.reports_to, self.filter.oversees) {
            (ListColumn::Line, Some(superior), _) => format!("Line to {}", self.corpus.short_title(superior)),
            (ListColumn::Oversight, _, Some(Charge::Function(id))) => format!("Oversees {}", self.function(id)),
            (ListColumn::Oversight, _, Some(Charge::Party(id))) => format!("Oversees {}", self.corpus.short_title(id)),
            _ => column.label().to_owned(),
        }
    }

    fn function<'f>(&'f self, id: &'f str) -> &'f str {
        self.corpus.functions.get(id).map_or(id, |function| &function.label)
    }

    /// A value as people read it.
    fn words(&self, found: &Selected, column: ListColumn) -> StyledText {
        let value = value(found, column, &self.currency);
        let text = match (column, &value) {
            (_, Value::Null) => String::new(),
            (ListColumn::Id, _) => return StyledText::strong(&found.role.id),
            (ListColumn::Level, _) => found.role.level.map_or("", Level::label).to_owned(),
            (ListColumn::Function, Value::String(id)) => self.function(id).to_owned(),
            (ListColumn::SalaryMin | ListColumn::SalaryMax, _) => pay_span(found.role, &self.currency)
                .map_or_else(String::new, |(min, max)| {
                    money(if column == ListColumn::SalaryMin { min } else { max }, &self.currency)
                }),
            (_, Value::Array(items)) => {
                let separator = if column == ListColumn::Matches { "; " } else { ", " };
                items.iter().map(field).collect::<Vec<_>>().join(separator)
            }
            (_, value) => field(value),
        };
        if text.is_empty() { StyledText::muted("-") } else { StyledText::from(text) }
    }
}

impl Report for ListReport<'_> {
    fn page(&self) -> Page {
        let mut table = Table::new(self.columns.iter().map(|&column| column.layout(&self.heading(column))).collect());
        for found in &self.matches {
            table.push(self.columns.iter().map(|&column| self.words(found, column)).collect());
        }
        let blocks = if self.matches.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        Ok(self.rows()?.into_objects())
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let row = |found| self.columns.iter().map(|&column| value(found, column, &self.currency)).collect();
        let columns = self.columns.iter().map(|column| column.key().to_owned()).collect();
        Ok(Rows { columns, rows: self.matches.iter().map(row).collect() })
    }
}
