//! Texts: not empty, tidy, said once, and without characters that could drive a terminal.

use std::collections::HashSet;

use super::Findings;
use crate::corpus::draft::{At, Draft};
use crate::corpus::walk::{Element, pair_elements, role_elements};
use crate::diagnostic::Code;
use crate::model::{About, Position, Source};
use crate::text::{clean, is_unsafe};

pub(super) fn check<'a>(draft: &'a Draft<'a>, findings: &mut Findings<'a>) {
    for entry in &draft.roles {
        elements(&entry.at, &role_elements(&entry.value), findings);
    }
    for entry in &draft.pairs {
        elements(&entry.at, &pair_elements(&entry.value), findings);
    }
    for entry in draft.topics.iter().chain(&draft.functions) {
        text(&entry.at, "label", &entry.value.label, findings);
    }
    let mut all = |at: &At<'a>, texts: &[(&str, Option<&String>)]| {
        for (key, value) in texts {
            if let Some(value) = value {
                text(at, key, value, findings);
            }
        }
    };
    for entry in &draft.positions {
        let Position { id: _, title, acronym, alternate_titles } = &entry.value;
        all(&entry.at, &[("title", Some(title)), ("acronym", acronym.as_ref())]);
        for (i, title) in alternate_titles.iter().enumerate() {
            all(&entry.at.below("alternate_titles"), &[(&i.to_string(), Some(title))]);
        }
    }
    for entry in &draft.abouts {
        let About { title, license, attribution, url } = &entry.value;
        let texts = [("title", title), ("license", license), ("attribution", attribution), ("url", url)];
        all(&entry.at, &texts.map(|(key, text)| (key, text.as_ref())));
    }
    for entry in &draft.sources {
        let Source { id: _, title, publisher, url, published: _, grade: _, note } = &entry.value;
        let texts = [("title", Some(title)), ("publisher", Some(publisher)), ("url", url.as_ref()), ("note", note.as_ref())];
        all(&entry.at, &texts);
    }
}

fn elements<'a>(entry: &At<'a>, elements: &[Element], findings: &mut Findings<'a>) {
    // In whatever case.
    let mut said = HashSet::new();
    for element in elements {
        for (key, value) in &element.texts {
            text(&entry.below(&element.path()), key, value, findings);
        }
        if let (true, Some((key, value))) = (element.is_statement, element.texts.first())
            && !said.insert((element.list, value.to_lowercase()))
        {
            let message = format!("'{}' is in this list twice", clean(value));
            findings
                .note(&entry.below(&element.path()), key, Code::RepeatedStatement, message)
                .help("say it once, with all its sources");
        }
    }
}

fn text<'a>(at: &At<'a>, path: &str, value: &str, findings: &mut Findings<'a>) {
    if value.trim().is_empty() || value == "~" {
        findings.note(at, path, Code::EmptyText, "empty text").help("leave the key out where nothing is known");
    } else if value.contains(is_unsafe) {
        let message = format!("'{}' has a character that is invisible or drives the terminal", clean(value));
        findings.note(at, path, Code::OddCharacter, message).help("remove it");
    } else if value.trim() != value {
        let message = format!("'{value}' begins or ends with a space");
        findings.note(at, path, Code::StraySpace, message).help("remove the space");
    }
}
