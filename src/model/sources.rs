//! The sources of an entry.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Text;

/// The ids of the sources of an entry, in the order in which they were written: a list in every readable format.
///
/// A corpus has as many of these as it has statements, and most name one or two. So they are held as one text, and a list is
/// allocated for none of them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Sources<'a>(Text<'a>);

impl<'a> Sources<'a> {
    /// Stands between two ids, and so in none of them.
    const SEPARATOR: char = ',';

    /// The ids.
    #[must_use]
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sources that [`Sources::as_str`] tells of.
    pub(super) fn of_joined(ids: &'a str) -> Self {
        Self(Text::from(ids))
    }

    /// The ids with commas between them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'a> FromIterator<Text<'a>> for Sources<'a> {
    /// Takes ids, which have no commas.
    fn from_iter<I: IntoIterator<Item = Text<'a>>>(ids: I) -> Self {
        let add = |all: Text<'a>, id| if all.is_empty() { id } else { Text::from(format!("{all}{}{id}", Self::SEPARATOR)) };
        Self(ids.into_iter().fold(Text::default(), add))
    }
}

impl fmt::Debug for Sources<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Sources<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_seq(self.iter()) } else { self.0.serialize(serializer) }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Sources<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Sources<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of ids of sources")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Sources<'de>, A::Error> {
                let next = || {
                    let id = list.next_element::<Text>().transpose()?;
                    let sound = |id: &Text| !id.is_empty() && !id.contains(Sources::SEPARATOR);
                    Some(id.and_then(|id| {
                        if sound(&id) { Ok(id) } else { Err(A::Error::custom("the id of a source is a word without commas")) }
                    }))
                };
                std::iter::from_fn(next).collect()
            }
        }

        if deserializer.is_human_readable() {
            deserializer.deserialize_seq(Reading)
        } else {
            Text::deserialize(deserializer).map(Self)
        }
    }
}

impl<'s> IntoIterator for &'s Sources<'_> {
    type Item = &'s str;
    type IntoIter = std::iter::Flatten<std::option::IntoIter<std::str::Split<'s, char>>>;

    fn into_iter(self) -> Self::IntoIter {
        // Splitting an empty text would give one empty id.
        (!self.is_empty()).then(|| self.0.split(Sources::SEPARATOR)).into_iter().flatten()
    }
}
