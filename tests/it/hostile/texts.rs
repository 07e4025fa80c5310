//! Texts: deep, long, full of signs, and wrong in every way.

use std::collections::BTreeMap;

use roles::model::{Amount, Date, Level, Years};
use roles::yaml::{LONGEST_TEXT, Mistake, MistakeKind, read};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

/// A little of everything that a corpus has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Entry {
    id: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    level: Option<Level>,
    #[serde(default)]
    real: Option<bool>,
    #[serde(default)]
    amount: Option<Amount>,
    #[serde(default)]
    date: Option<Date>,
    #[serde(default)]
    years: Option<Years>,
    #[serde(default)]
    two: Option<[String; 2]>,
    #[serde(default)]
    sides: BTreeMap<String, String>,
    #[serde(default)]
    inner: Vec<Inner>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Inner {
    text: String,
    years: Years,
    sources: Vec<String>,
}

fn mistakes<T: DeserializeOwned>(text: &str) -> Vec<Mistake> {
    let Err(mistakes) = read::<T>(text) else { panic!("{} was read", &text[..text.len().min(60)]) };
    assert!(!mistakes.is_empty() && mistakes.len() <= 100);
    for mistake in &mistakes {
        let help = mistake.help.as_deref().unwrap_or_default();
        assert!(!mistake.message.contains(roles::text::is_unsafe) && !help.contains(roles::text::is_unsafe), "{mistake:?}");
        assert!(mistake.message.len() < 1000 && help.len() < 1000, "{mistake:?}");
        assert!(mistake.place.is_none_or(|place| place.line > 0 && place.column > 0 && place.width > 0), "{mistake:?}");
    }
    mistakes
}

/// Expects one mistake and no more.
fn mistake<T: DeserializeOwned>(text: &str) -> Mistake {
    let mut mistakes = mistakes::<T>(text);
    assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
    mistakes.remove(0)
}

fn place(mistake: &Mistake) -> (usize, usize, usize) {
    mistake.place.map_or((0, 0, 0), |place| (place.line, place.column, place.width))
}

const MILLION: usize = 1_000_000;

#[test]
fn what_is_nested_too_deeply_is_refused_however_it_is_written() {
    for (unit, close) in [
        ("[", ""),
        ("[", "]"),
        ("{a: ", ""),
        ("{a: ", "}"),
        ("[a, ", "]"),
        ("[{a: ", ""),
        ("{? ", ""),
        ("- ", ""),
        ("? ", ""),
        (": ", ""),
        ("[\"]\", ", "]"),
        ("[ # ]\n", "]"),
        ("[']', ", "]"),
    ] {
        for count in [100, 10_000, MILLION] {
            let text = unit.repeat(count) + &close.repeat(count);
            let mistake = mistake::<Vec<Entry>>(&text);
            assert_eq!(mistake.kind, MistakeKind::TooLarge, "{count} of {unit:?}: {mistake:?}");
            assert_eq!(mistake.place.map(|place| place.line == 1 || unit.contains('\n')), Some(true));
        }
    }
    let indented: Vec<String> = (0..3_000).map(|depth| " ".repeat(depth) + "a:").collect();
    assert_eq!(mistake::<IgnoredAny>(&indented.join("\n")).kind, MistakeKind::TooLarge);
}

#[test]
fn what_is_nested_as_deeply_as_it_may_be_is_read() {
    for text in ["[".repeat(60) + &"]".repeat(60), "- ".repeat(60) + "x", "{a: ".repeat(60) + &"}".repeat(60)] {
        assert!(read::<IgnoredAny>(&text).is_ok());
        assert_eq!(mistake::<Vec<u32>>(&text).kind, MistakeKind::WrongType);
    }
    // Brackets in quotes, comments and texts nest nothing.
    let text = format!("- \"{0}\"\n- '{0}'\n- a{0}\n- |\n  {0}\n# {0}\n", "[{".repeat(10_000));
    assert_eq!(read::<Vec<String>>(&text).unwrap().len(), 4);
}

