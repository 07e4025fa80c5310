//! A document as sections within sections: what a page numbers, links and hides.

use std::collections::HashMap;
use std::iter::Peekable;
use std::slice;

use crate::report::{Block, Document, Mark};
use crate::text::thousands;

/// So many titles are named in the title of a page.
const MOST_NAMED: usize = 4;

/// A heading with all that stands under it.
pub(super) struct Section<'d> {
    /// The heading.
    pub(super) title: String,
    /// By which it is linked, unlike that of any other section.
    pub(super) id: String,
    /// 1 for the page itself.
    pub(super) level: u8,
    /// What stands right under the heading.
    pub(super) blocks: Vec<&'d Block>,
    /// The parts that have headings of their own.
    pub(super) sections: Vec<Self>,
    /// How the document ranks the heading; a section holds what ranks below its own.
    rank: u8,
}

/// How many rows there are of which kind.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    /// Rows that all of the roles have.
    pub(super) shared: usize,
    /// Rows that not all of them have.
    pub(super) different: usize,
    /// Whether there is anything that is neither.
    pub(super) more: bool,
}

/// Arranges a document; the name is the title of a page that has none of its own, or several.
pub(super) fn outline<'d>(document: &'d Document, name: &str) -> Section<'d> {
    let titles: Vec<String> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Title(text) => Some(text.text()),
            _ => None,
        })
        .collect();
    let (title, rank) = match titles.as_slice() {
        [] => (name.to_owned(), 0),
        [only] => (only.clone(), 1),
        few if few.len() <= MOST_NAMED => (few.join("; "), 0),
        [named @ .., _] => {
            let named = &named[..MOST_NAMED - 1];
            (format!("{} and {} more", named.join("; "), thousands((titles.len() - named.len()) as u64)), 0)
        }
    };
    let mut root = Section { title, id: String::new(), level: 1, blocks: Vec::new(), sections: Vec::new(), rank };
    let mut blocks = document.blocks.iter().peekable();
    // The only title is the heading of the page.
    if rank == 1 {
        blocks.next_if(|block| matches!(block, Block::Title(_)));
    }
    root.fill(&mut blocks, &mut Ids::default());
    root
}

impl<'d> Section<'d> {
    fn fill(&mut self, rest: &mut Peekable<slice::Iter<'d, Block>>, ids: &mut Ids) {
        while let Some(&block) = rest.peek() {
            let (text, rank) = match block {
                Block::Title(text) => (text, 1),
                Block::Heading(text) => (text, 2),
                Block::Subheading(text) => (text, 3),
                _ => {
                    self.blocks.push(block);
                    rest.next();
                    continue;
                }
            };
            if rank <= self.rank {
                return;
            }
            rest.next();
            let title = text.text();
            let id = ids.of(&title);
            let mut section = Self { title, id, level: self.level + 1, blocks: Vec::new(), sections: Vec::new(), rank };
            section.fill(rest, ids);
            self.sections.push(section);
        }
    }

    /// How many rows there are in it, its parts included.
    pub(super) fn counts(&self) -> Counts {
        let blocks = self.blocks.iter().map(|block| Counts::of(block));
        blocks.chain(self.sections.iter().map(Self::counts)).fold(Counts::default(), Counts::and)
    }
}

impl Counts {
    /// The rows of a block.
    pub(super) fn of(block: &Block) -> Self {
        let Block::SideBySide(sides) = block else { return Self { more: true, ..Self::default() } };
        sides.rows.iter().fold(Self::default(), |counts, row| match row.mark {
            Mark::Shared => Self { shared: counts.shared + 1, ..counts },
            Mark::Partly | Mark::Related | Mark::Only => Self { different: counts.different + 1, ..counts },
            Mark::None => Self { more: true, ..counts },
        })
    }

    const fn and(self, other: Self) -> Self {
        Self { shared: self.shared + other.shared, different: self.different + other.different, more: self.more || other.more }
    }

    /// The class of what has nothing to show once rows of one kind are hidden.
    pub(super) const fn lacking(self) -> Option<&'static str> {
        match self {
            Self { shared: 0, different: 1.., more: false } => Some("none-shared"),
            Self { shared: 1.., different: 0, more: false } => Some("none-different"),
            _ => None,
        }
    }
}

/// Gives every section an id of its own.
#[derive(Default)]
struct Ids {
    given: HashMap<String, usize>,
}

impl Ids {
    /// The letters and digits of a heading, with a number where there was the like before; the ids of other things have a colon.
    fn of(&mut self, title: &str) -> String {
        let words: Vec<String> = title
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        let id: String = words.join("-").chars().take(80).collect();
        // `main` is the page's own.
        let id = if id.is_empty() || id == "main" { "section".to_owned() } else { id };
        let times = self.given.entry(id.clone()).or_default();
        *times += 1;
        if *times == 1 { id } else { format!("{id}:{times}") }
    }
}
