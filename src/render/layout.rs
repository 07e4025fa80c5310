//! Lays out tables for a terminal. The only file that names comfy-table.

use comfy_table::presets::NOTHING;
use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table as Grid, Width};

use crate::report::{Align, Column, Mark, Rich, SideBySide, SideCell, Table, Tone};
use crate::terminal::Style;
use crate::text::width;

/// How roles stand beside each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Columns where there is room for them; else stacked text for two roles, and a matrix of marks for more.
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
    #[must_use]
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
        const ROLE: usize = 22 + GAP;
        match self {
            Self::Auto if TOPIC + ROLE * sides.roles.len() <= style.width => Self::Columns,
            Self::Auto | Self::Matrix if sides.roles.len() > 2 && sides.marks_suffice => Self::Matrix,
            Self::Matrix if sides.marks_suffice => Self::Matrix,
            Self::Auto | Self::Matrix => Self::Stacked,
            chosen => chosen,
        }
    }
}

/// Columns of space between two columns of a table.
const GAP: usize = 2;

/// A table as lines, no wider than the style allows where that is possible at all.
pub(super) fn table(table: &Table, style: Style) -> Vec<String> {
    let mut grid = grid(style);
    if table.has_heading() {
        grid.set_header(table.columns().iter().map(|column| heading(&column.label, style)));
    }
    for row in table.rows() {
        grid.add_row(row.iter().map(|text| cell(text, style)));
    }
    for (i, least) in least_widths(table, style).into_iter().enumerate() {
        set_least(&mut grid, i, least);
        if let (Align::Right, Some(column)) = (table.columns()[i].align, grid.column_mut(i)) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    lines(&grid)
}

/// The least width of each column: words that belong together stay together if there is room, else words stay whole, and
/// only where not even that fits is the room shared out.
fn least_widths(table: &Table, style: Style) -> Vec<usize> {
    let columns = || table.columns().iter().enumerate();
    let cells = |i: usize| table.rows().iter().map(move |row| &row[i]);
    let words = |(i, column): (usize, &Column)| {
        let longest = widest_word(cells(i).map(Rich::text).chain([column.label.clone()]));
        let whole = if column.align == Align::Right { cells(i).map(Rich::width).max().unwrap_or(0) } else { 0 };
        longest.max(whole).min(style.width / 3)
    };
    let together = |(i, column): (usize, &Column)| {
        let widest = || cells(i).map(Rich::width).chain([width(&column.label)]).max().unwrap_or(0);
        if column.wraps { words((i, column)) } else { widest().min(style.width / 2) }
    };
    let fits = |widths: &Vec<usize>| widths.iter().map(|width| width + GAP).sum::<usize>() <= style.width + GAP;
    let share = (style.width / table.columns().len().max(1)).saturating_sub(GAP).max(1);
    let together: Vec<usize> = columns().map(together).collect();
    let words: Vec<usize> = columns().map(words).collect();
    [together, words.clone()].into_iter().find(fits).unwrap_or_else(|| words.into_iter().map(|width| width.min(share)).collect())
}

/// Roles beside each other as a table with a column of text for each.
pub(super) fn columns(sides: &SideBySide, style: Style) -> Vec<String> {
    let mut grid = grid(style);
    let heads = ["", &sides.topic].into_iter().chain(sides.roles.iter().map(String::as_str));
    grid.set_header(heads.map(|head| heading(head, style)));
    for row in &sides.rows {
        let texts = row.cells.iter().map(|cell| match cell {
            SideCell::Says(texts) => Cell::new(texts.iter().map(Rich::text).collect::<Vec<_>>().join("\n")),
            other => muted(nothing(other, style), style),
        });
        grid.add_row(
            [marked(sign(row.mark, style), row.mark, style), marked(&row.label.text(), row.mark, style)].into_iter().chain(texts),
        );
    }
    let label = widest_word(sides.rows.iter().map(|row| row.label.text())).clamp(14, 20);
    let room = style.width.saturating_sub(1 + GAP + label) / sides.roles.len().max(1);
    set_exactly(&mut grid, 0, 1);
    set_exactly(&mut grid, 1, label);
    (0..sides.roles.len()).for_each(|i| set_exactly(&mut grid, i + 2, room.saturating_sub(GAP).max(1)));
    lines(&grid)
}

/// Roles beside each other as a table with a column of marks for each.
pub(super) fn matrix(sides: &SideBySide, style: Style) -> Vec<String> {
    let mut grid = grid(style);
    let heads = ["", &sides.topic].into_iter().chain(sides.roles.iter().map(String::as_str));
    grid.set_header(heads.map(|head| heading(head, style)));
    let has = if style.ascii { "x" } else { "●" };
    for row in &sides.rows {
        let marks = row.cells.iter().map(|cell| match cell {
            SideCell::Says(_) => marked(has, row.mark, style),
            other => muted(nothing(other, style), style),
        });
        grid.add_row(
            [marked(sign(row.mark, style), row.mark, style), marked(&row.label.text(), row.mark, style)].into_iter().chain(marks),
        );
    }
    for i in 0..sides.roles.len() {
        if let Some(column) = grid.column_mut(i + 2) {
            column.set_cell_alignment(CellAlignment::Center);
        }
    }
    lines(&grid)
}

/// The sign of a mark, which says the same as its color.
pub(super) const fn sign(mark: Mark, style: Style) -> &'static str {
    match (mark, style.ascii) {
        (Mark::Shared, _) => "=",
        (Mark::Partly, true) => "%",
        (Mark::Partly, false) => "≈",
        (Mark::Related, _) => "~",
        (Mark::Only | Mark::None, _) => "",
    }
}

