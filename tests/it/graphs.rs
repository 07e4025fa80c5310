//! Laws of the engines, held against graphs that are made up at random and against a slower way to the same answer.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use roles::corpus::{Corpus, Files, Rules};
use roles::graph::{Edge, Expansion, OrgChart, chart, outline, paths};
use roles::model::How;

const MOST: usize = 7;

/// Everything that is known of some made-up roles `r0`, `r1`, ...
#[derive(Debug, Clone, Default)]
struct Made {
    /// What the roles are called.
    titles: Vec<String>,
    /// Who reports to whom, and how usually.
    lines: Vec<(usize, usize, &'static str)>,
    /// Who goes on to what.
    steps: Vec<(usize, usize)>,
}

impl Made {
    /// So many roles without a line.
    fn roles(count: usize) -> Self {
        Self { titles: (0..count).map(|i| format!("Role {i}")).collect(), ..Self::default() }
    }

    /// The roles as a file.
    fn text(&self) -> String {
        let mut lines = vec![String::new(); self.titles.len()];
        let mut steps = lines.clone();
        // Writing to a String cannot fail.
        for (from, to, how) in &self.lines {
            let _ = write!(lines[*from], "{{ to: r{to}, how: {how} }}, ");
        }
        for (from, to) in &self.steps {
            let _ = write!(steps[*from], "{{ role: r{to} }}, ");
        }
        let mut text = "roles:\n".to_owned();
        for (i, title) in self.titles.iter().enumerate() {
            // A JSON string is one of YAML.
            let title = serde_json::to_string(title).expect("JSON holds any text");
            let (lines, steps) = (&lines[i], &steps[i]);
            let _ = writeln!(
                text,
                "  - {{ id: r{i}, title: {title}, reporting: {{ reports_to: [{lines}] }}, career: {{ to: [{steps}] }} }}"
            );
        }
        text
    }

