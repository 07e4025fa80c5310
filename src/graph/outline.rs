//! A graph as the rows of an indented tree.
//!
//! Every edge is one row, and so is everybody with nobody above. The rows below a node come once, under one of its most usual
//! edges; its other rows say where they are. Circles end where they close.

/// A line from one node down to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    pub upper: usize,
    pub lower: usize,
    /// 0 is the rule; the higher, the less usual.
    pub rank: usize,
}

/// A row of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlineRow {
    pub node: usize,
    /// The place of the edge that leads here; none at the top.
    pub edge: Option<usize>,
    pub depth: usize,
    /// Whether it is the last row below the one above it.
    pub last: bool,
    pub place: Expansion,
}

/// The place of the rows below a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expansion {
    /// Right below this row.
    Here,
    /// Below an earlier row of the node that does not lead here.
    Above,
    /// Below a later row of the node.
    Below,
    /// Below an earlier row of the node that leads here: this closes a circle.
    Circle,
}

/// Lays a graph out as a tree; nodes keep their order, and those below one another go from the most usual edge on.
///
/// Every edge makes one row. The tops are the nodes with nothing above them, those with the most usual edges first and those
/// without any last; then, of each circle that nothing leads to by an edge as usual as those within it, the first node.
pub fn outline(nodes: usize, edges: &[Edge]) -> Vec<OutlineRow> {
    let mut tree = Outline::new(nodes, edges);
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

struct Outline<'e> {
    edges: &'e [Edge],
    /// The edges down from each node, in the order of their rows.
    below: Vec<Vec<usize>>,
    /// The edges up from each node.
    above: Vec<Vec<usize>>,
    /// The rank of the most usual edge up from each node.
    best: Vec<usize>,
    /// Whether a node has the rows below it.
    shown: Vec<bool>,
    /// Whether a node is above the next row.
    leads: Vec<bool>,
    rows: Vec<OutlineRow>,
}

impl<'e> Outline<'e> {
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

    /// Whether no edge above a node is more usual.
    fn is_usual(&self, edge: usize) -> bool {
        let edge = self.edges[edge];
        edge.rank == self.best[edge.lower]
    }

    /// The first node of a circle above one that has not been shown. There is one: whoever has been shown has shown all those
    /// for whom no edge from above is more usual.
    fn top_of_circle(&self, node: usize) -> usize {
        let mut way = vec![node];
        let mut at = node;
        loop {
            let usual = self.above[at].iter().filter(|&&edge| self.is_usual(edge));
            let upper = usual.map(|&edge| self.edges[edge].upper).find(|&upper| !self.shown[upper]);
            let Some(upper) = upper else { return at };
            if let Some(since) = way.iter().position(|&passed| passed == upper) {
                return way[since..].iter().copied().min().unwrap_or(at);
            }
            way.push(upper);
            at = upper;
        }
    }

    /// Adds a node at the top with all below it, without a call for each level.
    fn add(&mut self, top: usize) {
        // The rows to come, the next last; none ends the rows below a node.
        let mut open = vec![(top, Some((None, 0, true)))];
        while let Some((node, row)) = open.pop() {
            let Some((edge, depth, last)) = row else {
                self.leads[node] = false;
                continue;
            };
            let place = match edge {
                _ if self.leads[node] => Expansion::Circle,
                _ if self.shown[node] => Expansion::Above,
                Some(edge) if !self.is_usual(edge) => Expansion::Below,
                _ => Expansion::Here,
            };
            self.rows.push(OutlineRow { node, edge, depth, last, place });
            if place == Expansion::Here {
                (self.shown[node], self.leads[node]) = (true, true);
                open.push((node, None));
                let below = self.below[node].iter().rev().enumerate();
                open.extend(below.map(|(i, &edge)| (self.edges[edge].lower, Some((Some(edge), depth + 1, i == 0)))));
            }
        }
    }
}
