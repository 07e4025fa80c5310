//! Fields that a role inherits from the one it extends.

use std::collections::HashMap;

use super::Corpus;
use super::draft::Entry;
use crate::model::{Career, Reporting, Requirements, Role};

/// The roles of the corpus below and those on top of it, in order, with all inherited fields; a later version of a role follows
/// an earlier.
pub(super) fn complete(entries: Vec<Entry<Role>>, base: Option<&Corpus>) -> Vec<Role> {
    let mut roles: Vec<Role> = base.into_iter().flat_map(|base| base.roles.iter().cloned()).collect();
    let complete = roles.len();
    let mut latest: HashMap<String, usize> = roles.iter().enumerate().map(|(i, role)| (role.id.clone(), i)).collect();
    // The earlier version of each entry.
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
            if let Some(Ok([own, base])) = base.map(|base| roles.get_disjoint_mut([at, base])) {
                inherit(own, &given[at - complete], base);
            }
        }
    }
    roles
}

/// Takes every field that a role does not give itself from another. The lists of a section are fields of their own: one that is
/// given leaves the others.
fn inherit(own: &mut Role, given: &[String], base: &Role) {
    macro_rules! inherit {
        ($($field:ident)+; $($section:ident: $type:ident { $($list:ident)+ })+) => {
            // A new field does not compile until it is inherited.
            let Role { id: _, extends: _, $($field: _,)+ $($section: $type { $($list: _),+ }),+ } = base;
            $(if given.iter().all(|key| key != stringify!($field)) {
                own.$field.clone_from(&base.$field);
            })+
            $($(if own.$section.$list.is_empty() {
                own.$section.$list.clone_from(&base.$section.$list);
            })+)+
        };
    }
    inherit! {
        title acronym alternate_titles acronym_also_means level function summary glance duties skills salary compensation metrics
        impact challenges work_environment standing variations archetypes hire_when disagreements;
        requirements: Requirements { education experience backgrounds certifications }
        reporting: Reporting { reports_to direct_reports oversees }
        career: Career { from to }
    }
}
