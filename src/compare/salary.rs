//! Pay against pay, only where that is fair.
//!
//! Two amounts are *like for like* when they are the same statistic of the same measure, in the same currency, per the same
//! period, for the same region and population, and of the roles themselves rather than a wider group. Within one survey
//! that holds even when the measure is not stated; between surveys it must be. Open-ended amounts are never subtracted, and
//! a mean is never set against a median.

use serde::Serialize;

use super::each_two;
use crate::model::{Amount, Date, Measure, Period, Role, SalaryFigure, Statistic};

/// Published pay of the roles, and the comparisons it allows.
#[derive(Debug, Clone, Serialize)]
pub struct SalaryComparison<'a> {
    pub figures: Vec<RoleFigures<'a>>,
    /// For each two roles, what can be set against what.
    pub comparisons: Vec<PayOfTwo<'a>>,
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
    pub lowest: Amount,
    pub highest: Amount,
    /// From which year to which the figures with a date are; none where no figure has one.
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
    /// Differences, figures of the same survey first.
    pub differences: Vec<Difference<'a>>,
    pub ranges: Vec<RangeOverlap<'a>>,
    /// Why nothing can be set against anything; none when something can.
    pub not_like_for_like: Option<String>,
}

/// Two amounts that are like for like.
#[derive(Debug, Clone, Serialize)]
pub struct Difference<'a> {
    pub basis: Basis,
    pub measure: Measure,
    pub statistic: Statistic,
    pub currency: &'a str,
    /// One amount for each role, in the order compared.
    pub amounts: [Amount; 2],
    pub as_of: [Option<Date>; 2],
    pub sources: [&'a str; 2],
    /// Whom the figures cover, where narrowed.
    pub population: Option<&'a str>,
    /// The region of both; none when the sources do not say.
    pub region: Option<&'a str>,
    /// The role that is paid more; none for equal pay.
    pub higher: Option<&'a str>,
    pub difference: u64,
    /// By how much, in percent of the lower amount, to one decimal place.
    pub percent: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// One survey that the figures name asked for both.
    SameSurvey,
    /// One source that names no survey has both.
    SameSource,
    /// Different sources, the same thing measured.
    SameMeasure,
}

impl Basis {
    pub const fn key(self) -> &'static str {
        match self {
            Self::SameSurvey => "same-survey",
            Self::SameSource => "same-source",
            Self::SameMeasure => "same-measure",
        }
    }
}

/// Two published ranges that are like for like.
#[derive(Debug, Clone, Serialize)]
pub struct RangeOverlap<'a> {
    pub basis: Basis,
    pub measure: Measure,
    pub currency: &'a str,
    /// Low and high for each role, in the order compared.
    pub ranges: [[Amount; 2]; 2],
    pub as_of: [Option<Date>; 2],
    pub sources: [&'a str; 2],
    /// Whom the figures cover, where narrowed.
    pub population: Option<&'a str>,
    /// The region of both; none when the sources do not say.
    pub region: Option<&'a str>,
    /// From where to where both reach; none when they do not meet.
    pub overlap: Option<[u64; 2]>,
}

