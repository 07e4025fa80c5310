//! Pay of several roles on one axis, as values; renderers choose the signs.

use super::wording::{rounded_money, short_money};
use crate::compare::salary::RoleFigures;
use crate::model::{Amount, Period, SalaryFigure, Statistic};
use crate::text::clean;

/// Pay in one currency for one period, one strip a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayStrips {
    /// `USD per year`.
    pub unit: String,
    /// The end of the axis, which begins at zero: otherwise close values would look far apart.
    pub end: u64,
    /// Round numbers, evenly spaced, each with its label: `$200k`.
    pub ticks: Vec<(u64, String)>,
    pub strips: Vec<Strip>,
    /// Whether bonuses alone or figures for wider groups are not drawn: they are not the pay of the role.
    pub is_partial: bool,
}

/// The pay of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    pub name: String,
    /// The place of the role, which has its color.
    pub role: usize,
    pub figures: usize,
    /// All of it: `$120k to $540k`.
    pub span: String,
    /// In the order of drawing: later ones cover earlier ones.
    pub marks: Vec<PayMark>,
    /// The amounts beyond the axis: `$850k to $1.2M+`.
    pub beyond: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PayMark {
    /// A published range, or one between two percentiles.
    Range(u64, u64),
    /// This amount or more.
    OrMore(u64),
    Center(Statistic, u64),
}

impl PayMark {
    /// The sign, told by its shape as well as by its color.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Range(..) => "├─┤",
            Self::OrMore(_) => "▸",
            Self::Center(Statistic::Average, _) => "○",
            Self::Center(Statistic::Median, _) => "◆",
            Self::Center(..) => "■",
        }
    }

    const fn meaning(self) -> &'static str {
        match self {
            Self::Range(..) => "range",
            Self::OrMore(_) => "or more",
            Self::Center(statistic, _) => statistic.label(),
        }
    }

    fn of(figure: &SalaryFigure) -> Vec<Self> {
        let mut marks = Vec::new();
        for (from, to) in [(figure.p10, figure.p90), (figure.p25, figure.p75), (figure.low, figure.high)] {
            match (from, to) {
                (Some(from), Some(to)) => marks.push(Self::Range(from.value.min(to.value), from.value.max(to.value))),
                (Some(from), None) => marks.push(Self::OrMore(from.value)),
                // "Up to" covers everything below.
                (None, Some(to)) if !to.at_least => marks.push(Self::Range(0, to.value)),
                (None, _) => {}
            }
        }
        let centers = Statistic::CENTERS.into_iter();
        marks.extend(centers.filter_map(|statistic| Some(Self::Center(statistic, figure.amount(statistic)?.value))));
        marks.extend(figure.amounts().filter(|(_, amount)| amount.at_least).map(|(_, amount)| Self::OrMore(amount.value)));
        marks
    }
}

impl PayStrips {
    /// A picture for each currency and period, in the order in which they first come.
    pub(super) fn all(names: &[&str], roles: &[RoleFigures]) -> Vec<Self> {
        let mut units: Vec<(&str, Period)> = Vec::new();
        for unit in roles.iter().flat_map(|role| &role.figures).map(|figure| (&*figure.currency, figure.per)) {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units.into_iter().filter_map(|unit| Self::new(names, roles, unit)).collect()
    }

    /// The figures in one currency for one period; none where there is nothing to draw.
    fn new(names: &[&str], roles: &[RoleFigures], (currency, per): (&str, Period)) -> Option<Self> {
        let is_of_unit = |figure: &&SalaryFigure| figure.currency == currency && figure.per == per;
        let of_unit = || roles.iter().flat_map(|role| &role.figures).copied().filter(is_of_unit);
        let drawn = of_unit().filter(|figure| figure.is_pay_of_the_role());
        let mut values: Vec<u64> = drawn.flat_map(SalaryFigure::amounts).map(|(_, amount)| amount.value).collect();
        values.sort_unstable();
        // A few far amounts would press all others together: the axis ends at the 95th percentile.
        let end = (*values.get((values.len() * 95).div_ceil(100).checked_sub(1)?)?).max(1);
        let strip = |(role, (name, figures)): (usize, (&&str, &RoleFigures))| {
            let figures = figures.figures.iter().copied().filter(is_of_unit).filter(|figure| figure.is_pay_of_the_role());
            let mut marks: Vec<PayMark> = figures.clone().flat_map(PayMark::of).collect();
            marks.sort_unstable();
            let amounts = || figures.clone().flat_map(SalaryFigure::amounts).map(|(_, amount)| amount);
            (!marks.is_empty()).then(|| Strip {
                name: clean(name).into_owned(),
                role,
                figures: figures.clone().count(),
                span: span_above(amounts(), 0, currency).unwrap_or_default(),
                marks,
                beyond: span_above(amounts(), end, currency),
            })
        };
        Some(Self {
            unit: clean(&format!("{currency} per {}", per.key())).into_owned(),
            end,
            ticks: ticks(end).map(|value| (value, clean(&short_money(value, currency)).into_owned())).collect(),
            strips: names.iter().zip(roles).enumerate().filter_map(strip).collect(),
            is_partial: of_unit().any(|figure| !figure.is_pay_of_the_role()),
        })
    }

    /// The unit, the signs that occur, and what is not drawn.
    pub fn legend(&self) -> Vec<String> {
        let mut marks: Vec<PayMark> = self.strips.iter().flat_map(|strip| &strip.marks).copied().collect();
        marks.sort_unstable();
        marks.dedup_by_key(|mark| mark.sign());
        let mut legend = vec![self.unit.clone()];
        legend.extend(marks.iter().rev().map(|mark| format!("{} {}", mark.sign(), mark.meaning())));
        let is_beyond = self.strips.iter().any(|strip| strip.beyond.is_some());
        legend.extend(is_beyond.then(|| "→ beyond the axis".to_owned()));
        legend.extend(self.is_partial.then(|| "bonuses and wider groups left out".to_owned()));
        legend
    }

    /// The position of a value on the axis, from 0 to 1.
    #[allow(clippy::cast_precision_loss)] // A drawing has fewer places than a double has digits.
    pub fn share(&self, value: u64) -> f64 {
        value.min(self.end) as f64 / self.end as f64
    }
}

/// The lowest and the highest of the amounts above one.
fn span_above(amounts: impl Iterator<Item = Amount>, floor: u64, currency: &str) -> Option<String> {
    let mut beyond: Vec<Amount> = amounts.filter(|amount| amount.value > floor).collect();
    beyond.sort_unstable_by_key(|amount| (amount.value, amount.at_least));
    let (lowest, highest) = (beyond.first()?, beyond.last()?);
    let text = |amount: &Amount| format!("{}{}", rounded_money(amount.value, currency), if amount.at_least { "+" } else { "" });
    let from = if lowest.value == highest.value { String::new() } else { format!("{} to ", text(lowest)) };
    Some(clean(&(from + &text(highest))).into_owned())
}

/// At most seven round numbers up to the end: multiples of 1, 2 or 5 times a power of ten (P. S. Heckbert, "Nice numbers for
/// graph labels", Graphics Gems, 1990).
fn ticks(end: u64) -> impl Iterator<Item = u64> {
    const MOST: u64 = 6;
    let power = 10_u64.pow((end / MOST).max(1).ilog10());
    let steps = [1, 2, 5, 10].map(|times| power.saturating_mul(times));
    let step = steps.into_iter().find(|step| end / step <= MOST).unwrap_or(end);
    (0..=end / step).map(move |i| i * step)
}
