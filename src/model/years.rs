//! Lengths of experience.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A number of years: `10`, a span `10-15`, or at least so many, `10+`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Years {
    pub min: u8,
    /// None for an open end.
    pub max: Option<u8>,
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.max {
            None => write!(f, "{}+", self.min),
            Some(max) if max == self.min => write!(f, "{max}"),
            Some(max) => write!(f, "{}-{max}", self.min),
        }
    }
}

impl FromStr for Years {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let years = if let Some(min) = text.strip_suffix('+') {
            min.parse().ok().map(|min| Self { min, max: None })
        } else {
            let (min, max) = text.split_once('-').unwrap_or((text, text));
            min.parse().ok().zip(max.parse().ok()).map(|(min, max)| Self { min, max: Some(max) })
        };
        years.ok_or_else(|| format!("invalid number of years '{text}': write 10, 10-15 or 10+"))
    }
}

impl TryFrom<String> for Years {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Years> for String {
    fn from(years: Years) -> Self {
        years.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_read_and_written_alike() {
        for text in ["10", "10-15", "10+"] {
            assert_eq!(text.parse::<Years>().expect(text).to_string(), text);
        }
        for text in ["ten", "10–15", "-5", "10-", "+"] {
            assert!(text.parse::<Years>().is_err(), "{text:?} was taken for years");
        }
    }
}
