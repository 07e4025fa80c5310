//! Changes on a page: entries added and removed first, then the changes of each entry, one paragraph each.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::super::page::{Block, Edit};
use super::super::styled::{StyledText, Tone};
use super::super::wording;
use crate::diff::{AmountChange, Change, Changes, Counts, EntryChange, EntryKind, FieldChange, FigureChange, StatementChange};
use crate::facets::{Passage, Section};
use crate::model::Id;
use crate::text::{count, sentence_list, thousands};

pub(super) fn write(changes: &Changes, [old, new]: &[String; 2]) -> Vec<Block> {
    if changes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Title(StyledText::strong(&format!("From {old} to {new}"))),
        Block::Paragraph(StyledText::from(summary(&changes.counts))),
    ];
    for (&kind, entries) in &changes.entries {
        let is_large = matches!(kind, EntryKind::Role | EntryKind::Pair);
        let mut edits: Vec<Edit> = entries.iter().filter_map(|entry| whole(is_large, entry)).collect();
        if !is_large {
            let fields = entries.iter().flat_map(|entry| entry.fields.iter().map(move |field| (entry, field)));
            edits.extend(fields.map(|(entry, field)| of_field(StyledText::strong(entry.id).and(": ", Tone::Strong), field)));
        }
        if !edits.is_empty() {
            blocks.extend([Block::Heading(StyledText::strong(kind.label())), Block::Edits(edits)]);
        }
        if is_large {
            entries.iter().for_each(|entry| details(entry, &mut blocks));
        }
    }
    blocks
}

