//! A page as sections within sections.

use super::sides;
use super::words::TextWriter;
use crate::report::{Block, BriefTable, Page, PayStrips};
use crate::text::thousands;

/// A heading with all that stands under it.
pub(super) struct PageSection<'d> {
    pub(super) title: String,
    /// Unlike that of any other section.
    pub(super) id: String,
    /// All blocks below the heading.
    pub(super) all: &'d [Block],
    /// Those before the first section.
    pub(super) blocks: &'d [Block],
    pub(super) sections: Vec<Self>,
}

impl<'d> PageSection<'d> {
    /// The whole page under its title; several titles are sections, and the name stands for none.
    pub(super) fn root(page: &'d Page, name: &str) -> Self {
        let titles: Vec<String> =
            page.blocks.iter().filter_map(heading).filter(|(rank, _)| *rank == 1).map(|(_, title)| title).collect();
        let title = if titles.is_empty() { name.to_owned() } else { titles.join("; ") };
        let all = match page.blocks.split_first() {
            Some((Block::Title(_), rest)) if titles.len() == 1 => rest,
            _ => &page.blocks,
        };
        // The page itself has these ids.
        let mut ids = ["", "main", "contents"].map(str::to_owned).to_vec();
        Self::new(title, all, &mut ids)
    }

    fn new(title: String, all: &'d [Block], ids: &mut Vec<String>) -> Self {
        let id = id_of(&title, ids);
        let rank = |block: &Block| heading(block).map(|(rank, _)| rank);
        let top = all.iter().filter_map(rank).min();
        let mut chunks = all.chunk_by(|_, next| rank(next).is_none() || rank(next) != top).peekable();
        let blocks = chunks.next_if(|chunk| rank(&chunk[0]) != top || top.is_none()).unwrap_or_default();
        let section = |chunk: &'d [Block]| Some(Self::new(heading(&chunk[0])?.1, &chunk[1..], ids));
        Self { title, id, all, blocks, sections: chunks.filter_map(section).collect() }
    }

    /// The answer at its beginning; below an answer everything else is folded.
    pub(super) fn answer(&self) -> Option<&'d BriefTable> {
        self.blocks.iter().find_map(Block::brief)
    }

    /// The findings shown on a closed section, each with its count: `12 shared`, `23 only COO`; for pay the line of each role;
    /// else the number of entries.
    pub(super) fn findings(&self, words: &TextWriter) -> Vec<(usize, String)> {
        let pay = self.pay().flat_map(|of| &of.strips).map(|strip| (strip.figures, format!("{} {}", strip.name, strip.span)));
        let kinds = sides::kinds(self.all).into_iter().map(|(kind, rows)| (rows, format!("{rows} {}", words.kind(kind))));
        let listed = |block: &Block| match block {
            Block::SideBySide(sides) => sides.groups.iter().map(|group| group.rows.len()).sum(),
            Block::List(points) => points.len(),
            Block::Table(table) => table.rows().len(),
            Block::Footnotes(notes) => notes.len(),
            _ => 0,
        };
        // A table with headings holds counts itself.
        let is_counted = self.all.iter().any(|block| matches!(block, Block::Table(table) if table.has_heading()));
        let listed: usize = if is_counted { 0 } else { self.all.iter().map(listed).sum() };
        let listed = (listed > 0).then(|| (listed, thousands(listed as u64))).into_iter();
        [pay.collect(), kinds.collect(), listed.collect::<Vec<_>>()]
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The pictures of pay in it, one for each currency and period.
    pub(super) fn pay(&self) -> impl Iterator<Item = &'d PayStrips> {
        self.all.iter().filter_map(|block| if let Block::PayStrips(of) = block { Some(of) } else { None })
    }
}

/// The rank of a heading and its text.
fn heading(block: &Block) -> Option<(u8, String)> {
    match block {
        Block::Title(text) => Some((1, text.text())),
        Block::Heading(text) => Some((2, text.text())),
        Block::Subheading(text) => Some((3, text.text())),
        _ => None,
    }
}

/// The letters and digits of a heading, with a number after the first of its like; the ids of footnotes have a colon.
fn id_of(title: &str, ids: &mut Vec<String>) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id: String = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-").chars().take(80).collect();
    let times = ids.iter().filter(|known| **known == id).count();
    ids.push(id.clone());
    if times == 0 { id } else { format!("{id}:{}", times + 1) }
}
