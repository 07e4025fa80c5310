//! Draws figures on one scale with characters.
//!
//! Where there is room, a figure is a line: what is measured, the drawing, the same in words. Elsewhere the drawing has a line
//! of its own below the words, as wide as the screen. Every sign is told apart without color, and in ASCII too.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects};

use super::paint::{BOLD, MUTED, PLAIN, Paint, painted};
use super::wrap::{Line, Overlong, Piece, indented, lines, pieces, whole_width, written};
use crate::model::Statistic;
use crate::report::{BarKind, Chart, ChartBar, ChartCenter, ChartGroup, ChartRow, ChartSign, Scale};
use crate::terminal::Style;
use crate::text::width;

const BAR: Paint = AnsiColor::Cyan.on_default();

/// From this width on words stand beside the drawing: up to 22 columns for the measure, at least 39 for the drawing, 49 for the words,
/// and the gaps between them.
const ROOM_FOR_COLUMNS: usize = 110;

/// A drawing wider than this is no easier to read.
const WIDEST_PLOT: usize = 100;

/// Columns of space between what is measured, the drawing and the words.
const GAP: usize = 2;

/// How far what stands below a role's name is indented where the drawing has a line of its own.
const INDENT: usize = 2;

pub(super) fn write(chart: &Chart, style: Style, out: &mut Vec<u8>) -> io::Result<()> {
    let drawing = Drawing { chart, style, signs: if style.ascii { &ASCII } else { &UNICODE } };
    let columns = (style.width >= ROOM_FOR_COLUMNS).then(|| Columns::new(chart, style.width));
    for group in &chart.groups {
        match &columns {
            Some(columns) => drawing.group_in_columns(group, columns, out)?,
            None => drawing.group_stacked(group, out)?,
        }
        writeln!(out)?;
    }
    drawing.legend(columns.map_or_else(|| drawing.stacked_plot(), |columns| columns.plot), out)
}

/// The characters that are drawn with.
struct Signs {
    average: char,
    median: char,
    midpoint: char,
    /// Left end, line, right end, and both ends in one place, of each kind of bar.
    range: [char; 4],
    outer: [char; 4],
    inner: [char; 4],
    below: char,
    above: char,
    grid: char,
}

const UNICODE: Signs = Signs {
    average: '○',
    median: '◆',
    midpoint: '■',
    range: ['├', '─', '┤', '│'],
    outer: ['╎', '╌', '╎', '╎'],
    inner: ['━', '━', '━', '━'],
    below: '◂',
    above: '▸',
    grid: '·',
};

const ASCII: Signs = Signs {
    average: 'o',
    median: '#',
    midpoint: 'x',
    range: ['|', '-', '|', '|'],
    outer: ['(', '~', ')', ':'],
    inner: ['=', '=', '=', '='],
    below: '<',
    above: '>',
    grid: '.',
};

impl Signs {
    const fn bar(&self, kind: BarKind) -> [char; 4] {
        match kind {
            BarKind::Range => self.range,
            BarKind::Percentiles10To90 => self.outer,
            BarKind::Percentiles25To75 => self.inner,
        }
    }

    const fn center(&self, statistic: Statistic) -> (char, Paint) {
        match statistic {
            Statistic::Average => (self.average, AnsiColor::Yellow.on_default().effects(Effects::BOLD)),
            Statistic::Median => (self.median, AnsiColor::Green.on_default().effects(Effects::BOLD)),
            _ => (self.midpoint, AnsiColor::Magenta.on_default().effects(Effects::BOLD)),
        }
    }
}

/// How a line is divided where words stand beside the drawing.
struct Columns {
    label: usize,
    plot: usize,
    text: usize,
}

