//! The report of `roles show` for profiled roles.

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::page::{Block, Column, Page, Table, sources};
use super::pay::Pay;
use super::styled::{StyledText, Tone};
use super::{Report, Rows, acronym, brief, wording};
use crate::compare::{Brief, FacetRows, SalaryComparison};
use crate::corpus::Corpus;
use crate::facets::{List, Passage, Section, role_passages};
use crate::model::{Id, Role};
use crate::text::distinct;

/// Profiles of one or more roles.
pub struct ProfileReport<'a> {
    pub corpus: &'a Corpus,
    pub roles: Vec<&'a Role>,
    /// In the order of the page.
    pub sections: Vec<Section>,
    /// Figures of a later year are projections.
    pub this_year: Option<u16>,
    /// Whether the page is the answer alone.
    pub is_brief: bool,
}

/// One row of a profile.
#[derive(Default, Serialize)]
struct ProfileRow<'a> {
    role: &'a str,
    section: &'static str,
    topic: Option<String>,
    text: String,
    facet: &'a str,
    sources: &'a [Id],
}

impl Report for ProfileReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let mut blocks = Vec::new();
        for role in &self.roles {
            blocks.push(Block::Title(StyledText::strong(&wording::title(&role.title, role.acronym.as_deref()))));
            let has_answer = self.is_brief || (self.is_whole() && self.roles.len() == 1);
            if has_answer {
                let (brief, names) = (Brief::new(self.corpus, &[role]), [role.short_name()]);
                let cited = Some(&notes).filter(|_| !self.is_brief);
                blocks.push(Block::Brief(brief::table(self.corpus, &names, &brief, cited)));
            }
            for section in self.sections.iter().filter(|_| !self.is_brief) {
                let content = self.section(role, *section, &notes);
                if !content.is_empty() {
                    let is_headed = has_answer || *section != Section::Overview;
                    blocks.extend(is_headed.then(|| Block::Heading(StyledText::strong(section.label()))));
                    blocks.extend(content);
                }
            }
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        self.roles.iter().map(|role| self.fields(role)).collect()
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        Rows::of(self.roles.iter().flat_map(|role| self.role_rows(role)))
    }
}