#[test]
fn storms_of_signs_come_to_an_end() {
    let count = 10_000;
    let short = [
        "\"", "'", "\"a\" ", "''", "#", "# a\n", " #", "\\", ",", "]", "}", ":", ":\n", "?", "?\n", "-", "-\n", "|", "|\n", ">",
        "!", "&", "*", "%", "@", "`", "~", "\t", " ", "\n", "\r", "\r\n", "---\n", "--- ", "...\n", "a\n", "a: ", "a: b\n",
        "- a\n- ", "é", "{}", "[]", "[]\n", "[?],", "\0",
    ];
    let long = ["%YAML 1.1\n", "%TAG !a! b\n", "\"a\": b, ", "{a: b}, ", "\u{2028}", "\u{feff}"];
    for unit in short.into_iter().chain(long) {
        for text in [unit.repeat(count), format!("[{}", unit.repeat(count)), format!("- \"{}", unit.repeat(count))] {
            if read::<Vec<Option<String>>>(&text).is_err() {
                mistakes::<Vec<Option<String>>>(&text);
            }
        }
    }
}

#[test]
fn aliases_are_refused_before_anything_is_made_of_them() {
    let line = |level: usize| format!("a{level}: &a{level} [{}]", format!("*a{}, ", level - 1).repeat(9));
    let lines: Vec<String> = (1..12).map(line).collect();
    let bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned() + &lines.join("\n");
    let anchor = mistake::<IgnoredAny>(&bomb);
    assert_eq!((anchor.kind, place(&anchor)), (MistakeKind::Unsupported, (1, 5, 3)));
    for (text, at, says) in [
        ("- &a one\n- *a\n", (1, 3, 2), "anchors"),
        ("- x\n- *a\n", (2, 3, 2), "aliases"),
        ("{\"a\":*a}", (1, 6, 2), "aliases"),
        ("a:\n  - b: !c d", (2, 8, 2), "tags"),
        ("<<: *a", (1, 5, 2), "aliases"),
        ("%TAG ! x\n---\na", (1, 1, 1), "directives"),
        ("a: 1\n---\nb: 2\n", (2, 1, 3), "second document"),
    ] {
        let mistake = mistake::<IgnoredAny>(text);
        assert_eq!((mistake.kind, place(&mistake)), (MistakeKind::Unsupported, at), "{mistake:?}");
        assert!(mistake.message.contains(says) && mistake.help.is_some(), "{mistake:?}");
    }
}

#[test]
fn signs_of_anchors_in_texts_are_texts() {
    let text = "- R&D & more * than *that* !\n- \"*bold* &c !\"\n- |\n  *a\n  &b !c\n- >\n  ---\n- a\n  *b &c\n# *d &e\n";
    let texts: Vec<String> = read(text).unwrap();
    assert_eq!(texts, ["R&D & more * than *that* !", "*bold* &c !", "*a\n&b !c\n", "---\n", "a *b &c"]);
}

#[test]
fn a_mistake_before_what_is_refused_is_told_first() {
    let mistake = mistake::<IgnoredAny>("a: b: c\nd: *e\n");
    assert_eq!((mistake.kind, place(&mistake).0), (MistakeKind::Syntax, 1), "{mistake:?}");
}

