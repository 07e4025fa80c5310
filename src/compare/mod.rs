//! How roles differ: the answer as data, before anything is shown.
//!
//! [`compare`] sets two or more roles side by side, facet by facet (`facet_rows`), by topic and, for want of one, by likeness
//! (`alike`), counts what they share (`overview`), finds reporting lines (`reporting`) and career steps (`career`),
//! sets pay against pay where that is fair ([`salary`]), and adds the statements on pairs of them. Tests hold it to these laws:
//!
//! - nothing is lost: every item of every role is in exactly one row;
//! - `compare(b, a)` is `compare(a, b)` with the sides swapped;
//! - a role compared with itself differs in nothing;
//! - what several roles share, each two of them share, as far as rows are joined by topic; a statement joined by likeness
//!   shares a row of several roles only with a role whose row it also shares between those two alone.
//!
//! A facet that a role takes over from the one it extends is no difference between the two, and nothing they share. Nor are
//! entries under a heading such as `Rank`, which may say opposite things ([`Facet::has_ideas_for_topics`]). Such rows are not
//! counted.
//!
//! Rows come in a fixed order: shared by all, or not counted; then rows that are related to a row of another role, next to
//! each other; then those that some share; then each role's own, role by role. Within each of these, lines of reporting and
//! functions overseen go by their frequency, statements by [`importance`]; ties follow the vocabulary. Related rows of one
//! family follow the vocabulary alone.

mod alike;
pub mod brief;
mod career;
mod facet_rows;
pub mod importance;
mod overview;
pub mod pay_line;
mod reporting;
mod row;
pub mod salary;

use std::collections::HashSet;

use serde::Serialize;

pub use brief::Brief;
pub use career::Step;
pub use facet_rows::FacetRows;
pub use overview::{Coverage, FacetCount, Overview};
pub use reporting::{Relation, Standing};
pub use row::{Cell, Row, Status};
pub use salary::SalaryComparison;

use crate::corpus::{Corpus, pair_elements};
use crate::facets::{Facet, Section};
use crate::model::{Pair, Role, SalaryFigure};

/// How many roles can be compared. Each two are set against each other as well, and nobody reads thousands of pairs.
pub const MOST_ROLES: usize = 30;

#[derive(Debug, Clone)]
pub struct Options {
    pub sections: Vec<Section>,
    /// Only what all share, or only what they do not; counts are of all rows all the same.
    pub only: Option<Only>,
}

impl Default for Options {
    fn default() -> Self {
        Self { sections: Section::ALL.to_vec(), only: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    Shared,
    Different,
}

/// The differences between two or more roles.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison<'a> {
    #[serde(serialize_with = "heads")]
    pub roles: Vec<&'a Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overview: Option<Overview<'a>>,
    pub facets: Vec<FacetRows<'a>>,
    /// Reporting lines between each two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relations: Option<Vec<Relation<'a>>>,
    /// Career steps between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub careers: Option<Vec<Step<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salary: Option<SalaryComparison<'a>>,
    /// The statements on each two, as far as they are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pairs: Option<Vec<Pair>>,
    /// Whether any two of the roles differ in anything compared.
    pub differ: bool,
}

impl Comparison<'_> {
    /// Whether two lists are too long to be compared by likeness.
    pub fn is_too_long(&self) -> bool {
        self.facets.iter().any(|facet| facet.is_too_long)
    }

    /// Whether nothing is known, or no row was kept.
    pub fn is_empty(&self) -> bool {
        self.overview.is_none()
            && self.facets.iter().all(|facet| facet.rows.is_empty())
            && self.relations.as_ref().is_none_or(Vec::is_empty)
            && self.salary.is_none()
            && self.pairs.as_ref().is_none_or(Vec::is_empty)
    }
}