impl ProfileReport<'_> {
    /// Whether no role has anything in any of the sections.
    pub fn is_empty(&self) -> bool {
        self.roles.iter().all(|role| self.role_rows(role).is_empty())
    }

    fn is_whole(&self) -> bool {
        self.sections == Section::ALL
    }

    fn section(&self, role: &Role, section: Section, notes: &Footnotes<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        match section {
            Section::Overview => blocks.extend(self.overview(role, notes)),
            Section::Salary if !role.salary.is_empty() => {
                let salary = SalaryComparison::new(self.corpus, &[role], |_| true);
                let pay = Pay { corpus: self.corpus, salary: &salary, this_year: self.this_year, notes };
                blocks.extend(pay.blocks());
            }
            _ => {}
        }
        blocks.extend(Self::facets(self.corpus, role, section, notes));
        blocks
    }

    /// The lists of a section, each under its heading.
    pub(super) fn facets(corpus: &Corpus, role: &Role, section: Section, notes: &Footnotes) -> Vec<Block> {
        let mut blocks = Vec::new();
        for facet in section.facets() {
            let rows = FacetRows::new(corpus, &[role], facet).rows;
            if rows.is_empty() {
                continue;
            }
            if facet.label() != section.label() {
                blocks.push(Block::Subheading(StyledText::strong(facet.label())));
            }
            let mut table = Table::new(vec![Column::text(""), Column::text("")]);
            for row in &rows {
                // Each topic is named once.
                let labels = std::iter::once(row.subject.label).chain(std::iter::repeat(""));
                for (item, label) in row.cells.iter().flat_map(|cell| &cell.items).zip(labels) {
                    table.push(vec![StyledText::strong(label), notes.cite(StyledText::plain(&item.text), item.sources)]);
                }
            }
            blocks.push(Block::Table(table));
        }
        blocks
    }

    fn overview(&self, role: &Role, notes: &Footnotes) -> Vec<Block> {
        let summary = role.summary.as_ref();
        let summary = summary.map(|summary| notes.cite(StyledText::plain(&summary.text), &summary.sources));
        let function = |id: &str| self.corpus.functions.get(id).map_or(id, |function| &function.label).to_owned();
        let superiors: Vec<String> = role
            .reporting
            .reports_to
            .iter()
            .map(|line| format!("{} ({})", self.corpus.title(&line.to), line.how.key()))
            .collect();
        let plain = |text: Option<String>| StyledText::from(text.unwrap_or_default());
        let facts = [
            ("Id", StyledText::plain(&role.id)),
            ("Also called", plain(Some(role.alternate_titles.join(", ")))),
            ("Extends", plain(role.extends.as_deref().map(|base| self.corpus.title(base).to_owned()))),
            ("Level", plain(role.level.map(|level| level.label().to_owned()))),
            ("Function", plain(role.function.as_deref().map(function))),
            ("Reports to", plain(Some(distinct(superiors.iter().map(String::as_str)).join(", ")))),
            (&acronym::label(role), acronym::meanings(role, notes, Tone::Plain).unwrap_or_default()),
        ];
        let glance = role
            .glance
            .iter()
            .map(|glance| (glance.attribute.label(), notes.cite(StyledText::plain(&glance.text), &glance.sources)));
        let mut table = Table::new(vec![Column::word(""), Column::text("")]);
        for (label, text) in facts.into_iter().filter(|(_, text)| !text.is_empty()).chain(glance) {
            table.push(vec![StyledText::muted(label), text]);
        }
        summary.map(Block::Paragraph).into_iter().chain([Block::Table(table)]).collect()
    }

    /// A role under the keys of its file; when only some sections are asked for, without those of the others.
    fn fields(&self, role: &Role) -> serde_json::Result<Value> {
        let mut value = serde_json::to_value(role)?;
        if let (false, Value::Object(fields)) = (self.is_whole(), &mut value) {
            let wanted: Vec<&str> = self.sections.iter().flat_map(|section| section.fields()).collect();
            fields.retain(|key, _| ["id", "title"].contains(&key.as_str()) || wanted.contains(&key.as_str()));
        }
        Ok(value)
    }

    /// Every row of a role in the sections asked for.
    fn role_rows<'r>(&'r self, role: &'r Role) -> Vec<ProfileRow<'r>> {
        let row = |section, topic: Option<&str>, text: &str, facet, sources: &'r [Id]| {
            let (topic, text) = (topic.map(str::to_owned), text.to_owned());
            (section, ProfileRow { role: &role.id, section: Section::key(section), topic, text, facet, sources })
        };
        let fact = |facet, text: &str| row(Section::Overview, None, text, facet, &[]);
        let mut rows = vec![fact("title", &role.title)];
        rows.extend(role.level.map(|level| fact("level", level.key())));
        rows.extend(role.function.iter().map(|function| fact("function", function)));
        rows.extend(role.extends.iter().map(|base| fact("extends", base)));
        rows.extend(role.acronym.iter().map(|acronym| fact("acronym", acronym)));
        for figure in &role.salary {
            rows.extend(figure.amounts().map(|(statistic, amount)| {
                let topic = format!("{}-{}", figure.measure.key(), statistic.key());
                let text = format!("{amount} {} per {}", figure.currency, figure.per.key());
                row(Section::Salary, Some(&topic), &text, "figures", std::slice::from_ref(&figure.source))
            }));
        }
        // Title and figures have rows of their own.
        let is_other = |said: &Passage| ![List::TITLE, List::FIGURES].contains(&said.list);
        rows.extend(role_passages(self.corpus, role).into_iter().filter(is_other).map(|said| {
            let text = if said.text.is_empty() { said.label } else { &said.text };
            row(said.list.section, said.topic, text, said.list.key, said.sources)
        }));
        rows.retain(|(section, _)| self.sections.contains(section));
        rows.sort_by_key(|(section, _)| *section);
        rows.into_iter().map(|(_, row)| row).collect()
    }
}
