//! The parts of a corpus that have a schema of their own.

/// What a schema is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    /// Any file of a corpus.
    #[default]
    File,
    /// A file with several lists under their names.
    Corpus,
    /// One role.
    Role,
    /// One pair of roles.
    Pair,
    /// A list of topics.
    Topics,
    /// A list of business functions.
    Functions,
    /// A list of positions.
    Positions,
    /// A list of sources.
    Sources,
    /// What a corpus says of itself.
    About,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 9] = [
        Self::File,
        Self::Corpus,
        Self::Role,
        Self::Pair,
        Self::Topics,
        Self::Functions,
        Self::Positions,
        Self::Sources,
        Self::About,
    ];

    /// The word people type for it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Corpus => "corpus",
            Self::Role => "role",
            Self::Pair => "pair",
            Self::Topics => "topics",
            Self::Functions => "functions",
            Self::Positions => "positions",
            Self::Sources => "sources",
            Self::About => "about",
        }
    }

    /// What it is, in a few words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::File => "Any file of a corpus",
            Self::Corpus => "A file with several lists under their names",
            Self::Role => "A file with one role",
            Self::Pair => "A file with one pair of roles",
            Self::Topics => "A list of topics",
            Self::Functions => "A list of business functions",
            Self::Positions => "A list of positions",
            Self::Sources => "A list of sources",
            Self::About => "What a corpus says of itself",
        }
    }
}
