//! Career steps among the compared roles.

use serde::Serialize;

use super::each_two;
use crate::model::{CareerStep, Role};
use crate::text::distinct;

/// One of the compared roles may become another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// The limits of the statements, each once; empty when one has none.
    pub notes: Vec<&'a str>,
    pub sources: Vec<&'a str>,
}

/// Every step from one of some roles to another, two by two; either of the two may tell of it.
pub(super) fn steps<'a>(roles: &[&'a Role]) -> Vec<Step<'a>> {
    each_two(roles).flat_map(|(one, other)| [step(one, other), step(other, one)]).flatten().collect()
}

fn step<'a>(from: &'a Role, to: &'a Role) -> Option<Step<'a>> {
    let onward = from.career.to.iter().filter(|step| step.role == to.id.as_str());
    let told: Vec<&CareerStep> = onward.chain(to.career.from.iter().filter(|step| step.role == from.id.as_str())).collect();
    let notes = told.iter().filter_map(|step| step.note.as_deref());
    let is_limited = told.iter().all(|step| step.note.is_some());
    let sources = distinct(told.iter().flat_map(|step| &step.sources).map(String::as_str));
    let notes = distinct(notes.filter(|_| is_limited));
    (!told.is_empty()).then_some(Step { from: &from.id, to: &to.id, notes, sources })
}
