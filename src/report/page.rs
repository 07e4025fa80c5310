//! An answer for people: headings, paragraphs, tables and footnotes, with meaning where looks would be.

use super::brief::BriefTable;
use super::footnotes::Footnotes;
use super::graph::Graph;
use super::pay_strip::PayStrips;
use super::styled::{Footnote, StyledText};
use crate::diagnostic::Diagnostic;
use crate::diff::Change;
use crate::text::clean;

/// A whole answer, from top to bottom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Title(StyledText),
    /// Begins a section.
    Heading(StyledText),
    /// Begins a part of a section.
    Subheading(StyledText),
    /// The answer in a few facts.
    Brief(BriefTable),
    Paragraph(StyledText),
    List(Vec<StyledText>),
    Table(Table),
    PayStrips(PayStrips),
    SideBySide(SideBySide),
    /// Posts and the lines between them.
    Graph(Graph),
    Edits(Vec<Edit>),
    Footnotes(Vec<Footnote>),
    /// Problems of a corpus, each with its line.
    Problems(Vec<Diagnostic>),
}

impl Block {
    pub const fn brief(&self) -> Option<&BriefTable> {
        if let Self::Brief(brief) = self { Some(brief) } else { None }
    }

    pub const fn sides(&self) -> Option<&SideBySide> {
        if let Self::SideBySide(sides) = self { Some(sides) } else { None }
    }
}

/// Rows and columns; every row has a cell for every column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<StyledText>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading; a table whose columns all have none shows no heading.
    pub label: String,
    pub align: Align,
    /// Whether its cells may be broken into lines.
    pub wraps: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

impl Column {
    /// A column of text that may be broken into lines.
    pub fn text(label: &str) -> Self {
        Self { label: clean(label).into_owned(), align: Align::Left, wraps: true }
    }

    /// A column of words that are kept whole.
    pub fn word(label: &str) -> Self {
        Self { wraps: false, ..Self::text(label) }
    }

    pub fn number(label: &str) -> Self {
        Self { align: Align::Right, ..Self::word(label) }
    }
}

impl Table {
    pub const fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row, filled up with empty cells or cut to the number of columns.
    pub fn push(&mut self, mut row: Vec<StyledText>) {
        debug_assert_eq!(row.len(), self.columns.len(), "a row has a cell for every column");
        row.resize(self.columns.len(), StyledText::default());
        self.rows.push(row);
    }

    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub fn rows(&self) -> &[Vec<StyledText>] {
        &self.rows
    }

    /// Whether any column has a heading.
    pub fn has_heading(&self) -> bool {
        self.columns.iter().any(|column| !column.label.is_empty())
    }
}

/// What roles say, topic by topic, in groups by who says it.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// The subject of a row, in a word.
    pub topic: String,
    pub roles: Vec<String>,
    pub groups: Vec<SideGroup>,
    /// What an empty cell shows.
    pub absent: &'static str,
}

/// Rows that the same roles have.
#[derive(Debug, Clone, PartialEq)]
pub struct SideGroup {
    pub kind: GroupKind,
    /// `Both (13)`; empty where the rows are not about who has what.
    pub label: String,
    /// The roles whose cells are shown.
    pub columns: Vec<usize>,
    pub rows: Vec<SideRow>,
}

/// The kinds of groups, by the roles that have the rows, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// The rows are not about who has what.
    Plain,
    Shared,
    Partly,
    /// Each has a topic that is related to one of another.
    Related,
    Only,
}

/// One topic.
#[derive(Debug, Clone, PartialEq)]
pub struct SideRow {
    /// The words for it, with notes on the row as a whole.
    pub label: StyledText,
    /// The statements of each role; none where the sources say nothing.
    pub cells: Vec<Vec<StyledText>>,
}

/// One thing that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub change: Change,
    pub what: StyledText,
}

impl Edit {
    /// The sign beside the word for the change, which means the same.
    pub const fn sign(&self) -> &'static str {
        match self.change {
            Change::Added => "+",
            Change::Removed => "-",
            // Its place or its name is another.
            Change::Moved | Change::Renamed => ">",
            Change::Changed | Change::Reworded | Change::Sources => "~",
        }
    }
}

/// The section of the sources that a page cites.
pub(super) fn sources(footnotes: Footnotes) -> Vec<Block> {
    let (grades, footnotes) = footnotes.finish();
    if footnotes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(StyledText::strong("Sources"))];
    blocks.extend((!grades.is_empty()).then(|| Block::Paragraph(StyledText::muted(&format!("Grades. {}.", grades.join("; "))))));
    blocks.push(Block::Footnotes(footnotes));
    blocks
}
