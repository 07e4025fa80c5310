//! `roles compare`: what is set against what, and how often.

use std::collections::{BTreeMap, BTreeSet};

use roles::facets::{Facet, Section};
use serde_json::Value;

use crate::support::{Own, json, on_screen, piped, records, spawned};

type Record = BTreeMap<String, String>;

fn texts<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    value.as_array().expect("a list").iter().map(|entry| entry[key].as_str().expect("a text")).collect()
}

/// Whether a record is one of a facet's rows, which are what roles share or not.
fn is_row(record: &Record) -> bool {
    record["section"] != "overview" && Facet::ALL.iter().any(|facet| facet.key() == record["facet"])
}

#[test]
fn two_three_and_four_roles_are_compared_in_the_order_they_were_typed() {
    for roles in [vec!["coo", "cco"], vec!["cro", "coo"], vec!["cso", "cmo", "cro"], vec!["cfo", "coo", "cmo", "cso"]] {
        let answer = json(&format!("compare {}", roles.join(" ")));
        assert_eq!(texts(&answer["roles"], "id"), roles);
        assert_eq!(texts(&answer["facets"][0]["rows"][0]["cells"], "role"), roles);
        let named: BTreeSet<String> =
            records(&format!("compare {}", roles.join(" "))).iter().map(|row| row["role"].clone()).collect();
        assert!(roles.iter().all(|role| named.contains(*role)), "{named:?}");
    }
}

#[test]
fn every_section_can_be_selected_and_gives_that_section_alone() {
    let all = records("compare coo vp-sales-ops");
    for section in Section::ALL {
        let key = section.key();
        let expected: Vec<_> = all.iter().filter(|row| row["section"] == key).cloned().collect();
        assert_eq!(records(&format!("compare coo vp-sales-ops --section {key}")), expected, "{key}");
        assert!(!expected.is_empty() || ["archetypes", "disagreements"].contains(&key), "nothing is said under {key}");
    }
    let sections = |typed: &str| {
        records(&format!("compare coo cco --section {typed}")).iter().map(|row| row["section"].clone()).collect::<Vec<_>>()
    };
    let both = sections("salary,duties");
    assert_eq!(both, sections("duties,salary"));
    assert_eq!(both.iter().cloned().collect::<BTreeSet<_>>(), BTreeSet::from(["duties".to_owned(), "salary".to_owned()]));
    assert_eq!(json("compare coo cco --section duties")["salary"], Value::Null);
}

#[test]
fn only_shared_and_only_different_part_the_rows_between_them() {
    let of = |only: &str| records(&format!("compare cfo coo cmo {only}"));
    let (all, shared, different) = (of(""), of("--only shared"), of("--only different"));
    let rows = |records: &[Record], is_shared: bool| {
        let is_counted = |row: &&Record| is_row(row) && row["status"] != "uncounted";
        records.iter().filter(|row| is_counted(row) && (row["status"] == "shared") == is_shared).cloned().collect::<Vec<_>>()
    };
    assert!(!rows(&all, true).is_empty() && !rows(&all, false).is_empty());
    assert_eq!((rows(&shared, true), rows(&shared, false)), (rows(&all, true), Vec::new()));
    // Of whom nothing is known under a heading, no difference is claimed there.
    let roles_in = |facet: &str| {
        let rows = all.iter().filter(|row| is_row(row) && row["facet"] == facet);
        rows.map(|row| &row["role"]).collect::<std::collections::HashSet<_>>().len()
    };
    let of_known = |records: Vec<Record>| records.into_iter().filter(|row| roles_in(&row["facet"]) == 3).collect::<Vec<_>>();
    assert_eq!(of_known(rows(&different, false)), of_known(rows(&all, false)));
    assert!(rows(&different, true).is_empty() && rows(&different, false).iter().all(|row| all.contains(row)));
    let overview = |records: &[Record]| records.iter().filter(|row| row["section"] == "overview").cloned().collect::<Vec<_>>();
    assert_eq!(overview(&shared), overview(&all), "counts are of all rows all the same");
    assert_eq!(overview(&different), overview(&all), "counts are of all rows all the same");
}

