//! What to type instead, for people whose words are no command.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// An error with what to type instead, where somebody seems to want a role shown and said so in words for something else.
pub(super) fn hinted(mut error: clap::Error) -> clap::Error {
    let is_short = matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(argument)) if argument.contains("<ROLE>"))
        && matches!(error.get(ContextKind::ActualNumValues), Some(ContextValue::Number(1)));
    let hint = match (error.kind(), error.get(ContextKind::InvalidSubcommand)) {
        _ if is_short => "one role is shown by 'roles show'".to_owned(),
        (ErrorKind::InvalidSubcommand, Some(ContextValue::String(word)))
            if error.get(ContextKind::SuggestedSubcommand).is_none() && !word.contains(char::is_whitespace) =>
        {
            format!("'roles show {word}' would show a role, 'roles search {word}' finds words")
        }
        _ => return error,
    };
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![hint.into()]));
    error
}
