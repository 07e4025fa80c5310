//! The report of `roles list --positions`.

use serde::Serialize;

use super::Report;
use super::document::{Block, Column, Document, Rich, Table};
use super::records::{Sink, Value};
use crate::corpus::Corpus;
use crate::model::Position;

/// Everybody who can be named and has no profile.
pub struct PositionsReport<'a> {
    positions: Vec<&'a Position>,
    is_quiet: bool,
}

impl<'a> PositionsReport<'a> {
    /// Lists the positions of a corpus as it lists them; for line-based formats their ids alone, if it is to be quiet.
    pub fn new(corpus: &'a Corpus, is_quiet: bool) -> Self {
        let positions = corpus.posts.iter().map(|post| -> &'a Position { post });
        Self { positions: positions.filter(|post| corpus.roles.rank(&post.id).is_none()).collect(), is_quiet }
    }

    /// Whether there is nobody.
    pub const fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }
}

impl Report for PositionsReport<'_> {
    fn document(&self) -> Document {
        let mut table =
            Table::new(vec![Column::word("Id"), Column::text("Title"), Column::word("Acronym"), Column::text("Also called")]);
        let or_dash = |text: &str| if text.is_empty() { Rich::muted("-") } else { Rich::plain(text) };
        for post in &self.positions {
            let acronym = post.acronym.as_deref().unwrap_or_default();
            let others = post.alternate_titles.join(", ");
            table.push(vec![Rich::strong(&post.id), Rich::plain(&post.title), or_dash(acronym), or_dash(&others)]);
        }
        Document { blocks: if self.is_empty() { Vec::new() } else { vec![Block::Table(table)] } }
    }

    fn columns(&self) -> Vec<&'static str> {
        if self.is_quiet { vec!["id"] } else { vec!["id", "title", "acronym", "alternate_titles"] }
    }

    fn records(&self, sink: &mut Sink) {
        for post in &self.positions {
            let row = [
                Value::Text(&post.id),
                Value::Text(&post.title),
                Value::optional(post.acronym.as_deref()),
                Value::Texts(&post.alternate_titles),
            ];
            sink(&row[..self.columns().len()]);
        }
    }

    fn data(&self) -> impl Serialize {
        &self.positions
    }
}
