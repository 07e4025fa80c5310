//! `roles show`: profiles, positions, numbered sources.

use std::collections::BTreeSet;
use std::fs;

use roles::facets::Section;
use serde_json::Value;

use crate::support::{json, on_screen, piped, records};

const ROLES: [&str; 7] = ["cco", "cfo", "cmo", "coo", "cro", "cso", "vp-sales-ops"];

#[test]
fn roles_are_a_list_whether_one_or_several() {
    let role = &json("show cro")[0];
    assert_eq!((role["id"].as_str(), role["title"].as_str()), (Some("cro"), Some("Chief Revenue Officer")));
    let duties = role["duties"].as_array().expect("duties");
    assert!(duties.len() >= 10 && duties.iter().all(|duty| duty["topic"].is_string() && duty["text"].is_string()), "{duties:?}");
    assert!(duties.iter().all(|duty| duty["sources"].as_array().is_some_and(|sources| !sources.is_empty())), "{duties:?}");
    let two = json("show cfo cmo");
    assert_eq!(
        two.as_array().expect("a list").iter().map(|role| role["id"].as_str().expect("an id")).collect::<Vec<_>>(),
        ["cfo", "cmo"]
    );
    assert_eq!(two[0], json("show cfo")[0]);
}

#[test]
fn json_has_all_that_the_file_has_under_the_same_keys() {
    for id in ROLES {
        let file = fs::read_to_string(format!("{}/data/roles/{id}.yaml", env!("CARGO_MANIFEST_DIR"))).expect("the role's file");
        let written: Value = serde_yaml::from_str(&file).expect("YAML");
        assert_has(&json(&format!("show {id}"))[0], &written, id);
    }
}

/// Checks that a value has everything another has; scalars are compared as written.
fn assert_has(value: &Value, other: &Value, path: &str) {
    match (value, other) {
        (Value::Object(own), Value::Object(wanted)) => {
            wanted
                .iter()
                .for_each(|(key, wanted)| assert_has(own.get(key).unwrap_or(&Value::Null), wanted, &format!("{path}.{key}")));
        }
        (Value::Array(own), Value::Array(wanted)) => {
            assert_eq!(own.len(), wanted.len(), "{path}");
            own.iter().zip(wanted).enumerate().for_each(|(i, (own, wanted))| assert_has(own, wanted, &format!("{path}[{i}]")));
        }
        _ => {
            let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            // An open end, as of `450000+`, is named beside the number.
            let wanted = if value.is_u64() { plain(other).trim_end_matches('+').to_owned() } else { plain(other) };
            assert_eq!(plain(value), wanted, "{path}");
        }
    }
}

#[test]
fn a_position_without_a_profile_shows_who_reports_there() {
    let reports: BTreeSet<String> =
        records("show ceo").into_iter().filter(|row| row["relation"] == "direct_report").map(|row| row["role"].clone()).collect();
    let listed: BTreeSet<String> = piped("list -q --reports-to ceo").ok().lines().map(str::to_owned).collect();
    assert!(reports.is_superset(&listed) && listed.len() == 6, "{reports:?} against {listed:?}");
    let page = on_screen(80, "show ceo").ok();
    for id in &listed {
        let title = json(&format!("show {id}"))[0]["title"].as_str().expect("a title").to_owned();
        assert!(page.contains(&title), "{title} is not in\n{page}");
    }
    assert_eq!(json("show CEO")[0]["title"], "Chief Executive Officer");
    let rows = records("show vp-sales");
    assert!(
        rows.iter().any(|row| row["role"] == "vp-sales-ops" && row["relation"] == "direct_report" && row["how"] == "usual"),
        "{rows:?}"
    );
}

#[test]
fn sections_narrow_the_answer_in_the_order_of_the_whole() {
    let all = records("show coo");
    for section in Section::ALL.into_iter().filter(|section| !matches!(section, Section::Differences | Section::InCommon)) {
        let alone = records(&format!("show coo --section {}", section.key()));
        let expected: Vec<_> = all.iter().filter(|row| row["section"] == section.key()).cloned().collect();
        assert_eq!(alone, expected, "{}", section.key());
    }
    piped("show coo --section differences").is(0, "", "`roles compare` shows what two roles have together\n");
    let two = records("show coo --section salary,duties");
    assert!(two.first().is_some_and(|row| row["section"] == "duties"), "sections keep their order however they are typed");
    assert!(two.iter().all(|row| row["section"] == "duties" || row["section"] == "salary"));
    let page = on_screen(80, "show coo -s skills").ok();
    assert!(page.contains("SKILLS") && !page.contains("DUTIES"), "{page}");
}

