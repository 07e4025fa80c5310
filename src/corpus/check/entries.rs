//! Ids, file names and the shape of single entries.

use std::collections::HashMap;
use std::path::Path;

use super::Findings;
use crate::corpus::draft::{Draft, Entry, File, Kind};
use crate::corpus::{HasId, pair_id};
use crate::diagnostic::Code;
use crate::model::is_id;
use crate::text::clean;

pub(super) fn check<'a>(draft: &'a Draft<'a>, findings: &mut Findings<'a>) {
    let roles = draft.roles.iter().map(|entry| (entry.role().id.as_str(), spot(entry)));
    let positions = draft.positions.iter().map(|entry| (entry.value.id().as_str(), spot(entry)));
    ids("role or position", roles.chain(positions), findings);
    ids("pair", draft.pairs.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    ids("topic", draft.topics.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    ids("function", draft.functions.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    ids("source", draft.sources.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    for entry in &draft.roles {
        let role = entry.role();
        if entry.file.kind == Kind::Role && stem(entry.file) != &*role.id {
            findings
                .note(entry, "id", Code::FileName, format!("the role is '{}', its file is not", clean(&role.id)))
                .help(format!("call the file {}.yaml", clean(&role.id)));
        }
        if role.title.is_empty() && role.extends.is_none() {
            findings
                .note(entry, "id", Code::MissingKey, format!("the role '{}' has no title", clean(&role.id)))
                .help("give it a `title`, or let it take over another's with `extends`");
        }
        for (i, experience) in role.requirements.experience.iter().enumerate() {
            if experience.years.max.is_some_and(|max| max < experience.years.min) {
                let path = format!("requirements/experience/{i}/years");
                findings.note(entry, &path, Code::BackwardRange, format!("the years {} run backwards", experience.years));
            }
        }
    }
    for entry in &draft.pairs {
        let [one, other] = &entry.value.roles;
        if one >= other {
            findings
                .note(entry, "roles", Code::PairOrder, format!("'{}' does not come before '{}'", clean(one), clean(other)))
                .help("name the two roles in alphabetical order");
        }
        let id = pair_id(one, other);
        if entry.value.id != *id {
            let message = format!("the id of these two roles' pair is '{}'", clean(&id));
            findings.note(entry, "id", Code::PairId, message);
        } else if entry.file.kind == Kind::Pair && stem(entry.file) != id {
            let message = format!("the pair is '{}', its file is not", clean(&id));
            findings.note(entry, "id", Code::FileName, message).help(format!("call the file {}.yaml", clean(&id)));
        }
        for (i, contrast) in entry.value.contrasts.iter().enumerate() {
            if contrast.sides.len() != 2 || !contrast.sides.keys().all(|side| entry.value.roles.contains(side)) {
                let message = format!("a contrast has one side for '{}' and one for '{}'", clean(one), clean(other));
                findings.note(entry, &format!("contrasts/{i}/sides"), Code::ContrastSides, message);
            }
        }
    }
    for entry in &draft.sources {
        address(entry, entry.value.url.as_deref(), findings);
    }
    for entry in &draft.abouts {
        address(entry, entry.value.url.as_deref(), findings);
    }
}

/// Reports an address that no browser would take for one.
fn address<'a, T>(entry: &Entry<'a, T>, url: Option<&str>, findings: &mut Findings<'a>) {
    if url.is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
        findings
            .note(entry, "url", Code::BadUrl, "an address begins with https:// or http://".to_owned())
            .help("write the address as a browser shows it");
    }
}

/// Where an entry stands, whatever its type.
fn spot<'a, T>(entry: &Entry<'a, T>) -> Entry<'a, ()> {
    Entry { value: (), file: entry.file, path: entry.path.clone() }
}

fn ids<'a>(kind: &str, entries: impl Iterator<Item = (&'a str, Entry<'a, ()>)>, findings: &mut Findings<'a>) {
    // A later layer may put an entry in the place of an earlier one's.
    let mut first: HashMap<(usize, &str), Entry<()>> = HashMap::new();
    for (id, entry) in entries {
        if !is_id(id) {
            findings
                .note(&entry, "id", Code::BadId, format!("'{}' is no id", clean(id)))
                .help("use lower-case letters, digits and single hyphens");
        }
        if let Some(earlier) = first.get(&(entry.file.layer, id)) {
            findings
                .note(&entry, "id", Code::DuplicateId, format!("a {kind} with the id '{}' exists already", clean(id)))
                .related("the first is here", earlier, "id")
                .help("give one of them another id, or take it out");
        } else {
            first.insert((entry.file.layer, id), entry);
        }
    }
}

fn stem(file: &File) -> &str {
    Path::new(&file.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