#[test]
fn long_texts_and_long_lines_are_read() {
    let long = "x".repeat(MILLION / 4);
    for text in [
        format!("- {long}"),
        format!("- \"{long}\""),
        format!("- '{long}'"),
        format!("- |\n  {long}\n"),
        format!("# {long}\n- {long}"),
    ] {
        assert_eq!(read::<Vec<String>>(&text).unwrap()[0].trim_end().len(), long.len());
        assert_eq!(mistake::<Vec<u32>>(&text).kind, MistakeKind::WrongType);
        assert!(mistake::<Vec<Entry>>(&text).message.len() < 200);
    }
    // No key is that long.
    assert_eq!(mistake::<BTreeMap<String, String>>(&format!("{long}: a\n")).kind, MistakeKind::Syntax);
    mistakes::<Entry>(&format!("{{ ? {long} : a }}"));
    let line = format!("[{}]", "{ id: x, zz: 1 }, ".repeat(4_000));
    assert_eq!(mistakes::<Vec<Entry>>(&line).len(), 100);
}

#[test]
fn a_text_may_have_many_keys_and_entries() {
    let keys: Vec<String> = (0..30_000).map(|i| format!("k{i}: v")).collect();
    let mut keys = keys.join("\n") + "\n";
    assert_eq!(read::<BTreeMap<String, String>>(&keys).unwrap().len(), 30_000);
    assert_eq!(mistakes::<Entry>(&keys).len(), 100);
    keys += "k7: w\n";
    let twice = mistake::<BTreeMap<String, String>>(&keys);
    assert_eq!((twice.kind, place(&twice)), (MistakeKind::RepeatedKey, (30_001, 1, 2)));
    assert!(twice.message.contains("'k7'") && twice.message.contains("line 8"), "{twice:?}");
}

#[test]
fn a_hundred_mistakes_of_any_number_are_reported_from_the_first_line_on() {
    for line in
        ["- { id: x, zz: 1 }\n", "- { title: x }\n", "- { id: x, id: y }\n", "- [x]\n", "- { id: x, level: none, amount: 1.5 }\n"]
    {
        let found = mistakes::<Vec<Entry>>(&line.repeat(8_000));
        assert_eq!(found.len(), 100, "{line}");
        assert!(found.iter().is_sorted_by_key(|mistake| mistake.place) && place(&found[0]).0 == 1, "{line}");
    }
    let right = "- { id: x, sides: { a: b }, inner: [{ text: a, years: 1, sources: [b] }] }\n".repeat(3_000);
    let found = mistakes::<Vec<Entry>>(&(right + &"- { id: x, zz: 1 }\n".repeat(50)));
    assert_eq!((found.len(), place(&found[0])), (50, (3_001, 12, 2)));
}

#[test]
fn a_text_that_is_too_long_or_has_too_much_in_it_is_refused() {
    let long = "# comment\n".repeat(LONGEST_TEXT / 10 + 1);
    let dense = "-\n".repeat(9 * MILLION);
    for text in [long, dense] {
        let mistake = mistake::<Vec<IgnoredAny>>(&text);
        assert_eq!((mistake.kind, mistake.help.as_deref()), (MistakeKind::TooLarge, Some("split it")));
    }
}

#[test]
fn a_text_that_says_nothing_is_reported_as_that() {
    for text in ["", "\n", "# only\n# comments\n", "~", "null", "---\n", "---\n...\n", "\u{feff}", "\u{feff}# x\n", "  \n\n"] {
        let mistake = mistake::<Entry>(text);
        assert_eq!((mistake.kind, mistake.message.as_str()), (MistakeKind::Empty, "the file is empty"), "{text:?}");
    }
    // A list that may have nothing in it has nothing in it.
    assert_eq!(read::<Vec<String>>("# nothing\n"), Ok(Vec::new()));
    assert_eq!(read::<Option<String>>("~"), Ok(None));
}

