//! Changes as one long table.

use serde::Serialize;
use serde_json::{Value, json};

use crate::diff::{Change, Changes, EntryChange, FieldChange, FigureChange, Said, StatementChange};
use crate::model::{Amount, Id, SalaryFigure, Statistic};

/// One change.
#[derive(Clone, Default, Serialize)]
pub(super) struct ChangeRow {
    /// The kind of entry: a role, a pair, a topic.
    entry: String,
    id: String,
    /// A list or a field; empty for the entry as a whole.
    facet: String,
    change: &'static str,
    topic: String,
    old: Value,
    new: Value,
    /// How alike the old and the new text are, in percent.
    likeness: Option<u8>,
    /// The difference between the amounts, in percent of the old one.
    percent: Option<String>,
    /// The former list, and after a slash the former topic.
    moved_from: String,
    old_sources: Vec<Id>,
    new_sources: Vec<Id>,
}

pub(super) fn rows(changes: &Changes) -> Vec<ChangeRow> {
    let entries = changes.entries().into_iter().flat_map(|(kind, entries)| entries.iter().map(move |entry| (kind, entry)));
    entries.flat_map(|(kind, entry)| of_entry(kind, entry)).collect()
}

fn of_entry(kind: &str, entry: &EntryChange) -> Vec<ChangeRow> {
    let row = || ChangeRow { entry: kind.to_owned(), id: entry.id.to_owned(), ..ChangeRow::default() };
    let whole = ChangeRow { change: entry.change.key(), likeness: entry.likeness, ..row() };
    let mut rows = Vec::new();
    match entry.change {
        Change::Added => rows.push(ChangeRow { new: json!(entry.title), ..whole }),
        Change::Removed => rows.push(ChangeRow { old: json!(entry.title), ..whole }),
        Change::Renamed => rows.push(ChangeRow { old: json!(entry.was), new: json!(entry.id), ..whole }),
        _ => {}
    }
    rows.extend(entry.fields.iter().map(|field| of_field(row(), field, field.field)));
    rows.extend(entry.statements.iter().filter_map(|statement| of_statement(row(), statement)));
    rows.extend(entry.salary.iter().flat_map(|figure| of_figure(&row(), figure)));
    rows
}

fn of_field(row: ChangeRow, field: &FieldChange, facet: &str) -> ChangeRow {
    ChangeRow { facet: facet.to_owned(), change: field.change().key(), old: json!(field.old), new: json!(field.new), ..row }
}

fn of_statement(row: ChangeRow, statement: &StatementChange) -> Option<ChangeRow> {
    let said = statement.said()?;
    let (old, new) = (statement.old.as_ref(), statement.new.as_ref());
    let is_alone = old.is_none() || new.is_none();
    // A statement may be its topic alone.
    let text = |said: Option<&Said>| {
        said.map_or(Value::Null, |said| if said.text.is_empty() && is_alone { json!(said.label) } else { json!(said.text) })
    };
    let sources = |said: Option<&Said>| said.map_or_else(Vec::new, |said| said.sources.to_vec());
    let moved_from = old.filter(|_| statement.change == Change::Moved).map_or_else(String::new, |old| {
        old.topic.map_or_else(|| old.part.key.to_owned(), |topic| format!("{}/{topic}", old.part.key))
    });
    Some(ChangeRow {
        facet: said.part.key.to_owned(),
        change: statement.change.key(),
        topic: said.topic.unwrap_or_default().to_owned(),
        old: text(old),
        new: text(new),
        likeness: statement.likeness,
        moved_from,
        old_sources: sources(old),
        new_sources: sources(new),
        ..row
    })
}

/// One row for each amount; when only the date, note or source of a figure has changed, one for each of these.
fn of_figure(row: &ChangeRow, figure: &FigureChange) -> Vec<ChangeRow> {
    let Some(either) = figure.new.or(figure.old) else { return Vec::new() };
    let source = |figure: Option<&SalaryFigure>| {
        figure.map(|figure| figure.source.clone()).filter(|id| !id.is_empty()).into_iter().collect::<Vec<_>>()
    };
    let row = ChangeRow { old_sources: source(figure.old), new_sources: source(figure.new), ..row.clone() };
    let of_amount = |change, statistic: Statistic, old: Option<Amount>, new: Option<Amount>, percent: Option<f64>| ChangeRow {
        facet: "salary".to_owned(),
        change,
        topic: format!("{}/{}", either.measure.key(), statistic.key()),
        old: json!(old),
        new: json!(new),
        percent: percent.map(|percent| percent.abs().to_string()),
        ..row.clone()
    };
    let mut rows: Vec<ChangeRow> = if figure.old.is_some() && figure.new.is_some() {
        let amounts = figure.amounts.iter();
        amounts.map(|change| of_amount(change.change().key(), change.statistic, change.old, change.new, change.percent)).collect()
    } else {
        let amount = |figure: Option<&SalaryFigure>, statistic| figure.and_then(|figure| figure.amount(statistic));
        let amounts = either.amounts().map(|(statistic, _)| statistic);
        let change = figure.change.key();
        amounts.map(|one| of_amount(change, one, amount(figure.old, one), amount(figure.new, one), None)).collect()
    };
    rows.extend(figure.details.iter().map(|detail| {
        let row = ChangeRow { topic: either.measure.key().to_owned(), ..row.clone() };
        of_field(row, detail, &format!("salary/{}", detail.field))
    }));
    rows
}
