//! Changes as one long table, one change a record.

use super::super::records::{Sink, Value};
use crate::diff::{Change, Changes, EntryChange, FieldChange, FigureChange, Said, StatementChange};
use crate::model::{Amount, SalaryFigure, Statistic};

/// What the values of a record are.
pub(super) const COLUMNS: [&str; 12] =
    ["entry", "id", "facet", "change", "topic", "old", "new", "likeness", "percent", "moved_from", "old_sources", "new_sources"];

/// One record.
#[derive(Clone, Copy)]
struct Record<'a> {
    /// What kind of entry: a role, a pair, a topic.
    entry: &'a str,
    id: &'a str,
    /// A list or a field; absent where it is the entry as a whole.
    facet: &'a str,
    change: &'a str,
    topic: &'a str,
    old: Value<'a>,
    new: Value<'a>,
    /// How much the old and the new text are alike.
    likeness: Value<'a>,
    /// By how many percent of the old amount the new one differs.
    percent: Value<'a>,
    /// The list where it stood, and after a slash the topic.
    moved_from: &'a str,
    old_sources: Value<'a>,
    new_sources: Value<'a>,
}

impl<'a> Record<'a> {
    const fn new(entry: &'a str, id: &'a str, change: &'a str) -> Self {
        let nothing = Value::Absent;
        Self {
            entry,
            id,
            facet: "",
            change,
            topic: "",
            old: nothing,
            new: nothing,
            likeness: nothing,
            percent: nothing,
            moved_from: "",
            old_sources: nothing,
            new_sources: nothing,
        }
    }

    fn put(&self, sink: &mut Sink) {
        let word = |word| if str::is_empty(word) { Value::Absent } else { Value::Text(word) };
        sink(&[
            word(self.entry),
            word(self.id),
            word(self.facet),
            word(self.change),
            word(self.topic),
            self.old,
            self.new,
            self.likeness,
            self.percent,
            word(self.moved_from),
            self.old_sources,
            self.new_sources,
        ]);
    }
}

pub(super) fn put_all(changes: &Changes, sink: &mut Sink) {
    for (kind, entries) in changes.entries() {
        for entry in entries {
            put_entry(kind, entry, sink);
        }
    }
}

fn put_entry(kind: &str, entry: &EntryChange, sink: &mut Sink) {
    let likeness = percent(entry.likeness);
    let title = Value::Text(entry.title);
    let whole = Record { likeness, ..Record::new(kind, entry.id, entry.change.key()) };
    match entry.change {
        Change::Added => Record { new: title, ..whole }.put(sink),
        Change::Removed => Record { old: title, ..whole }.put(sink),
        Change::Renamed => Record { old: Value::optional(entry.was), new: Value::Text(entry.id), ..whole }.put(sink),
        _ => {}
    }
    for field in &entry.fields {
        put_field(Record::new(kind, entry.id, ""), field, field.field, sink);
    }
    for statement in &entry.statements {
        put_statement(Record::new(kind, entry.id, statement.change.key()), statement, sink);
    }
    for figure in &entry.salary {
        put_figure(Record::new(kind, entry.id, figure.change.key()), figure, sink);
    }
}

fn put_field(record: Record, field: &FieldChange, facet: &str, sink: &mut Sink) {
    let (old, new) = (Value::optional(field.old.as_deref()), Value::optional(field.new.as_deref()));
    Record { facet, change: field.change().key(), old, new, ..record }.put(sink);
}

fn put_statement(record: Record, statement: &StatementChange, sink: &mut Sink) {
    let Some(said) = statement.said() else { return };
    let (old, new) = (statement.old.as_ref(), statement.new.as_ref());
    let alone = old.is_none() || new.is_none();
    let moved_from = old.filter(|_| statement.change == Change::Moved).map_or_else(String::new, |old| {
        old.topic.map_or_else(|| old.part.key.to_owned(), |topic| format!("{}/{topic}", old.part.key))
    });
    Record {
        facet: said.part.key,
        topic: said.topic.unwrap_or_default(),
        old: text(old, alone),
        new: text(new, alone),
        likeness: percent(statement.likeness),
        moved_from: &moved_from,
        old_sources: old.map_or(Value::Absent, |said| Value::Sources(said.sources)),
        new_sources: new.map_or(Value::Absent, |said| Value::Sources(said.sources)),
        ..record
    }
    .put(sink);
}

/// What is said; of what is in one version only, and says it all by its topic, the words for that.
fn text<'s>(said: Option<&'s Said<'s>>, alone: bool) -> Value<'s> {
    said.map_or(Value::Absent, |said| Value::Text(if said.text.is_empty() && alone { said.label } else { &said.text }))
}

fn percent(percent: Option<u8>) -> Value<'static> {
    percent.map_or(Value::Absent, |percent| Value::Number(u64::from(percent)))
}

/// One record for each amount; where only the date, note or source of a figure has changed, one for each of these.
fn put_figure(record: Record, figure: &FigureChange, sink: &mut Sink) {
    let Some(either) = figure.new.or(figure.old) else { return };
    let source = |figure: Option<&SalaryFigure>| figure.map(|figure| figure.source.to_string()).filter(|id| !id.is_empty());
    let (old_sources, new_sources) = (source(figure.old), source(figure.new));
    let (old_sources, new_sources) = (Value::optional(old_sources.as_deref()), Value::optional(new_sources.as_deref()));
    let topic = |statistic: Statistic| format!("{}/{}", either.measure.key(), statistic.key());
    let mut put = |change: &str, statistic: Statistic, amounts: [Option<Amount>; 2], percent: Option<f64>| {
        let open = amounts.map(|amount| amount.filter(|amount| amount.at_least).map(|amount| amount.to_string()));
        let value = |side: usize| match (&open[side], amounts[side]) {
            (Some(open), _) => Value::Text(open),
            (None, Some(amount)) => Value::Number(amount.value),
            (None, None) => Value::Absent,
        };
        let percent = percent.map(|percent| percent.abs().to_string());
        let (topic, percent) = (topic(statistic), Value::optional(percent.as_deref()));
        Record {
            facet: "salary",
            change,
            topic: &topic,
            old: value(0),
            new: value(1),
            percent,
            old_sources,
            new_sources,
            ..record
        }
        .put(sink);
    };
    let amount = |figure: Option<&SalaryFigure>, statistic| figure.and_then(|figure| figure.amount(statistic));
    match (figure.old, figure.new) {
        (Some(_), Some(_)) => {
            for change in &figure.amounts {
                put(change.change().key(), change.statistic, [change.old, change.new], change.percent);
            }
        }
        (old, new) => {
            for (statistic, _) in either.amounts() {
                put(record.change, statistic, [amount(old, statistic), amount(new, statistic)], None);
            }
        }
    }
    for detail in &figure.details {
        let facet = format!("salary/{}", detail.field);
        let record = Record { topic: either.measure.key(), old_sources, new_sources, ..record };
        put_field(record, detail, &facet, sink);
    }
}
