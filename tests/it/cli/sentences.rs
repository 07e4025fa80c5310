//! What a comparison says in sentences, and what it does not claim.

use crate::support::{Answer, Own, on_screen, piped};

/// Five roles and a chief without a profile; two of the roles are at a distance below.
const COMPANY: &str = "
positions: [{ id: chief, title: Chief }]
roles:
  - { id: a, title: A, reporting: { reports_to: [{ to: chief, how: usual }] }, career: { to: [{ role: b, note: in banks }] } }
  - id: b
    title: B
    acronym: BB
    acronym_also_means: [{ text: Big Bird }]
    reporting:
      reports_to:
        - { to: chief, how: usual }
        - { to: a, how: sometimes, when: in firms that put A first }
        - { to: a, how: sometimes, when: as a dotted line }
  - { id: c, title: C, reporting: { reports_to: [{ to: chief, how: usual }] }, duties: [{ text: Counts }] }
  - { id: d, title: D, reporting: { reports_to: [{ to: b, how: usual }, { to: c, how: sometimes }] }, career: { from: [{ role: c }] } }
  - { id: e, title: E, reporting: { reports_to: [{ to: d, how: usual }, { to: b, how: sometimes }] } }
";

/// What the program answers on these.
fn answer(line: &str, run: impl Fn(&str) -> Answer) -> String {
    let own = Own::one(COMPANY);
    run(&format!("{line} {}", own.alone())).ok()
}

/// A section of a comparison as one line of words.
fn said(roles: &str, section: &str) -> String {
    let page = answer(&format!("compare {roles} --section {section}"), |line| on_screen(100, line));
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(roles: &str, section: &str, sentences: &[&str]) {
    let page = said(roles, section);
    let list = page.split('•').skip(1).map(str::trim).collect::<Vec<_>>();
    for (i, sentence) in sentences.iter().enumerate() {
        assert!(list.get(i).is_some_and(|said| said.starts_with(sentence)), "{sentence:?} is not no. {i} of {list:#?}");
    }
}

#[test]
fn who_reports_to_one_superior_is_told_in_one_sentence() {
    says("a c", "reporting", &["Both usually report to the Chief"]);
    says(
        "a b",
        "reporting",
        &["Both usually report to the Chief", "The BB sometimes reports to the A, in firms that put A first or as a dotted line"],
    );
    says("a bb c", "reporting", &["All three usually report to the Chief", "The BB sometimes reports to the A, in firms"]);
}

#[test]
fn whom_a_role_reports_to_through_others_is_told_in_a_sentence_of_its_own() {
    says("a c d", "reporting", &["The A and the C usually report to the Chief", "The D reports to the Chief through the BB"]);
    says("c e", "reporting", &["The C usually reports to the Chief", "The E reports to the Chief through the D and the BB"]);
    says("b e", "reporting", &["The E sometimes reports to the BB", "The E reports to the BB through the D"]);
}

#[test]
fn that_one_role_leads_to_another_is_said_above_the_tables() {
    says("a b", "career", &["The A may become BB, in banks"]);
    says("c d", "career", &["The C may become D"]);
    assert!(said("c d", "career").contains("yes"), "a post that nothing more is said of is no empty cell");
}

#[test]
fn what_else_an_acronym_means_stands_in_the_head() {
    assert!(said("a b", "overview").contains("BB may also mean Big Bird"));
    assert!(!said("a c", "overview").contains("may also mean"));
}

#[test]
fn nothing_is_counted_as_shared_or_as_one_role_s_own_where_a_role_is_unknown() {
    let page = said("a c", "overview");
    assert!(page.contains("Duties 1 ? ? ?"), "{page}");
    let data = answer("compare a c --format json", piped);
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    let facet = &data["overview"]["facets"][0];
    assert!(facet["shared"].is_null() && facet["roles"].as_array().expect("roles").iter().all(|role| role["only"].is_null()));
}
