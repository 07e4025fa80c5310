//! Completions in the shells themselves: what people see when they press the key in the middle of a line.

use std::fs;

use roles::terminal::{Completing, Terminal};

use crate::support::{has, piped, run, shell, split};

/// Titles that would do harm if a shell took them for anything but text.
const HOSTILE: &str = r#"
roles:
  - id: cxo
    title: "$(touch pwned) `touch pwned` 'quo\"te: a:b %F{red} \\n ; touch pwned | * [x] \\"
  - id: cxi
    title: Chief Xylophone Officer
topics: [{ id: xylophones, label: "Xylophones: $(touch pwned)" }]
sources: [{ id: xylo, title: "Xylo `touch pwned`", publisher: X, url: "https://example.com/x", grade: C }]
"#;

/// Lines to complete, with the words that may stand at the end of each.
const LINES: [(&str, &str); 19] = [
    ("roles comp", "compare completions"),
    ("roles compare c", "cco cfo cmo coo cro cso"),
    ("roles compare coo CR", "cro"),
    ("roles compare coo c", "cco cfo cmo cro cso"),
    ("roles show vp-sal", "vp-sales-ops vp-sales"),
    ("roles compare coo --section du", "duties"),
    ("roles compare coo --section duties,sk", "duties,skills"),
    ("roles list --columns id,als", "id,also_reports_to"),
    ("roles list --sort summ", "summary"),
    ("roles list --oversees info", "information-technology"),
    ("roles list --topic sales-for", "sales-forecasting"),
    ("roles list --cites climbtheladder-cco-", "climbtheladder-cco-coo"),
    ("roles show coo --format js", "json"),
    ("roles salary --measure base,b", "base,bonus"),
    ("roles search forecast --role coo,cro,c", "coo,cro,cco coo,cro,cfo coo,cro,cmo coo,cro,cso"),
    ("roles salary --currency US", "USD"),
    ("roles completions fi", "fish"),
    ("roles man comp", "compare completions"),
    ("roles compare --no-builtin --corpus own.yaml c", "cxo cxi"),
];

/// A line of each shell that prints the completions of a line, one a line, and what it needs before.
fn bash(line: &str) -> String {
    format!(
        "source <(roles completions bash); COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_TYPE=9
        _clap_complete_roles roles \"${{COMP_WORDS[COMP_CWORD]}}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
}

fn fish(line: &str) -> String {
    format!("fish --no-config -c 'roles completions fish | source; complete -C \"{line}\"' | cut -f1")
}

#[track_caller]
fn completes(script: &str, line: &str, expected: &str) {
    let answer = shell(script);
    let mut words: Vec<&str> = answer.stdout.lines().map(str::trim_end).collect();
    let mut expected: Vec<&str> = expected.split(' ').collect();
    words.sort_unstable();
    expected.sort_unstable();
    assert_eq!((words, answer.stderr.as_str()), (expected, ""), "{line}");
}

/// Runs lines in a folder of their own, with a corpus in it.
fn in_folder(script: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("own.yaml"), HOSTILE).expect("a corpus");
    fs::write(folder.path().join("broken.yaml"), "roles: [{ id: cxy, title:").expect("a corpus");
    let path = folder.path().display();
    let answer = shell(&format!("cd '{path}'; {script}; ls"));
    assert!(answer.stdout.ends_with("broken.yaml\nown.yaml\n"), "{answer}");
    assert_eq!(answer.stderr, "", "{answer}");
    answer.stdout.trim_end_matches("broken.yaml\nown.yaml\n").to_owned()
}

#[test]
fn every_shell_has_a_script_that_calls_the_program() {
    for name in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = piped(&format!("completions {name}")).ok();
        assert!(script.contains("COMPLETE") && script.contains("roles"), "{script}");
    }
    piped("completions nushell").refuses(
        "error: invalid value 'nushell' for '<SHELL>'
  [possible values: bash, zsh, fish, powershell, elvish]

For more information, try '--help'.
",
    );
}

#[test]
fn bash_completes_commands_options_and_names() {
    for (line, expected) in LINES {
        assert_eq!(sorted(&in_folder(&bash(line))), sorted(&expected.replace(' ', "\n")), "{line}");
    }
    // Bash makes words of the sign between an option and its value.
    completes(&bash("roles compare coo --section = sk"), "--section=sk", "skills");
    completes(&bash("roles list --topic = sales-for"), "--topic=sales-for", "sales-forecasting");
}

