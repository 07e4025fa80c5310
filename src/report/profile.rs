//! The report of `roles show` for profiled roles.

use std::collections::HashMap;

use serde::Serialize;

use super::document::{Block, Column, Document, Rich, Table, Tone};
use super::notes::Notes;
use super::records::{Sink, Value};
use super::salary::Pay;
use super::selected::Selected;
use super::{Report, acronym, wording};
use crate::compare::SalaryComparison;
use crate::corpus::Corpus;
use crate::facets::{Facet, Item, Section, Subject, items};
use crate::model::{How, Role};

/// Everything that is known of one or more roles.
pub struct ProfileReport<'a> {
    corpus: &'a Corpus,
    roles: Vec<&'a Role>,
    sections: Vec<Section>,
    this_year: Option<u16>,
}

impl<'a> ProfileReport<'a> {
    /// Reports some sections of some roles.
    pub fn new(corpus: &'a Corpus, roles: Vec<&'a Role>, sections: Vec<Section>) -> Self {
        Self { corpus, roles, sections, this_year: None }
    }

    /// The same as read in a year: figures of a later one are projections.
    pub fn in_year(self, this_year: Option<u16>) -> Self {
        Self { this_year, ..self }
    }

    /// Whether nothing is known of any of the roles in any of the sections.
    pub fn is_empty(&self) -> bool {
        let mut records = 0;
        self.records(&mut |_| records += 1);
        records == 0
    }

    fn sections(&self) -> impl Iterator<Item = Section> + '_ {
        Section::ALL.into_iter().filter(|section| self.sections.contains(section))
    }

    fn items<'s>(&'s self, role: &'s Role, facet: Facet) -> Vec<(Subject<'s>, Item<'s>)> {
        items(self.corpus, role, facet)
    }
}

impl Report for ProfileReport<'_> {
    fn document(&self) -> Document {
        let notes = Notes::new(self.corpus);
        let mut blocks = Vec::new();
        for role in &self.roles {
            blocks.push(Block::Title(Rich::strong(&wording::title(&role.title, role.acronym.as_deref()))));
            for section in self.sections() {
                let content = self.section(role, section, &notes);
                if !content.is_empty() {
                    if section != Section::Overview {
                        blocks.push(Block::Heading(Rich::strong(section.label())));
                    }
                    blocks.extend(content);
                }
            }
        }
        blocks.extend(notes.into_blocks());
        Document { blocks }
    }

    fn columns(&self) -> Vec<&'static str> {
        vec!["role", "section", "topic", "text", "facet", "sources"]
    }

    fn records(&self, sink: &mut Sink) {
        for role in &self.roles {
            for section in self.sections() {
                self.section_records(role, section, sink);
            }
        }
    }

    fn data(&self) -> impl Serialize {
        /// One role by itself, several as a list.
        #[derive(Serialize)]
        #[serde(untagged)]
        enum OneOrMany<T> {
            One(T),
            Many(Vec<T>),
        }

        #[derive(Serialize)]
        #[serde(untagged)]
        enum Data<'a> {
            Whole(&'a Role),
            Selected(Box<Selected<'a>>),
        }

        let whole = Section::ALL.iter().all(|section| self.sections.contains(section));
        let data = |role| if whole { Data::Whole(role) } else { Data::Selected(Box::new(Selected::new(role, &self.sections))) };
        match self.roles.as_slice() {
            [role] => OneOrMany::One(data(role)),
            roles => OneOrMany::Many(roles.iter().map(|role| data(role)).collect()),
        }
    }
}

