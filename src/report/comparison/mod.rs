//! The report of `roles compare`.

mod lines;
pub(super) mod row;
mod rows;
mod sides;
mod writer;

use serde_json::Value;

use super::footnotes::Footnotes;
use super::page::{Block, Page, sources};
use super::styled::StyledText;
use super::{Report, Rows, brief};
use crate::compare::{Brief, Comparison};
use crate::corpus::Corpus;
use crate::model::Role;
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
        let notes = Footnotes::new(self.corpus);
        if let Some(brief) = self.brief.as_ref().filter(|_| self.is_brief) {
            let names = names(self.corpus, &self.comparison.roles);
            let table = brief::table(self.corpus, names, brief, None);
            return Page {
                blocks: vec![Block::Title(StyledText::strong(&brief::heading(&self.comparison.roles))), Block::Brief(table)],
            };
        }
        let mut blocks = writer::write(self.corpus, &self.comparison, self.this_year, &notes);
        if let Some(brief) = &self.brief {
            let names = names(self.corpus, &self.comparison.roles);
            blocks.insert(1, Block::Brief(brief::table(self.corpus, names, brief, Some(&notes))));
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
        Rows::of(rows::rows(self.corpus, &self.comparison)?)
    }
}

/// The name of each role on the page.
fn names(corpus: &Corpus, roles: &[&Role]) -> Vec<String> {
    let ids: Vec<&str> = roles.iter().map(|role| role.id.as_str()).collect();
    super::names::names(corpus, &ids).into_iter().map(str::to_owned).collect()
}
