//! Texts, and the links between them and the sources.

use std::cell::RefCell;
use std::collections::HashSet;

use maud::{Markup, PreEscaped, html};

use super::super::address::web_address;
use crate::report::{Block, Footnote, Page, StyledText, Tone};
use crate::text::clean;

/// Separates the lines of a page for readers of its source.
pub(super) const LINE: PreEscaped<&str> = PreEscaped("\n");

/// Writes texts; knows which labels of notes can be followed, and which have been cited so far.
pub(super) struct TextWriter<'d> {
    labels: HashSet<&'d str>,
    cited: RefCell<HashSet<String>>,
}

impl<'d> TextWriter<'d> {
    /// For the texts of a page.
    pub(super) fn of(page: &'d Page) -> Self {
        let labels = page.blocks.iter().filter_map(|block| match block {
            Block::Footnotes(notes) => Some(notes.iter().map(|note| note.label.as_str()).filter(|label| number(label).is_some())),
            _ => None,
        });
        Self { labels: labels.flatten().collect(), cited: RefCell::default() }
    }

    /// String with its tones.
    pub(super) fn rich(&self, text: &StyledText) -> Markup {
        html! {
            @for span in &text.spans {
                @if span.cites {
                    span.cites { (self.citations(&span.text)) }
                } @else {
                    @match span.tone {
                        Tone::Plain => (span.text),
                        Tone::Strong => strong { (span.text) },
                        Tone::Muted => span.muted { (span.text) },
                    }
                }
            }
        }
    }

    /// Labels of notes as links; the first of each can be returned to.
    fn citations(&self, text: &str) -> Markup {
        html! {
            @for piece in text.split_inclusive([' ', ']']) {
                @match number(piece).filter(|_| self.labels.contains(piece)) {
                    Some(number) => {
                        @let is_first = self.cited.borrow_mut().insert(piece.to_owned());
                        a id=[is_first.then(|| format!("cited:{number}"))] href={ "#source:" (number) } role="doc-noteref" { (piece) }
                    },
                    None => (piece),
                }
            }
        }
    }

    /// Sources; those with numbers lead back to where they are cited.
    pub(super) fn notes(&self, notes: &[Footnote]) -> Markup {
        html! {
            ul.notes {
                @for note in notes {
                    @let number = number(&note.label);
                    (LINE) li id=[number.map(|number| format!("source:{number}"))] {
                        span.label { (note.label) }
                        " "
                        div {
                            (self.rich(&note.text))
                            @if let Some(number) = number && self.cited.borrow().contains(&note.label) {
                                " "
                                a.back href={ "#cited:" (number) } role="doc-backlink" aria-label={ "Back to where source " (number) " is cited" } { "↩" }
                            }
                            @if let Some(url) = &note.url { div.address { (address(url)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The label without its brackets.
fn number(label: &str) -> Option<&str> {
    let number = label.strip_prefix('[')?.strip_suffix(']')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

/// An address, which can be followed if it is one of the web.
pub(super) fn address(url: &str) -> Markup {
    html! {
        @match web_address(url) {
            Some(address) => a href=(address) rel="noopener noreferrer" { (clean(url)) },
            None => (clean(url)),
        }
    }
}
