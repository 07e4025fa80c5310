//! The answer page on a terminal: columns side by side where each has room, else role below role.

use super::paint::{BOLD, MUTED, Paint};
use super::table::{Share, Track, draw};
use super::words::{paragraph, written};
use crate::report::{Align, BriefTable, DutyLine, FactRow};
use crate::terminal::Style;
use crate::text::width;

/// The fewest columns that a role needs to stand beside others.
const LEAST: usize = 24;
/// The most lines of one kind of duty topics.
const MOST_DUTY_LINES: usize = 3;
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
    let evidence = paragraph(&written(&of.evidence, style.width, style), "", "", style.width);
    // What to show is chosen for 80 columns at most: a wider screen must not make an answer longer.
    let usual = Style { width: style.width.min(80), ..style };
    let lines = |page: &str| page.lines().count();
    let all_facts = lines(&facts(of, &of.facts.iter().collect::<Vec<_>>(), usual));
    // What one role does comes before the last of its facts; what sets several apart is said by the facts.
    let fits = |each: &usize| of.roles.len() == 1 || all_facts + lines(&duties(of, *each, usual)) + lines(&evidence) <= room;
    let duties = duties(of, (1..=MOST_DUTY_LINES).rev().find(fits).unwrap_or(1), style);
    let used = lines(&duties) + lines(&evidence);
    let shown = |ranks: &[usize]| -> Vec<&FactRow> { of.facts.iter().filter(|fact| ranks.contains(&fact.dispensable)).collect() };
    let whole = facts(of, &of.facts.iter().collect::<Vec<_>>(), style);
    if whole.lines().count() + used <= room {
        return format!("{whole}{duties}{evidence}");
    }
    let mut ranks = vec![0];
    let mut others: Vec<usize> = of.facts.iter().map(|fact| fact.dispensable).filter(|rank| *rank > 0).collect();
    others.sort_unstable();
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
    let labels = label_width(facts, style);
    let roles = of.roles.len();
    let column = (style.width.saturating_sub(labels + GAP)).checked_div(roles).unwrap_or(0).saturating_sub(GAP);
    if roles > 1 && column < LEAST { below(of, facts, labels, style) } else { beside(of, facts, labels, style) }
}

fn label_width(facts: &[&FactRow], style: Style) -> usize {
    facts.iter().map(|fact| width(&fact.label)).max().unwrap_or(0).min(style.width / 4)
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

/// The bar of two roles, and as many topics of each kind as so many lines have room for.
fn duties(of: &BriefTable, lines: usize, style: Style) -> String {
    if of.duties.is_empty() {
        return String::new();
    }
    if let [line] = of.duties.as_slice()
        && of.roles.len() == 1
    {
        let labels = label_width(&of.facts.iter().collect::<Vec<_>>(), style);
        let head = format!("{}{}", BOLD.on("Duties", style), " ".repeat((labels + GAP).saturating_sub("Duties".len())));
        return topics(line, lines, &head, labels + GAP, style) + "\n";
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
        page += &topics(line, lines, &head, labels + counts + 6, style);
    }
    page + "\n"
}

/// As many topics as so many lines have room for, behind a head and so many columns from the left.
fn topics(line: &DutyLine, lines: usize, head: &str, indent: usize, style: Style) -> String {
    let rest = " ".repeat(indent.min(style.width));
    let drawn = |most| paragraph(&first_topics(&line.topics, most, style), head, &rest, style.width);
    (1..=line.topics.len()).rev().map(drawn).find(|drawn| drawn.lines().count() <= lines).unwrap_or_else(|| drawn(1))
}

/// The first few topics, and the number of the others.
fn first_topics(topics: &[String], most: usize, style: Style) -> String {
    let shown = topics[..most].join(", ");
    match topics.len() - most {
        0 => shown,
        others => format!("{shown}{}", MUTED.on(&format!(", +{others}"), style)),
    }
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
