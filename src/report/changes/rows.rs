//! Changes as one long table.

use serde::Serialize;
use serde_json::{Value, json};

use crate::diff::{Change, Changes, EntryChange, EntryKind, FieldChange, FigureChange, StatementChange};
use crate::facets::Passage;
use crate::model::{Id, SalaryFigure};

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
    let entries = changes.entries.iter().flat_map(|(kind, entries)| entries.iter().map(|entry| (*kind, entry)));
    entries.flat_map(|(kind, entry)| of_entry(kind, entry)).collect()
}

fn of_entry(kind: EntryKind, entry: &EntryChange) -> Vec<ChangeRow> {
    let kind = kind.key().trim_end_matches('s');
    let row = ChangeRow { entry: kind.to_owned(), id: entry.id.to_owned(), ..ChangeRow::default() };
    let whole = ChangeRow { change: entry.change.key(), likeness: entry.likeness, ..row.clone() };
    let mut rows = Vec::new();
    match entry.change {
        Change::Added => rows.push(ChangeRow { new: json!(entry.title), ..whole }),
        Change::Removed => rows.push(ChangeRow { old: json!(entry.title), ..whole }),
        Change::Renamed => rows.push(ChangeRow { old: json!(entry.was), new: json!(entry.id), ..whole }),
        _ => {}
    }
    rows.extend(entry.fields.iter().map(|field| of_field(&row, field, field.field.to_owned())));
    rows.extend(entry.statements.iter().filter_map(|statement| of_statement(&row, statement)));
    rows.extend(entry.salary.iter().flat_map(|figure| of_figure(&row, figure)));
    rows
}

fn of_field(row: &ChangeRow, field: &FieldChange, facet: String) -> ChangeRow {
    ChangeRow { facet, change: field.change().key(), old: json!(field.old), new: json!(field.new), ..row.clone() }
}

fn of_statement(row: &ChangeRow, statement: &StatementChange) -> Option<ChangeRow> {
    let said = statement.said()?;
    let (old, new) = (statement.old.as_ref(), statement.new.as_ref());
    let is_alone = old.is_none() || new.is_none();
    let text = |said: &Passage| match said.other_role {
        Some(_) => format!("{}: {}", said.roles.join(" "), said.text),
        // A statement may be its topic alone.
        None if said.text.is_empty() && is_alone => said.label.to_owned(),
        None => said.text.clone(),
    };
    let sources = |said: Option<&Passage>| said.map_or_else(Vec::new, |said| said.sources.to_vec());
    let place = |said: &Passage| [Some(said.list.key), said.topic].into_iter().flatten().collect::<Vec<_>>().join("/");
    Some(ChangeRow {
        facet: said.list.key.to_owned(),
        change: statement.change.key(),
        topic: said.topic.unwrap_or_default().to_owned(),
        old: json!(old.map(text)),
        new: json!(new.map(text)),
        likeness: statement.likeness,
        moved_from: old.filter(|_| statement.change == Change::Moved).map_or_else(String::new, place),
        old_sources: sources(old),
        new_sources: sources(new),
        ..row.clone()
    })
}

/// One row for each amount, and for its date, note, survey or source where these have changed.
fn of_figure(row: &ChangeRow, figure: &FigureChange) -> Vec<ChangeRow> {
    let Some(either) = figure.new.or(figure.old) else { return Vec::new() };
    let source = |figure: Option<&SalaryFigure>| figure.map(|figure| figure.source.clone()).filter(|id| !id.is_empty());
    let [old_sources, new_sources] = [figure.old, figure.new].map(|figure| source(figure).into_iter().collect());
    let measure = either.measure.key();
    let row = ChangeRow { topic: measure.to_owned(), old_sources, new_sources, ..row.clone() };
    let mut rows: Vec<ChangeRow> = Vec::new();
    rows.extend(figure.amounts.iter().map(|amount| ChangeRow {
        facet: "salary".to_owned(),
        change: amount.change().key(),
        topic: format!("{measure}/{}", amount.statistic.key()),
        old: json!(amount.old),
        new: json!(amount.new),
        percent: amount.percent.map(|percent| percent.abs().to_string()),
        ..row.clone()
    }));
    rows.extend(figure.details.iter().map(|detail| of_field(&row, detail, format!("salary/{}", detail.field))));
    rows
}
