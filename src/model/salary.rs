//! Published salary figures, each kept as its source prints it.

use serde::{Deserialize, Serialize};

use super::keyed::keyed;
use super::{Amount, Date, Id};

/// One published figure with everything that decides what it may be compared with.
///
/// Field names follow schema.org's `MonetaryAmountDistribution` where it has a word (`median`, percentiles, `currency`);
/// an average is kept apart from a median, which that vocabulary does not allow for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SalaryFigure {
    /// What the money is.
    pub measure: Measure,
    /// The mean.
    pub average: Option<Amount>,
    /// The 50th percentile.
    pub median: Option<Amount>,
    /// The middle of a published band.
    pub midpoint: Option<Amount>,
    /// The lower end of a published range, which is no percentile.
    pub low: Option<Amount>,
    /// The upper end of a published range.
    pub high: Option<Amount>,
    /// The 10th percentile.
    pub p10: Option<Amount>,
    /// The 25th percentile.
    pub p25: Option<Amount>,
    /// The 75th percentile.
    pub p75: Option<Amount>,
    /// The 90th percentile.
    pub p90: Option<Amount>,
    /// ISO 4217.
    pub currency: String,
    /// What the amounts are per.
    pub per: Period,
    /// Country or area; none when the source does not say.
    pub region: Option<String>,
    /// When the figure was true; none when the source does not say.
    pub as_of: Option<Date>,
    /// Whom it covers, where the source narrows it.
    pub population: Option<String>,
    /// The wider group it is for, where it is not for this role alone.
    pub group: Option<String>,
    /// The survey that the source quotes, where that has a name; otherwise the source stands for it.
    pub survey: Option<String>,
    /// What a reader should know before trusting it.
    pub note: Option<String>,
    #[serde(default)]
    pub source: Id,
}

impl SalaryFigure {
    /// The survey the figure comes from.
    pub fn survey(&self) -> &str {
        self.survey.as_deref().unwrap_or(&self.source)
    }

    /// Every amount with the word for it, in a fixed order: centers, range, percentiles.
    pub fn amounts(&self) -> impl Iterator<Item = (Statistic, Amount)> + '_ {
        Statistic::ALL.into_iter().filter_map(|statistic| Some((statistic, self.amount(statistic)?)))
    }

    /// The amount of one statistic.
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

    /// The lowest and the highest amount of the figure; none when it has no amount at all.
    pub fn span(&self) -> Option<(Amount, Amount)> {
        let lowest = self.amounts().map(|(_, amount)| amount).min_by_key(|amount| amount.value)?;
        let highest = self.amounts().map(|(_, amount)| amount).max_by_key(|amount| (amount.value, amount.at_least))?;
        Some((lowest, highest))
    }
}

keyed! {
    /// What the money is.
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
    /// What an amount of a figure is.
    pub enum Statistic {
        /// The mean.
        Average = "average",
        /// The 50th percentile.
        Median = "median",
        /// The middle of a band.
        Midpoint = "midpoint",
        /// The lower end of a range.
        Low = "low",
        /// The upper end of a range.
        High = "high",
        /// The 10th percentile.
        P10 = "p10" as "10th percentile",
        /// The 25th percentile.
        P25 = "p25" as "25th percentile",
        /// The 75th percentile.
        P75 = "p75" as "75th percentile",
        /// The 90th percentile.
        P90 = "p90" as "90th percentile",
    }
}

impl Statistic {
    /// The statistics that stand for the middle of a distribution.
    pub const CENTERS: [Self; 3] = [Self::Average, Self::Median, Self::Midpoint];
}

keyed! {
    /// What amounts are per.
    pub enum Period {
        /// A year.
        Year = "year",
        /// A month.
        Month = "month",
        /// An hour.
        Hour = "hour",
    }
}
