//! The report of `roles list --positions`.

use serde::Serialize;
use serde_json::Value;

use super::page::{Block, Column, Page, Table};
use super::styled::StyledText;
use super::{Report, Rows};
use crate::corpus::Corpus;
use crate::model::Position;

/// Every position without a profile.
pub struct PositionsReport<'a> {
    positions: Vec<&'a Position>,
}

impl<'a> PositionsReport<'a> {
    /// The positions of a corpus, in its order.
    pub fn new(corpus: &'a Corpus) -> Self {
        Self { positions: corpus.posts.iter().filter(|post| corpus.roles.rank(&post.id).is_none()).collect() }
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.positions.iter().map(|post| post.id.as_str())
    }

    pub const fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }
}

impl Report for PositionsReport<'_> {
    fn page(&self) -> Page {
        let mut table =
            Table::new(vec![Column::word("Id"), Column::text("Title"), Column::word("Acronym"), Column::text("Also called")]);
        let or_dash = |text: &str| if text.is_empty() { StyledText::muted("-") } else { StyledText::plain(text) };
        for post in &self.positions {
            let acronym = post.acronym.as_deref().unwrap_or_default();
            let others = post.alternate_titles.join(", ");
            table.push(vec![StyledText::strong(&post.id), StyledText::plain(&post.title), or_dash(acronym), or_dash(&others)]);
        }
        Page { blocks: if self.is_empty() { Vec::new() } else { vec![Block::Table(table)] } }
    }

    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(&self.positions)
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        #[derive(Default, Serialize)]
        struct PositionRow<'a> {
            id: &'a str,
            title: &'a str,
            acronym: Option<&'a str>,
            alternate_titles: &'a [String],
        }

        Rows::of(self.positions.iter().map(|post| PositionRow {
            id: &post.id,
            title: &post.title,
            acronym: post.acronym.as_deref(),
            alternate_titles: &post.alternate_titles,
        }))
    }
}
