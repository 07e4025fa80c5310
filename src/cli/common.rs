//! The options that verbs have in common: which verb takes which.

use clap::{ArgAction, ArgMatches, Args as _, FromArgMatches as _};

use crate::commands::{CorpusArgs, OutputArgs, ScreenArgs};

/// What a verb takes beside its own arguments. An option that would change nothing is not offered and not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// It answers from a corpus, in any format.
    CorpusAndFormat,
    /// The same, and its answer can be drawn.
    CorpusAndDrawing,
    /// It looks into a corpus; what it prints has a format of its own.
    Corpus,
    /// What it prints is always the same.
    Neither,
}

impl Takes {
    /// A verb with its own arguments and those that it has in common with others.
    pub(super) fn define(self, verb: clap::Command) -> clap::Command {
        let own: Vec<_> = verb.get_arguments().map(|arg| arg.get_id().clone()).collect();
        let all = match self {
            Self::CorpusAndFormat => OutputArgs::without_drawing(OutputArgs::augment_args(CorpusArgs::augment_args(verb))),
            Self::CorpusAndDrawing => OutputArgs::augment_args(CorpusArgs::augment_args(verb)),
            Self::Corpus => ScreenArgs::augment_args(CorpusArgs::augment_args(verb)),
            Self::Neither => ScreenArgs::augment_args(verb),
        };
        // Aliases have options in them: what is typed after them goes before.
        all.mut_args(|arg| {
            let id = arg.get_id().clone();
            let adds_up = matches!(arg.get_action(), ArgAction::Append);
            if adds_up || own.contains(&id) { arg } else { arg.overrides_with(id) }
        })
    }

    /// Reads what was defined.
    pub(super) fn read(self, matches: &mut ArgMatches) -> Result<(CorpusArgs, OutputArgs), clap::Error> {
        Ok(match self {
            Self::CorpusAndFormat | Self::CorpusAndDrawing => {
                (CorpusArgs::from_arg_matches_mut(matches)?, OutputArgs::from_arg_matches_mut(matches)?)
            }
            Self::Corpus => (CorpusArgs::from_arg_matches_mut(matches)?, ScreenArgs::from_arg_matches_mut(matches)?.into()),
            Self::Neither => (CorpusArgs::default(), ScreenArgs::from_arg_matches_mut(matches)?.into()),
        })
    }
}
