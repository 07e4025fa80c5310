//! The program as a team meets it that keeps its roles in git.

use std::fs;

use crate::support::{Own, hostile, piped, records, shell};

const OLD: &str = "\
roles:
  - id: coo
    title: Chief Operating Officer
    acronym: COO
    function: operations
    duties:
      - { topic: process-improvement, text: Redesigns internal processes to cut waste }
      - { topic: strategy-execution, text: Turns the yearly plan into quarterly goals for every team }
      - { topic: budgeting, text: Prepares the budget of operations }
      - Signs contracts above 50,000 dollars
      - Runs the weekly meeting of all heads of department
    reporting:
      reports_to: [{ to: ceo, how: usual }]
      oversees: [{ function: human-resources, how: sometimes }]
    salary:
      - { measure: base, low: 190000, high: 240000, currency: USD, per: year, as_of: 2023, region: US }
      - { measure: bonus, average: 40000, currency: USD, per: year, as_of: 2023 }
  - id: head-of-people
    title: Head of People
    duties: [Runs hiring from the first posting to the first day, Keeps salary bands fair and written down]
  - { id: office-manager, title: Office Manager, duties: [Keeps the office running] }
";

const NEW: &str = "\
topics: [{ id: warehouses, label: Warehouses }]
roles:
  - id: cpo
    title: Chief People Officer
    duties:
      - Runs hiring from the first posting to the first day
      - Keeps salary bands fair and written down
      - Reports on attrition to the board
  - id: coo
    title: Chief Operating Officer
    acronym: COO
    alternate_titles: [Head of Operations]
    function: operations
    duties:
      - { topic: strategy-execution, text: Turns the yearly plan into quarterly goals and weekly numbers for every team }
      - { topic: process-improvement, text: Redesigns internal processes to cut waste, sources: [indeed-hire-coo] }
      - Signs contracts above 100,000 dollars
      - { topic: warehouses, text: Decides where to open the next warehouse }
    challenges: [Runs the weekly meeting of all heads of department]
    reporting:
      reports_to: [{ to: ceo, how: usual }]
      oversees: [{ function: human-resources, how: usual, when: since the merger }]
    salary:
      - { measure: base, low: 200000, high: 260000, currency: USD, per: year, as_of: 2024, region: US }
";

/// Two files, `old.yaml` and `new.yaml`.
fn files(old: &str, new: &str) -> Own {
    Own::of(&[("old.yaml", old), ("new.yaml", new)])
}

/// The command, with more arguments after it.
fn line(folder: &Own, more: &str) -> String {
    format!("diff '{}' '{}' {more}", folder.name("old.yaml"), folder.name("new.yaml"))
}

#[test]
fn the_exit_status_tells_whether_anything_changed() {
    let folder = files(OLD, NEW);
    assert_eq!(piped(&line(&folder, "")).status, 0);
    assert_eq!(piped(&line(&folder, "--exit-code")).status, 1);
    assert_eq!(piped(&line(&folder, "--exit-code --role coo --section skills")).status, 0);
}

#[test]
fn roles_and_sections_narrow_what_is_told() {
    let folder = files(OLD, NEW);
    let ids = |more: &str| {
        let mut ids: Vec<String> = records(&line(&folder, more)).into_iter().map(|row| row["id"].clone()).collect();
        ids.dedup();
        ids
    };
    assert_eq!(ids("--role coo"), ["coo"]);
    // A role that was renamed is found by both of its names, and one that is gone by the one it had.
    assert_eq!(ids("--role head-of-people"), ["cpo"]);
    assert_eq!(ids("--role 'Chief People Officer,office-manager'"), ["cpo", "office-manager"]);
    let facets = records(&line(&folder, "--role coo --section salary"));
    assert!(facets.iter().all(|row| row["facet"].starts_with("salary")) && facets.len() == 4, "{facets:?}");
    let answer = piped(&line(&folder, "--role nobody"));
    assert!(answer.status == 2 && answer.stderr.contains("no role or position is called 'nobody'"), "{answer}");
}

#[test]
fn trouble_says_in_which_of_the_two_it_is() {
    let broken = "roles: [{ id: coo, title: X, function: nowhere }]\n";
    let folder = files(broken, NEW);
    let answer = piped(&line(&folder, ""));
    assert!(answer.status == 2 && answer.stdout.is_empty(), "{answer}");
    assert!(answer.stderr.contains("in OLD: ") && !answer.stderr.contains("in NEW: "), "{answer}");
    let folder = files(broken, broken);
    let answer = piped(&line(&folder, ""));
    assert!(answer.stderr.contains("in OLD: ") && answer.stderr.contains("in NEW: "), "{answer}");
    fs::remove_file(folder.path("new.yaml")).expect("removing a file");
    let answer = piped(&line(&folder, ""));
    assert!(answer.status == 2 && answer.stderr.contains("in NEW: "), "{answer}");
}

