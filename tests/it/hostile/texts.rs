//! Texts: deep, long, full of signs, and wrong in every way.

use roles::corpus::rules;
use roles::diagnostic::{Code, Diagnostic};
use roles::schema::SchemaPart::{self, Corpus, Pair, Positions, Role, Topics};
use roles::yaml::{self, Tree};
use serde_json::{Value, json};

/// Reads a text as a part of a corpus.
fn read(part: SchemaPart, text: &str) -> Result<Value, Vec<Diagnostic>> {
    let tree = Tree::parse(text).map_err(|mistake| vec![*mistake])?;
    let mistakes = rules(part).mistakes(&tree);
    if mistakes.is_empty() { yaml::read(&tree.without_blocks()).map_err(|mistake| vec![*mistake]) } else { Err(mistakes) }
}

/// The mistakes of a text; all safe to print, short and in a place.
fn mistakes(part: SchemaPart, text: &str) -> Vec<Diagnostic> {
    let Err(mistakes) = read(part, text) else { panic!("{} was read", &text[..text.len().min(60)]) };
    assert!(!mistakes.is_empty() && mistakes.len() <= 100);
    for mistake in &mistakes {
        let help = mistake.help.as_deref().unwrap_or_default();
        assert!(!mistake.message.contains(roles::text::is_unsafe) && !help.contains(roles::text::is_unsafe), "{mistake:?}");
        assert!(mistake.message.len() < 1000 && help.len() < 1000, "{mistake:?}");
        assert!(mistake.spot.place.is_none_or(|place| place.line > 0 && place.column > 0 && place.width > 0), "{mistake:?}");
    }
    mistakes
}

/// Expects one mistake and no more.
fn mistake(part: SchemaPart, text: &str) -> Diagnostic {
    let mut mistakes = mistakes(part, text);
    assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
    mistakes.remove(0)
}

fn place(mistake: &Diagnostic) -> (usize, usize, usize) {
    mistake.spot.place.map_or((0, 0, 0), |place| (place.line, place.column, place.width))
}

const MILLION: usize = 1_000_000;

#[test]
fn what_is_nested_too_deeply_is_refused_however_it_is_written() {
    #[rustfmt::skip]
    let units = [
        ("[", ""), ("[", "]"), ("{a: ", ""), ("{a: ", "}"), ("[a, ", "]"), ("[{a: ", ""), ("{? ", ""), ("- ", ""), ("? ", ""),
        (": ", ""), ("[\"]\", ", "]"), ("[ # ]\n", "]"), ("[']', ", "]"),
    ];
    for (unit, close) in units {
        for count in [100, 10_000, MILLION] {
            let text = unit.repeat(count) + &close.repeat(count);
            let mistake = mistake(Topics, &text);
            assert_eq!(mistake.code, Code::TooLarge, "{count} of {unit:?}: {mistake:?}");
            assert_eq!(mistake.spot.place.map(|place| place.line == 1 || unit.contains('\n')), Some(true));
        }
    }
    let indented: Vec<String> = (0..3_000).map(|depth| " ".repeat(depth) + "a:").collect();
    assert_eq!(mistake(Role, &indented.join("\n")).code, Code::TooLarge);
    for text in ["[".repeat(60) + &"]".repeat(60), "- ".repeat(60) + "x", "{a: ".repeat(60) + &"}".repeat(60)] {
        assert!(Tree::parse(&text).is_ok());
    }
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
            if read(Positions, &text).is_err() {
                mistakes(Positions, &text);
            }
        }
    }
}

#[test]
fn aliases_are_refused_before_anything_is_made_of_them() {
    let line = |level: usize| format!("a{level}: &a{level} [{}]", format!("*a{}, ", level - 1).repeat(9));
    let lines: Vec<String> = (1..12).map(line).collect();
    let bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned() + &lines.join("\n");
    for (text, at, says) in [
        (bomb.as_str(), (1, 5, 3), "anchors"),
        ("- &a one\n- *a\n", (1, 3, 2), "anchors"),
        ("- x\n- *a\n", (2, 3, 2), "aliases"),
        ("{\"a\":*a}", (1, 6, 2), "aliases"),
        ("a:\n  - b: !c d", (2, 8, 2), "tags"),
        ("<<: *a", (1, 5, 2), "aliases"),
        ("%TAG ! x\n---\na", (1, 1, 1), "directives"),
        ("a: 1\n---\nb: 2\n", (2, 1, 3), "second document"),
    ] {
        let mistake = mistake(Role, text);
        assert_eq!((mistake.code, place(&mistake)), (Code::Unsupported, at), "{mistake:?}");
        assert!(mistake.message.contains(says) && mistake.help.is_some(), "{mistake:?}");
    }
    let mistake = mistake(Role, "a: b: c\nd: *e\n");
    assert_eq!((mistake.code, place(&mistake).0), (Code::Syntax, 1), "what comes first is told: {mistake:?}");
}

