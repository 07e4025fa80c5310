//! The report of `roles list`.

use serde::Serialize;

use super::Report;
use super::document::{Block, Column, Document, Rich, Table};
use super::records::{Records, Value};
use super::wording::plain_money;
use crate::corpus::Corpus;
use crate::model::{How, Role};
use crate::select::{Match, pay_span};

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListColumn {
    /// The id.
    Id,
    /// The full title.
    Title,
    /// The short form.
    Acronym,
    /// Other titles.
    AlternateTitles,
    /// Rank in the hierarchy.
    Level,
    /// The function it belongs to.
    Function,
    /// The usual superiors.
    ReportsTo,
    /// Superiors in some companies.
    AlsoReportsTo,
    /// How usual the line is that was asked for.
    Line,
    /// Through whom that line leads.
    Via,
    /// The functions in its charge.
    Oversees,
    /// How usually it has in its charge what was asked for.
    Oversight,
    /// The duties and skills that have the words asked for.
    Matches,
    /// The lowest published yearly pay.
    SalaryMin,
    /// The highest published yearly pay.
    SalaryMax,
    /// How many duties are known.
    Duties,
    /// How many skills are known.
    Skills,
    /// What the role is for.
    Summary,
}

impl ListColumn {
    /// Every column.
    pub const ALL: [Self; 18] = [
        Self::Id,
        Self::Title,
        Self::Acronym,
        Self::AlternateTitles,
        Self::Level,
        Self::Function,
        Self::ReportsTo,
        Self::AlsoReportsTo,
        Self::Line,
        Self::Via,
        Self::Oversees,
        Self::Oversight,
        Self::Matches,
        Self::SalaryMin,
        Self::SalaryMax,
        Self::Duties,
        Self::Skills,
        Self::Summary,
    ];

    /// The columns shown when nothing else is asked for.
    pub const DEFAULT: [Self; 5] = [Self::Id, Self::Title, Self::Level, Self::Function, Self::ReportsTo];

    /// The word people type and machine formats use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Acronym => "acronym",
            Self::AlternateTitles => "alternate_titles",
            Self::Level => "level",
            Self::Function => "function",
            Self::ReportsTo => "reports_to",
            Self::AlsoReportsTo => "also_reports_to",
            Self::Line => "line",
            Self::Via => "via",
            Self::Oversees => "oversees",
            Self::Oversight => "oversight",
            Self::Matches => "matches",
            Self::SalaryMin => "salary_min",
            Self::SalaryMax => "salary_max",
            Self::Duties => "duties",
            Self::Skills => "skills",
            Self::Summary => "summary",
        }
    }

    /// What stands in the column, in a few words.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Id => "the id",
            Self::Title => "the full title",
            Self::Acronym => "the short form",
            Self::AlternateTitles => "other titles of the role",
            Self::Level => "rank in the hierarchy",
            Self::Function => "the business function it belongs to",
            Self::ReportsTo => "the usual superiors",
            Self::AlsoReportsTo => "superiors in some companies",
            Self::Line => "how usual the line of --reports-to is",
            Self::Via => "through whom the line of --reports-to leads",
            Self::Oversees => "the functions in its charge",
            Self::Oversight => "how usually it has --oversees in its charge",
            Self::Matches => "the statements that have the words of --duty and --skill",
            Self::SalaryMin => "the lowest published yearly pay",
            Self::SalaryMax => "the highest published yearly pay",
            Self::Duties => "how many duties are known",
            Self::Skills => "how many skills are known",
            Self::Summary => "what the role is for",
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Self::Id => "Id",
            Self::Title => "Title",
            Self::Acronym => "Acronym",
            Self::AlternateTitles => "Also called",
            Self::Level => "Level",
            Self::Function => "Function",
            Self::ReportsTo => "Reports to",
            Self::AlsoReportsTo => "Also reports to",
            Self::Line => "Line",
            Self::Via => "Via",
            Self::Oversees => "Oversees",
            Self::Oversight => "Oversight",
            Self::Matches => "Matches",
            Self::SalaryMin => "Lowest pay",
            Self::SalaryMax => "Highest pay",
            Self::Duties => "Duties",
            Self::Skills => "Skills",
            Self::Summary => "Summary",
        }
    }

    fn layout(self) -> Column {
        match self {
            Self::SalaryMin | Self::SalaryMax | Self::Duties | Self::Skills => Column::number(self.heading()),
            Self::Id | Self::Acronym | Self::Line | Self::Oversight => Column::word(self.heading()),
            _ => Column::text(self.heading()),
        }
    }
}

/// Roles that answer to a description, one a row.
pub struct ListReport<'a, 'c> {
    corpus: &'a Corpus<'c>,
    columns: Vec<ListColumn>,
    matches: Vec<Match<'a>>,
    currency: String,
}

impl<'a, 'c> ListReport<'a, 'c> {
    /// Lists matches with some columns; pay is given in one currency.
    #[must_use]
    pub const fn new(corpus: &'a Corpus<'c>, columns: Vec<ListColumn>, matches: Vec<Match<'a>>, currency: String) -> Self {
        Self { corpus, columns, matches, currency }
    }

