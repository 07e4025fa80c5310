//! A comparison as one long table.

use super::super::{pay, together};
use super::row::ComparisonRow;
use crate::compare::{Cell, Comparison, FacetCount, FacetRows, Relation, Row, Standing, Status};
use crate::corpus::Corpus;
use crate::facets::Section;

/// Every row of a comparison, section by section.
pub(super) fn rows<'a>(corpus: &'a Corpus, comparison: &'a Comparison<'a>) -> serde_json::Result<Vec<ComparisonRow<'a>>> {
    let mut rows = Vec::new();
    for section in Section::ALL {
        if section == Section::Reporting {
            rows.extend(comparison.relations.iter().flatten().flat_map(relation));
        }
        for facet in comparison.facets.iter().filter(|facet| facet.facet.section() == section) {
            statements(facet, &mut rows);
        }
        match (section, &comparison.salary, &comparison.pairs) {
            (Section::Salary, Some(salary), _) => rows.extend(pay::rows(corpus, salary)?),
            (Section::Differences | Section::InCommon, _, Some(pairs)) => {
                rows.extend(
                    pairs.iter().flat_map(|pair| together::rows(corpus, pair)).filter(|row| row.section == section.key()),
                );
            }
            _ => {}
        }
    }
    if let Some(overview) = &comparison.overview {
        overview.facets.iter().for_each(|facet| counts(facet, &mut rows));
    }
    Ok(rows)
}

/// A row taken over from one role names all that have it.
fn statements<'a>(facet: &'a FacetRows<'a>, rows: &mut Vec<ComparisonRow<'a>>) {
    let roles = |cell: &Cell<'a>, row: &Row<'a>| {
        let same = row.cells.iter().zip(&facet.taken_over_from).filter(|(_, from)| **from == Some(cell.role));
        [cell.role].into_iter().chain(same.map(|(other, _)| other.role)).collect::<Vec<_>>().join(" ")
    };
    for row in &facet.rows {
        for cell in &row.cells {
            for item in &cell.items {
                rows.push(ComparisonRow {
                    section: facet.facet.section().key(),
                    topic: row.subject.topic.unwrap_or_default().to_owned(),
                    status: row.status.key(),
                    role: roles(cell, row),
                    text: if item.text.is_empty() { row.subject.label.to_owned() } else { item.text.clone() },
                    facet: facet.facet.key(),
                    related_to: &row.related_to,
                    sources: item.sources.iter().map(String::as_str).collect(),
                    likeness: row.likeness,
                    ..ComparisonRow::default()
                });
            }
        }
    }
}

/// Rows by status, rows by role, and rows shared by each two of several roles.
fn counts<'a>(facet: &'a FacetCount<'a>, rows: &mut Vec<ComparisonRow<'a>>) {
    let key = facet.facet.key();
    let mut put = |status, role: &str, count: Option<usize>| {
        rows.push(ComparisonRow {
            section: Section::Overview.key(),
            topic: key.to_owned(),
            status,
            role: role.to_owned(),
            text: count.map_or_else(String::new, |count| count.to_string()),
            facet: key,
            ..ComparisonRow::default()
        });
    };
    put("rows", "", Some(facet.rows));
    put(Status::Shared.key(), "", facet.shared);
    put(Status::Partly.key(), "", facet.partly);
    for role in &facet.roles {
        put("rows", role.role, role.rows);
        put(Status::Only.key(), role.role, role.only);
    }
    if facet.roles.len() > 2 {
        for (i, coverage) in facet.coverage.iter().enumerate() {
            let (of, by) = (coverage.of, coverage.by);
            // Sharing is mutual: one row for each two.
            if !facet.coverage[..i].iter().any(|earlier| (earlier.of, earlier.by) == (by, of)) {
                put(Status::Shared.key(), &format!("{of} {by}"), Some(coverage.shared));
            }
        }
    }
}

fn relation<'a>(relation: &'a Relation<'a>) -> Vec<ComparisonRow<'a>> {
    let row = |topic: &str, status, text: &str| ComparisonRow {
        section: Section::Reporting.key(),
        topic: topic.to_owned(),
        status,
        role: relation.roles.join(" "),
        text: text.to_owned(),
        facet: "relation",
        ..ComparisonRow::default()
    };
    if relation.standings.is_empty() {
        return vec![row("", "none", "no line between them in the sources")];
    }
    let standing = |standing: &Standing| match standing {
        Standing::Direct { to, how, .. } => row(to, "direct", how.key()),
        Standing::Indirect { chain, how } => row(chain.last().copied().unwrap_or_default(), "indirect", how.key()),
        Standing::Common { superior, how, .. } => row(superior, "common-superior", how.key()),
    };
    relation.standings.iter().map(standing).collect()
}
