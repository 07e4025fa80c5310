//! Laws of any two versions, tried on made-up ones that are small, so that ties and near misses are many.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use roles::diff::EntryKind;
use serde_json::{Map, Value, json};

use super::versions::{facts, figures, line, lines, with_two};

const TOPICS: [&str; 3] = ["one", "two", "three"];
const WORDS: [&str; 8] = ["sells", "plans", "hires", "budget", "growth", "teams", "markets", "risk"];

/// Up to so many statements of few words, none of them said twice.
fn statements(most: usize) -> impl Strategy<Value = Vec<Value>> {
    let sources = subsequence(&["s1", "s2"][..], 0..=2);
    let statement = (option::weighted(0.6, select(&TOPICS[..])), vec(select(&WORDS[..]), 1..5), sources);
    vec(statement, 0..=most).prop_map(|drawn| {
        let mut said = BTreeSet::new();
        let fresh = drawn.into_iter().filter(|(_, words, _)| said.insert(words.join(" "))).collect::<Vec<_>>();
        fresh
            .into_iter()
            .map(|(topic, words, sources)| {
                let mut statement = json!({ "text": words.join(" "), "sources": sources });
                if let Some(topic) = topic {
                    statement["topic"] = topic.into();
                }
                statement
            })
            .collect()
    })
}

fn figure() -> impl Strategy<Value = Value> {
    let amount = || 1000_u64..1004;
    (
        select(&["base", "bonus"][..]),
        option::of(select(&["US", "DE"][..])),
        option::of(2020_u16..2023),
        amount(),
        option::of(amount()),
    )
        .prop_map(|(measure, region, as_of, median, average)| {
            let mut figure = json!({ "measure": measure, "median": median, "currency": "USD", "per": "year", "source": "s1" });
            if let Some(region) = region {
                figure["region"] = region.into();
            }
            if let Some(as_of) = as_of {
                figure["as_of"] = as_of.into();
            }
            if let Some(average) = average {
                figure["average"] = average.into();
            }
            figure
        })
}

fn role() -> impl Strategy<Value = Value> {
    let how = || select(&["usual", "sometimes"][..]);
    let lines = (vec((select(&["boss", "chair"][..]), how()), 0..3), vec((select(&["sales", "tax"][..]), how()), 0..3));
    let lists = (statements(6), statements(4), statements(2), vec(figure(), 0..4));
    let degrees = vec((select(&["bachelor", "mba"][..]), select(&["usual", "minimum"][..])), 0..3);
    let words =
        (select(&["Head", "Chief", "Lead"][..]), option::of(select(&["X", "Y"][..])), option::of(select(&["sales", "tax"][..])));
    (lists, lines, degrees, words).prop_map(
        |((duties, skills, metrics, salary), (up, over), degrees, (title, acronym, function))| {
            let up: Vec<Value> = up.into_iter().map(|(to, how)| json!({ "to": to, "how": how })).collect();
            let over: Vec<Value> = over.into_iter().map(|(function, how)| json!({ "function": function, "how": how })).collect();
            let degrees: Vec<Value> =
                degrees.into_iter().map(|(degree, need)| json!({ "degree": degree, "need": need })).collect();
            let mut role = json!({
                "title": title, "duties": duties, "skills": skills, "metrics": metrics, "salary": salary,
                "requirements": { "education": degrees }, "reporting": { "reports_to": up, "oversees": over },
            });
            if let Some(acronym) = acronym {
                role["acronym"] = acronym.into();
            }
            if let Some(function) = function {
                role["function"] = function.into();
            }
            role
        },
    )
}

/// Up to four roles of five ids, a pair of the first two where both are there, and a vocabulary.
fn corpus() -> impl Strategy<Value = Value> {
    let pair = (statements(2), option::of(select(&WORDS[..])));
    (subsequence(&["r0", "r1", "r2", "r3", "r4"][..], 0..=4), vec(role(), 5), option::of(pair), select(&["A", "B"][..])).prop_map(
        |(ids, drawn, pair, word)| {
            let named = |(id, mut role): (&&str, Value)| {
                role["id"] = (*id).into();
                role
            };
            let roles: Vec<Value> = ids.iter().zip(drawn).map(named).collect();
            let mut corpus = Map::new();
            corpus.insert("roles".into(), roles.into());
            if let (Some((choice, dimension)), ["r0", "r1", ..]) = (pair, ids.as_slice()) {
                let contrasts: Vec<Value> =
                    dimension.into_iter().map(|side| json!({ "dimension": "D", "sides": { "r0": side, "r1": "b" } })).collect();
                let pair = json!({ "id": "r0--r1", "roles": ["r0", "r1"], "contrasts": contrasts, "choice": choice });
                corpus.insert("pairs".into(), json!([pair]));
            }
            let terms: Vec<Value> = TOPICS.iter().map(|id| json!({ "id": id, "label": format!("{word} {id}") })).collect();
            corpus.insert("topics".into(), terms.into());
            corpus.insert("functions".into(), json!([{ "id": "sales", "label": "Sales" }, { "id": "tax", "label": "Tax" }]));
            corpus.insert("positions".into(), json!([{ "id": "boss", "title": "Boss" }, { "id": "chair", "title": word }]));
            let source = |id: &str| json!({ "id": id, "title": word, "publisher": "P", "grade": word });
            corpus.insert("sources".into(), json!([source("s1"), source("s2")]));
            corpus.into()
        },
    )
}

