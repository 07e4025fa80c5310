//! What people may call a role, and what a corpus with two roles of one name does.

use roles::builtin;

use crate::support::{Own, json, piped};

#[test]
fn every_role_is_found_by_each_of_its_names_in_any_case() {
    for role in builtin::corpus().roles.iter() {
        let names = [&role.id, &role.title].into_iter().chain(&role.acronym).chain(&role.alternate_titles);
        for name in names {
            for typed in [name.clone(), name.to_uppercase(), name.to_lowercase(), format!("  {}  ", name.replace(' ', "  "))] {
                let found = json(&format!("show '{typed}'"));
                assert_eq!(found[0]["id"].as_str(), Some(role.id.as_str()), "{typed}");
            }
        }
    }
}

#[test]
fn every_position_is_found_by_each_of_its_names() {
    let corpus = builtin::corpus();
    for post in corpus.posts.iter() {
        for name in [&post.id, &post.title].into_iter().chain(&post.acronym).chain(&post.alternate_titles) {
            let found = json(&format!("show '{name}'"));
            assert_eq!(found[0]["id"].as_str(), Some(post.id.as_str()), "{name}");
        }
    }
}

#[test]
fn a_slip_of_the_fingers_finds_the_longer_names_too() {
    for (typed, id) in [
        ("vp-slaes-ops", "vp-sales-ops"),
        ("'chief opertaing officer'", "coo"),
        ("'Cheif Revenue Officer'", "cro"),
        ("vp-sale", "vp-sales"),
    ] {
        let answer = piped(&format!("show {typed}"));
        assert_eq!((answer.status, &*answer.stdout), (2, ""), "{answer}");
        assert!(answer.stderr.contains(&format!("did you mean:\n    {id}  ")), "{answer}");
    }
}

#[test]
fn a_name_is_suggested_once() {
    for typed in ["cxo", "cof", "cs", "vp-sales-op", "'chief operation officer'", "'chief marketing oficer'"] {
        let answer = piped(&format!("show {typed}"));
        let mut suggested: Vec<&str> = answer.stderr.lines().filter(|line| line.starts_with("    ")).collect();
        let all = suggested.len();
        suggested.sort_unstable();
        suggested.dedup();
        assert!(all > 0 && suggested.len() == all, "{answer}");
    }
}

#[test]
fn an_acronym_of_two_roles_is_an_error_that_lists_both() {
    let own = Own::one("{ id: security-officer, title: Chief Security Officer, acronym: CSO }");
    let show = |name: &str| piped(&format!("show '{name}' --corpus {} --format json", own.name("own.yaml")));
    show("CSO").refuses(
        "error: 'CSO' is the name of more than one\n\n  type the id or the title of the one you mean:\n    cso  Chief Sales Officer\n    security-officer  Chief Security Officer\n",
    );
    assert!(show("chief security officer").ok().contains("\"security-officer\""));
    assert!(show("cso").ok().contains("\"cso\""), "an id typed exactly is safe in scripts");
}
