//! What is searched for is found, whatever the order of its words, and nothing else is.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roles::corpus::Corpus;
use roles::facets::{Facet, items};
use roles::likeness::stems;
use roles::model::{Position, Role};
use roles::search::{Found, Match, Query, Scope, search};

use super::everywhere::{Held, everywhere};

fn all<'a>(corpus: &'a Corpus, words: &str) -> Option<Found<'a>> {
    Some(search(corpus, &Query::new(words)?, &Scope::default()))
}

/// What was found, by where it stands.
fn places<'a>(found: &'a Found<'_>) -> BTreeSet<(Vec<&'a str>, &'a str, &'a str, &'a str)> {
    let place = |found: &'a Match<'_>| {
        let passage = &found.passage;
        (passage.roles.iter().map(String::as_str).collect(), passage.list.key, passage.label, &*passage.text)
    };
    found.matches.iter().map(place).collect()
}

/// What a post is called; words that name one stand for its other names too.
fn names(post: &Position) -> impl Iterator<Item = &str> {
    [&post.id, &post.title].into_iter().chain(&post.acronym).chain(&post.alternate_titles).map(String::as_str)
}

/// Lists whose items are read in different ways.
const FACETS: [Facet; 5] = [Facet::Duties, Facet::Education, Facet::ReportsTo, Facet::Archetypes, Facet::CareerTo];

/// The first statement of some lists of a role.
fn statements<'a>(corpus: &'a Corpus, role: &'a Role) -> Vec<(Facet, String)> {
    let first = |facet: Facet| Some((facet, items(corpus, role, facet).first()?.1.text.clone()));
    FACETS.into_iter().filter_map(first).collect()
}

#[test]
fn every_statement_is_found_by_its_own_words_in_any_order() {
    everywhere(1, |corpus, roles| {
        for (facet, text) in statements(corpus, roles[0]) {
            let Some(found) = all(corpus, &text) else { continue };
            prop_assert!(found.complete && found.unknown.is_empty(), "{text}");
            let of_role = |found: &&Match| found.passage.roles == [roles[0].id.clone()] && found.passage.list.key == facet.key();
            prop_assert!(found.matches.iter().filter(of_role).any(|found| *found.passage.text == *text), "{text}");
            let backward: Vec<&str> = text.split(' ').rev().collect();
            let turned = all(corpus, &backward.join(" ")).expect("the same words");
            prop_assert_eq!(places(&found), places(&turned));
        }
        Ok(())
    });
}

#[test]
fn a_match_has_all_the_words_and_its_marks_are_of_them() {
    everywhere(1, |corpus, roles| {
        for (_, text) in statements(corpus, roles[0]) {
            let Some(found) = all(corpus, &text) else { continue };
            let names: Vec<&str> = corpus.posts.iter().flat_map(names).collect();
            let wanted: BTreeSet<String> = stems(&text).into_iter().chain(names.into_iter().flat_map(stems)).collect();
            // Short plurals, as in "KPIs", are no matter of stems.
            let is_wanted = |stem: &str| {
                let single = stem.strip_suffix('s').unwrap_or(stem);
                [stem, single, &format!("{stem}s")].iter().any(|form| wanted.contains(*form))
            };
            for Match { passage, in_label, in_text, score, missing } in &found.matches {
                prop_assert!(score.is_finite() && *score > 0.0, "{score}");
                prop_assert!(missing.is_empty(), "{missing:?}");
                let marked = in_label
                    .iter()
                    .map(|at| &passage.label[at.clone()])
                    .chain(in_text.iter().map(|at| &passage.text[at.clone()]));
                for word in marked {
                    prop_assert!(stems(word).iter().all(|stem| is_wanted(stem)), "{word:?} is no word of {text:?}");
                }
                prop_assert!(
                    [in_label, in_text].into_iter().all(|marks| marks.is_sorted_by(|one, other| one.end <= other.start))
                );
                prop_assert!(!in_label.is_empty() || !in_text.is_empty());
            }
        }
        Ok(())
    });
}

#[test]
fn a_phrase_finds_no_more_than_its_words() {
    everywhere(1, |corpus, roles| {
        for (_, text) in statements(corpus, roles[0]) {
            let phrase: Vec<&str> = text.split(' ').take(3).collect();
            let phrase = phrase.join(" ");
            let (Some(quoted), Some(free)) = (all(corpus, &format!("\"{phrase}\"")), all(corpus, &phrase)) else { continue };
            prop_assert!(!quoted.matches.is_empty() && places(&quoted).is_subset(&places(&free)), "{phrase}");
        }
        Ok(())
    });
}

#[test]
fn a_role_and_the_others_together_find_what_all_find() {
    everywhere(2, |corpus, roles| -> Held {
        let Some(found) = all(corpus, "sales plans budgets role") else { return Ok(()) };
        let query = Query::new("sales plans budgets role").expect("words");
        for role in roles {
            let scope = Scope { roles: vec![&role.id], ..Scope::default() };
            let alone = search(corpus, &query, &scope);
            prop_assert!(alone.matches.iter().all(|found| found.passage.roles.contains(&role.id)));
            prop_assert!(!found.complete || !alone.complete || places(&alone).is_subset(&places(&found)));
        }
        Ok(())
    });
}
