//! The report of `roles sources`.

use std::collections::HashMap;

use serde::Serialize;

use super::Report;
use super::document::{Block, Document, Note, Rich, Tone};
use super::records::{Sink, Value};
use super::wording::{self, sentence};
use crate::corpus::{Citation, Corpus, pair_citations, role_citations};
use crate::model::{Grade, Role, Source};
use crate::text::count;

/// Every source with its grade and how often each role cites it.
pub struct BibliographyReport<'a> {
    roles: Vec<&'a Role<'a>>,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    source: &'a Source<'a>,
    /// How often it is cited in all, pairs included.
    cited: usize,
    /// How often pairs cite it.
    cited_by_pairs: usize,
    /// How often each role cites it.
    cited_by: Vec<CitedBy<'a>>,
}

#[derive(Serialize)]
struct CitedBy<'a> {
    role: &'a str,
    times: usize,
}

impl<'a> BibliographyReport<'a> {
    /// Counts the citations of some roles, and of the pairs among them, in a corpus.
    #[must_use]
    pub fn new(corpus: &'a Corpus<'_>, roles: Vec<&'a Role<'a>>, grades: &[Grade]) -> Self {
        let counted = |citations: Vec<Citation<'a>>| {
            let mut counts: HashMap<&str, usize> = HashMap::new();
            for source in citations.into_iter().flat_map(|citation| citation.sources) {
                *counts.entry(source).or_default() += 1;
            }
            counts
        };
        let by_role: Vec<_> = roles.iter().map(|role| counted(role_citations(role))).collect();
        let is_asked = |id: &str| roles.iter().any(|role| role.id == *id);
        let pairs = corpus.pairs.iter().filter(|pair| pair.roles.iter().all(|role| is_asked(role)));
        let by_pairs = counted(pairs.flat_map(|pair| pair_citations(pair)).collect());
        let entry = |source: &'a Source<'a>| {
            let times = |counts: &HashMap<&str, usize>| counts.get(source.id.as_str()).copied().unwrap_or_default();
            let cited_by: Vec<CitedBy> =
                roles.iter().zip(&by_role).map(|(role, counts)| CitedBy { role: &role.id, times: times(counts) }).collect();
            let cited_by_pairs = times(&by_pairs);
            Entry { source, cited: cited_by.iter().map(|by| by.times).sum::<usize>() + cited_by_pairs, cited_by_pairs, cited_by }
        };
        let wanted = |entry: &Entry| entry.cited > 0 && grades.contains(&entry.source.grade);
        let sources = corpus.sources.iter().map(|source| -> &'a Source<'a> { source });
        let mut entries: Vec<Entry> = sources.map(entry).filter(wanted).collect();
        entries.sort_by_key(|entry| (entry.source.grade, std::cmp::Reverse(entry.cited)));
        Self { roles, entries }
    }
}

impl Report for BibliographyReport<'_> {
    fn document(&self) -> Document {
        let note = |entry: &Entry| {
            let by = self.roles.iter().zip(&entry.cited_by).filter(|(_, by)| by.times > 0);
            let mut by: Vec<String> = by.map(|(role, by)| format!("{} {}", role.short_name(), by.times)).collect();
            by.extend((entry.cited_by_pairs > 0).then(|| format!("pairs {}", entry.cited_by_pairs)));
            let source = entry.source;
            let date = source.published.map_or_else(|| "undated".to_owned(), |date| date.to_string());
            let note = source.note.as_deref().map_or_else(String::new, |note| format!(" ({note})"));
            let text = Rich::plain(&format!("{} {}, {date}{note}.", sentence(&source.title), source.publisher));
            let cited = format!(" Cited {}: {}", count(entry.cited, "time", "times"), by.join(", "));
            Note {
                label: source.grade.key().to_owned(),
                text: text.and(&cited, Tone::Strong),
                url: source.url.as_deref().map(str::to_owned),
            }
        };
        let notes = self.entries.iter().map(note).collect();
        let graded = |grade| self.entries.iter().filter(|entry| entry.source.grade == grade).count();
        let summary = format!(
            "{}: {}",
            count(self.entries.len(), "source", "sources"),
            [Grade::A, Grade::B, Grade::C]
                .map(|grade| format!("{} of grade {} ({})", graded(grade), grade.key(), wording::grade(grade)))
                .join(", ")
        );
        Document {
            blocks: vec![Block::Title(Rich::strong("Sources")), Block::Paragraph(Rich::from(summary)), Block::Notes(notes)],
        }
    }

    fn columns(&self) -> Vec<&'static str> {
        vec!["id", "grade", "published", "title", "publisher", "url", "note", "cited", "cited_by"]
    }

    fn records(&self, sink: &mut Sink) {
        for Entry { source, cited, cited_by, cited_by_pairs } in &self.entries {
            let by = cited_by.iter().filter(|by| by.times > 0).map(|by| format!("{}={}", by.role, by.times));
            let by: Vec<String> = by.chain((*cited_by_pairs > 0).then(|| format!("pairs={cited_by_pairs}"))).collect();
            let published = source.published.map(|date| date.to_string());
            sink(&[
                Value::Text(&source.id),
                Value::Text(source.grade.key()),
                Value::optional(published.as_deref()),
                Value::Text(&source.title),
                Value::Text(&source.publisher),
                Value::optional(source.url.as_deref()),
                Value::optional(source.note.as_deref()),
                Value::count(*cited),
                Value::List(&by.iter().map(String::as_str).collect::<Vec<_>>()),
            ]);
        }
    }

    fn data(&self) -> impl Serialize {
        &self.entries
    }
}
