//! Pay against pay, only where that is fair.
//!
//! Two amounts are *like for like* when they are the same statistic of the same measure, in the same currency, per the same
//! period, for the same region and population, and of the roles themselves rather than a wider group. Within one survey
//! that holds even when the measure is not stated; between surveys it must be. Open-ended amounts are never subtracted, and
//! a mean is never set against a median.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::MOST_ROLES;
use crate::corpus::Corpus;
use crate::model::keyed::keyed;
use crate::model::{Amount, Date, Grade, Measure, Period, Role, SalaryFigure, Statistic, tenths};

/// Published pay of the roles, and the comparisons it allows.
#[derive(Debug, Clone, Serialize)]
pub struct SalaryComparison<'a> {
    pub figures: Vec<RoleFigures<'a>>,
    /// The comparison of each two roles; none where the roles are too many ([`MOST_ROLES`]).
    pub comparisons: Vec<PayOfTwo<'a>>,
    /// The same for all roles at once, by what is measured, then by statistic.
    #[serde(skip)]
    pub alike: Vec<LikeForLike<'a>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct RoleFigures<'a> {
    pub role: &'a str,
    pub figures: Vec<&'a SalaryFigure>,
    /// Disagreement between sources on the same statistic of the same measure.
    pub spreads: Vec<Spread<'a>>,
}

/// Disagreement between sources on one statistic of one measure for one role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Spread<'a> {
    pub measure: Measure,
    pub statistic: Statistic,
    pub figures: usize,
    pub lowest: u64,
    pub highest: u64,
    /// The first and the last year of the dated figures; none where no figure has a date.
    pub years: Option<[u16; 2]>,
    pub undated: usize,
    pub currency: &'a str,
    pub per: Period,
    /// The highest as a multiple of the lowest, to one decimal place.
    pub ratio: f64,
}

#[derive(Debug, Clone, Serialize)]
pub struct PayOfTwo<'a> {
    pub roles: [&'a str; 2],
    /// Differences, figures of the same survey first, then by measure and statistic.
    pub differences: Vec<Difference<'a>>,
    pub ranges: Vec<RangeOverlap<'a>>,
    /// Why nothing can be set against anything; none when something can.
    pub not_like_for_like: Option<String>,
    /// The two figures that come nearest to being like for like, where none are.
    pub nearest: Option<[&'a SalaryFigure; 2]>,
}

/// The common ground of two figures, and the origin of each, in the order compared.
#[derive(Debug, Clone, Serialize)]
pub struct Ground<'a> {
    pub basis: Basis,
    pub measure: Measure,
    pub currency: &'a str,
    pub as_of: [Option<Date>; 2],
    pub sources: [&'a str; 2],
    /// Whom the figures cover, where narrowed.
    pub population: Option<&'a str>,
    /// The region of both; none when the sources do not say.
    pub region: Option<&'a str>,
}

/// Two amounts that are like for like.
#[derive(Debug, Clone, Serialize)]
pub struct Difference<'a> {
    #[serde(flatten)]
    pub ground: Ground<'a>,
    pub statistic: Statistic,
    /// One amount for each role, in the order compared.
    pub amounts: [u64; 2],
    /// The role that is paid more; none for equal pay.
    pub higher: Option<&'a str>,
    pub difference: u64,
    /// By how much, in percent of the lower amount, to one decimal place. None from sources of grade C alone: they do not
    /// carry such precision.
    pub percent: Option<f64>,
}

/// Two published ranges that are like for like.
#[derive(Debug, Clone, Serialize)]
pub struct RangeOverlap<'a> {
    #[serde(flatten)]
    pub ground: Ground<'a>,
    /// Low and high for each role, in the order compared.
    pub ranges: [[u64; 2]; 2],
    /// Whether the upper end of each is "this or more".
    pub open: [bool; 2],
    /// None when the ranges do not meet.
    pub overlap: Option<[u64; 2]>,
}

keyed! {
    pub enum Basis {
        /// One survey that the figures name asked for both.
        SameSurvey = "same-survey",
        /// One source that names no survey has both.
        SameSource = "same-source",
        /// Different sources, the same thing measured.
        SameMeasure = "same-measure",
    }
}

