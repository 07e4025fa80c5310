//! Mistakes in how a corpus is written: what is no YAML, has the wrong shape, is missing, or would drive a terminal.

use std::fs;

use roles::corpus::Files;
use roles::diagnostic::{Code, Diagnostic};

use super::folder::{Folder, PAIR, ROLE};

#[test]
fn a_key_that_the_format_does_not_have_is_reported_with_those_it_has() {
    let folder = Folder::with(ROLE, "  - text: Patience", "  - text: Patience\n    colour: red");
    folder.reports("unknown-key", ROLE, "colour", &["'colour'", "'topic'", "'sources'"]);
    let folder = Folder::with("sources.yaml", "title: On Probing", "titel: On Probing");
    folder.reports("unknown-key", "sources.yaml", "titel", &["'titel'", "did you mean 'title'?"]);
}

#[test]
fn a_key_that_comes_twice_is_reported() {
    for (file, right, wrong, name) in [
        (ROLE, "  - text: Patience", "  - text: Patience\n    text: Again", "text"),
        (PAIR, "      probe: Deep", "      probe: Deep\n      probe: Shallow", "probe"),
    ] {
        let problem = Folder::with(file, right, wrong).problem();
        assert_eq!(problem.code.key(), "repeated-key");
        assert!(problem.message.contains("duplicate") && problem.message.contains(name), "{problem}");
        assert!(problem.spot.file.ends_with(file) && problem.line().is_some(), "{problem}");
    }
}

#[test]
fn a_word_the_format_does_not_know_is_reported_with_those_it_knows() {
    let folder = Folder::with(ROLE, "level: c-suite", "level: c-sweet");
    folder.reports("wrong-value", ROLE, "c-sweet", &["'c-sweet'", "'c-suite'", "'vice-president'"]);
    let folder = Folder::with(ROLE, "measure: base", "measure: salary");
    folder.reports("wrong-value", ROLE, "salary\n    median", &["'salary'", "'base'", "'unspecified'"]);
}

#[test]
fn a_value_written_another_way_is_reported_at_its_line_with_the_way_to_write_it() {
    for (right, wrong, place, says) in [
        ("median: 150000", "median: 150,000", "150,000", "160000"),
        ("median: 150000", "median: $150000", "$150000", "160000"),
        ("median: 150000", "median: 150k", "150k", "160000"),
        ("years: 10-15", "years: ten", "ten,", "10-15"),
        ("region: US", "as_of: May 2020", "May 2020", "2024-09"),
        ("region: US", "as_of: 2020-13", "2020-13", "2024-09"),
    ] {
        let folder = Folder::with(ROLE, right, wrong);
        let problem = folder.problem();
        let (line, _) = folder.place(ROLE, place);
        assert_eq!(problem.code.key(), "wrong-value", "{problem}");
        assert!(problem.message.contains(place.trim_end_matches(',')) && problem.message.contains(says), "{problem}");
        assert_eq!(problem.line(), Some(line), "the value is in line {line}: {problem}");
    }
}

#[test]
fn what_is_no_yaml_is_reported_at_its_line() {
    for (right, wrong) in [
        ("sources: [other-source]", "sources: [other-source"),
        ("  - text: Patience", "  - text: Patience: a virtue"),
        ("  - text: Patience", "\t- text: Patience"),
    ] {
        let folder = Folder::with(ROLE, right, wrong);
        let problem = folder.problem();
        let (line, _) = folder.place(ROLE, wrong);
        let shown = problem.to_string();
        assert_eq!(problem.code.key(), "syntax", "{shown}");
        assert!(problem.spot.file.ends_with(ROLE), "{shown}");
        // What is left open shows where the next thing does not fit.
        assert!(problem.line().is_some_and(|found| (line..=line + 2).contains(&found)), "{wrong:?} is in line {line}: {shown}");
    }
}

#[test]
fn a_control_character_that_yaml_does_not_allow_is_reported_at_its_line() {
    for wrong in ["raw \u{1b}[31m escape", "bell\u{7}", "nul\u{0}", "\"quoted \u{1b} escape\"", "# comment \u{8}"] {
        let folder = Folder::with(ROLE, "text: Patience", &format!("text: {wrong}"));
        let (problem, (line, _)) = (folder.problem(), folder.place(ROLE, wrong));
        assert_eq!((problem.code.key(), problem.line()), ("syntax", Some(line)), "{wrong:?}: {problem}");
        assert!(!problem.to_string().contains(|c: char| c.is_control() && c != '\n'), "{problem:?}");
    }
}

#[test]
fn anchors_aliases_and_second_documents_are_no_part_of_the_format() {
    let folder = Folder::with(ROLE, "text: Patience", "text: &patience Patience");
    folder.reports("unsupported", ROLE, "&patience", &["anchors"]);
    let folder = Folder::with(ROLE, "text: Patience", "text: *patience");
    folder.reports("unsupported", ROLE, "*patience", &["aliases"]);
    let folder = Folder::with(ROLE, "archetypes:", "---\narchetypes:");
    assert_eq!(folder.problem().code.key(), "unsupported");
}