/// What stands in a cell without text.
pub(super) const fn nothing(cell: &SideCell, style: Style) -> &'static str {
    match (cell, style.ascii) {
        (SideCell::Unknown, _) => "?",
        (_, true) => "-",
        (_, false) => "–",
    }
}

fn grid(style: Style) -> Grid {
    // comfy-table asks the terminal and crossterm the environment, unless they are told that all is settled. Where there is
    // to be no color, no cell asks for any.
    crossterm::style::force_color_output(true);
    let mut grid = Grid::new();
    grid.force_no_tty().load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    grid.set_width(u16::try_from(style.width + GAP).unwrap_or(u16::MAX)).style_text_only();
    if style.color {
        grid.enforce_styling();
    }
    grid
}

/// The lines of a table without the space to the left of the first column and to the right of the last.
fn lines(grid: &Grid) -> Vec<String> {
    grid.lines().map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned()).collect()
}

fn heading(label: &str, style: Style) -> Cell {
    let cell = Cell::new(label);
    if style.color { cell.add_attribute(Attribute::Bold).add_attribute(Attribute::Underlined) } else { cell }
}

fn cell(text: &Rich, style: Style) -> Cell {
    let cell = Cell::new(text.text());
    match text.spans.first().map(|span| span.tone) {
        Some(Tone::Strong) if style.color && text.spans.len() == 1 => cell.add_attribute(Attribute::Bold),
        Some(Tone::Muted) if style.color && text.spans.len() == 1 => cell.add_attribute(Attribute::Dim),
        _ => cell,
    }
}

fn marked(text: &str, mark: Mark, style: Style) -> Cell {
    let cell = Cell::new(text);
    match mark {
        Mark::Shared if style.color => cell.fg(Color::DarkGreen),
        Mark::Partly if style.color => cell.fg(Color::DarkCyan),
        Mark::Related if style.color => cell.fg(Color::DarkYellow),
        _ => cell,
    }
}

fn muted(text: &str, style: Style) -> Cell {
    let cell = Cell::new(text);
    if style.color { cell.add_attribute(Attribute::Dim) } else { cell }
}

fn set_least(grid: &mut Grid, column: usize, width: usize) {
    constrain(grid, column, |width| ColumnConstraint::LowerBoundary(Width::Fixed(width)), width);
}

fn set_exactly(grid: &mut Grid, column: usize, width: usize) {
    constrain(grid, column, |width| ColumnConstraint::Absolute(Width::Fixed(width)), width);
}

fn constrain(grid: &mut Grid, column: usize, constraint: impl Fn(u16) -> ColumnConstraint, width: usize) {
    if let Some(column) = grid.column_mut(column) {
        // Constraints count the space on both sides of a cell.
        column.set_constraint(constraint(u16::try_from(width + GAP).unwrap_or(u16::MAX)));
    }
}

fn widest_word(texts: impl Iterator<Item = String>) -> usize {
    texts.filter_map(|text| text.split(' ').map(width).max()).max().unwrap_or(0)
}
