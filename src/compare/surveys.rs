//! Comparable figures of several roles, survey by survey and statistic by statistic.

use super::salary::{Basis, RoleFigures, basis, range};
use crate::model::{SalaryFigure, Statistic};

/// What one survey publishes on several roles, or on one whose figure may be set against another survey's.
#[derive(Debug, Clone)]
pub struct SurveyRow<'a> {
    /// The statistic; the lower end stands for a whole range.
    pub statistic: Statistic,
    /// For each role, in the order compared, its figures, all of them like for like.
    pub figures: Vec<Vec<&'a SalaryFigure>>,
}

impl<'a> SurveyRow<'a> {
    /// All the figures, role by role.
    pub fn all(&self) -> impl Iterator<Item = &'a SalaryFigure> + '_ {
        self.figures.iter().flatten().copied()
    }

    fn of(statistic: Statistic, survey: &Survey<'a>) -> Self {
        let has = |figure: &&SalaryFigure| match statistic {
            Statistic::Low => range(figure).is_some(),
            _ => figure.amount(statistic).is_some(),
        };
        Self { statistic, figures: survey.iter().map(|role| role.iter().copied().filter(has).collect()).collect() }
    }

    fn roles(&self) -> usize {
        self.figures.iter().filter(|figures| !figures.is_empty()).count()
    }

    /// Whether another survey measures the same for another role.
    fn answers_to(&self, other: &Self) -> bool {
        let like = |(one, other): (&SalaryFigure, &SalaryFigure)| basis(one, other) == Ok(Basis::SameMeasure);
        let is_like = self.all().next().zip(other.all().next()).is_some_and(like);
        self.statistic == other.statistic && is_like && (self.roles() > 1 || other.roles() > 1 || self.first() != other.first())
    }

    fn first(&self) -> Option<usize> {
        self.figures.iter().position(|figures| !figures.is_empty())
    }
}

/// The figures of one survey that are like for like, role by role.
type Survey<'a> = Vec<Vec<&'a SalaryFigure>>;

/// The rows in which figures of several roles may be set against each other: by what is measured, then by statistic, surveys
/// in the order in which they first come. Figures in rows of one measure, statistic, country and population are like for like
/// too, where the measure is stated.
pub fn surveys<'a>(roles: &[RoleFigures<'a>]) -> Vec<SurveyRow<'a>> {
    let mut surveys: Vec<Survey<'a>> = Vec::new();
    for (i, role) in roles.iter().enumerate() {
        for &figure in role.figures.iter().filter(|figure| figure.group.is_none()) {
            let belongs = |survey: &&mut Survey| {
                survey
                    .iter()
                    .flatten()
                    .next()
                    .is_some_and(|first| matches!(basis(first, figure), Ok(Basis::SameSurvey | Basis::SameSource)))
            };
            if let Some(survey) = surveys.iter_mut().find(belongs) {
                survey[i].push(figure);
            } else {
                let mut survey = vec![Vec::new(); roles.len()];
                survey[i].push(figure);
                surveys.push(survey);
            }
        }
    }
    let statistics = || Statistic::ALL.into_iter().filter(|statistic| *statistic != Statistic::High);
    let mut rows: Vec<SurveyRow> =
        surveys.iter().flat_map(|survey| statistics().map(|statistic| SurveyRow::of(statistic, survey))).collect();
    rows.retain(|row| row.roles() > 0);
    let counts: Vec<bool> = rows.iter().map(|row| row.roles() > 1 || rows.iter().any(|other| row.answers_to(other))).collect();
    let mut counts = counts.into_iter();
    rows.retain(|_| counts.next().unwrap_or(false));
    rows.sort_by_key(|row| (row.all().next().map(|figure| figure.measure), row.statistic));
    rows
}
