//! The rows of a facet on a page, in groups by who has them.

use std::collections::BTreeMap;

use super::super::footnotes::Footnotes;
use super::super::page::{GroupKind, SideBySide, SideGroup, SideRow};
use super::super::styled::{StyledText, Tone};
use super::super::wording;
use super::lines::number;
use crate::compare::{FacetRows, Row, Status};
use crate::corpus::Corpus;
use crate::facets::{Facet, Item, Section};
use crate::text::clean;

/// Writes the rows of a facet.
pub(super) struct Sides<'s, 'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) facet: &'s FacetRows<'a>,
    /// The name of each role on the page.
    pub(super) names: &'s [&'a str],
    pub(super) notes: &'s Footnotes<'a>,
}

impl Sides<'_, '_> {
    /// Shared by all, by most, by two; related; then each role's own.
    pub(super) fn write(&self) -> SideBySide {
        let FacetRows { facet, known, taken_over_from, rows, .. } = self.facet;
        // A role that takes the facet over stands in the column of the other.
        let columns: Vec<usize> = (0..self.names.len()).filter(|&column| taken_over_from[column].is_none()).collect();
        // Where nothing is known of the others, no role is the only one.
        let is_compared = columns.iter().filter(|&&column| known[column]).count() > 1;
        let mut groups: BTreeMap<(GroupKind, usize, Vec<usize>), Vec<&Row>> = BTreeMap::new();
        for row in rows {
            let holders: Vec<usize> = row.holders().collect();
            let missing = columns.len() - holders.len();
            let key = match row.status {
                Status::Shared => (GroupKind::Shared, 0, columns.clone()),
                Status::Partly | Status::Only if !row.related_to.is_empty() => (GroupKind::Related, 0, columns.clone()),
                Status::Partly => (GroupKind::Partly, missing, columns.clone()),
                Status::Only if is_compared => (GroupKind::Only, missing, holders),
                _ if missing == 0 || holders.len() > 1 => (GroupKind::Plain, 0, columns.clone()),
                _ => (GroupKind::Plain, missing, holders),
            };
            groups.entry(key).or_default().push(row);
        }
        SideBySide {
            topic: facet.row().to_owned(),
            roles: self.names.iter().map(|name| clean(name).into_owned()).collect(),
            groups: groups.into_iter().map(|((kind, missing, columns), rows)| self.group(kind, missing, columns, rows)).collect(),
            absent: if is_about_words(*facet) { "" } else { "·" },
        }
    }

    /// A group of rows that so many of the roles shown lack.
    fn group(&self, kind: GroupKind, missing: usize, columns: Vec<usize>, mut rows: Vec<&Row>) -> SideGroup {
        let (count, roles) = (rows.len(), columns.len());
        // The same pattern of roles stands together.
        if kind == GroupKind::Partly {
            rows.sort_by_key(|row| row.holders().collect::<Vec<_>>());
        }
        let name = columns.first().map_or("", |column| self.names[*column]);
        let label = match kind {
            GroupKind::Plain if missing == 0 => String::new(),
            GroupKind::Plain => format!("The {name} ({count})"),
            GroupKind::Shared if roles == 2 => format!("Both ({count})"),
            GroupKind::Shared => format!("All {} ({count})", number(roles)),
            GroupKind::Partly => format!("{} of {} ({count})", wording::capitalized(&number(roles - missing)), number(roles)),
            GroupKind::Related => format!("Related ({})", self.counts(&rows)),
            GroupKind::Only => format!("Only the {name} ({count})"),
        };
        let rows = match kind {
            GroupKind::Related => self.families(&rows),
            _ => rows.into_iter().map(|row| self.row(row)).collect(),
        };
        SideGroup { kind, label: clean(&label).into_owned(), columns, rows }
    }

    /// `COO 13, CCO 15`.
    fn counts(&self, rows: &[&Row]) -> String {
        let count = |column: usize| rows.iter().filter(|row| row.has(column)).count();
        let counts = self.names.iter().enumerate().map(|(column, name)| (name, count(column))).filter(|(_, count)| *count > 0);
        counts.map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
    }

    fn row(&self, row: &Row) -> SideRow {
        let label = row.subject.label;
        let label = row.likeness.map_or_else(|| label.to_owned(), |percent| wording::alike(label, percent));
        let cells = row.cells.iter().map(|cell| cell.items.iter().map(|item| self.said(item, StyledText::default())).collect());
        SideRow { label: StyledText::from(label), cells: cells.collect() }
    }

    /// Related topics in one row, under the topic that they are part of, each with its name.
    fn families(&self, rows: &[&Row]) -> Vec<SideRow> {
        let terms = if self.facet.facet == Facet::Oversees { &self.corpus.functions } else { &self.corpus.topics };
        let mut families: Vec<(&str, SideRow)> = Vec::new();
        for row in rows {
            let family = row.family().unwrap_or_default();
            let place = families.iter().position(|(known, _)| *known == family).unwrap_or_else(|| {
                let label = terms.get(family).map_or(family, |term| &term.label);
                families.push((family, SideRow { label: StyledText::plain(label), cells: vec![Vec::new(); self.names.len()] }));
                families.len() - 1
            });
            for (texts, cell) in families[place].1.cells.iter_mut().zip(&row.cells) {
                let topic = StyledText::strong(row.subject.label).and(": ", Tone::Plain);
                let before = std::iter::once(topic).chain(std::iter::repeat(StyledText::default()));
                texts.extend(cell.items.iter().zip(before).map(|(item, before)| self.said(item, before)));
            }
        }
        families.into_iter().map(|(_, row)| row).collect()
    }

    fn said(&self, item: &Item, before: StyledText) -> StyledText {
        // Footnote numbers alone would look as if a text were missing.
        let text = if item.text.is_empty() { "yes" } else { &item.text };
        self.notes.cite(before.and(text, Tone::Plain), item.sources)
    }
}

/// Whether the words matter more than who has a topic.
fn is_about_words(facet: Facet) -> bool {
    matches!(facet.section(), Section::Requirements | Section::Career | Section::Hiring | Section::Salary)
}
