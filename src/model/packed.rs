//! The form of small entries in the compiled-in corpus: their texts as one, so that it is checked once to be text.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An entry that is three texts; one that is left out is empty.
pub(super) trait Packed<'a>: Sized {
    /// The texts.
    fn parts(&self) -> [&str; 3];

    /// The entry that has these texts.
    fn from_parts(parts: [&'a str; 3]) -> Self;

    /// Writes the lengths of the first two texts, then all as one.
    fn pack<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = self.parts();
        (parts[0].len(), parts[1].len(), parts.concat()).serialize(serializer)
    }

    /// Reads what [`Packed::pack`] has written.
    fn unpack<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        let (first, second, all): (usize, usize, &str) = Deserialize::deserialize(deserializer)?;
        let split = |text: &'a str, at| text.split_at_checked(at).ok_or_else(|| D::Error::custom("a text is cut off"));
        let (one, rest) = split(all, first)?;
        let (two, three) = split(rest, second)?;
        Ok(Self::from_parts([one, two, three]))
    }
}

/// A text that may be left out.
pub(super) fn some<'a, T: From<&'a str>>(text: &'a str) -> Option<T> {
    (!text.is_empty()).then(|| T::from(text))
}

#[cfg(test)]
mod tests {
    use crate::model::{Cited, Sources, Statement, Term, Text};

    #[test]
    fn entries_are_read_as_they_were_written() {
        for topic in [None, Some("sales")] {
            let sources: Sources = ["a", "b"].into_iter().map(Text::from).collect();
            let statement = Statement { topic: topic.map(Text::from), text: Text::from("Führt – den Verkauf"), sources };
            let bytes = postcard::to_stdvec(&statement).expect("bytes");
            assert_eq!(postcard::from_bytes::<Statement>(&bytes).expect("a statement"), statement);
            let term = Term { id: Text::from("x"), label: Text::from("Ünder"), broader: topic.map(Text::from) };
            let bytes = postcard::to_stdvec(&term).expect("bytes");
            assert_eq!(postcard::from_bytes::<Term>(&bytes).expect("a term"), term);
        }
        let cited = Cited { text: Text::from("bare"), sources: Sources::default() };
        let bytes = postcard::to_stdvec(&cited).expect("bytes");
        assert_eq!(postcard::from_bytes::<Cited>(&bytes).expect("a text"), cited);
    }

    #[test]
    fn bytes_that_nobody_wrote_are_refused() {
        for (first, second, all) in [(5_usize, 0_usize, "abc"), (1, 5, "abc"), (1, 0, "\u{fc}")] {
            let bytes = postcard::to_stdvec(&(first, second, all)).expect("bytes");
            assert!(postcard::from_bytes::<Statement>(&bytes).is_err(), "{first} {second} {all}");
        }
    }
}
