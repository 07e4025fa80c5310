//! The report of `roles sources`.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use super::page::{Block, Page};
use super::styled::{Footnote, StyledText, Tone};
use super::wording::{self, sentence};
use super::{Report, Rows};
use crate::corpus::{Corpus, Element, pair_elements, role_elements};
use crate::model::{Date, Grade, Role, Source};
use crate::text::{count, thousands};

/// Every source with its grade and how often each role cites it.
pub struct BibliographyReport<'a> {
    roles: Vec<&'a Role>,
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

impl<'a> BibliographyReport<'a> {
    /// Counts the citations of some roles, and of the pairs among them, in a corpus.
    pub fn new(corpus: &'a Corpus, roles: Vec<&'a Role>, grades: &[Grade]) -> Self {
        let counted = |elements: Vec<Element<'a>>| {
            let mut counts: HashMap<&str, usize> = HashMap::new();
            for source in elements.into_iter().flat_map(|element| element.sources) {
                *counts.entry(source).or_default() += 1;
            }
            counts
        };
        let by_role: Vec<_> = roles.iter().map(|role| counted(role_elements(role))).collect();
        let is_asked = |id: &str| roles.iter().any(|role| role.id == *id);
        let pairs = corpus.pairs.iter().filter(|pair| pair.roles.iter().all(|role| is_asked(role)));
        let by_pairs = counted(pairs.flat_map(pair_elements).collect());
        let entry = |source: &'a Source| {
            let times = |counts: &HashMap<&str, usize>| counts.get(source.id.as_str()).copied().unwrap_or_default();
            let cited_by: Vec<CitedBy> =
                roles.iter().zip(&by_role).map(|(role, counts)| CitedBy { role: &role.id, times: times(counts) }).collect();
            let cited_by_pairs = times(&by_pairs);
            SourceEntry {
                source,
                cited: cited_by.iter().map(|by| by.times).sum::<usize>() + cited_by_pairs,
                cited_by_pairs,
                cited_by,
            }
        };
        let wanted = |entry: &SourceEntry| entry.cited > 0 && grades.contains(&entry.source.grade);
        let sources = corpus.sources.iter().map(|source| -> &'a Source { source });
        let mut entries: Vec<SourceEntry> = sources.map(entry).filter(wanted).collect();
        entries.sort_by_key(|entry| (entry.source.grade, std::cmp::Reverse(entry.cited)));
        Self { roles, entries }
    }
}

impl BibliographyReport<'_> {
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A source with the number of its citations, in all and by role.
    fn note(&self, entry: &SourceEntry) -> Footnote {
        let by = self.roles.iter().zip(&entry.cited_by).map(|(role, by)| (role.short_name(), by.times));
        let by: Vec<(&str, usize)> = by.chain([("pairs", entry.cited_by_pairs)]).filter(|(_, times)| *times > 0).collect();
        let by = match by.as_slice() {
            // The total says it all.
            [(name, _)] => (*name).to_owned(),
            // No line breaks between a name and its number.
            all => all.iter().map(|(name, times)| format!("{name}\u{a0}{times}")).collect::<Vec<_>>().join(", "),
        };
        let source = entry.source;
        let date = source.published.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let note = source.note.as_deref().map_or_else(String::new, |note| format!(" ({note})"));
        let text = StyledText::plain(&format!("{} {}, {date}{note}. ", sentence(&source.title), source.publisher));
        let cited = if entry.cited == 1 {
            "Cited\u{a0}once".to_owned()
        } else {
            format!("Cited\u{a0}{}\u{a0}times", thousands(entry.cited as u64))
        };
        Footnote {
            label: format!("[{}]", source.grade.key()),
            text: text.and(&cited, Tone::Strong).and(&format!(": {by}"), Tone::Plain),
            url: source.url.as_deref().map(str::to_owned),
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
        let order = match (self.entries.len(), by_grade.len()) {
            (1, _) => "",
            (_, 1) => ", the most cited first",
            _ => ", the most cited of each grade first",
        };
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
        #[derive(Default, Serialize)]
        struct SourceRow<'a> {
            id: &'a str,
            grade: Option<Grade>,
            published: Option<Date>,
            title: &'a str,
            publisher: &'a str,
            url: Option<&'a str>,
            note: Option<&'a str>,
            cited: usize,
            cited_by: Vec<String>,
        }

        Rows::of(self.entries.iter().map(|SourceEntry { source, cited, cited_by, cited_by_pairs }| {
            let by = cited_by.iter().filter(|by| by.times > 0).map(|by| format!("{}={}", by.role, by.times));
            SourceRow {
                id: &source.id,
                grade: Some(source.grade),
                published: source.published,
                title: &source.title,
                publisher: &source.publisher,
                url: source.url.as_deref(),
                note: source.note.as_deref(),
                cited: *cited,
                cited_by: by.chain((*cited_by_pairs > 0).then(|| format!("pairs={cited_by_pairs}"))).collect(),
            }
        }))
    }
}
