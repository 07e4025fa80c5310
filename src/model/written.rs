//! Structs that may be written as a bare text.

/// Lets a struct that derives with `#[serde(remote = "Self")]` be written as a bare text too.
///
/// An untagged enum would do the same, but its errors name neither the mistake nor its place.
macro_rules! text_or_fields {
    ($type:ident, $from_text:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $type::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct TextOrFields;

                impl<'de> serde::de::Visitor<'de> for TextOrFields {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a text, or a mapping with the key `text`")
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        Ok($from_text(text.to_owned()))
                    }

                    fn visit_map<M: serde::de::MapAccess<'de>>(self, map: M) -> Result<$type, M::Error> {
                        $type::deserialize(serde::de::value::MapAccessDeserializer::new(map))
                    }
                }

                if deserializer.is_human_readable() {
                    deserializer.deserialize_any(TextOrFields)
                } else {
                    $type::deserialize(deserializer)
                }
            }
        }
    };
}

pub(super) use text_or_fields;