pub fn compare<'a>(corpus: &'a Corpus, roles: &[&'a Role], options: &Options) -> Comparison<'a> {
    let wants = |section: Section| options.sections.contains(&section);
    // The overview counts every facet; the details need only those that were asked for.
    let compared: Vec<FacetRows> = Facet::ALL
        .into_iter()
        .filter(|facet| wants(Section::Overview) || wants(facet.section()))
        .map(|facet| FacetRows::new(corpus, roles, facet))
        .filter(|facet| !facet.rows.is_empty())
        .collect();
    // A role without figures differs from none.
    let paid: Vec<_> = roles.iter().filter(|role| !role.salary.is_empty()).collect();
    let paid_alike = paid.windows(2).all(|two| two[0].salary == two[1].salary);
    let is_kept =
        |figure: &SalaryFigure| options.only.is_none_or(|only| (only == Only::Shared) == salary::is_shared(figure, roles));
    let salary = wants(Section::Salary).then(|| SalaryComparison::new(corpus, roles, is_kept));
    let salary = salary.filter(|salary| options.only.is_none() || salary.figures.iter().any(|role| !role.figures.is_empty()));
    let overview = wants(Section::Overview).then(|| Overview::new(roles, &compared));
    let mut differ = compared.iter().any(|facet| facet.rows.iter().any(|row| facet.differs(row)));
    differ |= !paid_alike && (wants(Section::Salary) || overview.is_some());
    let mut facets: Vec<FacetRows> = compared.into_iter().filter(|facet| wants(facet.facet.section())).collect();
    if let Some(only) = options.only {
        for facet in &mut facets {
            facet.keep(only);
        }
    }
    let pairs = || each_two(roles).filter_map(|(one, other)| corpus.pair(&one.id, &other.id));
    let is_about_pairs = wants(Section::Differences) || wants(Section::InCommon);
    differ |= is_about_pairs && pairs().any(|pair| !pair.contrasts.is_empty());
    let differences = wants(Section::Differences) && options.only != Some(Only::Shared);
    let in_common = wants(Section::InCommon) && options.only != Some(Only::Different);
    Comparison {
        roles: roles.to_vec(),
        overview,
        facets,
        relations: wants(Section::Reporting).then(|| reporting::relations(&corpus.lines, roles)),
        careers: wants(Section::Career).then(|| career::steps(roles)),
        salary,
        pairs: is_about_pairs.then(|| pairs().filter_map(|pair| part_of(pair, differences, in_common)).collect()),
        differ,
    }
}

/// Some roles, each once; two where all of them are one, for a role may be compared with itself.
pub fn without_repeats(roles: Vec<&Role>) -> Vec<&Role> {
    let once = each_once(&roles);
    if once.len() < 2 { roles.into_iter().take(2).collect() } else { once }
}

pub fn each_once<'a>(roles: &[&'a Role]) -> Vec<&'a Role> {
    let mut met = HashSet::with_capacity(roles.len());
    roles.iter().copied().filter(|role| met.insert(role.id.as_str())).collect()
}

/// Each two of some roles once, in the order given; a role is no pair with itself.
fn each_two<'a, 'r>(roles: &'r [&'a Role]) -> impl Iterator<Item = (&'a Role, &'a Role)> + 'r {
    let two = |(i, one): (usize, &&'a Role)| {
        let one = *one;
        roles[i + 1..].iter().copied().filter(move |other| other.id != one.id).map(move |other| (one, other))
    };
    roles.iter().enumerate().flat_map(two)
}

/// A pair with its wanted lists alone, on differences or on what is in common; none where these are empty.
fn part_of(pair: &Pair, differences: bool, in_common: bool) -> Option<Pair> {
    let mut part = pair.clone();
    if !differences {
        let Pair { contrasts, conflicts, choice, cases, questions, .. } = &mut part;
        contrasts.clear();
        [conflicts, choice].into_iter().for_each(Vec::clear);
        cases.clear();
        questions.clear();
    }
    if !in_common {
        [&mut part.collaboration, &mut part.overlaps].into_iter().for_each(Vec::clear);
    }
    pair_elements(&part).iter().any(|element| element.needs_sources).then_some(part)
}

fn heads<S: serde::Serializer>(roles: &[&Role], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Head<'a> {
        id: &'a str,
        title: &'a str,
        acronym: Option<&'a str>,
    }
    serializer.collect_seq(roles.iter().map(|role| Head { id: &role.id, title: &role.title, acronym: role.acronym.as_deref() }))
}
