//! Whatever a file is and holds, reading it ends soon, in little memory, with a right answer or in plain words.
//!
//! No test here measures time or memory: what takes too much of them would not come to an end.

#[cfg(unix)]
mod files;
mod texts;
