//! `roles check`: every kind of problem is found where it stands, is told of in every format, and cannot drive a terminal.

mod cases;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;

use roles::diagnostic::Code;
use roles::render::Format;
use roles::terminal::Terminal;
use serde_json::Value;

use crate::support::{self, Answer, Own};
use cases::{FIGURES, FILES, HERE, LINES, paid, probe};

/// Of no line of a file, or of one that no test should write.
const WITHOUT_A_PLACE: [Code; 3] = [Code::Unreadable, Code::NoCorpus, Code::TooLarge];

/// A terminal that is none, in a year that does not end.
fn pipe() -> Terminal {
    Terminal { this_year: Some(2025), ..Terminal::default() }
}

fn run_on(terminal: &Terminal, args: &[&str]) -> Answer {
    support::run(terminal, args.iter().map(OsString::from).collect())
}

fn run(args: &[&str]) -> Answer {
    run_on(&pipe(), args)
}

/// The problems of a folder as `--format json` tells them.
fn problems(path: &str) -> Vec<Value> {
    let answer = run(&["check", path, "--format", "json"]);
    let told: Value = serde_json::from_str(&answer.stdout).unwrap_or_else(|_| panic!("no JSON: {}", answer.stderr));
    told["problems"].as_array().expect("a list of problems").clone()
}

/// The text without its mark, and the line and column of the mark.
fn marked(text: &str) -> (String, u64, u64) {
    let (before, after) = text.split_once(HERE).expect("a marked place");
    let line = before.rsplit('\n').next().unwrap_or_default();
    (format!("{before}{after}"), before.matches('\n').count() as u64 + 1, line.chars().count() as u64 + 1)
}

/// Expects one problem, or warnings beside it, and answers with the one.
fn found(code: Code, file: &str, text: &str) -> Value {
    let (text, line, column) = marked(text);
    let folder = Own::of(&[(file, &text)]);
    let all = problems(&folder.name(""));
    let found: Vec<&Value> = all.iter().filter(|problem| problem["code"] == code.key()).collect();
    let [problem] = found.as_slice() else { panic!("{code:?} once in\n{text}\nfound {all:#?}") };
    assert_eq!(problem["severity"], code.severity().key());
    assert!(problem["file"].as_str().is_some_and(|name| name.ends_with(file)), "{problem:#}");
    assert_eq!((problem["line"].as_u64(), problem["column"].as_u64()), (Some(line), Some(column)), "{problem:#}\n{text}");
    assert!(problem["width"].as_u64().is_some_and(|width| width >= 1) && problem["message"].is_string(), "{problem:#}");
    let others: Vec<&Value> = all.iter().filter(|other| other["severity"] == "error" && other["code"] != code.key()).collect();
    assert!(others.is_empty(), "{code:?} comes with {others:#?}");
    (*problem).clone()
}

#[test]
fn every_kind_of_problem_is_found_where_it_stands_and_says_what_would_be_right() {
    let figures = FIGURES.map(|(code, amounts, says)| (code, paid(amounts), says));
    for (code, line, says) in LINES.map(|(code, line, says)| (code, line.to_owned(), says)).into_iter().chain(figures) {
        let problem = found(code, "a.yaml", &probe(&line)).to_string();
        assert!(problem.contains(&says.escape_default().to_string()) || problem.contains(says), "{says:?} would help: {problem}");
    }
    for (code, file, text) in FILES {
        found(code, file, text);
    }
    for line in
        [&paid("p25: 150000, median: 150000, high: 150000+"), "requirements: { experience: [{ kind: total, years: 10-10 }] }"]
    {
        let folder = Own::one(&probe(line));
        assert!(problems(&folder.name("")).iter().all(|problem| problem["code"] == "uncited"), "{line}");
    }
    let cases = [&LINES[..], &FIGURES[..], &FILES[..]].concat().into_iter().map(|(code, ..)| code);
    let tested: BTreeSet<Code> = cases.chain(WITHOUT_A_PLACE).collect();
    assert_eq!(tested, Code::ALL.iter().copied().collect());
}