/// Amounts of several roles that are like for like.
#[derive(Debug, Clone)]
pub struct LikeForLike<'a> {
    /// The lower end stands for a whole range.
    pub statistic: Statistic,
    /// The figures of each role.
    pub figures: Vec<Vec<&'a SalaryFigure>>,
}

impl<'a> SalaryComparison<'a> {
    /// Sets the wanted figures of some roles against each other, each two roles once.
    pub fn new(corpus: &Corpus, roles: &[&'a Role], wanted: impl Fn(&SalaryFigure) -> bool) -> Self {
        let of_role = |role: &&'a Role| role.salary.iter().filter(|figure| wanted(figure)).collect();
        let figures: Vec<Vec<&SalaryFigure>> = roles.iter().map(of_role).collect();
        let (mut alike, mut comparisons) = (Vec::new(), Vec::new());
        // A role is not set against itself.
        if roles.len() <= MOST_ROLES && roles.iter().any(|role| role.id != roles[0].id) {
            alike = like_for_like(&figures);
            for i in 0..roles.len() {
                for j in (i + 1..roles.len()).filter(|&j| roles[j].id != roles[i].id) {
                    comparisons.push(PayOfTwo::new(corpus, [roles[i], roles[j]], [&figures[i], &figures[j]]));
                }
            }
        }
        let of_role = |(role, figures): (&&'a Role, Vec<&'a SalaryFigure>)| RoleFigures {
            role: &role.id,
            spreads: spreads(figures.iter().copied()),
            figures,
        };
        Self { figures: roles.iter().zip(figures).map(of_role).collect(), comparisons, alike }
    }
}

impl<'a> PayOfTwo<'a> {
    fn new(corpus: &Corpus, roles: [&'a Role; 2], figures: [&[&'a SalaryFigure]; 2]) -> Self {
        let ids = roles.map(|role| role.id.as_str());
        let mut pay = Self { roles: ids, differences: vec![], ranges: vec![], not_like_for_like: None, nearest: None };
        for row in like_for_like(&figures) {
            for &a in &row.figures[0] {
                for &b in &row.figures[1] {
                    pay.differences.extend(Difference::new(corpus, ids, [a, b], row.statistic));
                    pay.ranges.extend(RangeOverlap::new(a, b).filter(|_| row.statistic == Statistic::Low));
                }
            }
        }
        pay.differences.sort_by_key(|difference| difference.ground.basis);
        pay.ranges.sort_by_key(|range| range.ground.basis);
        let without = roles.iter().zip(figures).filter(|(_, figures)| figures.is_empty());
        let mut without: Vec<&str> = without.map(|(role, _)| role.short_name()).collect();
        without.sort_unstable();
        if !without.is_empty() {
            pay.not_like_for_like = Some(format!("no figure for the {}", without.join(" and the ")));
        } else if pay.differences.is_empty() && pay.ranges.is_empty() {
            (pay.nearest, pay.not_like_for_like) = nearest(ids, figures).unzip();
        }
        pay
    }
}

impl<'a> Ground<'a> {
    fn new(a: &'a SalaryFigure, b: &'a SalaryFigure) -> Self {
        let is_named = a.survey.is_some() || b.survey.is_some();
        let basis = match is_one_survey(a, b) {
            true if is_named => Basis::SameSurvey,
            true => Basis::SameSource,
            false => Basis::SameMeasure,
        };
        Self {
            basis,
            measure: a.measure,
            currency: &a.currency,
            as_of: [a.as_of, b.as_of],
            sources: [&a.source, &b.source],
            population: a.population.as_deref(),
            region: a.region.as_deref(),
        }
    }
}

