//! Lines and columns of what stands at a path of keys, looked up only when there is something to report.

use std::collections::HashMap;
use std::ops::Range;

use super::tree::{Id, Kind, Tree};

/// A place in a text: lines and columns are counted from 1, columns and width in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// How much of the line is meant, at least 1.
    pub width: usize,
}

/// Where the values at some paths stand. A path names keys and positions from the root: `duties/3/sources/0`.
///
/// A path that is not in the text gets the place of its nearest parent that is.
#[must_use]
pub fn places(text: &str, paths: &[&str]) -> Vec<Place> {
    let tree = Tree::new(text);
    let mut keys = Keys::default();
    let ranges: Vec<Range<usize>> = paths.iter().map(|path| keys.find(&tree, path)).collect();
    located(text, &ranges)
}

/// The keys of the mappings that were looked into, so that each is read once however many paths lead into it.
#[derive(Default)]
struct Keys<'t>(HashMap<Id, HashMap<std::borrow::Cow<'t, str>, Id>>);

impl<'t> Keys<'t> {
    fn find(&mut self, tree: &Tree<'t>, path: &str) -> Range<usize> {
        let Some(mut node) = tree.root else { return 0..0 };
        // A key may have slashes of its own: the longest that fits is meant.
        let mut rest = path;
        while !rest.is_empty() {
            let mut end = rest.len();
            let found = loop {
                if let Some(child) = self.child(tree, node, &rest[..end]) {
                    break Some(child);
                }
                match rest[..end].rfind('/') {
                    Some(shorter) => end = shorter,
                    None => break None,
                }
            };
            let Some(child) = found else { break };
            node = child;
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        tree.range(node)
    }

    fn child(&mut self, tree: &Tree<'t>, node: Id, step: &str) -> Option<Id> {
        match tree.kind(node) {
            Kind::List(_) => tree.children(node).get(step.parse::<usize>().ok()?).copied(),
            Kind::Map(_) => {
                let keys = self.0.entry(node);
                keys.or_insert_with(|| tree.entries(node).map(|(key, value)| (tree.text(key), value)).collect())
                    .get(step)
                    .copied()
            }
            Kind::Scalar(_) | Kind::Empty => None,
        }
    }
}

/// The line and column of one stretch of a text.
pub(super) fn located_one(text: &str, range: &Range<usize>) -> Option<Place> {
    located(text, std::slice::from_ref(range)).first().copied()
}

/// Lines and columns of some stretches of a text, which is read once however many they are.
pub(super) fn located(text: &str, ranges: &[Range<usize>]) -> Vec<Place> {
    let mut order: Vec<usize> = (0..ranges.len()).collect();
    order.sort_by_key(|&i| (ranges[i].start, ranges[i].end));
    let mut found = vec![Place { line: 1, column: 1, width: 1 }; ranges.len()];
    let (mut at, mut line, mut column) = (0, 1, 1);
    let mut last: Option<usize> = None;
    for i in order {
        if let Some(same) = last.filter(|&last| ranges[last] == ranges[i]) {
            found[i] = found[same];
            continue;
        }
        let start = ranges[i].start.min(text.len());
        let bytes = text.as_bytes();
        while at < start {
            match bytes[at] {
                // The first half of a line end that has two.
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => {}
                b'\n' | b'\r' => (line, column) = (line + 1, 1),
                byte => column += usize::from(is_first_byte(byte)),
            }
            at += 1;
        }
        let marked = &bytes[start..ranges[i].end.clamp(start, text.len())];
        let marked = marked.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let width = marked.iter().filter(|&&byte| is_first_byte(byte)).count().max(1);
        found[i] = Place { line, column, width };
        last = Some(i);
    }
    found
}

/// Whether a byte of UTF-8 begins a character.
const fn is_first_byte(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "id: coo\nduties:\n  - topic: budgets\n    text: Sets them\n  - { topic: x, sources: [a, b] }\nlast: 1\n";

    fn of(line: usize, column: usize, width: usize) -> Place {
        Place { line, column, width }
    }

    #[test]
    fn every_kind_of_path_has_its_place() {
        let found = places(TEXT, &["id", "duties", "duties/0/text", "duties/1/sources/1", "last"]);
        assert_eq!(found, [of(1, 5, 3), of(3, 3, 1), of(4, 11, 9), of(5, 30, 1), of(6, 7, 1)]);
    }

    #[test]
    fn what_is_missing_is_shown_at_its_parent() {
        assert_eq!(places(TEXT, &["duties/0/sources", "nothing"]), [of(3, 5, 5), of(1, 1, 2)]);
    }

    #[test]
    fn characters_are_counted_and_every_line_end_is_one() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["# é", "äö: ü", "list: [ñandú, \"b", "c\"]", ""].join(end);
            assert_eq!(places(&text, &["äö", "list/0", "list/1"]), [of(2, 5, 1), of(3, 8, 5), of(3, 15, 2)], "{end:?}");
        }
    }

    #[test]
    fn a_key_may_have_slashes() {
        assert_eq!(places("a/b: { c: 1 }\n\"/\": 2\n", &["a/b/c", "/"]), [of(1, 11, 1), of(2, 6, 1)]);
    }

    #[test]
    fn nothing_at_all_is_at_the_beginning() {
        assert_eq!(places("# nothing\n", &["", "a/b"]), [of(1, 1, 1), of(1, 1, 1)]);
    }
}
