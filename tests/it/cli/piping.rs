//! What only a process can show: streams, environment, other programs at the end of a pipe.

use crate::support::{json, on_screen, piped, shell, spawned, without_color};

const COMMANDS: [&str; 9] = [
    "compare coo cco",
    "compare cfo coo cmo cso",
    "show cro",
    "show cfo cmo",
    "show ceo",
    "list",
    "tree coo",
    "path vp-sales-ops ceo",
    "sources",
];

#[test]
fn a_pipe_gets_records_without_header_or_escape_codes() {
    for command in COMMANDS {
        let expected = piped(&format!("{command} --format tsv")).ok();
        for variables in
            [&[][..], &[("CLICOLOR_FORCE", "1")], &[("COLUMNS", "20")], &[("TERM", "xterm-256color"), ("LANG", "en_US.UTF-8")]]
        {
            let answer = spawned(variables, command);
            assert!(!answer.stdout.contains('\u{1b}'), "{answer}");
            answer.is(0, &expected, "");
        }
        assert!(
            !expected.starts_with("id\t") && !expected.starts_with("section\t") && !expected.starts_with("role\t"),
            "{expected}"
        );
    }
}

#[test]
fn color_is_given_when_it_is_asked_for() {
    let plain = spawned(&[], "list --format table").ok();
    for (variables, line) in [
        (&[][..], "list --format table --color always"),
        (&[("CLICOLOR_FORCE", "1")], "list --format table"),
        (&[("NO_COLOR", "1")], "list --format table --color always"),
        (&[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")], "list --format table"),
        (&[("CLICOLOR_FORCE", "1"), ("TERM", "xterm")], "--color auto list --format table"),
    ] {
        let colored = spawned(variables, line).ok();
        assert!(colored.contains('\u{1b}'), "{variables:?} {line} has no color");
        assert_eq!(without_color(&colored), plain, "{variables:?} {line}");
    }
}

#[test]
fn no_color_beats_clicolor_force_and_a_flag_beats_both() {
    let plain = spawned(&[], "compare coo cco --format table").ok();
    for (variables, flag) in [
        (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")][..], ""),
        (&[("CLICOLOR_FORCE", "0")], ""),
        (&[("CLICOLOR_FORCE", "")], ""),
        (&[("CLICOLOR_FORCE", "1")], "--color never"),
    ] {
        assert_eq!(spawned(variables, &format!("compare coo cco --format table {flag}")).ok(), plain, "{variables:?} {flag}");
    }
}

#[test]
fn a_color_flag_counts_for_help_and_messages_too() {
    let forced = [("CLICOLOR_FORCE", "1")];
    for line in ["--color never --help", "--color=never list --help", "list --color never --sort nonsense"] {
        let answer = spawned(&forced, line);
        assert!(!answer.stdout.contains('\u{1b}') && !answer.stderr.contains('\u{1b}'), "{answer}");
    }
    assert!(spawned(&[], "--color always --help").ok().contains('\u{1b}'));
}

#[test]
fn columns_sets_the_width_and_a_flag_beats_it() {
    let at = |width| on_screen(width, "compare coo cco").ok();
    assert_ne!(at(60), at(100));
    assert_eq!(spawned(&[], "compare coo cco --format table").ok(), at(80));
    assert_eq!(spawned(&[("COLUMNS", "60")], "compare coo cco --format table").ok(), at(60));
    assert_eq!(spawned(&[("COLUMNS", "60")], "compare coo cco --format table --width 100").ok(), at(100));
    for nonsense in ["", "0", "-1", "wide"] {
        assert_eq!(
            spawned(&[("COLUMNS", nonsense)], "list --format table").ok(),
            on_screen(80, "list").ok(),
            "COLUMNS={nonsense}"
        );
    }
}

#[test]
fn dumb_terminals_and_other_character_sets_get_ascii() {
    for command in COMMANDS {
        for variables in [
            &[("TERM", "dumb")][..],
            &[("LANG", "C")],
            &[("LANG", "en_US.UTF-8"), ("LC_ALL", "C")],
            &[("LANG", "de_DE.ISO-8859-1")],
            &[("LANG", "C.UTF-8"), ("LC_CTYPE", "POSIX")],
        ] {
            let page = spawned(variables, &format!("{command} --format table")).ok();
            assert!(page.is_ascii(), "{variables:?} {command}: {:?}", page.lines().find(|line| !line.is_ascii()));
        }
        assert!(spawned(&[], &format!("{command} --format table --ascii")).ok().is_ascii(), "{command} --ascii");
    }
    for variables in [&[("LANG", "C.UTF-8")][..], &[("LC_ALL", "en_US.utf8"), ("LANG", "C")]] {
        assert_eq!(
            spawned(variables, "compare coo cco --format table").ok(),
            on_screen(80, "compare coo cco").ok(),
            "{variables:?}"
        );
    }
}

#[test]
fn whoever_stops_reading_is_no_error() {
    let list = piped("list").ok();
    shell("roles list | head -1").is(0, &list.lines().take(1).map(|line| line.to_owned() + "\n").collect::<String>(), "");
    for line in [
        "roles compare cfo coo cmo cso --format json | head -c 10",
        "roles sources | head -1",
        "roles --help | head -1",
        "roles show cro | true",
    ] {
        let answer = shell(line);
        assert!(answer.status == 0 && answer.stderr.is_empty(), "{answer}");
    }
}

#[test]
fn a_write_that_fails_is_reported() {
    let expected = "error: cannot write the output: No space left on device (os error 28)\n";
    for line in ["compare coo cco", "list", "list -q", "show cro --format json", "sources --format csv", "--help", "--version"] {
        shell(&format!("roles {line} > /dev/full")).is(2, "", expected);
    }
}

#[test]
fn closed_streams_are_no_reason_to_panic() {
    for (line, status) in [
        ("roles nonsense 2>&-", 2),
        ("roles show cof 2>&-", 2),
        ("roles list --level staff 2>&-", 0),
        ("roles show cof 2>/dev/full", 2),
        ("roles list --level staff 2>/dev/full", 0),
        ("roles list <&- 2>&- >/dev/null", 0),
        ("roles compare coo cco --exit-code >&- 2>/dev/null", 1),
    ] {
        assert_eq!(shell(line).status, status, "{line}");
    }
}

#[test]
fn the_lines_people_type_work() {
    shell("roles list --reports-to ceo | cut -f1").is(0, "cco\ncfo\ncmo\ncoo\ncro\ncso\n", "");
    let titles: String = ["cco", "cfo", "cmo", "coo", "cro", "cso", "vp-sales-ops"]
        .map(|id| format!("{}\n", json(&format!("show {id}"))[0]["title"]))
        .concat();
    if shell("command -v jq").status == 0 {
        shell("for r in $(roles list -q); do roles show \"$r\" --format json | jq '.[0].title'; done").is(0, &titles, "");
        shell("roles show coo --format json | jq -e '.[0].duties | length > 9' > /dev/null").is(0, "", "");
    }
    shell("roles list | while IFS=$'\\t' read -r id title rest; do echo \"$id\"; done").is(0, &piped("list -q").ok(), "");
    shell("roles compare coo cco --exit-code --brief > /dev/null || echo differ").is(0, "differ\n", "");
    shell("roles compare coo cco | cut -f1 | uniq | head -3").is(0, "differences\nin-common\nduties\n", "");
}
