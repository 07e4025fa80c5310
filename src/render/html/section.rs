//! A page as sections within sections.

use std::collections::HashMap;
use std::iter::Peekable;
use std::slice::Iter;

use super::sides;
use crate::report::{Block, BriefTable, Page, StyledText};

/// A heading with all that stands under it.
pub(super) struct PageSection<'d> {
    pub(super) title: String,
    /// Unlike that of any other section.
    pub(super) id: String,
    pub(super) blocks: Vec<&'d Block>,
    pub(super) sections: Vec<Self>,
}

impl<'d> PageSection<'d> {
    /// The whole page under its title; the name stands for none, or for many.
    pub(super) fn root(page: &'d Page, name: &str) -> Self {
        const MOST_TITLES: usize = 4;
        let title = |block: &Block| if let Block::Title(text) = block { Some(text.text()) } else { None };
        let titles: Vec<String> = page.blocks.iter().filter_map(title).collect();
        let mut blocks = page.blocks.iter().peekable();
        if titles.len() == 1 {
            blocks.next_if(|block| matches!(block, Block::Title(_)));
        }
        let title = if (1..=MOST_TITLES).contains(&titles.len()) { titles.join("; ") } else { name.to_owned() };
        Self::filled(title, String::new(), u8::from(titles.len() == 1), &mut blocks, &mut HashMap::new())
    }

    /// A section with all blocks up to the next heading of its rank.
    fn filled(
        title: String,
        id: String,
        rank: u8,
        rest: &mut Peekable<Iter<'d, Block>>,
        ids: &mut HashMap<String, usize>,
    ) -> Self {
        let mut section = Self { title, id, blocks: Vec::new(), sections: Vec::new() };
        while let Some(block) = rest.next_if(|block| heading(block).is_none_or(|(below, _)| below > rank)) {
            match heading(block) {
                None => section.blocks.push(block),
                Some((below, text)) => {
                    let title = text.text();
                    let id = id_of(&title, ids);
                    section.sections.push(Self::filled(title, id, below, rest, ids));
                }
            }
        }
        section
    }

    /// The answer it begins with; below one everything else is folded.
    pub(super) fn answer(&self) -> Option<&'d BriefTable> {
        self.blocks.iter().find_map(|block| block.brief())
    }

    /// Its blocks and those of the sections in it.
    pub(super) fn all_blocks(&self) -> Vec<&'d Block> {
        self.blocks.iter().copied().chain(self.sections.iter().flat_map(Self::all_blocks)).collect()
    }

    fn is_pay(&self) -> bool {
        self.all_blocks().iter().any(|block| matches!(block, Block::PayStrips(_)))
    }

    /// The number of things it lists.
    pub(super) fn count(&self) -> Option<usize> {
        let blocks = self.all_blocks();
        // Of pay, the figures in the table without a heading.
        let figure = |block: &&Block| match block {
            Block::Table(table) if self.is_pay() && !table.has_heading() => table.rows().len(),
            _ => 0,
        };
        let kinds: usize = sides::kinds(blocks.iter().copied()).iter().map(|kind| kind.rows).sum();
        // A table with headings holds counts itself.
        let is_counted = blocks.iter().any(|block| matches!(block, Block::Table(table) if table.has_heading()));
        let listed = |block: &&Block| match block {
            Block::SideBySide(sides) => sides.groups.iter().map(|group| group.rows.len()).sum(),
            Block::List(points) if !is_counted => points.len(),
            Block::Table(table) if !is_counted => table.rows().len(),
            Block::Footnotes(notes) => notes.len(),
            _ => 0,
        };
        let counts = [blocks.iter().map(figure).sum(), kinds, blocks.iter().map(listed).sum()];
        counts.into_iter().find(|count| *count > 0)
    }

    /// What a reader learns before the section is opened: `12 shared, 23 only COO, 24 only CCO`, or how much there is.
    pub(super) fn finding(&self) -> String {
        let kinds = if self.is_pay() { Vec::new() } else { sides::kinds(self.all_blocks()) };
        let parts: Vec<String> = kinds.iter().map(|kind| format!("{} {}", kind.rows, kind.label)).collect();
        if parts.is_empty() { self.count().map_or_else(String::new, |count| count.to_string()) } else { parts.join(", ") }
    }
}

const fn heading(block: &Block) -> Option<(u8, &StyledText)> {
    match block {
        Block::Title(text) => Some((1, text)),
        Block::Heading(text) => Some((2, text)),
        Block::Subheading(text) => Some((3, text)),
        _ => None,
    }
}

/// The letters and digits of a heading, with a number after the first of its like; the ids of footnotes have a colon.
fn id_of(title: &str, ids: &mut HashMap<String, usize>) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id: String = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-").chars().take(80).collect();
    // These are the page's own.
    let id = if id.is_empty() || ["main", "contents"].contains(&id.as_str()) { "section".to_owned() } else { id };
    let times = ids.entry(id.clone()).or_default();
    *times += 1;
    if *times == 1 { id } else { format!("{id}:{times}") }
}
