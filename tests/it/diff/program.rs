//! The program as a team meets it that keeps its roles in git.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Answer, hostile, in_color, json, on_screen, piped, records, shell, spawned, without_color};

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
fn files(old: &str, new: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("old.yaml"), old).expect("writing to a temporary folder");
    fs::write(folder.path().join("new.yaml"), new).expect("writing to a temporary folder");
    folder
}

/// The command, with more arguments after it.
fn line(folder: &TempDir, more: &str) -> String {
    let path = |name: &str| folder.path().join(name).display().to_string();
    format!("diff '{}' '{}' {more}", path("old.yaml"), path("new.yaml"))
}

/// A page with the folder's name left out.
fn page(answer: Answer, folder: &TempDir) -> String {
    answer.ok().replace(&format!("{}/", folder.path().display()), "")
}

#[test]
fn a_team_reads_what_changed_in_their_coo() {
    let folder = files(OLD, NEW);
    let page = page(on_screen(200, &line(&folder, "")), &folder);
    let rule = "─".repeat(200);
    let expected = format!(
        "\
From old.yaml to new.yaml

1 role changed, 1 removed, 1 renamed; 1 field changed, 1 added; 1 statement changed, 2 added, 1 removed, 2 reworded, 1 moved, 1 with other sources; 1 salary figure changed, 1 removed; 1 topic added

ROLES
{rule}

> renamed   head-of-people is now cpo (Chief People Officer; 57% the same)
- removed   office-manager (Office Manager): 1 statement

CHIEF OPERATING OFFICER (COO)
{rule}

+ added     Alternate titles: Head of Operations

Duties

~ reworded  Carrying out strategy (81% alike)
            was  Turns the yearly plan into quarterly goals for every team
            now  Turns the yearly plan into quarterly goals and weekly numbers for every team
~ sources   Process improvement: Redesigns internal processes to cut waste
            was  no source
            now  indeed-hire-coo
~ reworded  79% alike
            was  Signs contracts above 50,000 dollars
            now  Signs contracts above 100,000 dollars
- removed   Budgets: Prepares the budget of operations
+ added     Warehouses: Decides where to open the next warehouse

Oversees

~ changed   Human resources
            was  sometimes
            now  usual, since the merger

Salary

~ changed   Base salary (2024; US)
            was   $190,000 to $240,000
            now   $200,000 to $260,000; low up by $10,000 (5.3%), high up by $20,000 (8.3%)
            date  2023; now 2024
- removed   Bonus (2023) average $40,000

Challenges

> moved     Runs the weekly meeting of all heads of department
            was  in Duties

CHIEF PEOPLE OFFICER (CPO)
{rule}

~ changed   Title
            was  Head of People
            now  Chief People Officer

Duties

+ added     Reports on attrition to the board

TOPICS
{rule}

+ added     warehouses (Warehouses)
"
    );
    assert_eq!(page, expected);
}

#[test]
fn nothing_is_wider_than_the_page_and_no_word_is_lost() {
    let folder = files(OLD, NEW);
    let words = |page: &str| {
        let ruled = page.replace('─', "");
        let (_, page) = ruled.split_once("\n\n").expect("a title");
        page.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let wide = words(&on_screen(300, &line(&folder, "")).ok());
    for width in [20, 40, 60, 80, 120] {
        let narrow = on_screen(width, &line(&folder, "")).ok();
        assert_eq!(words(&narrow), wide, "at {width} columns");
        let (_, page) = narrow.split_once("\n\n").expect("a title");
        if width >= 60 {
            let widest = page.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(width), "at {width} columns: {widest:?}\n{page}");
        }
        assert_eq!(without_color(&in_color(width, &line(&folder, "")).ok()), narrow, "color changes nothing else");
    }
    let ascii = on_screen(80, &line(&folder, "--ascii")).ok();
    assert!(ascii.is_ascii(), "{ascii}");
}

#[test]
fn every_format_is_read_back() {
    let folder = files(OLD, NEW);
    let tsv = piped(&line(&folder, "--header")).ok();
    let rows: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 12), "{tsv}");
    let csv = piped(&line(&folder, "--format csv")).ok();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let read: Vec<Vec<String>> = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    assert_eq!(read, rows);
    let json_value = json(&line(&folder, ""));
    let yaml: Value = serde_yaml::from_str(&piped(&line(&folder, "--format yaml")).ok()).expect("YAML");
    assert_eq!(yaml, json_value);
    let markdown = piped(&line(&folder, "--format markdown")).ok();
    assert!(markdown.contains("- **reworded** **Carrying out strategy** (81% alike)\n  - was: Turns"), "{markdown}");
    for format in ["table", "csv", "json", "yaml", "markdown", "html"] {
        let text = piped(&line(&folder, &format!("--format {format}"))).ok().replace("\r\n", "\n");
        assert_eq!(hostile(&text), None, "{format}");
        assert!(text.ends_with('\n'), "{format}");
    }
}

