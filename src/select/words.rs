//! Words as people search with them: in any order, any case, and any grammatical form.

use crate::likeness::stems;

/// Words to look for, reduced to their stems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a text; none when it has no letter or digit.
    pub fn new(text: &str) -> Option<Self> {
        let stems = stems(text);
        (!stems.is_empty()).then_some(Self(stems))
    }

    /// Whether every word stands in one of some texts, in whatever form.
    pub fn all_in(&self, texts: &[&str]) -> bool {
        let found: Vec<String> = texts.iter().flat_map(|text| stems(text)).collect();
        self.0.iter().all(|word| found.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_case_and_form() {
        let words = Words::new("forecasting SALES").expect("two words");
        assert!(words.all_in(&["Forecasts", "next year's sales"]));
        assert!(!words.all_in(&["Forecasts cash"]));
        assert!(!words.all_in(&["Wholesale forecasts"]));
    }

    #[test]
    fn a_text_without_words_is_none() {
        assert_eq!(Words::new(" -- !"), None);
    }
}