#[test]
fn a_text_that_would_drive_a_terminal_or_mislead_is_reported_with_the_character_made_visible() {
    for (file, right, wrong, place, shown) in [
        (ROLE, "text: Patience", "text: \"Pat\\e[31mience\"", "\"Pat", "\\u{1b}"),
        (ROLE, "text: Patience", "text: Pat\u{200b}ience", "Pat\u{200b}", "\\u{200b}"),
        (ROLE, "text: Patience", "text: Pat\u{202e}ience", "Pat\u{202e}", "\\u{202e}"),
        (ROLE, "text: Patience", "text: \"Pat\\nience\"", "\"Pat", "\\u{a}"),
        (ROLE, "title: Chief Probing Officer", "title: \"Chief\\x9bProbing Officer\"", "\"Chief", "\\u{9b}"),
        (ROLE, "name: The Digger", "name: The\u{200b}Digger", "The\u{200b}", "\\u{200b}"),
        (PAIR, "dimension: Depth", "dimension: De\u{2066}pth", "De\u{2066}", "\\u{2066}"),
        ("topics.yaml", "label: Other topic", "label: Other\u{200d}topic", "Other\u{200d}", "\\u{200d}"),
        ("sources.yaml", "title: On Probing", "title: On\u{ad}Probing", "On\u{ad}", "\\u{ad}"),
        ("positions.yaml", "[Aide]", "[Ai\u{200b}de]", "Ai\u{200b}", "\\u{200b}"),
    ] {
        Folder::with(file, right, wrong).reports("odd-character", file, place, &[shown]);
    }
}

#[test]
fn a_text_that_is_empty_or_untidy_is_reported() {
    for (wrong, code, place) in [
        ("text: \"\"", "empty-text", "\"\""),
        ("text: \"  \"", "empty-text", "\"  \""),
        ("text: ~", "empty-text", "~"),
        ("text: \"Patience \"", "stray-space", "\"Patience "),
    ] {
        Folder::with(ROLE, "text: Patience", wrong).reports(code, ROLE, place, &[]);
    }
}

#[test]
fn a_list_that_is_missing_leaves_what_refers_to_it_without_a_meaning() {
    for (file, kind) in [("topics.yaml", "topic"), ("functions.yaml", "function"), ("positions.yaml", "position")] {
        let folder = Folder::sound();
        folder.remove(file);
        let problems = folder.problems();
        let missing = |problem: &Diagnostic| problem.code == Code::UnknownReference && problem.message.contains(kind);
        assert!(problems.iter().any(missing), "{file}: {problems:#?}");
    }
}

#[test]
fn a_path_that_is_missing_and_a_folder_of_nothing_are_reported_by_name() {
    let folder = Folder::sound();
    let problems = Files::read(&[folder.path("nowhere")]).expect_err("there is no such file");
    assert!(problems.len() == 1 && problems[0].code == Code::Unreadable && problems[0].line().is_none(), "{problems:#?}");
    assert!(problems[0].spot.file.ends_with("nowhere"), "{problems:#?}");
    fs::create_dir(folder.path("empty")).unwrap();
    let problems = Files::read(&[folder.path("empty")]).expect_err("there is no file in it");
    assert!(problems.len() == 1 && problems[0].code == Code::NoCorpus && problems[0].help.is_some(), "{problems:#?}");
}

#[test]
fn a_role_of_nothing_but_what_may_not_be_left_out_is_sound() {
    let folder = Folder::sound();
    let summary = "summary: { text: Is, sources: [other-source] }";
    folder.write("roles/bare.yaml", &format!("id: bare\ntitle: Bare Officer\nlevel: staff\nfunction: probing\n{summary}\n"));
    assert_eq!(folder.problems(), []);
}

#[test]
fn a_file_with_nothing_or_something_else_in_it_is_an_error_and_no_crash() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    for (text, code) in [
        ("", "no-corpus"),
        ("# nothing\n", "no-corpus"),
        ("just text", "wrong-value"),
        ("- a\n- list\n", "wrong-value"),
        ("42", "wrong-value"),
        ("[", "syntax"),
        ("{", "syntax"),
        (&deep, "too-large"),
        (&format!("*a {deep}"), "too-large"),
        (&format!("&a {deep}"), "too-large"),
    ] {
        let folder = Folder::sound();
        folder.write(ROLE, text);
        let problem = folder.problem();
        assert_eq!(problem.code.key(), code, "{problem}");
        assert!(problem.spot.file.ends_with(ROLE), "{problem}");
    }
}

#[test]
fn every_file_that_cannot_be_parsed_is_reported_in_one_go_by_name() {
    let folder = Folder::with(ROLE, "level: c-suite", "level: none");
    folder.replace(PAIR, "roles: [coo, probe]", "roles: [coo, probe, cfo]");
    folder.replace("topics.yaml", "label: Other topic", "lable: Other topic");
    let problems = folder.problems();
    assert_eq!(problems.len(), 3, "{problems:#?}");
    for (file, code) in [(PAIR, "wrong-value"), (ROLE, "wrong-value"), ("topics.yaml", "unknown-key")] {
        let is_it = |problem: &&Diagnostic| problem.code.key() == code && problem.spot.file.ends_with(file);
        assert!(problems.iter().any(|problem| is_it(&problem)), "{problems:#?} has none of {file}");
    }
}
