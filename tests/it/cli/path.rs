//! `roles path`: the shortest careers, all of them, with what they ask for.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::support::{Own, json as data, on_screen, piped};

#[test]
fn no_path_is_an_answer_and_a_status_only_when_it_is_asked_for() {
    let remark = "The sources know no path up from Chief Executive Officer to Chief Operating Officer.\n";
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

Each step has sources of its own; none need cover the whole path.
";
    let own = Own::one(corpus);
    let shown = own.piped("path a d --format table").ok();
    assert!(shown.ends_with(tree), "{shown}");
    let records = "1\ta\tb\tin a small firm\tfield 3\t\n1\ta\tb\t\tfield 3\t\n1\ta\tc\t\t\t\n2\tb\td\t\ttotal 5-8 (or so)\t\n2\tc\td\t\ttotal 5-8 (or so)\t\n";
    own.piped("path a d").is(0, records, "");
}

#[test]
fn more_paths_than_anybody_can_list_are_told_by_their_steps() {
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
    let own = Own::one(&corpus);
    let shown = own.piped("path l0-0 l71-0 --format table").ok();
    assert!(shown.contains("More than 100 paths of 71 steps up, the shortest that the sources tell of."), "{shown}");
    assert!(shown.lines().count() < 600, "every step is told once");
    let found: Value = serde_json::from_str(&own.piped("path l0-0 l71-0 --format json").ok()).expect("JSON");
    assert_eq!(found["paths"].as_array().map(Vec::len), Some(100));
    assert_eq!((&found["length"], &found["paths_found"]), (&json!(71), &json!(null)));
    assert_eq!(own.piped("path l0-0 l71-0").ok().lines().count(), 2 + 69 * 4 + 2);
}

#[test]
fn steps_are_up_unless_lateral_ones_are_asked_for() {
    let corpus = "\
roles:
  - { id: a, title: A, career: { to: [{ role: b, lateral: true, note: in banks }, { role: c }] } }
  - { id: b, title: B }
  - { id: c, title: C }
";
    let own = Own::one(corpus);
    let shown = own.on_screen(80, "path a b").ok();
    assert!(shown.ends_with("\n• With lateral moves there is a path. --lateral shows it.\n"), "{shown}");
    own.piped("path a b --lateral").is(0, "1\ta\tb\tas a lateral move, in banks\t\t\n", "");
    own.piped("path a c").is(0, "1\ta\tc\t\t\t\n", "");
}
