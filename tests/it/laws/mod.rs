//! The laws of the comparison, as `src/compare/mod.rs` promises them, over every group of the shipped roles and over
//! corpora made up at random.

mod alike;
mod careers;
mod everywhere;
mod generated;
mod groups;
mod order;
mod pictures;
mod relations;
mod rows;
mod salary;
mod search;
mod sides;
