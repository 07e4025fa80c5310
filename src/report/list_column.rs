//! The columns of `roles list`.

use super::document::Column;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListColumn {
    /// The id.
    Id,
    /// The full title.
    Title,
    /// The short form.
    Acronym,
    /// Other titles.
    AlternateTitles,
    /// Rank in the hierarchy.
    Level,
    /// The function it belongs to.
    Function,
    /// The usual superiors.
    ReportsTo,
    /// Superiors in some companies.
    AlsoReportsTo,
    /// How usual the line is that was asked for.
    Line,
    /// Through whom that line leads.
    Via,
    /// The functions in its charge.
    Oversees,
    /// How usually it has in its charge what was asked for.
    Oversight,
    /// The duties and skills that have the words asked for.
    Matches,
    /// The lowest published yearly pay.
    SalaryMin,
    /// The highest published yearly pay.
    SalaryMax,
    /// Which of the two may be more than the number says.
    SalaryOpen,
    /// How many duties are known.
    Duties,
    /// How many skills are known.
    Skills,
    /// What the role is for.
    Summary,
    /// Where the role comes from.
    Origin,
}

impl ListColumn {
    /// Every column.
    pub const ALL: [Self; 20] = [
        Self::Id,
        Self::Title,
        Self::Acronym,
        Self::AlternateTitles,
        Self::Level,
        Self::Function,
        Self::ReportsTo,
        Self::AlsoReportsTo,
        Self::Line,
        Self::Via,
        Self::Oversees,
        Self::Oversight,
        Self::Matches,
        Self::SalaryMin,
        Self::SalaryMax,
        Self::SalaryOpen,
        Self::Duties,
        Self::Skills,
        Self::Summary,
        Self::Origin,
    ];

    /// The columns shown when nothing else is asked for.
    pub const DEFAULT: [Self; 4] = [Self::Id, Self::Title, Self::Level, Self::ReportsTo];

    /// The word people type and machine formats use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Acronym => "acronym",
            Self::AlternateTitles => "alternate_titles",
            Self::Level => "level",
            Self::Function => "function",
            Self::ReportsTo => "reports_to",
            Self::AlsoReportsTo => "also_reports_to",
            Self::Line => "line",
            Self::Via => "via",
            Self::Oversees => "oversees",
            Self::Oversight => "oversight",
            Self::Matches => "matches",
            Self::SalaryMin => "salary_min",
            Self::SalaryMax => "salary_max",
            Self::SalaryOpen => "salary_open",
            Self::Duties => "duties",
            Self::Skills => "skills",
            Self::Summary => "summary",
            Self::Origin => "origin",
        }
    }

    /// What stands in the column, in a few words.
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Id => "the id",
            Self::Title => "the full title",
            Self::Acronym => "the short form",
            Self::AlternateTitles => "other titles of the role",
            Self::Level => "rank in the hierarchy",
            Self::Function => "the business function it belongs to",
            Self::ReportsTo => "the usual superiors",
            Self::AlsoReportsTo => "superiors in some companies",
            Self::Line => "how usual the line of --reports-to is",
            Self::Via => "through whom the line of --reports-to leads",
            Self::Oversees => "the functions in its charge",
            Self::Oversight => "how usually it has --oversees in its charge",
            Self::Matches => "the statements that have the words of --duty and --skill, or are on --topic",
            Self::SalaryMin => "the lowest published yearly pay",
            Self::SalaryMax => "the highest published yearly pay",
            Self::SalaryOpen => "which of these two is published as so much or more: min, max",
            Self::Duties => "how many duties are known",
            Self::Skills => "how many skills are known",
            Self::Summary => "what the role is for",
            Self::Origin => "the file it comes from, or that it is built in",
        }
    }

    /// What stands above it where nothing more is known of it.
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Self::Id => "Id",
            Self::Title => "Title",
            Self::Acronym => "Acronym",
            Self::AlternateTitles => "Also called",
            Self::Level => "Level",
            Self::Function => "Function",
            Self::ReportsTo => "Reports to",
            Self::AlsoReportsTo => "Also reports to",
            Self::Line => "Line",
            Self::Via => "Via",
            Self::Oversees => "Oversees",
            Self::Oversight => "Oversight",
            Self::Matches => "Matches",
            Self::SalaryMin => "Lowest pay",
            Self::SalaryMax => "Highest pay",
            Self::SalaryOpen => "Or more",
            Self::Duties => "Duties",
            Self::Skills => "Skills",
            Self::Summary => "Summary",
            Self::Origin => "From",
        }
    }

    /// How it is laid out below some heading.
    pub(super) fn layout(self, heading: &str) -> Column {
        match self {
            Self::SalaryMin | Self::SalaryMax | Self::Duties | Self::Skills => Column::number(heading),
            Self::Id | Self::Title | Self::Acronym | Self::Level | Self::Function | Self::Line | Self::Oversight => {
                Column::word(heading)
            }
            _ => Column::text(heading),
        }
    }
}
