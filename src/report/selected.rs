//! Some sections of a role, under the same keys as the whole of it.

use serde::Serialize;

use crate::facets::Section;
use crate::model::{Archetype, Career, Cited, Level, Reporting, Requirements, Role, SalaryFigure, Statement};

/// The id and title of a role with the fields of the sections asked for; the others are left out, not empty.
#[derive(Serialize)]
pub(super) struct Selected<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(flatten)]
    names: Option<Names<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duties: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    skills: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    requirements: Option<&'a Requirements>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reporting: Option<&'a Reporting>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salary: Option<&'a [SalaryFigure]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compensation: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metrics: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    challenges: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    work_environment: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    variations: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archetypes: Option<&'a [Archetype]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    career: Option<&'a Career>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hire_when: Option<&'a [Statement]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disagreements: Option<&'a [Statement]>,
}

/// What the overview of a profile is made of.
#[derive(Serialize)]
struct Names<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    extends: Option<&'a str>,
    acronym: Option<&'a str>,
    alternate_titles: &'a [String],
    acronym_also_means: &'a [Cited],
    level: Option<Level>,
    function: Option<&'a str>,
    summary: Option<&'a Cited>,
}

impl<'a> Selected<'a> {
    pub(super) fn new(role: &'a Role, sections: &[Section]) -> Self {
        let has = |section| sections.contains(&section);
        let list = |section, list: &'a [Statement]| has(section).then_some(list);
        Self {
            id: &role.id,
            title: &role.title,
            names: has(Section::Overview).then(|| Names {
                extends: role.extends.as_deref(),
                acronym: role.acronym.as_deref(),
                alternate_titles: &role.alternate_titles,
                acronym_also_means: &role.acronym_also_means,
                level: role.level,
                function: role.function.as_deref(),
                summary: role.summary.as_ref(),
            }),
            duties: list(Section::Duties, &role.duties),
            skills: list(Section::Skills, &role.skills),
            requirements: has(Section::Requirements).then_some(&role.requirements),
            reporting: has(Section::Reporting).then_some(&role.reporting),
            salary: has(Section::Salary).then_some(&*role.salary),
            compensation: list(Section::Salary, &role.compensation),
            metrics: list(Section::Metrics, &role.metrics),
            impact: list(Section::Impact, &role.impact),
            challenges: list(Section::Challenges, &role.challenges),
            work_environment: list(Section::Environment, &role.work_environment),
            standing: list(Section::Standing, &role.standing),
            variations: list(Section::Variations, &role.variations),
            archetypes: has(Section::Archetypes).then_some(&*role.archetypes),
            career: has(Section::Career).then_some(&role.career),
            hire_when: list(Section::Hiring, &role.hire_when),
            disagreements: list(Section::Disagreements, &role.disagreements),
        }
    }
}