#[test]
fn signs_in_texts_are_texts_and_block_scalars_are_folded() {
    let text = "- R&D & more * than *that* !\n- \"*bold* &c !\"\n- |\n  *a\n  &b !c\n- >\n  ---\n- a\n  *b &c\n# *d &e\n";
    let titles = format!("id: x\nalternate_titles:\n{text}acronym: |-\n  \"O\\\"\n\n  O\nlevel: staff");
    let role = read(Role, &titles).unwrap();
    let expected = ["R&D & more * than *that* !", "*bold* &c !", "*a &b !c", "---", "a *b &c"];
    assert_eq!(role["alternate_titles"], json!(expected));
    assert_eq!((&role["acronym"], &role["level"]), (&json!("\"O\\\" O"), &json!("staff")));
    assert_eq!(place(&mistake(Role, &titles.replace("staff", "stuff"))), (17, 8, 5));
}

#[test]
fn a_block_scalar_without_text_is_an_empty_text() {
    for text in
        ["title: >\n", "title: |\nlevel: staff\n", "title: >-", "alternate_titles:\n- >\n", "alternate_titles:\n- |\n- T\n"]
    {
        let text = format!("id: x\n{text}");
        assert_eq!(mistake(Role, &text).code, Code::EmptyText, "{text:?}");
        assert!(Tree::parse(&text).unwrap().without_blocks().contains("\"\""), "{text:?}");
    }
    let two = "id: x\nalternate_titles:\n- >\n\n- >\n";
    assert_eq!(Tree::parse(two).unwrap().without_blocks().matches("\"\"").count(), 2);
}

#[test]
fn long_texts_and_long_lines_are_read() {
    let long = "x".repeat(MILLION / 4);
    for title in [long.clone(), format!("\"{long}\""), format!("'{long}'"), format!("|\n  {long}"), format!("a # {long}")] {
        let role = read(Role, &format!("id: x\ntitle: {title}\n")).unwrap();
        assert!([1, long.len()].contains(&role["title"].as_str().unwrap().len()));
        assert!(mistake(Role, &format!("id: x\nlevel: {title}\n")).message.len() < 200);
    }
    // No key is that long.
    assert_eq!(mistake(Role, &format!("{long}: a\n")).code, Code::Syntax);
    mistakes(Role, &format!("{{ ? {long} : a }}"));
    let line = format!("[{}]", "{ id: x, title: T, zz: 1 }, ".repeat(4_000));
    assert_eq!(mistakes(Positions, &line).len(), 100);
}

#[test]
fn a_text_may_have_many_keys_and_entries() {
    let keys: Vec<String> = (0..30_000).map(|i| format!("    k{i}: v\n")).collect();
    let mut pair = format!("id: a--b\nroles: [a, b]\ncontrasts:\n- dimension: D\n  sides:\n{}", keys.concat());
    assert_eq!(read(Pair, &pair).unwrap()["contrasts"][0]["sides"].as_object().unwrap().len(), 30_000);
    assert_eq!(mistakes(Role, &pair.replace("    k", "k")).len(), 100);
    pair += "    k7: w\n";
    let twice = mistake(Pair, &pair);
    assert_eq!((twice.code, place(&twice)), (Code::RepeatedKey, (30_006, 5, 2)));
    assert!(twice.message.contains("'k7'") && twice.message.contains("line 13"), "{twice:?}");
}

