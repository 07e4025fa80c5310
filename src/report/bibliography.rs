//! The report of `roles sources`.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::page::{Block, Page};
use super::styled::{Footnote, StyledText, Tone};
use super::wording;
use super::{Report, Rows};
use crate::corpus::{Corpus, Element, pair_elements, role_elements};
use crate::model::{Grade, Role, Source};
use crate::text::{count, thousands};

/// Every source with its grade and how often each role cites it.
pub struct BibliographyReport<'a> {
    corpus: &'a Corpus,
    entries: Vec<SourceEntry<'a>>,
}

#[derive(Serialize)]
struct SourceEntry<'a> {
    #[serde(flatten)]
    source: &'a Source,
    /// Citations by roles and pairs together.
    cited: usize,
    cited_by_pairs: usize,
    cited_by: Vec<CitedBy<'a>>,
}

#[derive(Serialize)]
struct CitedBy<'a> {
    role: &'a str,
    times: usize,
}

impl SourceEntry<'_> {
    /// Who cites it and how often, the pairs last.
    fn citing(&self) -> impl Iterator<Item = (&str, usize)> {
        let roles = self.cited_by.iter().map(|by| (by.role, by.times));
        roles.chain([("pairs", self.cited_by_pairs)]).filter(|(_, times)| *times > 0)
    }
}

impl<'a> BibliographyReport<'a> {
    /// Counts the citations of some roles, and of the pairs among them, in a corpus.
    pub fn new(corpus: &'a Corpus, roles: &[&'a Role], grades: &[Grade]) -> Self {
        let counted = |elements: Vec<Element<'a>>| {
            let mut counts: HashMap<&str, usize> = HashMap::new();
            elements.into_iter().flat_map(|element| element.sources).for_each(|id| *counts.entry(id).or_default() += 1);
            counts
        };
        let by_role: Vec<_> = roles.iter().map(|role| (&*role.id, counted(role_elements(role)))).collect();
        let is_asked = |id: &String| roles.iter().any(|role| role.id == *id);
        let by_pairs = corpus.pairs.iter().filter(|pair| pair.roles.iter().all(is_asked)).flat_map(pair_elements);
        let by_pairs = counted(by_pairs.collect());
        let entry = |source: &'a Source| {
            let times = |counts: &HashMap<&str, usize>| counts.get(&*source.id).copied().unwrap_or_default();
            let cited_by = by_role.iter().map(|(role, counts)| CitedBy { role, times: times(counts) });
            let (cited_by, cited_by_pairs): (Vec<CitedBy>, _) = (cited_by.collect(), times(&by_pairs));
            let cited = cited_by.iter().map(|by| by.times).sum::<usize>() + cited_by_pairs;
            SourceEntry { source, cited, cited_by_pairs, cited_by }
        };
        let wanted = |entry: &SourceEntry| entry.cited > 0 && grades.contains(&entry.source.grade);
        let mut entries: Vec<SourceEntry> = corpus.sources.iter().map(entry).filter(wanted).collect();
        entries.sort_by_key(|entry| (entry.source.grade, std::cmp::Reverse(entry.cited)));
        Self { corpus, entries }
    }
}

impl BibliographyReport<'_> {
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A source with the number of its citations, in all and by role.
    fn note(&self, entry: &SourceEntry) -> Footnote {
        let by: Vec<(&str, usize)> = entry.citing().map(|(id, times)| (self.corpus.short_title(id), times)).collect();
        let by = match by.as_slice() {
            // The total says it all.
            [(name, _)] => (*name).to_owned(),
            // No line breaks between a name and its number.
            all => all.iter().map(|(name, times)| format!("{name}\u{a0}{times}")).collect::<Vec<_>>().join(", "),
        };
        let cited = match entry.cited {
            1 => "Cited\u{a0}once".to_owned(),
            times => format!("Cited\u{a0}{}\u{a0}times", thousands(times as u64)),
        };
        Footnote {
            label: format!("[{}]", entry.source.grade.key()),
            text: wording::publication(entry.source).and(&cited, Tone::Strong).and(&format!(": {by}"), Tone::Plain),
            url: entry.source.url.clone(),
        }
    }
}

impl Report for BibliographyReport<'_> {
    fn page(&self) -> Page {
        if self.is_empty() {
            return Page::default();
        }
        // The entries are sorted by grade.
        let by_grade: Vec<&[SourceEntry]> = self.entries.chunk_by(|one, next| one.source.grade == next.source.grade).collect();
        let order = if self.entries.len() > 1 { ", the most cited of each grade first" } else { "" };
        let has_pairs = self.entries.iter().any(|entry| entry.cited_by_pairs > 0);
        let pairs = if has_pairs { "; \"pairs\" counts statements on two roles together" } else { "" };
        let summary = format!("{}{order}{pairs}.", count(self.entries.len(), "source", "sources"));
        let mut blocks = vec![Block::Title(StyledText::strong("Sources")), Block::Paragraph(StyledText::from(summary))];
        for entries in by_grade {
            let grade = entries[0].source.grade;
            let summary = format!("{}: {}.", count(entries.len(), "source", "sources"), wording::grade(grade));
            blocks.push(Block::Heading(StyledText::strong(&format!("Grade {}", grade.key()))));
            blocks.push(Block::Paragraph(StyledText::muted(&summary)));
            blocks.push(Block::Footnotes(entries.iter().map(|entry| self.note(entry)).collect()));
        }
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        serde_json::to_value(&self.entries)
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let columns = ["id", "grade", "published", "title", "publisher", "url", "note", "cited", "cited_by"];
        let row = |entry: &SourceEntry| {
            let Source { id, grade, published, title, publisher, url, note } = entry.source;
            let by: Vec<String> = entry.citing().map(|(id, times)| format!("{id}={times}")).collect();
            [
                json!(id),
                json!(grade),
                json!(published),
                json!(title),
                json!(publisher),
                json!(url),
                json!(note),
                json!(entry.cited),
                json!(by),
            ]
        };
        Ok(Rows::table(columns, self.entries.iter().map(row)))
    }
}
