//! One line of the long table that a comparison is to scripts.

use super::super::records::{Sink, Value};
use crate::facets::Section;

/// One record of a comparison.
pub(in crate::report) struct Record<'a> {
    pub section: Section,
    pub topic: &'a str,
    pub status: &'a str,
    pub role: &'a str,
    pub text: Value<'a>,
    pub facet: &'a str,
    pub related_to: &'a [&'a str],
    pub sources: Value<'a>,
    pub likeness: Option<u8>,
}

impl Record<'_> {
    pub(in crate::report) fn put(&self, sink: &mut Sink) {
        let Self { section, topic, status, role, text, facet, related_to, sources, likeness } = *self;
        let word = |word| if str::is_empty(word) { Value::Absent } else { Value::Text(word) };
        let likeness = likeness.map_or(Value::Absent, |percent| Value::Number(percent.into()));
        let related_to = Value::List(related_to);
        sink(&[word(section.key()), word(topic), word(status), word(role), text, word(facet), related_to, sources, likeness]);
    }
}
