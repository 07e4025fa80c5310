//! One verb a file: its arguments, and how they become a report. Commands look up, select and hand on; they compute and
//! write nothing themselves.

mod check;
mod compare;
mod completions;
mod corpora;
mod diff;
mod files;
mod filter;
mod init;
mod list;
mod man;
mod named;
mod new;
mod output;
mod path;
mod salary;
mod schema;
mod search;
mod show;
mod sources;
mod tree;
mod values;

pub use check::CheckArgs;
pub use compare::CompareArgs;
pub use completions::{CompletionsArgs, Shell, register};
pub use corpora::CorpusArgs;
pub use diff::DiffArgs;
pub use init::InitArgs;
pub use list::ListArgs;
pub use man::{ManArgs, Verb};
pub use named::Named;
pub use new::NewArgs;
pub use output::{OutputArgs, ScreenArgs};
pub use path::PathArgs;
pub use salary::SalaryArgs;
pub use schema::SchemaArgs;
pub use search::SearchArgs;
pub use show::ShowArgs;
pub use sources::SourcesArgs;
pub use tree::TreeArgs;

/// What is said where a question was understood and has no answer.
const NOTHING_KNOWN: &str = "nothing is known of that";
