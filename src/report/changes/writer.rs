//! Changes on a page: entries added and removed first, then the changes of each entry, one paragraph each.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::super::page::{Block, Edit};
use super::super::styled::{StyledText, Tone};
use super::super::wording;
use crate::diff::{AmountChange, Change, Changes, Counts, EntryChange, EntryKind, FieldChange, FigureChange, StatementChange};
use crate::facets::Passage;
use crate::model::Id;
use crate::text::{count, thousands};

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
            for entry in entries {
                details(entry, &mut blocks);
            }
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
    let title = Some(entry.title.to_owned()).filter(|title| title != entry.id);
    let like = entry.likeness.map(|percent| format!("{percent}% the same"));
    let remarks: Vec<String> = title.into_iter().chain(like).collect();
    let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) };
    let what = match (entry.change, entry.was) {
        (Change::Changed, _) => return None,
        (_, Some(was)) => StyledText::strong(was).and(" is now ", Tone::Plain).and(entry.id, Tone::Strong),
        _ => StyledText::strong(entry.id),
    };
    let what = what.and(&remarks, Tone::Plain);
    let is_measured = is_large && entry.change != Change::Renamed;
    Some(Edit { change: entry.change, what: if is_measured { what.and(&size(entry), Tone::Plain) } else { what } })
}

fn size(entry: &EntryChange) -> String {
    let statements = count(entry.size.statements, "statement", "statements");
    match entry.size.salary {
        0 => format!(": {statements}"),
        figures => format!(": {statements} and {}", count(figures, "salary figure", "salary figures")),
    }
}

/// The changes of an entry that is in both versions: fields and figures first, then list by list.
fn details(entry: &EntryChange, blocks: &mut Vec<Block>) {
    if entry.is_empty() {
        return;
    }
    let name = if entry.id == entry.title { entry.id.to_owned() } else { format!("{} ({})", entry.title, entry.id) };
    blocks.push(Block::Heading(StyledText::strong(&name)));
    let fields: Vec<Edit> = entry.fields.iter().map(|field| of_field(StyledText::default(), field)).collect();
    blocks.extend((!fields.is_empty()).then_some(Block::Edits(fields)));
    let mut part = |label: &str, edits: Vec<Edit>| {
        blocks.extend([Block::Subheading(StyledText::strong(label)), Block::Edits(edits)]);
    };
    if !entry.salary.is_empty() {
        part("Salary", entry.salary.iter().filter_map(of_figure).collect());
    }
    let label = |statement: &StatementChange| statement.said().map_or("", |said| said.list.label);
    for statements in entry.statements.chunk_by(|one, next| label(one) == label(next)) {
        part(label(&statements[0]), statements.iter().filter_map(of_statement).collect());
    }
}

fn of_field(of: StyledText, field: &FieldChange) -> Edit {
    let label = format!("{}: ", field.field.replace('_', " "));
    let label = if of.is_empty() { wording::capitalized(&label) } else { label };
    let text = versions(field.old.as_deref(), field.new.as_deref());
    Edit { change: field.change(), what: of.and(&label, Tone::Plain).then(text) }
}

fn of_statement(statement: &StatementChange) -> Option<Edit> {
    let said = statement.said()?;
    let [old, new] = [statement.old.as_ref(), statement.new.as_ref()];
    let side = said.other_role.map_or_else(String::new, |_| format!(", {}", said.roles.join(" ")));
    let text = versions(old.map(|said| &*said.text), new.map(|said| &*said.text));
    let mut what = match said.topic {
        Some(_) if !text.is_empty() => StyledText::strong(&format!("{}{side}:", said.label)).and(" ", Tone::Plain),
        _ => StyledText::strong(said.label),
    };
    what = what.then(text);
    if let Some((old, new)) = old.zip(new) {
        if statement.change == Change::Moved {
            what = what.and(&format!(" (from {})", place(old)), Tone::Muted);
        }
        let [was, is] = [old, new].map(|said| ids(said.sources));
        if was != is {
            what = what.and("; sources: ", Tone::Muted).then(reworded(&was, &is));
        }
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
    let mut what = what.then(versions(was.as_deref(), is.as_deref()));
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

/// A text of one version as it is, or of both with the words marked.
fn versions(old: Option<&str>, new: Option<&str>) -> StyledText {
    match (old, new) {
        (Some(old), Some(new)) => reworded(old, new),
        (old, new) => StyledText::plain(new.or(old).unwrap_or_default()),
    }
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
