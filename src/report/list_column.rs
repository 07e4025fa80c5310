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
