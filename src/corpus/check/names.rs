//! Names: what people type for a role means one role.

use std::collections::HashMap;

use super::Findings;
use crate::corpus::Corpus;
use crate::corpus::draft::{At, Draft};
use crate::corpus::names::normalize;
use crate::diagnostic::Code;
use crate::model::Position;

/// Whose a name is, and where; nowhere when it is in the corpus below.
struct Owner<'a> {
    id: String,
    at: Option<&'a At<'a>>,
}

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    let roles = draft.roles.iter().map(|entry| (entry.value.names(), entry.value.extends.as_deref(), &entry.at));
    let positions = draft.positions.iter().map(|entry| (entry.value.clone(), None, &entry.at));
    let own: Vec<(Position, Option<&str>, &At)> = roles.chain(positions).collect();
    let extended: HashMap<&str, Option<&str>> = own.iter().map(|(post, extends, _)| (post.id.as_str(), *extends)).collect();
    let mut owners: HashMap<String, Owner> = HashMap::new();
    for post in base.into_iter().flat_map(|base| base.posts.iter()).filter(|post| !extended.contains_key(post.id.as_str())) {
        for (_, name) in names(post) {
            owners.entry(normalize(name)).or_insert(Owner { id: post.id.clone(), at: None });
        }
    }
    for (post, _, at) in &own {
        let extends = |id: &str, other: &str| extended.get(id).copied().flatten() == Some(other);
        for (path, name) in names(post).into_iter().filter(|(_, name)| !name.is_empty()) {
            let Some(owner) = owners.get(&normalize(name)) else {
                owners.insert(normalize(name), Owner { id: post.id.clone(), at: Some(at) });
                continue;
            };
            // A role that extends another has its names too.
            if owner.id != post.id && !extends(&post.id, &owner.id) && !extends(&owner.id, &post.id) {
                let message = format!("'{name}' is a name of '{}' too", owner.id);
                let other = owner.at.map(|at| ("the other is here".to_owned(), findings.spot(&at.below("id"))));
                findings
                    .note(at, &path, Code::SharedName, message)
                    .help("give one of them another name: typed, this one is refused as ambiguous")
                    .related
                    .extend(other);
            }
        }
    }
}

/// The names of a role or position with their paths, except for its id, which is its own in any case.
fn names(post: &Position) -> Vec<(String, &str)> {
    let mut names = vec![("title".to_owned(), post.title.as_str())];
    names.extend(post.acronym.iter().map(|acronym| ("acronym".to_owned(), acronym.as_str())));
    let titles = post.alternate_titles.iter().enumerate();
    names.extend(titles.map(|(i, title)| (format!("alternate_titles/{i}"), title.as_str())));
    names
}
