//! The context of a question: format, looks and time.

use crate::render::Format;
use crate::terminal::{Style, Terminal};

/// Resolved once, before any command runs.
pub struct Context<'t> {
    pub format: Format,
    /// The look of standard output.
    pub style: Style,
    /// The look of standard error.
    pub error_style: Style,
    /// Whether TSV begins with the names of its columns.
    pub header: bool,
    pub terminal: &'t Terminal,
}

impl Context<'_> {
    /// Whether people will read the answer.
    pub const fn is_for_people(&self) -> bool {
        self.format.is_for_people()
    }

    /// Whether the answer goes to the person who typed the question, who can use a hint on what to type next.
    pub fn is_table(&self) -> bool {
        self.format == Format::Table
    }

    /// Figures of a later year are projections.
    pub const fn this_year(&self) -> Option<u16> {
        self.terminal.this_year
    }
}
