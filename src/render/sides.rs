//! Roles side by side on a terminal, group by group.

use super::paint::{BOLD, MUTED, Paint};
use super::table::{GAP, Share, Track, draw};
use super::words::written;
use crate::report::{Align, GroupKind, SideBySide, SideGroup, SideRow, StyledText};
use crate::terminal::Style;
use crate::text::width;

/// The least a role has of the width in a column of its own.
const ROLE: usize = 22;

/// Each group under its heading, with the names of the roles repeated.
pub(super) fn side_by_side(sides: &SideBySide, style: Style) -> String {
    let rows = || sides.groups.iter().flat_map(|group| &group.rows);
    let longest = rows().map(|row| row.label.width()).chain([width(&sides.topic)]).max().unwrap_or(0);
    let topics = longest.min((style.width / 5).clamp(16, 30));
    let group = |group: &SideGroup| {
        let paint = match (group.kind, group.column) {
            (GroupKind::Only, Some(role)) => Paint::role(role),
            _ => BOLD,
        };
        let head = if group.label.is_empty() { String::new() } else { paint.on(&group.label, style) + "\n" };
        head + &rows_of(sides, group, topics, style)
    };
    sides.groups.iter().map(group).collect::<Vec<_>>().join("\n")
}

/// A column for each role where there is room for them, else each role's text below the other's.
fn rows_of(sides: &SideBySide, group: &SideGroup, topics: usize, style: Style) -> String {
    let track = |head: String, width| Track { head, align: Align::Left, width };
    let name = |role: usize| Paint::role(role).on(&sides.roles[role], style);
    let topic = track(MUTED.on(&sides.topic, style), Share::Fixed(topics));
    let roles = sides.roles.len();
    let beside = style.width.saturating_sub(topics + GAP * roles) / roles.max(1);
    if let Some(role) = group.column {
        let room = style.width.saturating_sub(topics + GAP);
        let row = |row: &SideRow| vec![written(&row.label, topics, style), cell(&row.cells[role], room, style)];
        return draw(&[topic, track(String::new(), Share::Rest)], group.rows.iter().map(row).collect(), false, style.width);
    }
    if beside >= ROLE {
        let tracks: Vec<Track> =
            [topic].into_iter().chain((0..roles).map(|role| track(name(role), Share::AtMost(beside)))).collect();
        let absent = MUTED.on(sides.absent, style);
        let text = |texts: &Vec<StyledText>| if texts.is_empty() { absent.clone() } else { cell(texts, beside, style) };
        let rows = group
            .rows
            .iter()
            .map(|row| [written(&row.label, topics, style)].into_iter().chain(row.cells.iter().map(text)).collect());
        return draw(&tracks, rows.collect(), true, style.width);
    }
    let names = sides.roles.iter().map(|role| width(role)).max().unwrap_or(0).min(style.width / 4);
    let room = style.width.saturating_sub(topics + names + 2 * GAP);
    let mut rows = Vec::new();
    for row in &group.rows {
        let mut label = written(&row.label, topics, style);
        for (role, texts) in row.cells.iter().enumerate().filter(|(_, texts)| !texts.is_empty()) {
            rows.push(vec![std::mem::take(&mut label), name(role), cell(texts, room, style)]);
        }
    }
    draw(&[topic, track(String::new(), Share::Fixed(names)), track(String::new(), Share::Rest)], rows, false, style.width)
}

/// The statements of a role, each with a sign before it if there are several.
fn cell(texts: &[StyledText], room: usize, style: Style) -> String {
    let bullet = match texts {
        [_] => "",
        _ if style.ascii => "- ",
        _ => "• ",
    };
    texts.iter().map(|text| format!("{bullet}{}", written(text, room, style))).collect::<Vec<_>>().join("\n")
}
