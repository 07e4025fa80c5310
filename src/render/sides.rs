//! Roles side by side on a terminal, and what the signs there mean.

use super::paint::{BOLD, BOLD_BROWN, BOLD_GREEN, BROWN, CYAN, GREEN, HEAD, HEADING, MUTED, PLAIN, Paint};
use super::table::{GAP, Share, Track, draw};
use super::words::{bound, paragraph, push};
use crate::report::{Align, Mark, SideBySide, SideCell, SideRow, Sign, Tone};
use crate::terminal::Style;
use crate::text::width;

/// The least a role has of the width in a column of its own.
const ROLE: usize = 22;

/// Two roles: the topics of both in columns, then those that each has alone. More roles: columns for all topics.
pub(super) fn side_by_side(sides: &SideBySide, style: Style) -> String {
    let is_alone = |row: &&SideRow| row.mark == Mark::Only;
    let is_unknown = |row: &SideRow| row.cells.contains(&SideCell::Unknown);
    if sides.roles.len() != 2 || !sides.rows.iter().any(|row| is_alone(&row)) || sides.rows.iter().any(is_unknown) {
        return columns(sides, style);
    }
    let both: Vec<SideRow> = sides.rows.iter().filter(|row| !is_alone(row)).cloned().collect();
    let mut parts = Vec::new();
    if !both.is_empty() {
        let shared = both.iter().filter(|row| row.mark == Mark::Shared).count();
        let head = BOLD.on(&format!("Both ({shared})"), style);
        parts.push(format!("{head}\n{}", columns(&SideBySide { rows: both, ..sides.clone() }, style)));
    }
    for (i, role) in sides.roles.iter().enumerate() {
        let alone: Vec<&SideRow> = sides.rows.iter().filter(is_alone).filter(|row| says(&row.cells[i])).collect();
        if !alone.is_empty() {
            let head = Paint::role(i).on(&format!("Only the {role} ({})", alone.len()), style);
            parts.push(format!("{head}\n{}", only(&alone, i, style)));
        }
    }
    parts.join("\n")
}

const fn says(cell: &SideCell) -> bool {
    matches!(cell, SideCell::Says(_))
}

/// The topics of one role with its texts.
fn only(rows: &[&SideRow], role: usize, style: Style) -> String {
    let longest = rows.iter().map(|row| row.label.width()).max().unwrap_or(0);
    let topic = longest.min((style.width / 3).clamp(12, 30));
    let room = style.width.saturating_sub(topic + 2 * GAP);
    let track = |width| Track { head: String::new(), align: Align::Left, width };
    let row = |row: &&SideRow| vec![label(row, PLAIN, topic, style), cell(&row.cells[role], room, style)];
    let tracks = [track(Share::Fixed(topic)), track(Share::AtMost(room))];
    draw(&tracks, rows.iter().map(row).collect(), false, style.width)
}

/// A column for each role where there is room for them, else each role's text below the other's.
fn columns(sides: &SideBySide, style: Style) -> String {
    let longest = sides.rows.iter().map(|row| row.label.width()).chain([width(&sides.topic)]).max().unwrap_or(0);
    let topic = longest.min((style.width / 5).clamp(16, 30));
    let roles = sides.roles.len();
    let role = (style.width.saturating_sub(1 + topic + GAP * (roles + 1))) / roles.max(1);
    if role < ROLE {
        return sides.rows.iter().map(|row| stacked(&sides.roles, row, style)).collect();
    }
    let track = |head: &str, width| Track { head: HEAD.on(head, style), align: Align::Left, width };
    let tracks: Vec<Track> = [track("", Share::Fixed(1)), track(&sides.topic, Share::Fixed(topic))]
        .into_iter()
        .chain(sides.roles.iter().map(|name| track(name, Share::AtMost(role))))
        .collect();
    let row = |row: &SideRow| {
        let paint = of_mark(row.mark);
        let label = label(row, paint, topic, style);
        [paint.on(sign(row.mark, style), style), label]
            .into_iter()
            .chain(row.cells.iter().map(|of| cell(of, role, style)))
            .collect()
    };
    draw(&tracks, sides.rows.iter().map(row).collect(), true, style.width)
}

/// A topic with each role's text below it; roles without one are named together.
fn stacked(roles: &[String], row: &SideRow, style: Style) -> String {
    let paint = of_mark(row.mark);
    let sign = paint.on(sign(row.mark, style), style);
    let gap = if sign.is_empty() { "  " } else { " " };
    let mut page = paragraph(&label(row, bold(paint), style.width, style), &format!("{sign}{gap}"), "  ", style.width);
    let longest = roles.iter().map(|role| width(role)).max().unwrap_or(0).min(style.width / 3);
    let rest = " ".repeat(4 + longest + GAP);
    let mut silent: Vec<&SideCell> = Vec::new();
    for (role, of) in roles.iter().zip(&row.cells) {
        let mut names = vec![role.as_str()];
        if !matches!(of, SideCell::Says(_)) {
            if silent.contains(&of) {
                continue;
            }
            silent.push(of);
            names = roles.iter().zip(&row.cells).filter(|(_, cell)| *cell == of).map(|(role, _)| role.as_str()).collect();
        }
        let mut first = format!("    {:longest$}  ", names.join(", "));
        for text in cell(of, style.width - width(&rest).min(style.width), style).split('\n') {
            page += &paragraph(text, &first, &rest, style.width);
            first.clone_from(&rest);
        }
    }
    page
}

/// The name of a row in the look of its mark.
fn label(row: &SideRow, paint: Paint, room: usize, style: Style) -> String {
    let mut label = String::new();
    push(&row.label, |tone| if tone == Tone::Muted { MUTED } else { paint }, room, style, &mut label);
    label
}

fn cell(cell: &SideCell, room: usize, style: Style) -> String {
    let SideCell::Says(texts) = cell else { return MUTED.on(absence(cell, style), style) };
    let mut said = String::new();
    for (i, text) in texts.iter().enumerate() {
        said.extend((i > 0).then_some('\n'));
        push(text, Paint::of, room, style, &mut said);
    }
    said
}

/// Signs with what they mean; a line is broken between two of them only.
pub(super) fn legend(signs: &[Sign], style: Style) -> String {
    let of = |sign: &Sign| {
        let (drawn, paint) = match sign {
            Sign::Mark(mark) => (self::sign(*mark, style), of_mark(*mark)),
            Sign::Cell(cell) => (absence(cell, style), MUTED),
        };
        format!("{}{}", paint.on(drawn, style), MUTED.on(&bound(&format!(" {}", sign.meaning()), style), style))
    };
    paragraph(&signs.iter().map(of).collect::<Vec<_>>().join(&MUTED.on("; ", style)), "", "", style.width)
}

const fn of_mark(mark: Mark) -> Paint {
    match mark {
        Mark::Shared => GREEN,
        Mark::Partly => CYAN,
        Mark::Related => BROWN,
        Mark::Only | Mark::None => PLAIN,
    }
}

fn bold(paint: Paint) -> Paint {
    match paint {
        GREEN => BOLD_GREEN,
        CYAN => HEADING,
        BROWN => BOLD_BROWN,
        _ => BOLD,
    }
}

/// The sign of a mark, which says the same as its color.
const fn sign(mark: Mark, style: Style) -> &'static str {
    match (mark, style.ascii) {
        (Mark::Partly, true) => "%",
        (of, _) => of.sign(),
    }
}

const fn absence(cell: &SideCell, style: Style) -> &'static str {
    match (cell, style.ascii) {
        (SideCell::Absent, true) => "-",
        (of, _) => of.sign(),
    }
}
