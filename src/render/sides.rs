//! Roles side by side on a terminal, group by group.

use super::paint::{BOLD, MUTED, Paint};
use super::table::{GAP, Share, Track, draw};
use super::words::written;
use crate::report::{GroupKind, SideBySide, SideGroup, StyledText};
use crate::terminal::Style;
use crate::text::width;

/// The least width of a role's column.
const ROLE: usize = 22;

/// Each group under its heading, with the names of the roles repeated.
pub(super) fn side_by_side(sides: &SideBySide, style: Style) -> String {
    let rows = || sides.groups.iter().flat_map(|group| &group.rows);
    let longest = rows().map(|row| row.label.width()).chain([width(&sides.topic)]).max().unwrap_or(0);
    let topics = longest.min((style.width / 4).clamp(16, 30));
    let group = |group: &SideGroup| {
        let paint = match (group.kind, group.columns.first()) {
            (GroupKind::Only, Some(role)) => Paint::role(*role),
            _ => BOLD,
        };
        let head = if group.label.is_empty() { String::new() } else { paint.on(&group.label, style) + "\n" };
        head + &rows_of(sides, group, topics, style)
    };
    sides.groups.iter().map(group).collect::<Vec<_>>().join("\n")
}

/// A column for each role where there is room for them, else each role's text below the other's.
fn rows_of(sides: &SideBySide, group: &SideGroup, topics: usize, style: Style) -> String {
    let name = |role: usize| Paint::role(role).on(&sides.roles[role], style);
    let topic = Track::new(&MUTED.on(&sides.topic, style), Share::Fixed(topics));
    let roles = group.columns.len();
    let beside = style.width.saturating_sub(topics + GAP * roles) / roles.max(1);
    let mut rows: Vec<Vec<String>> = Vec::new();
    if roles == 1 || beside >= ROLE {
        let absent = MUTED.on(sides.absent, style);
        for row in &group.rows {
            let texts = group.columns.iter().map(|&role| &row.cells[role]);
            let cells = texts.map(|texts| if texts.is_empty() { absent.clone() } else { cell(texts, beside, style) });
            rows.push(std::iter::once(written(&row.label, topics, style)).chain(cells).collect());
        }
        let heads = group.columns.iter().map(|&role| Track::new(&name(role), Share::AtMost(beside)));
        return draw(&[topic].into_iter().chain(heads).collect::<Vec<_>>(), rows, roles > 1, style.width);
    }
    let names = sides.roles.iter().map(|role| width(role)).max().unwrap_or(0).min(style.width / 4);
    let room = style.width.saturating_sub(topics + names + 2 * GAP);
    for row in &group.rows {
        let mut label = written(&row.label, topics, style);
        for (role, texts) in group.columns.iter().map(|&role| (role, &row.cells[role])).filter(|(_, texts)| !texts.is_empty()) {
            rows.push(vec![std::mem::take(&mut label), name(role), cell(texts, room, style)]);
        }
    }
    draw(&[topic, Track::new("", Share::Fixed(names)), Track::new("", Share::Rest)], rows, false, style.width)
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