impl<'a> Difference<'a> {
    /// The difference in one statistic of two figures that are like for like; ends of ranges are not subtracted.
    pub fn new(corpus: &Corpus, roles: [&'a str; 2], [a, b]: [&'a SalaryFigure; 2], statistic: Statistic) -> Option<Self> {
        let exact = |figure: &SalaryFigure| figure.amount(statistic).filter(|amount| !amount.at_least).map(|amount| amount.value);
        let (left, right) = exact(a).zip(exact(b)).filter(|_| statistic != Statistic::Low)?;
        let ground = Ground::new(a, b);
        let grade = |source: &str| corpus.sources.get(source).map(|source| source.grade);
        let is_weak = ground.sources.iter().all(|source| grade(source) == Some(Grade::C));
        let (difference, lower) = (left.abs_diff(right), left.min(right));
        Some(Self {
            ground,
            statistic,
            amounts: [left, right],
            higher: (left != right).then(|| roles[usize::from(right > left)]),
            difference,
            percent: (!is_weak && lower > 0).then(|| tenths(difference, lower, 100.0)),
        })
    }
}

impl<'a> RangeOverlap<'a> {
    fn new(a: &'a SalaryFigure, b: &'a SalaryFigure) -> Option<Self> {
        let (one, other) = (range(a)?, range(b)?);
        let bottom = one[0].value.max(other[0].value);
        // An open upper end reaches further than any number.
        let top = [one[1], other[1]].iter().filter(|high| !high.at_least).map(|high| high.value).min()?;
        Some(Self {
            ground: Ground::new(a, b),
            ranges: [one, other].map(|ends| ends.map(|end| end.value)),
            open: [one, other].map(|[_, high]| high.at_least),
            overlap: (bottom <= top).then_some([bottom, top]),
        })
    }
}

/// The ends of a published range; an open lower end makes none.
fn range(figure: &SalaryFigure) -> Option<[Amount; 2]> {
    Some([figure.low.filter(|low| !low.at_least)?, figure.high?])
}

keyed! {
    /// Obstacles to comparing two figures, the slightest first.
    pub enum Obstacle {
        OpenEnd = "a figure is open-ended",
        Population = "different populations",
        Region = "different or unstated countries",
        Statistic = "different statistics",
        Measure = "different measures",
        Unstated = "a source does not say what it measures",
        Period = "different periods",
        Currency = "different currencies",
        Group = "a figure is for a wider group than the role",
    }
}

/// The obstacles between two figures, whatever their amounts.
fn obstacles(a: &SalaryFigure, b: &SalaryFigure) -> Vec<Obstacle> {
    // An unstated measure may be any other, unless one survey means the same by it.
    let both_stated = a.measure != Measure::Unspecified && b.measure != Measure::Unspecified;
    let is_stated = both_stated || (a.measure == b.measure && is_one_survey(a, b));
    let found = [
        (Obstacle::Population, a.population != b.population),
        (Obstacle::Region, a.region != b.region),
        (Obstacle::Measure, both_stated && a.measure != b.measure),
        (Obstacle::Unstated, !is_stated),
        (Obstacle::Period, a.per != b.per),
        (Obstacle::Currency, a.currency != b.currency),
        (Obstacle::Group, a.group.is_some() || b.group.is_some()),
    ];
    found.into_iter().filter(|(_, is_there)| *is_there).map(|(obstacle, _)| obstacle).collect()
}

fn is_one_survey(a: &SalaryFigure, b: &SalaryFigure) -> bool {
    a.survey() == b.survey() && a.as_of == b.as_of
}

