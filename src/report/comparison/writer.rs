//! A comparison on a page.

use std::collections::HashMap;

use super::super::acronym;
use super::super::footnotes::Footnotes;
use super::super::names::names;
use super::super::page::{Block, Column, Table};
use super::super::salary::Pay;
use super::super::styled::StyledText;
use super::super::{together, wording};
use super::lines;
use super::sides::Sides;
use crate::compare::{self, Comparison, Coverage, FacetCount, MOST_IN_PAIRS, Overview, Step};
use crate::corpus::Corpus;
use crate::facets::{Facet, Section};
use crate::model::Role;
use crate::text::sentence_list;

pub(super) fn write(corpus: &Corpus, comparison: &Comparison, this_year: Option<u16>, notes: &Footnotes<'_>) -> Vec<Block> {
    let ids: Vec<&str> = comparison.roles.iter().map(|role| role.id.as_str()).collect();
    let names = ids.iter().copied().zip(names(corpus, &ids)).collect();
    let writer = Writer { corpus, comparison, names, this_year, notes };
    let mut blocks = vec![writer.title()];
    if !comparison.is_in_pairs() {
        blocks.push(Block::Paragraph(StyledText::muted(&not_in_pairs(comparison))));
    }
    for section in Section::ALL {
        let content = writer.section(section);
        if !content.is_empty() {
            blocks.push(Block::Heading(StyledText::strong(section.label())));
            blocks.extend(content);
        }
    }
    if let Some(overview) = &comparison.overview {
        blocks.extend(writer.overview(overview));
    }
    blocks
}

struct Writer<'w, 'a> {
    corpus: &'a Corpus,
    comparison: &'a Comparison<'a>,
    /// The name of each role on this page.
    names: HashMap<&'a str, &'a str>,
    this_year: Option<u16>,
    notes: &'w Footnotes<'a>,
}

/// A notice on what a comparison of very many roles leaves out.
pub(super) fn not_in_pairs(comparison: &Comparison) -> String {
    format!(
        "Set against each other two by two (likeness, coverage, reporting lines, pay, what sources say of pairs) are up to \
         {MOST_IN_PAIRS} roles; these are {}",
        comparison.roles.len()
    )
}

