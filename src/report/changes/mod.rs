//! The report of `roles diff`.

mod records;
mod words;
mod writer;

use serde::Serialize;

use super::Report;
use super::document::Document;
use super::records::Sink;
use crate::diff::Changes;

/// What has changed between two versions of a corpus.
pub struct ChangesReport<'a> {
    changes: &'a Changes<'a>,
    names: [&'a str; 2],
}

impl<'a> ChangesReport<'a> {
    /// Reports changes from one version to another, each by the name it was asked for.
    pub const fn new(changes: &'a Changes<'a>, names: [&'a str; 2]) -> Self {
        Self { changes, names }
    }
}

impl Report for ChangesReport<'_> {
    fn document(&self) -> Document {
        Document { blocks: writer::write(self.changes, self.names) }
    }

    fn name(&self) -> &'static str {
        "Changes"
    }

    fn columns(&self) -> Vec<&'static str> {
        records::COLUMNS.to_vec()
    }

    fn records(&self, sink: &mut Sink) {
        records::put_all(self.changes, sink);
    }

    fn data(&self) -> impl Serialize {
        self.changes
    }
}
