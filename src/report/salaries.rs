//! The report of `roles salary`.

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::page::{Block, Page, sources};
use super::salary::{Pay, names};
use super::styled::StyledText;
use super::{Report, Rows, wording};
use crate::compare::{MOST_ROLES, SalaryComparison};
use crate::corpus::Corpus;
use crate::model::{Amount, Date, Grade, Measure, Role, SalaryFigure};
use crate::select::FigureFilter;
use crate::text::sentence_list;

/// The published pay of some or all roles.
pub struct SalariesReport<'a> {
    corpus: &'a Corpus,
    roles: Vec<&'a Role>,
    salary: SalaryComparison<'a>,
    wanted: FigureFilter,
    named: bool,
    this_year: Option<u16>,
}

impl<'a> SalariesReport<'a> {
    /// The wanted figures of some roles, compared in pairs unless the roles are too
    /// many ([`MOST_ROLES`]).
    pub fn of(corpus: &'a Corpus, roles: Vec<&'a Role>, wanted: FigureFilter) -> Self {
        let holds = |figure: &SalaryFigure| wanted.holds(figure);
        let in_pairs = roles.len() <= MOST_ROLES;
        let salary = if in_pairs { SalaryComparison::new(&roles, holds) } else { SalaryComparison::side_by_side(&roles, holds) };
        Self { corpus, roles, salary, wanted, named: true, this_year: None }
    }

    /// The wanted figures of all roles.
    pub fn of_all(corpus: &'a Corpus, wanted: FigureFilter) -> Self {
        let roles: Vec<&Role> = corpus.roles.iter().collect();
        let salary = SalaryComparison::side_by_side(&roles, |figure| wanted.holds(figure));
        Self { corpus, roles, salary, wanted, named: false, this_year: None }
    }

    /// Figures of a later year are projections.
    pub fn in_year(self, this_year: Option<u16>) -> Self {
        Self { this_year, ..self }
    }
    pub fn is_empty(&self) -> bool {
        self.salary.figures.iter().all(|role| role.figures.is_empty())
    }

    /// The roles without a wanted figure, with the measures and currencies that are known instead.
    pub fn missing(&self) -> Vec<String> {
        let mut missing: Vec<(String, Vec<&str>)> = Vec::new();
        for (role, _) in self.roles().filter(|(_, figures)| figures.is_empty()) {
            let (known, name) = (self.known(role), self.corpus.short_title(&role.id));
            match missing.iter_mut().find(|(other, _)| *other == known) {
                Some((_, roles)) => roles.push(name),
                None => missing.push((known, vec![name])),
            }
        }
        let measures = sentence_list(&self.wanted.measures.iter().map(|measure| measure.key()).collect::<Vec<_>>(), "or");
        let measures = if measures.is_empty() { measures } else { format!("{measures} ") };
        let currency = self.wanted.currency.as_deref().map_or_else(String::new, |currency| format!("in {currency} "));
        let sentence = |(known, roles): (String, Vec<&str>)| {
            let whom = names(&roles);
            if known.is_empty() {
                format!("no published figure is known for {whom}")
            } else {
                format!("no {measures}figure {currency}is known for {whom}; known: {known}")
            }
        };
        missing.into_iter().map(sentence).collect()
    }

    /// The known measures or currencies of a role; empty when nothing is published.
    fn known(&self, role: &Role) -> String {
        let mut currencies: Vec<&str> = Vec::new();
        for figure in &role.salary {
            if !currencies.contains(&&*figure.currency) {
                currencies.push(&figure.currency);
            }
        }
        let measures = Measure::ALL.into_iter().filter(|measure| role.salary.iter().any(|figure| figure.measure == *measure));
        let measures: Vec<&str> = measures.map(Measure::key).collect();
        match (self.wanted.measures.is_empty(), &self.wanted.currency) {
            _ if role.salary.is_empty() => String::new(),
            (true, _) => currencies.join(", "),
            (false, None) => measures.join(", "),
            (false, Some(_)) => format!("{} in {}", measures.join(", "), currencies.join(", ")),
        }
    }
    fn roles(&self) -> impl Iterator<Item = (&'a Role, &[&'a SalaryFigure])> {
        self.roles.iter().copied().zip(self.salary.figures.iter().map(|role| role.figures.as_slice()))
    }
}

impl Report for SalariesReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let title = if self.named {
            let titles = self.roles.iter().map(|role| wording::title(&role.title, role.acronym.as_deref()));
            format!("Published pay: {}", sentence_list(&titles.collect::<Vec<_>>(), "and"))
        } else {
            "Published pay".to_owned()
        };
        let mut blocks = vec![Block::Title(StyledText::strong(&title))];
        let pay = Pay { corpus: self.corpus, salary: &self.salary, this_year: self.this_year, notes: &notes };
        blocks.extend(pay.drawn().into_iter().chain(pay.said()));
        let missing = self.missing().into_iter().map(|sentence| StyledText::from(sentence.replacen("no ", "No ", 1) + "."));
        blocks.extend(missing.map(Block::Paragraph));
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        #[derive(Serialize)]
        struct Paid<'a> {
            id: &'a str,
            title: &'a str,
            salary: &'a [&'a SalaryFigure],
        }

        let paid = self.roles().map(|(role, salary)| Paid { id: &role.id, title: &role.title, salary });
        serde_json::to_value(paid.collect::<Vec<_>>())
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        #[derive(Default, Serialize)]
        struct FigureRow<'a> {
            role: &'a str,
            measure: &'a str,
            average: Option<Amount>,
            median: Option<Amount>,
            midpoint: Option<Amount>,
            low: Option<Amount>,
            high: Option<Amount>,
            p10: Option<Amount>,
            p25: Option<Amount>,
            p75: Option<Amount>,
            p90: Option<Amount>,
            currency: &'a str,
            per: &'a str,
            region: Option<&'a str>,
            as_of: Option<Date>,
            population: Option<&'a str>,
            group: Option<&'a str>,
            survey: Option<&'a str>,
            note: Option<&'a str>,
            source: &'a str,
            grade: Option<Grade>,
        }

        Rows::of(self.roles().flat_map(|(role, figures)| {
            figures.iter().map(|figure| FigureRow {
                role: &role.id,
                measure: figure.measure.key(),
                average: figure.average,
                median: figure.median,
                midpoint: figure.midpoint,
                low: figure.low,
                high: figure.high,
                p10: figure.p10,
                p25: figure.p25,
                p75: figure.p75,
                p90: figure.p90,
                currency: &figure.currency,
                per: figure.per.key(),
                region: figure.region.as_deref(),
                as_of: figure.as_of,
                population: figure.population.as_deref(),
                group: figure.group.as_deref(),
                survey: figure.survey.as_deref(),
                note: figure.note.as_deref(),
                source: &figure.source,
                grade: self.corpus.sources.get(&figure.source).map(|source| source.grade),
            })
        }))
    }
}
