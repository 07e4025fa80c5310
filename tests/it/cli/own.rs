//! Corpora of people's own: on top of the built-in one, alone, and on top of each other.

use std::env;
use std::ffi::OsString;

use roles::terminal::Terminal;
use serde_json::Value;

use crate::support::{Answer, Own, piped, run, spawned, split};

impl Own {
    /// Runs a line with the folder for its corpus.
    fn roles(&self, line: &str) -> Answer {
        self.with(line, &[""])
    }

    /// Runs a line with some of the files for its corpora.
    fn with(&self, line: &str, names: &[&str]) -> Answer {
        let mut args = split(line);
        for name in names {
            args.extend([OsString::from("--corpus"), self.path(name).into_os_string()]);
        }
        run(&Terminal::default(), args)
    }

    fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.roles(&format!("{line} --format json")).ok()).expect("JSON")
    }
}

const ACME: &str = "
roles:
  - id: acme-coo
    extends: coo
    reporting:
      reports_to: [{ to: president, how: usual }]
    duties:
      - Runs the two plants
      - { topic: budgeting, text: Owns the plant budget }
";

#[test]
fn a_file_lies_on_top_of_the_built_in_roles_and_the_list_says_where_each_comes_from() {
    let own = Own::of(&[("acme.yaml", ACME)]);
    let list = own.with("list --columns id,origin", &["acme.yaml"]).ok();
    assert_eq!(list.lines().next().expect("a line"), format!("acme-coo\t{}", own.path("acme.yaml").display()));
    assert!(list.contains("\ncoo\tbuilt-in\n"), "{list}");
    assert_eq!(list.lines().count(), 8);
    // Unasked, the column is there as soon as there is something to tell apart.
    assert!(own.roles("list").ok().lines().all(|line| line.split('\t').count() == 5));
    assert!(piped("list").ok().lines().all(|line| line.split('\t').count() == 4));
}

#[test]
fn without_the_built_in_roles_only_ones_own_are_left() {
    let own = Own::of(&[("corpus.yaml", "roles:\n  - { id: chief, title: Chief }\n  - { id: deputy, title: Deputy }\n")]);
    assert_eq!(own.roles("list -q --no-builtin").ok(), "chief\ndeputy\n");
    let nothing = "error: --no-builtin leaves nothing to answer from\n\n  name a corpus with --corpus PATH or ROLES_CORPUS\n";
    piped("list --no-builtin").refuses(nothing);
}

#[test]
fn a_role_that_extends_another_has_its_own_fields_and_for_the_rest_the_others() {
    let own = Own::of(&[("acme.yaml", ACME)]);
    let [coo, acme] = ["show coo", "show acme-coo"].map(|line| own.json(line)[0].clone());
    for taken_over in
        ["title", "acronym", "level", "function", "summary", "skills", "metrics", "salary", "requirements", "career"]
    {
        assert_eq!(acme[taken_over], coo[taken_over], "{taken_over}");
    }
    assert_eq!(acme["extends"], "coo");
    assert_eq!(acme["reporting"]["oversees"], coo["reporting"]["oversees"]);
    assert_eq!(acme["reporting"]["reports_to"].as_array().expect("lines").len(), 1);
    let texts: Vec<_> = acme["duties"].as_array().expect("duties").iter().map(|duty| &duty["text"]).collect();
    assert_eq!(texts, ["Runs the two plants", "Owns the plant budget"]);
}

#[test]
fn a_field_that_is_given_as_nothing_is_not_taken_over() {
    let own = Own::of(&[("acme.yaml", "id: acme-coo\nextends: coo\nskills: []\nacronym: null\n")]);
    let acme = &own.json("show acme-coo")[0];
    assert_eq!(acme["skills"].as_array().expect("skills").len(), 0);
    assert_eq!(acme["acronym"], Value::Null);
    assert!(!acme["duties"].as_array().expect("duties").is_empty());
}

