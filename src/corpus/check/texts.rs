//! Texts: there, tidy, said once, and with no character that could drive a terminal.

use std::borrow::Cow;

use std::collections::HashSet;

use super::Findings;
use crate::corpus::citations::{Citation, pair_citations, role_citations};
use crate::corpus::draft::{Draft, Entry};
use crate::corpus::given::Written;
use crate::corpus::parallel::map_all;
use crate::diagnostic::Code;
use crate::text::{clean, is_unsafe};

pub(super) fn check<'a>(draft: &'a Draft<'a>, findings: &mut Findings<'a>) {
    let found = map_all(&draft.roles, |entry| {
        let mut findings = Findings::default();
        role(entry, &mut findings);
        findings
    });
    for found in found {
        findings.extend(found);
    }
    for entry in &draft.pairs {
        for (list, statements) in entry.value.statements() {
            repeats(entry, list, "text", statements.iter().map(|statement| &*statement.text), findings);
        }
        cited(entry, &pair_citations(&entry.value), findings);
    }
    for entry in draft.topics.iter().chain(&draft.functions) {
        text(entry, "label", &entry.value.label, findings);
    }
    for entry in &draft.positions {
        text(entry, "title", &entry.value.title, findings);
        entry.value.acronym.iter().for_each(|acronym| text(entry, "acronym", acronym, findings));
        entry
            .value
            .alternate_titles
            .iter()
            .enumerate()
            .for_each(|(i, title)| text(entry, &format!("alternate_titles/{i}"), title, findings));
    }
    for entry in &draft.abouts {
        let about = &entry.value;
        about.title.iter().for_each(|title| text(entry, "title", title, findings));
        about.license.iter().for_each(|license| text(entry, "license", license, findings));
        about.attribution.iter().for_each(|attribution| text(entry, "attribution", attribution, findings));
        about.url.iter().for_each(|url| text(entry, "url", url, findings));
    }
    for entry in &draft.sources {
        text(entry, "title", &entry.value.title, findings);
        text(entry, "publisher", &entry.value.publisher, findings);
        entry.value.url.iter().for_each(|url| text(entry, "url", url, findings));
        entry.value.note.iter().for_each(|note| text(entry, "note", note, findings));
    }
}

fn role<'a>(entry: &'a Entry<'a, Written>, findings: &mut Findings<'a>) {
    let role = entry.role();
    if !role.title.is_empty() {
        text(entry, "title", &role.title, findings);
    }
    role.acronym.iter().for_each(|acronym| text(entry, "acronym", acronym, findings));
    role.alternate_titles
        .iter()
        .enumerate()
        .for_each(|(i, title)| text(entry, &format!("alternate_titles/{i}"), title, findings));
    cited(entry, &role_citations(role), findings);
    for (list, statements) in role.statements() {
        repeats(entry, list, "text", statements.iter().map(|statement| &*statement.text), findings);
    }
    repeats(entry, "archetypes", "name", role.archetypes.iter().map(|kind| &*kind.name), findings);
}

/// Reports the texts of citations that are not as they should be.
fn cited<'a, T>(entry: &Entry<'a, T>, citations: &[Citation<'a>], findings: &mut Findings<'a>) {
    for citation in citations {
        for (key, value) in citation.texts.iter().filter(|(_, value)| !is_sound(value)) {
            let path = citation.index.map_or_else(|| citation.list.to_owned(), |i| format!("{}/{i}", citation.list));
            text(entry, &format!("{path}/{key}"), value, findings);
        }
    }
}

/// Reports what stands in a list more than once, in whatever case.
fn repeats<'a, T>(
    entry: &Entry<'a, T>,
    list: &str,
    key: &str,
    texts: impl Iterator<Item = &'a str>,
    findings: &mut Findings<'a>,
) {
    let mut said = HashSet::new();
    for (i, text) in texts.enumerate() {
        if !said.insert(text.to_lowercase()) {
            let message = format!("'{}' stands in this list twice", clean(text));
            findings
                .note(entry, &format!("{list}/{i}/{key}"), Code::RepeatedStatement, message)
                .help("say it once, with all its sources");
        }
    }
}

fn is_sound(value: &str) -> bool {
    let is_safe = matches!(clean(value), Cow::Borrowed(_));
    is_safe && !value.is_empty() && value != "~" && value.trim() == value
}

fn text<'a, T>(entry: &Entry<'a, T>, path: &str, value: &str, findings: &mut Findings<'a>) {
    if is_sound(value) {
        return;
    }
    if value.trim().is_empty() || value == "~" {
        findings
            .note(entry, path, Code::EmptyText, "there is no text here".to_owned())
            .help("leave the key out where nothing is known");
    } else if value.contains(is_unsafe) {
        let message = format!("'{}' holds a character that does not show or drives the terminal", clean(value));
        findings.note(entry, path, Code::OddCharacter, message).help("take it out");
    } else if value.trim() != value {
        let message = format!("'{value}' begins or ends with a space");
        findings.note(entry, path, Code::StraySpace, message).help("take the space out");
    }
}
