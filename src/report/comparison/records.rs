//! A comparison as one long table: section, topic, status, role, text, and what belongs to them.

use super::super::records::{Sink, Value};
use super::super::{salary, together};
use super::record::Record;
use crate::compare::{Comparison, FacetCount, FacetRows, Relation, Standing, Status};
use crate::facets::Section;

/// Every record of a comparison, section by section.
pub(super) fn put_all(comparison: &Comparison, sink: &mut Sink) {
    if let Some(overview) = &comparison.overview {
        overview.facets.iter().for_each(|facet| overview_records(facet, sink));
    }
    for section in Section::ALL {
        if section == Section::Reporting {
            comparison.relations.iter().flatten().for_each(|relation| relation_records(relation, sink));
        }
        for facet in comparison.facets.iter().filter(|facet| facet.facet.section() == section) {
            facet_records(facet, sink);
        }
        match (section, &comparison.salary, &comparison.pairs) {
            (Section::Salary, Some(salary), _) => salary::records(salary, sink),
            (Section::Together, _, Some(pairs)) => pairs.iter().for_each(|pair| together::records(pair, sink)),
            _ => {}
        }
    }
}

fn facet_records(facet: &FacetRows, sink: &mut Sink) {
    for row in &facet.rows {
        for cell in facet.cells(row) {
            for item in cell.items {
                Record {
                    section: facet.facet.section(),
                    topic: row.subject.topic.unwrap_or_default(),
                    status: row.status.key(),
                    role: cell.role,
                    text: Value::Text(if item.text.is_empty() { row.subject.label } else { &item.text }),
                    facet: facet.facet.key(),
                    related_to: &row.related_to,
                    sources: Value::Sources(item.sources),
                    likeness: row.likeness,
                }
                .put(sink);
            }
        }
    }
}

/// Counts as records: how many rows there are of each status, how many each role has, and how many each two of several share.
fn overview_records(facet: &FacetCount, sink: &mut Sink) {
    let key = facet.facet.key();
    let counted = |count: Option<usize>| count.map_or(Value::Absent, Value::count);
    let mut put = |status, role: &str, text: Value| {
        let (section, sources) = (Section::Overview, Value::Absent);
        Record { section, topic: key, status, role, text, facet: key, related_to: &[], sources, likeness: None }.put(sink);
    };
    put("rows", "", Value::count(facet.rows));
    put(Status::Shared.key(), "", counted(facet.shared));
    put(Status::Partly.key(), "", counted(facet.partly));
    for role in &facet.roles {
        put("rows", role.role, counted(role.rows));
        put(Status::Only.key(), role.role, counted(role.only));
    }
    if facet.roles.len() > 2 {
        for (i, coverage) in facet.coverage.iter().enumerate() {
            let (of, by) = (coverage.of, coverage.by);
            // What one shares with another, the other shares with the one.
            if !facet.coverage[..i].iter().any(|earlier| (earlier.of, earlier.by) == (by, of)) {
                put(Status::Shared.key(), &format!("{of} {by}"), Value::count(coverage.shared));
            }
        }
    }
}

fn relation_records(relation: &Relation, sink: &mut Sink) {
    let roles = relation.roles.join(" ");
    let mut put = |topic, status, text| {
        let (section, text) = (Section::Reporting, Value::Text(text));
        let (facet, sources) = ("relation", Value::Absent);
        Record { section, topic, status, role: &roles, text, facet, related_to: &[], sources, likeness: None }.put(sink);
    };
    for standing in &relation.standings {
        match standing {
            Standing::Direct { to, how, .. } => put(to, "direct", how.key()),
            Standing::Indirect { chain, how } => put(chain.last().copied().unwrap_or_default(), "indirect", how.key()),
            Standing::Common { superior, how, .. } => put(superior, "common-superior", how.key()),
        }
    }
    if relation.standings.is_empty() {
        put("", "none", "no line between them in the sources");
    }
}
