//! Answers as every format can take them, before any format has been chosen.
//!
//! Each command's answer is a [`Report`] with three faces: a [`Document`] for people, records that are one rectangle for
//! line-based formats, and serializable data for JSON and YAML. Some have a fourth, a [`Graph`] for the formats of drawings.
//! Here is decided what is said; how it looks is the renderers' business, and what is true was settled before.

mod acronym;
mod bibliography;
mod changes;
mod chart;
mod check;
mod codes;
mod comparison;
mod credit;
mod document;
mod graph;
mod list_column;
mod listing;
mod names;
mod notes;
mod paths;
mod pay_chart;
mod position;
mod positions;
mod profile;
mod records;
mod salaries;
mod salary;
mod search;
mod selected;
mod surveys;
mod together;
mod tree;
mod wording;

use serde::Serialize;

pub use bibliography::BibliographyReport;
pub use changes::ChangesReport;
pub use chart::{BarKind, Chart, ChartBar, ChartCenter, ChartGroup, ChartRow, ChartSign, Scale, Tick};
pub use check::CheckReport;
pub use codes::CodesReport;
pub use comparison::ComparisonReport;
pub use credit::Credit;
pub use document::{
    Align, Block, Column, Document, Edit, EditSign, Mark, Note, Rich, SideBySide, SideCell, SideRow, Sign, Span, Table, Tone,
};
pub use graph::{Graph, GraphLine, Node, Remark, Superior, TreeRow};
pub use list_column::ListColumn;
pub use listing::ListReport;
pub use paths::PathsReport;
pub use position::PositionReport;
pub use positions::PositionsReport;
pub use profile::ProfileReport;
pub use records::{Sink, Value};
pub use salaries::SalariesReport;
pub use search::SearchReport;
pub use tree::ChartReport;

/// An answer that can be given in every format.
pub trait Report {
    /// For people: the terminal, Markdown and HTML.
    fn document(&self) -> Document;

    /// What to call the answer where it needs a name and its document has no title or several.
    fn name(&self) -> &'static str {
        "Roles"
    }

    /// For the formats that are drawn from boxes and lines; most answers have none.
    fn graph(&self) -> Option<Graph> {
        None
    }

    /// The names of the columns of the records, as scripts use them.
    fn columns(&self) -> Vec<&'static str>;

    /// For line-based formats, TSV and CSV: hands every record to a sink.
    fn records(&self, sink: &mut Sink);

    /// For JSON and YAML, under the keys of the corpus's files.
    fn data(&self) -> impl Serialize;
}
