//! The fields of an entry that are a word or two: titles, labels, dates.

use serde::Serialize;

use crate::model::{Position, Role, Source, Term};

/// A field with another value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldChange {
    /// The key of the file; of a part of a field with a slash, as `summary/sources`.
    pub field: &'static str,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// The fields of an entry with their values, always all of them and in one order.
pub(super) type Fields = Vec<(&'static str, Option<String>)>;

pub(super) fn changes(old: Fields, new: Fields) -> Vec<FieldChange> {
    let both = old.into_iter().zip(new).filter(|(old, new)| old != new);
    both.map(|((field, old), (_, new))| FieldChange { field, old, new }).collect()
}

pub(super) fn of_role(role: &Role) -> Fields {
    let meanings = &role.acronym_also_means;
    vec![
        ("title", word(Some(&role.title))),
        ("acronym", word(role.acronym.as_ref())),
        ("alternate_titles", words(&role.alternate_titles)),
        ("acronym_also_means", words(meanings.iter().map(|other| &other.text))),
        ("acronym_also_means/sources", words(meanings.iter().flat_map(|other| &other.sources))),
        ("extends", word(role.extends.as_ref())),
        ("level", role.level.map(|level| level.key().to_owned())),
        ("function", word(role.function.as_ref())),
        ("summary", word(role.summary.as_ref().map(|summary| &summary.text))),
        ("summary/sources", words(role.summary.iter().flat_map(|summary| &summary.sources))),
    ]
}

pub(super) fn of_position(position: &Position) -> Fields {
    vec![
        ("title", word(Some(&position.title))),
        ("acronym", word(position.acronym.as_ref())),
        ("alternate_titles", words(&position.alternate_titles)),
    ]
}

pub(super) fn of_term(term: &Term) -> Fields {
    vec![("label", word(Some(&term.label))), ("broader", word(term.broader.as_ref()))]
}

pub(super) fn of_source(source: &Source) -> Fields {
    vec![
        ("title", word(Some(&source.title))),
        ("publisher", word(Some(&source.publisher))),
        ("url", word(source.url.as_ref())),
        ("published", source.published.map(|date| date.to_string())),
        ("grade", Some(source.grade.key().to_owned())),
        ("note", word(source.note.as_ref())),
    ]
}

pub(super) fn word(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.is_empty()).cloned()
}

/// Several as one text, in alphabetical order, for theirs means nothing.
fn words<'a>(texts: impl IntoIterator<Item = &'a String>) -> Option<String> {
    let mut texts: Vec<&str> = texts.into_iter().map(String::as_str).collect();
    texts.sort_unstable();
    (!texts.is_empty()).then(|| texts.join("; "))
}
