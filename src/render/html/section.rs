//! A page as sections within sections.

use std::collections::HashMap;
use std::iter::Peekable;
use std::slice::Iter;

use crate::report::{Block, Page, StyledText};

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
    // `main` is the page's own.
    let id = if id.is_empty() || id == "main" { "section".to_owned() } else { id };
    let times = ids.entry(id.clone()).or_default();
    *times += 1;
    if *times == 1 { id } else { format!("{id}:{times}") }
}
