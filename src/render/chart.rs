//! Draws figures on one scale with characters, each below its words. Signs differ without color, and in ASCII too.

use super::paint::{BOLD, BOLD_BROWN, BOLD_GREEN, BOLD_MAGENTA, CYAN, MUTED, PLAIN, Paint};
use super::words::{bound, paragraph, written};
use crate::model::Statistic;
use crate::report::{BarKind, ChartBar, ChartRow, ChartSign, PayChart, Scale};
use crate::terminal::Style;
use crate::text::width;

/// A wider drawing is no easier to read.
const WIDEST: usize = 100;

/// Before all that stands below a role's name.
const INDENT: &str = "  ";

pub(super) fn draw(chart: &PayChart, style: Style) -> String {
    let room = even(&chart.scale, (style.width - INDENT.len()).min(WIDEST));
    let mut page = String::new();
    for group in &chart.groups {
        page += &paragraph(&BOLD.on(&group.label, style), "", "", style.width);
        page.extend([INDENT, &axis(&chart.scale, room), "\n"]);
        // A measure is named once for all its rows.
        for rows in group.rows.chunk_by(|one, other| one.label == other.label) {
            page += &paragraph(&rows[0].label, INDENT, INDENT, style.width);
            for row in rows {
                page += &paragraph(&in_words(row, style), "    ", "    ", style.width);
                page += INDENT;
                let places = plot(row, &chart.scale, room, style);
                let end = places.iter().rposition(|(sign, _)| *sign != ' ').map_or(0, |last| last + 1);
                places[..end].iter().for_each(|(sign, paint)| page += &paint.on(sign.encode_utf8(&mut [0; 4]), style));
                page.push('\n');
            }
        }
        page.push('\n');
    }
    page + &legend(chart, style)
}