#[test]
fn folders_and_what_git_shows_are_versions_too() {
    let folder = Own::of(&[
        ("old/roles/dev.yaml", "id: dev\ntitle: Developer\nduties: [Writes code, Reviews code]\n"),
        ("new/roles/dev.yaml", "id: dev\ntitle: Developer\nduties: [Reviews code]\n"),
        ("new/roles/ops.yaml", "id: ops\ntitle: Operator\n"),
        ("one.yaml", "roles:\n  - { id: ops, title: Operator }\n  - { id: dev, title: Developer, duties: [Reviews code] }\n"),
    ]);
    let path = |name: &str| folder.name(name);
    let rows = records(&format!("diff '{}' '{}'", path("old"), path("new")));
    assert_eq!(rows.len(), 2, "{rows:?}");
    // How the roles are spread over files means nothing.
    piped(&format!("diff '{}' '{}'", path("new"), path("one.yaml"))).is(0, "", "no differences\n");
    let script = format!("roles diff <(cat '{}') '{}' | cut -f2,4", path("one.yaml"), path("old"));
    shell(&script).is(0, "dev\tadded\nops\tremoved\n", "");
    assert_eq!(piped(&format!("diff /nowhere/at/all {}", path("one.yaml"))).status, 2);
}

#[test]
fn nothing_that_could_drive_a_terminal_is_written() {
    let role = |region: &str| {
        let salary = format!("[{{ measure: base, median: 1000, currency: USD, per: year, region: \"{region}\" }}]");
        format!("roles: [{{ id: a, title: A, salary: {salary} }}]\n")
    };
    let folder = Own::of(&[("\u{1b}[31mred.yaml", &role("US")), ("other.yaml", &role("\\e[2J\\u202e"))]);
    for format in ["table", "tsv", "csv", "json", "yaml", "markdown", "html"] {
        let answer =
            piped(&format!("diff '{}' '{}' --format {format}", folder.name("\u{1b}[31mred.yaml"), folder.name("other.yaml")));
        let text = format!("{}{}", answer.stdout, answer.stderr).replace("\r\n", "\n").replace('\t', " ");
        assert_eq!(hostile(&text), None, "{format}: {answer}");
    }
}

#[test]
fn pairs_positions_functions_topics_and_sources_are_told_briefly() {
    let old = "\
roles: [{ id: a, title: A }, { id: b, title: B }]
positions: [{ id: helper, title: Helper }]
functions: [{ id: baking, label: Baking }]
topics: [{ id: bread, label: Bread }]
sources: [{ id: s1, title: One, publisher: P, grade: C }]
pairs:
  - id: a--b
    roles: [a, b]
    contrasts: [{ dimension: Horizon, sides: { a: long, b: short } }]
    conflicts: [Argue over the oven and its heat]
    questions: [{ question: Who leads?, answer: A does }]
";
    let new = "\
roles: [{ id: a, title: A }, { id: b, title: B }]
positions: [{ id: helper, title: First Helper }]
functions: [{ id: baking, label: Baking }]
topics: [{ id: bread, label: Bread }, { id: cake, label: Cake, broader: bread }]
sources: [{ id: s1, title: One, publisher: P, grade: A, published: 2024-05 }]
pairs:
  - id: a--b
    roles: [a, b]
    contrasts: [{ dimension: Horizon, sides: { a: long, b: very short } }]
    collaboration: [Argue over the oven and its heat]
    questions: [{ question: Who leads?, answer: A does }]
";
    let folder = files(old, new);
    let rows = records(&line(&folder, ""));
    let told: Vec<String> = rows
        .iter()
        .map(|row| ["entry", "id", "facet", "change", "old", "new"].map(|column| row[column].as_str()).join(" "))
        .collect();
    assert_eq!(
        told,
        [
            "pair a--b contrasts changed b: short b: very short",
            "pair a--b collaboration moved Argue over the oven and its heat Argue over the oven and its heat",
            "position helper title changed Helper First Helper",
            "topic cake  added  Cake",
            "source s1 published added  2024-05",
            "source s1 grade changed C A",
        ]
    );
}
