//! `roles tree`: every line has its row, circles end, and several superiors are all shown.

use std::collections::BTreeMap;

use roles::builtin;
use roles::model::How;
use roles::terminal::Terminal;

use crate::support::{Own, json as data, piped, records, run, split};

/// A page of 80 columns.
fn page(line: &str, corpus: &str) -> String {
    Own::one(corpus).on_screen(80, line).ok()
}

/// The rows of a tree, without what stands around them.
fn rows(page: &str) -> Vec<&str> {
    page.lines().skip(2).take_while(|line| !line.is_empty()).collect()
}

/// A corpus of roles `a: [superiors]`, of which an exclamation mark says that they are occasional.
fn lines(roles: &[(&str, &[&str])]) -> String {
    let role = |(id, superiors): &(&str, &[&str])| {
        let line = |superior: &&str| match superior.strip_suffix('!') {
            Some(superior) => format!("{{ to: {superior}, how: sometimes }}"),
            None => format!("{{ to: {superior}, how: usual }}"),
        };
        let superiors = superiors.iter().map(line).collect::<Vec<_>>().join(", ");
        format!("  - {{ id: {id}, title: {}, reporting: {{ reports_to: [{superiors}] }} }}\n", id.to_uppercase())
    };
    format!("roles:\n{}", roles.iter().map(role).collect::<String>())
}

#[test]
fn every_line_of_the_corpus_is_told_and_the_usual_ones_unless_all_are_asked_for() {
    for (command, limit) in [("tree", How::Usual), ("tree --all", How::Rarely)] {
        let mut told: BTreeMap<(String, String, String), usize> = BTreeMap::new();
        for record in records(command) {
            if !record["to"].is_empty() {
                *told.entry((record["from"].clone(), record["to"].clone(), record["sources"].clone())).or_default() += 1;
            }
        }
        let mut expected = BTreeMap::new();
        for line in builtin::corpus().lines.all().iter().filter(|line| line.how <= limit) {
            let line = (line.from.clone(), line.to.clone(), line.sources.join(","));
            *expected.entry(line).or_default() += 1;
        }
        assert_eq!(told, expected, "{command}");
        let all = builtin::corpus().lines.all().len();
        assert_eq!(data(command)["lines_left_out"], all - records(command).len(), "{command}");
    }
}

#[test]
fn what_hangs_on_occasional_lines_of_others_is_no_part_of_a_post_s_tree() {
    let corpus = lines(&[
        ("top", &[]),
        ("a", &["top"]),
        ("b", &["a", "z!"]),
        ("c", &["b!", "top"]),
        ("d", &["c"]),
        ("e", &["b"]),
        ("f", &["e!"]),
        ("x", &["top"]),
        ("z", &["x", "y!"]),
        ("y", &[]),
    ]);
    let tree = "TOP\n└─ A\n   └─ ► B\n      └─ E";
    let shown = page("tree b --all", &corpus);
    assert_eq!(rows(&shown).join("\n"), tree);
    let table = "\nWho  To whom  When\nB    Z        sometimes\nC    B        sometimes\n";
    assert!(shown.ends_with(table), "{shown}");
    assert_eq!(rows(&page("tree b", &corpus)).join("\n"), tree);
    assert!(page("tree b", &corpus).ends_with("\n2 occasional lines are left out. More: --all\n"));
}

#[test]
fn a_tree_without_lines_says_why() {
    let corpus = lines(&[("a", &[]), ("b", &["a!"]), ("c", &["a!"]), ("d", &[])]);
    let said = |line: &str| page(&format!("{line} --width 100"), &corpus).lines().skip(2).collect::<Vec<_>>().join("\n");
    assert_eq!(said("tree d"), "The sources name no post above or below.");
    assert_eq!(said("tree b"), "No post is usually above or below. 1 occasional line is left out. More: --all");
    assert_eq!(said("tree a"), "No post is usually above or below. 2 occasional lines are left out. More: --all");
    assert!(said("tree b --all").starts_with("No post is usually above or below.\n\nOCCASIONAL LINES\n"));
}

#[test]
fn whom_a_role_takes_over_from_the_one_it_extends_is_not_told_twice() {
    let corpus = "\
roles:
  - id: coo
    title: Chief Operating Officer
    reporting:
      reports_to: [{ to: ceo, how: usual }]
      direct_reports: [{ from: vp, how: usual }, { from: cto, how: sometimes }]
  - { id: acoo, extends: coo, title: Acme COO }
  - id: bcoo
    extends: coo
    title: Best COO
    reporting: { direct_reports: [{ from: vp, how: usual }, { from: driver, how: usual }] }
positions: [{ id: ceo, title: CEO }, { id: vp, title: VP }, { id: cto, title: CTO }, { id: driver, title: Driver }]
";
    let shown = page("tree --width 200", corpus);
    let tree = "CEO *\n├─ Chief Operating Officer\n│  └─ VP *\n├─ Acme COO, same reports as the Chief Operating Officer\n\
                └─ Best COO, same reports as the Chief Operating Officer\n   └─ Driver *";
    assert_eq!(rows(&shown).join("\n"), tree);
    assert!(shown.ends_with(" 1 occasional line is left out. More: --all\n"), "{shown}");
    assert!(!page("tree vp", corpus).contains("Acme"));
    assert_eq!(rows(&page("tree acoo", corpus)).join("\n"), "CEO *\n└─ ► Acme COO\n   └─ VP *");
}

