//! A graph as the rows of an indented tree.
//!
//! Every edge is one row, and so is everybody who has nobody above. What is below somebody is laid out once, where the edge
//! from above is as usual as any; elsewhere the row says where to look. Circles end where they close.

use std::collections::HashMap;

/// A line from one node down to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The upper end.
    pub upper: usize,
    /// The lower end.
    pub lower: usize,
    /// How far it is from being the rule, from 0.
    pub rank: usize,
}

/// A row of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Who stands here.
    pub node: usize,
    /// By which edge, as a place in the list of edges; none at the top.
    pub edge: Option<usize>,
    /// How many rows it is below the top.
    pub depth: usize,
    /// Whether no other row follows below the same one.
    pub last: bool,
    /// Where all that is below this node is laid out.
    pub place: Place,
}

/// Where all that is below a node is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the rows that follow.
    Here,
    /// In an earlier row of the node, which is none of those that lead here.
    Above,
    /// In a later row of the node.
    Below,
    /// In an earlier row of the node that leads here: this closes a circle.
    Circle,
}

/// Lays a graph out as a tree; nodes keep their order, and those below one another go from the most usual edge on.
///
/// Every edge makes one row. The tops are the nodes with nothing above them, those with the most usual edges first and those
/// without any last; then, of each circle that nothing leads to by an edge as usual as those within it, the first node.
///
/// # Panics
/// When an edge ends at a node that is not there.
pub fn outline(nodes: usize, edges: &[Edge]) -> Vec<Row> {
    let mut tree = Tree::new(nodes, edges);
    let mut tops: Vec<usize> = (0..nodes).filter(|&node| tree.above[node].is_empty()).collect();
    tops.sort_by_key(|&top| tree.below[top].first().map_or(usize::MAX, |&edge| edges[edge].rank));
    for top in tops {
        tree.add(top);
    }
    for node in 0..nodes {
        if !tree.shown[node] {
            tree.add(tree.top_of_circle(node));
        }
    }
    tree.rows
}

struct Tree<'e> {
    edges: &'e [Edge],
    /// The edges down from each node, in the order of their rows.
    below: Vec<Vec<usize>>,
    /// The edges up from each node.
    above: Vec<Vec<usize>>,
    /// The rank of the most usual edge up from each node.
    best: Vec<usize>,
    /// Whether what is below a node has its rows.
    shown: Vec<bool>,
    /// Whether a node leads to the row that is added.
    leads: Vec<bool>,
    rows: Vec<Row>,
}

impl<'e> Tree<'e> {
    fn new(nodes: usize, edges: &'e [Edge]) -> Self {
        let mut below = vec![Vec::new(); nodes];
        let mut above = vec![Vec::new(); nodes];
        let mut best = vec![usize::MAX; nodes];
        for (place, edge) in edges.iter().enumerate() {
            below[edge.upper].push(place);
            above[edge.lower].push(place);
            best[edge.lower] = best[edge.lower].min(edge.rank);
        }
        for edges_below in &mut below {
            edges_below.sort_by_key(|&place| (edges[place].rank, edges[place].lower));
        }
        let no = vec![false; nodes];
        Self { edges, below, above, best, shown: no.clone(), leads: no, rows: Vec::new() }
    }

    /// Whether nobody is above a node by a more usual edge.
    fn is_usual(&self, edge: usize) -> bool {
        let edge = self.edges[edge];
        edge.rank == self.best[edge.lower]
    }

    /// The first node of a circle above one that has not been shown. There is one: whoever has been shown has shown all those
    /// for whom no edge from above is more usual.
    fn top_of_circle(&self, node: usize) -> usize {
        let mut way = vec![node];
        let mut places = HashMap::from([(node, 0)]);
        let mut at = node;
        loop {
            let usual = self.above[at].iter().filter(|&&edge| self.is_usual(edge));
            let upper = usual.map(|&edge| self.edges[edge].upper).find(|&upper| !self.shown[upper]);
            let Some(upper) = upper else { return at };
            if let Some(&since) = places.get(&upper) {
                return way[since..].iter().copied().min().unwrap_or(at);
            }
            places.insert(upper, way.len());
            way.push(upper);
            at = upper;
        }
    }

    /// Adds a node at the top with all below it.
    fn add(&mut self, top: usize) {
        // What is still to be done, the next last.
        let mut open = vec![Task::Add { node: top, edge: None, depth: 0, last: true }];
        while let Some(task) = open.pop() {
            let (node, edge, depth, last) = match task {
                Task::Add { node, edge, depth, last } => (node, edge, depth, last),
                Task::Leave(node) => {
                    self.leads[node] = false;
                    continue;
                }
            };
            let place = match edge {
                _ if self.leads[node] => Place::Circle,
                _ if self.shown[node] => Place::Above,
                Some(edge) if !self.is_usual(edge) => Place::Below,
                _ => Place::Here,
            };
            self.rows.push(Row { node, edge, depth, last, place });
            if place == Place::Here {
                self.shown[node] = true;
                self.leads[node] = true;
                open.push(Task::Leave(node));
                let below = self.below[node].iter().enumerate().rev();
                let count = below.len();
                open.extend(below.map(|(i, &edge)| {
                    let node = self.edges[edge].lower;
                    Task::Add { node, edge: Some(edge), depth: depth + 1, last: i + 1 == count }
                }));
            }
        }
    }
}

/// Something to do on the way through the tree, without a call for each level.
#[derive(Debug, Clone, Copy)]
enum Task {
    /// A row for a node.
    Add { node: usize, edge: Option<usize>, depth: usize, last: bool },
    /// The rows below a node are complete.
    Leave(usize),
}