impl<'a> SalaryComparison<'a> {
    /// Sets the wanted figures of some roles against each other, each two roles once.
    pub fn new(roles: &[&'a Role], wanted: impl Fn(&SalaryFigure) -> bool) -> Self {
        let comparisons =
            each_two(roles).map(|(one, other)| PayOfTwo::new((one, &figures(one, &wanted)), (other, &figures(other, &wanted))));
        Self { comparisons: comparisons.collect(), ..Self::side_by_side(roles, wanted) }
    }

    /// The wanted figures of some roles, without setting any role against another.
    pub fn side_by_side(roles: &[&'a Role], wanted: impl Fn(&SalaryFigure) -> bool) -> Self {
        let figures = roles.iter().map(|role| {
            let figures = figures(role, &wanted);
            RoleFigures { role: &role.id, spreads: spreads(figures.iter().copied()), figures }
        });
        Self { figures: figures.collect(), comparisons: Vec::new() }
    }
}

fn figures(role: &Role, wanted: impl Fn(&SalaryFigure) -> bool) -> Vec<&SalaryFigure> {
    role.salary.iter().filter(|figure| wanted(figure)).collect()
}

/// A role with those of its figures that are looked at.
type Paid<'a, 'f> = (&'a Role, &'f [&'a SalaryFigure]);

impl<'a> PayOfTwo<'a> {
    fn new((one, ones): Paid<'a, '_>, (other, others): Paid<'a, '_>) -> Self {
        let (mut differences, mut ranges) = (Vec::new(), Vec::new());
        for &a in ones {
            for &b in others {
                if let Ok(basis) = basis(a, b) {
                    differences.extend(differences_of(one, a, other, b, basis));
                    ranges.extend(range_overlap(a, b, basis));
                }
            }
        }
        differences.sort_by_key(|difference| (difference.basis, difference.measure, difference.statistic));
        ranges.sort_by_key(|range| (range.basis, range.measure));
        let nothing = differences.is_empty() && ranges.is_empty();
        let not_like_for_like = nothing.then(|| why_not((one, ones), (other, others)));
        Self { roles: [&one.id, &other.id], differences, ranges, not_like_for_like }
    }
}

/// Obstacles to comparing two figures, the slightest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Obstacle {
    Statistic,
    OpenEnd,
    Population,
    Region,
    Measure,
    Unstated,
    Period,
    Currency,
    Group,
}

impl Obstacle {
    const fn reason(self) -> &'static str {
        match self {
            Self::Statistic => "different statistics",
            Self::OpenEnd => "a figure is open-ended",
            Self::Population => "different populations",
            Self::Region => "different or unstated countries",
            Self::Measure => "different measures",
            Self::Unstated => "a source does not say what it measures",
            Self::Period => "different periods",
            Self::Currency => "different currencies",
            Self::Group => "a figure is for a wider group than the role",
        }
    }
}

/// Why two figures may be compared, or everything that keeps them apart.
pub(super) fn basis(a: &SalaryFigure, b: &SalaryFigure) -> Result<Basis, Vec<Obstacle>> {
    let same_survey = a.survey() == b.survey() && a.as_of == b.as_of;
    // An unstated value may equal any other.
    let both_stated = a.measure != Measure::Unspecified && b.measure != Measure::Unspecified;
    let obstacles: Vec<Obstacle> = [
        (Obstacle::Population, a.population == b.population),
        (Obstacle::Region, a.region == b.region),
        (Obstacle::Measure, a.measure == b.measure || !both_stated),
        (Obstacle::Unstated, both_stated || (same_survey && a.measure == b.measure)),
        (Obstacle::Period, a.per == b.per),
        (Obstacle::Currency, a.currency == b.currency),
        (Obstacle::Group, a.group.is_none() && b.group.is_none()),
    ]
    .into_iter()
    .filter_map(|(obstacle, cleared)| (!cleared).then_some(obstacle))
    .collect();
    let is_named = a.survey.is_some() || b.survey.is_some();
    match (obstacles.is_empty(), same_survey) {
        (true, true) if is_named => Ok(Basis::SameSurvey),
        (true, true) => Ok(Basis::SameSource),
        (true, false) => Ok(Basis::SameMeasure),
        (false, _) => Err(obstacles),
    }
}

fn differences_of<'a>(
    one: &'a Role,
    a: &'a SalaryFigure,
    other: &'a Role,
    b: &'a SalaryFigure,
    basis: Basis,
) -> impl Iterator<Item = Difference<'a>> {
    Statistic::ALL.into_iter().filter(|statistic| !matches!(statistic, Statistic::Low | Statistic::High)).filter_map(
        move |statistic| {
            let (left, right) = (a.amount(statistic)?, b.amount(statistic)?);
            let subtractable = !left.at_least && !right.at_least;
            let (lower, upper) = (left.value.min(right.value), left.value.max(right.value));
            subtractable.then(|| Difference {
                basis,
                measure: a.measure,
                statistic,
                currency: &a.currency,
                amounts: [left, right],
                as_of: [a.as_of, b.as_of],
                sources: [&a.source, &b.source],
                population: a.population.as_deref(),
                region: a.region.as_deref(),
                higher: match left.value.cmp(&right.value) {
                    std::cmp::Ordering::Less => Some(&*other.id),
                    std::cmp::Ordering::Equal => None,
                    std::cmp::Ordering::Greater => Some(&*one.id),
                },
                difference: upper - lower,
                percent: tenths(upper - lower, lower, 100.0),
            })
        },
    )
}

fn range_overlap<'a>(a: &'a SalaryFigure, b: &'a SalaryFigure, basis: Basis) -> Option<RangeOverlap<'a>> {
    let ranges = [range(a)?, range(b)?];
    // An open upper end reaches further than any number.
    let reach = |high: Amount| if high.at_least { u64::MAX } else { high.value };
    let bottom = ranges[0][0].value.max(ranges[1][0].value);
    let top = reach(ranges[0][1]).min(reach(ranges[1][1]));
    let both_open = top == u64::MAX;
    (!both_open).then(|| RangeOverlap {
        basis,
        measure: a.measure,
        currency: &a.currency,
        ranges,
        as_of: [a.as_of, b.as_of],
        sources: [&a.source, &b.source],
        population: a.population.as_deref(),
        region: a.region.as_deref(),
        overlap: (bottom <= top).then_some([bottom, top]),
    })
}

