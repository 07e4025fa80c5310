//! A graph as the rows of an indented tree.
//!
//! Every edge is one row, and so is every post with none above it. The rows below a post come once, below its first row.

use std::collections::{HashMap, HashSet};

/// From one post down to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edge<'a> {
    pub upper: &'a str,
    pub lower: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlineRow<'a> {
    pub post: &'a str,
    /// The post above it; none at the top.
    pub upper: Option<&'a str>,
    pub depth: usize,
    pub place: Expansion,
}

/// The place of the rows below a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expansion {
    /// There are none.
    Leaf,
    /// Right below this row.
    Here,
    /// Below an earlier row of the post that does not lead here.
    Above,
    /// Below an earlier row of the post that leads here: this closes a circle.
    Circle,
}

/// Lays posts out as a tree, in their order and that of the edges, down to so many levels below the top, or below the `start`.
///
/// The tops are the posts with no post above them, those with none below them last; then one post of each circle that nothing
/// leads to.
pub fn outline<'a>(posts: &[&'a str], edges: &[Edge<'a>], start: Option<&str>, levels: usize) -> Vec<OutlineRow<'a>> {
    let mut above: HashMap<&str, &str> = HashMap::new();
    let mut below: HashMap<&str, Vec<&str>> = HashMap::new();
    for edge in edges {
        above.entry(edge.lower).or_insert(edge.upper);
        below.entry(edge.upper).or_default().push(edge.lower);
    }
    let mut rows = Vec::new();
    let mut expanded = HashSet::new();
    // The posts above the next row.
    let mut way: Vec<&str> = Vec::new();
    for top in tops(posts, &above, &below) {
        let mut open = vec![(top, 0, start.is_none().then_some(0))];
        while let Some((post, depth, level)) = open.pop() {
            way.truncate(depth);
            let level = if start == Some(post) { Some(0) } else { level };
            let lowers = below.get(post).filter(|_| level.is_none_or(|level| level < levels));
            let place = match lowers {
                None => Expansion::Leaf,
                Some(_) if !expanded.contains(post) => Expansion::Here,
                Some(_) if way.contains(&post) => Expansion::Circle,
                Some(_) => Expansion::Above,
            };
            rows.push(OutlineRow { post, upper: way.last().copied(), depth, place });
            if let (Expansion::Here, Some(lowers)) = (place, lowers) {
                expanded.insert(post);
                way.push(post);
                open.extend(lowers.iter().rev().map(|lower| (*lower, depth + 1, level.map(|level| level + 1))));
            }
        }
    }
    rows
}

fn tops<'a>(posts: &[&'a str], above: &HashMap<&str, &'a str>, below: &HashMap<&str, Vec<&'a str>>) -> Vec<&'a str> {
    let (mut order, rest): (Vec<&str>, Vec<&str>) = posts.iter().partition(|post| !above.contains_key(**post));
    order.sort_by_key(|post| !below.contains_key(post));
    order.extend(rest);
    let mut reached = HashSet::new();
    let mut tops = Vec::new();
    for post in order {
        if reached.contains(post) {
            continue;
        }
        // A post that is not below a top is on a circle or below one: going up leads around it.
        let (mut top, mut passed) = (post, HashSet::from([post]));
        while let Some(upper) = above.get(top) {
            top = upper;
            if !passed.insert(top) {
                break;
            }
        }
        tops.push(top);
        reached.extend(super::reached(top, |post| below.get(post).into_iter().flatten().copied()));
    }
    tops
}