#[test]
fn of_two_superiors_each_has_a_row_and_what_is_below_is_told_once() {
    let corpus = lines(&[("a", &[]), ("b", &["a"]), ("c", &["a"]), ("d", &["b", "c"]), ("e", &["d"])]);
    let tree = "\
A
├─ B
│  └─ D, also reports to the C
│     └─ E
└─ C
   └─ D, see above";
    assert_eq!(rows(&page("tree", &corpus)).join("\n"), tree);
}

#[test]
fn circles_are_shown_and_end() {
    let two = lines(&[("a", &["b"]), ("b", &["a"])]);
    assert_eq!(rows(&page("tree", &two)).join("\n"), "A\n└─ B\n   └─ A, a circle: see above");
    let ring = lines(&[("a", &["c"]), ("b", &["a"]), ("c", &["b"]), ("d", &["b"])]);
    let tree = "A\n└─ B\n   ├─ C\n   │  └─ A, a circle: see above\n   └─ D";
    assert_eq!(rows(&page("tree", &ring)).join("\n"), tree);
    assert_eq!(rows(&page("tree d", &ring)).join("\n"), tree.replace("─ D", "─ ► D"));
    let itself = lines(&[("a", &["a"]), ("b", &[])]);
    assert_eq!(rows(&page("tree", &itself)).join("\n"), "B\nA\n└─ A, a circle: see above");
    for corpus in [&two, &ring, &itself] {
        for format in ["tsv", "csv", "json", "yaml", "markdown", "mermaid", "dot"] {
            Own::one(corpus).piped(&format!("tree a --format {format}")).ok();
        }
    }
}

#[test]
fn a_chain_deeper_than_the_page_stays_within_it() {
    let ids: Vec<String> = (0..200).map(|i| format!("r{i}")).collect();
    let chain: Vec<(&str, Vec<&str>)> =
        ids.iter().enumerate().map(|(i, id)| (id.as_str(), if i == 0 { vec![] } else { vec![ids[i - 1].as_str()] })).collect();
    let chain: Vec<(&str, &[&str])> = chain.iter().map(|(id, superiors)| (*id, superiors.as_slice())).collect();
    let shown = page("tree --width 60", &lines(&chain));
    assert_eq!(rows(&shown).len(), 200);
    assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
    assert!(shown.contains("…") && shown.contains("└─ R199"), "{shown}");
}

#[test]
fn only_graphs_are_drawn_and_the_others_are_refused_before_anything_is_written() {
    let message = |format: &str| {
        format!(
            "error: {format} draws graphs, and this answer is not one\n\n  graphs are what `roles tree` and `roles path` answer\n  \
             formats for every answer are table, tsv, csv, json, yaml, markdown, html\n"
        )
    };
    for format in ["mermaid", "dot"] {
        for line in ["compare coo cco", "show cro", "show ceo", "list", "sources", "check --list-codes"] {
            piped(&format!("{line} --format {format}")).refuses(&message(format));
        }
        let asked = Terminal { format_wanted: Some(format.to_owned()), ..Terminal::default() };
        run(&asked, split("compare coo cco")).refuses(&message(format));
        run(&asked, split("list --format json")).ok();
    }
}

#[test]
fn a_tree_goes_down_as_far_as_is_asked_in_every_format() {
    let corpus = lines(&[("a", &[]), ("b", &["a"]), ("c", &["b"]), ("d", &["c"]), ("e", &["a!"])]);
    assert_eq!(rows(&page("tree --depth 0", &corpus)), ["A", "E"]);
    assert_eq!(rows(&page("tree --depth 1", &corpus)).join("\n"), "A\n└─ B\nE");
    let shown = page("tree b --depth 1 --width 120", &corpus);
    assert_eq!(rows(&shown).join("\n"), "A\n└─ ► B\n   └─ C", "below the role");
    assert!(shown.ends_with("1 post further down is left out. More: --depth\n"), "{shown}");
    assert_eq!(Own::one(&corpus).piped("tree --depth 1").ok(), "b\ta\tusual\t\t\ne\t\t\t\t\n");
}

#[test]
fn a_tree_says_that_it_is_a_union_and_which_posts_are_alternatives() {
    let corpus = "\
sources: [{ id: s, title: S, publisher: P, grade: C }, { id: t, title: T, publisher: P, grade: C }]
topics: [{ id: interchangeable-titles, label: Two titles for one post }]
roles:
  - { id: a, title: A, reporting: { reports_to: [{ to: c, how: usual, sources: [s] }] } }
  - { id: b, title: B, reporting: { reports_to: [{ to: c, how: usual, sources: [t] }] } }
  - { id: c, title: C }
pairs: [{ id: a--b, roles: [a, b], overlaps: [{ topic: interchangeable-titles, text: Much the same, sources: [s] }] }]
";
    let shown = page("tree", corpus);
    assert!(shown.contains("\nA union of what 2 sources say: no company need have all these posts.\n"), "{shown}");
    assert!(shown.contains("\nOften alternatives, not posts side by side:\n\n• A or B: Much the same [1]\n"), "{shown}");
    assert!(!page("tree a", corpus).contains("alternatives"), "B is not there");
}
