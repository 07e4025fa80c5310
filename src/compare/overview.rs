//! Counts of what roles share, facet by facet and both ways.
//!
//! A role that is unknown in a facet may or may not share the rows of the others: then no row counts as shared or as one
//! role's own. The same holds for rows that are not counted ([`Status::Uncounted`]).

use serde::Serialize;

use super::facet_rows::FacetRows;
use super::row::Status;
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
    /// Rows all roles share; none, as below, when a role is unknown in this facet or its rows are not counted.
    pub shared: Option<usize>,
    /// Rows more than one but not all have.
    pub partly: Option<usize>,
    /// Rows one role has alone that are related to a row of another.
    pub related: Option<usize>,
    pub roles: Vec<RoleCount<'a>>,
    /// Shared rows in percent of all rows.
    pub in_common_percent: Option<usize>,
    /// The share of each role's rows that each other role has too, among roles known in this facet.
    pub coverage: Vec<Coverage<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct RoleCount<'a> {
    pub role: &'a str,
    /// Its rows; none when the facet is unknown or taken over.
    pub rows: Option<usize>,
    /// Rows it has alone.
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
        let is_counted = facet.known.iter().all(|&known| known) && with(Status::Uncounted).next().is_none();
        let count = |rows: usize| is_counted.then_some(rows);
        let shared = with(Status::Shared).count();
        let speaking: Vec<usize> = (0..roles.len()).filter(|&column| held(column).next().is_some()).collect();
        let mut coverage = Vec::new();
        for &of in &speaking {
            for &by in speaking.iter().filter(|&&by| by != of && facet.facet.has_ideas_for_topics()) {
                let both = held(of).filter(|row| row.has(by)).count();
                coverage.push(Coverage { of: &roles[of].id, by: &roles[by].id, shared: both, total: held(of).count() });
            }
        }
        let counts = roles.iter().enumerate().map(|(column, role)| RoleCount {
            role: &role.id,
            rows: speaking.contains(&column).then(|| held(column).count()),
            only: count(with(Status::Only).filter(|row| row.has(column)).count()),
        });
        Self {
            facet: facet.facet,
            rows: rows.len(),
            shared: count(shared),
            partly: count(with(Status::Partly).count()),
            related: count(with(Status::Only).filter(|row| !row.related_to.is_empty()).count()),
            roles: counts.collect(),
            in_common_percent: count((100 * shared + rows.len() / 2) / rows.len().max(1)),
            coverage,
        }
    }
}
