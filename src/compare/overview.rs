//! Counts of what roles share, facet by facet and both ways.
//!
//! What a role is unknown in, it may share or not: then nothing is counted as shared, and nothing as of one role alone.

use serde::Serialize;

use super::MOST_IN_PAIRS;
use super::rows::{FacetRows, Status};
use crate::facets::Facet;
use crate::model::Role;

/// Counts for every facet that at least one of the roles has.
#[derive(Debug, Clone, Serialize)]
pub struct Overview<'a> {
    pub facets: Vec<FacetCount<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FacetCount<'a> {
    pub facet: Facet,
    pub rows: usize,
    /// Rows all roles share; none when a role is unknown in this facet.
    pub shared: Option<usize>,
    /// Rows more than one but not all have; none when a role is unknown in this facet.
    pub partly: Option<usize>,
    /// Rows one role has alone that are related to a row of another; none when a role is unknown in this facet.
    pub related: Option<usize>,
    pub roles: Vec<RoleCount<'a>>,
    /// Shared rows in percent of all rows; none when a role is unknown in this facet, and where topics are no ideas to share
    /// ([`Facet::has_ideas_for_topics`]).
    pub in_common_percent: Option<f64>,
    /// The share of each role's rows that each other role has too, among roles known in this facet.
    pub coverage: Vec<Coverage<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct RoleCount<'a> {
    pub role: &'a str,
    /// Its rows; none when the facet is unknown.
    pub rows: Option<usize>,
    /// Rows it has alone; none when a role is unknown in this facet.
    pub only: Option<usize>,
}

/// The share of one role's rows that another has too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage<'a> {
    pub of: &'a str,
    pub by: &'a str,
    pub shared: usize,
    pub total: usize,
}

impl<'a> Overview<'a> {
    pub(super) fn new(roles: &[&'a Role], facets: &[FacetRows<'a>]) -> Self {
        Self { facets: facets.iter().map(|facet| FacetCount::new(roles, facet)).collect() }
    }
}

impl<'a> FacetCount<'a> {
    fn new(roles: &[&'a Role], facet: &FacetRows<'a>) -> Self {
        let rows = &facet.rows;
        let with = |status| rows.iter().filter(move |row| row.status == status);
        let held = |column: usize| rows.iter().filter(move |row| row.has(column));
        let all_known = facet.known.iter().all(|&known| known);
        let shared = with(Status::Shared).count();
        let mut coverage = Vec::new();
        for (of, role) in roles.iter().enumerate() {
            for (by, other) in roles.iter().enumerate() {
                if of != by && facet.known[of] && facet.known[by] && roles.len() <= MOST_IN_PAIRS {
                    let both = held(of).filter(|row| row.has(by)).count();
                    coverage.push(Coverage { of: &role.id, by: &other.id, shared: both, total: held(of).count() });
                }
            }
        }
        let counts = roles.iter().enumerate().map(|(column, role)| RoleCount {
            role: &role.id,
            rows: facet.known[column].then(|| held(column).count()),
            only: all_known.then(|| with(Status::Only).filter(|row| row.has(column)).count()),
        });
        Self {
            facet: facet.facet,
            rows: rows.len(),
            shared: all_known.then_some(shared),
            partly: all_known.then(|| with(Status::Partly).count()),
            related: all_known.then(|| with(Status::Only).filter(|row| !row.related_to.is_empty()).count()),
            roles: counts.collect(),
            in_common_percent: (all_known && facet.facet.has_ideas_for_topics()).then(|| percent(shared, rows.len())),
            coverage,
        }
    }
}

/// A share in percent, to one decimal place, so that every format shows the same number.
#[allow(clippy::cast_precision_loss)] // Counts of rows are far below 2^52.
fn percent(part: usize, whole: usize) -> f64 {
    (part as f64 * 1000.0 / whole as f64).round() / 10.0
}
