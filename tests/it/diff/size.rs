//! Sizes far beyond those of any team end in time.

use std::time::{Duration, Instant};

use roles::corpus::Corpus;
use roles::diff::{Changes, Options, diff};
use roles::model::{Role, Statement};

/// Far more than a slow machine needs.
const LONGEST: Duration = Duration::from_secs(60);

fn role(id: usize, statements: impl Iterator<Item = String>) -> Role {
    let mut role: Role = roles::yaml::read("{ id: x, title: X }").expect("a role");
    (role.id, role.title) = (String::from(format!("r{id}")), String::from(format!("Role {id}")));
    role.duties = statements
        .enumerate()
        .map(|(i, text)| Statement {
            topic: (i % 3 == 0).then(|| String::from(format!("t{i}"))),
            text: text.into(),
            sources: Vec::new(),
        })
        .collect();
    role
}

fn corpus(roles: Vec<Role>) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.roles = roles.into_iter().collect();
    corpus
}

fn timed(old: &Corpus, new: &Corpus, check: impl FnOnce(&Changes)) {
    let start = Instant::now();
    let changes = diff(old, new, None, &Options::default());
    let taken = start.elapsed();
    check(&changes);
    assert!(taken < LONGEST, "{taken:?}");
}

const NOUNS: [&str; 12] =
    ["budget", "plan", "team", "market", "risk", "board", "goal", "price", "plant", "tool", "audit", "hire"];

/// A sentence as a role has it: common words, and a few that stand in few others.
fn sentence(role: usize, i: usize, edited: bool) -> String {
    let word = |n: usize| NOUNS[(role * 7 + i * 5 + n * n) % NOUNS.len()];
    let last = if edited { "carefully" } else { "quickly" };
    format!("Sets the {} of item {role}x{i} for the {} and the {} {last}", word(1), word(2), word(3))
}

#[test]
fn a_role_of_a_thousand_statements_ends_in_time() {
    let count = 1_000;
    let old = corpus(vec![role(0, (0..count).map(|i| sentence(0, i, false)))]);
    let all = corpus(vec![role(0, (0..count).map(|i| sentence(0, i, true)))]);
    timed(&old, &all, |changes| assert_eq!(changes.counts.statements.reworded, count));
    let other = corpus(vec![role(0, (0..count).map(|i| format!("Q{i} z{i}")))]);
    timed(&old, &other, |changes| {
        assert_eq!((changes.counts.statements.added, changes.counts.statements.removed), (count, count));
    });
    let many = |edited| corpus(vec![role(0, (0..30_000).map(|i| sentence(0, i, edited)))]);
    timed(&many(false), &many(true), |changes| {
        assert!(changes.roles[0].is_too_long && changes.counts.statements.added == 30_000);
    });
    let turned = corpus(vec![role(0, (0..count).rev().map(|i| sentence(0, i, false)))]);
    timed(&old, &turned, |changes| assert_eq!(changes.counts.statements.added, 0));
}

#[test]
fn hundreds_of_roles_end_in_time() {
    let make =
        |edited: fn(usize) -> bool| corpus((0..300).map(|r| role(r, (0..50).map(move |i| sentence(r, i, edited(i))))).collect());
    let old = make(|_| false);
    timed(&old, &make(|_| false), |changes| assert!(changes.is_empty()));
    timed(&old, &make(|i| i % 10 == 0), |changes| assert_eq!(changes.counts.statements.reworded, 1500));
    timed(&old, &make(|_| true), |changes| assert_eq!(changes.counts.statements.reworded, 15_000));
    let renamed = corpus(
        (0..300).map(|r| Role { id: format!("n{r}").into(), ..role(r, (0..50).map(move |i| sentence(r, i, false))) }).collect(),
    );
    timed(&old, &renamed, |changes| assert_eq!(changes.counts.roles.renamed, 300));
    let alike = |name: char| {
        corpus(
            (0..300)
                .map(|r| Role { id: format!("{name}{r}").into(), ..role(0, (0..50).map(|i| sentence(0, i, false))) })
                .collect(),
        )
    };
    timed(&alike('a'), &alike('b'), |changes| assert_eq!(changes.roles.len(), 600));
}
