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
        let mut groups: BTreeMap<(GroupKind, usize), Vec<&Row>> = BTreeMap::new();
        for row in &self.facet.rows {
            let holders: Vec<usize> = row.holders().collect();
            let place = match (row.status, holders.as_slice()) {
                (Status::Shared, _) => (GroupKind::Shared, 0),
                (Status::Partly | Status::Only, _) if !row.related_to.is_empty() => (GroupKind::Related, 0),
                (Status::Partly, _) => (GroupKind::Partly, self.names.len() - holders.len()),
                (Status::Only, [column]) if self.is_compared() => (GroupKind::Only, *column),
                (_, [column]) => (GroupKind::Plain, 1 + column),
                _ => (GroupKind::Plain, 0),
            };
            groups.entry(place).or_default().push(row);
        }
        SideBySide {
            topic: self.facet.facet.row().to_owned(),
            roles: self.names.iter().map(|name| clean(name).into_owned()).collect(),
            groups: groups.into_iter().map(|((kind, place), rows)| self.group(kind, place, rows)).collect(),
            absent: if self.is_about_words() { "" } else { "·" },
        }
    }

    /// Whether more than one role is known: else nobody is the only one.
    fn is_compared(&self) -> bool {
        self.facet.known.iter().filter(|&&known| known).count() > 1
    }

    /// Whether the words matter more than who has a topic.
    fn is_about_words(&self) -> bool {
        matches!(self.facet.facet.section(), Section::Requirements | Section::Career | Section::Hiring | Section::Salary)
    }

    fn group(&self, kind: GroupKind, place: usize, mut rows: Vec<&Row>) -> SideGroup {
        let (count, roles) = (rows.len(), self.names.len());
        if kind == GroupKind::Partly {
            // The same pattern of roles stands together.
            rows.sort_by_key(|row| row.holders().collect::<Vec<_>>());
        }
        let column = match kind {
            GroupKind::Only => Some(place),
            GroupKind::Plain => place.checked_sub(1),
            _ => None,
        };
        let name = column.map_or("", |column| self.names[column]);
        let label = match kind {
            GroupKind::Plain if column.is_none() => String::new(),
            GroupKind::Plain => format!("The {name} ({count})"),
            GroupKind::Shared if roles == 2 => format!("Both ({count})"),
            GroupKind::Shared => format!("All {} ({count})", number(roles)),
            GroupKind::Partly => format!("{} of {} ({count})", wording::capitalized(&number(roles - place)), number(roles)),
            GroupKind::Related => format!("Related ({})", self.counts(&rows)),
            GroupKind::Only => format!("Only the {name} ({count})"),
        };
        let rows = match kind {
            GroupKind::Related => self.families(&rows),
            _ => rows.into_iter().map(|row| self.row(row)).collect(),
        };
        SideGroup { kind, label: clean(&label).into_owned(), column, rows }
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
