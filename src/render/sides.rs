//! Roles beside each other on a terminal, and what the signs there mean.

use super::layout::{GAP, LEAST_TOPIC, Layout, Lean, ROLE, Track, draw};
use super::paint::{BOLD, HEAD, MUTED, PLAIN, Paint, of_mark};
use super::stack::{Entry, stack};
use super::table::{Need, share_out};
use super::wrap::{Line, Overlong, Piece, indented, lines, pieces, pieces_in, word_width};
use crate::report::{Mark, Rich, SideBySide, SideCell, SideRow, Sign, Tone};
use crate::terminal::Style;
use crate::text::width;

/// A table with a column of text for each role. Topics have a fifth of the width if they need it and it leaves enough to the
/// roles, none of which has more room than its longest text.
pub(super) fn columns(sides: &SideBySide, style: Style) -> Vec<String> {
    let labels = || sides.rows.iter().map(|row| row.label.text());
    let words = labels().map(|label| word_width(&label)).max().unwrap_or(0).clamp(14, 20);
    let longest = labels().map(|label| width(&label)).max().unwrap_or(0).max(width(&sides.topic));
    let spare = style.width.saturating_sub(1 + GAP + ROLE * sides.roles.len());
    let topic = longest.min(words.max(spare.min(style.width / 5)));
    let role = |i: usize| {
        let texts = sides.rows.iter().filter_map(|row| match &row.cells[i] {
            SideCell::Says(texts) => texts.iter().map(Rich::width).max(),
            _ => Some(1),
        });
        Need { whole: texts.max().unwrap_or(0).max(width(&sides.roles[i])), least: 1 }
    };
    let needs: Vec<Need> = [1, topic].map(fixed).into_iter().chain((0..sides.roles.len()).map(role)).collect();
    let cell = |cell: &SideCell| match cell {
        SideCell::Says(texts) => texts.iter().map(pieces).collect(),
        other => vec![vec![Piece::new(nothing(other, style), MUTED)]],
    };
    drawn(sides, &needs, Lean::Left, |row| row.cells.iter().map(cell).collect(), style)
}

/// A table with a column of marks for each role.
pub(super) fn matrix(sides: &SideBySide, style: Style) -> Vec<String> {
    let roles = sides.roles.iter().map(|role| Need { whole: width(role), least: word_width(role) });
    let labels = sides.rows.iter().map(|row| row.label.width()).chain([width(&sides.topic)]);
    let topic = Need { whole: labels.max().unwrap_or(0), least: LEAST_TOPIC };
    let needs: Vec<Need> = [fixed(1), topic].into_iter().chain(roles).collect();
    let cells = |row: &SideRow| {
        let mark = |cell: &SideCell| match cell {
            SideCell::Says(_) => Piece::new(has(style), of_mark(row.mark)),
            other => Piece::new(nothing(other, style), MUTED),
        };
        row.cells.iter().map(|cell| vec![vec![mark(cell)]]).collect()
    };
    drawn(sides, &needs, Lean::Center, cells, style)
}

const fn fixed(width: usize) -> Need {
    Need { whole: width, least: width }
}

/// A row for each topic: its sign, its name, and a cell for each role.
fn drawn(
    sides: &SideBySide,
    needs: &[Need],
    lean: Lean,
    cells: impl Fn(&SideRow) -> Vec<Vec<Vec<Piece>>>,
    style: Style,
) -> Vec<String> {
    let widths = share_out(needs, style.width);
    let broken = |(texts, width): (Vec<Vec<Piece>>, &usize)| -> Vec<Line> {
        texts.iter().flat_map(|text| lines(text, *width, Overlong::Broken)).collect()
    };
    let row = |texts: Vec<Vec<Vec<Piece>>>| texts.into_iter().zip(&widths).map(broken).collect::<Vec<_>>();
    let text = |text: &str, paint: Paint| vec![vec![Piece::new(text, paint)]];
    let heads = ["", &sides.topic].into_iter().chain(sides.roles.iter().map(String::as_str));
    let mut rows = vec![row(heads.map(|head| text(head, HEAD)).collect())];
    rows.extend(sides.rows.iter().map(|of| {
        let paint = of_mark(of.mark);
        row([text(sign(of.mark, style), paint), vec![label(of, paint)]].into_iter().chain(cells(of)).collect())
    }));
    let leans = [Lean::Left; 2].into_iter().chain(sides.roles.iter().map(|_| lean));
    let tracks: Vec<Track> = widths.iter().zip(leans).map(|(&width, lean)| Track { width, lean }).collect();
    draw(&rows, &tracks, style)
}

