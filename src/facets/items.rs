//! Reads the lists of a role as items of one shape.

use serde::Serialize;

use crate::corpus::{Catalog, Corpus, Line};
use crate::model::{CareerStep, How, Id, Role, Statement, Term};

/// The subject of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Subject<'a> {
    /// A topic, a degree, a role or a function, by which items are compared; an item without one equals only the same text.
    pub topic: Option<&'a str>,
    /// The name of the topic.
    pub label: &'a str,
    /// The broader topic, by which it is related to others.
    #[serde(skip)]
    pub broader: Option<&'a str>,
    /// The place of the topic in the order of rows.
    #[serde(skip)]
    pub rank: usize,
}

/// A statement, a degree, a line of reporting and the like.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item<'a> {
    /// Empty where the subject says it all.
    pub text: String,
    pub sources: &'a [Id],
    /// Frequency of a line or an oversight.
    #[serde(skip)]
    pub how: Option<How>,
}

type Items<'a> = Vec<(Subject<'a>, Item<'a>)>;

impl<'a> Subject<'a> {
    /// The label without a topic.
    pub const NO_TOPIC: &'static str = "Other";

    /// The rank without a topic, and of a topic in no vocabulary.
    pub const UNRANKED: usize = usize::MAX;

    /// A subject that is not related to others.
    const fn new(topic: &'a str, label: &'a str, rank: usize) -> Self {
        Self { topic: Some(topic), label, broader: None, rank }
    }

    /// A topic of a vocabulary, or none.
    fn of(vocabulary: &'a Catalog<Term>, topic: Option<&'a str>) -> Self {
        let rank = topic.and_then(|topic| vocabulary.rank(topic));
        let term = rank.map(|rank| vocabulary.at(rank));
        Self {
            topic,
            label: term.map_or_else(|| topic.unwrap_or(Self::NO_TOPIC), |term| &term.label),
            broader: term.and_then(|term| term.broader.as_deref()),
            rank: rank.unwrap_or(Self::UNRANKED),
        }
    }

    fn post(corpus: &'a Corpus, id: &'a str) -> Self {
        let rank = corpus.posts.rank(id);
        let title = rank.map_or(id, |rank| &corpus.posts.at(rank).title);
        Self::new(id, title, rank.unwrap_or(Self::UNRANKED))
    }
}

impl<'a> Item<'a> {
    const fn new(text: String, sources: &'a [Id]) -> Self {
        Self { text, sources, how: None }
    }
}

pub(super) fn statements<'a>(corpus: &'a Corpus, statements: &'a [Statement]) -> Items<'a> {
    let subject = |entry: &'a Statement| Subject::of(&corpus.topics, entry.topic.as_deref());
    statements.iter().map(|entry| (subject(entry), Item::new(entry.text.clone(), &entry.sources))).collect()
}

pub(super) fn education(role: &Role) -> Items<'_> {
    let entries = role.requirements.education.iter().map(|entry| {
        let text = annotated(entry.need.key(), entry.note.as_deref());
        (Subject::new(entry.degree.key(), entry.degree.label(), entry.degree as usize), Item::new(text, &entry.sources))
    });
    entries.collect()
}

pub(super) fn experience(role: &Role) -> Items<'_> {
    let entries = role.requirements.experience.iter().map(|entry| {
        let text = annotated(&format!("{} years", entry.years), entry.note.as_deref());
        (Subject::new(entry.kind.key(), entry.kind.label(), entry.kind as usize), Item::new(text, &entry.sources))
    });
    entries.collect()
}

pub(super) fn archetypes<'a>(corpus: &'a Corpus, role: &'a Role) -> Items<'a> {
    let kinds = role.archetypes.iter().map(|kind| {
        let text = format!("{}: {}", kind.name, kind.text);
        (Subject::of(&corpus.topics, kind.topic.as_deref()), Item::new(text, &kind.sources))
    });
    kinds.collect()
}

pub(super) fn of_line<'a>(corpus: &'a Corpus, line: &'a Line, other: &'a str) -> (Subject<'a>, Item<'a>) {
    let text = qualified(line.how, line.when.as_deref());
    (Subject::post(corpus, other), Item { text, sources: &line.sources, how: Some(line.how) })
}

pub(super) fn oversees<'a>(corpus: &'a Corpus, role: &'a Role) -> Items<'a> {
    let entries = role.reporting.oversees.iter().map(|entry| {
        let text = qualified(entry.how, entry.when.as_deref());
        let item = Item { text, sources: &entry.sources, how: Some(entry.how) };
        (Subject::of(&corpus.functions, Some(&entry.function)), item)
    });
    entries.collect()
}

pub(super) fn steps<'a>(corpus: &'a Corpus, steps: &'a [CareerStep]) -> Items<'a> {
    let item = |step: &'a CareerStep| Item::new(step.limits().unwrap_or_default(), &step.sources);
    steps.iter().map(|step| (Subject::post(corpus, &step.role), item(step))).collect()
}

/// A frequency with its limits: `sometimes, in smaller companies`.
pub fn qualified(how: How, when: Option<&str>) -> String {
    annotated(how.key(), when)
}

fn annotated(word: &str, note: Option<&str>) -> String {
    note.map_or_else(|| word.to_owned(), |note| format!("{word}, {note}"))
}