#[test]
fn a_hundred_mistakes_of_any_number_are_reported_from_the_first_line_on() {
    for line in [
        "- { id: x, title: T, zz: 1 }\n",
        "- { title: x }\n",
        "- { id: x, title: T, id: y }\n",
        "- [x]\n",
        "- { id: x, title: T, acronym: [], alternate_titles: a }\n",
    ] {
        let found = mistakes(Positions, &line.repeat(8_000));
        assert_eq!(found.len(), 100, "{line}");
        assert!(found.iter().is_sorted_by_key(|mistake| mistake.spot.place) && place(&found[0]).0 == 1, "{line}");
    }
    let right = "- { id: x, title: T, alternate_titles: [a] }\n".repeat(3_000);
    let found = mistakes(Positions, &(right + &"- { id: x, title: T, zz: 1 }\n".repeat(50)));
    assert_eq!((found.len(), place(&found[0])), (50, (3_001, 22, 2)));
}

#[test]
fn a_text_that_has_too_much_in_it_is_refused() {
    let mistake = mistake(Topics, &"-\n".repeat(5 * MILLION));
    assert_eq!((mistake.code, mistake.help.as_deref()), (Code::TooLarge, Some("split it")));
}

#[test]
fn a_text_that_says_nothing_is_reported_as_that() {
    for text in ["", "\n", "# only\n# comments\n", "~", "null", "---\n", "---\n...\n", "  \n\n"] {
        let mistake = mistake(Role, text);
        assert_eq!((mistake.code, mistake.message.as_str()), (Code::NoCorpus, "the file is empty"), "{text:?}");
    }
    // A list that may have nothing in it has nothing in it.
    assert!(rules(Topics).mistakes(&Tree::parse("# nothing\n").unwrap()).is_empty());
}

