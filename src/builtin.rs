//! The corpus that is compiled in.

use crate::corpus::Corpus;

/// `data/` as the build read and checked it, in the form `src/build.rs` wrote.
static ENCODED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.postcard"));

/// The shipped corpus, its texts borrowed from the program itself.
///
/// # Panics
/// Never in a finished build: the build that wrote the bytes and this program share one definition of the corpus.
#[must_use]
#[allow(clippy::expect_used)]
pub fn corpus() -> Corpus<'static> {
    postcard::from_bytes(ENCODED).expect("the compiled-in corpus is what this build wrote")
}