#[test]
fn what_cannot_be_looked_at_is_trouble_and_what_can_be_is_checked_all_the_same() {
    let folder = Own::of(&[
        ("readable.yaml", "roles:\n  - { id: probe, title: P, acronym: \"\", function: zzzz }\n"),
        ("none/readme.txt", ""),
    ]);
    let path = |file: &str| folder.name(file);
    fs::write(folder.path("latin.yaml"), b"roles: [\xe9]\n").expect("writing to a temporary folder");
    for (file, code, says) in [
        ("missing.yaml", Code::Unreadable, "there is no file or folder of this name"),
        ("latin.yaml", Code::Unreadable, "not valid UTF-8 at byte 9 (0xe9)"),
        ("none", Code::NoCorpus, "no YAML file in this folder"),
    ] {
        let alone = run(&["check", &path(file)]);
        assert_eq!((alone.status, alone.stdout.as_str()), (2, ""), "{}", alone.stderr);
        assert!(alone.stderr.starts_with(&format!("error[{}]: {says}\n", code.key())), "{}", alone.stderr);
        assert!(alone.stderr.contains(&path(file)) && alone.stderr.ends_with("error: nothing could be checked\n"));

        let among_others = run(&["check", &path("readable.yaml"), &path(file)]);
        let lines: Vec<&str> = among_others.stdout.lines().collect();
        assert_eq!((among_others.status, lines.len()), (2, 2), "{}", among_others.stdout);
        let head = format!("error\t{}\t{}\t", code.key(), path(file));
        assert!(lines.iter().any(|line| line.starts_with(&head) && line.contains(says)), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("error\tempty-text\t")), "{lines:?}");
        // What is unread may be where the function is.
        assert!(!among_others.stdout.contains("unknown-reference"));
    }
}