#[test]
fn every_mistake_of_a_text_is_reported_in_one_go_where_it_stands() {
    let text = "\
id: [x]
title: { a: b }
titel: y
level: c-siute
real: yes
amount: 150,000
date: 2024-13
years: ten
two: [a, b, c]
sides: { a: [b], c: d, a: e }
inner:
  - text: x
    years: 10
  - { text: y, yaers: 5, sources: z }
  - just text
";
    let found = mistakes::<Entry>(text);
    let expected = [
        (
            MistakeKind::WrongType,
            (1, 5, 1),
            "expected text, found a list",
            Some("put quotes around text that begins with '[' or '{'"),
        ),
        (
            MistakeKind::WrongType,
            (2, 8, 1),
            "expected text, found a mapping",
            Some("put quotes around text that begins with '[' or '{'"),
        ),
        (MistakeKind::UnknownKey, (3, 1, 5), "unknown key 'titel'", Some("did you mean 'title'?")),
        (MistakeKind::WrongValue, (4, 8, 7), "invalid value 'c-siute'", Some("did you mean 'c-suite'?")),
        (MistakeKind::WrongType, (5, 7, 3), "expected true or false, found the text 'yes'", Some("write true")),
        (
            MistakeKind::WrongValue,
            (6, 9, 7),
            "invalid amount '150,000': write whole money like 160000, or 160000+ for \"at least\"",
            None,
        ),
        (MistakeKind::WrongValue, (7, 7, 7), "invalid date '2024-13': write 2024, 2024-09 or 2024-09-03", None),
        (MistakeKind::WrongValue, (8, 8, 3), "invalid number of years 'ten': write 10, 10-15 or 10+", None),
        (MistakeKind::WrongType, (9, 6, 1), "expected a list of 2, found 3", None),
        (
            MistakeKind::WrongType,
            (10, 13, 1),
            "expected text, found a list",
            Some("put quotes around text that begins with '[' or '{'"),
        ),
        (MistakeKind::RepeatedKey, (10, 24, 1), "duplicate key 'a': already on line 10", Some("keep one of the two")),
        (MistakeKind::MissingKey, (12, 5, 4), "missing key 'sources'", None),
        (MistakeKind::UnknownKey, (14, 16, 5), "unknown key 'yaers'", Some("did you mean 'years'?")),
        (MistakeKind::WrongType, (14, 35, 1), "expected a list, found the text 'z'", Some("write a list of one as [z]")),
    ];
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!((found.kind, place(found), found.message.as_str(), found.help.as_deref()), *expected);
    }
    let last = &found[14];
    assert_eq!((last.kind, place(last)), (MistakeKind::WrongType, (15, 5, 9)));
    assert_eq!(found.len(), 15, "{found:#?}");
}

#[test]
fn numbers_that_are_no_amounts_are_reported_with_the_way_to_write_one() {
    for wrong in [".nan", ".inf", "-.inf", "1e400", "1.5", "-5", "1_000", "99999999999999999999999", "0x", "true", "'12 '"] {
        let mistake = mistake_of("amount", wrong);
        assert_eq!(mistake.kind, MistakeKind::WrongValue, "{wrong}: {mistake:?}");
        assert!(mistake.message.contains("write whole money like 160000"), "{wrong}: {mistake:?}");
    }
    for (key, wrong) in [("date", "yes"), ("date", "1.5"), ("date", "true"), ("years", "-1"), ("years", "300"), ("years", "1.5")]
    {
        assert!(mistake_of(key, wrong).message.contains(": write "), "{key}: {wrong}");
    }
    for wrong in ["yes", "No", "on", "1", "~x", "'true'"] {
        assert!(mistake_of("real", wrong).message.starts_with("expected true or false"), "{wrong}");
    }
}

fn mistake_of(key: &str, value: &str) -> Mistake {
    let text = format!("id: x\n{key}: {value}\n");
    let mistake = mistake::<Entry>(&text);
    assert_eq!(place(&mistake), (2, key.len() + 3, value.len()), "{mistake:?}");
    mistake
}

#[test]
fn a_number_or_a_date_where_a_text_is_expected_is_the_text_it_is_written_as() {
    for text in ["123", "1.50", "2024-09-03", "yes", "0x1f", "true"] {
        let written = format!(
            "id: {text}
"
        );
        let entry: Entry = read(&written).unwrap();
        assert_eq!(entry.id, *text);
    }
}