/// The same corpus written the other way round: roles, and everything in their lists.
fn turned(corpus: &Value) -> Value {
    let mut corpus = corpus.clone();
    let turn = |list: &mut Value| list.as_array_mut().into_iter().for_each(|list| list.reverse());
    corpus.as_object_mut().expect("a mapping").values_mut().for_each(turn);
    for role in corpus["roles"].as_array_mut().expect("roles") {
        role.as_object_mut().expect("a mapping").values_mut().for_each(turn);
        for list in ["reports_to", "oversees"] {
            turn(&mut role["reporting"][list]);
        }
    }
    corpus
}

/// What is left of some lines when others are taken away; each of those must have been there.
fn without(mut all: BTreeMap<String, usize>, taken: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    for line in taken {
        let count = all.get_mut(&line).unwrap_or_else(|| panic!("{line} was told and is not in the version"));
        *count -= 1;
        if *count == 0 {
            all.remove(&line);
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn nothing_changes_from_a_version_to_itself(a in corpus()) {
        with_two(&a, &a, false, |_, _, changes| assert!(changes.is_empty(), "{changes:#?}"));
        with_two(&a, &turned(&a), false, |_, _, changes| assert!(changes.is_empty(), "{changes:#?}"));
    }

    #[test]
    fn the_way_back_is_the_way_there_with_the_sides_swapped(a in corpus(), b in corpus()) {
        let there = with_two(&a, &b, false, |_, _, changes| facts(changes, true));
        let back = with_two(&b, &a, false, |_, _, changes| facts(changes, false));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn the_order_of_roles_does_not_matter(a in corpus(), b in corpus()) {
        let turned = |corpus: &Value| {
            let mut corpus = corpus.clone();
            corpus["roles"].as_array_mut().expect("roles").reverse();
            corpus
        };
        let written = with_two(&a, &b, false, |_, _, changes| serde_json::to_string(changes).expect("JSON"));
        prop_assert_eq!(&written, &with_two(&turned(&a), &b, false, |_, _, changes| serde_json::to_string(changes).expect("JSON")));
        prop_assert_eq!(&written, &with_two(&a, &turned(&b), false, |_, _, changes| serde_json::to_string(changes).expect("JSON")));
    }

    #[test]
    fn nothing_is_lost(a in corpus(), b in corpus()) {
        with_two(&a, &b, false, |old, new, changes| {
            for role in new.roles.iter() {
                let entry = changes.of(EntryKind::Role).iter().find(|entry| entry.id == role.id.as_str());
                let was = old.roles.get(entry.and_then(|entry| entry.was).unwrap_or(&role.id));
                let Some(was) = was else {
                    assert!(entry.is_some_and(|entry| entry.size.statements == lines(new, role).values().sum::<usize>()));
                    continue;
                };
                let Some(entry) = entry else {
                    assert_eq!((lines(old, was), figures(was)), (lines(new, role), figures(role)), "a change is not told");
                    continue;
                };
                let (said, says) = (entry.statements.iter(), entry.statements.iter());
                let stayed = without(lines(old, was), said.filter_map(|change| change.old.as_ref()).map(line));
                let stays = without(lines(new, role), says.filter_map(|change| change.new.as_ref()).map(line));
                assert_eq!(&stayed, &stays, "what is not told has not changed");
                assert_eq!(stays.values().sum::<usize>(), entry.unchanged.statements);
                let paid = entry.salary.iter().filter_map(|change| change.old).map(|figure| format!("{figure:?}"));
                let pays = entry.salary.iter().filter_map(|change| change.new).map(|figure| format!("{figure:?}"));
                let stays = without(figures(role), pays);
                assert_eq!(&without(figures(was), paid), &stays);
                assert_eq!(stays.values().sum::<usize>(), entry.unchanged.salary);
            }
            let gone = |id: &str| changes.of(EntryKind::Role).iter().any(|entry| entry.was.unwrap_or(entry.id) == id);
            assert!(old.roles.iter().all(|role| new.roles.get(&role.id).is_some() || gone(&role.id)), "a role is lost");
        });
    }
}
