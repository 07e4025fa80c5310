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
    /// The figure that is like for like with every other role, where the best is not.
    pub alike: Option<BestFigure>,
    /// The lowest and the highest amount of each further figure.
    #[serde(skip)]
    pub others: Vec<(Amount, Amount)>,
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
    let alike = alike.iter().min_by_key(|row| row.all().map(rank).max());
    let line = |(i, figures): (usize, &Vec<&'a SalaryFigure>)| {
        let is_alike = |figure: &SalaryFigure| alike.is_some_and(|row| row.figures[i].contains(&figure));
        let best = *figures.iter().min_by_key(|figure| {
            let (grade, is_unstated, year, measure) = rank(figure);
            (grade, !is_alike(figure), is_unstated, year, measure)
        })?;
        let other = alike.filter(|_| !is_alike(best)).and_then(|row| Some((row, *row.figures[i].first()?)));
        let is_told = |figure: &SalaryFigure| figure == best || other.is_some_and(|(_, other)| figure == other);
        let spans = || figures.iter().filter_map(|figure| figure.span());
        Some(PayLine {
            currency: &best.currency,
            span: [spans().map(|(low, _)| low.value).min()?, spans().map(|(_, high)| high.value).max()?],
            figures: figures.len(),
            best: BestFigure::new(corpus, best, None, is_alike(best))?,
            alike: other.and_then(|(row, figure)| BestFigure::new(corpus, figure, Some(row), true)),
            others: figures.iter().filter(|figure| !is_told(figure)).filter_map(|figure| figure.span()).collect(),
            sources: figures.iter().map(|figure| figure.source.as_str()).collect(),
        })
    };
    figures.iter().enumerate().map(line).collect()
}

/// The yearly figures in the currency that most of them have.
fn yearly(role: &Role) -> Vec<&SalaryFigure> {
    let is_yearly = |figure: &&SalaryFigure| figure.per == Period::Year && figure.is_pay_of_the_role();
    let mut yearly: Vec<&SalaryFigure> = role.salary.iter().filter(is_yearly).collect();
    let count = |currency: &str| yearly.iter().filter(|figure| figure.currency == currency).count();
    let most = yearly.iter().map(|figure| figure.currency.as_str()).rev().max_by_key(|currency| count(currency));
    yearly.retain(|figure| Some(figure.currency.as_str()) == most);
    yearly
}

fn grade(corpus: &Corpus, figure: &SalaryFigure) -> Option<Grade> {
    corpus.sources.get(&figure.source).map(|source| source.grade)
}

impl BestFigure {
    /// The amount that is like for like with other roles, else the middle of a figure, else its range.
    fn new(corpus: &Corpus, figure: &SalaryFigure, alike: Option<&LikeForLike>, is_alike: bool) -> Option<Self> {
        let centers = [Statistic::Median, Statistic::Average, Statistic::Midpoint];
        let statistic = match alike {
            Some(row) => Some(row.statistic).filter(|statistic| *statistic != Statistic::Low),
            None => centers.into_iter().find(|statistic| figure.amount(*statistic).is_some()),
        };
        let center = statistic.and_then(|statistic| figure.amount(statistic));
        let (low, high) = center.map_or_else(|| figure.span(), |amount| Some((amount, amount)))?;
        Some(Self {
            measure: figure.measure,
            statistic,
            amounts: [low.value, high.value],
            open: high.at_least,
            as_of: figure.as_of,
            grade: grade(corpus, figure),
            is_alike,
        })
    }
}
