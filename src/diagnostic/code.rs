//! The kinds of problems a corpus can have, by the stable words that name them.

use std::fmt;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The corpus cannot be used.
    Error,
    /// It can be used and should be mended.
    Warning,
}

impl Severity {
    /// The word used in messages and machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// Declares the kinds, each with its word, how bad it is and what it means, so that none can be without.
macro_rules! codes {
    ($($name:ident $key:literal $severity:ident $meaning:literal;)+) => {
        /// A kind of problem. Its word is stable: scripts may look for it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $name,)+
        }

        impl Code {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The word that names it.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// What it means and what to do, in a sentence or two.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }
        }
    };
}

codes! {
    // Files
    Unreadable "unreadable" Error "A file or folder cannot be read, or is no text in UTF-8.";
    TooLarge "too-large" Error "A file is larger than the reader takes. Split it: a folder may hold any number of files.";
    NoCorpus "no-corpus" Error "There is no YAML file in a folder, or nothing in a file.";
    FileName "file-name" Error "A file in roles/ or pairs/ is called otherwise than the id in it.";
    // YAML
    Syntax "syntax" Error "The text is no YAML.";
    Unsupported "unsupported" Error "Anchors, aliases, tags, directives and further documents are not part of the format. Write the value out, or use `extends`.";
    UnknownKey "unknown-key" Error "A key that the format does not have.";
    MissingKey "missing-key" Error "A key that must be there is not.";
    RepeatedKey "repeated-key" Error "A key stands twice in one mapping, so one of its values would be lost.";
    WrongValue "wrong-value" Error "A value is of another kind than its key takes, or is none of the words its key takes.";
    // Ids and references
    BadId "bad-id" Error "An id is made of lower-case letters and digits, in words joined by single hyphens.";
    DuplicateId "duplicate-id" Error "Two entries of one kind have one id.";
    SharedName "shared-name" Warning "Two roles or positions share a title, acronym or alternate title: typing it is refused as ambiguous.";
    UnknownReference "unknown-reference" Error "A role, position, topic, function or source is named that does not exist.";
    ExtendsCircle "extends-circle" Error "A role extends itself, straight or through others.";
    BroaderCircle "broader-circle" Error "A topic or function is broader than itself, straight or through others.";
    ReportingCircle "reporting-circle" Warning "A role reports to itself, straight or through others.";
    CareerToItself "career-to-itself" Warning "A career step of a role leads to the role itself.";
    LineFromAbove "line-from-above" Error "A role names a direct report that has a profile of its own. That profile says to whom it reports.";
    PairId "pair-id" Error "The id of a pair is the ids of its two roles in alphabetical order, joined by two hyphens.";
    PairOrder "pair-order" Error "The two roles of a pair stand in alphabetical order, so that no pair can be written twice.";
    ContrastSides "contrast-sides" Error "A contrast has one side for each of the two roles of its pair.";
    Unused "unused" Warning "Nothing refers to a topic, function, position or source.";
    // Statements
    Uncited "uncited" Warning "A statement or figure names no source.";
    RepeatedSource "repeated-source" Error "A statement names one source twice.";
    RepeatedStatement "repeated-statement" Error "A list says the same thing twice.";
    EmptyText "empty-text" Error "A text is empty. Leave its key out where nothing is known.";
    OddCharacter "odd-character" Error "A text holds a character that does not show, or that could drive a terminal or turn the text around.";
    StraySpace "stray-space" Error "A text begins or ends with a space.";
    BadUrl "bad-url" Error "An address begins with https:// or http://.";
    // Figures
    BackwardRange "backward-range" Error "The lower end of a range lies above its upper end.";
    NoAmount "no-amount" Error "A salary figure has no amount.";
    ImplausibleAmount "implausible-amount" Error "An amount is nothing, or more than anybody is paid.";
    UnknownCurrency "unknown-currency" Error "A currency is written as its ISO 4217 code: USD, EUR, JPY.";
    OldSalary "old-salary" Warning "A salary figure is more than five years old.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}
