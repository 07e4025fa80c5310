//! What people may call a role, and what a corpus with two roles of one name does.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use roles::builtin;
use roles::corpus::{Files, Rules};
use roles::error::Error;

use crate::support::{json, piped};

#[test]
fn every_role_is_found_by_each_of_its_names_in_any_case() {
    for role in builtin::corpus().roles.iter() {
        let names = [&role.id, &role.title].into_iter().chain(&role.acronym).chain(&role.alternate_titles);
        for name in names {
            for typed in [name.to_string(), name.to_uppercase(), name.to_lowercase(), format!("  {}  ", name.replace(' ', "  "))]
            {
                let found = json(&format!("show '{typed}'"));
                assert_eq!(found["id"].as_str(), Some(role.id.as_str()), "{typed}");
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
            assert_eq!(found["id"].as_str(), Some(post.id.as_str()), "{name}");
        }
    }
}

#[test]
fn hyphens_spaces_and_underscores_are_one() {
    for typed in [
        "vp-sales-ops",
        "'vp sales ops'",
        "VP_Sales_Ops",
        "'Vice-President of Sales Operations'",
        "'vice president of sales operations'",
    ] {
        assert_eq!(json(&format!("show {typed}"))["id"], "vp-sales-ops", "{typed}");
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

/// A copy of the shipped corpus with one more role in it.
fn with_a_role(role: &str) -> Result<tempfile::TempDir> {
    fn copy(from: &Path, to: &Path) -> Result<()> {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            let target = to.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                copy(&entry.path(), &target)?;
            } else {
                fs::copy(entry.path(), target)?;
            }
        }
        Ok(())
    }
    let folder = tempfile::tempdir()?;
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), folder.path())?;
    let id = role.split_whitespace().nth(1).context("a role begins with its id")?;
    fs::write(folder.path().join(format!("roles/{id}.yaml")), role)?;
    Ok(folder)
}

#[test]
fn two_roles_with_one_acronym_are_an_error_that_lists_both() -> Result<()> {
    let security = "id: security-officer\ntitle: Chief Security Officer\nacronym: CSO\nlevel: c-suite\nfunction: operations\nsummary: { text: Keeps the company safe, sources: [payrollheaven-cso] }\n";
    let folder = with_a_role(security)?;
    let files = Files::read(&[folder.path()]).map_err(|problems| anyhow!("{problems:?}"))?;
    let loaded = files.load(None, &Rules::default()).map_err(|problems| anyhow!("{problems:?}"))?;
    let error: Error = loaded.corpus.find_role("CSO").expect_err("CSO means two").into();
    assert_eq!(
        error.to_string(),
        "error: 'CSO' is the name of more than one\n\n  type the id or the title of the one you mean:\n    cso  Chief Sales Officer\n    security-officer  Chief Security Officer\n"
    );
    assert_eq!(
        loaded.corpus.find_role("chief security officer").map(|role| role.id.to_string()),
        Ok("security-officer".to_owned())
    );
    assert_eq!(
        loaded.corpus.find_role("cso").map(|role| role.id.to_string()),
        Ok("cso".to_owned()),
        "an id typed exactly is safe in scripts"
    );
    Ok(())
}
