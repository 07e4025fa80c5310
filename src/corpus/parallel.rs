//! Work that is the same for each of many.

use rayon::prelude::*;

/// What a function makes of each thing, in their order: on every core there is, where there are enough things to share out.
pub(super) fn map_all<'t, T: Sync, R: Send>(things: &'t [T], make: impl Fn(&'t T) -> R + Send + Sync) -> Vec<R> {
    /// Calling the other cores takes about as long as a few files.
    const ENOUGH: usize = 8;
    if things.len() < ENOUGH { things.iter().map(make).collect() } else { things.par_iter().map(make).collect() }
}
