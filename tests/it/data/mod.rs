//! The shipped corpus is sound and says what its sources say; a mistake in a corpus is reported where it stands.

mod folder;
mod mistakes;
mod shapes;
mod shipped;
