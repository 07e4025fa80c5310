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
            let line = (line.from.to_string(), line.to.to_string(), line.sources.join(","));
            *expected.entry(line).or_default() += 1;
        }
        assert_eq!(told, expected, "{command}");
        let all = builtin::corpus().lines.all().len();
        assert_eq!(data(command)["lines_left_out"], all - records(command).len(), "{command}");
    }
}

#[test]
fn everybody_in_a_line_is_there_with_and_without_a_profile() {
    let nodes = data("tree --all")["nodes"].clone();
    let has_profile = |id: &str| {
        let node = nodes.as_array().and_then(|nodes| nodes.iter().find(|node| node["id"] == id));
        node.unwrap_or_else(|| panic!("{id} is not in {nodes}"))["has_profile"].clone()
    };
    for line in builtin::corpus().lines.all() {
        for id in [&*line.from, &*line.to] {
            assert_eq!(has_profile(id), builtin::corpus().roles.get(id).is_some(), "{id}");
        }
    }
}

#[test]
fn of_one_post_all_adds_its_own_occasional_lines_and_says_before_how_many() {
    for post in builtin::corpus().posts.iter().map(|post| &post.id) {
        let occasional = |line: &str| records(line).iter().filter(|record| !["", "usual"].contains(&&*record["how"])).count();
        let own =
            builtin::corpus().lines.all().iter().filter(|line| line.how != How::Usual && [&line.from, &line.to].contains(&post));
        let own = own.count();
        assert_eq!(data(&format!("tree {post}"))["lines_left_out"], own, "{post}");
        assert_eq!((occasional(&format!("tree {post}")), occasional(&format!("tree {post} --all"))), (0, own), "{post}");
        assert_eq!(data(&format!("tree {post} --all"))["lines_left_out"], 0, "{post}");
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
    let tree = "\
TOP
├─ A
│  └─ ► B, sometimes reports to the Z
│     ├─ E
│     └─ C, sometimes; usually reports to the TOP
└─ X
   └─ Z
      └─ ► B, sometimes; see above";
    assert_eq!(rows(&page("tree b --all", &corpus)).join("\n"), tree);
    assert_eq!(rows(&page("tree b", &corpus)).join("\n"), "TOP\n└─ A\n   └─ ► B\n      └─ E");
    assert!(page("tree b", &corpus).ends_with("\n2 occasional lines are left out; --all adds them.\n"));
}

#[test]
fn other_superiors_are_all_named_with_how_usual_they_are() {
    let corpus = "\
roles:
  - { id: a, title: A }
  - id: b
    title: B
    reporting:
      reports_to:
        - { to: a, how: usual }
        - { to: c, how: usual }
        - { to: d, how: sometimes }
        - { to: e, how: sometimes }
        - { to: f, how: sometimes }
        - { to: g, how: rarely }
      direct_reports: [{ from: h, how: sometimes }]
positions: [{ id: c, title: C }, { id: d, title: D }, { id: e, title: E }, { id: f, title: F }, { id: g, title: G }, { id: h, title: H }]
";
    for line in ["tree --all", "tree b --all"] {
        let shown = page(line, corpus);
        assert!(shown.contains("B, also reports to the C; sometimes to the D, E and F; rarely to the G\n"), "{shown}");
    }
    assert!(page("tree", corpus).contains("B, also reports to the C\n"));
}

#[test]
fn a_tree_without_lines_says_why() {
    let corpus = lines(&[("a", &[]), ("b", &["a!"]), ("c", &["a!"]), ("d", &[])]);
    let said = |line: &str| page(&format!("{line} --width 100"), &corpus).lines().skip(2).collect::<Vec<_>>().join("\n");
    assert_eq!(said("tree d"), "The sources name nobody above or below.");
    assert_eq!(said("tree b"), "Nobody is usually above or below. 1 occasional line is left out; --all adds it.");
    assert_eq!(said("tree a"), "Nobody is usually above or below. 2 occasional lines are left out; --all adds them.");
    assert_eq!(said("tree b --all"), "A\n└─ ► B, sometimes");
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
    let tree = "CEO *\n├─ Chief Operating Officer\n│  └─ VP *\n├─ Acme COO\n└─ Best COO\n   └─ Driver *";
    assert_eq!(rows(&shown).join("\n"), tree);
    assert!(shown.ends_with(" 1 occasional line is left out; --all adds it.\n"), "{shown}");
    assert!(shown.contains("Whom a role takes over from the one it extends stands below that one."), "{shown}");
    assert!(!page("tree vp", corpus).contains("Acme"));
    assert_eq!(
        rows(&page("tree acoo", corpus)).join("\n"),
        "CEO *\n└─ ► Acme COO\n   └─ VP *, also reports to the Chief Operating Officer"
    );
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
fn what_is_below_is_told_where_the_line_is_most_usual() {
    let corpus = lines(&[("a", &[]), ("b", &["a!"]), ("c", &["b"]), ("d", &[]), ("e", &["d"]), ("b2", &["e", "a!"])]);
    let tree = "\
D
└─ E
   └─ B2, sometimes reports to the A
A
├─ B, sometimes
│  └─ C
└─ B2, sometimes";
    assert_eq!(rows(&page("tree --all", &corpus)).join("\n"), tree);
    // Without the occasional line nobody is above B; who has no line at all comes last.
    assert_eq!(rows(&page("tree", &corpus)).join("\n"), "B\n└─ C\nD\n└─ E\n   └─ B2\nA");
    assert!(page("tree", &corpus).ends_with("\n2 occasional lines are left out; --all adds them.\n"));
    assert_eq!(Own::one(&corpus).piped("tree").ok(), "c\tb\tusual\t\t\ne\td\tusual\t\t\nb2\te\tusual\t\t\na\t\t\t\t\n");
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
            "error: this answer is no graph, and {format} draws nothing else\n\n  graphs are what `roles tree` and `roles path` answer\n  \
             formats for every answer are table, tsv, csv, json, yaml, markdown, html\n"
        )
    };
    for format in ["mermaid", "dot"] {
        for line in ["compare coo cco", "show cro", "show ceo", "list", "sources", "check --list-codes"] {
            piped(&format!("{line} --format {format}")).refuses(&message(format));
        }
        let asked = Terminal { format_wanted: Some(format.to_owned()), ..Terminal::default() };
        let asks = format!("\n\n  ROLES_FORMAT asks for {format}; --format takes its place\n");
        run(&asked, split("compare coo cco")).refuses(&message(format).replacen("\n\n", &asks, 1));
        run(&asked, split("list --format json")).ok();
    }
}
