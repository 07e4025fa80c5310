//! Mistakes in how a corpus is written: what is no YAML, has the wrong shape, is missing, or would drive a terminal.

use std::fs;

use roles::diagnostic::Severity;

use crate::folder::{Folder, PAIR, ROLE};

#[test]
fn a_key_that_the_format_does_not_have_is_reported_with_those_it_has() {
    let folder = Folder::with(ROLE, "  - text: Patience", "  - text: Patience\n    colour: red");
    folder.reports("syntax", ROLE, "colour", &["'colour'", "'topic'", "'sources'"]);
    let folder = Folder::with("sources.yaml", "title: On Probing", "titel: On Probing");
    folder.reports("syntax", "sources.yaml", "titel", &["'titel'", "did you mean 'title'?"]);
}

#[test]
fn a_key_that_comes_twice_is_reported() {
    for (file, right, wrong, name) in [
        (ROLE, "  - text: Patience", "  - text: Patience\n    text: Again", "text"),
        (PAIR, "      probe: Deep", "      probe: Deep\n      probe: Shallow", "probe"),
    ] {
        let problem = Folder::with(file, right, wrong).problem();
        assert_eq!(problem.code, "syntax");
        assert!(problem.message.contains("duplicate") && problem.message.contains(name), "{problem}");
        assert!(problem.file.ends_with(file) && problem.line.is_some(), "{problem}");
    }
}

#[test]
fn a_key_that_may_not_be_left_out_is_reported_by_name_where_it_is_missing() {
    let folder = Folder::with(ROLE, "\n    sources: [other-source]", "");
    folder.reports("syntax", ROLE, "text: Patience", &["'sources'"]);
    let problem = Folder::with(ROLE, "title: Chief Probing Officer\n", "").problem();
    assert!(problem.code == "syntax" && problem.message.contains("'title'"), "{problem}");
}

#[test]
fn a_word_the_format_does_not_know_is_reported_with_those_it_knows() {
    let folder = Folder::with(ROLE, "level: c-suite", "level: c-sweet");
    folder.reports("syntax", ROLE, "c-sweet", &["'c-sweet'", "'c-suite'", "'vice-president'"]);
    let folder = Folder::with(ROLE, "measure: base", "measure: salary");
    folder.reports("syntax", ROLE, "salary\n    median", &["'salary'", "'base'", "'unspecified'"]);
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
        assert_eq!(problem.code, "syntax", "{problem}");
        assert!(problem.message.contains(place.trim_end_matches(',')) && problem.message.contains(says), "{problem}");
        assert_eq!(problem.line, Some(line), "the value is in line {line}: {problem}");
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
        assert_eq!(problem.code, "syntax", "{shown}");
        assert!(problem.file.ends_with(ROLE), "{shown}");
        // What is left open shows where the next thing does not fit.
        assert!(problem.line.is_some_and(|found| (line..=line + 2).contains(&found)), "{wrong:?} is in line {line}: {shown}");
    }
}

#[test]
fn a_control_character_that_yaml_does_not_allow_is_reported_at_its_line() {
    for wrong in ["raw \u{1b}[31m escape", "bell\u{7}", "nul\u{0}", "\"quoted \u{1b} escape\"", "# comment \u{8}"] {
        let folder = Folder::with(ROLE, "text: Patience", &format!("text: {wrong}"));
        let (problem, (line, _)) = (folder.problem(), folder.place(ROLE, wrong));
        assert_eq!((problem.code, problem.line), ("syntax", Some(line)), "{wrong:?}: {problem}");
        assert!(!problem.to_string().contains(|c: char| c.is_control() && c != '\n'), "{problem:?}");
    }
}

#[test]
fn a_quote_that_is_never_closed_is_reported_where_it_was_opened() {
    let folder = Folder::with(ROLE, "  - text: Patience", "  - text: \"Patience");
    let (problem, (line, _)) = (folder.problem(), folder.place(ROLE, "\"Patience"));
    assert_eq!(problem.code, "syntax", "{problem}");
    let told = problem.line == Some(line) || problem.message.contains(&format!("line {line}"));
    assert!(told, "the quote is in line {line}: {problem}");
}

