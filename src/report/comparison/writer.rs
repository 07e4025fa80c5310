//! A comparison on a page.

use super::super::acronym;
use super::super::footnotes::Footnotes;
use super::super::page::{Block, Column, GroupKind, SideBySide, SideGroup, SideRow, Table};
use super::super::pay::Pay;
use super::super::styled::StyledText;
use super::super::{together, wording};
use super::lines;
use super::sides::Sides;
use crate::compare::{Comparison, FacetCount, FacetRows, Overview, Step, each_once};
use crate::corpus::Corpus;
use crate::facets::{Facet, Section};
use crate::model::{Attribute, Id, Role};
use crate::text::{clean, sentence_list};

pub(super) struct Writer<'w, 'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) comparison: &'a Comparison<'a>,
    /// The name of each role on this page.
    pub(super) names: &'w [&'a str],
    pub(super) this_year: Option<u16>,
    pub(super) notes: &'w Footnotes<'a>,
}

impl<'a> Writer<'_, 'a> {
    /// `Chief Operating Officer (COO) and Chief Commercial Officer (CCO)`.
    pub(super) fn title(&self) -> Block {
        /// With more roles their titles would fill the screen.
        const MOST_TITLES: usize = 4;
        let titles = self.comparison.roles.iter().zip(self.names).map(|(role, name)| match name {
            _ if self.names.len() > MOST_TITLES => (*name).to_owned(),
            name if *name == role.id => wording::title(&role.title, Some(&role.id)),
            _ => wording::title(&role.title, role.acronym.as_deref()),
        });
        Block::Title(StyledText::strong(&sentence_list(&titles.collect::<Vec<_>>(), "and")))
    }

    /// Section by section; the counts stand last.
    pub(super) fn sections(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for section in Section::ALL.into_iter().skip(1).chain([Section::Overview]) {
            let content = self.section(section);
            if !content.is_empty() {
                blocks.push(Block::Heading(StyledText::strong(section.label())));
                blocks.extend(content);
            }
        }
        blocks
    }

    /// The name of a post on this page, compared or not.
    fn name_of(&self, id: &'a str) -> &'a str {
        let compared = self.comparison.roles.iter().position(|role| role.id == *id);
        compared.map_or_else(|| self.corpus.short_title(id), |place| self.names[place])
    }

    /// The summaries and glances of the roles.
    fn glances(&self) -> Option<SideBySide> {
        let row = |label: &str, answer: &dyn Fn(&'a Role) -> Option<(&'a String, &'a Vec<Id>)>| {
            let cited = |(text, sources): (&String, _)| self.notes.cite(StyledText::plain(text), sources);
            let cells = self.comparison.roles.iter().map(|role| answer(role).map(cited).into_iter().collect());
            SideRow { label: StyledText::strong(label), cells: cells.collect() }
        };
        let mut rows = vec![row("Summary", &|role| role.summary.as_ref().map(|summary| (&summary.text, &summary.sources)))];
        rows.extend(Attribute::ALL.into_iter().map(|attribute| {
            let glance = |role: &'a Role| role.glance.iter().find(|glance| glance.attribute == attribute);
            row(attribute.label(), &|role| glance(role).map(|glance| (&glance.text, &glance.sources)))
        }));
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        rows.first()?;
        let columns = (0..self.names.len()).collect();
        let group = SideGroup { kind: GroupKind::Plain, label: String::new(), columns, rows };
        let roles = self.names.iter().map(|name| clean(name).into_owned()).collect();
        Some(SideBySide { topic: "At a glance".to_owned(), roles, groups: vec![group], absent: "" })
    }

    fn overview(&self, overview: &Overview) -> Vec<Block> {
        let mut blocks: Vec<Block> = self.glances().map(Block::SideBySide).into_iter().collect();
        blocks.extend(
            each_once(&self.comparison.roles).iter().filter_map(|role| acronym::line(role, self.notes)).map(Block::Paragraph),
        );
        let several = self.names.len() > 2;
        let counted = || overview.facets.iter().filter(|facet| facet.facet.has_ideas_for_topics());
        let mut columns = vec![Column::text("Topics in"), Column::number("all"), Column::number("shared")];
        columns.extend(several.then(|| Column::number("by some")));
        columns.extend(self.names.iter().map(|name| Column::number(&format!("only {name}"))));
        let mut counts = Table::new(columns);
        for facet in counted() {
            let mut row = vec![StyledText::plain(facet.facet.label()), number(Some(facet.rows)), number(facet.shared)];
            row.extend(several.then(|| number(facet.partly)));
            row.extend(facet.roles.iter().map(|role| number(role.only)));
            counts.push(row);
        }
        blocks.extend([Block::Table(counts), Block::Paragraph(StyledText::muted("Counts are of what our sources name."))]);
        let work = counted().filter(|facet| several && matches!(facet.facet, Facet::Duties | Facet::Skills));
        blocks.extend(work.map(|facet| Block::Table(self.coverage(facet))));
        blocks
    }

    /// How much of each role's work each of the others shares.
    fn coverage(&self, facet: &FacetCount) -> Table {
        let noun = if facet.facet == Facet::Duties { "duty" } else { "skill" };
        let head = [Column::word(&format!("Of the {noun} topics of the")), Column::number("all")];
        let mut table = Table::new(head.into_iter().chain(self.names.iter().map(|name| Column::number(name))).collect());
        for (of, name) in facet.roles.iter().zip(self.names) {
            let shared = |by: &str| facet.coverage.iter().find(|coverage| (coverage.of, coverage.by) == (of.role, by));
            let by = facet.roles.iter().map(|by| {
                if by.role == of.role { StyledText::default() } else { number(shared(by.role).map(|coverage| coverage.shared)) }
            });
            table.push([StyledText::plain(name), number(of.rows)].into_iter().chain(by).collect());
        }
        table
    }

    fn section(&self, section: Section) -> Vec<Block> {
        let mut sentences = Vec::new();
        let mut blocks = Vec::new();
        let comparison = self.comparison;
        match section {
            Section::Overview => blocks.extend(comparison.overview.iter().flat_map(|overview| self.overview(overview))),
            Section::Reporting => {
                let relations = comparison.relations.iter().flatten();
                sentences = lines::sentences(relations, self.names.len(), |id| self.name_of(id));
            }
            Section::Career => sentences.extend(comparison.careers.iter().flatten().map(|step| self.career(step))),
            Section::Salary => {
                if let Some(salary) = &comparison.salary {
                    let pay = Pay { corpus: self.corpus, salary, this_year: self.this_year, notes: self.notes };
                    blocks.extend(pay.blocks().into_iter().chain(pay.unpublished()));
                }
            }
            Section::Differences | Section::InCommon => {
                let pairs = comparison.pairs.iter().flatten();
                blocks.extend(pairs.flat_map(|pair| together::blocks(self.corpus, pair, section, &comparison.roles, self.notes)));
            }
            _ => {}
        }
        blocks.extend((!sentences.is_empty()).then_some(Block::List(sentences)));
        for facet in comparison.facets.iter().filter(|facet| facet.facet.section() == section && !facet.rows.is_empty()) {
            if facet.facet.label() != section.label() {
                blocks.push(Block::Subheading(StyledText::strong(facet.facet.label())));
            }
            blocks.extend(self.remarks(facet).map(|remark| Block::Paragraph(StyledText::muted(&remark))));
            let sides = Sides { corpus: self.corpus, facet, names: self.names, notes: self.notes };
            blocks.push(Block::SideBySide(sides.write()));
        }
        blocks
    }

    /// Sentences on roles without the facet, and on those that take it over.
    fn remarks(&self, facet: &FacetRows<'a>) -> impl Iterator<Item = String> {
        let roles = || self.names.iter().enumerate();
        let unknown: Vec<String> = roles().filter(|(i, _)| !facet.known[*i]).map(|(_, name)| format!("the {name}")).collect();
        let unknown = (!unknown.is_empty())
            .then(|| format!("The sources say nothing of the kind about {}.", sentence_list(&unknown, "or")));
        let as_others =
            roles().filter_map(|(i, name)| Some(format!("{name}: as the {}.", self.name_of(facet.taken_over_from[i]?))));
        unknown.into_iter().chain(as_others.collect::<Vec<_>>())
    }

    /// `The CSO may become CRO [22]`.
    fn career(&self, step: &Step<'a>) -> StyledText {
        let limits = if step.notes.is_empty() { String::new() } else { format!(", {}", sentence_list(&step.notes, "or")) };
        let text = format!("The {} may become {}{limits}", self.name_of(step.from), self.name_of(step.to));
        self.notes.cite(StyledText::from(text), &step.sources)
    }
}

fn number(count: Option<usize>) -> StyledText {
    count.map_or_else(|| StyledText::muted("?"), |count| StyledText::from(count.to_string()))
}
