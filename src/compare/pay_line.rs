//! The published pay of a role in one line: the best evidence, what is like for like with other roles, and the rest.

use std::cmp::Reverse;

use serde::Serialize;

use super::salary::{LikeForLike, like_for_like};
use crate::corpus::Corpus;
use crate::model::{Amount, Date, Grade, Measure, Period, Role, SalaryFigure, Statistic};

/// The yearly figures of a role in the currency that most of them have.
#[derive(Debug, Clone, Serialize)]
pub struct PayLine<'a> {
    pub currency: &'a str,
    /// Lowest and highest amount of all figures.
    pub span: [u64; 2],
    pub figures: usize,
    /// The best evidence: by grade, then likeness to the pay of the other roles, then measure, then year.
    pub best: BestFigure,
    /// What is like for like with each other role, where the best is not.
    pub alike: Option<BestFigure>,
    /// The number of further figures, and the lowest and the highest amount of these.
    #[serde(skip)]
    pub others: Option<(usize, Amount, Amount)>,
    #[serde(skip)]
    pub sources: Vec<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BestFigure {
    pub measure: Measure,
    /// None for a range.
    pub statistic: Option<Statistic>,
    /// The center twice, or the ends of a range.
    pub amounts: [u64; 2],
    /// Whether the higher amount is "this or more".
    pub open: bool,
    pub as_of: Option<Date>,
    pub grade: Option<Grade>,
    /// Whether each of the other roles has a figure that is like for like.
    pub is_alike: bool,
}

/// The line of each role; none where nothing is published.
pub(super) fn pay_lines<'a>(corpus: &Corpus, roles: &[&'a Role]) -> Vec<Option<PayLine<'a>>> {
    let figures: Vec<Vec<&SalaryFigure>> = roles.iter().map(|role| yearly(role)).collect();
    let paid = figures.iter().filter(|figures| !figures.is_empty()).count();
    let rank = |figure: &SalaryFigure| {
        let year = figure.as_of.map_or(0, |date| date.year);
        (grade(corpus, figure).unwrap_or(Grade::C), figure.measure == Measure::Unspecified, Reverse(year), figure.measure)
    };
    let mut alike = if paid > 1 { like_for_like(&figures) } else { Vec::new() };
    alike.retain(|row| row.figures.iter().filter(|figures| !figures.is_empty()).count() == paid);
    let alike = alike.iter().min_by_key(|row| row.all().map(|figure| rank(figure)).max());
    let line = |(i, figures): (usize, &Vec<&'a SalaryFigure>)| {
        let is_alike = |figure: &SalaryFigure| alike.is_some_and(|row| row.figures[i].contains(&figure));
        let best = *figures.iter().min_by_key(|figure| {
            let (grade, is_unstated, year, measure) = rank(figure);
            (grade, !is_alike(figure), is_unstated, year, measure)
        })?;
        let other = alike.filter(|_| !is_alike(best)).and_then(|row| Some((row, *row.figures[i].first()?)));
        let is_told =
            |figure: &SalaryFigure| std::ptr::eq(figure, best) || other.is_some_and(|(_, other)| std::ptr::eq(figure, other));
        let others = figures.iter().filter(|figure| !is_told(figure));
        let (low, high) = figures.iter().filter_map(|figure| figure.span()).reduce(wider)?;
        Some(PayLine {
            currency: &best.currency,
            span: [low.value, high.value],
            figures: figures.len(),
            best: BestFigure::new(corpus, best, None, is_alike(best))?,
            alike: other.and_then(|(row, figure)| BestFigure::new(corpus, figure, Some(row), true)),
            others: others
                .clone()
                .filter_map(|figure| figure.span())
                .reduce(wider)
                .map(|(low, high)| (others.count(), low, high)),
            sources: figures.iter().map(|figure| figure.source.as_str()).collect(),
        })
    };
    figures.iter().enumerate().map(line).collect()
}

/// The yearly figures in the currency that most of them have.
fn yearly(role: &Role) -> Vec<&SalaryFigure> {
    let mut yearly: Vec<&SalaryFigure> =
        role.salary.iter().filter(|figure| figure.per == Period::Year && figure.is_pay_of_the_role()).collect();
    let count = |currency: &str| yearly.iter().filter(|figure| figure.currency == currency).count();
    let most = yearly.iter().map(|figure| figure.currency.as_str()).rev().max_by_key(|currency| count(currency));
    yearly.retain(|figure| Some(figure.currency.as_str()) == most);
    yearly
}

fn wider((low, high): (Amount, Amount), (other_low, other_high): (Amount, Amount)) -> (Amount, Amount) {
    let reach = |amount: &Amount| (amount.value, amount.at_least);
    (std::cmp::min_by_key(low, other_low, reach), std::cmp::max_by_key(high, other_high, reach))
}

fn grade(corpus: &Corpus, figure: &SalaryFigure) -> Option<Grade> {
    corpus.sources.get(&figure.source).map(|source| source.grade)
}

impl BestFigure {
    /// The middle of a figure, or what is like for like with other roles, or its range.
    fn new(corpus: &Corpus, figure: &SalaryFigure, alike: Option<&LikeForLike>, is_alike: bool) -> Option<Self> {
        let centers = [Statistic::Median, Statistic::Average, Statistic::Midpoint];
        let statistic = match alike {
            Some(row) => Some(row.statistic).filter(|statistic| *statistic != Statistic::Low),
            None => centers.into_iter().find(|statistic| figure.amount(*statistic).is_some()),
        };
        let (low, high) = match statistic.and_then(|statistic| figure.amount(statistic)) {
            Some(amount) => (amount, amount),
            None => figure.span()?,
        };
        let amounts = [low.value, high.value];
        let (measure, as_of, open) = (figure.measure, figure.as_of, high.at_least);
        Some(Self { measure, statistic, amounts, open, as_of, grade: grade(corpus, figure), is_alike })
    }
}
