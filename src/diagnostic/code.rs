//! The kinds of problems a corpus can have.

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The corpus cannot be used.
    Error,
    /// It can be used, and should be fixed.
    Warning,
}

impl Severity {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Declares the kinds, each with its word, severity and meaning.
macro_rules! codes {
    ($($name:ident $key:literal $severity:ident $meaning:literal;)+) => {
        /// A kind of problem. Its word is stable, for scripts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $name,)+
        }

        impl Code {
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }
        }
    };
}

codes! {
    // Files
    Unreadable "unreadable" Error "A file or folder cannot be read, or is not UTF-8 text.";
    TooLarge "too-large" Error "A file is too large. Split it: a folder may hold any number of files.";
    NoCorpus "no-corpus" Error "A folder without a YAML file, or an empty file.";
    FileName "file-name" Error "The name of a file in roles/ or pairs/ does not match the id in it.";
    // YAML
    Syntax "syntax" Error "The text is not valid YAML.";
    Unsupported "unsupported" Error "Anchors, aliases, tags, directives and further documents are not part of the format. Write the value out, or use `extends`.";
    UnknownKey "unknown-key" Error "A key that the format does not have.";
    MissingKey "missing-key" Error "A required key is missing.";
    RepeatedKey "repeated-key" Error "A mapping has a key twice, so one of its values would be lost.";
    WrongValue "wrong-value" Error "A value is of the wrong type, or is not one of the words that its key allows.";
    // Ids and references
    BadId "bad-id" Error "An id is made of lower-case letters and digits, in words joined by single hyphens.";
    DuplicateId "duplicate-id" Error "Two entries of one kind have one id.";
    SharedName "shared-name" Warning "Two roles or positions share a title, acronym or alternate title: typing it is refused as ambiguous.";
    UnknownReference "unknown-reference" Error "A role, position, topic, function or source is named that does not exist.";
    ExtendsCircle "extends-circle" Error "A role extends itself, directly or through others.";
    BroaderCircle "broader-circle" Error "A topic or function is broader than itself, directly or through others.";
    ReportingCircle "reporting-circle" Warning "A role reports to itself, directly or through others.";
    LineFromAbove "line-from-above" Error "A role names a direct report that has a profile of its own. That profile says to whom it reports.";
    PairId "pair-id" Error "The two roles of a pair are in alphabetical order, and its id is theirs joined by two hyphens, so that no pair can be written twice.";
    ContrastSides "contrast-sides" Error "A contrast has one side for each of the two roles of its pair.";
    Unused "unused" Warning "Nothing refers to a topic, function, position or source.";
    // Statements
    Uncited "uncited" Warning "A statement or figure names no source.";
    RepeatedSource "repeated-source" Error "A statement names one source twice.";
    RepeatedStatement "repeated-statement" Error "A list says the same thing twice.";
    EmptyText "empty-text" Error "A text is empty. Leave its key out where nothing is known.";
    OddCharacter "odd-character" Error "A text has a character that is invisible, or that could drive a terminal or turn the text around.";
    StraySpace "stray-space" Error "A text begins or ends with a space.";
    BadUrl "bad-url" Error "An address begins with https:// or http://.";
    // Figures
    BackwardRange "backward-range" Error "The lower end of a range lies above its upper end.";
    NoAmount "no-amount" Error "A salary figure has no amount.";
    ImplausibleAmount "implausible-amount" Error "An amount is zero, or more than anybody is paid.";
    UnknownCurrency "unknown-currency" Error "A currency is written as its ISO 4217 code: USD, EUR, JPY.";
    OldSalary "old-salary" Warning "A salary figure is more than five years old.";
}

impl Code {
    /// Whether such a problem hides part of a file, so that references from other files cannot be checked.
    pub const fn hides_others(self) -> bool {
        use Code::{MissingKey, NoCorpus, RepeatedKey, Syntax, TooLarge, UnknownKey, Unreadable, Unsupported, WrongValue};
        matches!(
            self,
            Unreadable | TooLarge | NoCorpus | Syntax | Unsupported | UnknownKey | MissingKey | RepeatedKey | WrongValue
        )
    }
}
