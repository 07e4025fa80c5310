//! Ids, file names and the shape of single entries.

use std::collections::HashMap;
use std::path::Path;

use super::Findings;
use crate::corpus::draft::{Draft, Entry, File};
use crate::corpus::{HasId, pair_id};
use crate::model::Term;
use crate::text::clean;
use crate::yaml::places;

pub(super) fn check<'a>(draft: &'a Draft<'a>, findings: &mut Findings<'a>) {
    let roles = draft.roles.iter().map(|entry| (entry.value.id().as_str(), spot(entry)));
    let positions = draft.positions.iter().map(|entry| (entry.value.id().as_str(), spot(entry)));
    ids("role or position", roles.chain(positions), findings);
    ids("pair", draft.pairs.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    ids("topic", draft.topics.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    ids("function", draft.functions.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    ids("source", draft.sources.iter().map(|entry| (entry.value.id().as_str(), spot(entry))), findings);
    broader(&draft.topics, "topic", findings);
    broader(&draft.functions, "function", findings);
    for entry in &draft.roles {
        let id = &entry.value.id;
        if stem(entry.file) != &**id {
            findings
                .error(entry, "id", "file-name", format!("the role is '{}', its file is not", clean(id)))
                .help(format!("call the file {}.yaml", clean(id)));
        }
        for (i, experience) in entry.value.requirements.experience.iter().enumerate() {
            if experience.years.max.is_some_and(|max| max < experience.years.min) {
                let path = format!("requirements/experience/{i}/years");
                findings.error(entry, &path, "backward-range", format!("the years {} run backwards", experience.years));
            }
        }
    }
    for entry in &draft.pairs {
        let [one, other] = &entry.value.roles;
        if one >= other {
            findings
                .error(entry, "roles", "pair-order", format!("'{}' does not come before '{}'", clean(one), clean(other)))
                .help("name the two roles in alphabetical order".to_owned());
        }
        let id = pair_id(one, other);
        if entry.value.id != *id {
            let message = format!("the id of these two roles' pair is '{}'", clean(&id));
            findings.error(entry, "id", "pair-id", message);
        } else if stem(entry.file) != id {
            let message = format!("the pair is '{}', its file is not", clean(&id));
            findings.error(entry, "id", "file-name", message).help(format!("call the file {}.yaml", clean(&id)));
        }
        for (i, contrast) in entry.value.contrasts.iter().enumerate() {
            if contrast.sides.len() != 2 || !contrast.sides.keys().all(|side| entry.value.roles.contains(side)) {
                let message = format!("a contrast has one side for '{}' and one for '{}'", clean(one), clean(other));
                findings.error(entry, &format!("contrasts/{i}/sides"), "contrast-sides", message);
            }
        }
    }
    for entry in &draft.sources {
        if entry.value.url.as_deref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            findings.error(entry, "url", "bad-url", "an address begins with https:// or http://".to_owned());
        }
    }
}

/// Where an entry stands, whatever its type.
fn spot<'a, T>(entry: &Entry<'a, T>) -> Entry<'a, ()> {
    Entry { value: (), file: entry.file, path: entry.path.clone() }
}

fn ids<'a>(kind: &str, entries: impl Iterator<Item = (&'a str, Entry<'a, ()>)>, findings: &mut Findings<'a>) {
    let mut first: HashMap<&str, Entry<()>> = HashMap::new();
    for (id, entry) in entries {
        if !is_id(id) {
            findings
                .error(&entry, "id", "bad-id", format!("'{}' is no id", clean(id)))
                .help("use lower-case letters, digits and single hyphens".to_owned());
        }
        if let Some(earlier) = first.get(id) {
            let path = format!("{}/id", earlier.path);
            let place = places(&earlier.file.text, &[path.trim_start_matches('/')])[0];
            findings
                .error(&entry, "id", "duplicate-id", format!("a {kind} with the id '{}' exists already", clean(id)))
                .help(format!("the first is at {}:{}:{}", earlier.file.name, place.line, place.column));
        } else {
            first.insert(id, entry);
        }
    }
}

fn is_id(id: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    // Two hyphens join the ids of a pair.
    id.split("--").all(|id| id.split('-').all(part))
}

/// Follows each term's broader terms and reports the circles.
fn broader<'a>(terms: &'a [Entry<'a, Term<'a>>], kind: &str, findings: &mut Findings<'a>) {
    let parents: HashMap<&str, &str> =
        terms.iter().filter_map(|entry| Some((&*entry.value.id, entry.value.broader.as_deref()?))).collect();
    for entry in terms {
        let start = &*entry.value.id;
        let mut term = start;
        let mut steps = 0;
        while let Some(parent) = parents.get(term) {
            term = parent;
            steps += 1;
            if term == start {
                findings.error(
                    entry,
                    "broader",
                    "broader-circle",
                    format!("the {kind} '{}' is broader than itself", clean(start)),
                );
            }
            if term == start || steps > terms.len() {
                break;
            }
        }
    }
}

fn stem(file: &File) -> &str {
    Path::new(&file.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