#[test]
fn what_a_company_does_differently_is_all_that_differs() {
    let own = Own::of(&[("acme.yaml", ACME)]);
    let different = own.roles("compare coo acme-coo --only different").ok();
    let sections = different.lines().filter_map(|line| line.split('\t').next()).filter(|section| *section != "overview");
    let sections: Vec<&str> = sections.collect();
    assert!(sections.iter().all(|section| ["duties", "reporting"].contains(section)), "{sections:?}");
    assert!(different.contains("Runs the two plants") && different.contains("president"), "{different}");
}

#[test]
fn the_variable_names_corpora_and_a_flag_goes_before_it() {
    let own = Own::of(&[("one.yaml", "{ id: one, title: One }"), ("two.yaml", "{ id: two, title: Two }")]);
    let both = env::join_paths([own.path("one.yaml"), own.path("two.yaml")]).expect("paths without colons");
    let variable = [("ROLES_CORPUS", both.to_str().expect("UTF-8"))];
    assert_eq!(spawned(&variable, "list -q --no-builtin").ok(), "one\ntwo\n");
    let flag = format!("list -q --no-builtin --corpus '{}'", own.path("two.yaml").display());
    assert_eq!(spawned(&variable, &flag).ok(), "two\n");
}

#[test]
fn a_name_that_is_taken_over_means_the_role_it_is_taken_from() {
    let own = Own::of(&[("acme.yaml", ACME)]);
    let by_title = own.roles("show 'Chief Operating Officer' --format json -s overview").ok();
    assert_eq!(by_title, own.roles("show coo --format json -s overview").ok());
    let compared = own.roles("compare COO acme-coo --brief").ok();
    assert!(compared.contains("\tacme-coo\t") && compared.contains("\tcoo\t"), "{compared}");
    let table = own.roles("compare coo acme-coo --format table").ok();
    assert!(table.contains("COO") && table.contains("acme-coo"), "{table}");
}

#[test]
fn topics_functions_sources_positions_and_pairs_of_ones_own_are_used_like_the_built_in_ones() {
    let own = Own::of(&[(
        "corpus.yaml",
        "
topics: [{ id: plants, label: Plants, broader: operations }]
functions: [{ id: plants, label: Plants }]
positions: [{ id: foreman, title: Foreman }]
sources: [{ id: book, title: Handbook, publisher: Acme, grade: A }]
roles:
  - { id: plant-head, title: Plant Head, function: plants, duties: [{ topic: plants, text: Runs a plant, sources: [book] }],
      reporting: { reports_to: [{ to: coo, how: usual }], direct_reports: [{ from: foreman, how: usual }] } }
pairs:
  - { id: coo--plant-head, roles: [coo, plant-head],
      contrasts: [{ dimension: Reach, sides: { coo: All plants, plant-head: One plant }, sources: [book] }] }
",
    )]);
    assert!(own.roles("list --reports-to coo -q").ok().contains("plant-head\n"));
    assert!(own.roles("list --reports-to ceo --indirect -q").ok().contains("plant-head\n"));
    assert!(own.roles("show plant-head --all --format markdown").ok().contains("Handbook"));
    assert!(own.roles("compare plant-head coo -s differences").ok().contains("One plant"));
    assert!(own.roles("show foreman").ok().contains("plant-head"));
    assert!(own.roles("sources plant-head").ok().starts_with("book\t"));
}

#[test]
fn a_folder_of_other_peoples_yaml_is_refused_file_by_file() {
    let own = Own::of(&[
        ("compose.yaml", "services:\n  web: { image: nginx }\n"),
        ("play.yml", "- hosts: all\n  tasks: []\n"),
        ("deep/er/ignored.yaml", "x: 1\n"),
    ]);
    let answer = own.roles("list");
    assert!((answer.status, answer.stdout.as_str()) == (2, ""), "{answer}");
    for told in ["compose.yaml:1:1", "play.yml:1:1", "services"] {
        assert!(answer.stderr.contains(told), "{told}: {answer}");
    }
    assert!(!answer.stderr.contains("ignored"), "{answer}");
}