impl Columns {
    fn new(chart: &Chart, room: usize) -> Self {
        let rows = || chart.groups.iter().flat_map(|group| &group.rows);
        let labels = rows().map(|row| width(&row.label)).chain(chart.groups.iter().map(|group| width(&group.label)));
        let label = labels.max().unwrap_or(0).clamp(1, room / 5);
        let room = room - label - 2 * GAP;
        let longest = rows().map(|row| whole_width(&in_words(row))).max().unwrap_or(0);
        let text = longest.clamp(1, room * 11 / 20);
        Self { label, plot: even(&chart.scale, (room - text).min(WIDEST_PLOT)), text }
    }
}

/// What stands in one place of a drawing.
type Place = (char, Paint);

struct Drawing<'d> {
    chart: &'d Chart,
    style: Style,
    signs: &'d Signs,
}

impl Drawing<'_> {
    fn group_in_columns(&self, group: &ChartGroup, columns: &Columns, out: &mut Vec<u8>) -> io::Result<()> {
        let gap = " ".repeat(GAP);
        let mut names = wrap(&group.label, columns.label);
        let last = names.pop().unwrap_or_default();
        for name in names {
            self.painted(&name, BOLD, out)?;
            writeln!(out)?;
        }
        self.painted(&last, BOLD, out)?;
        let before = " ".repeat(columns.label.saturating_sub(width(&last)) + GAP);
        writeln!(out, "{before}{}", axis(&self.chart.scale, columns.plot))?;
        let blank = places(&" ".repeat(columns.plot), PLAIN);
        // What is measured is named once for all the rows of it.
        for rows in group.rows.chunk_by(|one, other| one.label == other.label) {
            let mut lines: Vec<(Vec<Place>, Line)> = Vec::new();
            for row in rows {
                let mut plot = Some(self.plot(row, columns.plot));
                let texts = broken(&in_words(row), columns.text).into_iter();
                lines.extend(texts.map(|text| (plot.take().unwrap_or_else(|| blank.clone()), text)));
            }
            let mut labels = wrap(&rows[0].label, columns.label);
            let most = lines.len().max(labels.len());
            lines.resize_with(most, || (blank.clone(), Line::new()));
            labels.resize(most, String::new());
            for (label, (plot, text)) in labels.iter().zip(lines) {
                let before = " ".repeat(columns.label - width(label).min(columns.label) + GAP);
                let text = text.iter().flat_map(|(text, paint)| places(text, *paint)).collect();
                let parts = [places(label, PLAIN), places(&before, PLAIN), plot, places(&gap, PLAIN), text];
                self.line(&parts.concat(), out)?;
            }
        }
        Ok(())
    }

    fn group_stacked(&self, group: &ChartGroup, out: &mut Vec<u8>) -> io::Result<()> {
        let room = self.style.width - INDENT;
        for name in wrap(&group.label, self.style.width) {
            self.painted(&name, BOLD, out)?;
            writeln!(out)?;
        }
        let indent = " ".repeat(INDENT);
        let plot = self.stacked_plot();
        writeln!(out, "{indent}{}", axis(&self.chart.scale, plot))?;
        for (i, row) in group.rows.iter().enumerate() {
            // What is measured is named once for all the rows of it.
            if i == 0 || group.rows[i - 1].label != row.label {
                wrap(&row.label, room).iter().try_for_each(|label| writeln!(out, "{indent}{label}"))?;
            }
            for text in broken(&in_words(row), room - INDENT) {
                writeln!(out, "{indent}{indent}{}", written(&text, self.style.color))?;
            }
            let mut line = places(&indent, PLAIN);
            line.extend(self.plot(row, plot));
            self.line(&line, out)?;
        }
        Ok(())
    }

    /// The places of a drawing with nothing but the round numbers marked.
    fn empty(&self, room: usize) -> Vec<Place> {
        let mut places = vec![(' ', PLAIN); room];
        for tick in &self.chart.scale.ticks {
            places[place(&self.chart.scale, tick.value, room)] = (self.signs.grid, MUTED);
        }
        places
    }

    fn plot(&self, row: &ChartRow, room: usize) -> Vec<Place> {
        let mut places = self.empty(room);
        row.bars.iter().for_each(|bar| self.bar(bar, &mut places));
        let at = apart(row.centers.iter().map(|center| place(&self.chart.scale, center.value, room)).collect(), room);
        for (center, at) in row.centers.iter().zip(at) {
            self.center(center, at, &mut places);
        }
        places
    }

    fn bar(&self, bar: &ChartBar, places: &mut [Place]) {
        let [left, line, right, both] = self.signs.bar(bar.kind);
        let [from, to] = [bar.from, bar.to].map(|value| place(&self.chart.scale, value, places.len()));
        places[from..=to].fill((line, BAR));
        if from == to {
            places[from] = (both, BAR);
        } else {
            (places[from], places[to]) = ((left, BAR), (right, BAR));
        }
        if bar.open_above {
            arrow(places.iter_mut().skip(to), line, self.signs.above);
        }
        if bar.open_below {
            arrow(places[..=from].iter_mut().rev(), line, self.signs.below);
        }
    }

    fn center(&self, center: &ChartCenter, at: usize, places: &mut [Place]) {
        if center.open_above {
            arrow(places.iter_mut().skip(at), self.signs.range[1], self.signs.above);
        }
        places[at] = self.signs.center(center.statistic);
    }

    /// Whether a bar of a kind has both its ends in one place, or one end alone.
    fn is_narrow(&self, kind: BarKind, plot: usize) -> bool {
        let mut bars = self.chart.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.bars);
        let at = |value| place(&self.chart.scale, value, plot);
        bars.any(|bar| bar.kind == kind && at(bar.from) == at(bar.to))
    }

    /// The unit, where no heading says it, and the signs that occur; a line is broken between two of them only.
    fn legend(&self, plot: usize, out: &mut Vec<u8>) -> io::Result<()> {
        let drawn = |sign: ChartSign| match sign {
            ChartSign::Center(statistic) => {
                let (sign, paint) = self.signs.center(statistic);
                (sign.to_string(), paint)
            }
            ChartSign::Bar(kind) => {
                let [left, line, right, both] = self.signs.bar(kind);
                let whole = String::from_iter([left, line, right]);
                // Ends in one place are a sign of their own.
                let or_both = self.is_narrow(kind, plot) && both != line;
                (if or_both { format!("{whole} or {both}") } else { whole }, BAR)
            }
            ChartSign::OpenAbove => (String::from_iter([self.signs.range[1], self.signs.above]), BAR),
            ChartSign::OpenBelow => (String::from_iter([self.signs.below, self.signs.range[1]]), BAR),
            ChartSign::Grade => ("A, B, C".to_owned(), MUTED),
        };
        let unit = (!self.chart.headed).then(|| vec![Piece::bound(&self.chart.unit, MUTED)]);
        let signs = self.chart.signs().into_iter().map(|sign| {
            let (drawn, paint) = drawn(sign);
            vec![Piece::bound(&drawn, paint), Piece::bound(&format!(" {}", sign.meaning()), MUTED)]
        });
        let parts: Vec<Vec<Piece>> = unit.into_iter().chain(signs).collect();
        let legend = parts.join(&Piece::new("; ", MUTED));
        indented(&legend, "", "", self.style).iter().try_for_each(|line| writeln!(out, "{line}"))
    }

    /// Writes a line without the space at its end, each run of one paint in one piece.
    fn line(&self, places: &[Place], out: &mut Vec<u8>) -> io::Result<()> {
        let end = places.iter().rposition(|(sign, _)| *sign != ' ').map_or(0, |last| last + 1);
        let mut line = String::new();
        let mut rest = &places[..end];
        while let Some((_, paint)) = rest.first() {
            // The space between two signs of one paint is of that paint too; before others it is of none.
            let other = rest.iter().position(|(sign, of)| of != paint && *sign != ' ').unwrap_or(rest.len());
            let last = rest[..other].iter().rposition(|(sign, of)| of == paint && (*paint == PLAIN || *sign != ' '));
            let (run, after) = rest.split_at(last.map_or(other, |last| last + 1));
            line.push_str(&painted(&run.iter().map(|(sign, _)| sign).collect::<String>(), *paint, self.style.color));
            rest = after;
        }
        writeln!(out, "{line}")
    }

    fn painted(&self, text: &str, paint: Paint, out: &mut Vec<u8>) -> io::Result<()> {
        write!(out, "{}", painted(text, paint, self.style.color))
    }

    /// Columns of a drawing that has a line of its own.
    fn stacked_plot(&self) -> usize {
        even(&self.chart.scale, (self.style.width - INDENT).min(WIDEST_PLOT))
    }
}

