//! Published salary figures, each kept as its source prints it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::keyed::keyed;
use super::{Amount, Date, Id};

/// One published figure, with everything that decides whether it compares with another.
///
/// Field names follow schema.org's `MonetaryAmountDistribution` (`median`, percentiles, `currency`), which has no average.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields)]
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
    /// The open-ended amounts, for programs, which read amounts as numbers; empty in memory, where each [`Amount`] tells.
    #[serde(default)]
    pub open: Vec<Statistic>,
}

impl Serialize for SalaryFigure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(&Self { open: self.open_ends().collect(), ..self.clone() }, serializer)
    }
}

impl<'de> Deserialize<'de> for SalaryFigure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut figure = Self::deserialize(deserializer)?;
        let open = std::mem::take(&mut figure.open);
        let Self { average, median, midpoint, low, high, p10, p25, p75, p90, .. } = &mut figure;
        for (amount, statistic) in [average, median, midpoint, low, high, p10, p25, p75, p90].into_iter().zip(Statistic::ALL) {
            if let Some(amount) = amount {
                amount.at_least |= open.contains(&statistic);
            }
        }
        Ok(figure)
    }
}

impl SalaryFigure {
    pub fn survey(&self) -> &str {
        self.survey.as_deref().unwrap_or(&self.source)
    }

    /// Every amount, in a fixed order: centers, range, percentiles.
    pub fn amounts(&self) -> impl Iterator<Item = (Statistic, Amount)> + '_ {
        Statistic::ALL.into_iter().filter_map(|statistic| Some((statistic, self.amount(statistic)?)))
    }

    pub fn amount(&self, statistic: Statistic) -> Option<Amount> {
        let Self { average, median, midpoint, low, high, p10, p25, p75, p90, .. } = self;
        *[average, median, midpoint, low, high, p10, p25, p75, p90][statistic as usize]
    }

    /// The statistics whose amounts are "this or more".
    pub fn open_ends(&self) -> impl Iterator<Item = Statistic> + '_ {
        self.amounts().filter(|(_, amount)| amount.at_least).map(|(statistic, _)| statistic)
    }

    /// The lowest and the highest amount; none without any amount.
    pub fn span(&self) -> Option<(Amount, Amount)> {
        let lowest = self.amounts().map(|(_, amount)| amount).min_by_key(|amount| amount.value)?;
        let highest = self.amounts().map(|(_, amount)| amount).max_by_key(|amount| (amount.value, amount.at_least))?;
        Some((lowest, highest))
    }

    /// Whether it is the pay of the role: more than the bonus alone, and not the pay of a wider group.
    pub fn is_pay_of_the_role(&self) -> bool {
        self.measure != Measure::Bonus && self.group.is_none()
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
    /// The amounts of a figure, in the order of its fields.
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
