//! The columns of `roles list`.

use super::page::Column;
use crate::model::keyed::keyed;

keyed! {
    /// A column of the list.
    pub enum ListColumn {
        Id = "id" as "Id",
        Title = "title" as "Title",
        Acronym = "acronym" as "Acronym",
        AlternateTitles = "alternate_titles" as "Also called",
        Level = "level" as "Level",
        Function = "function" as "Function",
        ReportsTo = "reports_to" as "Reports to",
        AlsoReportsTo = "also_reports_to" as "Also reports to",
        Line = "line" as "Line",
        Via = "via" as "Via",
        Oversees = "oversees" as "Oversees",
        Oversight = "oversight" as "Oversight",
        Matches = "matches" as "Matches",
        SalaryMin = "salary_min" as "Lowest pay",
        SalaryMax = "salary_max" as "Highest pay",
        SalaryOpen = "salary_open" as "Or more",
        Duties = "duties" as "Duties",
        Skills = "skills" as "Skills",
        Summary = "summary" as "Summary",
        Origin = "origin" as "From",
    }
}

impl ListColumn {
    /// The columns shown when nothing else is asked for.
    pub const DEFAULT: [Self; 4] = [Self::Id, Self::Title, Self::Level, Self::ReportsTo];

    /// The content of the column, for the help.
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
