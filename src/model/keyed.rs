//! Enums whose values are words: in files, in formats for programs and in what people read.

/// Declares an enum with its words.
///
/// Each variant has a key, as it is written in files and formats for programs, and a label, as people read it; the label is
/// the key unless another is given.
macro_rules! keyed {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $key:literal $(as $label:literal)?,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $key)] $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// The word in files and formats for programs.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }

            /// The words people read.
            #[allow(dead_code)] // Some keys are read by programs alone.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => crate::model::keyed::label!($key $(, $label)?),)+
                }
            }
        }
    };
}

/// The label if there is one, else the key.
macro_rules! label {
    ($key:literal) => {
        $key
    };
    ($key:literal, $label:literal) => {
        $label
    };
}

pub(crate) use {keyed, label};
