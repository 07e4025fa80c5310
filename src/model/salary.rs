//! Published salary figures, each kept as its source prints it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::schema::{CURRENCY, ID};
use super::{Amount, Date, Text};

/// One published figure with everything that decides what it may be compared with.
///
/// Field names follow schema.org's `MonetaryAmountDistribution` where it has a word (`median`, percentiles, `currency`);
/// an average is kept apart from a median, which that vocabulary does not allow for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SalaryFigure<'a> {
    /// What the money is.
    pub measure: Measure,
    /// The mean.
    #[serde(default)]
    pub average: Option<Amount>,
    /// The 50th percentile.
    #[serde(default)]
    pub median: Option<Amount>,
    /// The middle of a published band.
    #[serde(default)]
    pub midpoint: Option<Amount>,
    /// The lower end of a published range, which is no percentile.
    #[serde(default)]
    pub low: Option<Amount>,
    /// The upper end of a published range.
    #[serde(default)]
    pub high: Option<Amount>,
    /// The 10th percentile.
    #[serde(default)]
    pub p10: Option<Amount>,
    /// The 25th percentile.
    #[serde(default)]
    pub p25: Option<Amount>,
    /// The 75th percentile.
    #[serde(default)]
    pub p75: Option<Amount>,
    /// The 90th percentile.
    #[serde(default)]
    pub p90: Option<Amount>,
    /// ISO 4217.
    #[schemars(pattern(CURRENCY))]
    pub currency: Text<'a>,
    /// What the amounts are per.
    pub per: Period,
    /// Country or area; none when the source does not say.
    #[serde(default)]
    pub region: Option<Text<'a>>,
    /// When the figure was true; none when the source does not say.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// Whom it covers, where the source narrows it.
    #[serde(default)]
    pub population: Option<Text<'a>>,
    /// The wider group it is for, where it is not for this role alone.
    #[serde(default)]
    pub group: Option<Text<'a>>,
    /// The survey that the source quotes, where that has a name; otherwise the source stands for it.
    #[serde(default)]
    pub survey: Option<Text<'a>>,
    /// What a reader should know before trusting it.
    #[serde(default)]
    pub note: Option<Text<'a>>,
    /// Who published it.
    #[serde(default)]
    #[schemars(pattern(ID))]
    pub source: Text<'a>,
}

impl SalaryFigure<'_> {
    /// The survey the figure comes from.
    #[must_use]
    pub fn survey(&self) -> &str {
        self.survey.as_deref().unwrap_or(&self.source)
    }

    /// Every amount with the word for it, in a fixed order: centers, range, percentiles.
    pub fn amounts(&self) -> impl Iterator<Item = (Statistic, Amount)> + '_ {
        Statistic::ALL.into_iter().filter_map(|statistic| Some((statistic, self.amount(statistic)?)))
    }

    /// The amount of one statistic.
    #[must_use]
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
    #[must_use]
    pub fn span(&self) -> Option<(Amount, Amount)> {
        let lowest = self.amounts().map(|(_, amount)| amount).min_by_key(|amount| amount.value)?;
        let highest = self.amounts().map(|(_, amount)| amount).max_by_key(|amount| (amount.value, amount.at_least))?;
        Some((lowest, highest))
    }
}

/// What the money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Fixed salary alone.
    Base,
    /// Bonus or commission alone.
    Bonus,
    /// Base and cash bonus.
    TotalCash,
    /// Cash and equity.
    TotalPay,
    /// Base and variable pay when every target is met.
    OnTargetEarnings,
    /// The source does not say.
    Unspecified,
}

impl Measure {
    /// Every measure, in the order figures are shown.
    pub const ALL: [Self; 6] =
        [Self::Base, Self::Bonus, Self::TotalCash, Self::TotalPay, Self::OnTargetEarnings, Self::Unspecified];

    /// The word used in files and machine formats.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Bonus => "bonus",
            Self::TotalCash => "total-cash",
            Self::TotalPay => "total-pay",
            Self::OnTargetEarnings => "on-target-earnings",
            Self::Unspecified => "unspecified",
        }
    }

    /// The words people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Base => "base salary",
            Self::Bonus => "bonus",
            Self::TotalCash => "total cash",
            Self::TotalPay => "total pay",
            Self::OnTargetEarnings => "on-target earnings",
            Self::Unspecified => "pay (measure not stated)",
        }
    }
}

/// What an amount of a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Statistic {
    /// The mean.
    Average,
    /// The 50th percentile.
    Median,
    /// The middle of a band.
    Midpoint,
    /// The lower end of a range.
    Low,
    /// The upper end of a range.
    High,
    /// The 10th percentile.
    P10,
    /// The 25th percentile.
    P25,
    /// The 75th percentile.
    P75,
    /// The 90th percentile.
    P90,
}

impl Statistic {
    /// Every statistic, in the order figures are shown.
    pub const ALL: [Self; 9] =
        [Self::Average, Self::Median, Self::Midpoint, Self::Low, Self::High, Self::P10, Self::P25, Self::P75, Self::P90];

    /// The statistics that stand for the middle of a distribution.
    pub const CENTERS: [Self; 3] = [Self::Average, Self::Median, Self::Midpoint];

    /// The words people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::P10 => "10th percentile",
            Self::P25 => "25th percentile",
            Self::P75 => "75th percentile",
            Self::P90 => "90th percentile",
            other => other.key(),
        }
    }

    /// The word used in files and machine formats.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Average => "average",
            Self::Median => "median",
            Self::Midpoint => "midpoint",
            Self::Low => "low",
            Self::High => "high",
            Self::P10 => "p10",
            Self::P25 => "p25",
            Self::P75 => "p75",
            Self::P90 => "p90",
        }
    }
}

/// What amounts are per.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// A year.
    Year,
    /// A month.
    Month,
    /// An hour.
    Hour,
}

impl Period {
    /// The word used in files, machine formats and tables alike.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Hour => "hour",
        }
    }
}