#[test]
fn fish_completes_commands_options_and_names_and_explains_them() {
    if !has("fish") {
        return;
    }
    for (line, expected) in LINES {
        assert_eq!(sorted(&in_folder(&fish(line))), sorted(&expected.replace(' ', "\n")), "{line}");
    }
    let explained = shell("fish --no-config -c 'roles completions fish | source; complete -C \"roles show coo cr\"'").ok();
    assert_eq!(explained, "cro\tChief Revenue Officer\n");
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.sort_unstable();
    lines
}

/// What Fish is told for a line.
fn told(more: Terminal, line: &str) -> String {
    let completing = Completing { shell: "/usr/bin/fish".to_owned(), home: None };
    run(&Terminal { completing: Some(completing), ..more }, [split("--"), split(line)].concat()).ok()
}

#[test]
fn a_corpus_that_is_broken_or_not_there_is_passed_over_in_silence() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("broken.yaml");
    fs::write(&broken, "roles: [{ id: cxy, title:").expect("a corpus");
    let cro = "cro\tChief Revenue Officer\n";
    for path in [broken.to_str().expect("UTF-8"), "nowhere.yaml", "/dev/zero", "/dev/stdin"] {
        assert_eq!(told(Terminal::default(), &format!("roles show --corpus {path} cr")), cro, "{path}");
        assert_eq!(told(Terminal { corpora_wanted: vec![path.into()], ..Terminal::default() }, "roles show cr"), cro);
        assert_eq!(told(Terminal::default(), &format!("roles show --no-builtin --corpus {path} cr")), "");
    }
}

#[test]
fn the_corpus_in_use_is_that_of_the_line_else_that_of_the_environment() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("my own.yaml");
    fs::write(&own, HOSTILE).expect("a corpus");
    let wanted = || Terminal { corpora_wanted: vec![own.clone()], ..Terminal::default() };
    let cxi = "cxi\tChief Xylophone Officer\n";
    assert_eq!(told(wanted(), "roles compare cxi"), cxi);
    assert_eq!(told(Terminal::default(), "roles compare cxi"), "");
    for typed in ["'--corpus' '\"PATH\"'", "'--corpus' 'PATH'", "'--corpus=PATH'"] {
        let typed = typed.replace("PATH", own.to_str().expect("UTF-8"));
        assert_eq!(told(Terminal::default(), &format!("roles compare {typed} cxi")), cxi, "{typed}");
    }
    let at_home = Completing { shell: "fish".to_owned(), home: Some(folder.path().to_owned()) };
    let at_home = Terminal { completing: Some(at_home), ..Terminal::default() };
    assert_eq!(run(&at_home, split("-- roles compare --corpus '~/my\\ own.yaml' cxi")).ok(), cxi);
    assert_eq!(told(wanted(), "roles list --topic xy"), "xylophones\tXylophones: $(touch pwned)\n");
    assert_eq!(told(wanted(), "roles list --cites xy"), "xylo\tXylo `touch pwned`\n");
}

#[test]
fn a_role_that_stands_on_the_line_is_not_offered_again() {
    assert_eq!(told(Terminal::default(), "roles compare cco cfo cmo coo c").lines().count(), 2);
    assert_eq!(told(Terminal::default(), "roles compare coo"), "coo\tChief Operating Officer\n");
    assert_eq!(told(Terminal::default(), "roles new coo --extends coo"), "coo\tChief Operating Officer\n");
}

#[test]
fn a_program_in_a_folder_with_signs_of_the_shell_is_asked_where_it_is_and_nothing_else_is_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let odd = folder.path().join("a $(touch pwned) 'b` \"c");
    fs::create_dir(&odd).expect("an odd folder");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_roles"), odd.join("roles")).expect("a link");
    let enter = format!("cd '{}'; program=./*/roles; program=$(echo $program)", folder.path().display());
    let line = "roles compare coo CR";
    let asked = bash(line).replace("roles completions bash", "\"$program\" completions bash");
    completes(&format!("{enter}; {asked}"), line, "cro");
    if has("fish") {
        let asked = "fish --no-config -c '$argv[1] completions fish | source; complete -C \"roles compare coo CR\"' \"$program\"";
        completes(&format!("{enter}; {asked} | cut -f1"), line, "cro");
    }
    assert!(!folder.path().join("pwned").exists(), "a folder's name was run");
}
