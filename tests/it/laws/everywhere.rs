//! Holds a law against the shipped corpus and against made-up ones.

use proptest::test_runner::{Config, TestCaseError, TestRunner};
use roles::compare::{Comparison, Options, compare};
use roles::corpus::Corpus;
use roles::facets::{Facet, Item, Subject};
use roles::model::Role;

use super::generated::{Wording, corpora, with_corpus};

/// What a law says of one group of roles.
pub type Held = Result<(), TestCaseError>;

/// Holds a law against every group of so many roles.
pub fn everywhere(size: usize, law: impl Fn(&Corpus, &[&Role]) -> Held) {
    in_shipped(size, &law);
    in_generated(size, Wording::Alike, law);
}

/// Holds a law against every group of so many roles, where nothing is merely alike.
pub fn everywhere_apart(size: usize, law: impl Fn(&Corpus, &[&Role]) -> Held) {
    in_shipped(size, &law);
    in_generated(size, Wording::Apart, law);
}

/// Holds a law against every group of so many of the shipped roles.
pub fn in_shipped(size: usize, law: impl Fn(&Corpus, &[&Role]) -> Held) {
    let corpus = roles::builtin::corpus();
    for group in groups(corpus, size) {
        let ids: Vec<&str> = group.iter().map(|role| role.id.as_str()).collect();
        law(corpus, &group).unwrap_or_else(|broken| panic!("the shipped {}: {broken}", ids.join(", ")));
    }
}

/// Holds a law against every group of so many roles of made-up corpora.
pub fn in_generated(size: usize, wording: Wording, law: impl Fn(&Corpus, &[&Role]) -> Held) {
    let config = Config { cases: 48, max_shrink_iters: 400, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&corpora(wording), |roles| {
        with_corpus(&roles.0, |corpus| groups(corpus, size).iter().try_for_each(|group| law(corpus, group)))
    });
    result.unwrap_or_else(|broken| panic!("{broken}"));
}

/// Every choice of so many roles of a corpus, in the order of the corpus.
fn groups<'c>(corpus: &'c Corpus, size: usize) -> Vec<Vec<&'c Role>> {
    let roles: Vec<&Role> = corpus.roles.iter().collect();
    let mut groups = vec![Vec::new()];
    for (i, &role) in roles.iter().enumerate() {
        let with = |group: &Vec<&'c Role>| group.iter().copied().chain([role]).collect();
        let longer: Vec<Vec<&Role>> = groups.iter().filter(|group| group.len() < size).map(with).collect();
        groups.extend(longer);
        // What can no longer become long enough is dropped.
        groups.retain(|group| group.len() + (roles.len() - 1 - i) >= size);
    }
    groups
}

/// The whole comparison of some roles.
pub fn whole<'a>(corpus: &'a Corpus, roles: &[&'a Role]) -> Comparison<'a> {
    compare(corpus, roles, &Options::default())
}

/// A row as its reader sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    pub subject: Subject<'a>,
    pub status: roles::compare::Status,
    pub likeness: Option<u8>,
    pub related_to: Vec<&'a str>,
    pub cells: Vec<(&'a str, Vec<Item<'a>>)>,
}

impl<'a> Row<'a> {
    /// The rows of a facet, in order; none when no role has the facet.
    pub fn of(comparison: &Comparison<'a>, facet: Facet) -> Vec<Self> {
        let facets = comparison.facets.iter().filter(|rows| rows.facet == facet);
        facets
            .flat_map(|facet| &facet.rows)
            .map(|row| Self {
                subject: row.subject,
                status: row.status,
                likeness: row.likeness,
                related_to: row.related_to.clone(),
                cells: row.cells.iter().map(|cell| (cell.role, cell.items.clone())).collect(),
            })
            .collect()
    }

    /// The columns of the roles that say something.
    pub fn holders(&self) -> Vec<usize> {
        (0..self.cells.len()).filter(|&column| self.has(column)).collect()
    }

    pub fn has(&self, column: usize) -> bool {
        !self.cells[column].1.is_empty()
    }

    /// Any of its items.
    pub fn item(&self) -> &Item<'a> {
        self.cells.iter().find_map(|(_, items)| items.first()).expect("a row says something")
    }

    /// What tells it from every other row of its facet: the topic, or for want of one the text.
    pub fn key(&self) -> (Option<&'a str>, String) {
        (self.subject.topic, if self.subject.topic.is_some() { String::new() } else { self.item().text.clone() })
    }

    /// Its topic's broader topic, or that topic itself.
    pub fn family(&self) -> Option<&'a str> {
        self.subject.broader.or(self.subject.topic)
    }

    pub fn is_related(&self) -> bool {
        !self.related_to.is_empty()
    }
}
