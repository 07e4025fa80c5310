//! Completions in the shells themselves: what people see when they press the key in the middle of a line.

use std::fs;

use crate::support::{has, piped, shell};

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
const LINES: [(&str, &str); 18] = [
    ("roles comp", "compare completions"),
    ("roles compare c", "cco cfo cmo coo cro cso"),
    ("roles compare coo CR", "cro"),
    ("roles compare coo c", "cco cfo cmo coo cro cso"),
    ("roles show vp-sal", "vp-sales-ops vp-sales"),
    ("roles compare coo --section du", "duties"),
    ("roles compare coo --section duties,sk", "duties,skills"),
    ("roles list --columns id,als", "id,also_reports_to"),
    ("roles list --sort summ", "summary"),
    ("roles list --oversees info", "information-technology"),
    ("roles list --topic sales-for", "sales-forecasting"),
    ("roles list --cites climbtheladder-cco-", "climbtheladder-cco-coo"),
    ("roles show coo --format js", "json"),
    ("roles salary --measure base,b", "base,base base,bonus"),
    ("roles search forecast --role coo,cro,c", "coo,cro,cco coo,cro,cfo coo,cro,cmo coo,cro,coo coo,cro,cro coo,cro,cso"),
    ("roles salary --currency US", "USD"),
    ("roles completions fi", "fish"),
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