/// An arrow away from the first of some places; in place of it where there is no other.
fn arrow<'p>(places: impl Iterator<Item = &'p mut Place>, line: char, head: char) {
    let mut places: Vec<&mut Place> = places.take(3).collect();
    if let [_, shaft @ .., tip] = places.as_mut_slice() {
        for place in shaft {
            **place = (line, BAR);
        }
        **tip = (head, BAR);
    } else if let [only] = places.as_mut_slice() {
        **only = (head, BAR);
    }
}

/// At most so many columns, of which as many lie between each two round numbers.
fn even(scale: &Scale, most: usize) -> usize {
    let steps = scale.ticks.len().saturating_sub(1).max(1);
    let even = most.saturating_sub(1) / steps * steps + 1;
    if even > steps { even } else { most }
}

/// A figure with what limits it and where it was published.
fn in_words(row: &ChartRow) -> Vec<Piece> {
    let parts = [vec![Piece::new(&row.words, BOLD)], vec![Piece::new(&row.limits, PLAIN)], pieces(&row.origin)];
    let parts: Vec<Vec<Piece>> = parts.into_iter().filter(|part| whole_width(part) > 0).collect();
    parts.join(&Piece::new("; ", PLAIN))
}

fn places(text: &str, paint: Paint) -> Vec<Place> {
    text.chars().map(|sign| (sign, paint)).collect()
}

