//! What bad input gets: words that help, status 2, nothing on standard output.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt as _;

use roles::facets::Section;
use roles::model::Level;
use roles::render::Format;
use roles::report::ListColumn;
use roles::terminal::Terminal;

use crate::support::{colorful, hostile, piped, run, spawned, split};

const MORE: &str = "\n\nFor more information, try '--help'.\n";

fn invalid(value: &str, option: &str, allowed: &[&str]) -> String {
    format!("error: invalid value '{value}' for '{option}'\n  [possible values: {}]{MORE}", allowed.join(", "))
}

#[test]
fn an_unknown_role_names_the_nearest_with_their_titles() {
    let expected = "error: no role or position is called 'cof'\n\n  did you mean:\n    cfo  Chief Financial Officer\n    coo  Chief Operating Officer\n";
    for line in ["show cof", "compare cof coo", "compare coo cof", "list --reports-to cof", "sources cof"] {
        piped(line).refuses(expected);
    }
    spawned(&[], "show cof").refuses(expected);
}

#[test]
fn another_reading_of_an_acronym_points_to_the_role_that_has_it() {
    for (typed, id, acronym, title) in [
        ("chief risk officer", "cro", "CRO", "Chief Revenue Officer"),
        ("Chief Strategy Officer", "cso", "CSO", "Chief Sales Officer"),
        ("chief SECURITY officer", "cso", "CSO", "Chief Sales Officer"),
    ] {
        let expected = format!("error: no role or position is called '{typed}'\n\n  {acronym} is the {title} here: '{id}'\n");
        piped(&format!("show '{typed}'")).refuses(&expected);
        piped(&format!("compare coo '{typed}'")).refuses(&expected);
    }
}

#[test]
fn a_name_like_no_other_gets_the_list_of_roles() {
    let help = "\n\n  the roles are cco, cfo, cmo, coo, cro, cso, vp-sales-ops\n  'roles list' shows them with their titles\n  \
                'roles list --positions' shows the other posts\n";
    for name in ["gardener", "", " ", "--", "1234567"] {
        let args = split("show --").into_iter().chain([OsString::from(name)]).collect();
        run(&Terminal::default(), args).refuses(&format!("error: no role or position is called '{name}'{help}"));
    }
}

#[test]
fn a_position_has_no_profile_to_compare() {
    let expected =
        "error: ceo (Chief Executive Officer) has no profile of its own\n\n  'roles show ceo' says who reports there\n";
    for line in ["compare ceo coo", "compare coo 'chief executive officer'", "show ceo coo", "sources CEO"] {
        piped(line).refuses(expected);
    }
}

#[test]
fn comparing_takes_two() {
    let usage = "Usage: roles compare [OPTIONS] <ROLE> <ROLE>...";
    piped("compare coo")
        .refuses(&format!(
            "error: 2 values required by '<ROLE> <ROLE>...'; only 1 was provided\n\n  tip: 'roles show' shows one role\n\n{usage}{MORE}"
        ));
    let none = piped("show");
    assert!(none.status == 2 && none.stdout.is_empty() && none.stderr.contains("<ROLE>"), "{none}");
}

#[test]
fn an_unknown_word_for_a_choice_gets_the_words_that_are_allowed() {
    let columns = ListColumn::ALL.map(ListColumn::key);
    let (sections, levels, formats) = (Section::ALL.map(Section::key), Level::ALL.map(Level::key), Format::ALL.map(Format::key));
    piped("compare coo cco --section hobbies").refuses(&invalid("hobbies", "--section <SECTION>", &sections));
    piped("list --columns id,shoe").refuses(&invalid("shoe", "--columns <COLUMN>", &columns));
    piped("list --sort shoe").refuses(&invalid("shoe", "--sort <COLUMN>", &columns));
    piped("list --level boss").refuses(&invalid("boss", "--level <LEVEL>", &levels));
    piped("tree --format pdf").refuses(&invalid("pdf", "--format <FORMAT>", &formats));
    piped("compare coo cco --only some").refuses(&invalid("some", "--only <WHICH>", &["shared", "different"]));
    piped("sources --grade D").refuses(&invalid("D", "--grade <GRADE>", &["A", "B", "C"]));
    let message = "error: invalid format 'pdf' in ROLES_FORMAT\n\n  the formats are ";
    spawned(&[("ROLES_FORMAT", "pdf")], "list").refuses(&format!("{message}{}\n", formats.join(", ")));
}

