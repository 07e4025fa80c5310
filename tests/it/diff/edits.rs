//! Edits of known kinds are told as what they were.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use roles::diff::EntryKind;
use serde_json::{Value, json};

use roles::facets::Passage;

use super::versions::with_two;

/// What is done to one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edit {
    Keep,
    /// One of its six words is another.
    Reword,
    /// It goes to another list, in the same words.
    MoveToSkills,
    /// It goes under another topic.
    MoveToTopic,
    /// It goes under another topic of another list, with another word.
    MoveAndReword,
    Remove,
    /// A new one stands after it.
    AddAfter,
    Cite,
}

const TOPICS: [&str; 2] = ["budgeting", "negotiation"];

fn edits() -> impl Strategy<Value = Vec<(Option<usize>, Edit)>> {
    let edit = select(
        &[
            Edit::Keep,
            Edit::Keep,
            Edit::Reword,
            Edit::MoveToSkills,
            Edit::MoveToTopic,
            Edit::MoveAndReword,
            Edit::Remove,
            Edit::AddAfter,
            Edit::Cite,
        ][..],
    );
    vec((proptest::option::of(0_usize..2), edit), 0..40)
}

/// Six words that stand in no other text, or all but one of them.
fn text(number: usize, last: &str) -> String {
    format!("w{number}x1 w{number}x2 w{number}x3 w{number}x4 w{number}x5 w{number}{last}")
}

fn statement(topic: Option<usize>, text: &str) -> Value {
    let mut statement = json!({ "text": text });
    if let Some(topic) = topic {
        statement["topic"] = TOPICS[topic].into();
    }
    statement
}

fn corpus(duties: &[Value], skills: &[Value], amounts: &[(u64, u64)], new: bool) -> Value {
    let figure = |(i, &(old, more)): (usize, &(u64, u64))| json!({ "measure": "base", "median": if new { old + more } else { old }, "currency": "USD", "per": "year", "region": format!("R{i}") });
    let salary: Vec<Value> = amounts.iter().enumerate().map(figure).collect();
    json!({ "roles": [{ "id": "mine", "title": "Mine", "duties": duties, "skills": skills, "salary": salary }] })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn each_edit_is_told_as_what_it_was(edits in edits(), amounts in vec((100_000_u64..200_000, 0_u64..3), 0..5), turn in any::<bool>()) {
        let (mut before, mut duties, mut skills) = (Vec::new(), Vec::new(), Vec::new());
        let mut expected: Vec<String> = Vec::new();
        for (i, &(topic, edit)) in edits.iter().enumerate() {
            let (same, other) = (text(i, "x6"), text(i, "other"));
            let id = topic.map_or("", |topic| TOPICS[topic]);
            // From one topic to the other, and from none to the first.
            let next = topic.map_or(0, |topic| 1 - topic);
            before.push(statement(topic, &same));
            let mut expect = |change: &str, from: [&str; 3], to: [&str; 3]| {
                expected.push(format!("{change} {} -> {}", from.join("|"), to.join("|")));
            };
            match edit {
                Edit::Keep => duties.push(statement(topic, &same)),
                Edit::Reword => {
                    duties.push(statement(topic, &other));
                    expect("reworded", ["duties", id, &same], ["duties", id, &other]);
                }
                Edit::MoveToSkills => {
                    skills.push(statement(topic, &same));
                    expect("moved", ["duties", id, &same], ["skills", id, &same]);
                }
                Edit::MoveToTopic => {
                    duties.push(statement(Some(next), &same));
                    expect("moved", ["duties", id, &same], ["duties", TOPICS[next], &same]);
                }
                Edit::MoveAndReword => {
                    skills.push(statement(Some(next), &other));
                    expect("moved", ["duties", id, &same], ["skills", TOPICS[next], &other]);
                }
                Edit::Remove => expect("removed", ["duties", id, &same], ["", "", ""]),
                Edit::AddAfter => {
                    duties.extend([statement(topic, &same), statement(topic, &text(i + 1000, "x6"))]);
                    expect("added", ["", "", ""], ["duties", id, &text(i + 1000, "x6")]);
                }
                Edit::Cite => {
                    let mut cited = statement(topic, &same);
                    cited["sources"] = json!(["hbr-coo-2006"]);
                    duties.push(cited);
                    expect("sources", ["duties", id, &same], ["duties", id, &same]);
                }
            }
        }
        if turn {
            duties.reverse();
            skills.reverse();
        }
        for (i, (old, more)) in amounts.iter().enumerate().filter(|(_, (_, more))| *more > 0) {
            expected.push(format!("changed R{i} {old} -> {} by {more}", old + more));
        }
        let told = with_two(&corpus(&before, &[], &amounts, false), &corpus(&duties, &skills, &amounts, true), true, |_, _, changes| {
            let mut told = Vec::new();
            for entry in changes.of(EntryKind::Role) {
                for change in &entry.statements {
                    let side = |said: &Option<Passage>| {
                        let said = said.as_ref().map(|said| [said.list.key, said.topic.unwrap_or_default(), &said.text].join("|"));
                        said.unwrap_or_else(|| "||".to_owned())
                    };
                    told.push(format!("{} {} -> {}", change.change.key(), side(&change.old), side(&change.new)));
                }
                for figure in &entry.salary {
                    let (old, new) = (figure.old.expect("a figure"), figure.new.expect("a figure"));
                    let [amount] = figure.amounts.as_slice() else { panic!("one amount changes: {figure:?}") };
                    let median = |figure: &roles::model::SalaryFigure| figure.median.expect("a median").value;
                    let region = old.region.as_deref().unwrap_or_default();
                    let by = amount.difference.unwrap_or_default();
                    told.push(format!("{} {region} {} -> {} by {by}", figure.change.key(), median(old), median(new)));
                }
            }
            assert!(changes.of(EntryKind::Role).iter().all(|entry| entry.change == roles::diff::Change::Changed && entry.fields.is_empty()));
            assert_eq!(changes.entries.values().flatten().count(), changes.of(EntryKind::Role).len(), "nothing else changed");
            told
        });
        let sorted = |mut list: Vec<String>| {
            list.sort();
            list
        };
        prop_assert_eq!(sorted(told), sorted(expected));
    }
}

