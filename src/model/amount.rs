//! Money as sources print it: a whole number, sometimes with an open end.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount of money in whole units of its figure's currency.
///
/// Files may have `450000+` where the source says "more than" or reports a ceiling. Programs always get a number, and the names
/// of the open-ended amounts in `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    pub value: u64,
    /// The true amount is this or more.
    pub at_least: bool,
}

impl Amount {
    pub const fn exact(value: u64) -> Self {
        Self { value, at_least: false }
    }
}

impl fmt::Display for Amount {
    /// Writes the amount as the corpus does: `160000` or `450000+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.value, if self.at_least { "+" } else { "" })
    }
}

impl FromStr for Amount {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (digits, at_least) = text.strip_suffix('+').map_or((text, false), |digits| (digits, true));
        match digits.parse() {
            Ok(value) => Ok(Self { value, at_least }),
            Err(_) => Err(format!("invalid amount '{text}': write whole money like 160000, or 160000+ for \"at least\"")),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.value)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            // YAML gives a number as its text, too.
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        } else {
            u64::deserialize(deserializer).map(Self::exact)
        }
    }
}

/// `scale` times a quotient to one decimal place, so that every format shows the same number.
#[allow(clippy::cast_precision_loss)] // Pay is far below 2^52.
pub fn tenths(part: u64, whole: u64, scale: f64) -> f64 {
    (part as f64 / whole as f64 * scale * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_signs_and_units_are_refused() {
        assert_eq!("450000+".parse(), Ok(Amount { value: 450_000, at_least: true }));
        for text in ["160,000", "-1", "$5", "1e5", "160k", "", "+", "1.5"] {
            assert!(text.parse::<Amount>().is_err(), "{text:?} was taken for an amount");
        }
    }
}
