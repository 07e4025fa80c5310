//! Answers before a format is chosen.
//!
//! A verb returns an [`Answer`]; most answers hold a [`Report`], which has two faces: a page for people and plain values for
//! programs, nested for JSON and YAML, flat for TSV and CSV. Some can be drawn as a [`Graph`] too. Reports choose the words;
//! `render` chooses their looks.

mod acronym;
mod answer;
mod bibliography;
mod brief;
mod changes;
mod check;
mod codes;
mod comparison;
mod credit;
mod figure_columns;
mod footnotes;
mod graph;
mod list_column;
mod listing;
mod names;
mod page;
mod paths;
mod pay;
mod pay_line;
mod pay_strip;
mod position;
mod positions;
mod profile;
mod rows;
mod salaries;
mod search;
mod styled;
mod together;
mod tree;
mod wording;

use serde_json::Value;

pub use answer::{Answer, Body};
pub use bibliography::BibliographyReport;
pub use brief::{BriefTable, DutyLine, FactRow};
pub use changes::ChangesReport;
pub use check::CheckReport;
pub use codes::CodesReport;
pub use comparison::ComparisonReport;
pub use credit::{credit_line, credits};
pub use graph::{Graph, GraphLine, Node, TreeRow};
pub use list_column::ListColumn;
pub use listing::ListReport;
pub use page::{Align, Block, Column, Edit, GroupKind, Page, SideBySide, SideGroup, SideRow, Table};
pub use paths::PathsReport;
pub use pay_strip::{PayMark, PayStrips, Strip};
pub use position::PositionReport;
pub use positions::PositionsReport;
pub use profile::ProfileReport;
pub use rows::{Rows, field};
pub use salaries::SalariesReport;
pub use search::SearchReport;
pub use styled::{Footnote, Span, StyledText, Tone};
pub use tree::ChartReport;

/// An answer that can be given in every format.
pub trait Report {
    /// The page for people: terminal, Markdown and HTML.
    fn page(&self) -> Page;

    /// The name of an answer whose page has no title, or several.
    fn name(&self) -> &'static str {
        "Roles"
    }

    /// For the formats of drawings; most answers have none.
    fn graph(&self) -> Option<Graph> {
        None
    }

    /// For JSON and YAML, under the keys of the corpus's files.
    fn data(&self) -> serde_json::Result<Value>;

    /// For TSV and CSV.
    fn rows(&self) -> serde_json::Result<Rows>;
}
