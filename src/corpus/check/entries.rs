//! Ids, file names and the shape of single entries.

use std::collections::HashMap;
use std::path::Path;

use super::Findings;
use crate::corpus::HasId;
use crate::corpus::load::{Draft, Entry};
use crate::model::Term;
use crate::text::clean;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let roles = draft.roles.iter().map(|entry| (entry.value.id(), Spot::of(entry)));
    let positions = draft.positions.iter().map(|entry| (entry.value.id(), Spot::of(entry)));
    ids(draft, "role or position", roles.chain(positions), findings);
    ids(draft, "topic", draft.topics.iter().map(|entry| (entry.value.id(), Spot::of(entry))), findings);
    ids(draft, "function", draft.functions.iter().map(|entry| (entry.value.id(), Spot::of(entry))), findings);
    ids(draft, "source", draft.sources.iter().map(|entry| (entry.value.id(), Spot::of(entry))), findings);
    broader(&draft.topics, "topic", findings);
    broader(&draft.functions, "function", findings);
    for entry in &draft.roles {
        let id = &entry.value.id;
        if stem(draft, entry.file) != id {
            findings.error(entry, "id", "file-name", format!("the role is '{}', its file is not", clean(id))).help(format!("call the file {}.yaml", clean(id)));
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
            findings.error(entry, "roles", "pair-order", format!("'{}' does not come before '{}'", clean(one), clean(other)))
                .help("name the two roles in alphabetical order".to_owned());
        } else if stem(draft, entry.file) != format!("{one}--{other}") {
            let name = format!("{}--{}", clean(one), clean(other));
            findings.error(entry, "roles", "file-name", format!("the pair is {name}, its file is not")).help(format!("call the file {name}.yaml"));
        }
        for (i, contrast) in entry.value.contrasts.iter().enumerate() {
            if !contrast.sides.keys().eq(&entry.value.roles) {
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

/// Where an entry with an id was read, whatever its type.
struct Spot {
    entry: Entry<()>,
}

impl Spot {
    fn of<T>(entry: &Entry<T>) -> Self {
        Self { entry: Entry { value: (), file: entry.file, path: entry.path.clone() } }
    }
}

fn ids<'a>(draft: &Draft, kind: &str, entries: impl Iterator<Item = (&'a str, Spot)>, findings: &mut Findings) {
    let mut first: HashMap<&str, Spot> = HashMap::new();
    for (id, spot) in entries {
        if !is_id(id) {
            findings.error(&spot.entry, "id", "bad-id", format!("'{}' is no id", clean(id))).help("use lower-case letters, digits and single hyphens".to_owned());
        }
        if let Some(earlier) = first.get(id) {
            let file = &draft.files[earlier.entry.file];
            let path = format!("{}/id", earlier.entry.path);
            let place = crate::yaml::places(&file.text, &[path.trim_start_matches('/')])[0];
            findings.error(&spot.entry, "id", "duplicate-id", format!("a {kind} with the id '{}' exists already", clean(id)))
                .help(format!("the first is at {}:{}:{}", file.name, place.line, place.column));
        } else {
            first.insert(id, spot);
        }
    }
}

fn is_id(id: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(part)
}

/// Follows each term's broader terms and reports the circles.
fn broader(terms: &[Entry<Term>], kind: &str, findings: &mut Findings) {
    let parents: HashMap<&str, &str> =
        terms.iter().filter_map(|entry| Some((entry.value.id.as_str(), entry.value.broader.as_deref()?))).collect();
    for entry in terms {
        let start = entry.value.id.as_str();
        let mut term = start;
        let mut steps = 0;
        while let Some(parent) = parents.get(term) {
            term = parent;
            steps += 1;
            if term == start {
                findings.error(entry, "broader", "broader-circle", format!("the {kind} '{}' is broader than itself", clean(start)));
            }
            if term == start || steps > terms.len() {
                break;
            }
        }
    }
}

fn stem(draft: &Draft, file: usize) -> &str {
    Path::new(&draft.files[file].name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
