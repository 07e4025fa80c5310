//! Everything an entry says, as one list of things of one shape.

use serde::{Serialize, Serializer};

use crate::corpus::Corpus;
use crate::facets::{Facet, Section, Subject, items, qualified};
use crate::model::{Id, Pair, Role};

/// A facet of a role, or a list of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    /// The key of the file.
    pub key: &'static str,
    pub label: &'static str,
    pub section: Section,
    /// Its place among the lists of its entry.
    pub(super) rank: usize,
    /// Whether its entries match by subject rather than by text: degrees, superiors, contrasts.
    pub(super) is_keyed: bool,
}

impl Part {
    fn of_role(facet: Facet) -> Self {
        let is_keyed = matches!(
            facet,
            Facet::Education
                | Facet::Experience
                | Facet::ReportsTo
                | Facet::DirectReports
                | Facet::Oversees
                | Facet::CareerFrom
                | Facet::CareerTo
        );
        Self { key: facet.key(), label: facet.label(), section: facet.section(), rank: facet as usize, is_keyed }
    }

    const fn of_pair(rank: usize, section: Section, key: &'static str, label: &'static str, is_keyed: bool) -> Self {
        Self { key, label, section, rank, is_keyed }
    }
}

const CONTRASTS: Part = Part::of_pair(0, Section::Differences, "contrasts", "Contrasts", true);
const COLLABORATION: Part = Part::of_pair(1, Section::InCommon, "collaboration", "How they work together", false);
const OVERLAPS: Part = Part::of_pair(2, Section::InCommon, "overlaps", "Where they overlap", false);
const CONFLICTS: Part = Part::of_pair(3, Section::Differences, "conflicts", "Where they clash", false);
const CHOICE: Part = Part::of_pair(4, Section::Differences, "choice", "Which one to hire", false);
const CASES: Part = Part::of_pair(5, Section::Differences, "cases", "Cases", true);
const QUESTIONS: Part = Part::of_pair(6, Section::Differences, "questions", "Questions", true);

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key)
    }
}

/// A statement, a degree, a line of reporting and the like, with its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said<'a> {
    #[serde(rename = "facet")]
    pub part: Part,
    /// The subject: a topic, a degree, a role, a function, a dimension.
    pub topic: Option<&'a str>,
    /// The words for that.
    #[serde(skip)]
    pub label: &'a str,
    /// Empty where the topic says it all.
    pub text: String,
    pub sources: &'a [Id],
}

impl<'a> Said<'a> {
    /// Their order means nothing.
    pub(super) fn sorted_sources(&self) -> Vec<&'a str> {
        let mut ids: Vec<&str> = self.sources.iter().map(String::as_str).collect();
        ids.sort_unstable();
        ids
    }

    pub fn has_sources_of(&self, other: &Self) -> bool {
        self.sorted_sources() == other.sorted_sources()
    }
}

/// Everything a role says itself, list by list.
pub(super) fn of_role<'a>(corpus: &'a Corpus, role: &'a Role) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    for facet in Facet::ALL {
        let part = Part::of_role(facet);
        if facet == Facet::DirectReports {
            // Without the lines that others state: a change of these is theirs.
            all.extend(role.reporting.direct_reports.iter().map(|line| {
                let text = qualified(line.how, line.when.as_deref());
                Said { part, topic: Some(&line.from), label: corpus.title(&line.from), text, sources: &line.sources }
            }));
            continue;
        }
        for (subject, item) in items(corpus, role, facet) {
            all.push(Said { part, topic: subject.topic, label: subject.label, text: item.text, sources: item.sources });
        }
    }
    all
}

/// Everything a pair says, list by list.
pub(super) fn of_pair<'a>(corpus: &'a Corpus, pair: &'a Pair) -> Vec<Said<'a>> {
    let keyed = |part, topic: &'a str, text, sources| Said { part, topic: Some(topic), label: topic, text, sources };
    let mut all = Vec::new();
    for contrast in &pair.contrasts {
        let sides: Vec<String> = contrast.sides.iter().map(|(role, text)| format!("{role}: {text}")).collect();
        all.push(keyed(CONTRASTS, &contrast.dimension, sides.join("; "), &contrast.sources));
    }
    for (part, statements) in
        [(COLLABORATION, &pair.collaboration), (OVERLAPS, &pair.overlaps), (CONFLICTS, &pair.conflicts), (CHOICE, &pair.choice)]
    {
        all.extend(statements.iter().map(|statement| {
            let topic = statement.topic.as_deref();
            let label = topic.map_or(Subject::NO_TOPIC, |topic| corpus.topics.get(topic).map_or(topic, |term| &term.label));
            Said { part, topic, label, text: statement.text.clone(), sources: &statement.sources }
        }));
    }
    for case in &pair.cases {
        let origin = if case.illustrative { " (made up by the source to illustrate)" } else { "" };
        let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
        all.push(keyed(CASES, &case.title, format!("{}{outcome}{origin}", case.text), &case.sources));
    }
    for question in &pair.questions {
        all.push(keyed(QUESTIONS, &question.question, question.answer.clone(), &question.sources));
    }
    all
}
