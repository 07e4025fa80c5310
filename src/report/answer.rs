//! The answer of a verb.

use super::Report;

/// The answer to a question: one place renders it, pages it and writes it.
pub struct Answer<'c> {
    pub body: Body<'c>,
    /// Remarks for people on standard error, safe to print.
    pub notices: Vec<String>,
    /// The answer is the "no" that `--exit-code` asks about.
    pub negative: bool,
    /// Part of the question could not be examined.
    pub incomplete: bool,
    /// It is made for one screen, which needs no pager.
    pub one_screen: bool,
}

/// The answer itself.
pub enum Body<'c> {
    /// In whichever format is asked for.
    Report(Box<dyn Report + 'c>),
    /// A text that has one format only.
    Text(String),
}

impl<'c> Answer<'c> {
    pub fn report(report: impl Report + 'c) -> Self {
        Self::of(Body::Report(Box::new(report)))
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self::of(Body::Text(text.into()))
    }

    /// Ids, one a line.
    pub fn ids<'i>(ids: impl IntoIterator<Item = &'i str>) -> Self {
        let lines: Vec<_> = ids.into_iter().map(crate::text::clean).collect();
        Self::text(lines.join("\n") + if lines.is_empty() { "" } else { "\n" })
    }

    fn of(body: Body<'c>) -> Self {
        Self { body, notices: Vec::new(), negative: false, incomplete: false, one_screen: false }
    }

    pub fn noting(mut self, notices: impl IntoIterator<Item = String>) -> Self {
        self.notices.extend(notices);
        self
    }

    pub fn on_one_screen(self, one_screen: bool) -> Self {
        Self { one_screen, ..self }
    }

    pub fn negative_if(self, negative: bool) -> Self {
        Self { negative, ..self }
    }
}