#[test]
fn anchors_aliases_and_second_documents_are_no_part_of_the_format() {
    let folder = Folder::with(ROLE, "text: Patience", "text: &patience Patience");
    folder.reports("syntax", ROLE, "&patience", &["anchors"]);
    let folder = Folder::with(ROLE, "text: Patience", "text: *patience");
    folder.reports("syntax", ROLE, "*patience", &["anchor"]);
    let folder = Folder::with(ROLE, "archetypes:", "---\narchetypes:");
    assert_eq!(folder.problem().code, "syntax");
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
fn no_text_of_a_corpus_may_drive_a_terminal_however_rarely_it_is_looked_at() {
    for (file, right, wrong, place) in [
        (ROLE, "region: US", "region: U\u{200b}S", "U\u{200b}S"),
        (ROLE, "region: US", "survey: s\u{200b}s", "s\u{200b}s"),
        ("positions.yaml", "acronym: PCH", "acronym: P\u{200b}CH", "P\u{200b}CH"),
    ] {
        Folder::with(file, right, wrong).reports("odd-character", file, place, &["\\u{200b}"]);
    }
}

#[test]
fn an_odd_character_in_a_side_of_a_contrast_is_reported_at_that_side() {
    let folder = Folder::with(PAIR, "probe: Deep", "probe: De\u{200b}ep");
    folder.reports("odd-character", PAIR, "De\u{200b}ep", &["\\u{200b}"]);
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
fn a_kind_of_the_role_that_is_named_twice_is_reported_like_any_repeated_statement() {
    let twice = "  - { name: The Digger, text: Digs, sources: [probe-source] }\n";
    let folder = Folder::with(ROLE, twice, &format!("{twice}{twice}"));
    assert_eq!(folder.problem().code, "repeated-statement");
}

#[test]
fn a_line_or_a_career_that_leads_to_where_it_begins_is_reported() {
    Folder::with(ROLE, "{ to: probe-chief, how", "{ to: probe, how").reports("line-to-itself", ROLE, "probe, how", &["itself"]);
}

#[test]
fn a_file_or_folder_that_is_missing_is_reported_by_name() {
    for file in ["topics.yaml", "functions.yaml", "positions.yaml", "sources.yaml"] {
        let folder = Folder::sound();
        folder.remove(file);
        let problem = folder.problem();
        assert_eq!((problem.code, problem.severity, problem.line), ("unreadable", Severity::Error, None), "{problem}");
        assert!(problem.file.ends_with(file), "{problem}");
    }
    let folder = Folder::sound();
    fs::remove_dir_all(folder.path("roles")).unwrap();
    folder.remove("sources.yaml");
    let problems = folder.problems();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems.iter().any(|problem| problem.file.ends_with("roles")), "{problems:#?}");
}

#[test]
fn a_corpus_without_pairs_is_one() {
    let folder = Folder::sound();
    fs::remove_dir_all(folder.path("pairs")).unwrap();
    let problems = folder.problems();
    assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{problems:#?}");
}

#[test]
fn a_role_of_nothing_but_what_may_not_be_left_out_is_sound() {
    let folder = Folder::sound();
    let summary = "summary: { text: Is, sources: [other-source] }";
    folder.write("roles/bare.yaml", &format!("id: bare\ntitle: Bare Officer\nlevel: staff\nfunction: probing\n{summary}\n"));
    assert_eq!(folder.problems(), []);
}

#[test]
fn a_file_that_is_no_text_is_reported() {
    let folder = Folder::sound();
    fs::write(folder.path(ROLE), b"id: probe\ntitle: \xff\xfe\n").unwrap();
    let problem = folder.problem();
    assert_eq!(problem.code, "unreadable");
    assert!(problem.file.ends_with(ROLE), "{problem}");
}

#[test]
fn a_file_with_nothing_or_something_else_in_it_is_an_error_and_no_crash() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    for text in
        ["", "# nothing\n", "just text", "- a\n- list\n", "42", "[", "{", &deep, &format!("*a {deep}"), &format!("&a {deep}")]
    {
        let folder = Folder::sound();
        folder.write(ROLE, text);
        let problem = folder.problem();
        assert_eq!(problem.code, "syntax", "{problem}");
        assert!(problem.file.ends_with(ROLE), "{problem}");
    }
}

#[test]
fn every_file_that_cannot_be_parsed_is_reported_in_one_go_by_name() {
    let folder = Folder::with(ROLE, "level: c-suite", "level: none");
    folder.replace(PAIR, "roles: [coo, probe]", "roles: [coo, probe, cfo]");
    folder.replace("topics.yaml", "label: Other topic", "lable: Other topic");
    let problems = folder.problems();
    assert_eq!(problems.len(), 3, "{problems:#?}");
    for (problem, file) in problems.iter().zip([PAIR, ROLE, "topics.yaml"]) {
        assert!(problem.code == "syntax" && problem.file.ends_with(file), "{problem} is not of {file}");
    }
}

#[test]
fn lines_are_counted_alike_whatever_ends_them() {
    let folder = Folder::with(ROLE, "topic: probe-topic", "topic: nowhere");
    let unix = folder.problem();
    folder.write(ROLE, &folder.text(ROLE).replace('\n', "\r\n"));
    let dos = folder.problem();
    assert_eq!((dos.code, dos.line, dos.column), (unix.code, unix.line, unix.column));
}

#[test]
fn a_problem_is_shown_as_editors_and_compilers_show_places() {
    let folder = Folder::with(ROLE, "topic: probe-topic", "topic: probe-topik");
    let (line, column) = folder.place(ROLE, "probe-topik");
    let expected = format!(
        "{}:{line}:{column}: error[unknown-reference]: there is no topic 'probe-topik'\n  help: did you mean 'probe-topic'?",
        folder.path(ROLE).display()
    );
    assert_eq!(folder.problem().to_string(), expected);
}
