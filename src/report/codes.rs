//! The report of `roles check --list-codes`.

use serde::Serialize;

use super::Report;
use super::document::{Block, Column, Document, Rich, Table};
use super::records::{Objects, Sink, Value};
use crate::diagnostic::Code;

/// Every kind of problem a corpus can have, by the alphabet: it is looked up from a message.
pub struct CodesReport {
    codes: Vec<Code>,
}

impl CodesReport {
    /// All of them.
    pub fn new() -> Self {
        let mut codes = Code::ALL.to_vec();
        codes.sort_unstable_by_key(|code| code.key());
        Self { codes }
    }
}

impl Default for CodesReport {
    fn default() -> Self {
        Self::new()
    }
}

impl Report for CodesReport {
    fn document(&self) -> Document {
        let mut table = Table::new(vec![Column::word("Code"), Column::word("Severity"), Column::text("Meaning")]);
        for code in &self.codes {
            table.push(vec![Rich::strong(code.key()), Rich::plain(code.severity().key()), Rich::plain(code.meaning())]);
        }
        Document { blocks: vec![Block::Table(table)] }
    }

    fn name(&self) -> &'static str {
        "Problems by code"
    }

    fn columns(&self) -> Vec<&'static str> {
        vec!["code", "severity", "meaning"]
    }

    fn records(&self, sink: &mut Sink) {
        for code in &self.codes {
            sink(&[Value::Text(code.key()), Value::Text(code.severity().key()), Value::Text(code.meaning())]);
        }
    }

    fn data(&self) -> impl Serialize {
        Objects(self)
    }
}
