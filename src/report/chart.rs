//! A picture of figures: ranges and centers on one scale, as values. Where they are drawn, and with which signs, is the
//! renderers' business.

use super::document::{Rich, Table};
use crate::model::Statistic;

/// Figures on one scale, in groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What the values are: `USD per year`.
    pub unit: String,
    /// Whether a heading above says so.
    pub headed: bool,
    /// How far the values reach.
    pub scale: Scale,
    /// The groups, from the top.
    pub groups: Vec<ChartGroup>,
    /// The same in words alone, for formats that draw nothing.
    pub table: Table,
}

/// Figures that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartGroup {
    /// Whose they are.
    pub label: String,
    /// A row for each, from the top; never empty.
    pub rows: Vec<ChartRow>,
}

/// One figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChartRow {
    /// What is measured.
    pub label: String,
    /// Lines from one value to another, those to be drawn over others last.
    pub bars: Vec<ChartBar>,
    /// Single values, from the lowest.
    pub centers: Vec<ChartCenter>,
    /// All the values in words.
    pub words: String,
    /// What limits them: as of when, where, whom they cover, what a reader should know.
    pub limits: String,
    /// Who says so in a word, the number of the note on the source, and its grade; what a no-break space holds together is to
    /// stay together.
    pub origin: Rich,
    /// Whether a grade is among that.
    pub is_graded: bool,
}

/// A line from one value to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartBar {
    /// What lies between its ends.
    pub kind: BarKind,
    /// The lower end.
    pub from: u64,
    /// The upper end; the lower one where only one end is known.
    pub to: u64,
    /// The true lower end is somewhere below.
    pub open_below: bool,
    /// The true upper end is somewhere above.
    pub open_above: bool,
}

/// What lies between the ends of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarKind {
    /// All that was published.
    Range,
    /// Four fifths: from the 10th to the 90th percentile.
    Percentiles10To90,
    /// The middle half: from the 25th to the 75th percentile.
    Percentiles25To75,
}

/// A value that stands for all of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartCenter {
    /// Average, median or midpoint.
    pub statistic: Statistic,
    /// Where it stands.
    pub value: u64,
    /// The true value is this or more.
    pub open_above: bool,
}

/// What a legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartSign {
    /// The line of a bar.
    Bar(BarKind),
    /// The sign of a center.
    Center(Statistic),
    /// That the true value is this or more.
    OpenAbove,
    /// That it is this or less.
    OpenBelow,
    /// The letter after a source.
    Grade,
}

impl ChartSign {
    /// What the sign means.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Bar(BarKind::Range) => "range",
            Self::Bar(BarKind::Percentiles10To90) => "10th to 90th percentile",
            Self::Bar(BarKind::Percentiles25To75) => "25th to 75th percentile",
            Self::Center(statistic) => statistic.label(),
            Self::OpenAbove => "or more",
            Self::OpenBelow => "or less",
            Self::Grade => "grade of the source",
        }
    }
}

impl Chart {
    /// The signs that occur.
    pub fn signs(&self) -> Vec<ChartSign> {
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let (bars, centers) = (|| rows().flat_map(|row| &row.bars), || rows().flat_map(|row| &row.centers));
        let occurs = |sign: &ChartSign| match *sign {
            ChartSign::Bar(kind) => bars().any(|bar| bar.kind == kind),
            ChartSign::Center(statistic) => centers().any(|center| center.statistic == statistic),
            ChartSign::OpenAbove => bars().any(|bar| bar.open_above) || centers().any(|center| center.open_above),
            ChartSign::OpenBelow => bars().any(|bar| bar.open_below),
            ChartSign::Grade => rows().any(|row| row.is_graded),
        };
        let kinds = [BarKind::Range, BarKind::Percentiles10To90, BarKind::Percentiles25To75].map(ChartSign::Bar);
        let last = [ChartSign::OpenBelow, ChartSign::OpenAbove, ChartSign::Grade];
        Statistic::CENTERS.map(ChartSign::Center).into_iter().chain(kinds).chain(last).filter(occurs).collect()
    }
}

/// How far values reach, with round numbers on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The highest value that can be drawn, which is a round number but for those too large to have one above.
    pub to: u64,
    /// Round numbers from zero to the highest, the same distance from one to the next.
    pub ticks: Vec<Tick>,
}

/// A round number on a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Where it stands.
    pub value: u64,
    /// As it is written: `$200k`.
    pub label: String,
}

impl Scale {
    /// A scale from zero that holds all values up to the highest, with up to eight ticks. It always begins at zero: else what
    /// lies close together would look far apart, and two pictures could not be compared by eye.
    ///
    /// Ticks are multiples of 1, 2 or 5 times a power of ten (P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems,
    /// 1990).
    pub fn up_to(highest: u64, label: impl Fn(u64) -> String) -> Self {
        let highest = highest.max(1);
        let step = step(highest);
        let mut ticks = Vec::new();
        let mut value = 0;
        loop {
            ticks.push(Tick { value, label: label(value) });
            let Some(next) = value.checked_add(step).filter(|_| value < highest) else { break };
            value = next;
        }
        // Above the last of the largest numbers there is no round one.
        Self { to: value.max(highest), ticks }
    }

    /// Where a value stands between the ends, from 0 to 1.
    #[allow(clippy::cast_precision_loss)] // A drawing has fewer places than a double has digits.
    pub fn share(&self, value: u64) -> f64 {
        value.min(self.to) as f64 / self.to.max(1) as f64
    }
}

/// The smallest round number of which six cover a length.
fn step(length: u64) -> u64 {
    const MOST: u64 = 6;
    let power = 10_u64.pow((length / MOST).max(1).ilog10());
    let covers = |step: &u64| length.div_ceil(*step) <= MOST;
    [1, 2, 5, 10].map(|times| power.saturating_mul(times)).into_iter().find(covers).unwrap_or(u64::MAX)
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
        assert_eq!(ticks(185_950), [0, 50_000, 100_000, 150_000, 200_000]);
        assert_eq!(ticks(43), [0, 10, 20, 30, 40, 50]);
    }

    #[test]
    fn no_number_is_too_small_or_too_large() {
        for highest in [0, 1, u64::MAX - 3, u64::MAX] {
            ticks(highest);
        }
    }

    #[test]
    fn a_place_is_a_share_of_the_way() {
        let scale = Scale::up_to(500, |value| value.to_string());
        assert!((scale.share(250) - 0.5).abs() < 1e-9);
        assert!(scale.share(u64::MAX) <= 1.0);
    }
}
