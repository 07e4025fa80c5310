//! Tables on a terminal: columns where there is room for them, else row below row.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width};

use super::paint::{HEAD, NO_BREAK};
use super::words::{bound, paragraph, written};
use crate::report::{Align, Column, Table};
use crate::terminal::Style;
use crate::text::width;

/// Space between two columns.
pub(super) const GAP: usize = 2;

/// The least width of a column of text.
const LEAST: usize = 14;

/// Cells wider than this may be broken in any column where room is short.
const LONG: usize = 24;

/// A column as it is to be drawn.
pub(super) struct Track {
    pub(super) head: String,
    pub(super) align: Align,
    pub(super) width: Share,
}

impl Track {
    pub(super) fn new(head: &str, width: Share) -> Self {
        Self { head: head.to_owned(), align: Align::Left, width }
    }
}

/// A column's share of the width.
pub(super) enum Share {
    Fixed(usize),
    AtMost(usize),
    /// A share of the width that the others leave.
    Rest,
}

/// A table, no wider than the room where that is possible at all.
pub(super) fn table(table: &Table, style: Style) -> String {
    let room = style.width;
    let is_headed = table.has_heading();
    // The least room for the numbers of notes.
    let notes = if table.columns().len() > 2 { LEAST.max(room / 4) } else { room / 2 };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in table.rows() {
        let row: Vec<String> = row.iter().map(|cell| written(cell, notes, style)).collect();
        match rows.last_mut() {
            // Without headings, a row without a label belongs to the label above it.
            Some(above) if !is_headed && row[0].is_empty() => {
                above.iter_mut().zip(&row).skip(1).for_each(|(above, cell)| above.extend(["\n", cell]));
            }
            _ => rows.push(row),
        }
    }
    let last = table.columns().len().saturating_sub(1);
    let (mut whole, mut tightest) = (0, 0);
    let mut tracks = Vec::new();
    for (i, column) in table.columns().iter().enumerate() {
        let widest = |separators: &[char]| rows.iter().flat_map(|row| row[i].split(separators).map(width)).max().unwrap_or(0);
        let cells = widest(&['\n']);
        let head = column.label.split(' ').map(width).max().unwrap_or(0);
        let wraps = column.wraps || cells > LONG;
        let tight = head.max(if wraps { widest(&[' ', '\n']).max(LEAST.min(cells)) } else { cells });
        whole += cells.max(width(&column.label)) + GAP;
        tightest += tight + GAP;
        let width = match wraps {
            // Labels leave most of the room to the texts beside them.
            true if !is_headed && i < last => Share::AtMost(room / 3),
            true => Share::Rest,
            false => Share::Fixed(tight.min(room / 2)),
        };
        tracks.push(Track { head: HEAD.on(&column.label, style), align: column.align, width });
    }
    if whole <= room + GAP {
        for track in &mut tracks {
            track.width = Share::Rest;
        }
    } else if is_headed && tightest > room + GAP {
        return row_below_row(table.columns(), &rows, style);
    }
    draw(&tracks, rows, is_headed, room)
}

/// Cells in columns.
pub(super) fn draw(tracks: &[Track], rows: Vec<Vec<String>>, is_headed: bool, room: usize) -> String {
    let mut grid = Grid::new();
    let all = u16::try_from(room + GAP).unwrap_or(u16::MAX);
    grid.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(all);
    if is_headed {
        grid.set_header(tracks.iter().map(|track| Cell::new(&track.head)));
    }
    for row in rows {
        grid.add_row(row.into_iter().map(Cell::new_owned));
    }
    for (track, column) in tracks.iter().zip(grid.column_iter_mut()) {
        column.set_padding((0, 2));
        let fixed = |width: usize| Width::Fixed(u16::try_from(width.max(1) + GAP).unwrap_or(u16::MAX));
        match track.width {
            Share::Fixed(width) => column.set_constraint(ColumnConstraint::Absolute(fixed(width))),
            Share::AtMost(width) => column.set_constraint(ColumnConstraint::UpperBoundary(fixed(width))),
            Share::Rest => column,
        };
        column.set_cell_alignment(if track.align == Align::Right { CellAlignment::Right } else { CellAlignment::Left });
    }
    grid.trim_fmt() + "\n"
}

/// Each row as its label, with the other cells one after another below it.
fn row_below_row(columns: &[Column], rows: &[Vec<String>], style: Style) -> String {
    let room = style.width;
    let [first, others @ ..] = columns else { return String::new() };
    let mut page = paragraph(&HEAD.on(&first.label, style), "", "  ", room);
    for row in rows {
        page += &paragraph(&row[0], "", "  ", room);
        let cells = others.iter().zip(&row[1..]).filter(|(_, cell)| !cell.is_empty());
        let cells = cells.map(|(column, cell)| {
            // A number stays with its heading.
            if others.len() > 1 { format!("{}{NO_BREAK}{cell}", bound(&column.label, style)) } else { cell.clone() }
        });
        let text = cells.collect::<Vec<_>>().join("; ");
        page += &if text.is_empty() { String::new() } else { paragraph(&text, "    ", "    ", room) };
    }
    page
}
