//! What executive roles do and how they differ.
pub mod builtin;
pub mod corpus;
pub mod diagnostic;
pub mod model;
pub mod text;
pub mod yaml;
