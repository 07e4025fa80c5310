//! The answer in a few facts: what sets roles apart.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;

use super::facet_rows::FacetRows;
use super::importance::weight;
use super::pay_line::{PayLine, pay_lines};
use super::row::{Row, Status};
use crate::corpus::Corpus;
use crate::facets::Facet;
use crate::model::{Attribute, CareerStep, Contrast, Grade, How, Id, Pair, Role, Statement};

/// The rank of the first contrast among facts that may give way.
pub const FIRST_CONTRAST: usize = 7;

/// The facts, the duties and the evidence.
#[derive(Debug, Clone, Serialize)]
pub struct Brief<'a> {
    /// The most telling first.
    pub facts: Vec<Fact<'a>>,
    pub duties: Option<Duties<'a>>,
    pub evidence: Evidence,
}

/// One line: the same question to every role.
#[derive(Debug, Clone, Serialize)]
pub struct Fact<'a> {
    pub label: &'a str,
    /// One for each role; none when no source answers.
    pub roles: Vec<Option<Answered<'a>>>,
    /// The order in which facts give way where there is no room; 0 never does.
    #[serde(skip)]
    pub dispensable: usize,
}

/// The answer for one role.
#[derive(Debug, Clone, Serialize)]
pub struct Answered<'a> {
    #[serde(flatten)]
    pub content: Content<'a>,
    pub sources: Vec<&'a str>,
    /// Further statements to the same question.
    #[serde(skip_serializing_if = "is_zero")]
    pub more: usize,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content<'a> {
    Text(Cow<'a, str>),
    /// Superiors with the frequency of the line.
    Superiors(Vec<(&'a str, How)>),
    Pay(PayLine<'a>),
}

/// Duty topics that roles have alone or share.
#[derive(Debug, Clone, Serialize)]
pub struct Duties<'a> {
    /// For each role, the labels of the topics it has alone, the most telling first.
    pub alone: Vec<Vec<&'a str>>,
    /// The topics that all roles share.
    pub shared: Vec<&'a str>,
}

/// The sources behind an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub sources: usize,
    /// The number of sources of grades A, B and C.
    pub grades: [usize; 3],
    /// The grade of the only source behind all contrasts.
    pub single: Option<Grade>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // Serde passes a reference.
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl<'a> Brief<'a> {
    pub fn new(corpus: &'a Corpus, roles: &[&'a Role]) -> Self {
        let pair = if let [one, other] = roles { corpus.pair(&one.id, &other.id) } else { None };
        let mut facts = vec![Fact::new("In short", roles, 0, focus)];
        if let [role] = roles {
            facts.push(Fact::new("Sets it apart", roles, 1, |_| telling(corpus, role)));
        }
        let (mut first, mut last) = (contrasts(roles, pair), Vec::new());
        if let [_] = roles {
            // For one role the rest of the glance is an addition.
            const FIRST: [Attribute; 5] =
                [Attribute::Direction, Attribute::Scope, Attribute::AnswersFor, Attribute::Money, Attribute::Leads];
            (first, last) = first.into_iter().partition(|fact| FIRST.iter().any(|attribute| attribute.label() == fact.label));
        }
        facts.extend(first);
        facts.push(Fact::new("Reports to", roles, 1, superiors));
        let answered = |line: PayLine<'a>| Answered { sources: line.sources.clone(), content: Content::Pay(line), more: 0 };
        let pay = pay_lines(corpus, roles).into_iter().map(|line| line.map(answered)).collect();
        facts.push(Fact { label: "Pay", roles: pay, dispensable: 2 });
        if let [_] = roles {
            facts.push(Fact::new("Asks for", roles, 4, |role| requirements(corpus, role)));
            facts.push(Fact::new("Comes from", roles, 5, |role| posts(corpus, &role.career.from)));
            facts.push(Fact::new("Goes on to", roles, 6, |role| posts(corpus, &role.career.to)));
        }
        facts.push(Fact::new("Hire when", roles, 3, |role| first_of(corpus, &role.hire_when)));
        facts.extend(last);
        facts.retain(|fact| fact.roles.iter().any(Option::is_some));
        // A line that says the same of all roles sets none apart.
        let tells_apart = |fact: &Fact| {
            let texts: BTreeSet<String> =
                fact.roles.iter().map(|role| format!("{:?}", role.as_ref().map(|role| &role.content))).collect();
            roles.len() < 2 || texts.len() > 1
        };
        facts.retain(|fact| fact.label == "In short" || fact.label == "Pay" || tells_apart(fact));
        let single = single_source(corpus, pair);
        Self { facts, duties: duties(corpus, roles), evidence: Evidence::of(corpus, roles, single) }
    }
}

impl<'a> Answered<'a> {
    fn text(text: impl Into<Cow<'a, str>>, sources: impl IntoIterator<Item = &'a Id>) -> Self {
        Self { content: Content::Text(text.into()), sources: sources.into_iter().map(String::as_str).collect(), more: 0 }
    }
}

impl<'a> Fact<'a> {
    fn new(label: &'a str, roles: &[&'a Role], dispensable: usize, answer: impl Fn(&'a Role) -> Option<Answered<'a>>) -> Self {
        Self { label, roles: roles.iter().map(|role| answer(role)).collect(), dispensable }
    }
}

fn focus(role: &Role) -> Option<Answered<'_>> {
    let glance = role.glance.iter().find(|glance| glance.attribute == Attribute::Focus);
    let glance = glance.map(|glance| (glance.text.as_str(), &glance.sources));
    let (text, sources) = glance.or_else(|| role.summary.as_ref().map(|summary| (summary.text.as_str(), &summary.sources)))?;
    Some(Answered::text(text, sources))
}

