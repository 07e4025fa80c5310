//! Every text, reference and source of a role or a pair, for checking, counting and searching.
//!
//! Each struct is taken apart field by field, so that a new field does not compile until it is walked.

use std::borrow::Cow;

use crate::model::{
    Archetype, Career, CareerStep, Case, Cited, Contrast, DirectReport, Education, Experience, Glance, Id, Oversight, Pair,
    Question, Reporting, Requirements, Role, SalaryFigure, Statement, Superior,
};

/// One entry of a list, or a field outside lists.
#[derive(Debug, Clone, Default)]
pub struct Element<'a> {
    /// The list or field, as a path of keys from the root of the file.
    pub list: &'static str,
    /// The position in the list.
    pub index: Option<usize>,
    /// The texts with their keys, the most important first.
    pub texts: Vec<(Cow<'static, str>, &'a str)>,
    pub references: Vec<(&'static str, Target, &'a Id)>,
    pub sources: &'a [Id],
    /// Something is stated, so a source is due.
    pub needs_sources: bool,
    /// Its first text stands once in the list.
    pub is_statement: bool,
}

/// The target of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    Topic,
    Function,
    Source,
    Role,
    RoleOrPosition,
}

impl Target {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Function => "function",
            Self::Source => "source",
            Self::Role => "role",
            Self::RoleOrPosition => "role or position",
        }
    }
}

impl<'a> Element<'a> {
    /// The path of keys from the root of the file.
    pub fn path(&self) -> String {
        self.index.map_or_else(|| self.list.to_owned(), |index| format!("{}/{index}", self.list))
    }

    fn field(list: &'static str) -> Self {
        Self { list, ..Self::default() }
    }

    fn text(mut self, key: &'static str, text: &'a str) -> Self {
        self.texts.push((key.into(), text));
        self
    }

    fn note(mut self, key: &'static str, text: Option<&'a String>) -> Self {
        self.texts.extend(text.map(|text| (key.into(), text.as_str())));
        self
    }

    fn refers(mut self, key: &'static str, target: Target, id: &'a Id) -> Self {
        self.references.push((key, target, id));
        self
    }

    fn topic(self, topic: Option<&'a Id>) -> Self {
        let this = Self { is_statement: true, ..self };
        if let Some(topic) = topic { this.refers("topic", Target::Topic, topic) } else { this }
    }

    fn cites(self, sources: &'a [Id]) -> Self {
        Self { sources, needs_sources: true, ..self }
    }

    fn statement(self, Statement { topic, text, sources }: &'a Statement) -> Self {
        self.text("text", text).topic(topic.as_ref()).cites(sources)
    }

    fn cited(self, Cited { text, sources }: &'a Cited) -> Self {
        self.text("text", text).cites(sources)
    }
}

/// The elements of a list.
fn each<'a, T>(
    list: &'static str,
    items: &'a [T],
    element: impl Fn(Element<'a>, &'a T) -> Element<'a>,
) -> impl Iterator<Item = Element<'a>> {
    items.iter().enumerate().map(move |(i, item)| element(Element { index: Some(i), ..Element::field(list) }, item))
}

