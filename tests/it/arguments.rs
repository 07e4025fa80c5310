//! Whatever is typed, the program answers or says what is wrong: it never panics, never writes half an answer, and nothing
//! that was typed drives the terminal.

use std::ffi::OsString;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use roles::error::{Error, Outcome};
use roles::terminal::Terminal;

const VERBS: [&str; 10] = ["compare", "show", "list", "salary", "search", "tree", "path", "sources", "help", "--"];

/// A flag: the verb it belongs to, or none where it belongs to all; right values, none where it takes none; wrong ones.
type Flag = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const FLAGS: [Flag; 44] = [
    ("", "--format", &["table", "tsv", "csv", "json", "yaml", "markdown", "html", "mermaid", "dot"], &["xml", ""]),
    ("", "--header", &[], &[]),
    ("", "--color", &["auto", "never"], &["blue"]),
    ("", "--width", &["1", "20", "77", "300"], &["0", "-5", "70000", "wide"]),
    ("", "--ascii", &[], &[]),
    ("", "--no-pager", &[], &[]),
    ("", "--help", &[], &[]),
    ("compare", "--section", &["duties", "overview,salary", "reporting,differences"], &["career,nothing", "duties,"]),
    ("compare", "--only", &["shared", "different"], &["both"]),
    ("compare", "--brief", &[], &[]),
    ("compare", "--exit-code", &[], &[]),
    ("show", "--section", &["skills", "overview,career"], &["differences,none"]),
    ("list", "--reports-to", &["ceo", "coo", "VP of  Sales"], &["nobody"]),
    ("list", "--usual", &[], &[]),
    ("list", "--indirect", &[], &[]),
    ("list", "--oversees", &["sales", "Human resources", "vp-sales-ops"], &["gardening"]),
    ("list", "--level", &["c-suite", "vice-president"], &["boss"]),
    ("list", "--function", &["commercial", "sales"], &["ceo"]),
    ("list", "--duty", &["forecasting", "sales budget", "ß"], &["!!"]),
    ("list", "--skill", &["leadership", "data"], &[""]),
    ("list", "--topic", &["forecasting", "Sales forecasting"], &["gardening"]),
    ("list", "--cites", &["climbtheladder-cco-coo"], &["a-book"]),
    ("list", "--min-salary", &["150000", "$150,000", "18446744073709551615"], &["18446744073709551616", "-1"]),
    ("list", "--max-salary", &["0", "300_000"], &["lots"]),
    ("list", "--currency", &["usd", "EUR"], &["$$$", "€€€", "dollars"]),
    ("list", "--sort", &["id", "salary_max", "level"], &["nothing"]),
    ("list", "--reverse", &[], &[]),
    ("list", "--columns", &["id", "id,title,via,matches", "salary_min,salary_max,oversees,summary"], &[",", "none"]),
    ("list", "--quiet", &[], &[]),
    ("tree", "--all", &[], &[]),
    ("tree", "--depth", &["0", "1", "18446744073709551615"], &["-1", "deep"]),
    ("tree", "--sources", &[], &[]),
    ("path", "--lateral", &[], &[]),
    ("path", "--exit-code", &[], &[]),
    ("salary", "--measure", &["base", "bonus,total-cash"], &["base,", "wages"]),
    ("salary", "--currency", &["usd", "EUR"], &["$$$", "dollars"]),
    ("search", "--role", &["coo", "cfo,VP Sales Ops"], &["coo,", "nobody"]),
    ("search", "--section", &["duties", "overview,in-common"], &["none"]),
    ("search", "--limit", &["0", "3", "18446744073709551615"], &["-1", "few", "18446744073709551616"]),
    ("search", "--quiet", &[], &[]),
    ("search", "--exit-code", &[], &[]),
    ("sources", "--grade", &["A", "a,b"], &["D"]),
    ("-", "--version", &[], &[]),
    ("-", "--no-such-flag", &[], &["x"]),
];

const NAMES: [&str; 12] = [
    "cfo",
    "COO",
    "cmo",
    "cso",
    "cro",
    "cco",
    "vp-sales-ops",
    "Chief  operations officer",
    "VP Sales Ops",
    "ceo",
    "cof",
    "gardener",
];

/// What could drive a terminal, mislead a reader or upset a parser.
const HOSTILE: [&str; 24] = [
    "\u{1b}[31m",
    "\u{1b}]0;title\u{7}",
    "\u{1b}",
    "\u{9b}2J",
    "\u{85}",
    "\u{7f}",
    "\u{0}",
    "\u{8}",
    "\t",
    "\r\n",
    "\n",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{e0041}",
    "{0}%s%n",
    "e\u{301}\u{301}",
    "\"'\\",
    "최고",
    "=cmd()",
];

