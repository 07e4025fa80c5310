//! The report of `roles show` for profiled roles.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::page::{Block, Column, Page, Table, sources};
use super::salary::Pay;
use super::styled::{StyledText, Tone};
use super::{Report, Rows, acronym, brief, wording};
use crate::compare::importance::{Importance, Telling};
use crate::compare::{Brief, SalaryComparison};
use crate::corpus::Corpus;
use crate::facets::{Facet, Item, Section, Subject, items};
use crate::model::{How, Id, Role};

/// Profiles of one or more roles.
pub struct ProfileReport<'a> {
    pub corpus: &'a Corpus,
    pub roles: Vec<&'a Role>,
    pub sections: Vec<Section>,
    /// Figures of a later year are projections.
    pub this_year: Option<u16>,
    /// Whether the page is the answer alone.
    pub is_brief: bool,
    /// Whether the page may say what to type for more.
    pub hints: bool,
}

impl ProfileReport<'_> {
    /// Whether no role has anything in any of the sections.
    pub fn is_empty(&self) -> bool {
        self.roles.iter().all(|role| self.sections().all(|section| self.section_rows(role, section).is_empty()))
    }

    fn sections(&self) -> impl Iterator<Item = Section> + '_ {
        Section::ALL.into_iter().filter(|section| self.sections.contains(section))
    }

    fn items<'s>(&'s self, role: &'s Role, facet: Facet) -> Vec<(Subject<'s>, Item<'s>)> {
        items(self.corpus, role, facet)
    }
}

impl Report for ProfileReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let mut blocks = Vec::new();
        for role in &self.roles {
            blocks.push(Block::Title(StyledText::strong(&wording::title(&role.title, role.acronym.as_deref()))));
            if self.is_brief {
                let (brief, name) = (Brief::new(self.corpus, &[role]), role.short_name().to_owned());
                blocks.push(Block::Brief(brief::table(self.corpus, vec![name], &brief, None, self.hints)));
                continue;
            }
            for section in self.sections() {
                let content = self.section(role, section, &notes);
                if !content.is_empty() {
                    if section != Section::Overview {
                        blocks.push(Block::Heading(StyledText::strong(section.label())));
                    }
                    blocks.extend(content);
                }
            }
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        let mut roles = self.roles.iter().map(|role| self.fields(role)).collect::<Result<Vec<_>, _>>()?;
        // One role stands by itself, several in a list.
        Ok(if let [_] = roles.as_slice() { roles.remove(0) } else { Value::Array(roles) })
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let mut rows = Vec::new();
        for role in &self.roles {
            rows.extend(self.sections().flat_map(|section| self.section_rows(role, section)));
        }
        Rows::of(rows)
    }
}

/// One row of a profile.
#[derive(Default, Serialize)]
struct ProfileRow<'a> {
    role: &'a str,
    section: &'static str,
    topic: Option<String>,
    text: String,
    facet: &'a str,
    sources: Vec<String>,
}

