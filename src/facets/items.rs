//! Reads one facet of one role as items of one shape.

use std::borrow::Cow;

use serde::Serialize;

use super::Facet;
use crate::corpus::{Corpus, Line};
use crate::model::{Archetype, CareerStep, How, Id, Oversight, Role, Statement};

/// One thing that is said of a role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item<'a> {
    /// By which it is compared: a topic, a degree, a role, a function; none when it is like no other but the very same.
    #[serde(skip)]
    pub topic: Option<&'a str>,
    /// The words for the topic.
    #[serde(skip)]
    pub label: &'a str,
    /// The broader topic, by which it is related to others.
    #[serde(skip)]
    pub broader: Option<&'a str>,
    /// Where the topic stands in the order of rows.
    #[serde(skip)]
    pub rank: usize,
    /// What is said; empty where the topic says it all.
    pub text: Cow<'a, str>,
    /// Who says so.
    pub sources: &'a [Id<'a>],
}

/// The items of a facet of a role, in the order they were written.
#[must_use]
pub fn items<'a>(corpus: &'a Corpus<'_>, role: &'a Role<'a>, facet: Facet) -> Vec<Item<'a>> {
    let reader = Reader { corpus };
    let requirements = &role.requirements;
    match facet {
        Facet::Duties => reader.statements(&role.duties),
        Facet::Skills => reader.statements(&role.skills),
        Facet::Education => {
            let read = |entry: &'a crate::model::Education<'a>| {
                let text = annotated(entry.need.key(), entry.note.as_deref());
                Item::new(entry.degree.key(), entry.degree.label(), entry.degree as usize, text, &entry.sources)
            };
            requirements.education.iter().map(read).collect()
        }
        Facet::Experience => {
            let read = |entry: &'a crate::model::Experience<'a>| {
                let text = annotated(&format!("{} years", entry.years), entry.note.as_deref()).into_owned();
                Item::new(entry.kind.key(), entry.kind.label(), entry.kind as usize, Cow::Owned(text), &entry.sources)
            };
            requirements.experience.iter().map(read).collect()
        }
        Facet::Backgrounds => reader.statements(&requirements.backgrounds),
        Facet::Certifications => reader.statements(&requirements.certifications),
        Facet::ReportsTo => corpus.lines.up(&role.id).map(|line| reader.line(line, &line.to)).collect(),
        Facet::DirectReports => corpus.lines.down(&role.id).map(|line| reader.line(line, &line.from)).collect(),
        Facet::Oversees => role.reporting.oversees.iter().map(|entry| reader.oversight(entry)).collect(),
        Facet::Compensation => reader.statements(&role.compensation),
        Facet::Metrics => reader.statements(&role.metrics),
        Facet::Impact => reader.statements(&role.impact),
        Facet::Challenges => reader.statements(&role.challenges),
        Facet::WorkEnvironment => reader.statements(&role.work_environment),
        Facet::Standing => reader.statements(&role.standing),
        Facet::Variations => reader.statements(&role.variations),
        Facet::Archetypes => role.archetypes.iter().map(|kind| reader.archetype(kind)).collect(),
        Facet::CareerFrom => role.career.from.iter().map(|step| reader.step(step)).collect(),
        Facet::CareerTo => role.career.to.iter().map(|step| reader.step(step)).collect(),
        Facet::HireWhen => reader.statements(&role.hire_when),
        Facet::Disagreements => reader.statements(&role.disagreements),
    }
}

impl<'a> Item<'a> {
    /// The words for no topic at all.
    pub const NO_TOPIC: &'static str = "Other";

    /// The rank of an item whose topic is in no vocabulary.
    pub const UNRANKED: usize = usize::MAX;

    fn new(topic: &'a str, label: &'a str, rank: usize, text: Cow<'a, str>, sources: &'a [Id<'a>]) -> Self {
        Self { topic: Some(topic), label, broader: None, rank, text, sources }
    }
}

struct Reader<'a, 'c> {
    corpus: &'a Corpus<'c>,
}

impl<'a> Reader<'a, '_> {
    fn statements(&self, statements: &'a [Statement<'a>]) -> Vec<Item<'a>> {
        statements.iter().map(|entry| self.topical(entry.topic.as_deref(), Cow::Borrowed(&entry.text), &entry.sources)).collect()
    }

    fn archetype(&self, kind: &'a Archetype<'a>) -> Item<'a> {
        self.topical(kind.topic.as_deref(), Cow::Owned(format!("{}: {}", kind.name, kind.text)), &kind.sources)
    }

    fn topical(&self, topic: Option<&'a str>, text: Cow<'a, str>, sources: &'a [Id<'a>]) -> Item<'a> {
        let topics = &self.corpus.topics;
        let rank = topic.and_then(|topic| topics.rank(topic));
        let entry = rank.map(|rank| topics.at(rank));
        Item {
            topic,
            label: entry.map_or_else(|| topic.unwrap_or(Item::NO_TOPIC), |entry| &entry.label),
            broader: entry.and_then(|entry| entry.broader.as_deref()),
            rank: rank.unwrap_or(Item::UNRANKED),
            text,
            sources,
        }
    }

    fn line(&self, line: &'a Line<'a>, other: &'a str) -> Item<'a> {
        self.party(other, qualified(line.how, line.when.as_deref()), &line.sources)
    }

    fn step(&self, step: &'a CareerStep<'a>) -> Item<'a> {
        self.party(&step.role, Cow::Borrowed(step.note.as_deref().unwrap_or_default()), &step.sources)
    }

    fn party(&self, id: &'a str, text: Cow<'a, str>, sources: &'a [Id<'a>]) -> Item<'a> {
        let corpus = self.corpus;
        let rank = corpus.posts.rank(id);
        let title = rank.map_or(id, |rank| &corpus.posts.at(rank).title);
        Item::new(id, title, rank.unwrap_or(Item::UNRANKED), text, sources)
    }

    fn oversight(&self, entry: &'a Oversight<'a>) -> Item<'a> {
        let functions = &self.corpus.functions;
        let rank = functions.rank(&entry.function);
        let function = rank.map(|rank| functions.at(rank));
        Item {
            broader: function.and_then(|function| function.broader.as_deref()),
            ..Item::new(
                &entry.function,
                function.map_or(&entry.function, |function| &function.label),
                rank.unwrap_or(Item::UNRANKED),
                qualified(entry.how, entry.when.as_deref()),
                &entry.sources,
            )
        }
    }
}

fn qualified(how: How, when: Option<&str>) -> Cow<'static, str> {
    annotated(how.key(), when)
}

/// A word with what limits it: `sometimes: in smaller companies`.
fn annotated<'a>(word: &str, note: Option<&str>) -> Cow<'a, str> {
    Cow::Owned(note.map_or_else(|| word.to_owned(), |note| format!("{word}: {note}")))
}