#[test]
fn the_answer_comes_first_and_everything_is_asked_for() {
    let answer = on_screen(80, "compare coo cco").ok();
    assert!(answer.contains("In short") && !answer.contains("DUTIES"), "{answer}");
    assert_eq!(on_screen(80, "compare coo cco --brief").ok(), answer);
    let all = on_screen(80, "compare coo cco --all").ok();
    let at = |heading: &str| all.find(heading).expect("a heading");
    assert!(at("In short") < at("DIFFERENCES") && at("DIFFERENCES") < at("DUTIES") && at("DUTIES") < at("OVERVIEW"), "{all}");
    assert!(json("compare coo cco")["answer"]["facts"].is_array());
}

#[test]
fn exit_status_tells_a_difference_when_that_is_asked_for() {
    for format in ["table", "tsv", "csv", "json", "yaml", "markdown", "html"] {
        let plain = piped(&format!("compare coo cco --format {format}")).ok();
        piped(&format!("compare coo cco --exit-code --format {format}")).is(1, &plain, "");
        let itself = piped(&format!("compare coo coo --format {format}"));
        piped(&format!("compare coo COO --exit-code --format {format}")).is(0, &itself.stdout, &itself.stderr);
        assert_eq!(itself.stderr, if format == "table" { "this compares the COO with itself\n" } else { "" });
    }
    assert_eq!(piped("compare coo coo cco --exit-code --brief").status, 1);
    assert_eq!(spawned(&[], "compare coo cco --exit-code --brief").status, 1);
    assert_eq!(spawned(&[], "compare cro cro --exit-code --brief").status, 0);
}

#[test]
fn an_answer_without_rows_says_why_there_are_none() {
    let said = |line: &str| piped(line).stderr;
    assert_eq!(said("compare coo coo --section duties --only different"), "the roles do not differ here\n");
    assert_eq!(said("compare cro cro --section together"), "nothing is known here\n");
}

#[test]
fn every_statement_of_every_role_is_in_the_comparison_once() {
    let lists =
        ["duties", "skills", "metrics", "impact", "challenges", "work_environment", "standing", "variations", "hire_when"];
    let rows = records("compare cfo coo cmo cso");
    for id in ["cfo", "coo", "cmo", "cso"] {
        let role = &json(&format!("show {id}"))[0];
        for list in lists {
            let mut said: Vec<_> = rows
                .iter()
                .filter(|row| row["facet"] == list && row["role"] == id && is_row(row))
                .map(|row| &*row["text"])
                .collect();
            let mut known = texts(&role[list], "text");
            said.sort_unstable();
            known.sort_unstable();
            assert_eq!(said, known, "{list} of the {id}");
        }
    }
}

#[test]
fn a_role_named_twice_among_others_counts_once() {
    let once = piped("compare coo cco").ok();
    assert_eq!(piped("compare coo CCO coo").ok(), once);
    assert_eq!(piped("compare coo coo coo --section duties").ok(), piped("compare coo coo --section duties").ok());
}

#[test]
fn up_to_thirty_roles_are_compared_and_more_are_refused() {
    let role = |i: usize| format!("  - {{id: r-{i}, title: Role {i}, duties: [Opens doors, Key{i}]}}\n");
    let own = Own::one(&(0..31).fold("roles:\n".to_owned(), |text, i| text + &role(i)));
    let compare = |count: usize| {
        let ids = (0..count).fold(String::new(), |ids, i| ids + &format!(" r-{i}"));
        own.piped(&format!("compare{ids} --format json"))
    };
    let all: Value = serde_json::from_str(&compare(30).ok()).expect("JSON");
    let rows = all["facets"][0]["rows"].as_array().expect("rows");
    assert_eq!((rows.len(), &rows[0]["status"]), (31, &Value::from("shared")));
    compare(31).refuses(
        "error: at most 30 roles can be compared at once, not 31\n\n  compare fewer, or see `roles list` and `roles search`, \
         which take any number\n",
    );
}

