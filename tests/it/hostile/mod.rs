//! Whatever a file is and holds, reading it ends soon, in little memory, with a right answer or in plain words.
//!
//! No test here measures time or memory: what takes quadratic time would not come to an end, and what takes a stack or a heap
//! without bound would end the test.

#[cfg(unix)]
mod files;
mod texts;
