//! Money as sources print it: a whole number, sometimes with an open end.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::written::from_text;

/// An amount of money in whole units of its figure's currency.
///
/// Written as a number, or as `450000+` when the source says "more than" or reports a ceiling. An open-ended amount has no
/// upper limit, so it is shown but never subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Whole currency units.
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
    /// A number when exact, so that scripts can calculate with it, else the text `450000+`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            (self.value, self.at_least).serialize(serializer)
        } else if self.at_least {
            serializer.collect_str(self)
        } else {
            serializer.serialize_u64(self.value)
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            from_text(deserializer)
        } else {
            let (value, at_least) = Deserialize::deserialize(deserializer)?;
            Ok(Self { value, at_least })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_end_is_kept() {
        let amount: Amount = "450000+".parse().expect("a valid amount");
        assert_eq!(amount, Amount { value: 450_000, at_least: true });
        assert_eq!(amount.to_string(), "450000+");
    }

    #[test]
    fn separators_signs_and_units_are_refused() {
        for text in ["160,000", "-1", "$5", "1e5", "160k", "", "+", "1.5"] {
            assert!(text.parse::<Amount>().is_err(), "{text:?} was taken for an amount");
        }
    }
}