/// The contrasts that a source draws, then those that follow from the glances; the later ones give way first.
fn contrasts<'a>(roles: &[&'a Role], pair: Option<&'a Pair>) -> Vec<Fact<'a>> {
    let mut facts: Vec<Fact> = Vec::new();
    // Superiors and pay have lines of their own.
    let is_told = |contrast: &&Contrast| ["Superior", "Average pay"].contains(&contrast.dimension.as_str());
    for contrast in pair.into_iter().flat_map(|pair| &pair.contrasts).filter(|contrast| !is_told(contrast)) {
        let side = |role: &'a Role| Some(Answered::text(contrast.sides.get(&role.id)?, &contrast.sources));
        facts.push(Fact::new(&contrast.dimension, roles, 0, side));
    }
    for attribute in Attribute::ALL.into_iter().filter(|attribute| *attribute != Attribute::Focus) {
        let glance = |role: &'a Role| role.glance.iter().find(|glance| glance.attribute == attribute);
        let differs = |key: fn(&'a crate::model::Glance) -> &'a str| {
            roles.iter().filter_map(|role| glance(role)).map(key).collect::<BTreeSet<_>>().len() > 1
        };
        let told = roles.iter().filter(|role| glance(role).is_some()).count();
        let is_known = facts.iter().any(|fact| fact.label.eq_ignore_ascii_case(attribute.label()));
        let is_telling = roles.len() == 1 || differs(|glance| glance.value.as_deref().unwrap_or(&glance.text));
        if told * 2 <= roles.len() || is_known || !is_telling {
            continue;
        }
        facts.push(Fact::new(attribute.label(), roles, 0, |role| {
            let glance = glance(role)?;
            Some(Answered::text(&glance.text, &glance.sources))
        }));
    }
    facts.iter_mut().enumerate().for_each(|(i, fact)| fact.dispensable = FIRST_CONTRAST + i);
    facts
}

fn superiors(role: &Role) -> Option<Answered<'_>> {
    let mut lines: Vec<(&str, How)> = role.reporting.reports_to.iter().map(|line| (line.to.as_str(), line.how)).collect();
    lines.sort_by_key(|(_, how)| *how);
    let mut met = BTreeSet::new();
    lines.retain(|(to, _)| met.insert(*to));
    let sources = role.reporting.reports_to.iter().flat_map(|line| &line.sources).map(String::as_str).collect();
    (!lines.is_empty()).then_some(Answered { content: Content::Superiors(lines), sources, more: 0 })
}

