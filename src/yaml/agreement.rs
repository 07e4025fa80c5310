//! The scan and the tree agree with the reader on whatever text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::scan::{broken_at, scan};
use super::tree::Tree;
use super::{by_the_reader, odd_character, shape};

/// A document as one text that tells any two apart.
#[derive(Debug, PartialEq)]
struct Written(String);

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Writing;

        macro_rules! visit {
            ($($method:ident($kind:ty);)*) => {
                $(fn $method<E>(self, value: $kind) -> Result<Written, E> {
                    Ok(Written(format!("{value:?}")))
                })*
            };
        }

        impl<'de> Visitor<'de> for Writing {
            type Value = Written;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("anything")
            }

            visit! {
                visit_bool(bool);
                visit_i64(i64);
                visit_u64(u64);
                visit_f64(f64);
                visit_str(&str);
            }

            fn visit_unit<E>(self) -> Result<Written, E> {
                Ok(Written("null".into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Written, A::Error> {
                let mut all = Vec::new();
                while let Some(Written(item)) = items.next_element()? {
                    all.push(item);
                }
                Ok(Written(format!("[{}]", all.join(", "))))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Written, A::Error> {
                let mut all = Vec::new();
                while let Some((Written(key), Written(value))) = entries.next_entry()? {
                    all.push(format!("{key}: {value}"));
                }
                Ok(Written(format!("{{{}}}", all.join(", "))))
            }
        }

        deserializer.deserialize_any(Writing)
    }
}

/// What documents are made of, and what makes trouble.
const PIECES: [&str; 56] = [
    "a",
    "b: ",
    "c:",
    "- ",
    "-",
    "? ",
    ": ",
    ":",
    "\n",
    "\n",
    "\n",
    " ",
    "  ",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    "\"",
    "'",
    "#",
    " # c",
    "|\n",
    ">-\n",
    "|2\n",
    ">1+\n",
    "|",
    "~",
    "null",
    "1",
    "-7",
    "0x1f",
    "017",
    ".5",
    "x y",
    "\n---\n",
    "\n...\n",
    "\\",
    "\\\"",
    "''",
    "\t",
    "é",
    "\r\n",
    "\r",
    "%YAML 1.1\n",
    "*a",
    "&a ",
    "!t ",
    "k: v\n",
    "- a\n",
    "\n  b: ",
    "\n- ",
    "\n    ",
    "true",
];

/// A small generator, the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn text(&mut self) -> String {
        if self.below(2) == 0 { (0..=self.below(14)).map(|_| PIECES[self.below(PIECES.len())]).collect() } else { self.lines() }
    }

    /// Lines that are indented and begin like those of documents, so that more of them are right.
    fn lines(&mut self) -> String {
        const BEGIN: [&str; 9] = ["- ", "k: ", "k:", "-", "? ", ": ", "", "- - ", "- k: "];
        const END: [&str; 17] = [
            "",
            "a",
            "[a, b]",
            "{a: b}",
            "\"q: #\"",
            "'it''s'",
            "|",
            ">-",
            "[",
            "]",
            "x # c",
            "\"a",
            "b\"",
            "{a: [",
            "}",
            "|1",
            "[a: b, ? c]",
        ];
        let mut text = String::new();
        for _ in 0..=self.below(6) {
            text += &" ".repeat(self.below(4));
            text += BEGIN[self.below(BEGIN.len())];
            text += END[self.below(END.len())];
            text += ["\n", "\n", "\n\n", "\r\n"][self.below(4)];
        }
        text
    }
}

/// What is wrong with the scan or the tree of a text, if anything is.
fn disagreement(text: &str) -> Option<String> {
    if odd_character(text).is_some() {
        return None;
    }
    let told = by_the_reader::<IgnoredAny>(text).err();
    if scan(text, &mut |_| {}).is_err() {
        return None;
    }
    match told {
        Some((message, _)) if message.contains("unknown anchor") => Some("an alias was let through".into()),
        Some((_, at)) => match (broken_at(text), at) {
            (Some(broken), Some(at)) if at > broken + 3 => Some(format!("the reader read on from {broken} to {at}")),
            _ => None,
        },
        None if broken_at(text).is_some() => Some("the scan ended early".into()),
        None => {
            let tree = Tree::new(text);
            let (read, own) = (by_the_reader::<Written>(text).ok(), shape::read::<Written>(&tree));
            let nothing = tree.root.is_none() && read.as_ref().is_none_or(|Written(text)| text == "null");
            (read != own && !nothing).then(|| format!("{read:?} was taken for {own:?}"))
        }
    }
}

#[test]
fn the_scan_and_the_tree_agree_with_the_reader_on_texts_of_all_kinds() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut sound = 0;
    for _ in 0..20_000 {
        let text = random.text();
        sound += usize::from(by_the_reader::<IgnoredAny>(&text).is_ok());
        assert_eq!(disagreement(&text), None, "{text:?}");
    }
    assert!(sound > 3_000, "{sound} of the texts can be read at all");
}

#[test]
fn the_scan_and_the_tree_agree_with_the_reader_where_it_was_hard() {
    for text in [
        // Lists that are not indented, as values and as keys, with and without items.
        "a:\n- x\n-\nb: 1\n",
        "a:\n-\nb:\n- c: 1\n  d:\n  - e\n",
        "? \n- 017? \r:",
        // Texts in lines of their own, with a number for how far they are indented.
        "a:\n  b: |2\n      c\n    d\n  e: >1+\n\n\r  \n    \n",
        "   - k: |1\n   \n\n",
        "- |-",
        // What looks like the beginning of a document, and what begins after a directive.
        " \n    --- a\n\\|017",
        "%YAML 1.1\n\t\n---\na: 1\n",
        // Colons and question marks in brackets.
        "[a: b, ? c, \"d\":e, ? , f]",
        "{a, b: , ? c : d, \"e\":f, :g}",
    ] {
        assert_eq!(disagreement(text), None, "{text:?}");
    }
}