/// `2 roles changed, 1 added; 5 statements added, 3 removed, 2 reworded`.
fn summary(counts: &Counts) -> String {
    let kinds = ["roles", "fields", "statements", "salary", "pairs", "positions", "topics", "functions", "sources"];
    let parts = kinds.into_iter().filter_map(|kind| {
        let (one, many) = if kind == "salary" { ("salary figure", "salary figures") } else { (kind.trim_end_matches('s'), kind) };
        let tally = counts.get(kind)?.iter().filter(|(_, number)| **number > 0).enumerate();
        let part = tally.map(|(i, (change, &number))| {
            let number = if i == 0 { count(number, one, many) } else { thousands(number as u64) };
            let verb = if *change == Change::Sources { "with other sources" } else { change.key() };
            format!("{number} {verb}")
        });
        Some(part.collect::<Vec<_>>().join(", ")).filter(|part| !part.is_empty())
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// An entry added, removed or renamed.
fn whole(is_large: bool, entry: &EntryChange) -> Option<Edit> {
    let mut remarks: Vec<String> = (entry.id != entry.title).then(|| entry.title.to_owned()).into_iter().collect();
    let mut what = StyledText::strong(entry.id);
    match entry.change {
        Change::Changed => return None,
        Change::Renamed => {
            what = StyledText::strong(entry.was.unwrap_or_default()).and(" is now ", Tone::Plain).and(entry.id, Tone::Strong);
            remarks.extend(entry.likeness.map(|percent| format!("{percent}% the same")));
        }
        _ => {}
    }
    if !remarks.is_empty() {
        what = what.and(&format!(" ({})", remarks.join("; ")), Tone::Plain);
    }
    if is_large && entry.change != Change::Renamed {
        let figures = (entry.size.salary > 0).then(|| count(entry.size.salary, "salary figure", "salary figures"));
        let size: Vec<String> = [count(entry.size.statements, "statement", "statements")].into_iter().chain(figures).collect();
        what = what.and(&format!(": {}", sentence_list(&size, "and")), Tone::Plain);
    }
    Some(Edit { change: entry.change, what })
}

/// The changes of an entry that is in both versions.
fn details(entry: &EntryChange, blocks: &mut Vec<Block>) {
    if entry.is_empty() {
        return;
    }
    let name = if entry.id == entry.title { entry.id.to_owned() } else { format!("{} ({})", entry.title, entry.id) };
    blocks.push(Block::Heading(StyledText::strong(&name)));
    let mut part = |label: &str, edits: Vec<Edit>| {
        if !edits.is_empty() {
            blocks.extend((!label.is_empty()).then(|| Block::Subheading(StyledText::strong(label))));
            blocks.push(Block::Edits(edits));
        }
    };
    part("", entry.fields.iter().map(|field| of_field(StyledText::default(), field)).collect());
    let list = |statement: &StatementChange| statement.said().map(|said| said.list);
    // Figures come before the other statements on pay, as in a profile.
    let is_before_pay = |statement: &StatementChange| list(statement).is_some_and(|list| list.section < Section::Salary);
    let (before, after) = entry.statements.split_at(entry.statements.partition_point(is_before_pay));
    for (i, statements) in [before, after].into_iter().enumerate() {
        if i == 1 {
            part("Salary", entry.salary.iter().filter_map(of_figure).collect());
        }
        for statements in statements.chunk_by(|one, next| list(one) == list(next)) {
            let label = statements.first().and_then(list).map_or("", |list| list.label);
            part(label, statements.iter().filter_map(of_statement).collect());
        }
    }
}

fn of_field(of: StyledText, field: &FieldChange) -> Edit {
    let label = format!("{}: ", field.field.replace('_', " "));
    let label = if of.is_empty() { wording::capitalized(&label) } else { label };
    let text = match (&field.old, &field.new) {
        (Some(old), Some(new)) => reworded(old, new),
        (old, new) => StyledText::plain(new.as_deref().or(old.as_deref()).unwrap_or_default()),
    };
    Edit { change: field.change(), what: of.and(&label, Tone::Plain).then(text) }
}

fn of_statement(statement: &StatementChange) -> Option<Edit> {
    let said = statement.said()?;
    let side = said.other_role.map_or_else(String::new, |_| format!(", {}", said.roles.join(" ")));
    let has_text = [&statement.old, &statement.new].into_iter().flatten().any(|said| !said.text.is_empty());
    let mut what = match said.topic {
        Some(_) if has_text => StyledText::strong(&format!("{}{side}:", said.label)).and(" ", Tone::Plain),
        _ => StyledText::strong(said.label),
    };
    match (&statement.old, &statement.new) {
        (Some(old), Some(new)) => {
            what = what.then(reworded(&old.text, &new.text));
            if statement.change == Change::Moved {
                what = what.and(&format!(" (from {})", place(old)), Tone::Muted);
            }
            let [was, is] = [old, new].map(|said| ids(said.sources));
            if was != is {
                what = what.and("; sources: ", Tone::Muted).then(reworded(&was, &is));
            }
        }
        _ => what = what.and(&said.text, Tone::Plain),
    }
    Some(Edit { change: statement.change, what })
}

/// `Skills, Negotiation`.
fn place(said: &Passage) -> String {
    said.topic.map_or_else(|| said.list.label.to_owned(), |_| format!("{}, {}", said.list.label, said.label))
}

fn ids(sources: &[Id]) -> String {
    let mut ids: Vec<&str> = sources.iter().map(String::as_str).collect();
    ids.sort_unstable();
    ids.join(" ")
}

fn of_figure(figure: &FigureChange) -> Option<Edit> {
    let either = figure.new.or(figure.old)?;
    let survey = if either.survey().is_empty() { String::new() } else { format!("; {}", either.survey()) };
    let label = StyledText::strong(&wording::capitalized(either.measure.label()));
    let what = label.and(&format!(" ({}{survey}): ", wording::limits(either)), Tone::Muted);
    let [was, is] = [figure.old, figure.new].map(|figure| figure.map(wording::amounts));
    let mut what = what.then(match (was, is) {
        (Some(was), Some(is)) => reworded(&was, &is),
        (was, is) => StyledText::from(was.or(is).unwrap_or_default()),
    });
    for by in figure.amounts.iter().filter_map(|amount| by(amount, &either.currency)) {
        what = what.and(&format!("; {by}"), Tone::Plain);
    }
    for detail in &figure.details {
        let word = if detail.field == "as_of" { "date" } else { detail.field };
        let [old, new] = [&detail.old, &detail.new].map(|text| text.as_deref().unwrap_or_default());
        what = what.and(&format!("; {word}: "), Tone::Muted).then(reworded(old, new));
    }
    Some(Edit { change: figure.change, what })
}

/// `median up by $10,000 (6.3%)`.
fn by(amount: &AmountChange, currency: &str) -> Option<String> {
    let difference = amount.difference?;
    let direction = if difference < 0 { "down" } else { "up" };
    let money = wording::plain_money(difference.unsigned_abs(), currency);
    let percent = amount.percent.map_or_else(String::new, |percent| format!(" ({})", wording::percent(percent.abs())));
    Some(format!("{} {direction} by {money}{percent}", amount.statistic.label()))
}

/// The new text, with the words marked that are new and those that are gone.
fn reworded(old: &str, new: &str) -> StyledText {
    let [was, is] = [old, new].map(|text| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
    let ops = capture_diff_slices(Algorithm::Myers, &was, &is);
    let same: usize = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
    // Two texts with little in common are read one after the other, not word by word.
    let pieces = if 2 * same < was.len().max(is.len()) {
        vec![(old.to_owned(), Tone::Removed), (new.to_owned(), Tone::Added)]
    } else {
        let piece = |op: &similar::DiffOp| {
            let (old, new) = (was[op.old_range()].join(" "), is[op.new_range()].join(" "));
            if op.tag() == DiffTag::Equal { vec![(new, Tone::Plain)] } else { vec![(old, Tone::Removed), (new, Tone::Added)] }
        };
        ops.iter().flat_map(piece).collect()
    };
    let mut text = StyledText::default();
    for (piece, tone) in pieces.into_iter().filter(|(piece, _)| !piece.is_empty()) {
        let gap = if text.is_empty() { "" } else { " " };
        text = text.and(gap, Tone::Plain).and(&piece, tone);
    }
    text
}
