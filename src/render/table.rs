//! Tables on a terminal: as wide as their texts where there is room, broken into lines where there is not, and row below row
//! where nothing but single words would stand beside each other.

use super::layout::{GAP, Lean, Track, draw};
use super::paint::{HEAD, PLAIN};
use super::wrap::{Line, Overlong, Piece, indented, lines, pieces, whole_width, word_width};
use crate::report::{Align, Column, Table};
use crate::terminal::Style;
use crate::text::width;

/// A column that is to be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Need {
    /// Columns that its longest text takes on one line.
    pub(super) whole: usize,
    /// Columns that it is not to have less of.
    pub(super) least: usize,
}

/// How wide each column is to be: as wide as its longest text if there is room for all, else each has its least, and what is
/// left goes to the narrowest first.
pub(super) fn share_out(needs: &[Need], room: usize) -> Vec<usize> {
    let room = (room + GAP).saturating_sub(GAP * needs.len());
    let widths = |most: usize| needs.iter().map(move |need| need.whole.min(most.max(need.least)).max(1));
    let most = (1..=room).rev().find(|most| widths(*most).sum::<usize>() <= room).unwrap_or(1);
    widths(most).collect()
}

/// The texts of a cell, a paragraph each.
type Texts = Vec<Vec<Piece>>;

/// A table as lines, no wider than the style allows where that is possible at all.
pub(super) fn table(table: &Table, style: Style) -> Vec<String> {
    let rows = rows(table);
    let heads: Vec<Texts> = table.columns().iter().map(|column| vec![vec![Piece::new(&column.label, HEAD)]]).collect();
    let widths = widths(table, &rows, style);
    let broken = |row: &Vec<Texts>| row.iter().zip(&widths).map(|(texts, width)| broken(texts, *width)).collect::<Vec<_>>();
    let mut drawn: Vec<Vec<Vec<Line>>> = rows.iter().map(broken).collect();
    if table.has_heading() {
        if table.columns()[0].wraps && drawn.iter().any(|row| is_crushed(row)) {
            return row_below_row(table, &rows, style);
        }
        drawn.insert(0, broken(&heads));
    }
    let lean = |column: &Column| if column.align == Align::Right { Lean::Right } else { Lean::Left };
    let tracks: Vec<Track> =
        table.columns().iter().zip(&widths).map(|(column, &width)| Track { width, lean: lean(column) }).collect();
    draw(&drawn, &tracks, style)
}

fn broken(texts: &Texts, width: usize) -> Vec<Line> {
    texts.iter().flat_map(|text| lines(text, width, Overlong::Broken)).collect()
}

/// The texts of each row; where the table has no heading, what has no label belongs to the label above it.
fn rows(table: &Table) -> Vec<Vec<Texts>> {
    let is_labeled = !table.has_heading() && table.columns().len() == 2;
    let mut rows: Vec<Vec<Texts>> = Vec::new();
    for row in table.rows() {
        match rows.last_mut() {
            Some(above) if is_labeled && row[0].is_empty() => above[1].push(pieces(&row[1])),
            _ => rows.push(row.iter().map(|cell| vec![pieces(cell)]).collect()),
        }
    }
    rows
}

/// How wide each column is: texts as they are if there is room; else the heads of numbers and words are broken, then texts,
/// then also what is to be kept whole; and only where not even words fit is the room shared out.
fn widths(table: &Table, rows: &[Vec<Texts>], style: Style) -> Vec<usize> {
    let columns = || table.columns().iter().enumerate();
    let cells = |i: usize| rows.iter().flat_map(move |row| &row[i]).map(|text| whole_width(text)).max().unwrap_or(0);
    let word = |i: usize| {
        let longest = table.rows().iter().map(|row| word_width(&row[i].text())).max().unwrap_or(0);
        longest.max(word_width(&table.columns()[i].label))
    };
    let whole = |(i, column): (usize, &Column)| cells(i).max(width(&column.label));
    let kept = |(i, column): (usize, &Column)| {
        if column.wraps { word(i).min(style.width / 3) } else { cells(i).max(word_width(&column.label)).min(style.width / 2) }
    };
    let words = |(i, column): (usize, &Column)| {
        let least = if column.align == Align::Right { cells(i).max(word(i)) } else { word(i) };
        least.min(style.width / 3)
    };
    let fits = |widths: &Vec<usize>| widths.iter().map(|width| width + GAP).sum::<usize>() <= style.width + GAP;
    let mut wholes: Vec<usize> = columns().map(whole).collect();
    if fits(&wholes) {
        return wholes;
    }
    let (kept, words): (Vec<usize>, Vec<usize>) = (columns().map(kept).collect(), columns().map(words).collect());
    if fits(&kept) {
        // What is kept whole has enough; labels of a table without headings leave most of the room to what they name.
        let labels = usize::from(!table.has_heading());
        for (i, column) in columns().filter(|(i, column)| !column.wraps || *i < labels) {
            wholes[i] = if column.wraps { wholes[i].min(kept[i].max(style.width / 3)) } else { kept[i] };
        }
    }
    let need = |(whole, least): (usize, usize)| Need { whole, least };
    let shared = || share_out(&words.iter().map(|width| need((*width, 1))).collect::<Vec<_>>(), style.width);
    let least = [kept.clone(), words.clone()].into_iter().find(fits).unwrap_or_else(shared);
    let needs: Vec<Need> = wholes.into_iter().zip(least).map(need).collect();
    share_out(&needs, style.width)
}

/// Whether the label of a row is broken into many more lines than what stands beside it.
fn is_crushed(row: &[Vec<Line>]) -> bool {
    const MOST: usize = 3;
    let beside = row.iter().skip(1).map(Vec::len).max().unwrap_or(0);
    row.first().is_some_and(|label| label.len() > MOST && label.len() > beside)
}

/// Each row as its label with the other cells after each other below it, each with the heading of its column where there are
/// several.
fn row_below_row(table: &Table, rows: &[Vec<Texts>], style: Style) -> Vec<String> {
    let mut page = indented(&[Piece::new(&table.columns()[0].label, HEAD)], "", "  ", style);
    let others = &table.columns()[1..];
    for row in rows {
        let [label, cells @ ..] = row.as_slice() else { continue };
        page.extend(label.iter().flat_map(|text| indented(text, "", "  ", style)));
        let mut text = Vec::new();
        for (column, cell) in others.iter().zip(cells).filter(|(_, cell)| cell.iter().any(|text| whole_width(text) > 0)) {
            text.extend((!text.is_empty()).then(|| Piece::new("; ", PLAIN)));
            // A number stays with its heading.
            text.extend((others.len() > 1).then(|| Piece::bound(&format!("{} ", column.label), PLAIN)));
            text.extend(cell.iter().flatten().cloned());
        }
        page.extend(indented(&text, "    ", "    ", style));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_leaves_its_room_to_what_is_long() {
        let need = |whole| Need { whole, least: 3 };
        assert_eq!(share_out(&[need(5), need(90), need(90)], 60), [5, 25, 25]);
        assert_eq!(share_out(&[need(5), need(20), need(90)], 200), [5, 20, 90]);
        assert_eq!(share_out(&[Need { whole: 40, least: 40 }, need(90)], 52), [40, 10]);
    }
}
