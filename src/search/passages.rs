//! Everything that can be read of roles, as passages to search in.

use super::Scope;
use crate::corpus::Corpus;
use crate::facets::{Section, amounts, items};
use crate::model::{Id, Pair, Role, SalaryFigure};

/// Something that is said of a role, or of two together.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage<'a> {
    /// One role or two.
    pub roles: &'a [Id],
    /// The other role of a pair, for one side of a contrast.
    pub other_role: Option<&'a str>,
    pub section: Section,
    /// Its list, in the word of the machine formats of `show` and `compare`.
    pub facet: &'static str,
    pub topic: Option<&'a str>,
    /// The name of the topic, or empty.
    pub label: &'a str,
    /// Empty where the label says it all.
    pub text: String,
    pub sources: Vec<Id>,
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
                        sources: item.sources.to_vec(),
                    });
                }
            }
        }
    }
    if scope.has_section(Section::Differences) || scope.has_section(Section::InCommon) {
        for pair in corpus.pairs.iter().filter(|pair| pair.roles.iter().any(|role| scope.has_role(role))) {
            together(pair, scope, hand);
        }
    }
}

fn overview<'a>(role: &'a Role, hand: &mut impl FnMut(Passage<'a>)) {
    let mut fact = |facet, text: String, sources: &[Id]| {
        let (roles, sources) = (std::slice::from_ref(&role.id), sources.to_vec());
        hand(Passage { roles, other_role: None, section: Section::Overview, facet, topic: None, label: "", text, sources });
    };
    let title = role.acronym.as_ref().map_or_else(|| role.title.clone(), |acronym| format!("{} ({acronym})", role.title));
    fact(TITLE, title, &[]);
    role.alternate_titles.iter().for_each(|title| fact(ALTERNATE_TITLES, title.clone(), &[]));
    role.acronym_also_means.iter().for_each(|entry| fact("acronym_also_means", entry.text.clone(), &entry.sources));
    role.summary.iter().for_each(|entry| fact(SUMMARY, entry.text.clone(), &entry.sources));
}

pub(super) const TITLE: &str = "title";
pub(super) const ALTERNATE_TITLES: &str = "alternate_titles";
pub(super) const SUMMARY: &str = "summary";

/// A published figure in words, with all that limits it.
fn figure<'a>(role: &'a Role, figure: &'a SalaryFigure) -> Passage<'a> {
    let amounts = format!("{}: {}", figure.measure.label(), amounts(figure));
    let limits = [&figure.region, &figure.population, &figure.group, &figure.survey, &figure.note].into_iter().flatten();
    Passage {
        roles: std::slice::from_ref(&role.id),
        other_role: None,
        section: Section::Salary,
        facet: "figures",
        topic: None,
        label: "",
        text: std::iter::once(&amounts).chain(limits).map(String::as_str).collect::<Vec<_>>().join("; "),
        sources: Some(figure.source.clone()).into_iter().filter(|source| !source.is_empty()).collect(),
    }
}

fn together<'a>(pair: &'a Pair, scope: &Scope, hand: &mut impl FnMut(Passage<'a>)) {
    let mut said = |roles: &'a [Id], facet, label, text, sources: &[Id]| {
        let other = |only: &Id| pair.roles.iter().find(|role| *role != only).map(String::as_str);
        let other_role = if let [only] = roles { other(only) } else { None };
        let sources = sources.to_vec();
        let section = Section::of_pair(facet);
        if scope.has_section(section) {
            hand(Passage { roles, other_role, section, facet, topic: None, label, text, sources });
        }
    };
    for contrast in &pair.contrasts {
        for (role, text) in contrast.sides.iter().filter(|(role, _)| scope.has_role(role)) {
            said(std::slice::from_ref(role), "contrasts", &*contrast.dimension, text.clone(), &contrast.sources);
        }
    }
    for (list, statements) in pair.statements() {
        for entry in statements {
            said(&pair.roles, list, "", entry.text.clone(), &entry.sources);
        }
    }
    for case in &pair.cases {
        let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
        said(&pair.roles, "cases", &*case.title, format!("{}{outcome}", case.text), &case.sources);
    }
    for question in &pair.questions {
        said(&pair.roles, "questions", &*question.question, question.answer.clone(), &question.sources);
    }
}
