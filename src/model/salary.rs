//! Published salary figures, each kept as its source prints it.

use serde::{Deserialize, Serialize};

use super::keyed::keyed;
use super::{Amount, Date, Id};

/// One published figure, with everything that decides whether it compares with another.
///
/// Field names follow schema.org's `MonetaryAmountDistribution` (`median`, percentiles, `currency`), which has no average.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SalaryFigure {
    pub measure: Measure,
    pub average: Option<Amount>,
    pub median: Option<Amount>,
    /// The middle of a published band.
    pub midpoint: Option<Amount>,
    /// The lower end of a published range, not a percentile.
    pub low: Option<Amount>,
    /// The upper end of a published range.
    pub high: Option<Amount>,
    pub p10: Option<Amount>,
    pub p25: Option<Amount>,
    pub p75: Option<Amount>,
    pub p90: Option<Amount>,
    /// ISO 4217.
    pub currency: String,
    pub per: Period,
    /// Country or area; none when the source does not say.
    pub region: Option<String>,
    /// The date of the data; none when the source does not say.
    pub as_of: Option<Date>,
    /// The people it covers, if the source narrows them.
    pub population: Option<String>,
    /// The wider group it covers, if not this role alone.
    pub group: Option<String>,
    /// The survey that the source quotes, if it has a name of its own.
    pub survey: Option<String>,
    /// A caveat.
    pub note: Option<String>,
    #[serde(default)]
    pub source: Id,
}

impl SalaryFigure {
    pub fn survey(&self) -> &str {
        self.survey.as_deref().unwrap_or(&self.source)
    }

    /// Every amount, in a fixed order: centers, range, percentiles.
    pub fn amounts(&self) -> impl Iterator<Item = (Statistic, Amount)> + '_ {
        Statistic::ALL.into_iter().filter_map(|statistic| Some((statistic, self.amount(statistic)?)))
    }
    pub const fn amount(&self, statistic: Statistic) -> Option<Amount> {
        match statistic {
            Statistic::Average => self.average,
            Statistic::Median => self.median,
            Statistic::Midpoint => self.midpoint,
            Statistic::Low => self.low,
            Statistic::High => self.high,
            Statistic::P10 => self.p10,
            Statistic::P25 => self.p25,
            Statistic::P75 => self.p75,
            Statistic::P90 => self.p90,
        }
    }

    /// The lowest and the highest amount; none without any amount.
    pub fn span(&self) -> Option<(Amount, Amount)> {
        let lowest = self.amounts().map(|(_, amount)| amount).min_by_key(|amount| amount.value)?;
        let highest = self.amounts().map(|(_, amount)| amount).max_by_key(|amount| (amount.value, amount.at_least))?;
        Some((lowest, highest))
    }
}

keyed! {
    pub enum Measure {
        /// Fixed salary alone.
        Base = "base" as "base salary",
        /// Bonus or commission alone.
        Bonus = "bonus",
        /// Base and cash bonus.
        TotalCash = "total-cash" as "total cash",
        /// Cash and equity.
        TotalPay = "total-pay" as "total pay",
        /// Base and variable pay when every target is met.
        OnTargetEarnings = "on-target-earnings" as "on-target earnings",
        /// The source does not say.
        Unspecified = "unspecified" as "pay (measure not stated)",
    }
}

keyed! {
    pub enum Statistic {
        Average = "average",
        Median = "median",
        Midpoint = "midpoint",
        Low = "low",
        High = "high",
        P10 = "p10" as "10th percentile",
        P25 = "p25" as "25th percentile",
        P75 = "p75" as "75th percentile",
        P90 = "p90" as "90th percentile",
    }
}

impl Statistic {
    /// The statistics of the middle of a distribution.
    pub const CENTERS: [Self; 3] = [Self::Average, Self::Median, Self::Midpoint];
}

keyed! {
    pub enum Period {
        Year = "year",
        Month = "month",
        Hour = "hour",
    }
}