impl ProfileReport<'_> {
    fn section(&self, role: &Role, section: Section, notes: &Footnotes<'_>) -> Vec<Block> {
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
                blocks.push(Block::Subheading(StyledText::strong(facet.label())));
            }
            let importance = Importance::new(self.corpus, facet);
            let important = if facet.has_statements() { importance.of(role) } else { Vec::new() };
            blocks.push(facet_table(&items, &important, notes));
        }
        blocks
    }

    fn overview(&self, role: &Role, notes: &Footnotes) -> Vec<Block> {
        let summary =
            role.summary.as_ref().map(|summary| Block::Paragraph(notes.cite(StyledText::plain(&summary.text), &summary.sources)));
        let mut facts = Table::new(vec![Column::word(""), Column::text("")]);
        let mut fact = |label: &str, text: StyledText| {
            if !text.is_empty() {
                facts.push(vec![StyledText::muted(label), text]);
            }
        };
        fact("Id", StyledText::plain(&role.id));
        fact("Also called", StyledText::from(joined(role.alternate_titles.iter().map(AsRef::as_ref))));
        fact(
            "Extends",
            role.extends.as_deref().map_or_else(StyledText::default, |base| StyledText::plain(self.corpus.title(base))),
        );
        fact("Level", role.level.map_or_else(StyledText::default, |level| StyledText::plain(level.label())));
        let function = role.function.as_deref();
        let function = function.map(|id| self.corpus.functions.get(id).map_or(id, |function| &function.label));
        fact("Function", function.map_or_else(StyledText::default, StyledText::plain));
        let superiors =
            role.reporting.reports_to.iter().map(|line| format!("{} ({})", self.corpus.title(&line.to), line.how.key()));
        let mut superiors: Vec<String> = superiors.collect();
        superiors.dedup();
        fact("Reports to", StyledText::from(superiors.join(", ")));
        fact(&acronym::label(role), acronym::meanings(role, notes, Tone::Plain).unwrap_or_default());
        summary.into_iter().chain([Block::Table(facts)]).collect()
    }

    /// A role under the keys of its file; when only some sections are asked for, without those of the others.
    fn fields(&self, role: &Role) -> serde_json::Result<Value> {
        let mut value = serde_json::to_value(role)?;
        let is_whole = Section::ALL.iter().all(|section| self.sections.contains(section));
        if let (false, Value::Object(fields)) = (is_whole, &mut value) {
            let wanted: Vec<&str> = self.sections.iter().flat_map(|section| section.fields()).copied().collect();
            fields.retain(|key, _| ["id", "title"].contains(&key.as_str()) || wanted.contains(&key.as_str()));
        }
        Ok(value)
    }

    fn section_rows<'r>(&'r self, role: &'r Role, section: Section) -> Vec<ProfileRow<'r>> {
        let row = |topic: Option<&str>, text: &str, facet, sources: &[Id]| ProfileRow {
            role: &role.id,
            section: section.key(),
            topic: topic.map(str::to_owned),
            text: text.to_owned(),
            facet,
            sources: sources.to_vec(),
        };
        let mut rows = Vec::new();
        match section {
            Section::Overview => {
                let fact = |facet: &'static str, text: &str| row(None, text, facet, &[]);
                rows.push(fact("title", &role.title));
                rows.extend(role.summary.iter().map(|summary| row(None, &summary.text, "summary", &summary.sources)));
                rows.extend(role.level.map(|level| fact("level", level.key())));
                rows.extend(role.function.iter().map(|function| fact("function", function)));
                rows.extend(role.extends.iter().map(|base| fact("extends", base)));
                rows.extend(role.acronym.iter().map(|acronym| fact("acronym", acronym)));
                rows.extend(role.alternate_titles.iter().map(|title| fact("alternate_titles", title)));
                let meanings = role.acronym_also_means.iter();
                rows.extend(meanings.map(|other| row(None, &other.text, "acronym_also_means", &other.sources)));
            }
            Section::Salary => {
                for figure in &role.salary {
                    rows.extend(figure.amounts().map(|(statistic, amount)| {
                        let topic = format!("{}-{}", figure.measure.key(), statistic.key());
                        let text = format!("{amount} {} per {}", figure.currency, figure.per.key());
                        row(Some(&topic), &text, "figures", std::slice::from_ref(&figure.source))
                    }));
                }
            }
            _ => {}
        }
        for facet in section.facets() {
            for (subject, item) in self.items(role, facet) {
                let text = if item.text.is_empty() { subject.label } else { &item.text };
                rows.push(row(subject.topic, text, facet.key(), item.sources));
            }
        }
        rows
    }
}

/// Items by topic, each topic named once: by frequency if known, then by importance, then in the order of the
/// vocabulary.
fn facet_table(items: &[(Subject, Item)], importance: &[Telling], notes: &Footnotes) -> Block {
    let mut table = Table::new(vec![Column::text(""), Column::text("")]);
    let mut sorted: Vec<&(Subject, Item)> = items.iter().collect();
    let mut most_usual: HashMap<Option<&str>, How> = HashMap::new();
    for (subject, how) in items.iter().filter_map(|(subject, item)| Some((subject, item.how?))) {
        let known = most_usual.entry(subject.topic).or_insert(how);
        *known = how.min(*known);
    }
    let place = |subject: &Subject| importance.iter().position(|telling| Some(telling.topic) == subject.topic);
    let place = |subject: &Subject| place(subject).unwrap_or(importance.len());
    sorted.sort_by_key(|(subject, item)| (most_usual.get(&subject.topic), place(subject), subject.rank, item.how));
    let mut last = None;
    for (subject, item) in sorted {
        let label = if subject.topic.is_some() && subject.topic == last { "" } else { subject.label };
        last = subject.topic;
        table.push(vec![StyledText::strong(label), notes.cite(StyledText::plain(&item.text), item.sources)]);
    }
    Block::Table(table)
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}