#[test]
fn records_and_json_say_the_same() {
    let folder = files(OLD, NEW);
    let (rows, answer) = (records(&line(&folder, "")), json(&line(&folder, "")));
    let of = |facet: &str, change: &str| rows.iter().filter(|row| row["facet"] == facet && row["change"] == change).count();
    let counts = &answer["counts"]["statements"];
    for change in ["added", "removed", "reworded", "moved", "sources"] {
        let told = of("duties", change) + of("challenges", change);
        assert_eq!(Some(told as u64), counts[change].as_u64(), "{change}");
    }
    let row = rows.iter().find(|row| row["change"] == "moved").expect("a statement that was moved");
    assert_eq!([&*row["id"], &row["facet"], &row["moved_from"], &row["likeness"]], ["coo", "challenges", "duties", "100"]);
    let row = rows.iter().find(|row| row["topic"] == "base/low").expect("an amount that was changed");
    assert_eq!([&*row["facet"], &row["old"], &row["new"], &row["percent"]], ["salary", "190000", "200000", "5.3"]);
    let row = rows.iter().find(|row| row["facet"] == "oversees").expect("a function");
    assert_eq!([&*row["topic"], &row["old"], &row["new"]], ["human-resources", "sometimes", "usual, since the merger"]);
    let row = rows.iter().find(|row| row["change"] == "renamed").expect("a role that was renamed");
    assert_eq!([&*row["entry"], &row["id"], &row["old"], &row["new"]], ["role", "cpo", "head-of-people", "cpo"]);
    assert_eq!(answer["roles"][0]["salary"][0]["amounts"][0]["difference"], 10_000);
}

#[test]
fn without_a_change_there_is_only_a_remark() {
    let folder = files(OLD, OLD);
    for format in ["", "--format table", "--format markdown", "--exit-code"] {
        piped(&line(&folder, format)).is(0, "", "no differences\n");
    }
    let answer = piped(&line(&folder, "--format json"));
    let value: Value = serde_json::from_str(&answer.stdout).expect("JSON");
    assert_eq!((&value["roles"], &value["counts"]["roles"]["changed"]), (&serde_json::json!([]), &serde_json::json!(0)));
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
    fs::remove_file(folder.path().join("new.yaml")).expect("removing a file");
    let answer = piped(&line(&folder, ""));
    assert!(answer.status == 2 && answer.stderr.contains("in NEW: "), "{answer}");
}

#[test]
fn versions_lie_on_what_is_below_and_that_is_not_told() {
    let below = "roles: [{ id: base, title: Base, duties: [Digs] }, { id: other, title: Other, duties: [Waits] }]\n";
    let mine = "roles: [{ id: mine, title: Mine, extends: base, skills: [Patience] }]\n";
    let more = "roles: [{ id: mine, title: Mine, extends: base, skills: [Patience, Strength] }, { id: other, title: Own }]\n";
    let folder = files(mine, more);
    let path = folder.path().join("below.yaml");
    fs::write(&path, below).expect("writing to a temporary folder");
    let rows = records(&line(&folder, &format!("--corpus '{}'", path.display())));
    let told: Vec<[&str; 3]> = rows.iter().map(|row| [&*row["id"], &row["facet"], &row["change"]]).collect();
    assert_eq!(told, [["mine", "skills", "added"], ["other", "", "added"]]);
    // What the variable names is no part of either.
    let answer = spawned(&[("ROLES_CORPUS", "/nowhere")], &line(&files(OLD, OLD), ""));
    answer.is(0, "", "no differences\n");
    // Without the built-in roles nothing can extend them.
    let alone = files("roles: [{ id: a, title: A, extends: coo }]\n", NEW);
    assert_eq!(piped(&line(&alone, "--no-builtin")).status, 2);
}

#[test]
fn folders_and_what_git_shows_are_versions_too() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("making a folder");
        fs::write(path, text).expect("writing to a temporary folder");
    };
    write("old/roles/dev.yaml", "id: dev\ntitle: Developer\nduties: [Writes code, Reviews code]\n");
    write("new/roles/dev.yaml", "id: dev\ntitle: Developer\nduties: [Reviews code]\n");
    write("new/roles/ops.yaml", "id: ops\ntitle: Operator\n");
    write("one.yaml", "roles:\n  - { id: ops, title: Operator }\n  - { id: dev, title: Developer, duties: [Reviews code] }\n");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let rows = records(&format!("diff '{}' '{}'", path("old"), path("new")));
    assert_eq!(rows.len(), 2, "{rows:?}");
    // How the roles are spread over files means nothing.
    piped(&format!("diff '{}' '{}'", path("new"), path("one.yaml"))).is(0, "", "no differences\n");
    let script = format!("roles diff <(cat '{}') '{}' | cut -f2,4", path("one.yaml"), path("old"));
    shell(&script).is(0, "dev\tadded\nops\tremoved\n", "");
    let missing = Path::new("/nowhere/at/all");
    assert_eq!(piped(&format!("diff {} {}", missing.display(), path("one.yaml"))).status, 2);
}

#[test]
fn nothing_that_could_drive_a_terminal_is_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("\u{1b}[31mred.yaml");
    let role = |region: &str| {
        let salary = format!("[{{ measure: base, median: 1000, currency: USD, per: year, region: \"{region}\" }}]");
        format!("roles: [{{ id: a, title: A, salary: {salary} }}]\n")
    };
    fs::write(&path, role("US")).expect("writing to a temporary folder");
    let other = folder.path().join("other.yaml");
    fs::write(&other, role("\\e[2J\\u202e")).expect("writing to a temporary folder");
    for format in ["table", "tsv", "csv", "json", "yaml", "markdown", "html"] {
        let answer = piped(&format!("diff '{}' '{}' --format {format}", path.display(), other.display()));
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
            "pair a--b contrasts changed a: long; b: short a: long; b: very short",
            "pair a--b collaboration moved Argue over the oven and its heat Argue over the oven and its heat",
            "position helper title changed Helper First Helper",
            "topic cake  added  Cake",
            "source s1 published added  2024-05",
            "source s1 grade changed C A",
        ]
    );
    let page = page(on_screen(80, &line(&folder, "")), &folder);
    assert!(page.contains("1 pair changed; 1 position changed; 1 topic added;\n1 source changed"), "{page}");
    assert!(page.contains("~ changed   s1: grade\n            was  C\n            now  A\n"), "{page}");
}
