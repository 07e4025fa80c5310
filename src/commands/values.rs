//! The words of arguments and their values.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::completions::Shell;
use crate::compare::Only;
use crate::facets::Section;
use crate::model::{Grade, Level, Measure};
use crate::render::Format;
use crate::report::ListColumn;
use crate::schema::SchemaPart;
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
value_enum!(Level, Level::ALL, |level| PossibleValue::new(level.key()).aliases(other_levels(*level)));
value_enum!(Measure, Measure::ALL, |measure| PossibleValue::new(measure.key()));
value_enum!(Grade, Grade::ALL, |grade| PossibleValue::new(grade.key()));
value_enum!(ListColumn, ListColumn::ALL, |column| PossibleValue::new(column.key()));
value_enum!(Shell, Shell::ALL, |shell| PossibleValue::new(shell.key()));
value_enum!(SchemaPart, SchemaPart::ALL, |part| PossibleValue::new(part.key()));
value_enum!(Only, [Only::Shared, Only::Different], |only| PossibleValue::new(match only {
    Only::Shared => "shared",
    Only::Different => "different",
}));
value_enum!(When, [When::Auto, When::Always, When::Never], |choice| PossibleValue::new(match choice {
    When::Auto => "auto",
    When::Always => "always",
    When::Never => "never",
}));

/// Other words for a section: its heading, the keys and headings of its lists, and other common names.
fn other_words(section: Section) -> Vec<&'static str> {
    let lists = section.facets().flat_map(|facet| [facet.key(), facet.label()]);
    let others: &[&str] = match section {
        Section::Overview => &["summary"],
        Section::Salary => &["pay"],
        Section::Metrics => &["kpis"],
        Section::Duties => &["duty", "responsibilities"],
        Section::Skills => &["skill"],
        Section::Archetypes => &["kinds"],
        Section::Hiring => &["hire", "hire when", "hire_when"],
        Section::Differences => &[
            "contrast",
            "contrasts",
            "conflict",
            "conflicts",
            "clash",
            "clashes",
            "where they clash",
            "choice",
            "which one to hire",
            "cases",
            "questions",
            "together",
        ],
        Section::InCommon => &["common", "overlap", "overlaps", "where they overlap", "collaboration", "how they work together"],
        _ => &[],
    };
    [section.label()].into_iter().chain(lists).chain(others.iter().copied()).collect()
}

/// Other words for a level.
const fn other_levels(level: Level) -> &'static [&'static str] {
    match level {
        Level::SeniorVicePresident => &["svp"],
        Level::VicePresident => &["vp"],
        _ => &[],
    }
}

/// Whole money, with or without thousands separators and a dollar sign, as people copy it, or in thousands and millions, as
/// scales have it: `150,000`, `$150k`, `1.2M`.
pub(super) fn money(text: &str) -> Result<u64, String> {
    let bare = text.trim();
    let bare = bare.strip_prefix('$').unwrap_or(bare);
    let units = [(['k', 'K'], 3), (['m', 'M'], 6)];
    let short = units.into_iter().find_map(|(letters, zeros)| bare.strip_suffix(letters).map(|number| (number, zeros)));
    let (number, zeros) = short.unwrap_or((bare, 0));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split([',', '_']).collect();
    let is_grouped = groups.len() == 1 || (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let is_whole = is_grouped && !whole.is_empty() && part.len() <= zeros && !number.ends_with('.');
    let value = is_whole.then(|| format!("{}{part:0<zeros$}", groups.concat()).parse().ok()).flatten();
    value.ok_or_else(|| "write whole money, like 150000, 150,000 or 150k".to_owned())
}

/// An ISO 4217 code in any case.
pub(super) fn currency(text: &str) -> Result<String, String> {
    let code = text.to_ascii_uppercase();
    let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    is_code.then_some(code).ok_or_else(|| "write a currency's three letters, like USD".to_owned())
}
