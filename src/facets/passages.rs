//! All statements on roles and pairs, as passages of one shape, for `search` and `diff`.

use serde::{Serialize, Serializer};

use super::{Facet, Section, amounts, items};
use crate::corpus::Corpus;
use crate::model::{Glance, Id, Pair, Role, SalaryFigure};

/// A list of a role or a pair, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct List {
    rank: usize,
    /// The key of the file.
    pub key: &'static str,
    pub label: &'static str,
    pub section: Section,
    /// Whether each entry has a subject of its own, by which it is found again: degrees, superiors, contrasts.
    pub is_keyed: bool,
}

impl List {
    pub const TITLE: Self = Self::new(0, "title", "Title", Section::Overview);
    pub const ALTERNATE_TITLES: Self = Self::new(1, "alternate_titles", "Also called", Section::Overview);
    const OTHER_MEANINGS: Self = Self::new(2, "acronym_also_means", "Acronym also means", Section::Overview);
    pub const SUMMARY: Self = Self::keyed(3, "summary", "Summary", Section::Overview);
    const GLANCE: Self = Self::keyed(4, "glance", "At a glance", Section::Overview);
    pub const FIGURES: Self = Self::new(5, "figures", "Figures", Section::Salary);
    const CONTRASTS: Self = Self::keyed(0, "contrasts", "Contrasts", Section::Differences);
    const CASES: Self = Self::keyed(5, "cases", "Cases", Section::Differences);
    const QUESTIONS: Self = Self::keyed(6, "questions", "Questions", Section::Differences);

    const fn new(rank: usize, key: &'static str, label: &'static str, section: Section) -> Self {
        Self { rank, key, label, section, is_keyed: false }
    }

    const fn keyed(rank: usize, key: &'static str, label: &'static str, section: Section) -> Self {
        Self { is_keyed: true, ..Self::new(rank, key, label, section) }
    }

    const fn of_facet(facet: Facet) -> Self {
        let rank = Self::FIGURES.rank + 1 + facet as usize;
        Self { is_keyed: !facet.has_statements(), ..Self::new(rank, facet.key(), facet.label(), facet.section()) }
    }

    /// One of the lists of statements of a pair.
    pub fn of_pair(key: &'static str) -> Self {
        let (rank, label) = match key {
            "collaboration" => (1, "How they work together"),
            "overlaps" => (2, "Where they overlap"),
            "conflicts" => (3, "Where they clash"),
            _ => (4, "Which one to hire"),
        };
        Self::new(rank, key, label, Section::of_pair(key))
    }
}

impl Serialize for List {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key)
    }
}

/// A statement, a title, a degree, a line of reporting, a figure of pay and the like, with its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage<'a> {
    /// One role or two.
    #[serde(skip)]
    pub roles: &'a [Id],
    /// The other role of a pair, for one side of a contrast.
    #[serde(skip)]
    pub other_role: Option<&'a str>,
    #[serde(rename = "facet")]
    pub list: List,
    /// The subject: a topic, a degree, a role, a function, a dimension.
    pub topic: Option<&'a str>,
    /// The name of the topic; empty without one.
    #[serde(skip)]
    pub label: &'a str,
    /// Empty where the label says it all.
    pub text: String,
    pub sources: &'a [Id],
}

impl<'a> Passage<'a> {
    fn new(roles: &'a [Id], list: List, text: String, sources: &'a [Id]) -> Self {
        Self { roles, other_role: None, list, topic: None, label: "", text, sources }
    }

    /// On a subject that is its own name.
    fn on(self, subject: &'a str) -> Self {
        self.about(subject, subject)
    }

    fn about(self, topic: &'a str, label: &'a str) -> Self {
        Self { topic: Some(topic), label, ..self }
    }
}

/// Every passage of a role, list by list.
pub fn role_passages<'a>(corpus: &'a Corpus, role: &'a Role) -> Vec<Passage<'a>> {
    let roles = std::slice::from_ref(&role.id);
    let said = |list, text: &str, sources: &'a [Id]| Passage::new(roles, list, text.to_owned(), sources);
    let title = role.acronym.as_ref().map_or_else(|| role.title.clone(), |acronym| format!("{} ({acronym})", role.title));
    let mut all = vec![said(List::TITLE, &title, &[])];
    all.extend(role.alternate_titles.iter().map(|title| said(List::ALTERNATE_TITLES, title, &[])));
    all.extend(role.acronym_also_means.iter().map(|other| said(List::OTHER_MEANINGS, &other.text, &other.sources)));
    all.extend(role.summary.iter().map(|summary| said(List::SUMMARY, &summary.text, &summary.sources)));
    let answer = |glance: &'a Glance| {
        said(List::GLANCE, &glance.text, &glance.sources).about(glance.attribute.key(), glance.attribute.label())
    };
    all.extend(role.glance.iter().map(answer));
    all.extend(role.salary.iter().map(|figure| {
        let sources = if figure.source.is_empty() { &[] } else { std::slice::from_ref(&figure.source) };
        said(List::FIGURES, &of_figure(figure), sources)
    }));
    for facet in Facet::ALL {
        for (subject, item) in items(corpus, role, facet) {
            let passage = Passage::new(roles, List::of_facet(facet), item.text, item.sources);
            all.push(if let Some(topic) = subject.topic { passage.about(topic, subject.label) } else { passage });
        }
    }
    all
}

/// A published figure in words, with all that limits it.
fn of_figure(figure: &SalaryFigure) -> String {
    let amounts = format!("{}: {}", figure.measure.label(), amounts(figure));
    let limits = [&figure.region, &figure.population, &figure.group, &figure.survey, &figure.note].into_iter().flatten();
    std::iter::once(&amounts).chain(limits).map(String::as_str).collect::<Vec<_>>().join("; ")
}

/// Every passage of a pair, list by list; each side of a contrast is on one role.
pub fn pair_passages<'a>(corpus: &'a Corpus, pair: &'a Pair) -> Vec<Passage<'a>> {
    let said = |list, text: &str, sources: &'a [Id]| Passage::new(&pair.roles, list, text.to_owned(), sources);
    let mut all = Vec::new();
    for contrast in &pair.contrasts {
        all.extend(contrast.sides.iter().map(|(role, text)| {
            let other_role = pair.roles.iter().find(|other| *other != role).map(String::as_str);
            let side = said(List::CONTRASTS, text, &contrast.sources).on(&contrast.dimension);
            Passage { roles: std::slice::from_ref(role), other_role, ..side }
        }));
    }
    for (key, statements) in pair.statements() {
        all.extend(statements.iter().map(|statement| {
            let passage = said(List::of_pair(key), &statement.text, &statement.sources);
            let Some(topic) = statement.topic.as_deref() else { return passage };
            passage.about(topic, corpus.topics.get(topic).map_or(topic, |term| &term.label))
        }));
    }
    for case in &pair.cases {
        let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
        let origin = if case.illustrative { " (made up by the source to illustrate)" } else { "" };
        all.push(said(List::CASES, &format!("{}{outcome}{origin}", case.text), &case.sources).on(&case.title));
    }
    let answer = |entry: &'a crate::model::Question| said(List::QUESTIONS, &entry.answer, &entry.sources).on(&entry.question);
    all.extend(pair.questions.iter().map(answer));
    all
}
