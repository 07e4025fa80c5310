//! The report of `roles salary`.

use serde::Serialize;

use super::chart::Shown;
use super::document::{Block, Document, Rich};
use super::notes::Notes;
use super::records::{Sink, Value};
use super::{Report, salary, wording};
use crate::compare::SalaryComparison;
use crate::corpus::Corpus;
use crate::model::{Role, SalaryFigure, Statistic};
use crate::text::sentence_list;

/// The published pay of some roles, or of all there are.
pub struct SalariesReport<'a, 'c> {
    corpus: &'a Corpus<'c>,
    roles: Vec<&'a Role<'a>>,
    salary: SalaryComparison<'a>,
    named: bool,
}

impl<'a, 'c> SalariesReport<'a, 'c> {
    /// Reports those figures of some roles that are wanted, and sets each two roles against each other.
    #[must_use]
    pub fn of(corpus: &'a Corpus<'c>, roles: Vec<&'a Role<'a>>, wanted: impl Fn(&SalaryFigure) -> bool) -> Self {
        let salary = SalaryComparison::new(&roles, wanted);
        Self { corpus, roles, salary, named: true }
    }

    /// Reports those figures of all roles that are wanted.
    #[must_use]
    pub fn of_all(corpus: &'a Corpus<'c>, wanted: impl Fn(&SalaryFigure) -> bool) -> Self {
        let roles: Vec<&Role> = corpus.roles.iter().collect();
        let salary = SalaryComparison::side_by_side(&roles, wanted);
        Self { corpus, roles, salary, named: false }
    }

    /// Whether there is no figure at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.salary.figures.iter().all(|role| role.figures.is_empty())
    }

    /// Each role with its figures.
    fn roles(&self) -> impl Iterator<Item = (&'a Role<'a>, &[&'a SalaryFigure<'a>])> {
        self.roles.iter().copied().zip(self.salary.figures.iter().map(|role| role.figures.as_slice()))
    }
}

impl Report for SalariesReport<'_, '_> {
    fn document(&self) -> Document {
        let notes = Notes::new(self.corpus);
        let title = if self.named {
            let titles = self.roles.iter().map(|role| wording::title(&role.title, role.acronym.as_deref()));
            format!("Published pay: {}", sentence_list(&titles.collect::<Vec<_>>(), "and"))
        } else {
            "Published pay".to_owned()
        };
        let mut blocks = vec![Block::Title(Rich::strong(&title))];
        blocks.extend(salary::blocks(self.corpus, &self.salary, Shown::Picture, &notes));
        if !self.is_empty() {
            let more = "All that limits a figure: roles show ROLE --section salary, or --format csv.";
            blocks.push(Block::Paragraph(Rich::muted(more)));
        }
        blocks.extend(notes.into_blocks());
        Document { blocks }
    }

    fn columns(&self) -> Vec<&'static str> {
        let limits = ["currency", "per", "region", "as_of", "population", "group", "survey", "note", "source", "grade"];
        ["role", "measure"].into_iter().chain(Statistic::ALL.map(Statistic::key)).chain(limits).collect()
    }

    fn records(&self, sink: &mut Sink) {
        for (role, figures) in self.roles() {
            for figure in figures {
                let open: Vec<Option<String>> = Statistic::ALL
                    .map(|statistic| figure.amount(statistic).filter(|amount| amount.at_least).map(|amount| amount.to_string()))
                    .into();
                let amounts = Statistic::ALL.iter().zip(&open).map(|(&statistic, open)| match (figure.amount(statistic), open) {
                    (None, _) => Value::Absent,
                    (_, Some(open)) => Value::Text(open),
                    (Some(amount), None) => Value::Number(amount.value),
                });
                let as_of = figure.as_of.map(|date| date.to_string());
                let grade = self.corpus.sources.get(&figure.source).map(|source| source.grade.key());
                let mut row = vec![Value::Text(&role.id), Value::Text(figure.measure.key())];
                row.extend(amounts);
                row.extend([
                    Value::Text(&figure.currency),
                    Value::Text(figure.per.key()),
                    Value::optional(figure.region.as_deref()),
                    Value::optional(as_of.as_deref()),
                    Value::optional(figure.population.as_deref()),
                    Value::optional(figure.group.as_deref()),
                    Value::optional(figure.survey.as_deref()),
                    Value::optional(figure.note.as_deref()),
                    Value::optional(Some(&*figure.source).filter(|source| !source.is_empty())),
                    Value::optional(grade),
                ]);
                sink(&row);
            }
        }
    }

    fn data(&self) -> impl Serialize {
        /// What the file of a role says of its pay.
        #[derive(Serialize)]
        struct Paid<'a> {
            id: &'a str,
            title: &'a str,
            salary: &'a [&'a SalaryFigure<'a>],
        }

        self.roles().map(|(role, salary)| Paid { id: &role.id, title: &role.title, salary }).collect::<Vec<_>>()
    }
}