/// The two figures with the fewest and slightest obstacles between them, the same from either side, and these obstacles.
fn nearest<'a>(roles: [&str; 2], figures: [&[&'a SalaryFigure]; 2]) -> Option<([&'a SalaryFigure; 2], String)> {
    let year = |figure: &SalaryFigure| figure.as_of.map_or(0, |date| date.year);
    let mut pairs = Vec::new();
    for (i, &a) in figures[0].iter().enumerate() {
        for (j, &b) in figures[1].iter().enumerate() {
            let mut obstacles = obstacles(a, b);
            if a.amounts().all(|(statistic, _)| b.amount(statistic).is_none()) {
                obstacles.push(Obstacle::Statistic);
            } else if obstacles.is_empty() {
                obstacles.push(Obstacle::OpenEnd);
            }
            // The gravest first.
            obstacles.sort_unstable_by_key(|obstacle| Reverse(*obstacle));
            let place = if roles[0] < roles[1] { (i, j) } else { (j, i) };
            pairs.push(((obstacles.len(), obstacles, year(a).abs_diff(year(b)), place), [a, b]));
        }
    }
    let ((_, obstacles, ..), figures) = pairs.into_iter().min_by(|one, other| one.0.cmp(&other.0))?;
    Some((figures, obstacles.into_iter().map(Obstacle::key).collect::<Vec<_>>().join("; ")))
}

/// The figures of each role that are like for like, by what is measured, then by statistic.
pub(super) fn like_for_like<'a>(roles: &[impl AsRef<[&'a SalaryFigure]>]) -> Vec<LikeForLike<'a>> {
    let mut groups: Vec<Vec<Vec<&SalaryFigure>>> = Vec::new();
    for (i, figures) in roles.iter().enumerate() {
        for &figure in figures.as_ref() {
            let is_alike = |group: &Vec<Vec<&SalaryFigure>>| {
                group.iter().flatten().next().is_some_and(|first| obstacles(first, figure).is_empty())
            };
            let known = groups.iter().position(is_alike).unwrap_or(groups.len());
            if known == groups.len() {
                groups.push(vec![Vec::new(); roles.len()]);
            }
            groups[known][i].push(figure);
        }
    }
    let has = |figure: &SalaryFigure, statistic| match statistic {
        Statistic::Low => range(figure).is_some(),
        Statistic::High => false,
        _ => figure.amount(statistic).is_some(),
    };
    let mut rows = Vec::new();
    for group in &groups {
        for statistic in Statistic::ALL {
            let given = |role: &Vec<&'a SalaryFigure>| role.iter().copied().filter(|figure| has(figure, statistic)).collect();
            rows.push(LikeForLike { statistic, figures: group.iter().map(given).collect() });
        }
    }
    rows.retain(|row| row.figures.iter().filter(|role| !role.is_empty()).count() > 1);
    rows.sort_by_key(|row| (row.all().next().map(|figure| figure.measure), row.statistic));
    rows
}

impl<'a> LikeForLike<'a> {
    /// All the figures, role by role.
    pub fn all(&self) -> impl Iterator<Item = &'a SalaryFigure> + '_ {
        self.figures.iter().flatten().copied()
    }
}

/// Whether each of the roles has a figure that is like for like with this one and gives the same amounts.
pub fn is_shared(figure: &SalaryFigure, roles: &[&Role]) -> bool {
    let is_equal =
        |other: &SalaryFigure| figure == other || (obstacles(figure, other).is_empty() && figure.amounts().eq(other.amounts()));
    roles.iter().all(|role| role.salary.iter().any(is_equal))
}

/// Disagreement between the sources of one role, for each statistic of each measure that more than one gives.
pub fn spreads<'a>(figures: impl IntoIterator<Item = &'a SalaryFigure>) -> Vec<Spread<'a>> {
    let mut given: BTreeMap<_, Vec<(u64, Option<u16>)>> = BTreeMap::new();
    for figure in figures.into_iter().filter(|figure| figure.group.is_none() && figure.population.is_none()) {
        for statistic in Statistic::CENTERS {
            // An open end gives no ratio.
            if let Some(amount) = figure.amount(statistic).filter(|amount| !amount.at_least) {
                let same = given.entry((figure.measure, statistic, figure.currency.as_str(), figure.per)).or_default();
                same.push((amount.value, figure.as_of.map(|date| date.year)));
            }
        }
    }
    let spread = |((measure, statistic, currency, per), mut given): ((_, _, &'a str, _), Vec<(u64, Option<u16>)>)| {
        given.sort_unstable();
        let [(lowest, _), .., (highest, _)] = *given else { return None };
        let years = given.iter().filter_map(|(_, year)| *year);
        Some(Spread {
            measure,
            statistic,
            figures: given.len(),
            lowest,
            highest,
            years: years.clone().min().zip(years.clone().max()).map(Into::into),
            undated: given.len() - years.count(),
            currency,
            per,
            ratio: tenths(highest, lowest, 1.0),
        })
    };
    given.into_iter().filter_map(spread).collect()
}
