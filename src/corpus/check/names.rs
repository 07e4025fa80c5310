//! Names: what people type for a role means one role.

use std::collections::HashMap;

use super::Findings;
use crate::corpus::Corpus;
use crate::corpus::draft::{Draft, Entry};
use crate::corpus::names::normalize;
use crate::diagnostic::Code;
use crate::model::Position;
use crate::text::clean;

/// Whose a name is, and where it says so; nowhere when it is compiled in.
struct Owner<'a> {
    id: &'a str,
    place: Option<Entry<'a, ()>>,
}

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&'a Corpus>, findings: &mut Findings<'a>) {
    let mut owners: HashMap<String, Owner> = HashMap::new();
    let mut own_ids: HashMap<&str, &str> = HashMap::new();
    for entry in &draft.roles {
        own_ids.insert(&entry.role().id, entry.role().extends.as_deref().unwrap_or_default());
    }
    own_ids.extend(draft.positions.iter().map(|entry| (&*entry.value.id, "")));
    for post in base.into_iter().flat_map(|base| base.posts.iter()).filter(|post| !own_ids.contains_key(&*post.id)) {
        for (_, name) in names(post) {
            owners.entry(normalize(name)).or_insert(Owner { id: &post.id, place: None });
        }
    }
    let roles =
        draft.roles.iter().map(|entry| (entry.role().names(), Entry { value: (), file: entry.file, path: entry.path.clone() }));
    let positions = draft
        .positions
        .iter()
        .map(|entry| (entry.value.clone(), Entry { value: (), file: entry.file, path: entry.path.clone() }));
    for (post, place) in roles.chain(positions) {
        let Some((id, extended)) = own_ids.get_key_value(&*post.id) else { continue };
        for (path, name) in names(&post).into_iter().filter(|(_, name)| !name.is_empty()) {
            let name_typed = normalize(name);
            match owners.get(&name_typed) {
                Some(owner) if owner.id != *id && owner.id != *extended && own_ids.get(owner.id) != Some(id) => {
                    let message = format!("'{}' is a name of '{}' too", clean(name), clean(owner.id));
                    let finding = findings.note(&place, &path, Code::SharedName, message);
                    finding.help("give one of them another name: typed, this one is refused as ambiguous");
                    if let Some(other) = &owner.place {
                        finding.related(format!("'{}' is here", clean(owner.id)), other, "id");
                    }
                }
                Some(_) => {}
                None => {
                    owners.insert(name_typed, Owner { id, place: Some(place.clone()) });
                }
            }
        }
    }
}

/// The names of a role or position with their paths, but for its id, which is its own in any case.
fn names<'p>(post: &'p Position) -> Vec<(String, &'p str)> {
    let mut names = vec![("title".to_owned(), post.title.as_str())];
    names.extend(post.acronym.iter().map(|acronym| ("acronym".to_owned(), acronym.as_str())));
    names.extend(
        post.alternate_titles.iter().map(String::as_str).enumerate().map(|(i, title)| (format!("alternate_titles/{i}"), title)),
    );
    names
}
