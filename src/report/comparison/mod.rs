//! The report of `roles compare`.

mod lines;
pub(super) mod rows;
mod writer;

use serde_json::Value;

use super::document::Document;
use super::notes::Notes;
use super::{Report, Rows};
use crate::compare::Comparison;
use crate::corpus::Corpus;
pub struct ComparisonReport<'a> {
    pub corpus: &'a Corpus,
    pub comparison: Comparison<'a>,
    /// Figures of a later year are projections.
    pub this_year: Option<u16>,
}

impl ComparisonReport<'_> {
    /// A notice on what a comparison of very many roles leaves out.
    pub fn left_out(&self) -> String {
        writer::not_in_pairs(&self.comparison)
    }
}

impl Report for ComparisonReport<'_> {
    fn document(&self) -> Document {
        let notes = Notes::new(self.corpus);
        let mut blocks = writer::write(self.corpus, &self.comparison, self.this_year, &notes);
        blocks.extend(notes.into_blocks());
        Document { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(&self.comparison)
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        Rows::of(rows::rows(&self.comparison))
    }
}
