//! Every place of a role or a pair that cites sources, one by one: for counting, numbering and checking.

use std::borrow::Cow;

use crate::model::{Archetype, Cited, Id, Pair, Role, Statement};

/// One entry that cites sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation<'a> {
    /// The list it stands in, as a path of keys from the file's root.
    pub list: &'static str,
    /// Its place in the list, from 0; none when the entry is no list.
    pub index: Option<usize>,
    /// The topic it names.
    pub topic: Option<&'a Id>,
    /// Its texts with their keys.
    pub texts: Vec<(Cow<'static, str>, &'a str)>,
    /// What it cites.
    pub sources: &'a [Id],
}

/// Every citation of a role, in the order of its fields.
pub fn role_citations<'a>(role: &'a Role) -> Vec<Citation<'a>> {
    let summary = role.summary.iter().map(|summary| Citation { index: None, ..cited("summary", 0, summary) });
    let mut all: Vec<Citation> = summary.collect();
    all.extend(role.acronym_also_means.iter().enumerate().map(|(i, reading)| cited("acronym_also_means", i, reading)));
    for (i, entry) in role.glance.iter().enumerate() {
        all.push(noted("glance", i, "text", Some(&entry.text), &entry.sources));
    }
    for (list, statements) in role.statements() {
        all.extend(statements.iter().enumerate().map(|(i, entry)| statement(list, i, entry)));
    }
    all.extend(role.archetypes.iter().enumerate().map(|(i, kind)| archetype(i, kind)));
    let requirements = &role.requirements;
    for (i, entry) in requirements.education.iter().enumerate() {
        all.push(noted("requirements/education", i, "note", entry.note.as_ref(), &entry.sources));
    }
    for (i, entry) in requirements.experience.iter().enumerate() {
        all.push(noted("requirements/experience", i, "note", entry.note.as_ref(), &entry.sources));
    }
    for (i, entry) in role.reporting.reports_to.iter().enumerate() {
        all.push(noted("reporting/reports_to", i, "when", entry.when.as_ref(), &entry.sources));
    }
    for (i, entry) in role.reporting.direct_reports.iter().enumerate() {
        all.push(noted("reporting/direct_reports", i, "when", entry.when.as_ref(), &entry.sources));
    }
    for (i, entry) in role.reporting.oversees.iter().enumerate() {
        all.push(noted("reporting/oversees", i, "when", entry.when.as_ref(), &entry.sources));
    }
    for (list, steps) in [("career/from", &role.career.from), ("career/to", &role.career.to)] {
        all.extend(steps.iter().enumerate().map(|(i, step)| noted(list, i, "note", step.note.as_ref(), &step.sources)));
    }
    for (i, figure) in role.salary.iter().enumerate() {
        let (region, survey) = (("region", &figure.region), ("survey", &figure.survey));
        let texts = [region, ("population", &figure.population), ("group", &figure.group), survey, ("note", &figure.note)];
        let texts = texts.into_iter().filter_map(|(key, text)| Some((Cow::Borrowed(key), text.as_deref()?))).collect();
        all.push(Citation {
            list: "salary",
            index: Some(i),
            topic: None,
            texts,
            sources: if figure.source.is_empty() { &[] } else { std::slice::from_ref(&figure.source) },
        });
    }
    all
}

/// Every citation of a pair, in the order of its fields.
pub fn pair_citations<'a>(pair: &'a Pair) -> Vec<Citation<'a>> {
    let mut all = Vec::new();
    for (i, contrast) in pair.contrasts.iter().enumerate() {
        let sides = contrast.sides.iter().map(|(role, side)| (Cow::Owned(format!("sides/{role}")), side.as_str()));
        let texts = std::iter::once((Cow::Borrowed("dimension"), &*contrast.dimension)).chain(sides).collect();
        all.push(Citation { list: "contrasts", index: Some(i), topic: None, texts, sources: &contrast.sources });
    }
    for (list, statements) in pair.statements() {
        all.extend(statements.iter().enumerate().map(|(i, entry)| statement(list, i, entry)));
    }
    for (i, case) in pair.cases.iter().enumerate() {
        let texts = [("title", &case.title), ("text", &case.text)].map(|(key, text)| (Cow::Borrowed(key), text.as_str()));
        let texts = texts.into_iter().chain(case.outcome.as_deref().map(|text| (Cow::Borrowed("outcome"), text))).collect();
        all.push(Citation { list: "cases", index: Some(i), topic: None, texts, sources: &case.sources });
    }
    for (i, question) in pair.questions.iter().enumerate() {
        let texts = vec![(Cow::Borrowed("question"), &*question.question), (Cow::Borrowed("answer"), &*question.answer)];
        all.push(Citation { list: "questions", index: Some(i), topic: None, texts, sources: &question.sources });
    }
    all
}

fn statement<'a>(list: &'static str, index: usize, entry: &'a Statement) -> Citation<'a> {
    let texts = vec![(Cow::Borrowed("text"), &*entry.text)];
    Citation { list, index: Some(index), topic: entry.topic.as_ref(), texts, sources: &entry.sources }
}

fn archetype<'a>(index: usize, kind: &'a Archetype) -> Citation<'a> {
    let texts = vec![(Cow::Borrowed("name"), &*kind.name), (Cow::Borrowed("text"), &*kind.text)];
    Citation { list: "archetypes", index: Some(index), topic: kind.topic.as_ref(), texts, sources: &kind.sources }
}

fn cited<'a>(list: &'static str, index: usize, entry: &'a Cited) -> Citation<'a> {
    Citation { list, index: Some(index), topic: None, texts: vec![(Cow::Borrowed("text"), &entry.text)], sources: &entry.sources }
}

fn noted<'a>(list: &'static str, index: usize, key: &'static str, note: Option<&'a String>, sources: &'a [Id]) -> Citation<'a> {
    let texts = note.map(|text| (Cow::Borrowed(key), text.as_str())).into_iter().collect();
    Citation { list, index: Some(index), topic: None, texts, sources }
}
