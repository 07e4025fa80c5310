//! Draws problems of a corpus: the line, a mark under the place, and what to do. The only file that names annotate-snippets.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Mark, Severity, Spot};
use crate::terminal::Style;
use crate::text::{clean, count, thousands};

/// As many errors say what a corpus is like; `roles check` shows all.
const MOST_ERRORS: usize = 20;

/// Draws the errors among some problems for whoever wanted something else of the corpus, and says that it cannot be used.
pub fn refusal(problems: &[Diagnostic], style: Style) -> String {
    let errors: Vec<&Diagnostic> = problems.iter().filter(|problem| problem.severity() == Severity::Error).collect();
    let drawn: String = errors.iter().take(MOST_ERRORS).map(|problem| draw(problem, style) + "\n").collect();
    let (hidden, offer) = match errors.len().checked_sub(MOST_ERRORS) {
        None | Some(0) => (String::new(), "warnings too"),
        Some(more) => (format!(", {} of them not shown", thousands(more as u64)), "all"),
    };
    let errors = count(errors.len(), "error", "errors");
    format!("{drawn}error: the corpus cannot be used: {errors}{hidden}; `roles check PATH` shows {offer}\n")
}

/// Draws one problem in a few lines.
pub fn draw(problem: &Diagnostic, style: Style) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(squeezed(&problem.message)).id(problem.code.key()));
    let mut moved = Vec::new();
    group = match &problem.spot.mark {
        // Of what is no text there is no line, and at the end of a file nothing stands in it.
        Some(mark) if mark.text.is_empty() => {
            group.element(Origin::path(problem.spot.file.as_str()).line(mark.line).char_column(mark.column))
        }
        Some(mark) => {
            let excerpt = Excerpt::of(mark);
            moved.extend(excerpt.origins(&problem.spot, mark));
            group.element(excerpt.snippet(&problem.spot, mark, AnnotationKind::Primary, None))
        }
        None => group.element(Origin::path(problem.spot.file.as_str())),
    };
    for (what, spot) in &problem.related {
        group = match &spot.mark {
            Some(mark) => {
                let excerpt = Excerpt::of(mark);
                moved.extend(excerpt.origins(spot, mark));
                group.element(excerpt.snippet(spot, mark, AnnotationKind::Context, Some(squeezed(what))))
            }
            None => group.element(Level::NOTE.message(squeezed(&format!("{what}: {}", spot.file)))),
        };
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(squeezed(help)));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if style.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
    let mut drawn = renderer.decor_style(decor).term_width(style.width).render(&[group]);
    // Places stand in the order of their excerpts, and none in the title.
    let mut after = drawn.find('\n').unwrap_or_default();
    for (shown, real) in moved {
        if let Some(at) = drawn[after..].find(&shown).map(|at| after + at) {
            drawn.replace_range(at..at + shown.len(), &real);
            after = at + real.len();
        }
    }
    drawn.push('\n');
    drawn
}

/// A line as it can be shown, and the bytes of it that are marked.
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) marked: Range<usize>,
}

impl Excerpt {
    pub(super) fn of(mark: &Mark) -> Self {
        let first = mark.column.saturating_sub(1 + mark.skipped);
        let mut text = String::with_capacity(mark.text.len());
        let (mut start, mut end) = (None, None);
        for (i, character) in mark.text.chars().enumerate() {
            if i == first {
                start = Some(text.len());
            }
            if i == first + mark.width {
                end = Some(text.len());
            }
            // A tab is what moves to the next stop everywhere but here, where a number and a bar stand before the line.
            match character {
                '\t' => text.push_str("    "),
                other => text.push_str(&clean(other.encode_utf8(&mut [0; 4]))),
            }
        }
        // What is missing is marked after the end of the line.
        let end = end.unwrap_or(text.len());
        Self { marked: start.unwrap_or(end)..end, text }
    }

    fn snippet<'s>(
        self,
        spot: &'s Spot,
        mark: &Mark,
        kind: AnnotationKind,
        label: Option<String>,
    ) -> Snippet<'s, Annotation<'s>> {
        let annotation = kind.span(self.marked).label(label);
        Snippet::source(self.text).path(spot.file.as_str()).line_start(mark.line).annotation(annotation)
    }

    /// The place as it would be drawn and as it is, where these differ: the column is counted in the line that is shown.
    fn origins(&self, spot: &Spot, mark: &Mark) -> Option<(String, String)> {
        let shown = self.text[..self.marked.start].chars().count() + 1;
        (shown != mark.column).then(|| (format!("{}:{}:{shown}", spot.file, mark.line), spot.to_string()))
    }
}

/// A message short enough to read, its beginning and its end: it may quote a text of any length.
pub(super) fn squeezed(message: &str) -> String {
    const BEGINNING: usize = 200;
    const END: usize = 100;
    let characters = message.chars().count();
    if characters <= BEGINNING + END {
        return message.to_owned();
    }
    let (beginning, end) = (message.chars().take(BEGINNING), message.chars().skip(characters - END));
    beginning.chain("...".chars()).chain(end).collect()
}
