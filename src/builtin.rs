//! The corpus that is compiled in.

use std::sync::LazyLock;

use crate::corpus::{Corpus, decode};

/// `data/` as the build read and checked it, in the form `src/build.rs` wrote.
static ENCODED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.postcard"));

static CORPUS: LazyLock<Corpus<'static>> = LazyLock::new(|| decode(ENCODED));

/// The shipped corpus, its texts borrowed from the program itself.
#[must_use]
pub fn corpus() -> &'static Corpus<'static> {
    &CORPUS
}
