//! The report of `roles check --list-codes`.

use serde_json::Value;

use super::page::{Block, Column, Page, Table};
use super::styled::StyledText;
use super::{Report, Rows};
use crate::diagnostic::Code;

/// Every kind of problem, in alphabetical order: readers come from a message.
pub struct CodesReport {
    codes: Vec<Code>,
}

impl Default for CodesReport {
    fn default() -> Self {
        let mut codes = Code::ALL.to_vec();
        codes.sort_unstable_by_key(|code| code.key());
        Self { codes }
    }
}

impl Report for CodesReport {
    fn page(&self) -> Page {
        let mut table = Table::new(vec![Column::word("Code"), Column::word("Severity"), Column::text("Meaning")]);
        for code in &self.codes {
            table.push(vec![
                StyledText::strong(code.key()),
                StyledText::plain(code.severity().key()),
                StyledText::plain(code.meaning()),
            ]);
        }
        Page { blocks: vec![Block::Table(table)] }
    }

    fn name(&self) -> &'static str {
        "Problems by code"
    }

    fn data(&self) -> serde_json::Result<Value> {
        Ok(self.rows()?.into_objects())
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let row = |code: &Code| [code.key(), code.severity().key(), code.meaning()].map(Value::from);
        Ok(Rows::table(["code", "severity", "meaning"], self.codes.iter().map(row)))
    }
}
