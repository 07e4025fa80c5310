//! The shipped corpus is sound and says what its sources say; a mistake in a corpus is reported where it stands.

// A failed expectation is how a test says no.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod folder;
mod mistakes;
mod shapes;
mod shipped;
