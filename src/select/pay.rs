//! Pay as a condition: which published figures are wanted, and which lie in a range of money.

use crate::model::{Amount, Measure, Period, Role, SalaryFigure};

/// Conditions on figures of pay; those not given do not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureFilter {
    /// Measures one of these.
    pub measures: Vec<Measure>,
    /// Is in this currency, an ISO 4217 code in capitals.
    pub currency: Option<String>,
}

impl FigureFilter {
    pub fn holds(&self, figure: &SalaryFigure) -> bool {
        (self.measures.is_empty() || self.measures.contains(&figure.measure))
            && self.currency.as_deref().is_none_or(|currency| figure.currency == currency)
    }
}

/// A range of yearly pay in one currency, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayRange {
    /// The lower end in whole currency units; none when there is none.
    pub min: Option<u64>,
    /// The upper end.
    pub max: Option<u64>,
    /// ISO 4217.
    pub currency: String,
}

impl PayRange {
    /// Whether a figure, or the range it gives, lies at least partly in this one.
    ///
    /// An open-ended figure counts with the amount it states. Only yearly figures in the same currency count, and only those that
    /// are the pay of the role.
    pub fn meets(&self, figure: &SalaryFigure) -> bool {
        let Some((lowest, highest)) = figure.span().filter(|_| counts(figure, &self.currency)) else { return false };
        self.min.is_none_or(|min| highest.value >= min) && self.max.is_none_or(|max| lowest.value <= max)
    }
}

/// The lowest and the highest amount published for a role, over all figures that count for [`PayRange::meets`].
pub fn span(role: &Role, currency: &str) -> Option<(Amount, Amount)> {
    let spans = role.salary.iter().filter(|figure| counts(figure, currency)).filter_map(SalaryFigure::span);
    let reach = |amount: Amount| (amount.value, amount.at_least);
    spans.reduce(|(lowest, highest), (low, high)| {
        (if low.value < lowest.value { low } else { lowest }, if reach(high) > reach(highest) { high } else { highest })
    })
}

fn counts(figure: &SalaryFigure, currency: &str) -> bool {
    figure.currency == currency && figure.per == Period::Year && figure.is_pay_of_the_role()
}
