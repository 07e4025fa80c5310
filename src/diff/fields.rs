//! What an entry says in a word or two: titles, labels, dates.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Cited, Id, Position, Role, Source, Term};

/// A field that is not what it was.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldChange<'a> {
    /// The key of the file; of a part of a field with a slash, as `summary/sources`.
    pub field: &'static str,
    /// What it was; none where nothing was said.
    pub old: Option<Cow<'a, str>>,
    /// What it is; none where nothing is said.
    pub new: Option<Cow<'a, str>>,
}

impl<'a> FieldChange<'a> {
    /// None where nothing has changed.
    pub(super) fn of(field: &'static str, old: Option<Cow<'a, str>>, new: Option<Cow<'a, str>>) -> Option<Self> {
        (old != new).then_some(Self { field, old, new })
    }
}

/// The fields of an entry with their values, always all of them and in one order.
pub(super) type Fields<'a> = Vec<(&'static str, Option<Cow<'a, str>>)>;

/// Which fields of two versions are not the same.
pub(super) fn changes<'a>(old: Fields<'a>, new: Fields<'a>) -> Vec<FieldChange<'a>> {
    old.into_iter().zip(new).filter_map(|((field, old), (_, new))| FieldChange::of(field, old, new)).collect()
}

pub(super) fn of_role<'a>(role: &'a Role) -> Fields<'a> {
    vec![
        ("title", word(Some(&role.title))),
        ("acronym", word(role.acronym.as_ref())),
        ("alternate_titles", words(role.alternate_titles.iter().map(String::as_str))),
        ("acronym_also_means", words(role.acronym_also_means.iter().map(|other| &*other.text))),
        (
            "acronym_also_means/sources",
            words(role.acronym_also_means.iter().flat_map(|other| &other.sources).map(String::as_str)),
        ),
        ("extends", word(role.extends.as_ref())),
        ("level", role.level.map(|level| Cow::Borrowed(level.key()))),
        ("function", word(role.function.as_ref())),
        ("summary", word(role.summary.as_ref().map(|summary: &Cited| &summary.text))),
        ("summary/sources", role.summary.as_ref().and_then(|summary| sources(&summary.sources))),
    ]
}

pub(super) fn of_position<'a>(position: &'a Position) -> Fields<'a> {
    vec![
        ("title", word(Some(&position.title))),
        ("acronym", word(position.acronym.as_ref())),
        ("alternate_titles", words(position.alternate_titles.iter().map(String::as_str))),
    ]
}

pub(super) fn of_term<'a>(term: &'a Term) -> Fields<'a> {
    vec![("label", word(Some(&term.label))), ("broader", word(term.broader.as_ref()))]
}

pub(super) fn of_source<'a>(source: &'a Source) -> Fields<'a> {
    vec![
        ("title", word(Some(&source.title))),
        ("publisher", word(Some(&source.publisher))),
        ("url", word(source.url.as_ref())),
        ("published", source.published.map(|date| Cow::Owned(date.to_string()))),
        ("grade", Some(Cow::Borrowed(source.grade.key()))),
        ("note", word(source.note.as_ref())),
    ]
}

fn word<'a>(text: Option<&'a String>) -> Option<Cow<'a, str>> {
    text.filter(|text| !text.is_empty()).map(|text| Cow::Borrowed(text.as_str()))
}

/// Several as one text; in the order of the alphabet, for it does not matter in which they were written.
fn words<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Cow<'a, str>> {
    let mut texts: Vec<&str> = texts.collect();
    texts.sort_unstable();
    match texts.as_slice() {
        [] => None,
        [only] => Some(Cow::Borrowed(*only)),
        several => Some(Cow::Owned(several.join("; "))),
    }
}

fn sources<'a>(sources: &'a [Id]) -> Option<Cow<'a, str>> {
    words(sources.iter().map(String::as_str))
}