#[test]
fn what_two_roles_took_over_from_one_does_not_make_them_one() {
    let role = |id: &str, skill: &str| json!({ "roles": [{ "id": id, "title": id, "extends": "coo", "skills": [skill] }] });
    with_two(&role("cto", "Software"), &role("chro", "Labor law"), true, |_, _, changes| {
        let told: Vec<_> = changes.of(EntryKind::Role).iter().map(|entry| (entry.id, entry.change.key())).collect();
        assert_eq!(told, [("chro", "added"), ("cto", "removed")]);
    });
}

#[test]
fn an_own_version_of_a_built_in_role_comes_and_goes_and_the_built_in_ones_are_never_told() {
    let own = json!({ "roles": [{ "id": "coo", "extends": "coo", "duties": ["Runs the plant"] }] });
    let none = json!({ "roles": [{ "id": "mine", "title": "Mine" }] });
    let both =
        json!({ "roles": [{ "id": "coo", "extends": "coo", "duties": ["Runs the plant"] }, { "id": "mine", "title": "Mine" }] });
    with_two(&none, &both, true, |_, _, changes| {
        assert_eq!(
            changes.of(EntryKind::Role).iter().map(|entry| (entry.id, entry.change.key())).collect::<Vec<_>>(),
            [("coo", "added")]
        );
    });
    with_two(&both, &own, true, |_, _, changes| {
        assert_eq!(
            changes.of(EntryKind::Role).iter().map(|entry| (entry.id, entry.change.key())).collect::<Vec<_>>(),
            [("mine", "removed")]
        );
    });
}

#[test]
fn an_open_ended_amount_is_never_subtracted() {
    let role = |high: Value| {
        let salary = json!([{ "measure": "base", "low": 100_000, "high": high, "currency": "USD", "per": "year" }]);
        json!({ "roles": [{ "id": "mine", "title": "Mine", "salary": salary }] })
    };
    with_two(&role(json!(150_000)), &role(json!("150000+")), true, |_, _, changes| {
        let amount = &changes.of(EntryKind::Role)[0].salary[0].amounts[0];
        assert_eq!((amount.difference, amount.percent), (None, None));
    });
    with_two(&role(json!(160_000)), &role(json!(150_000)), true, |_, _, changes| {
        let amount = &changes.of(EntryKind::Role)[0].salary[0].amounts[0];
        assert_eq!((amount.difference, amount.percent), (Some(-10_000), Some(-6.3)));
    });
}