fn broken(text: &[Piece], room: usize) -> Vec<Line> {
    lines(text, room, Overlong::Broken)
}

/// The lines of a text of one look.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let lines = broken(&[Piece::new(text, PLAIN)], room);
    lines.iter().map(|line| written(line, false)).collect()
}

/// Where a value stands among so many places.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Widths are small, shares at most 1.
fn place(scale: &Scale, value: u64, room: usize) -> usize {
    ((scale.share(value) * room.saturating_sub(1) as f64).round() as usize).min(room.saturating_sub(1))
}

/// The same places, from the lowest, moved as little as it takes that no two are one.
fn apart(mut places: Vec<usize>, room: usize) -> Vec<usize> {
    for i in 1..places.len() {
        places[i] = places[i].max(places[i - 1] + 1);
    }
    let mut most = room.saturating_sub(1);
    for place in places.iter_mut().rev() {
        *place = (*place).min(most);
        most = place.saturating_sub(1);
    }
    places
}

/// The round numbers above a drawing: as many of them as have room, at one distance.
fn axis(scale: &Scale, room: usize) -> String {
    let labeled = |every: usize| {
        let mut line = String::new();
        for (i, tick) in scale.ticks.iter().enumerate().step_by(every) {
            let length = width(&tick.label);
            let start = place(scale, tick.value, room).saturating_sub(length / 2).min(room.checked_sub(length)?);
            let gap = start.checked_sub(width(&line))?;
            if i > 0 && gap < GAP {
                return None;
            }
            line += &" ".repeat(gap);
            line += &tick.label;
        }
        Some(line)
    };
    (1..=scale.ticks.len()).find_map(labeled).unwrap_or_default()
}