impl<'a> Writer<'_, 'a> {
    fn roles(&self) -> &'a [&'a Role] {
        &self.comparison.roles
    }

    fn name(&self, role: &'a Role) -> &'a str {
        self.name_of(&role.id)
    }

    /// The name of a post on this page, compared or not.
    fn name_of(&self, id: &'a str) -> &'a str {
        self.names.get(id).copied().unwrap_or_else(|| self.corpus.short_title(id))
    }

    fn names(&self) -> Vec<String> {
        self.roles().iter().map(|role| self.name(role).to_owned()).collect()
    }

    fn title(&self) -> Block {
        let titles = self.roles().iter().map(|role| {
            let by_id = self.name(role) == &*role.id;
            wording::title(&role.title, if by_id { Some(&role.id) } else { role.acronym.as_deref() })
        });
        let titles: Vec<String> = titles.collect();
        Block::Title(StyledText::strong(&sentence_list(&titles, "and")))
    }

    fn overview(&self, overview: &Overview) -> Vec<Block> {
        let mut summaries = Table::new(vec![Column::word(""), Column::text("")]);
        for role in self.roles() {
            let summary =
                role.summary.as_ref().map(|summary| self.notes.cite(StyledText::plain(&summary.text), &summary.sources));
            summaries.push(vec![StyledText::strong(self.name(role)), summary.unwrap_or_else(|| StyledText::muted("?"))]);
        }
        let meanings = compare::each_once(self.roles()).into_iter().filter_map(|role| acronym::line(role, self.notes));
        let meanings: Vec<Block> = meanings.map(Block::Paragraph).collect();
        let several = self.roles().len() > 2;
        let mut columns = vec![Column::text("Topics in"), Column::number("all"), Column::number("shared")];
        if several {
            columns.push(Column::number("by some"));
        }
        columns
            .extend(self.names().iter().map(|name| Column::number(&if several { name.clone() } else { format!("only {name}") })));
        columns.push(Column::number("in common"));
        let mut counts = Table::new(columns);
        for facet in &overview.facets {
            let number = |number: usize| StyledText::from(number.to_string());
            let counted = |count: Option<usize>| count.map_or_else(|| StyledText::muted("?"), number);
            let mut row = vec![StyledText::plain(facet.facet.label()), number(facet.rows), counted(facet.shared)];
            if several {
                row.push(counted(facet.partly));
            }
            row.extend(facet.roles.iter().map(|role| counted(role.only)));
            row.push(match facet.in_common_percent {
                Some(percent) => StyledText::from(wording::percent(percent)),
                None if facet.shared.is_none() => StyledText::muted("?"),
                None => StyledText::default(),
            });
            counts.push(row);
        }
        let coverage = overview.facets.iter().filter(|facet| matches!(facet.facet, Facet::Duties | Facet::Skills));
        let mut blocks = vec![Block::Table(summaries)];
        blocks.extend(meanings);
        blocks.extend([Block::Heading(StyledText::strong(Section::Overview.label())), Block::Table(counts)]);
        let mut remarks = Vec::new();
        remarks.extend(several.then_some("Under each role: topics it alone has."));
        if overview.facets.iter().any(|facet| !facet.facet.has_ideas_for_topics()) {
            remarks.push("No share in common is given where topics are headings, under which entries may disagree.");
        }
        blocks.extend((!remarks.is_empty()).then(|| Block::Paragraph(StyledText::muted(&remarks.join(" ")))));
        if several {
            blocks.extend(coverage.filter_map(|facet| self.coverage_table(facet)).map(Block::Table));
        } else {
            let sentences: Vec<StyledText> = coverage.flat_map(|facet| self.coverage(facet)).collect();
            blocks.extend((!sentences.is_empty()).then_some(Block::List(sentences)));
        }
        blocks
    }

    /// How much of each role's work the other shares.
    fn coverage(&self, facet: &FacetCount<'a>) -> Vec<StyledText> {
        let noun = coverage_noun(facet);
        let sentence = |of: &Coverage<'a>| {
            let (whose, who) = (self.name_of(of.of), self.name_of(of.by));
            StyledText::from(format!("Of the {} {noun} of the {whose}, the {who} has {}", of.total, of.shared))
        };
        // A role compared with itself needs one sentence.
        let mut coverage: Vec<&Coverage> = facet.coverage.iter().collect();
        coverage.dedup();
        coverage.into_iter().map(sentence).collect()
    }

    /// How much of each role's work each of the others shares, if any is known.
    fn coverage_table(&self, facet: &FacetCount) -> Option<Table> {
        let head = [Column::word(&format!("Of the {} of the", coverage_noun(facet))), Column::number("all")];
        let mut table = Table::new(head.into_iter().chain(self.names().iter().map(|name| Column::number(name))).collect());
        for role in self.roles() {
            let covered = |by: &Role| facet.coverage.iter().find(|coverage| (coverage.of, coverage.by) == (&*role.id, &*by.id));
            let total = facet.roles.iter().find(|count| count.role == &*role.id).and_then(|count| count.rows);
            let number = |number: Option<usize>| {
                number.map_or_else(|| StyledText::muted("?"), |number| StyledText::from(number.to_string()))
            };
            let by = self.roles().iter().map(|by| {
                if by.id == role.id { StyledText::default() } else { number(covered(by).map(|coverage| coverage.shared)) }
            });
            table.push([StyledText::plain(self.name(role)), number(total)].into_iter().chain(by).collect());
        }
        (!facet.coverage.is_empty()).then_some(table)
    }

    fn section(&self, section: Section) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let (Section::Reporting, Some(relations)) = (section, &self.comparison.relations) {
            let sentences = lines::sentences(relations, self.roles().len(), |id| self.name_of(id));
            blocks.extend((!sentences.is_empty()).then_some(Block::List(sentences)));
        }
        if let (Section::Career, Some(careers)) = (section, &self.comparison.careers) {
            let sentences: Vec<StyledText> = careers.iter().map(|step| self.career(step)).collect();
            blocks.extend((!sentences.is_empty()).then_some(Block::List(sentences)));
        }
        if let (Section::Salary, Some(salary)) = (section, &self.comparison.salary) {
            let pay = Pay { corpus: self.corpus, salary, this_year: self.this_year, notes: self.notes };
            blocks.extend(pay.said().into_iter().chain(pay.drawn()).chain(pay.unpublished()));
        }
        for facet in self.comparison.facets.iter().filter(|facet| facet.facet.section() == section && !facet.rows.is_empty()) {
            if facet.facet.label() != section.label() {
                blocks.push(Block::Subheading(StyledText::strong(facet.facet.label())));
            }
            let unknown = self.roles().iter().zip(&facet.known).filter(|(_, known)| !**known).map(|(role, _)| self.name(role));
            let unknown: Vec<String> = unknown.map(|name| format!("the {name}")).collect();
            if !unknown.is_empty() {
                let remark = format!("The sources say nothing of the kind about {}.", sentence_list(&unknown, "or"));
                blocks.push(Block::Paragraph(StyledText::muted(&remark)));
            }
            let sides = Sides { corpus: self.corpus, facet, names: &self.names(), notes: self.notes };
            blocks.push(Block::SideBySide(sides.write()));
        }
        if let (Section::Differences | Section::InCommon, Some(pairs)) = (section, &self.comparison.pairs)
            && self.comparison.sections.contains(&section)
        {
            for pair in pairs {
                blocks.extend(together::blocks(self.corpus, pair, section, self.roles(), self.notes));
            }
        }
        blocks
    }

    /// `The CSO may become CRO [22]`.
    fn career(&self, step: &Step<'a>) -> StyledText {
        let limits = if step.notes.is_empty() { String::new() } else { format!(", {}", sentence_list(&step.notes, "or")) };
        let text = format!("The {} may become {}{limits}", self.name_of(step.from), self.name_of(step.to));
        self.notes.cite(StyledText::from(text), step.sources.iter().copied())
    }
}

fn coverage_noun(facet: &FacetCount) -> &'static str {
    if facet.facet == Facet::Duties { "duty topics" } else { "skill topics" }
}