/// A figure with its limits and its source.
fn in_words(row: &ChartRow, style: Style) -> String {
    let parts = [BOLD.on(&row.words, style), row.limits.clone(), written(&row.origin, style.width, style)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The unit, where no heading says it, and the signs that occur; a line is broken between two of them only.
fn legend(chart: &PayChart, style: Style) -> String {
    let line = line_of(BarKind::Range, style)[1];
    let sign = |sign: ChartSign| {
        let (drawn, paint) = match sign {
            ChartSign::Center(statistic) => {
                let (sign, paint) = center(statistic, style);
                (sign.to_string(), paint)
            }
            ChartSign::Bar(kind) => {
                let [left, line, right, both] = line_of(kind, style);
                let or_both = if both == line { String::new() } else { format!(" or {both}") };
                (format!("{left}{line}{right}{or_both}"), CYAN)
            }
            ChartSign::OpenAbove => (format!("{line}{}", arrow(true, style)), CYAN),
            ChartSign::OpenBelow => (format!("{}{line}", arrow(false, style)), CYAN),
            ChartSign::Grade => ("A, B, C".to_owned(), MUTED),
        };
        format!("{}{}", paint.on(&bound(&drawn, style), style), MUTED.on(&bound(&format!(" {}", sign.meaning()), style), style))
    };
    let unit = (!chart.headed).then(|| MUTED.on(&bound(&chart.unit, style), style));
    let parts: Vec<String> = unit.into_iter().chain(chart.signs().into_iter().map(sign)).collect();
    paragraph(&parts.join(&MUTED.on("; ", style)), "", "", style.width)
}

/// Left end, line, right end, and both ends in one place.
const fn line_of(kind: BarKind, style: Style) -> [char; 4] {
    match (kind, style.ascii) {
        (BarKind::Range, false) => ['├', '─', '┤', '│'],
        (BarKind::Range, true) => ['|', '-', '|', '|'],
        (BarKind::Percentiles10To90, false) => ['╎', '╌', '╎', '╎'],
        (BarKind::Percentiles10To90, true) => ['(', '~', ')', ':'],
        (BarKind::Percentiles25To75, false) => ['━'; 4],
        (BarKind::Percentiles25To75, true) => ['='; 4],
    }
}

const fn center(statistic: Statistic, style: Style) -> (char, Paint) {
    match statistic {
        Statistic::Average => (if style.ascii { 'o' } else { '○' }, BOLD_BROWN),
        Statistic::Median => (if style.ascii { '#' } else { '◆' }, BOLD_GREEN),
        _ => (if style.ascii { 'x' } else { '■' }, BOLD_MAGENTA),
    }
}

const fn arrow(is_up: bool, style: Style) -> char {
    match (is_up, style.ascii) {
        (true, false) => '▸',
        (true, true) => '>',
        (false, false) => '◂',
        (false, true) => '<',
    }
}

/// The signs of a drawing, place by place.
type Places = Vec<(char, Paint)>;

fn plot(row: &ChartRow, scale: &Scale, room: usize, style: Style) -> Places {
    let mut places = vec![(' ', PLAIN); room];
    for tick in &scale.ticks {
        places[place(scale, tick.value, room)] = (if style.ascii { '.' } else { '·' }, MUTED);
    }
    row.bars.iter().for_each(|bar| draw_bar(bar, scale, style, &mut places));
    // No two centers share a place: each is moved as little as it takes.
    let mut at: Vec<usize> = row.centers.iter().map(|center| place(scale, center.value, room)).collect();
    for i in 1..at.len() {
        at[i] = at[i].max(at[i - 1] + 1);
    }
    for (i, at) in at.iter_mut().rev().enumerate() {
        *at = (*at).min(room.saturating_sub(1 + i));
    }
    for (of, at) in row.centers.iter().zip(at) {
        if of.open_above {
            draw_arrow(&mut places, at, true, line_of(BarKind::Range, style)[1], style);
        }
        places[at] = center(of.statistic, style);
    }
    places
}

fn draw_bar(bar: &ChartBar, scale: &Scale, style: Style, places: &mut Places) {
    let [left, line, right, both] = line_of(bar.kind, style);
    let [from, to] = [bar.from, bar.to].map(|value| place(scale, value, places.len()));
    places[from..=to].fill((line, CYAN));
    (places[from].0, places[to].0) = if from == to { (both, both) } else { (left, right) };
    if bar.open_above {
        draw_arrow(places, to, true, line, style);
    }
    if bar.open_below {
        draw_arrow(places, from, false, line, style);
    }
}

/// An arrow of two places beside one; in place of it at the edge.
fn draw_arrow(places: &mut Places, at: usize, is_up: bool, line: char, style: Style) {
    let beside = |steps: usize| if is_up { (at + steps).min(places.len() - 1) } else { at.saturating_sub(steps) };
    let (shaft, tip) = (beside(1), beside(2));
    if shaft != tip {
        places[shaft] = (line, CYAN);
    }
    places[tip] = (arrow(is_up, style), CYAN);
}

/// At most so many places, as many between each two ticks.
fn even(scale: &Scale, most: usize) -> usize {
    let steps = scale.ticks.len().saturating_sub(1).max(1);
    let even = most.saturating_sub(1) / steps * steps + 1;
    if even > steps { even } else { most }
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Widths are small, shares at most 1.
fn place(scale: &Scale, value: u64, room: usize) -> usize {
    (scale.share(value) * room.saturating_sub(1) as f64).round() as usize
}

/// The ticks above a drawing: as many of them as have room, at one distance.
fn axis(scale: &Scale, room: usize) -> String {
    let labeled = |every: usize| {
        let mut line = String::new();
        for (i, tick) in scale.ticks.iter().enumerate().step_by(every) {
            let length = width(&tick.label);
            let start = place(scale, tick.value, room).saturating_sub(length / 2).min(room.checked_sub(length)?);
            let gap = start.checked_sub(width(&line)).filter(|gap| i == 0 || *gap >= 2)?;
            line.extend([&" ".repeat(gap), &tick.label].map(String::as_str));
        }
        Some(line)
    };
    (1..=scale.ticks.len()).find_map(labeled).unwrap_or_default()
}
