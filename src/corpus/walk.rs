//! Every reference and source of a role or a pair, for checking and counting.
//!
//! Both are taken apart field by field, so that a new field does not compile until it is walked.

use crate::model::keyed::keyed;
use crate::model::{Career, Cited, Id, Pair, Reporting, Requirements, Role, Statement};

/// One entry of a list, or a field outside lists.
#[derive(Debug, Clone)]
pub struct Element<'a> {
    /// Keys and a position from the root of the file: `duties/3`.
    pub path: String,
    pub reference: Option<Reference<'a>>,
    pub sources: &'a [Id],
    /// It states something, so a source is due.
    pub needs_sources: bool,
}

/// An id of another entry: its key, the kind of entry, and the id.
pub type Reference<'a> = (&'static str, IdKind, &'a Id);

keyed! {
    /// A kind of entry.
    pub enum IdKind {
        Topic = "topic",
        Function = "function",
        Source = "source",
        Pair = "pair",
        Role = "role",
        /// Roles and positions share their ids.
        Post = "role or position",
    }
}

/// A field, or an entry of a list, that refers to another and states nothing.
fn field(path: String, kind: IdKind, id: &Id) -> Element<'_> {
    Element { path, reference: Some(("", kind, id)), sources: &[], needs_sources: false }
}

fn stated<'a>(path: String, reference: Option<Reference<'a>>, sources: &'a [Id]) -> Element<'a> {
    Element { path, reference, sources, needs_sources: true }
}

/// The elements of a list of statements, lines or the like.
fn each<'a, T>(
    list: &'static str,
    items: &'a [T],
    parts: impl Fn(&'a T) -> (Option<Reference<'a>>, &'a [Id]),
) -> impl Iterator<Item = Element<'a>> {
    items.iter().enumerate().map(move |(index, item)| {
        let (reference, sources) = parts(item);
        stated(format!("{list}/{index}"), reference, sources)
    })
}

fn statements<'a>(lists: impl IntoIterator<Item = (&'static str, &'a [Statement])>) -> impl Iterator<Item = Element<'a>> {
    lists.into_iter().flat_map(|(list, items)| each(list, items, |item| (topic(item.topic.as_ref()), &item.sources)))
}

fn topic(topic: Option<&Id>) -> Option<Reference<'_>> {
    topic.map(|topic| ("topic", IdKind::Topic, topic))
}

/// Every element of a role.
pub fn role_elements(role: &Role) -> Vec<Element<'_>> {
    #[rustfmt::skip]
    let Role {
        // These refer to nothing and cite nothing.
        id: _, title: _, acronym: _, alternate_titles: _, level: _,
        // These are among Role::statements.
        duties: _, skills: _, compensation: _, metrics: _, impact: _, challenges: _, work_environment: _, standing: _,
        variations: _, hire_when: _, disagreements: _,
        requirements: Requirements { education, experience, backgrounds: _, certifications: _ },
        extends, acronym_also_means, function, summary, glance, archetypes, salary,
        reporting: Reporting { reports_to, direct_reports, oversees },
        career: Career { from, to },
    } = role;
    let post = |key, id| Some((key, IdKind::Post, id));
    let mut all: Vec<Element> = statements(role.statements()).collect();
    all.extend(extends.iter().map(|id| field("extends".to_owned(), IdKind::Role, id)));
    all.extend(function.iter().map(|id| field("function".to_owned(), IdKind::Function, id)));
    all.extend(summary.iter().map(|Cited { text: _, sources }| stated("summary".to_owned(), None, sources)));
    all.extend(each("acronym_also_means", acronym_also_means, |item| (None, &item.sources)));
    all.extend(each("glance", glance, |item| (None, &item.sources)));
    all.extend(each("archetypes", archetypes, |item| (topic(item.topic.as_ref()), &item.sources)));
    all.extend(each("requirements/education", education, |item| (None, &item.sources)));
    all.extend(each("requirements/experience", experience, |item| (None, &item.sources)));
    all.extend(each("reporting/reports_to", reports_to, |line| (post("to", &line.to), &line.sources)));
    all.extend(each("reporting/direct_reports", direct_reports, |line| (post("from", &line.from), &line.sources)));
    all.extend(each("reporting/oversees", oversees, |line| {
        (Some(("function", IdKind::Function, &line.function)), &line.sources)
    }));
    all.extend(each("career/from", from, |step| (post("role", &step.role), &step.sources)));
    all.extend(each("career/to", to, |step| (post("role", &step.role), &step.sources)));
    all.extend(each("salary", salary, |figure| {
        (None, if figure.source.is_empty() { &[] } else { std::slice::from_ref(&figure.source) })
    }));
    all
}

/// Every element of a pair.
pub fn pair_elements(pair: &Pair) -> Vec<Element<'_>> {
    #[rustfmt::skip]
    let Pair {
        id: _, collaboration: _, overlaps: _, conflicts: _, choice: _, // The lists are Pair::statements.
        roles, contrasts, cases, questions,
    } = pair;
    let mut all: Vec<Element> = statements(pair.statements()).collect();
    all.extend(roles.iter().enumerate().map(|(i, id)| field(format!("roles/{i}"), IdKind::Role, id)));
    all.extend(each("contrasts", contrasts, |item| (None, &item.sources)));
    all.extend(each("cases", cases, |item| (None, &item.sources)));
    all.extend(each("questions", questions, |item| (None, &item.sources)));
    all
}