/// The name of a row in the paint of its mark; notes stand back.
fn label(row: &SideRow, paint: Paint) -> Vec<Piece> {
    pieces_in(&row.label, |tone| if tone == Tone::Muted { MUTED } else { paint })
}

/// Topic by topic, each role's text below the other's; those of whom nothing is said are named together.
pub(super) fn stacked(sides: &SideBySide, style: Style) -> Vec<String> {
    let mut page = Vec::new();
    for row in &sides.rows {
        let paint = of_mark(row.mark);
        let sign = super::paint::painted(sign(row.mark, style), paint, style.color);
        let gap = if sign.is_empty() { "  " } else { " " };
        page.extend(indented(&label(row, paint | BOLD.get_effects()), &format!("{sign}{gap}"), "  ", style));
        let mut entries: Vec<Entry> = Vec::new();
        let mut without: Vec<(&SideCell, usize)> = Vec::new();
        for (role, cell) in sides.roles.iter().zip(&row.cells) {
            if let SideCell::Says(texts) = cell {
                entries.push(Entry { names: vec![role], texts: texts.iter().map(pieces).collect() });
            } else if let Some((_, place)) = without.iter().find(|(known, _)| *known == cell) {
                entries[*place].names.push(role);
            } else {
                without.push((cell, entries.len()));
                entries.push(Entry { names: vec![role], texts: vec![vec![Piece::new(nothing(cell, style), MUTED)]] });
            }
        }
        page.extend(stack(&entries, 4, style));
    }
    page
}

/// Signs with what they mean, each as it looks elsewhere; a line is broken between two of them only.
pub(super) fn legend(signs: &[Sign], style: Style) -> Vec<String> {
    let of = |sign: &Sign| match sign {
        Sign::Mark(mark) => (self::sign(*mark, style), of_mark(*mark)),
        Sign::Cell(SideCell::Says(_)) => (has(style), PLAIN),
        Sign::Cell(cell) => (nothing(cell, style), MUTED),
    };
    let entries = signs.iter().enumerate().flat_map(|(i, sign)| {
        let (drawn, paint) = of(sign);
        let end = if i + 1 < signs.len() { "; " } else { "" };
        [Piece::new(drawn, paint), Piece::bound(&format!(" {}", sign.meaning()), MUTED), Piece::new(end, MUTED)]
    });
    indented(&entries.collect::<Vec<_>>(), "", "", style)
}

/// Whether any part of a page is drawn with marks in place of texts.
pub(super) fn resolves_to_marks<'s>(mut sides: impl Iterator<Item = &'s SideBySide>, layout: Layout, style: Style) -> bool {
    sides.any(|sides| layout.resolve(sides, style) == Layout::Matrix)
}

/// The sign of a mark, which says the same as its color.
const fn sign(mark: Mark, style: Style) -> &'static str {
    match (mark, style.ascii) {
        (Mark::Shared, _) => "=",
        (Mark::Partly, true) => "%",
        (Mark::Partly, false) => "≈",
        (Mark::Related, _) => "~",
        (Mark::Only | Mark::None, _) => "",
    }
}

/// What stands for a text where there is no room for it.
const fn has(style: Style) -> &'static str {
    if style.ascii { "x" } else { "●" }
}

/// What stands in a cell without text.
const fn nothing(cell: &SideCell, style: Style) -> &'static str {
    match (cell, style.ascii) {
        (SideCell::Unknown, _) => "?",
        (_, true) => "-",
        (_, false) => "–",
    }
}
