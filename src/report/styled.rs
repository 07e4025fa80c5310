//! Text with meaning attached, before any looks.

use crate::text::{clean, width};

/// A text with tones, safe to print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StyledText {
    pub spans: Vec<Span>,
}

/// A piece of text of one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub tone: Tone,
    /// Numbers of footnotes, as `[3,7]`, which a format with links can link.
    pub cites: bool,
}

/// Renderers choose the look of a tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Strong,
    Muted,
    /// Options to type for more, which only a terminal shows.
    Hint,
    /// Words that only the new version has.
    Added,
    /// Words that only the old version has.
    Removed,
}

impl StyledText {
    pub fn new(text: &str, tone: Tone) -> Self {
        Self::default().and(text, tone)
    }

    pub fn plain(text: &str) -> Self {
        Self::new(text, Tone::Plain)
    }

    pub fn strong(text: &str) -> Self {
        Self::new(text, Tone::Strong)
    }

    pub fn muted(text: &str) -> Self {
        Self::new(text, Tone::Muted)
    }

    pub fn and(self, text: &str, tone: Tone) -> Self {
        self.with(text, tone, false)
    }

    /// The same with numbers of footnotes, as `[3,7]`.
    pub fn citing(self, labels: &str, tone: Tone) -> Self {
        self.with(labels, tone, true)
    }

    fn with(mut self, text: &str, tone: Tone, cites: bool) -> Self {
        if !text.is_empty() {
            self.spans.push(Span { text: clean(text).into_owned(), tone, cites });
        }
        self
    }

    /// The same with another text after it.
    pub fn then(mut self, more: Self) -> Self {
        self.spans.extend(more.spans);
        self
    }

    /// The same without numbers of footnotes.
    pub fn uncited(&self) -> Self {
        Self { spans: self.spans.iter().filter(|span| !span.cites).cloned().collect() }
    }

    /// The text without its tones.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Columns it takes on a terminal.
    pub fn width(&self) -> usize {
        self.spans.iter().map(|span| width(&span.text)).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

impl From<&str> for StyledText {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for StyledText {
    fn from(text: String) -> Self {
        Self::plain(&text)
    }
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// A number in brackets, or its grade.
    pub label: String,
    pub text: StyledText,
    pub url: Option<String>,
}
