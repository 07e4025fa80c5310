//! Numbers the sources of a page in the order of their first citation.

use std::cell::RefCell;
use std::collections::HashMap;

use super::styled::{Footnote, StyledText, Tone};
use super::wording;
use crate::corpus::Corpus;
use crate::model::Grade;
pub(super) struct Footnotes<'a> {
    corpus: &'a Corpus,
    cited: RefCell<Numbering>,
}

/// Sources in the order of their first citation, and the place of each.
#[derive(Default)]
struct Numbering {
    order: Vec<String>,
    places: HashMap<String, usize>,
}

impl<'a> Footnotes<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        Self { corpus, cited: RefCell::default() }
    }

    /// The same text with the numbers of its sources after it: `Leads sales [3,7]`.
    pub(super) fn cite(&self, text: StyledText, sources: impl IntoIterator<Item = impl AsRef<str>>) -> StyledText {
        let marks = self.marks(sources);
        let gap = if text.is_empty() || marks.is_empty() { "" } else { " " };
        text.citing(&format!("{gap}{marks}"), Tone::Muted)
    }

    /// The numbers of some sources, in order: `[3,7,8,9]`.
    pub(super) fn marks(&self, sources: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        let mut numbers: Vec<usize> = sources.into_iter().map(|source| self.number(source.as_ref())).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        if numbers.is_empty() { String::new() } else { format!("[{}]", numbers.join(",")) }
    }

    fn number(&self, source: &str) -> usize {
        let mut cited = self.cited.borrow_mut();
        if let Some(place) = cited.places.get(source) {
            return place + 1;
        }
        let place = cited.order.len();
        cited.places.insert(source.to_owned(), place);
        cited.order.push(source.to_owned());
        place + 1
    }

    /// The meaning of each grade that is cited, and the sources in the order of their numbers.
    pub(super) fn finish(self) -> (Vec<String>, Vec<Footnote>) {
        let cited = self.cited.into_inner().order;
        let note = |(i, id): (usize, &String)| {
            let source = self.corpus.sources.get(id);
            Footnote {
                label: format!("[{}]", i + 1),
                text: source.map_or_else(|| StyledText::plain(id), wording::source),
                url: source.and_then(|source| source.url.clone()),
            }
        };
        let is_cited =
            |grade: &Grade| cited.iter().any(|id| self.corpus.sources.get(id).is_some_and(|source| source.grade == *grade));
        let grades = Grade::ALL.into_iter().filter(is_cited);
        let grades = grades.map(|grade| format!("{}: {}", grade.key(), wording::grade(grade))).collect();
        (grades, cited.iter().enumerate().map(note).collect())
    }
}
