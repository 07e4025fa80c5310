//! What has changed between two versions of a corpus: laws that hold for any two, edits that are told as what they were,
//! sizes that end in time, and the program as people and scripts meet it.

mod edits;
mod laws;
mod program;
mod versions;