/// What is never printed as it is: escapes and other controls but the line's end, C1, bidirectional marks, what has no width.
fn drives_a_terminal(character: char) -> bool {
    let invisible = matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}');
    invisible || (character.is_control() && character != '\n')
}

fn run(args: &[OsString], terminal: &Terminal) -> (Result<Outcome, Error>, Vec<u8>) {
    let mut out = Vec::new();
    let all = [OsString::from("roles")].into_iter().chain(args.iter().cloned());
    (roles::run(all, terminal, &mut out), out)
}

fn junk() -> impl Strategy<Value = OsString> {
    let pieces = prop_oneof![select(&HOSTILE[..]).prop_map(str::to_owned), "[a-z-]{1,6}", "\\PC{0,8}", Just("x".repeat(1500))];
    prop_oneof![
        vec(any::<u8>(), 0..40).prop_map(from_bytes),
        vec(pieces, 1..5).prop_map(|pieces| OsString::from(pieces.concat()))
    ]
}

#[cfg(unix)]
fn from_bytes(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(not(unix))]
fn from_bytes(bytes: Vec<u8>) -> OsString {
    OsString::from(String::from_utf8_lossy(&bytes).into_owned())
}

/// A flag with a value that may be right, wrong or junk, in one argument or two; or half of one.
fn any_flag() -> impl Strategy<Value = Vec<OsString>> {
    (select(&FLAGS[..]), any::<Index>(), junk(), 0_u8..10).prop_map(|((_, flag, right, wrong), index, junk, form)| {
        let values = [right, wrong].concat();
        let value = if values.is_empty() { None } else { Some(OsString::from(*index.get(&values))) };
        let glued = |value: OsString| {
            let mut all = OsString::from(format!("{flag}="));
            all.push(value);
            vec![all]
        };
        match (form, value) {
            (0, _) => vec![flag.into(), junk],
            (1, _) => glued(junk),
            (2, _) | (_, None) => vec![flag.into()],
            (3 | 4, Some(value)) => glued(value),
            (_, Some(value)) => vec![flag.into(), value],
        }
    })
}

/// Verbs, names and flags in any order, mixed with what makes no sense there.
fn muddles() -> impl Strategy<Value = Vec<OsString>> {
    let word = |words: &'static [&'static str]| select(words).prop_map(|word| vec![OsString::from(word)]);
    let part = prop_oneof![4 => word(&NAMES), 4 => any_flag(), 1 => word(&VERBS), 1 => junk().prop_map(|junk| vec![junk])];
    vec(part, 0..7).prop_map(|parts| parts.concat())
}

/// Questions as people ask them: a verb, names that it takes, a few of its own flags with right values.
fn questions() -> impl Strategy<Value = Vec<OsString>> {
    let verb =
        select(&[("compare", 2, 4), ("show", 1, 3), ("list", 0, 0), ("salary", 0, 3), ("search", 1, 3), ("sources", 0, 2)][..]);
    let flags = vec((any::<Index>(), any::<Index>()), 0..4);
    (verb, vec(select(&NAMES[..7]), 4), any::<Index>(), flags).prop_map(|((verb, least, most), names, count, flags)| {
        let own: Vec<&Flag> = FLAGS.iter().filter(|(of, ..)| of.is_empty() || *of == verb).collect();
        let count = least + count.index(most - least + 1);
        let mut line: Vec<&str> = [verb].into_iter().chain(names.into_iter().take(count)).collect();
        let mut used = Vec::new();
        for (flag, value) in flags {
            let (_, flag, right, _) = flag.get(&own);
            if !used.contains(flag) {
                used.push(*flag);
                line.push(flag);
                line.extend((!right.is_empty()).then(|| value.get(right)));
            }
        }
        line.into_iter().map(OsString::from).collect()
    })
}

