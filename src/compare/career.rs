//! Career steps among the compared roles.

use serde::Serialize;

use super::each_two;
use crate::model::{CareerStep, Role};
use crate::text::distinct;

/// A step from one of the compared roles to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// The limits of the statements, each once; empty when one has none.
    pub notes: Vec<String>,
    pub sources: Vec<&'a str>,
}

/// The steps between each two of some roles; either of the two may state one.
pub(super) fn steps<'a>(roles: &[&'a Role]) -> Vec<Step<'a>> {
    each_two(roles).flat_map(|(one, other)| [step(one, other), step(other, one)]).flatten().collect()
}

fn step<'a>(from: &'a Role, to: &'a Role) -> Option<Step<'a>> {
    let onward = from.career.to.iter().filter(|step| step.role == to.id.as_str());
    let told: Vec<&CareerStep> = onward.chain(to.career.from.iter().filter(|step| step.role == from.id.as_str())).collect();
    // One statement without limits lifts the limits of the others.
    let limits: Option<Vec<String>> = told.iter().map(|step| step.limits()).collect();
    let sources = distinct(told.iter().flat_map(|step| &step.sources).map(String::as_str));
    let notes = distinct(limits.iter().flatten().map(String::as_str)).into_iter().map(str::to_owned).collect();
    (!told.is_empty()).then_some(Step { from: &from.id, to: &to.id, notes, sources })
}
