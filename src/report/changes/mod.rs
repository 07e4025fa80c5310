//! The report of `roles diff`.

mod rows;
mod writer;

use serde_json::Value;

use super::page::Page;
use super::{Report, Rows};
use crate::corpus::Corpus;
use crate::diff::{Changes, DiffOptions, diff};

/// The changes between two versions of a corpus.
pub struct ChangesReport {
    pub old: Corpus,
    pub new: Corpus,
    /// The corpus below both, if it is not the built-in one alone.
    pub below: Option<Corpus>,
    pub built_in: Option<&'static Corpus>,
    pub options: DiffOptions,
    /// The versions as typed.
    pub names: [String; 2],
}

impl ChangesReport {
    pub fn changes(&self) -> Changes<'_> {
        let below = self.below.as_ref().or(self.built_in);
        diff(&self.old, &self.new, below, &self.options)
    }
}

impl Report for ChangesReport {
    fn page(&self) -> Page {
        Page { blocks: writer::write(&self.changes(), &self.names) }
    }

    fn name(&self) -> &'static str {
        "Changes"
    }

    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self.changes())
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        Rows::of(rows::rows(&self.changes()))
    }
}