/// Every kind of terminal, with standard error going elsewhere: what is said there is then not to be colored.
fn terminals() -> impl Strategy<Value = Terminal> {
    let columns = || proptest::option::of(select(&[1_usize, 20, 40, 80, 132, 500][..]));
    (any::<[bool; 5]>(), columns(), columns()).prop_map(
        |([stdout, no_color, force_color, dumb, ascii], columns, columns_wanted)| Terminal {
            corpora_wanted: Vec::new(),
            this_year: Some(2030),
            format_wanted: None,
            stdout,
            stderr: false,
            columns,
            columns_wanted,
            no_color,
            force_color,
            dumb,
            ascii,
            ..Terminal::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_arguments_make_it_panic_or_write_half_an_answer_or_drive_the_terminal(args in prop_oneof![muddles(), questions()], terminal in terminals()) {
        let (result, out) = run(&args, &terminal);
        match result {
            Ok(outcome) => {
                let text = String::from_utf8(out).expect("the answer is UTF-8");
                let colors = !terminal.no_color && (terminal.force_color || (terminal.stdout && !terminal.dumb));
                if !colors {
                    // Tabs part the values of TSV, and CSV ends its lines as its standard says.
                    let odd = text.replace("\r\n", "\n").chars().find(|&c| c != '\t' && drives_a_terminal(c));
                    prop_assert_eq!(odd, None, "in {:?}", text);
                }
                prop_assert!(!outcome.notices.concat().contains(drives_a_terminal), "{:?}", outcome.notices);
                prop_assert!(outcome.status() <= 1);
            }
            Err(error) => {
                let said = error.to_string();
                prop_assert!(out.is_empty(), "an error came with half an answer: {:?}", String::from_utf8_lossy(&out));
                // What was asked to be colored in any case may be, unless somebody else's escapes could hide among the colors.
                let may_color = terminal.force_color && !terminal.no_color;
                prop_assert!(may_color || !said.contains(drives_a_terminal), "{:?}", said);
                prop_assert!(!said.trim().is_empty() && said.ends_with('\n'), "{:?}", said);
                prop_assert!(said.len() < 20_000, "an error of {} bytes", said.len());
            }
        }
    }

    #[test]
    fn arguments_of_any_bytes_are_answered(args in vec(vec(any::<u8>(), 0..60).prop_map(from_bytes), 0..5)) {
        let (result, out) = run(&args, &Terminal::default());
        if let Err(error) = result {
            prop_assert!(out.is_empty() && !error.to_string().contains(drives_a_terminal), "{}", error);
        }
    }

    #[test]
    fn a_hostile_name_does_not_borrow_the_colors_of_an_error(name in junk(), verb in select(&["compare", "show", "sources"][..])) {
        let terminal = Terminal { stdout: true, stderr: true, ..Terminal::default() };
        let hostile = name.to_str().is_none_or(|name| name.contains(drives_a_terminal));
        let (result, _) = run(&[verb.into(), "coo".into(), "--format".into(), name], &terminal);
        let said = result.expect_err("junk is no format").to_string();
        prop_assert!(!hostile || !said.contains(drives_a_terminal), "{:?}", said);
    }
}

/// Runs with a text of so many bytes in place of the last argument.
fn is_answered_at_length(place: &[&str], text: &str, bytes: usize) {
    let long = text.repeat(bytes / text.len());
    let args: Vec<OsString> = place.iter().copied().chain([long.as_str()]).map(OsString::from).collect();
    let (result, out) = run(&args, &Terminal::default());
    if let Err(error) = result {
        let said = error.to_string();
        assert!(out.is_empty() && !said.contains(drives_a_terminal), "{place:?} with {text:?}: {said:?}");
        assert!(said.len() < 20_000, "{place:?} with {text:?}: an error of {} bytes", said.len());
    }
}

#[test]
fn a_long_text_is_answered_wherever_it_stands() {
    let places: [&[&str]; 17] = [
        &[],
        &["compare", "coo"],
        &["show"],
        &["sources"],
        &["compare", "coo", "cco", "--section"],
        &["compare", "coo", "cco", "--only"],
        &["sources", "--grade"],
        &["salary", "--measure"],
        &["search"],
        &["search", "sales", "--role"],
        &["list", "--reports-to"],
        &["list", "--oversees"],
        &["list", "--function"],
        &["list", "--duty"],
        &["list", "--currency"],
        &["list", "--columns"],
        &["list", "--format"],
    ];
    for place in places {
        for text in ["a", "coo ", "coo,", "ü", "\u{1b}[31m", "\n", "1", "-", "sales ", "duties,", "A,"] {
            is_answered_at_length(place, text, 10_000);
        }
    }
}

#[test]
fn a_terminal_of_any_width_is_written_to() {
    for width in [0, 1, 19, 65_534, 65_535, 65_536, usize::MAX] {
        for verb in [&["list"][..], &["compare", "cco", "vp-sales-ops", "--brief"]] {
            let args: Vec<OsString> = verb.iter().map(OsString::from).collect();
            for terminal in [
                Terminal { columns_wanted: Some(width), ..Terminal::default() },
                Terminal { columns: Some(width), ..Terminal::default() },
            ] {
                let (result, out) = run(&args, &Terminal { stdout: true, ..terminal });
                assert!(result.is_ok() && out.len() < 10_000_000, "{verb:?} in {width} columns: {} bytes", out.len());
            }
        }
    }
}