#[test]
fn what_two_roles_have_in_common_and_what_sets_them_apart_can_be_left_out() {
    let sections = |only: &str| {
        let rows = records(&format!("compare coo cro -s differences,in-common {only}"));
        rows.into_iter().map(|row| row["section"].clone()).collect::<BTreeSet<_>>()
    };
    let [differences, in_common] = ["differences", "in-common"].map(str::to_owned);
    assert_eq!(sections(""), BTreeSet::from([differences.clone(), in_common.clone()]));
    assert_eq!(
        (sections("--only different"), sections("--only shared")),
        (BTreeSet::from([differences]), BTreeSet::from([in_common]))
    );
    assert!(json("compare coo cro --only shared")["pairs"][0]["contrasts"].as_array().is_some_and(Vec::is_empty));
    let headed = |only: &str| on_screen(80, &format!("compare coo cro --all --only {only}")).ok();
    assert!(!headed("shared").contains("DIFFERENCES") && !headed("different").contains("IN COMMON"));
}

#[test]
fn what_stands_under_headings_is_never_shared() {
    let headings = ["standing", "variations", "hire_when", "work_environment", "compensation", "disagreements"];
    for row in records("compare coo cco").iter().filter(|row| headings.contains(&&*row["facet"])) {
        assert!(["uncounted", "rows"].contains(&&*row["status"]) || row["text"].is_empty(), "{row:?}");
    }
    let page = on_screen(100, "compare coo cco -s standing,variations,hiring").ok();
    assert!(page.contains("Hire") || page.contains("HIRE"), "{page}");
    assert!(!page.contains("Both (") && !page.contains("Only the"), "{page}");
}

#[test]
fn what_a_role_takes_over_is_shown_once_and_counts_neither_way() {
    let own = Own::one("roles: [{ id: acme-coo, title: Acme COO, extends: coo, skills: [{ topic: leadership, text: Leads }] }]");
    for roles in ["coo acme-coo", "acme-coo coo"] {
        let corpus = own.name("own.yaml");
        let rows = piped(&format!("compare {roles} --header -s duties,reporting --corpus {corpus}")).ok();
        let counted = rows.lines().filter(|line| ["\tshared\t", "\tonly\t"].iter().any(|status| line.contains(status)));
        assert_eq!(counted.collect::<Vec<_>>(), Vec::<&str>::new());
        assert!(rows.contains("uncounted\tcoo acme-coo"), "{rows}");
        let page = on_screen(80, &format!("compare {roles} -s duties --corpus {corpus}")).ok();
        assert!(page.contains(": as the COO."), "{page}");
        let answer = json(&format!("compare {roles} --corpus {corpus}"));
        let duties = &answer["facets"][0];
        assert!(duties["taken_over_from"].as_array().is_some_and(|from| from.contains(&Value::from("coo"))), "{duties}");
        assert_eq!(piped(&format!("compare {roles} -s duties,reporting --exit-code --corpus {corpus}")).status, 0);
        assert_eq!(piped(&format!("compare {roles} -s skills --exit-code --corpus {corpus}")).status, 1);
    }
}

#[test]
fn the_only_source_of_a_pair_is_named_once_with_its_grade() {
    let own = Own::one(
        "sources: [{ id: s, title: S, publisher: P, grade: C }]
roles: [{ id: a, title: A }, { id: b, title: B }]
pairs:
  - id: a--b
    roles: [a, b]
    contrasts: [{ dimension: Aim, sides: { a: Up, b: Down }, sources: [s] }, { dimension: Way, sides: { a: In, b: Out }, sources: [s] }]
",
    );
    let page = own.on_screen(80, "compare a b -s differences").ok();
    assert!(page.contains("All of this rests on one source, grade C [1]"), "{page}");
    assert_eq!(page.matches("[1]").count(), 2, "at the head and in the list: {page}");
}