#[test]
fn a_salary_that_is_no_number_is_refused_with_an_example() {
    for (option, name) in [("--min-salary", "--min-salary <MONEY>"), ("--max-salary", "--max-salary <MONEY>")] {
        for word in
            ["lots", "-5", "1.5", "$", "k", "1.k", "0.0001k", "200,5", "5,,,", "99999999999999999999999", "99999999999999999M"]
        {
            let expected =
                format!("error: invalid value '{word}' for '{name}': write whole money, like 150000, 150,000 or 150k{MORE}");
            piped(&format!("list {option}={word}")).refuses(&expected);
        }
    }
}

#[test]
fn somebody_who_wants_a_role_shown_is_told_how() {
    let tip = "  tip: 'roles show coo' would show a role, 'roles search coo' finds words\n";
    piped("coo").refuses(&format!("error: unrecognized subcommand 'coo'\n\n{tip}\nUsage: roles [OPTIONS] <COMMAND>{MORE}"));
    assert!(piped("lst").stderr.contains("tip: a similar subcommand exists: 'list'"), "a near miss is a better guess");
}

#[test]
fn an_unknown_function_gets_a_suggestion() {
    let message = |word: &str| format!("error: unknown function '{word}'\n\n  did you mean 'sales'?\n");
    piped("list --function salse").refuses(&message("salse"));
    piped("list --oversees salse").refuses(&message("salse"));
    let unlike = piped("list --function xyzzy");
    assert!(unlike.stderr.starts_with("error: unknown function 'xyzzy'\n\n  the functions are "), "{unlike}");
    assert!(unlike.status == 2 && unlike.stdout.is_empty() && unlike.stderr.contains("marketing"), "{unlike}");
}

#[test]
fn words_to_look_for_must_have_a_letter() {
    for word in ["", "  ", "!?", "--"] {
        for option in ["--duty", "--skill"] {
            let expected =
                format!("error: '{word}' has no word to look for\n\n  write one or more words, like \"sales forecasting\"\n");
            let args = ["list".to_owned(), format!("{option}={word}")].map(OsString::from);
            run(&Terminal::default(), args.to_vec()).refuses(&expected);
        }
    }
}

#[test]
fn options_that_contradict_each_other_are_refused() {
    for line in [
        "compare coo cco --brief --section duties",
        "compare coo cco --brief --only shared",
        "list -q --columns id",
        "list --indirect",
        "list --usual",
        "list --width 0",
    ] {
        let answer = piped(line);
        assert!(answer.status == 2 && answer.stdout.is_empty() && answer.stderr.starts_with("error: "), "{answer}");
    }
}

/// Every place an argument can stand in, with the argument in it.
fn places(word: &OsString) -> Vec<Vec<OsString>> {
    let lines = "?; show ?; compare coo ?; compare ? ? ?; sources ?; help ?; list --reports-to ?; list --oversees ?; \
                 list --function ?; list --level ?; list --duty ?; list --skill ?; list --min-salary ?; \
                 list --currency ?; list --columns ?; list --sort ?; compare coo cco --section ?; \
                 compare coo cco --only ?; list --format ?; list --color ?; list --width ?; list ?; \
                 sources --grade ?";
    let fill = |line: &str| split(line).into_iter().map(|arg| if arg == "?" { word.clone() } else { arg }).collect();
    let glued = ["--", "--format=", "-f", "--section="].map(|start| {
        let mut arg = OsString::from(start);
        arg.push(word);
        split("list").into_iter().chain([arg]).collect()
    });
    lines.split("; ").map(fill).chain(glued).collect()
}

#[test]
fn an_argument_can_neither_drive_the_terminal_nor_put_lines_of_its_own_into_a_message() {
    let hostile_words = [
        "\u{1b}[31mred\u{1b}[0m",
        "\u{1b}]0;title\u{7}",
        "\u{9b}2J",
        "a\rb\u{8}",
        "\u{202e}oof",
        "co\u{200b}o",
        "x\nerror: your password has expired",
    ];
    let not_utf_8 = OsString::from_vec(b"co\xffo\xfe".to_vec());
    for word in hostile_words.map(OsString::from).into_iter().chain([not_utf_8]) {
        for args in places(&word) {
            // Even where messages are colored, nothing of an argument may look like color.
            for terminal in [Terminal::default(), colorful(80)] {
                let answer = run(&terminal, args.clone());

                assert_eq!(hostile(&answer.stderr), None, "{word:?} reaches standard error: {:?}", answer.stderr);
                assert!(!answer.stderr.lines().any(|line| line.starts_with("error: your")), "{answer}");
            }
        }
    }
    for word in ["\u{1b}[41mred", "\u{202e}oof"] {
        let answer = spawned(&[("ROLES_FORMAT", word), ("CLICOLOR_FORCE", "1")], "list");
        assert!(answer.status == 2 && !answer.stderr.contains(word), "{:?}", answer.stderr);
    }
}
