//! Lays out tables for a terminal. The only file that names comfy-table.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width};

use super::wrap::{Line, word_width, written};
use crate::report::SideBySide;
use crate::terminal::Style;

/// How roles stand beside each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Columns where there is room for them; else stacked text for two roles, and a matrix of marks for more where it fits.
    #[default]
    Auto,
    /// A column of text for each role.
    Columns,
    /// A column of marks for each role.
    Matrix,
    /// Each role's text below the other's.
    Stacked,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Columns, Self::Matrix, Self::Stacked];

    /// The word people type.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Columns => "columns",
            Self::Matrix => "matrix",
            Self::Stacked => "stacked",
        }
    }

    /// What a layout comes to for some roles in some columns of width.
    pub(super) fn resolve(self, sides: &SideBySide, style: Style) -> Self {
        const TOPIC: usize = 3 + 18;
        let marks = || sides.roles.iter().map(|role| word_width(role) + GAP).sum::<usize>();
        match self {
            Self::Auto if TOPIC + ROLE * sides.roles.len() <= style.width => Self::Columns,
            Self::Auto if sides.roles.len() > 2 && 3 + LEAST_TOPIC + marks() > style.width => Self::Stacked,
            Self::Auto | Self::Matrix if sides.roles.len() > 2 && sides.marks_suffice => Self::Matrix,
            Self::Matrix if sides.marks_suffice => Self::Matrix,
            Self::Auto | Self::Matrix => Self::Stacked,
            chosen => chosen,
        }
    }
}

/// The least that a role has of the width in a column of its own, with the gap to the next.
pub(super) const ROLE: usize = 22 + GAP;

/// The least that the names of topics have of the width in a matrix.
pub(super) const LEAST_TOPIC: usize = 8;

/// Columns of space between two columns of a table.
pub(super) const GAP: usize = 2;

/// To which side the cells of a column lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lean {
    Left,
    Center,
    Right,
}

/// A column: its width, and to which side its cells lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Track {
    pub(super) width: usize,
    pub(super) lean: Lean,
}

/// Cells that were broken into lines, beside each other; none of their lines is wider than its column.
pub(super) fn draw(rows: &[Vec<Vec<Line>>], tracks: &[Track], style: Style) -> Vec<String> {
    let mut grid = Grid::new();
    grid.load_style(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    for row in rows {
        grid.add_row(
            row.iter().map(|lines| Cell::new(lines.iter().map(|line| written(line, false)).collect::<Vec<_>>().join("\n"))),
        );
    }
    for (track, column) in tracks.iter().zip(grid.column_iter_mut()) {
        // Constraints count the space on both sides of a cell.
        let width = u16::try_from(track.width + GAP).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        column.set_cell_alignment(match track.lean {
            Lean::Left => CellAlignment::Left,
            Lean::Center => CellAlignment::Center,
            Lean::Right => CellAlignment::Right,
        });
    }
    let heights = rows.iter().map(|row| row.iter().map(Vec::len).max().unwrap_or(0).max(1));
    let places =
        rows.iter().zip(heights).flat_map(|(row, height)| (0..height).map(move |i| row.iter().map(move |cell| cell.get(i))));
    // Neither the space to the left of the first column nor that to the right of the last.
    let painted = grid.lines().zip(places).map(|(line, cells)| in_color(line.strip_prefix(' ').unwrap_or(&line), cells, style));
    painted.collect()
}

/// A line of a table in the looks of what stands in its cells.
fn in_color<'l>(plain: &str, cells: impl Iterator<Item = Option<&'l Line>>, style: Style) -> String {
    let mut rest = plain;
    let mut line = String::with_capacity(plain.len());
    for cell in cells.flatten().filter(|cell| !cell.is_empty()) {
        let text = rest.trim_start_matches(' ');
        line.push_str(&rest[..rest.len() - text.len()]);
        line.push_str(&written(cell, style.color));
        rest = text.get(cell.iter().map(|(text, _)| text.len()).sum()..).unwrap_or_default();
    }
    line
}
