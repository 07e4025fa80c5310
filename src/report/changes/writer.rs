//! Changes on a page: entries added and removed first, then the changes of each entry.

use super::super::page::{Block, Edit, EditSign};
use super::super::styled::{StyledText, Tone};
use super::super::wording;
use super::words::sentence;
use crate::diff::{AmountChange, Change, Changes, EntryChange, FieldChange, FigureChange, Said, StatementChange};
use crate::model::{Id, SalaryFigure};
use crate::text::{count, sentence_list};
pub(super) fn write(changes: &Changes, [old, new]: [&str; 2]) -> Vec<Block> {
    if changes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Title(StyledText::strong(&format!("From {old} to {new}"))),
        Block::Paragraph(StyledText::from(sentence(&changes.counts))),
    ];
    for (kind, entries) in changes.entries() {
        let whole: Vec<Edit> = entries.iter().filter_map(|entry| whole(kind, entry)).collect();
        let small = !matches!(kind, "role" | "pair");
        if !whole.is_empty() || (small && !entries.is_empty()) {
            blocks.push(Block::Heading(StyledText::strong(heading(kind))));
        }
        if !whole.is_empty() {
            blocks.push(Block::Edits(whole));
        }
        if small {
            let edits = |entry: &EntryChange| -> Vec<Edit> { entry.fields.iter().map(|edit| of_field(edit, entry.id)).collect() };
            let edits: Vec<Edit> = entries.iter().flat_map(edits).collect();
            blocks.extend((!edits.is_empty()).then_some(Block::Edits(edits)));
        } else {
            for entry in entries {
                details(entry, &mut blocks);
            }
        }
    }
    blocks
}

fn heading(kind: &str) -> &'static str {
    match kind {
        "role" => "Roles",
        "pair" => "Pairs",
        "position" => "Positions",
        "topic" => "Topics",
        "function" => "Functions",
        _ => "Sources",
    }
}

/// An entry added, removed or renamed.
fn whole(kind: &str, entry: &EntryChange) -> Option<Edit> {
    let said = count(entry.size.statements, "statement", "statements");
    let figures = (entry.size.salary > 0).then(|| count(entry.size.salary, "salary figure", "salary figures"));
    let size: Vec<String> = [Some(said), figures].into_iter().flatten().collect();
    let size = if matches!(kind, "role" | "pair") { format!(": {}", sentence_list(&size, "and")) } else { String::new() };
    let title = (entry.id != entry.title).then(|| entry.title.to_owned());
    let remarks = |more: Option<String>| {
        let remarks: Vec<String> = title.iter().cloned().chain(more).collect();
        if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) }
    };
    let named = || StyledText::strong(entry.id).and(&format!("{}{size}", remarks(None)), Tone::Plain);
    let (sign, what) = match entry.change {
        Change::Added => (EditSign::Added, named()),
        Change::Removed => (EditSign::Removed, named()),
        Change::Renamed => {
            let ids = StyledText::strong(entry.was.unwrap_or_default()).and(" is now ", Tone::Plain).and(entry.id, Tone::Strong);
            let like = entry.likeness.map(|percent| format!("{percent}% the same"));
            (EditSign::Moved, ids.and(&remarks(like), Tone::Plain))
        }
        _ => return None,
    };
    Some(Edit { sign, word: entry.change.key(), what, details: Vec::new() })
}

/// The changes of an entry that is in both versions.
fn details(entry: &EntryChange, blocks: &mut Vec<Block>) {
    if entry.fields.is_empty() && entry.statements.is_empty() && entry.salary.is_empty() {
        return;
    }
    let name = if entry.id == entry.title { entry.id.to_owned() } else { format!("{} ({})", entry.title, entry.id) };
    blocks.push(Block::Heading(StyledText::strong(&name)));
    if !entry.fields.is_empty() {
        blocks.push(Block::Edits(entry.fields.iter().map(|field| of_field(field, "")).collect()));
    }
    let part = |statement: &StatementChange| statement.said().map(|said| said.part);
    let mut salary = (!entry.salary.is_empty()).then_some(&entry.salary);
    for statements in entry.statements.chunk_by(|one, next| part(one) == part(next)) {
        let Some(part) = statements.first().and_then(part) else { continue };
        // Figures come before the other statements on pay, as in a profile.
        if part.section as usize >= crate::facets::Section::Salary as usize {
            blocks.extend(salary.take().into_iter().flat_map(|figures| of_figures(figures)));
        }
        blocks.push(Block::Subheading(StyledText::strong(part.label)));
        blocks.push(Block::Edits(statements.iter().filter_map(of_statement).collect()));
    }
    blocks.extend(salary.into_iter().flat_map(|figures| of_figures(figures)));
}

fn of_field(field: &FieldChange, of: &str) -> Edit {
    let label = field_label(field.field);
    let what = |more: &str| match of {
        "" => StyledText::from(format!("{label}{more}")),
        of => StyledText::strong(&format!("{of}:")).and(&format!(" {}{more}", label.to_lowercase()), Tone::Plain),
    };
    let change = field.change();
    let sign = match change {
        Change::Added => EditSign::Added,
        Change::Removed => EditSign::Removed,
        _ => EditSign::Changed,
    };
    let (what, details) = match (&field.old, &field.new) {
        (Some(old), Some(new)) => (what(""), vec![("was", StyledText::plain(old)), ("now", StyledText::plain(new))]),
        (old, new) => (what(&format!(": {}", new.as_deref().or(old.as_deref()).unwrap_or_default())), Vec::new()),
    };
    Edit { sign, word: change.key(), what, details }
}