/// The degree and the experience with the most evidence: `Bachelor's degree, usual; 10-15 years in all`.
fn requirements<'a>(corpus: &Corpus, role: &'a Role) -> Option<Answered<'a>> {
    let evidence = |sources: &[Id]| sources.iter().map(|source| weight(corpus, source)).sum::<u32>();
    let asked = &role.requirements;
    let degree = asked.education.iter().rev().max_by_key(|entry| evidence(&entry.sources));
    let years = asked.experience.iter().rev().max_by_key(|entry| evidence(&entry.sources));
    let parts = [
        degree.map(|entry| format!("{}, {}", entry.degree.label(), entry.need.key())),
        years.map(|entry| format!("{} years {}", entry.years, entry.kind.label().to_lowercase())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let sources = degree.iter().flat_map(|entry| &entry.sources).chain(years.iter().flat_map(|entry| &entry.sources));
    (!parts.is_empty()).then(|| Answered::text(parts.join("; "), sources))
}

/// The first few posts before or after a role.
fn posts<'a>(corpus: &'a Corpus, steps: &'a [CareerStep]) -> Option<Answered<'a>> {
    const MOST: usize = 4;
    let mut titles: Vec<&str> = steps.iter().map(|step| corpus.title(&step.role)).collect();
    let mut met = BTreeSet::new();
    titles.retain(|title| met.insert(*title));
    let shown = titles.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    let more = titles.len().saturating_sub(MOST);
    let sources = steps.iter().flat_map(|step| &step.sources);
    (!titles.is_empty()).then(|| Answered { more, ..Answered::text(shown, sources) })
}

/// The statement with the most evidence, and the number of the others.
fn first_of<'a>(corpus: &Corpus, statements: &'a [Statement]) -> Option<Answered<'a>> {
    let evidence = |statement: &Statement| statement.sources.iter().map(|source| weight(corpus, source)).sum::<u32>();
    let best = statements.iter().rev().max_by_key(|statement| evidence(statement))?;
    Some(Answered { more: statements.len() - 1, ..Answered::text(&best.text, &best.sources) })
}

/// The rows of the duties with a topic, the most telling first, and whether every role is known there.
fn duty_rows<'a>(corpus: &'a Corpus, roles: &[&'a Role]) -> (Vec<Row<'a>>, bool) {
    let FacetRows { mut rows, known, .. } = FacetRows::new(corpus, roles, Facet::Duties);
    rows.retain(|row| row.subject.topic.is_some());
    rows.sort_by_key(|row| (Reverse(row.importance), row.subject.rank));
    (rows, known.into_iter().all(|known| known))
}

/// The duty topics of a role that few others have and good sources name.
fn telling<'a>(corpus: &'a Corpus, role: &'a Role) -> Option<Answered<'a>> {
    const MOST: usize = 6;
    let (rows, _) = duty_rows(corpus, &[role]);
    let topics: Vec<&str> = rows.iter().take(MOST).map(|row| row.subject.label).collect();
    let sources = rows.iter().take(MOST).flat_map(|row| &row.cells).flat_map(|cell| &cell.items).flat_map(|item| item.sources);
    let more = rows.len() - topics.len();
    (!topics.is_empty()).then(|| Answered { more, ..Answered::text(topics.join(", "), sources) })
}

fn duties<'a>(corpus: &'a Corpus, roles: &[&'a Role]) -> Option<Duties<'a>> {
    let (rows, is_known) = duty_rows(corpus, roles);
    let labels = |wanted: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| wanted(row)).map(|row| row.subject.label).collect();
    let alone = |column| labels(&|row| row.status == Status::Only && row.has(column));
    let duties = Duties { alone: (0..roles.len()).map(alone).collect(), shared: labels(&|row| row.status == Status::Shared) };
    let is_counted = rows.iter().any(|row| row.status != Status::Uncounted);
    (is_known && is_counted).then_some(duties)
}

/// The grade of the only source that all contrasts of a pair rest on.
fn single_source(corpus: &Corpus, pair: Option<&Pair>) -> Option<Grade> {
    let pair = pair?;
    let sources: BTreeSet<&str> = pair.contrasts.iter().flat_map(|contrast| &contrast.sources).map(String::as_str).collect();
    let only = sources.first().filter(|_| sources.len() == 1)?;
    corpus.sources.get(only).map(|source| source.grade)
}

impl Evidence {
    fn of(corpus: &Corpus, roles: &[&Role], single: Option<Grade>) -> Self {
        let mut cited: BTreeSet<&str> = roles
            .iter()
            .flat_map(|role| crate::corpus::role_elements(role))
            .flat_map(|element| element.sources)
            .map(String::as_str)
            .collect();
        let is_asked = |id: &String| roles.iter().any(|role| role.id == *id);
        for pair in corpus.pairs.iter().filter(|pair| pair.roles.iter().all(is_asked)) {
            cited.extend(crate::corpus::pair_elements(pair).iter().flat_map(|element| element.sources).map(String::as_str));
        }
        let grade =
            |grade: Grade| cited.iter().filter(|id| corpus.sources.get(id).is_some_and(|source| source.grade == grade)).count();
        Self { sources: cited.len(), grades: Grade::ALL.map(grade), single }
    }
}
