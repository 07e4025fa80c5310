//! What is said in an entry, as one list of things of one shape.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::corpus::Corpus;
use crate::facets::{Facet, Section, Subject, items, qualified};
use crate::model::{Id, Pair, Role, Statement};

/// A list that things are said in: a facet of a role, or a list of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Of a role.
    Facet(Facet),
    /// Of a pair.
    Pair(PairList),
}

/// A list of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PairList {
    /// Both sides of a dimension.
    Contrasts,
    /// How the two work together.
    Collaboration,
    /// Where their work overlaps.
    Overlaps,
    /// Where they clash.
    Conflicts,
    /// Which of the two to hire.
    Choice,
    /// Companies that had the two.
    Cases,
    /// What is often asked of the two.
    Questions,
}

impl Part {
    /// The word used in machine formats: the key of the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Facet(facet) => facet.key(),
            Self::Pair(PairList::Contrasts) => "contrasts",
            Self::Pair(PairList::Collaboration) => "collaboration",
            Self::Pair(PairList::Overlaps) => "overlaps",
            Self::Pair(PairList::Conflicts) => "conflicts",
            Self::Pair(PairList::Choice) => "choice",
            Self::Pair(PairList::Cases) => "cases",
            Self::Pair(PairList::Questions) => "questions",
        }
    }

    /// The words people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Facet(facet) => facet.label(),
            Self::Pair(PairList::Contrasts) => "Contrasts",
            Self::Pair(PairList::Collaboration) => "How they work together",
            Self::Pair(PairList::Overlaps) => "Where they overlap",
            Self::Pair(PairList::Conflicts) => "Where they clash",
            Self::Pair(PairList::Choice) => "Which one to hire",
            Self::Pair(PairList::Cases) => "Cases",
            Self::Pair(PairList::Questions) => "Questions",
        }
    }

    /// The section it is part of.
    pub const fn section(self) -> Section {
        match self {
            Self::Facet(facet) => facet.section(),
            Self::Pair(_) => Section::Together,
        }
    }

    /// Where it stands among the lists of its entry.
    pub(super) const fn rank(self) -> usize {
        match self {
            Self::Facet(facet) => facet as usize,
            Self::Pair(list) => list as usize,
        }
    }

    /// Whether its things are found by what they are about and not by their words: degrees, superiors, contrasts.
    pub(super) const fn is_keyed(self) -> bool {
        match self {
            Self::Facet(facet) => matches!(
                facet,
                Facet::Education
                    | Facet::Experience
                    | Facet::ReportsTo
                    | Facet::DirectReports
                    | Facet::Oversees
                    | Facet::CareerFrom
                    | Facet::CareerTo
            ),
            Self::Pair(list) => matches!(list, PairList::Contrasts | PairList::Cases | PairList::Questions),
        }
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// One thing that is said, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said<'a> {
    /// In which list.
    #[serde(rename = "facet")]
    pub part: Part,
    /// What it is about: a topic, a degree, a role, a function, a dimension.
    pub topic: Option<&'a str>,
    /// The words for that.
    #[serde(skip)]
    pub label: &'a str,
    /// What is said; empty where the topic says it all.
    pub text: Cow<'a, str>,
    /// Who says so.
    pub sources: &'a [Id],
}

impl<'a> Said<'a> {
    /// The list and the topic it stands under.
    pub(super) const fn place(&self) -> (Part, Option<&'a str>) {
        (self.part, self.topic)
    }

    /// Whether the same sources are named, in any order.
    pub fn has_sources_of(&self, other: &Self) -> bool {
        let sorted = |sources: &'a [Id]| {
            let mut ids: Vec<&str> = sources.iter().map(String::as_str).collect();
            ids.sort_unstable();
            ids
        };
        self.sources == other.sources || sorted(self.sources) == sorted(other.sources)
    }
}

/// Everything a role says itself, list by list.
pub(super) fn of_role<'a>(corpus: &'a Corpus, role: &'a Role) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    for facet in Facet::ALL {
        let part = Part::Facet(facet);
        if facet == Facet::DirectReports {
            // Lines that others state are changes of theirs.
            all.extend(role.reporting.direct_reports.iter().map(|line| {
                let text = qualified(line.how, line.when.as_deref());
                Said { part, topic: Some(&line.from), label: corpus.title(&line.from), text, sources: &line.sources }
            }));
            continue;
        }
        let said = |(subject, item): (Subject<'a>, crate::facets::Item<'a>)| Said {
            part,
            topic: subject.topic,
            label: subject.label,
            text: item.text,
            sources: item.sources,
        };
        all.extend(items(corpus, role, facet).into_iter().map(said));
    }
    all
}

/// Everything a pair says, list by list.
pub(super) fn of_pair<'a>(corpus: &'a Corpus, pair: &'a Pair) -> Vec<Said<'a>> {
    let keyed = |list, topic: &'a str, text: String, sources| Said {
        part: Part::Pair(list),
        topic: Some(topic),
        label: topic,
        text: Cow::Owned(text),
        sources,
    };
    let mut all = Vec::new();
    for contrast in &pair.contrasts {
        let sides: Vec<String> = contrast.sides.iter().map(|(role, text)| format!("{role}: {text}")).collect();
        all.push(keyed(PairList::Contrasts, &contrast.dimension, sides.join("; "), &contrast.sources));
    }
    for (list, statements) in [
        (PairList::Collaboration, &pair.collaboration),
        (PairList::Overlaps, &pair.overlaps),
        (PairList::Conflicts, &pair.conflicts),
        (PairList::Choice, &pair.choice),
    ] {
        all.extend(statements.iter().map(|statement| of_statement(corpus, Part::Pair(list), statement)));
    }
    for case in &pair.cases {
        let origin = if case.illustrative { " (made up by the source to illustrate)" } else { "" };
        let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
        all.push(keyed(PairList::Cases, &case.title, format!("{}{outcome}{origin}", case.text), &case.sources));
    }
    for question in &pair.questions {
        all.push(keyed(PairList::Questions, &question.question, question.answer.to_string(), &question.sources));
    }
    all
}

fn of_statement<'a>(corpus: &'a Corpus, part: Part, statement: &'a Statement) -> Said<'a> {
    let topic = statement.topic.as_deref();
    let label = topic.map_or(Subject::NO_TOPIC, |topic| corpus.topics.get(topic).map_or(topic, |term| &term.label));
    Said { part, topic, label, text: Cow::Borrowed(&statement.text), sources: &statement.sources }
}