/// `alternate_titles` as `Alternate titles`, `summary/sources` as `Summary, sources`.
fn field_label(field: &str) -> String {
    let words = field.replace('_', " ").replace('/', ", ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn of_statement(statement: &StatementChange) -> Option<Edit> {
    let said = statement.said()?;
    let like = statement.likeness.filter(|percent| *percent < 100);
    let like = like.map_or_else(String::new, |percent| format!("{percent}% alike"));
    let mut details = Vec::new();
    let (sign, what) = match (&statement.old, &statement.new) {
        (None, _) => (EditSign::Added, named(said)),
        (_, None) => (EditSign::Removed, named(said)),
        (Some(old), Some(new)) => {
            match statement.change {
                Change::Moved => {
                    let place = place(old);
                    let text = if old.text == new.text { String::new() } else { format!(": {}", old.text) };
                    details.push(("was", StyledText::muted(&place).and(&text, Tone::Plain)));
                }
                Change::Sources => {
                    details.extend([("was", StyledText::from(ids(old.sources))), ("now", StyledText::from(ids(new.sources)))]);
                }
                _ => {
                    let text = |said: &Said| {
                        if said.text.is_empty() { StyledText::muted("nothing more") } else { StyledText::plain(&said.text) }
                    };
                    details.extend([("was", text(old)), ("now", text(new))]);
                }
            }
            if statement.change != Change::Sources && !old.has_sources_of(new) {
                details.push(("sources", StyledText::from(format!("{}; now {}", ids(old.sources), ids(new.sources)))));
            }
            let what = match (statement.change, said.topic) {
                (Change::Moved | Change::Sources, _) => named(said),
                (_, Some(_)) => StyledText::strong(said.label),
                (_, None) => StyledText::default(),
            };
            let like = if what.is_empty() { like } else { parenthesized(&like) };
            let sign = if statement.change == Change::Moved { EditSign::Moved } else { EditSign::Changed };
            (sign, what.and(&like, Tone::Muted))
        }
    };
    Some(Edit { sign, word: statement.change.key(), what, details })
}

/// A statement after its topic.
fn named(said: &Said) -> StyledText {
    match said.topic {
        None => StyledText::plain(&said.text),
        Some(_) if said.text.is_empty() => StyledText::strong(said.label),
        // A line may break between two tones, and must not begin with a colon.
        Some(_) => StyledText::strong(&format!("{}:", said.label)).and(&format!(" {}", said.text), Tone::Plain),
    }
}
fn parenthesized(remark: &str) -> String {
    if remark.is_empty() { String::new() } else { format!(" ({remark})") }
}

/// `in Skills, Negotiation`.
fn place(said: &Said) -> String {
    let topic = said.topic.map_or_else(String::new, |_| format!(", {}", said.label));
    format!("in {}{topic}", said.part.label)
}

fn ids(sources: &[Id]) -> String {
    if sources.is_empty() { "no source".to_owned() } else { sources.join(", ") }
}

fn of_figures(figures: &[FigureChange]) -> [Block; 2] {
    [Block::Subheading(StyledText::strong("Salary")), Block::Edits(figures.iter().filter_map(of_figure).collect())]
}

fn of_figure(figure: &FigureChange) -> Option<Edit> {
    let either = figure.new.or(figure.old)?;
    let by = if either.survey().is_empty() { String::new() } else { format!("; {}", either.survey()) };
    let what =
        StyledText::strong(&field_label(either.measure.label())).and(&format!(" ({}{by})", wording::limits(either)), Tone::Muted);
    let (sign, what, details) = match (figure.old, figure.new) {
        (Some(old), Some(new)) => (EditSign::Changed, what, of_amounts(figure, old, new)),
        (old, _) => {
            let sign = if old.is_none() { EditSign::Added } else { EditSign::Removed };
            (sign, what.and(&format!(" {}", wording::amounts(either)), Tone::Plain), Vec::new())
        }
    };
    Some(Edit { sign, word: figure.change.key(), what, details })
}

fn of_amounts(figure: &FigureChange, old: &SalaryFigure, new: &SalaryFigure) -> Vec<(&'static str, StyledText)> {
    let mut details = Vec::new();
    if !figure.amounts.is_empty() {
        let by = figure.amounts.iter().filter_map(|amount| by(amount, &new.currency));
        let by = by.collect::<Vec<_>>().join(", ");
        let by = if by.is_empty() { by } else { format!("; {by}") };
        details.push(("was", StyledText::from(wording::amounts(old))));
        details.push(("now", StyledText::from(wording::amounts(new) + &by)));
    }
    for detail in &figure.details {
        let of = |text: &Option<String>| text.as_deref().unwrap_or("none").to_owned();
        let word = if detail.field == "as_of" { "date" } else { detail.field };
        details.push((word, StyledText::from(format!("{}; now {}", of(&detail.old), of(&detail.new)))));
    }
    details
}

/// `median up by $10,000 (6.3%)`.
fn by(amount: &AmountChange, currency: &str) -> Option<String> {
    let difference = amount.difference?;
    let direction = if difference < 0 { "down" } else { "up" };
    let money = wording::plain_money(difference.unsigned_abs(), currency);
    let percent = amount.percent.map_or_else(String::new, |percent| format!(" ({})", wording::percent(percent.abs())));
    Some(format!("{} {direction} by {money}{percent}", amount.statistic.label()))
}
