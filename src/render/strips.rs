//! Draws pay on one axis with characters, one strip a role. Signs differ without color, and in ASCII too.

use super::paint::{MUTED, PLAIN, Paint};
use super::words::{bound, paragraph};
use crate::report::{PayMark, PayStrips, Strip};
use crate::terminal::Style;
use crate::text::width;

/// A wider drawing is no easier to read.
const WIDEST: usize = 100;

/// With less room than this, names and far amounts have lines of their own.
const LEAST: usize = 30;

/// What stands for a sign where there is ASCII alone.
const ASCII: [(char, &str); 10] =
    [('├', "|"), ('─', "-"), ('┤', "|"), ('│', "|"), ('▸', ">"), ('○', "o"), ('◆', "#"), ('■', "x"), ('·', "."), ('→', "->")];

pub(super) fn draw(of: &PayStrips, style: Style) -> String {
    let names = of.strips.iter().map(|strip| width(&strip.name)).max().unwrap_or(0) + 2;
    let beyond = |strip: &Strip| strip.beyond.as_ref().map_or_else(String::new, |amounts| signs(" → ", style) + amounts);
    let edge = of.strips.iter().map(|strip| width(&beyond(strip))).max().unwrap_or(0);
    let is_narrow = style.width < names + LEAST + edge;
    let indent = if is_narrow { 0 } else { names };
    let room = (style.width - if is_narrow { 0 } else { names + edge }).min(WIDEST);
    let mut page = format!("{}{}\n", " ".repeat(indent), axis(of, room));
    for strip in &of.strips {
        let name = Paint::role(strip.role).on(&strip.name, style);
        let (plot, beyond) = (plot(of, strip, room, style), beyond(strip));
        if is_narrow {
            page += &[name, plot, beyond].iter().map(|text| paragraph(text, "", "", style.width)).collect::<String>();
        } else {
            page += &format!("{name}{}{plot}{beyond}\n", " ".repeat(names - width(&strip.name)));
        }
    }
    let lines: Vec<&str> = page.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let legend = of.legend().into_iter().map(|part| MUTED.on(&bound(&signs(&part, style), style), style));
    lines.join("\n") + "\n" + &paragraph(&legend.collect::<Vec<_>>().join(&MUTED.on("; ", style)), "", "", style.width)
}

/// A text of signs as the terminal can show it.
fn signs(text: &str, style: Style) -> String {
    let plain = |sign: char| ASCII.iter().find(|(known, _)| style.ascii && *known == sign).map(|(_, plain)| (*plain).to_owned());
    text.chars().map(|sign| plain(sign).unwrap_or_else(|| sign.to_string())).collect()
}

/// A strip, place by place; equal signs in one place are one, and of others each is moved as little as it takes.
fn plot(of: &PayStrips, strip: &Strip, room: usize, style: Style) -> String {
    let look = Paint::role(strip.role);
    let mut places = vec![(' ', PLAIN); room];
    for (tick, _) in &of.ticks {
        places[place(of, *tick, room)] = ('·', MUTED);
    }
    let mut points = vec![None; room];
    for mark in &strip.marks {
        match *mark {
            PayMark::Range(from, to) if from <= of.end => {
                let (start, end) = (place(of, from, room), place(of, to, room));
                places[start..=end].fill(('─', look));
                places[start].0 = '├';
                if to <= of.end {
                    places[end].0 = if start == end { '│' } else { '┤' };
                }
            }
            PayMark::OrMore(value) | PayMark::Center(_, value) if value <= of.end => {
                let (at, sign) = (place(of, value, room), mark.sign());
                let is_free = |at: &usize| points[*at].is_none_or(|other| other == sign);
                let at = (at..room).find(is_free).or_else(|| (0..at).rev().find(is_free)).unwrap_or(at);
                points[at] = Some(sign);
            }
            _ => {}
        }
    }
    let mut line = String::new();
    for ((sign, paint), point) in places.into_iter().zip(points) {
        let (sign, paint) = point.map_or_else(|| (sign.to_string(), paint), |point| (point.to_owned(), look));
        line += &paint.on(&signs(&sign, style), style);
    }
    line
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Widths are small, shares at most 1.
fn place(of: &PayStrips, value: u64, room: usize) -> usize {
    (of.share(value) * room.saturating_sub(1) as f64).round() as usize
}

/// The labels of the ticks: as many of them as have room, at one distance.
fn axis(of: &PayStrips, room: usize) -> String {
    let labeled = |every: usize| {
        let mut line = String::new();
        for (i, (tick, label)) in of.ticks.iter().enumerate().step_by(every) {
            let length = width(label);
            let start = place(of, *tick, room).saturating_sub(length / 2).min(room.checked_sub(length)?);
            let gap = start.checked_sub(width(&line)).filter(|gap| i == 0 || *gap >= 2)?;
            line += &format!("{}{label}", " ".repeat(gap));
        }
        Some(line)
    };
    (1..=of.ticks.len()).find_map(labeled).unwrap_or_default()
}
