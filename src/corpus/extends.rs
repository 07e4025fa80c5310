//! Fields that a role inherits from the one it extends.

use std::collections::HashMap;

use serde_json::Value;

use super::Corpus;
use super::draft::Entry;
use crate::model::Role;

/// Sections whose lists are fields of their own: one that is given leaves the others.
const SECTIONS: [&str; 3] = ["requirements", "reporting", "career"];

/// The roles of the corpus below and those on top of it, complete, in order; a later version of a role follows an earlier.
pub(super) fn complete(entries: Vec<Entry<Role>>, base: Option<&Corpus>) -> Vec<Role> {
    let mut roles: Vec<Role> = base.into_iter().flat_map(|base| base.roles.iter().cloned()).collect();
    let complete = roles.len();
    let mut latest: HashMap<String, usize> = roles.iter().enumerate().map(|(i, role)| (role.id.clone(), i)).collect();
    // Of each entry, the earlier version of itself.
    let mut earlier = Vec::new();
    let mut given = Vec::new();
    for entry in entries {
        earlier.push(latest.insert(entry.value.id.clone(), roles.len()));
        given.push(entry.given);
        roles.push(entry.value);
    }
    // A role that extends its own id extends its earlier version.
    let extended = |i: usize, role: &Role| {
        let id = role.extends.as_ref()?;
        if *id == role.id { earlier[i - complete] } else { latest.get(id).copied() }
    };
    let mut is_done: Vec<bool> = (0..roles.len()).map(|i| i < complete).collect();
    for i in complete..roles.len() {
        // The roles up to one that is done; circles were refused.
        let mut chain = Vec::new();
        let mut next = Some(i);
        while let Some(at) = next.filter(|&at| !is_done[at]) {
            is_done[at] = true;
            next = extended(at, &roles[at]);
            chain.push((at, next));
        }
        for (at, base) in chain.into_iter().rev() {
            if let Some(base) = base {
                roles[at] = overlay(&roles[at], &given[at - complete], &roles[base]);
            }
        }
    }
    roles
}

/// A role with every field that it does not give itself taken from another.
fn overlay(own: &Role, given: &[String], base: &Role) -> Role {
    let value = |role: &Role| serde_json::to_value(role).unwrap_or_default();
    let (mut own_fields, mut fields) = (value(own), value(base));
    for key in given {
        let own = own_fields[key].take();
        match own {
            Value::Object(lists) if SECTIONS.contains(&key.as_str()) => {
                let is_given = |list: &Value| list.as_array().is_some_and(|list| !list.is_empty());
                lists.into_iter().filter(|(_, list)| is_given(list)).for_each(|(name, list)| fields[key][name] = list);
            }
            own => fields[key] = own,
        }
    }
    // Both were roles, so together they are one.
    serde_json::from_value(fields).unwrap_or_else(|_| own.clone())
}
