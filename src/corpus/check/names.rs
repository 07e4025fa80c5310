//! Names: what people type for a role means one role.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::Findings;
use crate::corpus::Corpus;
use crate::corpus::draft::{At, Draft};
use crate::corpus::names::normalize;
use crate::diagnostic::Code;
use crate::model::Position;

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    let roles = draft.roles.iter().map(|entry| (entry.value.names(), Some(&entry.at)));
    let positions = draft.positions.iter().map(|entry| (entry.value.clone(), Some(&entry.at)));
    let own: Vec<(Position, Option<&At>)> = roles.chain(positions).collect();
    let ids: HashSet<&str> = own.iter().map(|(post, _)| post.id.as_str()).collect();
    let below = base.into_iter().flat_map(|base| base.posts.iter().cloned()).filter(|post| !ids.contains(post.id.as_str()));
    let below: Vec<_> = below.map(|post| (post, None)).collect();
    // A role that extends another has its names too.
    let extended: HashMap<&str, Option<&str>> =
        draft.roles.iter().map(|entry| (entry.value.id.as_str(), entry.value.extends.as_deref())).collect();
    let extends = |id: &str, other: &str| extended.get(id).copied().flatten() == Some(other);
    // Whose each name is, and where; nowhere when it is in the corpus below.
    let mut owners: HashMap<String, (&str, Option<&At>)> = HashMap::new();
    for (post, at) in below.iter().chain(&own) {
        for (path, name) in names(post) {
            let (owner, place) = match owners.entry(normalize(name)) {
                Entry::Occupied(owner) => *owner.get(),
                Entry::Vacant(free) => *free.insert((&post.id, *at)),
            };
            if let Some(at) = at
                && owner != post.id
                && !extends(&post.id, owner)
                && !extends(owner, &post.id)
            {
                let other = place.map(|at| ("the other is here".to_owned(), findings.spot(&at.below("id"))));
                let finding = findings.note(at, &path, Code::SharedName, format!("'{name}' is a name of '{owner}' too"));
                finding.help("give one of them another name: typed, this one is refused as ambiguous").related.extend(other);
            }
        }
    }
}

/// The names of a role or position with their paths, except for its id, which is its own in any case.
fn names(post: &Position) -> impl Iterator<Item = (String, &str)> {
    let titles = post.alternate_titles.iter().enumerate().map(|(i, title)| (format!("alternate_titles/{i}"), title.as_str()));
    let acronym = post.acronym.iter().map(|acronym| ("acronym".to_owned(), acronym.as_str()));
    let names = std::iter::once(("title".to_owned(), post.title.as_str())).chain(acronym).chain(titles);
    names.filter(|(_, name)| !name.is_empty())
}