#[test]
fn every_mistake_of_a_text_is_reported_in_one_go_where_it_stands() {
    let text = "\
about: { titel: x }
roles:
  - id: [x]
    title: { a: b }
    level: c-siute
    acronym: \"\"
    summary: [a]
    salary:
      - { low: \"150,000\", as_of: 2024-13, measure: base, currency: USD, per: year, per: month }
    requirements: { experience: [{ kind: total, years: ten }] }
    duties:
      - topic: x
      - { text: y, topics: x, sources: z }
      - Digs
      - 5
      - { text: digs, sources: [a, a] }
  - just text
pairs:
  - id: a--b
    roles: [a, b, c]
    contrasts: [{ dimension: D, sides: { a: [b], c: d } }]
    cases: [{ title: T, illustrative: yes, text: T }]
topics:
  - { id: x }
  -
";
    let quotes = Some("put quotes around text that begins with '[' or '{'");
    let expected = [
        (Code::UnknownKey, (1, 10, 5), "unknown key 'titel'", Some("did you mean 'title'?")),
        (Code::WrongValue, (3, 9, 1), "expected text, found a list", quotes),
        (Code::WrongValue, (4, 12, 1), "expected text, found a mapping", quotes),
        (Code::WrongValue, (5, 12, 7), "invalid value 'c-siute'", Some("did you mean 'c-suite'?")),
        (Code::EmptyText, (6, 14, 2), "empty text", Some("leave the key out where nothing is known")),
        (Code::WrongValue, (7, 14, 1), "expected text or a mapping, found a list", None),
        (
            Code::WrongValue,
            (9, 16, 9),
            "invalid amount '150,000': write whole money like 160000, or 160000+ for \"at least\"",
            None,
        ),
        (Code::WrongValue, (9, 34, 7), "invalid date '2024-13': write 2024, 2024-09 or 2024-09-03", None),
        (Code::RepeatedKey, (9, 84, 3), "duplicate key 'per': already on line 9", Some("keep one of the two")),
        (Code::WrongValue, (10, 56, 3), "invalid number of years 'ten': write 10, 10-15 or 10+", None),
        (Code::MissingKey, (12, 9, 5), "missing key 'text'", None),
        (Code::UnknownKey, (13, 20, 6), "unknown key 'topics'", Some("did you mean 'topic'?")),
        (Code::WrongValue, (13, 40, 1), "expected a list, found the text 'z'", Some("write a list of one as [z]")),
        (Code::RepeatedStatement, (16, 17, 4), "'digs' is in this list twice", Some("say it once, with all its sources")),
        (Code::RepeatedSource, (16, 36, 1), "'a' is in this list twice", None),
        (Code::WrongValue, (17, 5, 9), "expected a mapping, found the text 'just text'", None),
        (Code::WrongValue, (20, 12, 1), "expected a list of 2, found 3", None),
        (Code::WrongValue, (21, 45, 1), "expected text, found a list", quotes),
        (Code::WrongValue, (22, 39, 3), "expected true or false, found the text 'yes'", None),
        (Code::MissingKey, (24, 5, 1), "missing key 'label'", None),
        (Code::WrongValue, (25, 4, 1), "expected a mapping, found nothing", Some("leave it out if there is nothing to say")),
    ];
    let found = mistakes(Corpus, text);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!((found.code, place(found), found.message.as_str(), found.help.as_deref()), *expected);
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}

#[test]
fn numbers_that_are_no_amounts_are_reported_with_the_way_to_write_one() {
    let found = |key: &str, value: &str| {
        let figure = format!("salary: [{{ {key}: {value}, measure: base, currency: USD, per: year }}]");
        let years = format!("requirements: {{ experience: [{{ years: {value}, kind: total }}] }}");
        mistake(Role, &format!("id: x\n{}\n", if key == "years" { years } else { figure }))
    };
    for wrong in [".nan", ".inf", "1e400", "1.5", "-5", "1_000", "99999999999999999999999", "0x10", "true", "'12 '"] {
        let mistake = found("low", wrong);
        assert_eq!((mistake.code, place(&mistake)), (Code::WrongValue, (2, 17, wrong.len())), "{mistake:?}");
        assert!(mistake.message.contains("write whole money like 160000"), "{wrong}: {mistake:?}");
    }
    for (key, wrong) in [("as_of", "yes"), ("as_of", "1.5"), ("years", "-1"), ("years", "300"), ("years", "1.5")] {
        assert!(found(key, wrong).message.contains(": write "), "{key}: {wrong}");
    }
}

#[test]
fn a_number_or_a_date_where_a_text_is_expected_is_the_text_it_is_written_as() {
    for title in ["123", "1.50", "2024-09-03", "yes", "0x1f", "true"] {
        let text = format!("id: x\ntitle: {title}\n");
        assert!(rules(Role).mistakes(&Tree::parse(&text).unwrap()).is_empty());
        assert_eq!(yaml::read::<roles::model::Role>(&text).unwrap().title, title);
    }
}

#[test]
fn what_is_missing_after_a_key_is_reported_at_the_key_and_nothing_that_only_follows() {
    let found = mistakes(Role, "id: x\nrequirements:\n  experience:\n    - kind: total\n      years:\n      sources: ~\n");
    assert_eq!(place(&found[0]), (5, 7, 5), "{found:#?}");
    assert_eq!(found[0].message, "expected text, found nothing");
    assert_eq!((place(&found[1]), found[1].help.as_deref()), ((6, 16, 1), Some("write [], or leave the key out")));
    // An entry that lacks a key has it by another name.
    assert_eq!(mistake(Role, "id: x\nduties: [{ txet: a }]").code, Code::UnknownKey);
    assert_eq!(mistake(Role, "id: x\n? [a]\n: b\n").code, Code::WrongValue);
    assert_eq!(mistake(Role, "id: x\n\"\\e[31m\": b\n").message, "unknown key '\\u{1b}[31m'");
    for nothing in ["acronym:", "acronym: ~", "level: null", "summary: ~", "duties:", "requirements:"] {
        assert!(read(Role, &format!("id: x\n{nothing}\n")).is_ok(), "{nothing}");
    }
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
        ("a: \u{7}\n", (1, 4), "not allowed"),
        ("a: b\u{2028}c\n", (1, 5), "not allowed"),
    ] {
        let mistake = mistake(Role, text);
        let is_told = mistake.message.contains(says) && mistake.help.is_some() && mistake.code == Code::Syntax;
        if !is_told || (place(&mistake).0, place(&mistake).1) != at {
            wrong.push(format!("{text:?}: {mistake:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn lines_and_columns_are_right_whatever_ends_the_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["# ü", "id: é", "title: |", "  ä", "alternate_titles: [ñandú, \"b", "c\"]", "level: boss", ""].join(end);
        assert_eq!(place(&mistake(Role, &text)), (7, 8, 4), "{end:?}");
        let tree = Tree::parse(&text).unwrap();
        let at = |path: &str| tree.place(tree.find(path));
        let places = ["id", "alternate_titles/0", "alternate_titles/1", "alternate_titles/2", "nothing"].map(at);
        assert_eq!(
            places.map(|place| (place.line, place.column, place.width)),
            [(2, 5, 1), (5, 20, 5), (5, 27, 2), (5, 19, 1), (2, 1, 2)]
        );
    }
}
