//! The report of `roles compare`.

mod lines;
pub(super) mod row;
mod rows;
mod sides;
mod writer;

use serde_json::Value;

use super::figure_columns::FigureColumns;
use super::footnotes::Footnotes;
use super::names::names;
use super::page::{Block, Page, sources};
use super::{Report, Rows, brief};
use crate::compare::{Brief, Comparison};
use crate::corpus::Corpus;
use row::ComparisonRow;
use writer::Writer;

pub struct ComparisonReport<'a> {
    pub corpus: &'a Corpus,
    pub comparison: Comparison<'a>,
    /// The few facts that set the roles apart.
    pub brief: Option<Brief<'a>>,
    /// Whether the page is the brief alone.
    pub is_brief: bool,
    /// Figures of a later year are projections.
    pub this_year: Option<u16>,
}

impl Report for ComparisonReport<'_> {
    fn page(&self) -> Page {
        let ids: Vec<&str> = self.comparison.roles.iter().map(|role| role.id.as_str()).collect();
        let (names, notes) = (names(self.corpus, &ids), Footnotes::new(self.corpus));
        let cited = Some(&notes).filter(|_| !self.is_brief);
        let answer = self.brief.as_ref().map(|brief| Block::Brief(brief::table(self.corpus, &names, brief, cited)));
        let writer =
            Writer { corpus: self.corpus, comparison: &self.comparison, names: &names, this_year: self.this_year, notes: &notes };
        let mut blocks = vec![writer.title()];
        blocks.extend(answer);
        if !self.is_brief {
            blocks.extend(writer.sections());
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        let mut data = serde_json::to_value(&self.comparison)?;
        if let (Some(brief), Value::Object(fields)) = (&self.brief, &mut data) {
            fields.insert("answer".to_owned(), serde_json::to_value(brief)?);
        }
        Ok(data)
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        // Most rows have no figure of pay.
        let complete = ComparisonRow { figure: Some(FigureColumns::default()), ..ComparisonRow::default() };
        Rows::like(&complete, rows::rows(self.corpus, &self.comparison)?)
    }
}
