//! Whatever a file is and holds, reading it ends soon, in little memory, with a right answer or in plain words.
//!
//! No test here measures time or memory: what takes quadratic time would not come to an end, and what takes a stack or a heap
//! without bound would end the test.

// A failed expectation is how a test says no.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(unix)]
mod files;
mod texts;
