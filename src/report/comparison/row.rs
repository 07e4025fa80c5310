//! One row of a comparison.

use serde::Serialize;

use super::super::figure_columns::FigureColumns;

#[derive(Default, Serialize)]
pub(in crate::report) struct ComparisonRow<'a> {
    pub section: &'static str,
    pub topic: String,
    pub status: &'a str,
    pub role: String,
    pub text: String,
    pub facet: &'a str,
    pub related_to: &'a [&'a str],
    pub sources: Vec<&'a str>,
    /// Percent.
    pub likeness: Option<u8>,
    /// A published figure of pay.
    #[serde(flatten)]
    pub figure: Option<FigureColumns>,
}