    /// Sorts by a column: numbers by size, levels from the top, texts by alphabet, what is absent last. Ties keep their order.
    pub fn sort(&mut self, column: ListColumn, reverse: bool) {
        let mut keyed: Vec<(SortKey, Match<'a>)> =
            self.matches.drain(..).map(|found| (sort_key(&found, column, &self.currency), found)).collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (SortKey::Absent, _) | (_, SortKey::Absent) => a.cmp(b),
            _ if reverse => b.cmp(a),
            _ => a.cmp(b),
        });
        self.matches = keyed.into_iter().map(|(_, found)| found).collect();
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.matches.reverse();
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Number(u64),
    Text(String),
    Absent,
}

fn sort_key(found: &Match, column: ListColumn, currency: &str) -> SortKey {
    match (column, value(found, column, currency)) {
        (ListColumn::Level, _) => SortKey::Number(found.role.level as u64),
        (ListColumn::Line, _) => found.line.map_or(SortKey::Absent, |how| SortKey::Number(how as u64)),
        (ListColumn::Oversight, _) => found.oversight.map_or(SortKey::Absent, |how| SortKey::Number(how as u64)),
        (_, Value::Number(number)) => SortKey::Number(number),
        (_, Value::Text(text)) => SortKey::Text(text.to_lowercase()),
        (_, Value::List(texts)) if !texts.is_empty() => SortKey::Text(texts.join(",").to_lowercase()),
        (_, Value::Ids(texts)) if !texts.is_empty() => SortKey::Text(texts.join(",").to_lowercase()),
        _ => SortKey::Absent,
    }
}

fn value<'v>(found: &'v Match, column: ListColumn, currency: &str) -> Value<'v> {
    let role = found.role;
    let superiors = |usual: bool| {
        let lines = role.reporting.reports_to.iter().filter(|line| (line.how == How::Usual) == usual);
        unique(lines.map(|line| line.to.as_str()))
    };
    match column {
        ListColumn::Id => role.id.as_str().into(),
        ListColumn::Title => role.title.as_str().into(),
        ListColumn::Acronym => Value::optional(role.acronym.as_deref()),
        ListColumn::AlternateTitles => Value::Ids(&role.alternate_titles),
        ListColumn::Level => role.level.key().into(),
        ListColumn::Function => role.function.as_str().into(),
        ListColumn::ReportsTo => superiors(true),
        ListColumn::AlsoReportsTo => superiors(false),
        ListColumn::Line => Value::optional(found.line.map(How::key)),
        ListColumn::Via => found.via.iter().copied().collect(),
        ListColumn::Oversees => unique(role.reporting.oversees.iter().map(|oversight| oversight.function.as_str())),
        ListColumn::Oversight => Value::optional(found.oversight.map(How::key)),
        ListColumn::Matches => found.statements.iter().map(|item| &*item.text).collect(),
        ListColumn::SalaryMin => pay(role, currency).map_or(Value::Absent, |(min, _)| Value::Number(min)),
        ListColumn::SalaryMax => pay(role, currency).map_or(Value::Absent, |(_, max)| Value::Number(max)),
        ListColumn::Duties => role.duties.len().into(),
        ListColumn::Skills => role.skills.len().into(),
        ListColumn::Summary => role.summary.text.as_str().into(),
    }
}

fn pay(role: &Role, currency: &str) -> Option<(u64, u64)> {
    pay_span(role, currency)
}

fn unique<'v>(texts: impl Iterator<Item = &'v str>) -> Value<'v> {
    let mut unique: Vec<&str> = Vec::new();
    texts.for_each(|text| {
        if !unique.contains(&text) {
            unique.push(text);
        }
    });
    unique.into_iter().collect()
}

impl ListReport<'_, '_> {
    /// A value as people read it.
    fn words(&self, found: &Match, column: ListColumn) -> Rich {
        match (column, value(found, column, &self.currency)) {
            (ListColumn::Id, Value::Text(id)) => Rich::strong(&id),
            (ListColumn::Level, _) => Rich::plain(found.role.level.label()),
            (ListColumn::Function, Value::Text(id)) => Rich::plain(self.corpus.functions.get(&id).map_or(&*id, |function| &function.label)),
            (ListColumn::SalaryMin | ListColumn::SalaryMax, Value::Number(number)) => Rich::from(plain_money(number, &self.currency)),
            (ListColumn::Matches, Value::List(texts)) => Rich::from(texts.join("; ")),
            (_, Value::Text(text)) => Rich::plain(&text),
            (_, Value::Number(number)) => Rich::from(number.to_string()),
            (_, Value::List(texts)) if !texts.is_empty() => Rich::from(texts.join(", ")),
            (_, Value::Ids(texts)) if !texts.is_empty() => Rich::from(texts.join(", ")),
            _ => Rich::muted("-"),
        }
    }
}

impl Report for ListReport<'_, '_> {
    fn document(&self) -> Document {
        let mut table = Table::new(self.columns.iter().map(|column| column.layout()).collect());
        for found in &self.matches {
            table.push(self.columns.iter().map(|&column| self.words(found, column)).collect());
        }
        let blocks = if self.matches.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
        Document { blocks }
    }

    fn records(&self) -> Records<'_> {
        let mut records = Records::new(self.columns.iter().map(|column| column.key()).collect());
        for found in &self.matches {
            records.push(self.columns.iter().map(|&column| value(found, column, &self.currency)).collect());
        }
        records
    }

    fn data(&self) -> impl Serialize {
        self.records()
    }
}
