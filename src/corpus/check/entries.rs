//! Ids, file names and the shape of single entries.

use std::collections::HashMap;
use std::path::Path;

use super::Findings;
use crate::corpus::draft::{At, Draft, Entry, File};
use crate::corpus::{HasId, pair_id};
use crate::diagnostic::Code;
use crate::model::{Pair, Role, is_id};
use crate::schema::SchemaPart;
use crate::text::clean;

pub(super) fn check<'a>(draft: &'a Draft<'a>, findings: &mut Findings<'a>) {
    ids("role or position", places(&draft.roles).chain(places(&draft.positions)), findings);
    ids("pair", places(&draft.pairs), findings);
    ids("topic", places(&draft.topics), findings);
    ids("function", places(&draft.functions), findings);
    ids("source", places(&draft.sources), findings);
    draft.roles.iter().for_each(|entry| role(entry, findings));
    draft.pairs.iter().for_each(|entry| pair(entry, findings));
    let sources = draft.sources.iter().map(|entry| (&entry.at, &entry.value.url));
    for (at, url) in sources.chain(draft.abouts.iter().map(|entry| (&entry.at, &entry.value.url))) {
        if url.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            findings
                .note(at, "url", Code::BadUrl, "an address begins with https:// or http://")
                .help("write the address as a browser shows it");
        }
    }
}

fn places<'a, T: HasId>(entries: &'a [Entry<'a, T>]) -> impl Iterator<Item = (&'a str, &'a At<'a>)> {
    entries.iter().map(|entry| (entry.id().as_str(), &entry.at))
}

fn ids<'a>(kind: &str, entries: impl Iterator<Item = (&'a str, &'a At<'a>)>, findings: &mut Findings<'a>) {
    // A later layer may override an entry.
    let mut first: HashMap<(usize, &str), &At> = HashMap::new();
    for (id, at) in entries {
        if !is_id(id) {
            findings
                .note(at, "id", Code::BadId, format!("invalid id '{}'", clean(id)))
                .help("use lower-case letters, digits and single hyphens");
        }
        if let Some(earlier) = first.get(&(at.file.layer, id)) {
            let first = findings.spot(&earlier.below("id"));
            findings
                .note(at, "id", Code::DuplicateId, format!("a {kind} with the id '{}' exists already", clean(id)))
                .help("give one of them another id, or remove it")
                .related
                .push(("the first is here".to_owned(), first));
        } else {
            first.insert((at.file.layer, id), at);
        }
    }
}

fn role<'a>(entry: &'a Entry<'a, Role>, findings: &mut Findings<'a>) {
    let role = &entry.value;
    let id = clean(&role.id);
    if entry.at.file.part == SchemaPart::Role && stem(entry.at.file) != role.id {
        findings
            .note(&entry.at, "id", Code::FileName, format!("the role is '{id}', its file is not"))
            .help(format!("call the file {id}.yaml"));
    }
    if role.title.is_empty() && role.extends.is_none() {
        findings
            .note(&entry.at, "id", Code::MissingKey, format!("the role '{id}' has no title"))
            .help("give it a `title`, or let it take over another's with `extends`");
    }
    for (i, experience) in role.requirements.experience.iter().enumerate() {
        if experience.years.max.is_some_and(|max| max < experience.years.min) {
            let path = format!("requirements/experience/{i}/years");
            findings.note(&entry.at, &path, Code::BackwardRange, format!("the years {} run backwards", experience.years));
        }
    }
}

fn pair<'a>(entry: &'a Entry<'a, Pair>, findings: &mut Findings<'a>) {
    let pair = &entry.value;
    let [one, other] = &pair.roles;
    if one >= other {
        findings
            .note(&entry.at, "roles", Code::PairOrder, format!("'{}' does not come before '{}'", clean(one), clean(other)))
            .help("name the two roles in alphabetical order");
    }
    let id = pair_id(one, other);
    if pair.id != id {
        let message = format!("the id of these two roles' pair is '{}'", clean(&id));
        findings.note(&entry.at, "id", Code::PairId, message);
    } else if entry.at.file.part == SchemaPart::Pair && stem(entry.at.file) != id {
        let message = format!("the pair is '{}', its file is not", clean(&id));
        findings.note(&entry.at, "id", Code::FileName, message).help(format!("call the file {}.yaml", clean(&id)));
    }
    for (i, contrast) in pair.contrasts.iter().enumerate() {
        if contrast.sides.len() != 2 || !contrast.sides.keys().all(|side| pair.roles.contains(side)) {
            let message = format!("a contrast has one side for '{}' and one for '{}'", clean(one), clean(other));
            findings.note(&entry.at, &format!("contrasts/{i}/sides"), Code::ContrastSides, message);
        }
    }
}

fn stem(file: &File) -> &str {
    Path::new(&file.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