/// Every element of a role.
pub fn role_elements(role: &Role) -> Vec<Element<'_>> {
    let Role {
        id: _,
        extends,
        title,
        acronym,
        alternate_titles,
        acronym_also_means,
        level: _,
        function,
        summary,
        glance,
        duties,
        skills,
        requirements: Requirements { education, experience, backgrounds, certifications },
        reporting: Reporting { reports_to, direct_reports, oversees },
        salary,
        compensation,
        metrics,
        impact,
        challenges,
        work_environment,
        standing,
        variations,
        archetypes,
        career: Career { from, to },
        hire_when,
        disagreements,
    } = role;
    let statements: [(_, &[Statement]); 13] = [
        ("duties", duties),
        ("skills", skills),
        ("requirements/backgrounds", backgrounds),
        ("requirements/certifications", certifications),
        ("compensation", compensation),
        ("metrics", metrics),
        ("impact", impact),
        ("challenges", challenges),
        ("work_environment", work_environment),
        ("standing", standing),
        ("variations", variations),
        ("hire_when", hire_when),
        ("disagreements", disagreements),
    ];
    let mut all = Vec::new();
    all.extend(extends.iter().map(|id| Element::field("extends").refers("", Target::Role, id)));
    // A role that extends another may leave its title out.
    all.extend(Some(title).filter(|title| !title.is_empty()).map(|title| Element::field("title").text("", title)));
    all.extend(acronym.iter().map(|acronym| Element::field("acronym").text("", acronym)));
    all.extend(each("alternate_titles", alternate_titles, |element, title| element.text("", title)));
    all.extend(each("acronym_also_means", acronym_also_means, Element::cited));
    all.extend(function.iter().map(|id| Element::field("function").refers("", Target::Function, id)));
    all.extend(summary.iter().map(|summary| Element::field("summary").cited(summary)));
    all.extend(each("glance", glance, |element, Glance { attribute: _, value: _, text, sources }| {
        element.text("text", text).cites(sources)
    }));
    all.extend(statements.into_iter().flat_map(|(list, statements)| each(list, statements, Element::statement)));
    all.extend(each("archetypes", archetypes, |element, Archetype { name, topic, text, sources }| {
        element.text("name", name).text("text", text).topic(topic.as_ref()).cites(sources)
    }));
    all.extend(each("requirements/education", education, |element, Education { degree: _, need: _, note, sources }| {
        element.note("note", note.as_ref()).cites(sources)
    }));
    all.extend(each("requirements/experience", experience, |element, Experience { kind: _, years: _, note, sources }| {
        element.note("note", note.as_ref()).cites(sources)
    }));
    all.extend(each("reporting/reports_to", reports_to, |element, Superior { to, how: _, when, sources }| {
        element.refers("to", Target::RoleOrPosition, to).note("when", when.as_ref()).cites(sources)
    }));
    all.extend(each("reporting/direct_reports", direct_reports, |element, DirectReport { from, how: _, when, sources }| {
        element.refers("from", Target::RoleOrPosition, from).note("when", when.as_ref()).cites(sources)
    }));
    all.extend(each("reporting/oversees", oversees, |element, Oversight { function, how: _, when, sources }| {
        element.refers("function", Target::Function, function).note("when", when.as_ref()).cites(sources)
    }));
    for (list, steps) in [("career/from", from), ("career/to", to)] {
        all.extend(each(list, steps, |element, CareerStep { role, lateral: _, note, sources }| {
            element.refers("role", Target::RoleOrPosition, role).note("note", note.as_ref()).cites(sources)
        }));
    }
    all.extend(each("salary", salary, figure));
    all
}

fn figure<'a>(element: Element<'a>, figure: &'a SalaryFigure) -> Element<'a> {
    #[rustfmt::skip]
    let SalaryFigure {
        region, population, group, survey, note, source, // texts
        measure: _, currency: _, per: _, as_of: _,
        average: _, median: _, midpoint: _, low: _, high: _, p10: _, p25: _, p75: _, p90: _, open: _,
    } = figure;
    element
        .note("region", region.as_ref())
        .note("survey", survey.as_ref())
        .note("population", population.as_ref())
        .note("group", group.as_ref())
        .note("note", note.as_ref())
        .cites(if source.is_empty() { &[] } else { std::slice::from_ref(source) })
}

/// Every element of a pair.
pub fn pair_elements(pair: &Pair) -> Vec<Element<'_>> {
    let Pair { id: _, roles, contrasts, collaboration, overlaps, conflicts, choice, cases, questions } = pair;
    let statements: [(_, &[Statement]); 4] =
        [("collaboration", collaboration), ("overlaps", overlaps), ("conflicts", conflicts), ("choice", choice)];
    let mut all: Vec<Element> = each("roles", roles, |element, id| element.refers("", Target::Role, id)).collect();
    all.extend(each("contrasts", contrasts, |element, Contrast { dimension, sides, sources }| {
        let mut element = element.text("dimension", dimension).cites(sources);
        element.texts.extend(sides.iter().map(|(role, side)| (format!("sides/{role}").into(), side.as_str())));
        element
    }));
    all.extend(statements.into_iter().flat_map(|(list, statements)| each(list, statements, Element::statement)));
    all.extend(each("cases", cases, |element, Case { title, illustrative: _, text, outcome, sources }| {
        element.text("title", title).text("text", text).note("outcome", outcome.as_ref()).cites(sources)
    }));
    all.extend(each("questions", questions, |element, Question { question, answer, sources }| {
        element.text("question", question).text("answer", answer).cites(sources)
    }));
    all
}
