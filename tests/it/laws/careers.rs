//! Which of the compared roles leads to which: each step that either end tells of, once, with all who say so.

use proptest::prelude::*;
use roles::model::{Career, CareerStep, Role};

use super::everywhere::{everywhere, whole};
use super::generated::{bare, with_corpus};

#[test]
fn a_step_is_told_where_one_of_its_ends_tells_of_it() {
    everywhere(3, |corpus, roles| {
        let told = whole(corpus, roles).careers.expect("careers were asked for");
        for from in roles {
            for to in roles.iter().filter(|to| to.id != from.id) {
                let onward = from.career.to.iter().filter(|step| *step.role == *to.id);
                let back = to.career.from.iter().filter(|step| *step.role == *from.id);
                let said: Vec<&CareerStep> = onward.chain(back).collect();
                let steps: Vec<_> = told.iter().filter(|step| (step.from, step.to) == (&*from.id, &*to.id)).collect();
                prop_assert_eq!(steps.len(), usize::from(!said.is_empty()), "{} to {}", from.id, to.id);
                for source in said.iter().flat_map(|step| &step.sources) {
                    prop_assert_eq!(steps[0].sources.iter().filter(|known| **known == source).count(), 1);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_step_is_limited_only_where_everybody_limits_it() {
    let step = |role: &'static str, note: Option<&'static str>| CareerStep {
        role: String::from(role),
        lateral: false,
        note: note.map(String::from),
        sources: vec!["s0".to_owned()],
    };
    let notes = |note| {
        let to = Career { to: vec![step("b", Some("in banks"))], ..Career::default() };
        let from = Career { from: vec![step("a", note)], ..Career::default() };
        let roles = [Role { career: to, ..bare("a") }, Role { career: from, ..bare("b") }];
        with_corpus(&roles, |corpus| {
            let roles: Vec<&Role> = corpus.roles.iter().collect();
            let told = whole(corpus, &roles).careers.expect("careers were asked for");
            told[0].notes.clone()
        })
    };
    assert_eq!(notes(None), Vec::<String>::new());
    assert_eq!(notes(Some("in banks")), ["in banks"]);
    assert_eq!(notes(Some("in shops")), ["in banks", "in shops"]);
}
