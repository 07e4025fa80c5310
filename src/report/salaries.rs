//! The report of `roles salary`.

use serde::Serialize;
use serde_json::{Value, json};

use super::figure_columns::FigureColumns;
use super::footnotes::Footnotes;
use super::page::{Block, Page, sources};
use super::pay::{Pay, names};
use super::styled::StyledText;
use super::{Report, Rows, wording};
use crate::compare::SalaryComparison;
use crate::corpus::Corpus;
use crate::model::{Measure, Role, SalaryFigure};
use crate::select::FigureFilter;
use crate::text::{distinct, sentence_list};

/// The published pay of some or all roles.
pub struct SalariesReport<'a> {
    corpus: &'a Corpus,
    roles: Vec<&'a Role>,
    salary: SalaryComparison<'a>,
    wanted: FigureFilter,
    is_of_all: bool,
    this_year: Option<u16>,
}

impl<'a> SalariesReport<'a> {
    /// The wanted figures of some roles, or of all where none is named; those of a later year are projections.
    pub fn new(corpus: &'a Corpus, named: Vec<&'a Role>, wanted: FigureFilter, this_year: Option<u16>) -> Self {
        let is_of_all = named.is_empty();
        let roles = if is_of_all { corpus.roles.iter().collect() } else { named };
        let mut salary = SalaryComparison::new(corpus, &roles, |figure| wanted.holds(figure));
        if is_of_all {
            // Reasons why pairs cannot be compared are for `compare`: here there may be dozens.
            salary.comparisons.clear();
        }
        Self { corpus, roles, salary, wanted, is_of_all, this_year }
    }

    pub fn is_empty(&self) -> bool {
        self.salary.figures.iter().all(|role| role.figures.is_empty())
    }

    /// A sentence on the roles without a wanted figure, with the measures and currencies that are known instead.
    pub fn missing(&self) -> Option<String> {
        let without: Vec<&Role> = self.roles().filter(|(_, figures)| figures.is_empty()).map(|(role, _)| role).collect();
        let figures = || without.iter().flat_map(|role| &role.salary);
        let known = Measure::ALL.into_iter().filter(|measure| figures().any(|figure| figure.measure == *measure));
        let known: Vec<&str> = known.map(Measure::key).collect();
        let currencies = distinct(figures().map(|figure| figure.currency.as_str())).join(", ");
        let whom = names(&without.iter().map(|role| self.corpus.short_title(&role.id)).collect::<Vec<_>>());
        let measures: Vec<&str> = self.wanted.measures.iter().map(|measure| measure.key()).collect();
        let measures = if measures.is_empty() { "published".to_owned() } else { sentence_list(&measures, "or") };
        let currency = self.wanted.currency.as_deref().map_or_else(String::new, |currency| format!(" in {currency}"));
        let instead = if known.is_empty() { String::new() } else { format!("; known: {} in {currencies}", known.join(", ")) };
        (!without.is_empty()).then(|| format!("no {measures} figure{currency} is known for {whom}{instead}"))
    }

    fn roles(&self) -> impl Iterator<Item = (&'a Role, &[&'a SalaryFigure])> {
        self.roles.iter().copied().zip(self.salary.figures.iter().map(|role| role.figures.as_slice()))
    }
}

impl Report for SalariesReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let mut title = "Published pay".to_owned();
        if !self.is_of_all {
            let titles = self.roles.iter().map(|role| wording::title(&role.title, role.acronym.as_deref()));
            title += &format!(": {}", sentence_list(&titles.collect::<Vec<_>>(), "and"));
        }
        let mut blocks = vec![Block::Title(StyledText::strong(&title))];
        let pay = Pay { corpus: self.corpus, salary: &self.salary, this_year: self.this_year, notes: &notes };
        blocks.extend(pay.blocks());
        let missing = self.missing().map(|sentence| StyledText::from(sentence.replacen("no ", "No ", 1) + "."));
        blocks.extend(missing.map(Block::Paragraph));
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        let columns = |figure: &&SalaryFigure| FigureColumns::of(self.corpus, figure);
        let paid = |(role, figures): (&'_ Role, &[&SalaryFigure])| {
            let salary: Vec<FigureColumns> = figures.iter().map(columns).collect::<serde_json::Result<_>>()?;
            Ok(json!({ "id": role.id, "title": role.title, "salary": salary }))
        };
        self.roles().map(paid).collect()
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        #[derive(Default, Serialize)]
        struct FigureRow<'a> {
            role: &'a str,
            #[serde(flatten)]
            figure: FigureColumns,
        }

        let figures = self.roles().flat_map(|(role, figures)| figures.iter().map(|figure| (role.id.as_str(), *figure)));
        let row = |(role, figure)| Ok(FigureRow { role, figure: FigureColumns::of(self.corpus, figure)? });
        Rows::of(figures.map(row).collect::<serde_json::Result<Vec<_>>>()?)
    }
}
