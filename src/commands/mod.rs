//! One verb a file. A command looks names up, asks an engine and returns an answer; it writes nothing itself.

mod check;
mod compare;
mod complete;
mod completions;
mod context;
mod corpora;
mod diff;
mod files;
mod filter;
mod init;
mod list;
mod man;
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
pub use completions::CompletionsArgs;
pub use context::Context;
pub use corpora::CorpusArgs;
pub use diff::DiffArgs;
pub use init::InitArgs;
pub use list::ListArgs;
pub use man::ManArgs;
pub use new::NewArgs;
pub use output::OutputArgs;
pub use path::PathArgs;
pub use salary::SalaryArgs;
pub use schema::SchemaArgs;
pub use search::SearchArgs;
pub use show::ShowArgs;
pub use sources::SourcesArgs;
pub use tree::TreeArgs;

/// The notice beside an answer without content.
const NOTHING_KNOWN: &str = "nothing is known here";
