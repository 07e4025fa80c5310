//! The corpus that is compiled in.

use std::sync::LazyLock;

use crate::corpus::Corpus;

/// `data/` as the build read and checked it, in the form `src/build.rs` wrote.
static ENCODED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.postcard"));

static CORPUS: LazyLock<Corpus<'static>> = LazyLock::new(decode);

/// The shipped corpus, its texts borrowed from the program itself.
#[must_use]
pub fn corpus() -> &'static Corpus<'static> {
    &CORPUS
}

#[allow(clippy::expect_used)] // The build that wrote the bytes and this program share one definition of the corpus.
fn decode() -> Corpus<'static> {
    postcard::from_bytes(ENCODED).expect("the compiled-in corpus is what this build wrote")
}
