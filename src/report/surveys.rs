//! Pay of more than two roles, in one table.

use super::page::{Align, Block, Column, Table};
use super::salary::Pay;
use super::styled::StyledText;
use super::wording::{as_of, money};
use crate::compare::surveys::{SurveyRow, surveys};
use crate::model::{Period, SalaryFigure, Statistic};
use crate::text::{distinct, sentence_list};

/// The most roles with a column each on a narrow screen.
const MOST_COLUMNS: usize = 4;

impl Pay<'_, '_> {
    /// Comparable figures, survey by survey, with a column for each role.
    pub(super) fn surveys(&self) -> Vec<Block> {
        let rows = surveys(&self.salary.figures);
        if rows.is_empty() {
            return Vec::new();
        }
        let names = self.names();
        let has_some = |i: &usize| rows.iter().any(|row| !row.figures[*i].is_empty());
        let roles: Vec<usize> = (0..names.len()).filter(has_some).collect();
        let in_columns = roles.len() <= MOST_COLUMNS;
        let columns = if in_columns {
            roles.iter().map(|&i| Column { align: Align::Right, ..Column::text(names[i]) }).collect()
        } else {
            vec![Column::text("Roles")]
        };
        let mut table = Table::new([Column::text("Like for like")].into_iter().chain(columns).collect());
        for row in &rows {
            let sources: Vec<&str> = distinct(row.all().map(|figure| &*figure.source).filter(|source| !source.is_empty()));
            let label = self.notes.cite(StyledText::from(self.label(row)), sources);
            let amounts = |i: &usize| row.figures[*i].iter().map(|figure| amount(figure, row.statistic)).collect::<Vec<_>>();
            let cells: Vec<StyledText> = if in_columns {
                let nothing = || StyledText::muted("-");
                let cell =
                    |amounts: Vec<String>| if amounts.is_empty() { nothing() } else { StyledText::from(amounts.join("; ")) };
                roles.iter().map(|i| cell(amounts(i))).collect()
            } else {
                let given = roles.iter().filter(|i| !row.figures[**i].is_empty());
                let given: Vec<String> = given.map(|i| format!("{} {}", names[*i], sentence_list(&amounts(i), "and"))).collect();
                vec![StyledText::from(given.join("; "))]
            };
            table.push([label].into_iter().chain(cells).collect());
        }
        let two: Vec<&str> = roles.iter().take(2).map(|&i| self.salary.figures[i].role).collect();
        let more = format!("roles compare {} --section salary shows the differences.", two.join(" "));
        vec![Block::Table(table), Block::Paragraph(StyledText::muted(&more))]
    }

    /// Measure, population and date of a row.
    fn label(&self, row: &SurveyRow) -> String {
        let Some(figure) = row.all().next() else { return String::new() };
        let measure = figure.measure.label();
        let what = match row.statistic {
            Statistic::Low => format!("{measure}, range"),
            statistic => format!("{} {measure}", statistic.label()),
        };
        let per = (figure.per != Period::Year).then(|| format!("per {}", figure.per.key()));
        let (population, region) = (figure.population.as_deref(), figure.region.as_deref());
        let limits = [population, region].into_iter().flatten().map(str::to_owned);
        let parts: Vec<String> =
            [what].into_iter().chain(per).chain(limits).chain([as_of(figure.as_of, self.this_year)]).collect();
        parts.join(", ")
    }
}

/// One statistic of a figure; a range counts as one.
fn amount(figure: &SalaryFigure, statistic: Statistic) -> String {
    let written = |statistic| figure.amount(statistic).map(|amount| money(amount, &figure.currency));
    let upper = written(Statistic::High).filter(|_| statistic == Statistic::Low);
    written(statistic).into_iter().chain(upper).collect::<Vec<_>>().join(" to ")
}
