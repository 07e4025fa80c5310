//! The JSON Schema of a corpus's files, which lets an editor complete keys and mark mistakes.
//!
//! The build makes it from the types of the model (`generate`), so that it cannot fall behind what is read.

mod part;

pub use part::Part;

/// The schema of a part in the draft of 2020-12, as JSON that people can read.
#[must_use]
pub const fn schema(part: Part) -> &'static str {
    /// What `src/build.rs` wrote.
    macro_rules! written {
        ($name:literal) => {
            include_str!(concat!(env!("OUT_DIR"), "/schema/", $name, ".json"))
        };
    }
    match part {
        Part::File => written!("file"),
        Part::Corpus => written!("corpus"),
        Part::Role => written!("role"),
        Part::Pair => written!("pair"),
        Part::Topics => written!("topics"),
        Part::Functions => written!("functions"),
        Part::Positions => written!("positions"),
        Part::Sources => written!("sources"),
        Part::About => written!("about"),
    }
}
