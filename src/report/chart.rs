//! Figures of pay on one scale, as values; renderers choose the signs.

use super::styled::StyledText;
use crate::model::Statistic;

/// Figures in one currency for one period, role by role.
#[derive(Debug, Clone, PartialEq)]
pub struct PayChart {
    /// `USD per year`.
    pub unit: String,
    /// Whether a heading above says so.
    pub headed: bool,
    pub scale: Scale,
    pub groups: Vec<ChartGroup>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartGroup {
    /// The name of the role.
    pub label: String,
    /// Never empty.
    pub rows: Vec<ChartRow>,
}

/// One figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChartRow {
    pub label: String,
    /// Those to be drawn over others last.
    pub bars: Vec<ChartBar>,
    /// From the lowest.
    pub centers: Vec<ChartCenter>,
    /// All the values in words.
    pub words: String,
    /// As of when, where, whom they cover, and the notes on them.
    pub limits: String,
    /// The publisher, the number of the footnote, and the grade of the source.
    pub origin: StyledText,
    pub is_graded: bool,
}

/// A line from one value to another; where only one is known, both are that one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartBar {
    pub kind: BarKind,
    pub from: u64,
    pub to: u64,
    /// The true lower end is somewhere below.
    pub open_below: bool,
    /// The true upper end is somewhere above.
    pub open_above: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarKind {
    Range,
    Percentiles10To90,
    Percentiles25To75,
}

/// An average, a median or a midpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartCenter {
    pub statistic: Statistic,
    pub value: u64,
    /// The true value is this or more.
    pub open_above: bool,
}

/// The signs of a legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartSign {
    Center(Statistic),
    Bar(BarKind),
    OpenBelow,
    OpenAbove,
    /// The letter after a source.
    Grade,
}

impl ChartSign {
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Center(statistic) => statistic.label(),
            Self::Bar(BarKind::Range) => "range",
            Self::Bar(BarKind::Percentiles10To90) => "10th to 90th percentile",
            Self::Bar(BarKind::Percentiles25To75) => "25th to 75th percentile",
            Self::OpenBelow => "or less",
            Self::OpenAbove => "or more",
            Self::Grade => "grade of the source",
        }
    }
}

impl PayChart {
    /// The signs that occur.
    pub fn signs(&self) -> Vec<ChartSign> {
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let occurs = |sign: &ChartSign| {
            rows().any(|row| match *sign {
                ChartSign::Center(statistic) => row.centers.iter().any(|center| center.statistic == statistic),
                ChartSign::Bar(kind) => row.bars.iter().any(|bar| bar.kind == kind),
                ChartSign::OpenBelow => row.bars.iter().any(|bar| bar.open_below),
                ChartSign::OpenAbove => row.bars.iter().any(|bar| bar.open_above) || row.centers.iter().any(|of| of.open_above),
                ChartSign::Grade => row.is_graded,
            })
        };
        let bars = [BarKind::Range, BarKind::Percentiles10To90, BarKind::Percentiles25To75].map(ChartSign::Bar);
        let others = [ChartSign::OpenBelow, ChartSign::OpenAbove, ChartSign::Grade];
        Statistic::CENTERS.map(ChartSign::Center).into_iter().chain(bars).chain(others).filter(occurs).collect()
    }
}

/// A scale from zero: otherwise close values would look far apart, and charts could not be compared by eye.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The highest value that can be drawn.
    pub to: u64,
    /// Round numbers, evenly spaced.
    pub ticks: Vec<Tick>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    pub value: u64,
    /// `$200k`.
    pub label: String,
}

impl Scale {
    /// A scale that holds all values up to the highest, with at most eight ticks: multiples of 1, 2 or 5 times a power of ten
    /// (P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
    pub fn up_to(highest: u64, label: impl Fn(u64) -> String) -> Self {
        const MOST: u64 = 6;
        let highest = highest.max(1);
        let power = 10_u64.pow((highest / MOST).max(1).ilog10());
        let steps = [1, 2, 5, 10].map(|times| power.saturating_mul(times));
        let step = steps.into_iter().find(|step| highest.div_ceil(*step) <= MOST).unwrap_or(u64::MAX);
        // No round number may be left above the largest values.
        let values = (0..=highest.div_ceil(step)).map_while(|i| step.checked_mul(i));
        let ticks: Vec<Tick> = values.map(|value| Tick { value, label: label(value) }).collect();
        Self { to: ticks.last().map_or(highest, |tick| tick.value.max(highest)), ticks }
    }

    /// The position of a value, from 0 to 1.
    #[allow(clippy::cast_precision_loss)] // A drawing has fewer places than a double has digits.
    pub fn share(&self, value: u64) -> f64 {
        value.min(self.to) as f64 / self.to.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(highest: u64) -> Vec<u64> {
        let scale = Scale::up_to(highest, |value| value.to_string());
        assert!(scale.to >= highest && scale.to > 0, "{scale:?}");
        assert!(scale.ticks.len() >= 2 && scale.ticks.len() <= 8, "{scale:?}");
        scale.ticks.into_iter().map(|tick| tick.value).collect()
    }

    #[test]
    fn ticks_are_round_and_hold_every_value() {
        assert_eq!(ticks(490_700), [0, 100_000, 200_000, 300_000, 400_000, 500_000]);
        assert_eq!(ticks(1_200_000), [0, 200_000, 400_000, 600_000, 800_000, 1_000_000, 1_200_000]);
        assert_eq!(ticks(43), [0, 10, 20, 30, 40, 50]);
        for highest in [0, 1, u64::MAX - 3, u64::MAX] {
            ticks(highest);
        }
    }
}
