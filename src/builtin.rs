//! The corpus that is compiled in.

use std::sync::LazyLock;

use crate::corpus::Corpus;
use crate::model::Parts;

/// The shipped corpus: `data/` as the build wrote it.
///
/// # Panics
/// Never: the build encodes the very types that are decoded here.
#[allow(clippy::expect_used)]
pub fn corpus() -> &'static Corpus {
    static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
        let parts: Result<Parts, _> = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/corpus.postcard")));
        Corpus::from(parts.expect("the corpus as the build encoded it"))
    });
    &CORPUS
}
