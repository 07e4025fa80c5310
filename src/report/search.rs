//! The report of `roles search`.

use std::cmp::Reverse;
use std::ops::Range;

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::footnotes::Footnotes;
use super::page::{Block, Column, Page, Table, sources};
use super::styled::{StyledText, Tone};
use super::{Report, Rows};
use crate::corpus::Corpus;
use crate::facets::Passage;
use crate::search::{Found, Match, Scope};
use crate::text::{count, shorten};

/// Matches, best first.
pub struct SearchReport<'a> {
    corpus: &'a Corpus,
    query: String,
    scope: Scope<'a>,
    found: Found<'a>,
    limit: usize,
}

impl<'a> SearchReport<'a> {
    pub const fn new(corpus: &'a Corpus, query: String, scope: Scope<'a>, found: Found<'a>, limit: usize) -> Self {
        Self { corpus, query, scope, found, limit }
    }

    /// The role of each match that is shown.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let ids = self.matches().flat_map(|found| found.passage.roles);
        ids.map(String::as_str).filter(|id| self.scope.has_role(id))
    }

    fn matches(&self) -> impl Iterator<Item = &Match<'a>> {
        self.found.matches.iter().take(self.limit)
    }

    /// Matches by their role or two, those with the best match first.
    fn by_role<'m>(&self, matches: impl Iterator<Item = &'m Match<'a>>) -> IndexMap<String, Vec<&'m Match<'a>>> {
        let mut groups: IndexMap<String, Vec<&Match>> = IndexMap::new();
        for found in matches {
            let names: Vec<&str> = found.passage.roles.iter().map(|id| self.corpus.short_title(id)).collect();
            groups.entry(names.join(" and ")).or_default().push(found);
        }
        groups
    }

    /// `4 matches: COO 3, CRO 1`, the roles with most of them first.
    fn summary(&self) -> String {
        let groups = self.by_role(self.found.matches.iter());
        let mut counts: Vec<(&String, usize)> = groups.iter().map(|(names, matches)| (names, matches.len())).collect();
        counts.sort_by_key(|(_, count)| Reverse(*count));
        let rest = counts.split_off(counts.len().min(MOST_COUNTED)).iter().map(|(_, count)| count).sum::<usize>();
        let each = counts.iter().map(|(names, count)| format!("{}\u{a0}{count}", names.replace(' ', "\u{a0}")));
        let each: Vec<String> = each.chain((rest > 0).then(|| format!("others\u{a0}{rest}"))).collect();
        let all = self.found.matches.len();
        let what = if self.found.complete {
            count(all, "match", "matches")
        } else {
            format!("Nothing has all of these words; {} some of them", count(all, "passage has", "passages have"))
        };
        format!("{what}: {}", each.join(", "))
    }

    /// Section and topic of a match, and its text.
    fn cells(&self, found: &Match, notes: &Footnotes) -> [StyledText; 2] {
        let passage = &found.passage;
        let other = passage.other_role.map_or_else(String::new, |id| format!(" with {}", self.corpus.short_title(id)));
        let place = StyledText::plain(&format!("{}{other}", passage.list.label));
        let label = marked(passage.label, &found.in_label);
        let (place, text) = match (passage.label, &*passage.text) {
            ("", text) => (place, marked(text, &found.in_text)),
            (_, "") => (place, label),
            (_, text) => (place.and(", ", Tone::Plain).then(label), marked(text, &found.in_text)),
        };
        [place, notes.cite(text, passage.sources)]
    }
}

/// The most roles counted by name.
const MOST_COUNTED: usize = 12;

/// A text with its matches highlighted.
fn marked(text: &str, places: &[Range<usize>]) -> StyledText {
    let (mut marked, mut done) = (StyledText::default(), 0);
    for place in places {
        marked = marked.and(&text[done..place.start], Tone::Plain).and(&text[place.clone()], Tone::Strong);
        done = place.end;
    }
    marked.and(&text[done..], Tone::Plain)
}

/// The text of a passage, or its label when it has none.
fn text<'m>(found: &'m Match) -> &'m str {
    if found.passage.text.is_empty() { found.passage.label } else { &found.passage.text }
}

fn label<'m>(found: &Match<'m>) -> Option<&'m str> {
    Some(found.passage.label).filter(|label| !label.is_empty())
}

/// A score rounded to three decimal places, the same in every format.
fn score(found: &Match) -> f64 {
    (found.score * 1000.0).round() / 1000.0
}

impl Report for SearchReport<'_> {
    /// Matches in columns, role by role, the role of the best match first.
    fn page(&self) -> Page {
        if self.found.matches.is_empty() {
            return Page::default();
        }
        let notes = Footnotes::new(self.corpus);
        let mut table = Table::new(vec![Column::text("Role"), Column::text("Where"), Column::text("What")]);
        for (names, matches) in self.by_role(self.matches()) {
            let mut names = StyledText::strong(&names);
            for found in matches {
                let [place, text] = self.cells(found, &notes);
                table.push(vec![std::mem::take(&mut names), place, text]);
            }
        }
        let title = Block::Title(StyledText::strong(&shorten(&self.query, 200)));
        let mut blocks = vec![title, Block::Paragraph(StyledText::from(self.summary())), Block::Table(table)];
        if let Some(rest) = self.found.matches.len().checked_sub(self.limit).filter(|rest| *rest > 0) {
            let rest = StyledText::from(format!("{} not shown.", count(rest, "more match is", "more matches are")));
            blocks.push(Block::Paragraph(rest.and(" --limit 0 shows all.", Tone::Hint)));
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        let entry = |found: &Match| {
            let Passage { roles, other_role, list, topic, sources, .. } = &found.passage;
            json!({
                "roles": roles, "other_role": other_role, "section": list.section, "facet": list.key, "topic": topic,
                "label": label(found), "text": text(found), "score": score(found), "missing": found.missing, "sources": sources,
            })
        };
        Ok(self.matches().map(entry).collect())
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let row = |found: &Match| {
            let Passage { roles, other_role, list, topic, sources, .. } = &found.passage;
            [
                json!(roles.join(" ")),
                json!(list.section),
                json!(topic.or(label(found))),
                json!(text(found)),
                json!(list.key),
                json!(format!("{:.3}", score(found))),
                json!(sources),
                json!(other_role),
                json!(found.missing.join(" ")),
            ]
        };
        let columns = ["role", "section", "topic", "text", "facet", "score", "sources", "other_role", "missing"];
        Ok(Rows::table(columns, self.matches().map(row)))
    }
}