impl ProfileReport<'_> {
    fn section<'r>(&self, role: &'r Role, section: Section, notes: &Notes<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        match section {
            Section::Overview => blocks.extend(self.overview(role, notes)),
            Section::Salary if !role.salary.is_empty() => {
                let salary = SalaryComparison::new(&[role], |_| true);
                let pay = Pay { corpus: self.corpus, salary: &salary, this_year: self.this_year, notes };
                blocks.extend(pay.said().into_iter().chain(pay.drawn()).chain(pay.unpublished()));
            }
            _ => {}
        }
        for facet in section.facets() {
            let items = self.items(role, facet);
            if items.is_empty() {
                continue;
            }
            if facet.label() != section.label() {
                blocks.push(Block::Subheading(Rich::strong(facet.label())));
            }
            blocks.push(facet_table(&items, notes));
        }
        blocks
    }

    fn overview(&self, role: &Role, notes: &Notes) -> Vec<Block> {
        let summary =
            role.summary.as_ref().map(|summary| Block::Paragraph(notes.cite(Rich::plain(&summary.text), &summary.sources)));
        let mut facts = Table::new(vec![Column::word(""), Column::text("")]);
        let mut fact = |label: &str, text: Rich| {
            if !text.is_empty() {
                facts.push(vec![Rich::muted(label), text]);
            }
        };
        fact("Id", Rich::plain(&role.id));
        fact("Also called", Rich::from(joined(role.alternate_titles.iter().map(AsRef::as_ref))));
        fact("Extends", role.extends.as_deref().map_or_else(Rich::default, |base| Rich::plain(self.corpus.title(base))));
        fact("Level", role.level.map_or_else(Rich::default, |level| Rich::plain(level.label())));
        let function = role.function.as_deref();
        let function = function.map(|id| self.corpus.functions.get(id).map_or(id, |function| &function.label));
        fact("Function", function.map_or_else(Rich::default, Rich::plain));
        let superiors =
            role.reporting.reports_to.iter().map(|line| format!("{} ({})", self.corpus.title(&line.to), line.how.key()));
        let mut superiors: Vec<String> = superiors.collect();
        superiors.dedup();
        fact("Reports to", Rich::from(superiors.join(", ")));
        fact(&acronym::label(role), acronym::meanings(role, notes, Tone::Plain).unwrap_or_default());
        summary.into_iter().chain([Block::Table(facts)]).collect()
    }

    fn section_records(&self, role: &Role, section: Section, sink: &mut Sink) {
        let mut put = |topic: Value, text: &str, facet: &str, sources: Value| {
            let (role, section) = (Value::Text(&role.id), Value::Text(section.key()));
            sink(&[role, section, topic, Value::Text(text), Value::Text(facet), sources]);
        };
        match section {
            Section::Overview => {
                let mut fact = |facet: &str, text: &str, sources: Value| put(Value::Absent, text, facet, sources);
                fact("title", &role.title, Value::Absent);
                role.summary.iter().for_each(|summary| fact("summary", &summary.text, Value::Sources(&summary.sources)));
                role.level.iter().for_each(|level| fact("level", level.key(), Value::Absent));
                role.function.iter().for_each(|function| fact("function", function, Value::Absent));
                role.extends.iter().for_each(|base| fact("extends", base, Value::Absent));
                role.acronym.iter().for_each(|acronym| fact("acronym", acronym, Value::Absent));
                role.alternate_titles.iter().for_each(|title| fact("alternate_titles", title, Value::Absent));
                role.acronym_also_means
                    .iter()
                    .for_each(|other| fact("acronym_also_means", &other.text, Value::Sources(&other.sources)));
            }
            Section::Salary => {
                for figure in &role.salary {
                    for (statistic, amount) in figure.amounts() {
                        let topic = format!("{}-{}", figure.measure.key(), statistic.key());
                        let text = format!("{amount} {} per {}", figure.currency, figure.per.key());
                        put(Value::Text(&topic), &text, "figures", Value::List(&[&*figure.source]));
                    }
                }
            }
            _ => {}
        }
        for facet in section.facets() {
            for (subject, item) in self.items(role, facet) {
                let text = if item.text.is_empty() { subject.label } else { &item.text };
                put(Value::optional(subject.topic), text, facet.key(), Value::Sources(item.sources));
            }
        }
    }
}

/// Items by topic, a topic named once: what is more usual first where that is known, and then in the order of the vocabulary.
fn facet_table(items: &[(Subject, Item)], notes: &Notes) -> Block {
    let mut table = Table::new(vec![Column::text(""), Column::text("")]);
    let mut sorted: Vec<&(Subject, Item)> = items.iter().collect();
    let mut most_usual: HashMap<Option<&str>, How> = HashMap::new();
    for (subject, how) in items.iter().filter_map(|(subject, item)| Some((subject, item.how?))) {
        let known = most_usual.entry(subject.topic).or_insert(how);
        *known = how.min(*known);
    }
    sorted.sort_by_key(|(subject, item)| (most_usual.get(&subject.topic), subject.rank, item.how));
    let mut last = None;
    for (subject, item) in sorted {
        let label = if subject.topic.is_some() && subject.topic == last { "" } else { subject.label };
        last = subject.topic;
        table.push(vec![Rich::strong(label), notes.cite(Rich::plain(&item.text), item.sources)]);
    }
    Block::Table(table)
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}
