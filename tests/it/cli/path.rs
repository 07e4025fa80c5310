//! `roles path`: the shortest careers, all of them, with what they ask for.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;

use roles::terminal::Terminal;
use serde_json::{Value, json};

use crate::support::{Answer, json as data, on_screen, piped, run, split};

fn own(line: &str, corpus: &str) -> Answer {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("own.yaml");
    fs::write(&path, corpus).expect("writing to a temporary folder");
    let mut args = split(line);
    args.extend([OsString::from("--no-builtin"), OsString::from("--corpus"), path.into_os_string()]);
    run(&Terminal::default(), args)
}

#[test]
fn all_the_equally_short_paths_are_given_with_what_each_post_asks_for() {
    let shown = on_screen(80, "path vp-sales-ops CEO").ok();
    let tree = "
2 paths of 2 steps, the shortest that the sources tell of.

Vice President of Sales Operations
├─ Chief Operating Officer (COO), grade C [1]
│  │    10-15 years in all [1]
│  │    5-7 years in senior leadership [1]
│  │    by another source, 10+ years in senior leadership, preferred [2]
│  └─ Chief Executive Officer (CEO) *, grades A, B and C [1][3][4][5]
└─ Chief Revenue Officer (CRO), grade C [1]
   │    12-18 years in all, or more than 18 [6]
   └─ Chief Executive Officer (CEO) *, grades B and C [7][8][9]

* has no profile of its own. Each step has sources of its own; none of them need
tell of the whole path.
";
    assert!(shown.contains(tree), "{shown}");
}

#[test]
fn a_step_is_told_by_either_of_its_ends_or_both() {
    let steps = "\
1\tvp-sales-ops\tcoo\t\ttotal 10-15; senior-leadership 5-7; senior-leadership 10+ (preferred)\tfullenrich-coo-vpso
1\tvp-sales-ops\tcro\t\ttotal 12-18 (or more than 18)\tfullenrich-coo-vpso
2\tcoo\tceo\t\t\tfullenrich-coo-vpso,wonder-b2b,mckinsey-coo-2023,rra-coo-tenure
2\tcro\tceo\t\t\ttorchora-cro,torchora-cro-2,egonzehnder-cro-ceo
";
    piped("path vp-sales-ops ceo").is(0, steps, "");
}

#[test]
fn json_has_the_paths_the_posts_and_the_steps() {
    let found = data("path vp-sales-ops ceo");
    assert_eq!(found["paths"], json!([["vp-sales-ops", "coo", "ceo"], ["vp-sales-ops", "cro", "ceo"]]));
    assert_eq!((&found["length"], &found["paths_found"]), (&json!(2), &json!(2)));
    assert_eq!(found["steps"][1]["step"], 1);
    assert_eq!(found["steps"][1]["statements"], json!([{ "note": null, "sources": ["fullenrich-coo-vpso"] }]));
    assert_eq!(found["steps"][1]["experience"][0]["years"], "12-18");
    let posts: Vec<&Value> = found["nodes"].as_array().expect("nodes").iter().map(|node| &node["id"]).collect();
    assert_eq!(json!(posts), json!(["vp-sales-ops", "coo", "cro", "ceo"]));
}

#[test]
fn no_path_is_an_answer_and_a_status_only_when_it_is_asked_for() {
    let remark = "The sources know no path from Chief Executive Officer to Chief Operating Officer.\n";
    piped("path ceo coo").is(0, "", remark);
    piped("path ceo coo --exit-code").is(1, "", remark);
    let shown = on_screen(80, "path ceo coo").ok();
    assert!(shown.replace('\n', " ").contains(remark.trim_end()), "{shown}");
    assert!(shown.contains("• No source says what comes after Chief Executive Officer.\n"), "{shown}");
    let none = piped("path ceo coo --format json");
    let none: Value = serde_json::from_str(&none.stdout).expect("JSON");
    assert_eq!((&none["length"], &none["paths"], &none["steps"]), (&json!(null), &json!([]), &json!([])));
    assert_eq!(piped("path vp-sales ceo --exit-code").status, 0);
}

#[test]
fn whoever_is_there_needs_no_step() {
    piped("path coo COO --exit-code").is(0, "", "");
    assert_eq!(data("path coo coo")["paths"], json!([["coo"]]));
    assert!(on_screen(80, "path coo coo").ok().ends_with("\nIt begins where it ends: no step is needed.\n"));
}

#[test]
fn notes_stand_at_their_steps_and_a_post_is_described_once() {
    let corpus = "\
roles:
  - { id: a, title: A, career: { to: [{ role: b, note: in a small firm }, { role: c }] } }
  - id: b
    title: B
    requirements: { experience: [{ kind: field, years: 3 }] }
    career: { from: [{ role: a }], to: [{ role: d }] }
  - { id: c, title: C, career: { to: [{ role: d }] } }
  - id: d
    title: D
    requirements: { experience: [{ kind: total, years: 5-8, note: or so }] }
";
    let tree = "\
A
├─ B, in a small firm
│  │    3 years in the field
│  └─ D
│          5-8 years in all, or so
└─ C
   │    years of experience: nothing known
   └─ D, see above

Each step has sources of its own; none of them need tell of the whole path.
";
    let shown = own("path a d --format table", corpus).ok();
    assert!(shown.ends_with(tree), "{shown}");
    let records = "1\ta\tb\tin a small firm\tfield 3\t\n1\ta\tb\t\tfield 3\t\n1\ta\tc\t\t\t\n2\tb\td\t\ttotal 5-8 (or so)\t\n2\tc\td\t\ttotal 5-8 (or so)\t\n";
    own("path a d", corpus).is(0, records, "");
}

#[test]
fn more_paths_than_anybody_can_list_are_counted_and_told_by_their_steps() {
    // Layers of two posts, each of which leads to both of the next: 2 to the power of 70 paths.
    let id = |layer: usize, i: usize| format!("l{layer}-{i}");
    let mut corpus = "roles:\n".to_owned();
    for layer in 0..72 {
        for i in 0..if layer == 0 || layer == 71 { 1 } else { 2 } {
            let next = match layer {
                70 => vec![id(71, 0)],
                71 => Vec::new(),
                _ => vec![id(layer + 1, 0), id(layer + 1, 1)],
            };
            let to: Vec<String> = next.iter().map(|id| format!("{{ role: {id} }}")).collect();
            let (id, to) = (id(layer, i), to.join(", "));
            writeln!(corpus, "  - {{ id: {id}, title: {id}, career: {{ to: [{to}] }} }}").expect("writing to a text");
        }
    }
    let shown = own("path l0-0 l71-0 --format table", &corpus).ok();
    assert!(shown.contains("More paths of 71 steps than can be counted; none is shorter."), "{shown}");
    assert!(shown.lines().count() < 600, "every step is told once");
    let found: Value = serde_json::from_str(&own("path l0-0 l71-0 --format json", &corpus).ok()).expect("JSON");
    assert_eq!(found["paths"].as_array().map(Vec::len), Some(100));
    assert_eq!((&found["length"], &found["paths_found"]), (&json!(71), &json!(u64::MAX)));
    assert_eq!(own("path l0-0 l71-0", &corpus).ok().lines().count(), 2 + 69 * 4 + 2);
}

#[test]
fn bad_names_are_refused_with_nothing_written() {
    for line in ["path cof ceo", "path coo cof --format json", "path coo", "path", "path coo cfo cro"] {
        let answer = piped(line);
        assert!(answer.status == 2 && answer.stdout.is_empty() && answer.stderr.starts_with("error: "), "{answer}");
    }
}
