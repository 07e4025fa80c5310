//! Texts, and the links between them and the sources.

use std::cell::RefCell;
use std::collections::HashSet;

use maud::{Markup, PreEscaped, html};

use super::super::address::web_address;
use crate::report::{Footnote, StyledText, Tone};
use crate::text::clean;

/// Separates the lines of a page for readers of its source.
pub(super) const LINE: PreEscaped<&str> = PreEscaped("\n");

/// Writes texts; knows which notes have been cited so far.
#[derive(Default)]
pub(super) struct TextWriter {
    cited: RefCell<HashSet<String>>,
}

impl TextWriter {
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

    /// Numbers of notes as links; the first of each can be returned to.
    fn citations(&self, text: &str) -> Markup {
        let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        html! {
            sup {
                @for (i, number) in numbers.enumerate() {
                    @if i > 0 { "," }
                    @let is_first = self.cited.borrow_mut().insert(format!("[{number}]"));
                    a id=[is_first.then(|| format!("cited:{number}"))] href={ "#source:" (number) } role="doc-noteref" { (number) }
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