/// The ends of a published range; an open lower end makes none.
pub(super) fn range(figure: &SalaryFigure) -> Option<[Amount; 2]> {
    let low = figure.low.filter(|low| !low.at_least)?;
    Some([low, figure.high?])
}

/// The reasons that keep the two nearest figures of two roles apart, whichever role comes first.
fn why_not(one: Paid, other: Paid) -> String {
    let without = [one, other].into_iter().filter(|(_, figures)| figures.is_empty());
    let mut without: Vec<&str> = without.map(|(role, _)| role.short_name()).collect();
    if !without.is_empty() {
        without.sort_unstable();
        return format!("no figure for the {}", without.join(" and the "));
    }
    let pairs = one.1.iter().flat_map(|a| other.1.iter().map(move |b| (a, b)));
    let nearest = pairs.map(|(a, b)| obstacles(a, b)).min_by_key(|obstacles| (obstacles.len(), obstacles.clone()));
    nearest.unwrap_or_default().into_iter().map(Obstacle::reason).collect::<Vec<_>>().join("; ")
}

/// Everything that keeps two figures from being set against each other.
fn obstacles(a: &SalaryFigure, b: &SalaryFigure) -> Vec<Obstacle> {
    let mut obstacles = basis(a, b).err().unwrap_or_default();
    let mut common = a.amounts().filter(|(statistic, _)| b.amount(*statistic).is_some()).peekable();
    if common.peek().is_none() {
        obstacles.push(Obstacle::Statistic);
    } else if common.all(|(statistic, amount)| amount.at_least || b.amount(statistic).is_some_and(|other| other.at_least)) {
        obstacles.push(Obstacle::OpenEnd);
    }
    // Only asked where nothing could be set against anything: what is left is ranges without an end.
    if obstacles.is_empty() {
        obstacles.push(Obstacle::OpenEnd);
    }
    obstacles
}

/// Disagreement between the sources of one role, for each statistic of each measure that more than one gives.
pub fn spreads<'a>(figures: impl IntoIterator<Item = &'a SalaryFigure>) -> Vec<Spread<'a>> {
    let mut spreads: Vec<Spread> = Vec::new();
    for figure in figures.into_iter().filter(|figure| figure.group.is_none() && figure.population.is_none()) {
        for statistic in Statistic::CENTERS {
            // An open end is no end that a ratio could be made of.
            let Some(amount) = figure.amount(statistic).filter(|amount| !amount.at_least) else { continue };
            let same = |spread: &&mut Spread| {
                (spread.measure, spread.statistic, spread.currency, spread.per)
                    == (figure.measure, statistic, &*figure.currency, figure.per)
            };
            let year = figure.as_of.map(|date| date.year);
            match spreads.iter_mut().find(same) {
                Some(spread) => {
                    spread.figures += 1;
                    spread.undated += usize::from(year.is_none());
                    let years = spread.years.into_iter().flatten().chain(year);
                    spread.years = years.clone().min().zip(years.max()).map(Into::into);
                    spread.lowest = if amount.value < spread.lowest.value { amount } else { spread.lowest };
                    spread.highest = if amount.value > spread.highest.value { amount } else { spread.highest };
                }
                None => spreads.push(Spread {
                    measure: figure.measure,
                    statistic,
                    figures: 1,
                    lowest: amount,
                    highest: amount,
                    years: year.map(|year| [year, year]),
                    undated: usize::from(year.is_none()),
                    currency: &figure.currency,
                    per: figure.per,
                    ratio: 1.0,
                }),
            }
        }
    }
    spreads.retain(|spread| spread.figures > 1);
    for spread in &mut spreads {
        spread.ratio = tenths(spread.highest.value, spread.lowest.value, 1.0);
    }
    spreads.sort_by_key(|spread| (spread.measure, spread.statistic));
    spreads
}

/// `scale` times a quotient to one decimal place, so that every format shows the same number.
#[allow(clippy::cast_precision_loss)] // Pay is far below 2^52.
fn tenths(part: u64, whole: u64, scale: f64) -> f64 {
    (part as f64 / whole as f64 * scale * 10.0).round() / 10.0
}