    /// Answers from the corpus of these roles.
    fn with<T>(&self, work: impl FnOnce(&Corpus) -> T) -> T {
        let files = Files::of_texts([("made.yaml".to_owned(), self.text())]);
        let loaded = files.load(None, &Rules::default()).unwrap_or_else(|problems| panic!("{}\n{problems:#?}", self.text()));
        work(&loaded.corpus)
    }
}

fn graphs() -> impl Strategy<Value = (usize, Vec<Edge>)> {
    (1..=MOST).prop_flat_map(|nodes| {
        let edges = btree_map((0..nodes, 0..nodes), 0..3_usize, 0..2 * nodes);
        (
            Just(nodes),
            edges.prop_map(|edges| edges.into_iter().map(|((upper, lower), rank)| Edge { upper, lower, rank }).collect()),
        )
    })
}

fn made() -> impl Strategy<Value = Made> {
    let how = select(&["usual", "sometimes", "rarely"][..]);
    (vec((0..MOST, 0..MOST, how), 0..14), vec((0..MOST, 0..MOST), 0..16)).prop_map(|(lines, mut steps)| {
        steps.sort_unstable();
        steps.dedup();
        Made { lines, steps, ..Made::roles(MOST) }
    })
}

/// Whether a node can be reached from another by one edge or more.
fn leads(edges: &[Edge], from: usize, to: usize) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        open.extend(edges.iter().filter(|edge| edge.upper == at).map(|edge| edge.lower).filter(|&lower| seen.insert(lower)));
    }
    seen.contains(&to)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edge_is_one_row_below_its_upper_end((nodes, edges) in graphs()) {
        let rows = outline(nodes, &edges);
        let mut told: Vec<usize> = rows.iter().filter_map(|row| row.edge).collect();
        told.sort_unstable();
        prop_assert_eq!(told, (0..edges.len()).collect::<Vec<_>>());
        for (i, row) in rows.iter().enumerate() {
            let parent = rows[..i].iter().rev().find(|above| above.depth < row.depth);
            prop_assert_eq!(row.depth, parent.map_or(0, |parent| parent.depth + 1));
            if let Some(edge) = row.edge {
                prop_assert_eq!(parent.map(|parent| (parent.node, parent.place)), Some((edges[edge].upper, Expansion::Here)));
                prop_assert_eq!(row.node, edges[edge].lower);
                let next = rows[i + 1..].iter().find(|next| next.depth <= row.depth);
                prop_assert_eq!(row.last, next.is_none_or(|next| next.depth < row.depth));
            } else {
                prop_assert_eq!(row.depth, 0);
            }
        }
    }

    #[test]
    fn everybody_is_laid_out_once_and_the_other_rows_say_where((nodes, edges) in graphs()) {
        let rows = outline(nodes, &edges);
        for node in 0..nodes {
            let here: Vec<usize> = (0..rows.len()).filter(|&i| rows[i].node == node && rows[i].place == Expansion::Here).collect();
            prop_assert_eq!(here.len(), 1);
            let here = here[0];
            let end = rows[here + 1..].iter().position(|row| row.depth <= rows[here].depth).map_or(rows.len(), |below| here + 1 + below);
            let usual = edges.iter().filter(|edge| edge.lower == node).map(|edge| edge.rank).min();
            match rows[here].edge {
                Some(edge) => prop_assert_eq!(Some(edges[edge].rank), usual),
                None => prop_assert!(usual.is_none() || leads(&edges, node, node), "{} is on no circle", node),
            }
            for i in (0..rows.len()).filter(|&i| rows[i].node == node && i != here) {
                let expected = if i < here { Expansion::Below } else if i < end { Expansion::Circle } else { Expansion::Above };
                prop_assert_eq!(rows[i].place, expected);
            }
        }
    }

    #[test]
    fn a_chart_has_exactly_the_lines_it_is_about(made in made(), limit in select(&[How::Usual, How::Sometimes, How::Rarely][..]), focus in 0..MOST) {
        made.with(|corpus| {
            let told = |chart: &OrgChart| {
                let lines = chart.edges.iter().zip(&chart.lines).flat_map(|(edge, lines)| lines.iter().map(|line| {
                    assert_eq!((line.from.as_str(), line.to.as_str()), (chart.posts[edge.lower], chart.posts[edge.upper]));
                    (line.from.clone(), line.to.clone(), line.how)
                }));
                let mut lines: Vec<_> = lines.collect();
                lines.sort();
                lines
            };
            let place = |id: &str| id[1..].parse::<usize>().expect("a number");
            let usual: Vec<Edge> = corpus.lines.all().iter().filter(|line| line.how == How::Usual).map(|line| {
                Edge { upper: place(&line.to), lower: place(&line.from), rank: 0 }
            }).collect();
            let is_at_or_below = |lower: usize, upper: usize| lower == upper || leads(&usual, upper, lower);
            let expected = |which: &dyn Fn(usize, usize, How) -> bool| {
                let lines = corpus.lines.all().iter().filter(|line| which(place(&line.to), place(&line.from), line.how));
                let mut lines: Vec<_> = lines.map(|line| (line.from.clone(), line.to.clone(), line.how)).collect();
                lines.sort();
                lines
            };
            let whole = chart(corpus, None, limit);
            prop_assert_eq!(told(&whole), expected(&|_, _, how| how <= limit));
            prop_assert_eq!(whole.posts.len(), MOST, "who has no line is there, too");
            prop_assert_eq!(whole.left_out, corpus.lines.all().len() - told(&whole).len());
            let id = format!("r{focus}");
            let part = chart(corpus, Some(&id), limit);
            let own = |upper: usize, lower: usize| upper == focus || lower == focus;
            let superiors: Vec<usize> = corpus.lines.up(&id).filter(|line| line.how <= limit).map(|line| place(&line.to)).collect();
            let leads_up = |lower: usize| superiors.iter().any(|&superior| is_at_or_below(superior, lower));
            let is_about = |upper: usize, lower: usize, how: How| match how {
                _ if own(upper, lower) => how <= limit,
                How::Usual => leads_up(lower) || is_at_or_below(upper, focus),
                How::Sometimes | How::Rarely => false,
            };
            prop_assert_eq!(told(&part), expected(&is_about));
            prop_assert_eq!(part.left_out, expected(&|upper, lower, how| own(upper, lower) && how > limit).len());
            let mut pairs = BTreeMap::new();
            for (edge, lines) in part.edges.iter().zip(&part.lines) {
                *pairs.entry((edge.upper, edge.lower)).or_insert(0) += 1;
                prop_assert!(!lines.is_empty() && lines.iter().all(|line| line.how as usize >= edge.rank));
            }
            prop_assert!(pairs.values().all(|count| *count == 1), "two edges join the same two");
            Ok(())
        })?;
    }

    #[test]
    fn the_paths_are_the_shortest_and_all_of_them(made in made(), from in 0..MOST, to in 0..MOST) {
        // Every way without a circle, the slow way.
        let mut all: Vec<Vec<usize>> = Vec::new();
        let mut open = vec![vec![from]];
        while let Some(way) = open.pop() {
            let at = *way.last().expect("a way has a beginning");
            if at == to {
                all.push(way);
            } else {
                let next = made.steps.iter().filter(|step| step.0 == at && !way.contains(&step.1));
                open.extend(next.map(|step| way.iter().copied().chain([step.1]).collect()));
            }
        }
        let length = all.iter().map(Vec::len).min();
        let mut expected: Vec<Vec<String>> = all.into_iter().filter(|way| Some(way.len()) == length).map(|way| way.iter().map(|i| format!("r{i}")).collect()).collect();
        expected.sort();
        made.with(|corpus| {
            let (from, to) = (format!("r{from}"), format!("r{to}"));
            let found = paths(corpus, &from, &to);
            prop_assert_eq!(found.length, length.map(|posts| posts - 1));
            prop_assert_eq!(found.count(), expected.len() as u64);
            let mut listed: Vec<Vec<String>> = found.first(usize::MAX).iter().map(|path| path.iter().map(|id| (*id).to_owned()).collect()).collect();
            listed.sort();
            prop_assert_eq!(&listed, &expected);
            prop_assert_eq!(found.first(1).len(), expected.len().min(1));
            let steps: BTreeSet<(usize, &str, &str)> = found.steps.iter().map(|step| (step.number, step.from, step.to)).collect();
            let taken = expected.iter().flat_map(|path| path.windows(2).enumerate().map(|(i, step)| (i + 1, &*step[0], &*step[1])));
            prop_assert_eq!(steps, taken.collect());
            prop_assert_eq!(found.steps.len(), found.steps.iter().map(|step| (step.from, step.to)).collect::<BTreeSet<_>>().len());
            Ok(())
        })?;
    }
}
