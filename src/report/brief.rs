//! The answer page: a few facts that set roles apart, on one screen.

use super::footnotes::Footnotes;
use super::pay_line::pay_line;
use super::styled::{StyledText, Tone};
use crate::compare::brief::{Answered, Brief, Content, Duties, Evidence, FIRST_CONTRAST};
use crate::corpus::Corpus;
use crate::model::{Grade, How};
use crate::text::{clean, sentence_list};

/// Facts about roles side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct BriefTable {
    /// A short name for each role.
    pub roles: Vec<String>,
    pub facts: Vec<FactRow>,
    pub duties: Vec<DutyLine>,
    pub evidence: StyledText,
}

impl BriefTable {
    /// The facts for a page without a fixed height: with the first few contrasts.
    pub fn first_facts(&self) -> impl Iterator<Item = &FactRow> {
        const MOST_CONTRASTS: usize = 4;
        self.facts.iter().filter(|fact| fact.dispensable < FIRST_CONTRAST + MOST_CONTRASTS)
    }
}

/// One fact.
#[derive(Debug, Clone, PartialEq)]
pub struct FactRow {
    pub label: String,
    /// One for each role; empty when no source answers.
    pub cells: Vec<StyledText>,
    /// The order in which facts give way where there is no room; 0 never does.
    pub dispensable: usize,
}

/// Duty topics that one role has alone or all share, the most telling first.
#[derive(Debug, Clone, PartialEq)]
pub struct DutyLine {
    pub label: String,
    /// The role that has them alone.
    pub role: Option<usize>,
    pub topics: Vec<String>,
}

/// Below an answer that stands alone.
const MORE: &str = " More: --section NAME, --all";

/// The table of a brief; with notes, every fact cites its sources.
pub(super) fn table(corpus: &Corpus, names: &[&str], brief: &Brief, notes: Option<&Footnotes>) -> BriefTable {
    let cell = |answered: &Option<Answered>| {
        let Some(answered) = answered else { return StyledText::default() };
        let text = StyledText::from(words(corpus, &answered.content));
        let text = if answered.more > 0 { text.and(&format!("  +{}", answered.more), Tone::Muted) } else { text };
        notes.map_or(text.clone(), |notes| notes.cite(text, &answered.sources))
    };
    let facts = brief.facts.iter().map(|fact| FactRow {
        label: fact.label.to_owned(),
        cells: fact.roles.iter().map(cell).collect(),
        dispensable: fact.dispensable,
    });
    BriefTable {
        facts: facts.collect(),
        duties: brief.duties.as_ref().map_or_else(Vec::new, |duties| duty_lines(duties, names)),
        evidence: StyledText::muted(&evidence(&brief.evidence)).and(if notes.is_none() { MORE } else { "" }, Tone::Hint),
        roles: names.iter().map(|name| clean(name).into_owned()).collect(),
    }
}

fn words(corpus: &Corpus, content: &Content) -> String {
    match content {
        Content::Text(text) => text.clone().into_owned(),
        Content::Superiors(lines) => superiors(corpus, lines),
        Content::Pay(pay) => pay_line(pay),
    }
}

/// `CEO, sometimes President or 2 others`.
fn superiors(corpus: &Corpus, lines: &[(&str, How)]) -> String {
    /// The most superiors named for each frequency.
    const MOST: usize = 2;
    let of = |wanted: How| -> Vec<&str> {
        lines.iter().filter(|(_, how)| *how == wanted).map(|(id, _)| corpus.short_title(id)).collect()
    };
    let parts = [(How::Usual, ""), (How::Sometimes, "sometimes "), (How::Rarely, "rarely ")];
    let parts = parts.map(|(how, adverb)| (of(how), adverb));
    let part = |(names, adverb): &(Vec<&str>, &str)| match names.len().saturating_sub(MOST) {
        0 | 1 => format!("{adverb}{}", sentence_list(names, "or")),
        more => format!("{adverb}{} or {more} others", names[..MOST].join(", ")),
    };
    parts.iter().filter(|(names, _)| !names.is_empty()).map(part).collect::<Vec<_>>().join(", ")
}

fn duty_lines(duties: &Duties, names: &[&str]) -> Vec<DutyLine> {
    let topics = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect();
    let alone = duties.alone.iter().zip(names).enumerate();
    let mut lines: Vec<DutyLine> = alone
        .map(|(i, (labels, name))| DutyLine { label: format!("only {name}"), role: Some(i), topics: topics(labels) })
        .collect();
    let label = if names.len() == 2 { "both" } else { "all" };
    lines.insert(1.min(lines.len()), DutyLine { label: label.to_owned(), role: None, topics: topics(&duties.shared) });
    lines.retain(|line| !line.topics.is_empty());
    lines
}

/// `60 sources: 5 A, 25 B, 30 C.`
fn evidence(evidence: &Evidence) -> String {
    let grades = Grade::ALL.iter().zip(evidence.grades).filter(|(_, count)| *count > 0);
    let grades: Vec<String> = grades.map(|(grade, count)| format!("{count} {}", grade.key())).collect();
    let single =
        evidence.single.map_or_else(String::new, |grade| format!(" All contrasts rest on one source, grade {}.", grade.key()));
    format!("{} sources: {}.{single}", evidence.sources, grades.join(", "))
}
