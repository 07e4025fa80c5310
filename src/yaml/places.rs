//! Finds lines and columns in YAML by a second look with an event parser, only when there is something to report.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

/// A place in a text, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self { line: span.start.line(), column: span.start.col() + 1 }
    }
}

/// Where the values at some paths stand. A path names keys and positions from the root: `duties/3/sources/0`.
///
/// A path that is not in the text gets the place of its nearest parent that is.
#[must_use]
pub fn places(text: &str, paths: &[&str]) -> Vec<Place> {
    let found = all_places(text);
    paths
        .iter()
        .map(|path| {
            let mut path = *path;
            loop {
                if let Some(place) = found.get(path) {
                    return *place;
                }
                path = path.rfind('/').map_or("", |end| &path[..end]);
                if path.is_empty() {
                    return found.get("").copied().unwrap_or(Place { line: 1, column: 1 });
                }
            }
        })
        .collect()
}

/// The place of every value of the first document, by path; what comes after a syntax error is missing.
fn all_places(text: &str) -> HashMap<String, Place> {
    let mut places = HashMap::new();
    let mut open: Vec<Collection> = Vec::new();
    let mut path = String::new();
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        match event {
            Event::Scalar(value, ..) => {
                if let Some(Collection::Mapping { key: key @ None, .. }) = open.last_mut() {
                    *key = Some(value.into_owned());
                } else {
                    let end = step_into(&open, &mut path);
                    places.insert(path.clone(), span.into());
                    path.truncate(end);
                    step_over(&mut open);
                }
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                let parent = step_into(&open, &mut path);
                places.insert(path.clone(), span.into());
                open.push(match event {
                    Event::SequenceStart(..) => Collection::Sequence { next: 0, parent },
                    _ => Collection::Mapping { key: None, parent },
                });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Collection::Sequence { parent, .. } | Collection::Mapping { parent, .. }) = open.pop() {
                    path.truncate(parent);
                    step_over(&mut open);
                }
            }
            Event::DocumentEnd => break,
            _ => {}
        }
    }
    places
}

/// A collection that is being read; `parent` is the length of the path outside it.
enum Collection {
    Sequence { next: usize, parent: usize },
    Mapping { key: Option<String>, parent: usize },
}

/// Appends the step to the value that comes next, and gives the length of the path before it.
fn step_into(open: &[Collection], path: &mut String) -> usize {
    let before = path.len();
    let step = match open.last() {
        Some(Collection::Sequence { next, .. }) => next.to_string(),
        Some(Collection::Mapping { key, .. }) => key.clone().unwrap_or_default(),
        None => return before,
    };
    if !path.is_empty() {
        path.push('/');
    }
    path.push_str(&step);
    before
}

/// Notes that a value of the innermost collection has been read.
fn step_over(open: &mut [Collection]) {
    match open.last_mut() {
        Some(Collection::Sequence { next, .. }) => *next += 1,
        Some(Collection::Mapping { key, .. }) => *key = None,
        None => {}
    }
}

/// The first control character that YAML does not allow.
pub(super) fn first_control(text: &str) -> Option<Place> {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let before = &text[..text.find(is_control)?];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Some(Place { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 })
}

/// The first anchor or alias. Texts without `&` and `*` need no second look.
pub(super) fn first_anchor_or_alias(text: &str) -> Option<Place> {
    if !text.contains(['&', '*']) {
        return None;
    }
    Parser::new_from_str(text).map_while(Result::ok).find_map(|(event, span)| {
        let marked = match event {
            Event::Alias(_) => true,
            Event::Scalar(_, _, anchor, _) | Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => anchor != 0,
            _ => false,
        };
        marked.then(|| {
            let place = Place::from(span);
            // The span of an anchored value begins after its anchor; the reader looks for the anchor.
            let line = text.lines().nth(place.line - 1).unwrap_or_default();
            let column = line.chars().take(place.column).collect::<String>().rfind(['&', '*']);
            column.map_or(place, |byte| Place { column: line[..byte].chars().count() + 1, ..place })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "id: coo\nduties:\n  - topic: budgets\n    text: Sets them\n  - { topic: x, sources: [a, b] }\nlast: 1\n";

    #[test]
    fn every_kind_of_path_has_its_place() {
        let found = places(TEXT, &["id", "duties", "duties/0/text", "duties/1/sources/1", "last"]);
        let expected = [(1, 5), (3, 3), (4, 11), (5, 30), (6, 7)].map(|(line, column)| Place { line, column });
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_missing_is_shown_at_its_parent() {
        assert_eq!(places(TEXT, &["duties/0/sources", "nothing"]), [Place { line: 3, column: 5 }, Place { line: 1, column: 1 }]);
    }
}
