//! Reads one facet of one role as items of one shape.

use std::borrow::Cow;

use serde::Serialize;

use super::Facet;
use crate::corpus::{Catalog, Corpus, Line};
use crate::model::{Archetype, CareerStep, How, Id, Oversight, Role, Statement, Term};

/// What an item is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Subject<'a> {
    /// By which items are compared: a topic, a degree, a role, a function; none when an item is like no other but the very same.
    pub topic: Option<&'a str>,
    /// The words for the topic.
    pub label: &'a str,
    /// The broader topic, by which it is related to others.
    #[serde(skip)]
    pub broader: Option<&'a str>,
    /// Where the topic stands in the order of rows.
    #[serde(skip)]
    pub rank: usize,
}

/// One thing that is said of a role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item<'a> {
    /// What is said; empty where the subject says it all.
    pub text: Cow<'a, str>,
    /// Who says so.
    pub sources: &'a [Id],
    /// How usual it is, of lines of reporting and of what is overseen.
    #[serde(skip)]
    pub how: Option<How>,
}

/// The items of a facet of a role, in the order they were written.
pub fn items<'a>(corpus: &'a Corpus, role: &'a Role, facet: Facet) -> Vec<(Subject<'a>, Item<'a>)> {
    let reader = Reader { corpus };
    let requirements = &role.requirements;
    match facet {
        Facet::Duties => reader.statements(&role.duties),
        Facet::Skills => reader.statements(&role.skills),
        Facet::Education => {
            let read = |entry: &'a crate::model::Education| {
                let text = annotated(entry.need.key(), entry.note.as_deref());
                let subject = Subject::new(entry.degree.key(), entry.degree.label(), entry.degree as usize);
                (subject, Item { text, sources: &entry.sources, how: None })
            };
            requirements.education.iter().map(read).collect()
        }
        Facet::Experience => {
            let read = |entry: &'a crate::model::Experience| {
                let text = Cow::Owned(annotated(&format!("{} years", entry.years), entry.note.as_deref()).into_owned());
                let subject = Subject::new(entry.kind.key(), entry.kind.label(), entry.kind as usize);
                (subject, Item { text, sources: &entry.sources, how: None })
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

impl<'a> Subject<'a> {
    /// The words for no topic at all.
    pub const NO_TOPIC: &'static str = "Other";

    /// The rank of a topic that is in no vocabulary, and of none.
    pub const UNRANKED: usize = usize::MAX;

    /// A subject that is not related to others.
    const fn new(topic: &'a str, label: &'a str, rank: usize) -> Self {
        Self { topic: Some(topic), label, broader: None, rank }
    }
}

struct Reader<'a> {
    corpus: &'a Corpus,
}

impl<'a> Reader<'a> {
    fn statements(&self, statements: &'a [Statement]) -> Vec<(Subject<'a>, Item<'a>)> {
        let read = |entry: &'a Statement| {
            let item = Item { text: Cow::Borrowed(&entry.text), sources: &entry.sources, how: None };
            (subject(&self.corpus.topics, entry.topic.as_deref()), item)
        };
        statements.iter().map(read).collect()
    }

    fn archetype(&self, kind: &'a Archetype) -> (Subject<'a>, Item<'a>) {
        let text = Cow::Owned([&*kind.name, ": ", &*kind.text].concat());
        (subject(&self.corpus.topics, kind.topic.as_deref()), Item { text, sources: &kind.sources, how: None })
    }

    fn line(&self, line: &'a Line, other: &'a str) -> (Subject<'a>, Item<'a>) {
        let (subject, item) = self.party(other, qualified(line.how, line.when.as_deref()), &line.sources);
        (subject, Item { how: Some(line.how), ..item })
    }

    fn step(&self, step: &'a CareerStep) -> (Subject<'a>, Item<'a>) {
        self.party(&step.role, Cow::Borrowed(step.note.as_deref().unwrap_or_default()), &step.sources)
    }

    fn party(&self, id: &'a str, text: Cow<'a, str>, sources: &'a [Id]) -> (Subject<'a>, Item<'a>) {
        let corpus = self.corpus;
        let rank = corpus.posts.rank(id);
        let title = rank.map_or(id, |rank| &corpus.posts.at(rank).title);
        (Subject::new(id, title, rank.unwrap_or(Subject::UNRANKED)), Item { text, sources, how: None })
    }

    fn oversight(&self, entry: &'a Oversight) -> (Subject<'a>, Item<'a>) {
        let text = qualified(entry.how, entry.when.as_deref());
        let item = Item { text, sources: &entry.sources, how: Some(entry.how) };
        (subject(&self.corpus.functions, Some(&entry.function)), item)
    }
}

/// What a topic of a vocabulary, or none, is.
fn subject<'a, 'c>(vocabulary: &'a Catalog<Term>, topic: Option<&'a str>) -> Subject<'a> {
    let rank = topic.and_then(|topic| vocabulary.rank(topic));
    let term = rank.map(|rank| vocabulary.at(rank));
    Subject {
        topic,
        label: term.map_or_else(|| topic.unwrap_or(Subject::NO_TOPIC), |term| &term.label),
        broader: term.and_then(|term| term.broader.as_deref()),
        rank: rank.unwrap_or(Subject::UNRANKED),
    }
}

/// How usual something is, with what limits it.
pub fn qualified(how: How, when: Option<&str>) -> Cow<'static, str> {
    annotated(how.key(), when)
}

/// A word with what limits it: `sometimes, in smaller companies`.
fn annotated<'a>(word: &'a str, note: Option<&str>) -> Cow<'a, str> {
    note.map_or(Cow::Borrowed(word), |note| Cow::Owned([word, ", ", note].concat()))
}
