//! A published figure as columns of a row.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::corpus::Corpus;
use crate::model::{SalaryFigure, Statistic};

/// The columns of a published figure under the keys of the corpus, in rows of anything; empty where a row has no figure.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct FigureColumns(Map<String, Value>);

impl FigureColumns {
    pub(super) fn of(corpus: &Corpus, figure: &SalaryFigure) -> serde_json::Result<Self> {
        let grade = corpus.sources.get(&figure.source).map(|source| source.grade);
        let mut columns = Self::default();
        if let Value::Object(fields) = serde_json::to_value(figure)? {
            columns.0.extend(fields);
        }
        columns.0.insert("grade".to_owned(), serde_json::to_value(grade)?);
        Ok(columns)
    }
}

impl Default for FigureColumns {
    fn default() -> Self {
        let amounts = Statistic::ALL.map(Statistic::key);
        let limits = ["currency", "per", "region", "as_of", "population", "group", "survey", "note", "source", "grade", "open"];
        let keys = ["measure"].into_iter().chain(amounts).chain(limits);
        Self(keys.map(|key| (key.to_owned(), Value::Null)).collect())
    }
}
