//! The report of `roles list --positions`.

use serde_json::Value;

use super::page::{Block, Column, Page, Table};
use super::styled::StyledText;
use super::{Report, Rows};
use crate::corpus::Corpus;
use crate::model::Position;

/// Every position without a profile, in the order of the corpus.
pub struct PositionsReport<'a>(Vec<&'a Position>);

impl<'a> PositionsReport<'a> {
    pub fn new(corpus: &'a Corpus) -> Self {
        Self(corpus.posts.iter().filter(|post| corpus.roles.rank(&post.id).is_none()).collect())
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|post| post.id.as_str())
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Report for PositionsReport<'_> {
    fn page(&self) -> Page {
        let mut table =
            Table::new(vec![Column::word("Id"), Column::text("Title"), Column::word("Acronym"), Column::text("Also called")]);
        let or_dash = |text: &str| if text.is_empty() { StyledText::muted("-") } else { StyledText::plain(text) };
        for post in &self.0 {
            let acronym = or_dash(post.acronym.as_deref().unwrap_or_default());
            let others = or_dash(&post.alternate_titles.join(", "));
            table.push(vec![StyledText::strong(&post.id), StyledText::plain(&post.title), acronym, others]);
        }
        Page { blocks: if self.is_empty() { Vec::new() } else { vec![Block::Table(table)] } }
    }

    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(&self.0)
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        Rows::of(self.0.iter().copied().cloned())
    }
}
