//! The report of `roles compare`.

mod lines;
pub(super) mod record;
mod records;
mod writer;

use serde::Serialize;

use super::Report;
use super::document::Document;
use super::notes::Notes;
use super::records::Sink;
use crate::compare::Comparison;
use crate::corpus::Corpus;

/// How two or more roles differ.
pub struct ComparisonReport<'a> {
    corpus: &'a Corpus,
    comparison: &'a Comparison<'a>,
    this_year: Option<u16>,
}

impl<'a> ComparisonReport<'a> {
    /// Reports a comparison made from a corpus.
    pub const fn new(corpus: &'a Corpus, comparison: &'a Comparison<'a>) -> Self {
        Self { corpus, comparison, this_year: None }
    }

    /// The same as read in a year: figures of a later one are projections.
    pub const fn in_year(self, this_year: Option<u16>) -> Self {
        Self { this_year, ..self }
    }

    /// What is not compared where the roles are very many.
    pub fn left_out(&self) -> String {
        writer::not_in_pairs(self.comparison)
    }
}

impl Report for ComparisonReport<'_> {
    fn document(&self) -> Document {
        let notes = Notes::new(self.corpus);
        let mut blocks = writer::write(self.corpus, self.comparison, self.this_year, &notes);
        blocks.extend(notes.into_blocks());
        Document { blocks }
    }

    fn columns(&self) -> Vec<&'static str> {
        vec!["section", "topic", "status", "role", "text", "facet", "related_to", "sources", "likeness"]
    }

    fn records(&self, sink: &mut Sink) {
        records::put_all(self.comparison, sink);
    }

    fn data(&self) -> impl Serialize {
        self.comparison
    }
}
