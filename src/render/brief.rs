//! The answer page on a terminal: columns side by side where each has room, else role below role.

use super::paint::{BOLD, MUTED, Paint};
use super::table::{Share, Track, draw};
use super::words::{paragraph, written};
use crate::report::{Align, BriefTable, DutyLine, FactRow};
use crate::terminal::Style;
use crate::text::width;

/// The fewest columns that a role needs to stand beside others.
const LEAST: usize = 24;
/// Space between two columns.
const GAP: usize = 2;

/// The lines that an answer may take on a screen.
pub(super) fn most_lines(of: &BriefTable, columns: usize) -> usize {
    match (of.roles.len() > 2, columns < 80) {
        (false, false) => 24,
        (true, false) => 30,
        (false, true) => 34,
        (true, true) => 44,
    }
}

/// Draws a table in at most so many lines: each fact that fits, in the order of their ranks.
pub(super) fn brief(of: &BriefTable, style: Style, room: usize) -> String {
    let duties = duties(of, style);
    let evidence = paragraph(&written(&of.evidence, style.width, style), "", "", style.width);
    let used = duties.lines().count() + evidence.lines().count();
    let shown = |ranks: &[usize]| -> Vec<&FactRow> { of.facts.iter().filter(|fact| ranks.contains(&fact.dispensable)).collect() };
    let whole = facts(of, &of.facts.iter().collect::<Vec<_>>(), style);
    if whole.lines().count() + used <= room {
        return format!("{whole}{duties}{evidence}");
    }
    let mut ranks = vec![0];
    let mut others: Vec<usize> = of.facts.iter().map(|fact| fact.dispensable).filter(|rank| *rank > 0).collect();
    others.sort_unstable();
    // Facts are chosen for 80 columns at most: a wider screen must not make an answer longer.
    let usual = Style { width: style.width.min(80), ..style };
    let mut lines = facts(of, &shown(&ranks), usual).lines().count();
    for rank in others {
        ranks.push(rank);
        let more = facts(of, &shown(&ranks), usual).lines().count();
        if more + used > room {
            ranks.pop();
        } else {
            lines = more;
        }
    }
    let drawn = facts(of, &shown(&ranks), style);
    let below = if drawn.lines().count() > lines { facts(of, &shown(&ranks), usual) } else { drawn };
    format!("{below}{duties}{evidence}")
}

fn facts(of: &BriefTable, facts: &[&FactRow], style: Style) -> String {
    let labels = facts.iter().map(|fact| width(&fact.label)).max().unwrap_or(0).min(style.width / 4);
    let roles = of.roles.len();
    let column = (style.width.saturating_sub(labels + GAP)).checked_div(roles).unwrap_or(0).saturating_sub(GAP);
    if roles > 1 && column < LEAST { below(of, facts, labels, style) } else { beside(of, facts, labels, style) }
}

/// A column for each role.
fn beside(of: &BriefTable, facts: &[&FactRow], labels: usize, style: Style) -> String {
    let track = |head: String, width| Track { head, align: Align::Left, width };
    let mut tracks = vec![track(String::new(), Share::Fixed(labels))];
    tracks.extend(of.roles.iter().enumerate().map(|(i, name)| track(Paint::role(i).on(name, style), Share::Rest)));
    let rows = facts.iter().map(|fact| {
        let cells =
            fact.cells.iter().map(|cell| if cell.is_empty() { MUTED.on("·", style) } else { written(cell, LEAST, style) });
        std::iter::once(BOLD.on(&fact.label, style)).chain(cells).collect()
    });
    draw(&tracks, rows.collect(), of.roles.len() > 1, style.width)
}

/// Each role's text below the other's.
fn below(of: &BriefTable, facts: &[&FactRow], labels: usize, style: Style) -> String {
    let names = of.roles.iter().map(|name| width(name)).max().unwrap_or(0).min(style.width / 4);
    let rest = " ".repeat(labels + names + 2 * GAP);
    let mut page = String::new();
    for fact in facts {
        let said = of.roles.iter().zip(&fact.cells).enumerate().filter(|(_, (_, cell))| !cell.is_empty());
        for (n, (i, (name, cell))) in said.enumerate() {
            let label = if n == 0 { fact.label.as_str() } else { "" };
            let pad = |text: &str, to: usize| " ".repeat(to.saturating_sub(width(text)) + GAP);
            let first =
                format!("{}{}{}{}", BOLD.on(label, style), pad(label, labels), Paint::role(i).on(name, style), pad(name, names));
            page += &paragraph(&written(cell, style.width.saturating_sub(width(&rest)), style), &first, &rest, style.width);
        }
    }
    page
}

/// The bar of two roles, and as many topics of each kind as a line has room for.
fn duties(of: &BriefTable, style: Style) -> String {
    if of.duties.is_empty() {
        return String::new();
    }
    let labels = of.duties.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    let counts = of.duties.iter().map(|line| line.topics.len().to_string().len()).max().unwrap_or(0);
    let mut page = format!("\n{}\n", BOLD.on("Duties", style));
    if of.roles.len() == 2 {
        page += &bar(&of.duties, style);
    }
    for line in &of.duties {
        let look = line.role.map_or(MUTED, Paint::role);
        let count = line.topics.len();
        let head = format!("  {}{}  {count:>counts$}  ", look.on(&line.label, style), " ".repeat(labels - width(&line.label)));
        let room = style.width.saturating_sub(labels + counts + 6);
        let rest = " ".repeat(style.width.saturating_sub(room));
        page += &paragraph(&fitted(&line.topics, room, style), &head, &rest, style.width);
    }
    page + "\n"
}

/// As many topics as fit, and the number of the others.
fn fitted(topics: &[String], room: usize, style: Style) -> String {
    let mut shown = String::new();
    for (i, topic) in topics.iter().enumerate() {
        let next = if i == 0 { topic.clone() } else { format!("{shown}, {topic}") };
        let left = topics.len() - i - 1;
        let more = if left > 0 { format!(", +{left}") } else { String::new() };
        if i > 0 && width(&next) + width(&more) > room {
            return format!("{shown}{}", MUTED.on(&format!(", +{}", topics.len() - i), style));
        }
        shown = next;
    }
    shown
}

/// The topics of one role, those of both and those of the other, in proportion.
fn bar(lines: &[DutyLine], style: Style) -> String {
    let total: usize = lines.iter().map(|line| line.topics.len()).sum();
    let room = style.width.saturating_sub(4).min(100);
    let mut page = "  ".to_owned();
    for line in lines {
        let length = (line.topics.len() * room + total / 2) / total.max(1);
        let (look, sign) = match (line.role, style.ascii) {
            (Some(role), false) => (Paint::role(role), "█"),
            (None, false) => (MUTED, "▒"),
            (Some(0), true) => (Paint::role(0), "#"),
            (Some(role), true) => (Paint::role(role), "+"),
            (None, true) => (MUTED, "="),
        };
        page += &look.on(&sign.repeat(length), style);
    }
    page + "\n"
}
