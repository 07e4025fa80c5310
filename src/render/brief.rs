//! The answer page on a terminal: columns side by side where each has room, else role below role.

use super::paint::{BOLD, MUTED, Paint};
use super::table::{GAP, Share, Track, draw};
use super::words::{paragraph, written};
use crate::report::{BriefTable, DutyLine, FactRow, StyledText};
use crate::terminal::Style;
use crate::text::width;

/// The fewest columns that a role needs to stand beside others.
const LEAST: usize = 24;

/// The most lines of one kind of duty topics.
const MOST_DUTY_LINES: usize = 3;

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
    // What to show is chosen for 80 columns at most: a wider screen must not make an answer longer.
    let usual = Style { width: style.width.min(80), ..style };
    let lines = |page: &str| page.lines().count();
    let mut ranks: Vec<usize> = of.facts.iter().map(|fact| fact.dispensable).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let evidence = paragraph(&written(&of.evidence, style.width, style), "", "", style.width);
    let all = lines(&facts(of, &ranks, usual)) + lines(&evidence);
    // Facts set roles apart: more lines of topics come after them.
    let fits = |each: &usize| all + lines(&duties(of, *each, usual)) <= room;
    let duties = duties(of, (1..=MOST_DUTY_LINES).rev().find(fits).unwrap_or(1), style);
    let room = room.saturating_sub(lines(&duties) + lines(&evidence));
    let (mut chosen, mut narrow) = (Vec::new(), String::new());
    for rank in ranks {
        chosen.push(rank);
        let drawn = facts(of, &chosen, usual);
        if rank == 0 || lines(&drawn) <= room {
            narrow = drawn;
        } else {
            chosen.pop();
        }
    }
    let wide = facts(of, &chosen, style);
    let facts = if lines(&wide) > lines(&narrow) { narrow } else { wide };
    format!("{facts}{duties}{evidence}")
}

/// The facts of some ranks, in a column for each role or each role's text below the other's; without notes, which the
/// sections below repeat.
fn facts(of: &BriefTable, ranks: &[usize], style: Style) -> String {
    let facts: Vec<&FactRow> = of.facts.iter().filter(|fact| ranks.contains(&fact.dispensable)).collect();
    let labels = facts.iter().map(|fact| width(&fact.label)).max().unwrap_or(0).min(style.width / 4);
    let names: Vec<String> = of.roles.iter().enumerate().map(|(i, name)| Paint::role(i).on(name, style)).collect();
    let column = style.width.saturating_sub(labels + GAP).checked_div(names.len()).unwrap_or(0).saturating_sub(GAP);
    let label = Track::new("", Share::Fixed(labels));
    let mut rows = Vec::new();
    if names.len() == 1 || column >= LEAST {
        for fact in facts {
            let cell = |cell: &StyledText| Some(written(&cell.uncited(), LEAST, style)).filter(|text| !text.is_empty());
            let cells = fact.cells.iter().map(|of| cell(of).unwrap_or_else(|| MUTED.on("·", style)));
            rows.push(std::iter::once(BOLD.on(&fact.label, style)).chain(cells).collect());
        }
        let tracks: Vec<Track> = std::iter::once(label).chain(names.iter().map(|name| Track::new(name, Share::Rest))).collect();
        return draw(&tracks, rows, names.len() > 1, style.width);
    }
    for fact in facts {
        let mut label = BOLD.on(&fact.label, style);
        for (name, cell) in names.iter().zip(&fact.cells).filter(|(_, cell)| !cell.is_empty()) {
            rows.push(vec![std::mem::take(&mut label), name.clone(), written(&cell.uncited(), LEAST, style)]);
        }
    }
    let widest = of.roles.iter().map(|name| width(name)).max().unwrap_or(0).min(style.width / 4);
    draw(&[label, Track::new("", Share::Fixed(widest)), Track::new("", Share::Rest)], rows, false, style.width)
}

/// The bar of two roles, and the topics of each kind that fit in so many lines.
fn duties(of: &BriefTable, lines: usize, style: Style) -> String {
    if of.duties.is_empty() {
        return "\n".to_owned();
    }
    let labels = of.duties.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    let counts = of.duties.iter().map(|line| line.topics.len().to_string().len()).max().unwrap_or(0);
    let rest = " ".repeat(labels + counts + 6);
    let mut page = format!("\n{}\n", BOLD.on("Duties", style));
    if of.roles.len() == 2 {
        page += &bar(&of.duties, style);
    }
    for line in &of.duties {
        let look = line.role.map_or(MUTED, Paint::role);
        let gap = " ".repeat(labels - width(&line.label));
        let head = format!("  {}{gap}  {:>counts$}  ", look.on(&line.label, style), line.topics.len());
        page += &topics(&line.topics, lines, &head, &rest, style);
    }
    page + "\n"
}

/// The topics that fit in the lines, at least one, and the number of the others.
fn topics(topics: &[String], lines: usize, head: &str, rest: &str, style: Style) -> String {
    let drawn = |shown: usize| {
        let more = topics.len() - shown;
        let more = if more > 0 { MUTED.on(&format!(", +{more}"), style) } else { String::new() };
        paragraph(&(topics[..shown].join(", ") + &more), head, rest, style.width)
    };
    (1..=topics.len()).rev().map(drawn).find(|drawn| drawn.lines().count() <= lines).unwrap_or_else(|| drawn(topics.len().min(1)))
}

/// The topics of one role, those of both and those of the other, in proportion.
fn bar(lines: &[DutyLine], style: Style) -> String {
    let total: usize = lines.iter().map(|line| line.topics.len()).sum();
    let room = style.width.saturating_sub(4).min(100);
    let mut page = "  ".to_owned();
    for line in lines {
        let length = (line.topics.len() * room + total / 2) / total.max(1);
        let sign = match (line.role, style.ascii) {
            (Some(_), false) => "█",
            (None, false) => "▒",
            (Some(0), true) => "#",
            (Some(_), true) => "+",
            (None, true) => "=",
        };
        page += &line.role.map_or(MUTED, Paint::role).on(&sign.repeat(length), style);
    }
    page + "\n"
}