#[test]
fn what_is_missing_after_a_key_is_reported_at_the_key() {
    let mistakes = mistakes::<Entry>("id: x\ninner:\n  - text: x\n    years:\n    sources: ~\n");
    assert_eq!(place(&mistakes[0]), (4, 5, 5), "{mistakes:#?}");
    assert!(mistakes[0].message.contains("expected") && mistakes[0].message.contains("'years'"), "{mistakes:#?}");
    assert_eq!(place(&mistakes[1]), (5, 14, 1), "{mistakes:#?}");
}

#[test]
fn nothing_is_reported_that_only_follows_from_another_mistake() {
    // Without the years the entry lacks a key, which is reported by the name it was given.
    assert_eq!(mistake::<Entry>("id: x\ninner: [{ text: a, yaers: 1, sources: [b] }]").kind, MistakeKind::UnknownKey);
    // A list of two with a wrong one is no list of one.
    assert_eq!(place(&mistake::<Entry>("id: x\ntwo: [[a], b]")), (2, 7, 1));
    assert_eq!(place(&mistake::<Entry>("id: x\ninner: [{ text: a, years: 1, sources: [[b]] }]")), (2, 40, 1));
}

#[test]
fn keys_of_any_kind_are_named() {
    assert_eq!(mistake::<Entry>("id: x\n? [a]\n: b\n").kind, MistakeKind::WrongType);
    assert_eq!(mistake::<Entry>("id: x\n1: b\n").message, "unknown key '1'");
    assert_eq!(mistake::<Entry>("id: x\n\"\\e[31m\\u202e\": b\n").message, "unknown key '\\u{1b}[31m\\u{202e}'");
    assert_eq!(mistake::<Entry>("id: x\n? |\n  a\n  b\n: c\n").message, "unknown key 'a\\u{a}b\\u{a}'");
}

#[test]
fn what_is_no_yaml_is_told_in_plain_words() {
    let mut wrong = Vec::new();
    for (text, at, says) in [
        ("a: b: c\n", (1, 5), "colon"),
        ("a: \"b\nc: d\n", (1, 4), "never closed"),
        ("a: 'b\n", (1, 4), "never closed"),
        ("a: [b, c\nd: e\n", (2, 2), "colon"),
        ("a: {b: c\nd: e\n", (2, 2), "'}' is missing"),
        ("a: b\n  c\nd\n", (3, 1), "expected a key"),
        ("a:\n\t- b\n", (2, 2), "tab"),
        ("a: @b\n", (1, 4), "'@'"),
        ("a: \"\\q\"\n", (1, 4), "backslash"),
        ("- a\nb: c\n", (2, 1), "list"),
        ("a: b\n - c: d\n", (2, 5), "colon"),
        ("a: - b\n", (1, 4), "begin"),
        ("a: \"b\" c\n", (1, 8), "closing quote"),
        ("\"a\" \"b\"\n", (1, 5), "closing quote"),
        ("a: \u{7}\n", (1, 4), "control character"),
        ("a: b\u{2028}c\n", (1, 5), "line break"),
    ] {
        let mistake = mistake::<IgnoredAny>(text);
        let is_told = mistake.message.contains(says) && mistake.help.is_some() && mistake.kind == MistakeKind::Syntax;
        if !is_told || (place(&mistake).0, place(&mistake).1) != at {
            wrong.push(format!("{text:?}: {mistake:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn lines_and_columns_are_right_whatever_ends_the_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["# ü", "id: é", "inner:", "  - text: |", "      ä", "    years: ten", "    sources: [a]", ""].join(end);
        assert_eq!(place(&mistake::<Entry>(&text)), (6, 12, 3), "{end:?}");
        let text = ["# ü", "id: é", "  title: x", ""].join(end);
        assert_eq!(place(&mistake::<Entry>(&text)).0, 3, "{end:?}");
    }
}
