//! How the words that people type become values of the engine, so that clap can check, complete and list them.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::check::Deny;
use super::completions::Shell;
use crate::compare::Only;
use crate::facets::Section;
use crate::model::{Grade, Level, Measure};
use crate::render::{Format, Layout};
use crate::report::ListColumn;
use crate::schema::Part;
use crate::terminal::When;

macro_rules! value_enum {
    ($type:ty, $variants:expr, |$value:ident| $word:expr) => {
        impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &$variants
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                let $value = self;
                Some($word)
            }
        }
    };
}

value_enum!(Section, Section::ALL, |section| PossibleValue::new(section.key()).aliases(other_words(*section)));
value_enum!(Format, Format::ALL, |format| PossibleValue::new(format.key()));
value_enum!(Layout, Layout::ALL, |layout| PossibleValue::new(layout.key()));
value_enum!(Level, Level::ALL, |level| PossibleValue::new(level.key()));
value_enum!(Measure, Measure::ALL, |measure| PossibleValue::new(measure.key()));
value_enum!(Grade, [Grade::A, Grade::B, Grade::C], |grade| PossibleValue::new(grade.key()));
value_enum!(ListColumn, ListColumn::ALL, |column| PossibleValue::new(column.key()).aliases(other_spellings(*column)));
value_enum!(Shell, Shell::ALL, |shell| PossibleValue::new(shell.key()));
value_enum!(Part, Part::ALL, |part| PossibleValue::new(part.key()));
value_enum!(Only, [Only::Shared, Only::Different], |only| PossibleValue::new(match only {
    Only::Shared => "shared",
    Only::Different => "different",
}));
value_enum!(Deny, [Deny::Warnings], |deny| PossibleValue::new(match deny {
    Deny::Warnings => "warnings",
}));
value_enum!(When, [When::Auto, When::Always, When::Never], |choice| PossibleValue::new(match choice {
    When::Auto => "auto",
    When::Always => "always",
    When::Never => "never",
}));

/// How else people call a section: by the words of its headings, by one of what it lists, and by the key in a file.
const fn other_words(section: Section) -> &'static [&'static str] {
    match section {
        Section::Overview => &["summary"],
        Section::Duties => &["duty", "responsibilities"],
        Section::Skills => &["skill"],
        Section::Requirements => &["requirement", "education", "experience", "backgrounds", "certifications", "licenses"],
        Section::Reporting => &["reports-to", "reports_to", "direct-reports", "direct_reports", "oversees"],
        Section::Salary => &["salaries", "pay", "compensation"],
        Section::Metrics => &["metric"],
        Section::Impact => &[],
        Section::Challenges => &["challenge"],
        Section::Environment => &["work-environment", "work_environment", "work environment"],
        Section::Standing => &["rank"],
        Section::Variations => &["variation"],
        Section::Archetypes => &["archetype", "kind", "kinds", "kinds-of-the-role", "kinds of the role"],
        Section::Career => &["careers", "career-from", "career_from", "career-to", "career_to"],
        Section::Hiring => &["hire", "hire-when", "hire_when", "when-to-hire", "when to hire"],
        Section::Together => &[],
        Section::Disagreements => &["disagreement", "disagree", "where-sources-disagree", "where sources disagree"],
    }
}

/// How else people type the name of a column.
const fn other_spellings(column: ListColumn) -> &'static [&'static str] {
    match column {
        ListColumn::AlternateTitles => &["alternate-titles"],
        ListColumn::ReportsTo => &["reports-to"],
        ListColumn::AlsoReportsTo => &["also-reports-to"],
        ListColumn::SalaryMin => &["salary-min"],
        ListColumn::SalaryMax => &["salary-max", "salary"],
        _ => &[],
    }
}

/// Whole money, with or without thousands separators and a dollar sign, as people copy it.
pub(super) fn money(text: &str) -> Result<u64, String> {
    let digits: String = text.trim().trim_start_matches('$').chars().filter(|&c| c != ',' && c != '_').collect();
    digits.parse().map_err(|_| "write whole money, like 150000 or 150,000".to_owned())
}

/// An ISO 4217 code in any case.
pub(super) fn currency(text: &str) -> Result<String, String> {
    let code = text.to_ascii_uppercase();
    let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    is_code.then_some(code).ok_or_else(|| "write a currency's three letters, like USD".to_owned())
}