#[test]
fn a_section_goes_by_the_words_of_its_headings_in_any_case() {
    for section in Section::ALL {
        let expected = piped(&format!("show coo --section {}", section.key()));
        let facets = section.facets().flat_map(|facet| [facet.key().to_owned(), facet.label().to_owned()]);
        for word in facets.chain([section.label().to_uppercase(), section.label().to_lowercase()]) {
            let answer = piped(&format!("show coo --section '{word}'"));
            assert_eq!((answer.status, answer.stdout), (0, expected.stdout.clone()), "{word}");
        }
    }
    assert_eq!(piped("show coo -s HIRE_when,pay").ok(), piped("show coo -s hiring,salary").ok());
    let words = "'Where they clash,Which one to hire,Cases,Questions,contrasts,conflicts,choice'";
    assert_eq!(piped(&format!("compare coo cro -s {words}")).ok(), piped("compare coo cro -s differences").ok());
    let words = "'How they work together,Where they overlap,collaboration'";
    assert_eq!(piped(&format!("compare coo cro -s {words}")).ok(), piped("compare coo cro -s in-common").ok());
}

/// The numbers cited in a text and those its list of sources has.
fn citations(page: &str) -> (BTreeSet<usize>, Vec<usize>) {
    let (text, sources) = page.split_once("\nSOURCES\n").expect("a list of sources");
    let numbers = |text: &str| {
        // Where notes go on in the next line, another column may stand between; longer numbers are years.
        let open = text.split('[').skip(1).filter_map(|part| part.split_once(']'));
        let numbers = open.flat_map(|(numbers, _)| numbers.split(|c: char| !c.is_ascii_digit()));
        numbers.filter(|number| number.len() < 4).filter_map(|number| number.parse().ok()).collect::<Vec<usize>>()
    };
    let heads = sources.lines().filter(|line| line.trim_start().starts_with('['));
    (numbers(text).into_iter().collect(), heads.flat_map(|line| numbers(line).into_iter().take(1)).collect())
}

#[test]
fn every_number_in_the_text_is_in_the_list_of_sources_and_the_other_way_round() {
    let mut lines: Vec<String> = ROLES.iter().map(|id| format!("show {id} --all")).collect();
    lines.extend(
        [
            "show cfo cmo --all",
            "show ceo",
            "show vp-sales",
            "show cro --section salary",
            "compare coo cco --all",
            "compare cfo coo cmo cso --all",
        ]
        .map(str::to_owned),
    );
    for line in lines {
        for width in [60, 80, 120] {
            let (cited, listed) = citations(&on_screen(width, &line).ok());
            assert!(!listed.is_empty());
            assert!(listed.is_sorted_by(|one, next| one < next), "{line} at {width}: sources are out of order: {listed:?}");
            assert_eq!(cited, listed.into_iter().collect(), "{line} at {width}: cited on the left, listed on the right");
        }
    }
}

/// How often a value cites a source, counting every list of sources and every salary figure once.
fn times_cited(value: &Value, source: &str) -> u64 {
    match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| match (key.as_str(), value) {
                ("source", value) => u64::from(value == source),
                ("sources", Value::Array(ids)) => ids.iter().filter(|id| *id == source).count() as u64,
                _ => times_cited(value, source),
            })
            .sum(),
        Value::Array(list) => list.iter().map(|value| times_cited(value, source)).sum(),
        _ => 0,
    }
}

#[test]
fn sources_can_be_narrowed_to_roles_and_grades() {
    let all = records("sources");
    let grades = |records: &[std::collections::BTreeMap<String, String>]| {
        records.iter().map(|row| row["grade"].clone()).collect::<Vec<_>>()
    };
    assert!(grades(&all).is_sorted(), "the best grade comes first");
    let good = records("sources --grade a,B");
    assert_eq!(good, all.iter().filter(|row| row["grade"] != "C").cloned().collect::<Vec<_>>());
    let of_the_cro: BTreeSet<String> = records("sources CRO").iter().map(|row| row["id"].clone()).collect();
    let profile = &json("show cro")[0];
    let cited: BTreeSet<String> = all.iter().map(|row| row["id"].clone()).filter(|id| times_cited(profile, id) > 0).collect();
    assert_eq!(of_the_cro, cited);
}
