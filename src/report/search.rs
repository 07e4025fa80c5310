//! The report of `roles search`.

use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::page::{Block, Page, sources};
use super::styled::{StyledText, Tone};
use super::{Report, Rows};
use crate::corpus::Corpus;
use crate::facets::Section;
use crate::model::Id;
use crate::search::{Found, Match, Scope};
use crate::text::{count, sentence_list, shorten, thousands};

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

    /// The number of matches, in all and by role.
    fn counts(&self) -> String {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        let ids = self.found.matches.iter().flat_map(|found| found.passage.roles);
        for id in ids.filter(|id| self.scope.has_role(id)) {
            let place = *places.entry(id).or_insert_with(|| {
                counts.push((id, 0));
                counts.len() - 1
            });
            counts[place].1 += 1;
        }
        // Stable: among equals, the role of the best match goes first.
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let each = counts.iter().take(MOST_ROLES).map(|(id, count)| format!("{}\u{a0}{count}", self.corpus.short_title(id)));
        let mut each: Vec<String> = each.collect();
        each.extend(counts.len().checked_sub(MOST_ROLES + 1).map(|rest| count(rest + 1, "other role", "other roles")));
        let all = &self.found.matches;
        let of_two =
            all.iter().filter(|found| found.passage.roles.iter().filter(|id| self.scope.has_role(id)).count() > 1).count();
        let of_two = match of_two {
            0 => String::new(),
            _ if of_two == all.len() => ", about two roles".to_owned(),
            _ => format!(", {} of them about two roles", thousands(of_two as u64)),
        };
        if self.found.complete {
            format!("{}{of_two}: {}", count(all.len(), "match", "matches"), each.join(", "))
        } else {
            let some = count(all.len(), "passage has", "passages have");
            format!("Nothing has all of these words; {some} some of them{of_two}: {}", each.join(", "))
        }
    }

    /// Role, section, topic and text of a match.
    fn said(&self, found: &Match, notes: &Footnotes) -> StyledText {
        let passage = &found.passage;
        let names: Vec<&str> = passage.roles.iter().map(|id| self.corpus.short_title(id)).collect();
        // Lists of one section may be opposites, such as overlaps and conflicts.
        let by_list = matches!(passage.section, Section::Overview | Section::Reporting | Section::Career);
        let place = if by_list { passage.facet } else { passage.section.key() };
        let other = passage.other_role.map_or_else(String::new, |id| format!(" with {}", self.corpus.short_title(id)));
        let place = format!("{}, {}{other}", sentence_list(&names, "and"), place.replace('_', " "));
        let mut text = StyledText::plain(&place);
        if !passage.label.is_empty() {
            text = marked(text.and(", ", Tone::Plain), passage.label, &found.in_label);
        }
        if !passage.text.is_empty() {
            text = marked(text.and(": ", Tone::Plain), &passage.text, &found.in_text);
        }
        notes.cite(text, &*passage.sources)
    }
}

/// The most roles counted by name.
const MOST_ROLES: usize = 12;

/// A lead and a text with its matches highlighted.
fn marked(mut rich: StyledText, text: &str, places: &[Range<usize>]) -> StyledText {
    let mut done = 0;
    for place in places {
        rich = rich.and(&text[done..place.start], Tone::Plain).and(&text[place.clone()], Tone::Strong);
        done = place.end;
    }
    rich.and(&text[done..], Tone::Plain)
}

/// The text of a passage, or its label when it has none.
fn text<'m>(found: &'m Match) -> &'m str {
    if found.passage.text.is_empty() { found.passage.label } else { &found.passage.text }
}

/// A score rounded to three decimal places, the same in every format.
fn score(found: &Match) -> f64 {
    (found.score * 1000.0).round() / 1000.0
}

impl Report for SearchReport<'_> {
    fn page(&self) -> Page {
        if self.found.matches.is_empty() {
            return Page::default();
        }
        let notes = Footnotes::new(self.corpus);
        let title = shorten(&self.query, 200);
        let mut blocks = vec![Block::Title(StyledText::strong(&title)), Block::Paragraph(StyledText::from(self.counts()))];
        blocks.push(Block::List(self.matches().map(|found| self.said(found, &notes)).collect()));
        if let Some(rest) = self.found.matches.len().checked_sub(self.limit).filter(|rest| *rest > 0) {
            let rest = format!("{} not shown; --limit 0 shows all.", count(rest, "more match is", "more matches are"));
            blocks.push(Block::Paragraph(StyledText::from(rest)));
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        #[derive(Serialize)]
        struct MatchEntry<'a> {
            /// One role, or the two of a pair.
            roles: &'a [String],
            /// The other role of a pair, when this is said of one of them in contrast to it.
            other_role: Option<&'a str>,
            section: Section,
            facet: &'static str,
            topic: Option<&'a str>,
            label: Option<&'a str>,
            text: &'a str,
            score: f64,
            /// The words it lacks; none when anything has them all.
            missing: &'a [String],
            sources: &'a [Id],
        }

        let entries = self.matches().map(|found| MatchEntry {
            roles: found.passage.roles,
            other_role: found.passage.other_role,
            section: found.passage.section,
            facet: found.passage.facet,
            topic: found.passage.topic,
            label: Some(found.passage.label).filter(|label| !label.is_empty()),
            text: text(found),
            score: score(found),
            missing: &found.missing,
            sources: &found.passage.sources,
        });
        serde_json::to_value(entries.collect::<Vec<_>>())
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        #[derive(Default, Serialize)]
        struct MatchRow<'a> {
            role: String,
            section: &'a str,
            topic: Option<&'a str>,
            text: &'a str,
            facet: &'a str,
            score: String,
            sources: &'a [Id],
            other_role: Option<&'a str>,
            missing: String,
        }

        Rows::of(self.matches().map(|found| MatchRow {
            role: found.passage.roles.join(" "),
            section: found.passage.section.key(),
            topic: found.passage.topic.or(Some(found.passage.label).filter(|label| !label.is_empty())),
            text: text(found),
            facet: found.passage.facet,
            score: format!("{:.3}", score(found)),
            sources: &found.passage.sources,
            other_role: found.passage.other_role,
            missing: found.missing.join(" "),
        }))
    }
}
