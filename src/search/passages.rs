//! Everything that can be read of roles, as passages to search in.

use std::borrow::Cow;

use super::Scope;
use crate::corpus::Corpus;
use crate::facets::{Section, amounts, items};
use crate::model::{Cited, Id, Pair, Role, SalaryFigure};

/// Something that is said of a role, or of two together.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage<'a> {
    /// Of whom: one role or two.
    pub roles: &'a [Id],
    /// The other role of a pair, where this is said of one of them in contrast to it.
    pub other_role: Option<&'a str>,
    /// Under which heading it is shown.
    pub section: Section,
    /// Which list it is from; the word of the machine formats of `show` and `compare`.
    pub facet: &'static str,
    /// The topic, where there is one.
    pub topic: Option<&'a str>,
    /// The words for the topic; empty where there is none.
    pub label: &'a str,
    /// What is said; empty where the label says it all.
    pub text: Cow<'a, str>,
    /// Who says so.
    pub sources: Cow<'a, [Id]>,
}

/// Hands on every passage in a scope, in the order of the corpus: role by role, section by section, then the pairs.
pub(super) fn passages<'a>(corpus: &'a Corpus, scope: &Scope, hand: &mut impl FnMut(Passage<'a>)) {
    for role in corpus.roles.iter().filter(|role| scope.has_role(&role.id)) {
        for section in Section::ALL.into_iter().filter(|section| scope.has_section(*section)) {
            match section {
                Section::Overview => overview(role, hand),
                Section::Salary => role.salary.iter().for_each(|entry| hand(figure(role, entry))),
                _ => {}
            }
            for facet in section.facets() {
                for (subject, item) in items(corpus, role, facet) {
                    hand(Passage {
                        roles: std::slice::from_ref(&role.id),
                        other_role: None,
                        section,
                        facet: facet.key(),
                        topic: subject.topic,
                        label: subject.topic.map_or("", |_| subject.label),
                        text: item.text,
                        sources: Cow::Borrowed(item.sources),
                    });
                }
            }
        }
    }
    if scope.has_section(Section::Together) {
        for pair in corpus.pairs.iter().filter(|pair| pair.roles.iter().any(|role| scope.has_role(role))) {
            together(pair, scope, hand);
        }
    }
}

fn overview<'a>(role: &'a Role, hand: &mut impl FnMut(Passage<'a>)) {
    let mut fact = |facet, text: Cow<'a, str>, sources| {
        let roles = std::slice::from_ref(&role.id);
        hand(Passage { roles, other_role: None, section: Section::Overview, facet, topic: None, label: "", text, sources });
    };
    let title =
        role.acronym.as_deref().map_or(Cow::Borrowed(&*role.title), |acronym| format!("{} ({acronym})", role.title).into());
    let nobody = || Cow::Borrowed([].as_slice());
    fact(TITLE, title, nobody());
    role.alternate_titles.iter().for_each(|title| fact(ALTERNATE_TITLES, Cow::Borrowed(title), nobody()));
    let cited = |entry: &'a Cited| (Cow::Borrowed(&*entry.text), Cow::Borrowed(entry.sources.as_slice()));
    for (text, sources) in role.acronym_also_means.iter().map(cited) {
        fact("acronym_also_means", text, sources);
    }
    if let Some((text, sources)) = role.summary.as_ref().map(cited) {
        fact(SUMMARY, text, sources);
    }
}

pub(super) const TITLE: &str = "title";
pub(super) const ALTERNATE_TITLES: &str = "alternate_titles";
pub(super) const SUMMARY: &str = "summary";

/// A published figure in words, with all that limits it.
fn figure<'a>(role: &'a Role, figure: &'a SalaryFigure) -> Passage<'a> {
    let amounts = format!("{}: {}", figure.measure.label(), amounts(figure));
    let limits = [&figure.region, &figure.population, &figure.group, &figure.survey, &figure.note];
    let limits = limits.into_iter().flatten().map(String::as_str);
    Passage {
        roles: std::slice::from_ref(&role.id),
        other_role: None,
        section: Section::Salary,
        facet: "figures",
        topic: None,
        label: "",
        text: [amounts.as_str()].into_iter().chain(limits).collect::<Vec<_>>().join("; ").into(),
        sources: Cow::Owned(Some(figure.source.clone()).into_iter().filter(|source| !source.is_empty()).collect()),
    }
}

fn together<'a>(pair: &'a Pair, scope: &Scope, hand: &mut impl FnMut(Passage<'a>)) {
    let mut said = |roles: &'a [Id], facet, label, text, sources| {
        let other = |only: &Id| pair.roles.iter().find(|role| *role != only).map(String::as_str);
        let other_role = if let [only] = roles { other(only) } else { None };
        let sources = Cow::Borrowed(sources);
        hand(Passage { roles, other_role, section: Section::Together, facet, topic: None, label, text, sources });
    };
    for contrast in &pair.contrasts {
        for (role, text) in contrast.sides.iter().filter(|(role, _)| scope.has_role(role)) {
            said(std::slice::from_ref(role), "contrasts", &*contrast.dimension, Cow::Borrowed(&**text), &contrast.sources);
        }
    }
    for (list, statements) in pair.statements() {
        for entry in statements {
            said(&pair.roles, list, "", Cow::Borrowed(&*entry.text), &entry.sources);
        }
    }
    for case in &pair.cases {
        let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
        said(&pair.roles, "cases", &*case.title, format!("{}{outcome}", case.text).into(), &case.sources);
    }
    for question in &pair.questions {
        said(&pair.roles, "questions", &*question.question, Cow::Borrowed(&*question.answer), &question.sources);
    }
}