const FOUR_MISTAKES: &str = "\
roles:
  - { id: chief-data, title: Chief Data Officer, function: informaton-technology, duties: [Sets the data budget] }
  - { id: chief-data, title: Chief Digital Officer, acronym: \"\" }
sources:
  - { id: acme-pay, title: Pay at Acme, publisher: Acme, url: acme.example, grade: A }
";

#[test]
fn the_status_says_whether_the_corpus_is_sound() {
    let folder = Own::of(&[
        ("sound.yaml", "roles:\n  - { id: probe, title: Prober }\n"),
        ("warned.yaml", "roles:\n  - { id: probe, title: Prober, summary: Probes }\n"),
        ("wrong.yaml", "roles:\n  - { id: probe, title: Prober, function: zzzz }\n"),
    ]);
    let status = |file: &str, more: &[&str]| {
        let path = folder.name(file);
        let answer = run(&[&["check", &path][..], more].concat());
        (answer.status, answer.stderr)
    };
    let sound = "sound: 1 role in 1 file\n";
    let warned = "sound, with 1 warning: 1 role in 1 file\n";
    assert_eq!(status("sound.yaml", &[]), (0, sound.to_owned()));
    assert_eq!(status("sound.yaml", &["--deny", "warnings"]), (0, sound.to_owned()));
    assert_eq!(status("warned.yaml", &[]), (0, warned.to_owned()));
    assert_eq!(status("warned.yaml", &["--deny", "warnings"]), (1, warned.to_owned()));
    assert_eq!(status("wrong.yaml", &[]), (1, "1 error in 1 file\n".to_owned()));
    assert_eq!(status("wrong.yaml", &["--format", "json"]), (1, "1 error in 1 file\n".to_owned()));
    assert_eq!(status("wrong.yaml", &["--format", "table"]), (1, String::new()));
    assert_eq!(status("wrong.yaml", &["--deny", "errors"]).0, 2);
    let nothing = run(&["check"]);
    assert!(nothing.stderr.starts_with("error: there is nothing to check\n\n  name a file"), "{nothing}");
}

#[test]
fn what_is_checked_lies_on_the_built_in_corpus_and_on_that_of_the_flag() {
    let folder = Own::of(&[
        (
            "below.yaml",
            "topics: [{ id: ours, label: Ours }]\nroles: [{ id: base, title: B, duties: [{ topic: ours, text: A }] }]",
        ),
        ("above.yaml", "{ id: probe, extends: base, duties: [{ topic: ours, text: B }], function: sales }"),
    ]);
    let [below, above] = ["below.yaml", "above.yaml"].map(|file| folder.name(file));
    assert_eq!(run(&["check", "--corpus", &below, &above]).status, 0);
    assert_eq!(run(&["check", &below, &above]).status, 0);
    assert_eq!(run(&["check", &above]).stdout.matches("unknown-reference").count(), 2);
    assert_eq!(run(&["check", "--no-builtin", &below, &above]).stdout.matches("unknown-reference").count(), 1);
    let wanted = Terminal { corpora_wanted: vec![above.clone().into()], ..pipe() };
    assert_eq!(run_on(&wanted, &["check"]).status, 1, "what ROLES_CORPUS names is checked");
    assert_eq!(run_on(&wanted, &["check", &below]).status, 0, "unless a path is named");
}

#[test]
fn a_salary_is_old_by_the_clock_and_only_where_a_corpus_is_checked() {
    let folder = Own::one(&probe(&paid("median: 1, as_of: 2019")));
    let path = folder.name("");
    let old = |year| run_on(&Terminal { this_year: year, ..pipe() }, &["check", &path]).stdout.contains("old-salary");
    assert_eq!([None, Some(2024), Some(2025)].map(old), [false, false, true]);
    let spawned = |epoch: &str| support::spawned(&[("SOURCE_DATE_EPOCH", epoch)], &format!("check '{path}'")).stdout;
    let [before, after] = ["1735689599", "1735689600"].map(|epoch| spawned(epoch).contains("old-salary"));
    assert!(!before && after, "2024 ends there");
    let shown = run(&["list", "--corpus", &path]);
    assert_eq!((shown.status, shown.stderr.as_str()), (0, ""));
}

#[test]
fn the_codes_are_listed_in_every_format() {
    let listed = |format: &str| run(&["check", "--list-codes", "--format", format]).stdout;
    let codes: Vec<Value> = serde_json::from_str(&listed("json")).expect("JSON");
    let keys: Vec<&str> = codes.iter().filter_map(|code| code["code"].as_str()).collect();
    assert!(keys.len() == Code::ALL.len() && keys.is_sorted(), "{keys:?}");
    for format in Format::GENERAL {
        let text = listed(format.key());
        assert!(keys.iter().all(|key| text.contains(key)), "{}: {text}", format.key());
    }
    // A corpus that cannot be read does not stand in the way.
    let broken = Terminal { corpora_wanted: vec!["nowhere.yaml".into()], ..pipe() };
    assert_eq!(run_on(&broken, &["check", "--list-codes"]).status, 0);
}

/// What could drive a terminal or mislead a reader, tabs and the line ends of CSV aside.
fn hostile(text: &str) -> Option<char> {
    support::hostile(&text.replace("\r\n", "\n").replace('\t', " "))
}

#[test]
fn nothing_in_a_corpus_drives_the_terminal() {
    let odd = "\u{1b}[31m\u{202e}\u{200b}\u{9b}2J\u{feff}";
    let escaped = "\\e[31m\\u202E\\u200B\\x9B2J\\uFEFF";
    let keys = ["id", "extends", "function", "summary", "level", "title"].map(|key| format!("{key}: \"{escaped}\""));
    let text = format!("# {odd}\nroles:\n  - {}\t# 最{odd}\n  - {{ id: \"{escaped}\", title: T }}\n", keys.join("\n    "));
    // The controls among them are no YAML at all; the others may stand in a comment, and so in a line that is shown.
    let invisible = text.replace(['\u{1b}', '\u{9b}'], "");
    for text in [&text, &invisible] {
        let file = format!("{odd}\n.yaml");
        let folder = Own::of(&[(&file, text), ("about.yaml", &format!("title: \"{escaped}\"\n"))]);
        let path = folder.name(&file);
        for format in Format::ALL {
            for args in [&["check", &path][..], &["check", &path, "nowhere\u{202e}.yaml"], &["list", "--corpus", &path]] {
                let answer = run(&[args, &["--format", format.key()]].concat());
                assert!(answer.status > 0);
                assert_eq!(hostile(&answer.stdout), None, "{args:?} {}: {:?}", format.key(), answer.stdout);
                assert_eq!(hostile(&answer.stderr), None, "{args:?} {}: {:?}", format.key(), answer.stderr);
            }
        }
    }
}

#[test]
fn the_place_is_right_whatever_stands_before_it_in_the_line() {
    for (before, shown) in
        [("\u{202e}\u{200b}", "\u{fffd}\u{fffd}"), ("最高執行責任者", "最高執行責任者"), ("e\u{301}", "e\u{301}"), ("👩", "👩")]
    {
        let text = format!("roles:\n  - {{ id: probe, title: P, summary: {{ text: \"{before}\" }}, function: zzzz }}\n");
        let folder = Own::of(&[("a.yaml", &text)]);
        let path = folder.name("a.yaml");
        let column = text.lines().nth(1).and_then(|line| Some(line[..line.find("zzzz")?].chars().count() + 1)).expect("zzzz");
        let seen = run(&["check", &path, "--format", "table", "--ascii", "--width", "140"]).stdout;
        let problem = seen.split("\n\n").find(|problem| problem.contains("unknown function")).expect("the problem");
        assert!(problem.contains(&format!("a.yaml:2:{column}\n")), "{problem}");
        let lines: Vec<&str> = problem.lines().collect();
        let line = lines.iter().position(|line| line.contains(shown)).expect("the line");
        let until_value = roles::text::width(lines[line].split("zzzz").next().unwrap_or_default());
        assert_eq!(lines[line + 1].find('^'), Some(until_value), "{problem}");
    }
}

#[test]
fn other_commands_refuse_an_unsound_corpus_with_the_same_words_and_write_nothing() {
    let folder = Own::of(&[("team.yaml", FOUR_MISTAKES)]);
    let path = folder.name("team.yaml");
    let checked = run(&["check", &path, "--format", "table"]).stdout;
    let errors: Vec<&str> = checked.split("\n\n").filter(|part| part.starts_with("error[")).collect();
    assert_eq!(errors.len(), 4);
    for line in [&["list"][..], &["list", "-q"], &["show", "coo"], &["compare", "coo", "cco"], &["sources", "--format", "json"]] {
        let answer = run(&[line, &["--corpus", &path]].concat());
        assert_eq!((answer.status, answer.stdout.as_str()), (2, ""), "{line:?}");
        let last = "error: the corpus cannot be used: 4 errors; `roles check PATH` shows warnings too\n";
        assert_eq!(answer.stderr, format!("{}\n\n{last}", errors.join("\n\n")));
    }
    let colored = run_on(&Terminal { stderr: true, ..pipe() }, &["list", "--corpus", &path]).stderr;
    assert!(colored.contains("\u{1b}["), "standard error is a terminal");
    let plain = run_on(&Terminal { stdout: true, ..pipe() }, &["list", "--corpus", &path]).stderr;
    assert!(!plain.contains('\u{1b}'), "standard error is none");

    let many = (0..100).fold(String::new(), |list, i| list + &format!("  - {{ id: r{i}, title: P, function: zzzz }}\n"));
    fs::write(&path, format!("roles:\n{many}")).expect("writing to a temporary folder");
    let answer = run(&["list", "--corpus", &path]);
    assert_eq!(answer.stderr.matches("error[unknown-reference]").count(), 20);
    let last = "\n\nerror: the corpus cannot be used: 100 errors, 80 of them not shown; `roles check PATH` shows all\n";
    assert!(answer.stderr.ends_with(last), "{}", answer.stderr);
}

const CREDITED: &str = "\
about: { title: Acme roles, license: CC-BY-4.0, attribution: Acme Inc., url: \"https://acme.example/\" }
roles:
  - { id: probe, title: Prober, summary: { text: Probes, sources: [s] } }
sources:
  - { id: s, title: T, publisher: P, grade: C }
";
const CREDIT: &str = "Data: Acme roles, CC-BY-4.0, Acme Inc. (https://acme.example/)";

#[test]
fn every_answer_says_whose_data_it_is_made_of_where_it_has_room_and_beside_it_where_not() {
    let folder = Own::of(&[("a.yaml", CREDITED), ("titled.yaml", "about: { title: Ours }\nroles: [{ id: own, title: Own }]\n")]);
    let path = folder.name("a.yaml");
    for line in [&["list"][..], &["show", "probe"], &["compare", "probe", "coo"], &["sources"]] {
        let with = |format: &str| run(&[line, &["--width", "200", "--format", format, "--corpus", &path]].concat());
        for format in ["table", "markdown"] {
            let answer = with(format);
            assert!(answer.stdout.ends_with(&format!("\n\n{CREDIT}\n")) && answer.stderr.is_empty(), "{answer}");
        }
        for format in ["tsv", "csv"] {
            let answer = with(format);
            assert!(!answer.stdout.contains("Acme") && answer.stderr == format!("{CREDIT}\n"), "{answer}");
        }
        assert!(with("yaml").stdout.starts_with(&format!("# {CREDIT}\n")));
        assert!(with("html").stdout.contains(&format!("<footer><p>{CREDIT}</p>")));
        let json = with("json");
        let about = serde_json::from_str::<Value>(&json.stdout).expect("JSON")["about"][0]["title"] == "Acme roles";
        assert!(about != json.stderr.contains(CREDIT), "{json}");
    }
    let titled = run(&["list", "--corpus", &folder.name("titled.yaml")]);
    assert_eq!(titled.stderr, "", "a title obliges nobody");
    assert_eq!(run(&["list", "-q", "--corpus", &path]).stderr, "", "ids are nobody's");
}
