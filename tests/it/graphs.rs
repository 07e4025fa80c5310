//! Laws of the engines, held against graphs that are made up at random and against a slower way to the same answer.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use roles::corpus::{Corpus, Files, Line};
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
        let loaded = files.load(None, None).unwrap_or_else(|problems| panic!("{}\n{problems:#?}", self.text()));
        work(&loaded.corpus)
    }
}

const NAMES: [&str; MOST] = ["r0", "r1", "r2", "r3", "r4", "r5", "r6"];

fn graphs() -> impl Strategy<Value = Vec<Edge<'static>>> {
    btree_set((0..MOST, 0..MOST), 0..2 * MOST)
        .prop_map(|edges| edges.into_iter().map(|(upper, lower)| Edge { upper: NAMES[upper], lower: NAMES[lower] }).collect())
}

fn made() -> impl Strategy<Value = Made> {
    let how = select(&["usual", "sometimes", "rarely"][..]);
    (vec((0..MOST, 0..MOST, how), 0..14), vec((0..MOST, 0..MOST), 0..16)).prop_map(|(lines, mut steps)| {
        steps.sort_unstable();
        steps.dedup();
        Made { lines, steps, ..Made::roles(MOST) }
    })
}

fn sorted<T: Ord>(mut lines: Vec<T>) -> Vec<T> {
    lines.sort();
    lines
}

/// Every post that can be reached from another by one edge or more.
fn below<'a>(edges: &[Edge<'a>], from: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        open.extend(edges.iter().filter(|edge| edge.upper == at).map(|edge| edge.lower).filter(|lower| found.insert(*lower)));
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edge_is_one_row_below_its_upper_end(edges in graphs()) {
        let rows = outline(&NAMES, &edges, None, usize::MAX);
        let told: Vec<Edge> = rows.iter().filter_map(|row| Some(Edge { upper: row.upper?, lower: row.post })).collect();
        prop_assert_eq!(told.len(), edges.len());
        prop_assert!(edges.iter().all(|edge| told.contains(edge)));
        for (i, row) in rows.iter().enumerate() {
            let parent = rows[..i].iter().rev().find(|above| above.depth < row.depth);
            prop_assert_eq!(row.depth, parent.map_or(0, |parent| parent.depth + 1));
            prop_assert_eq!(row.upper, parent.map(|parent| parent.post));
            prop_assert!(parent.is_none_or(|parent| parent.place == Expansion::Here));
        }
    }

    #[test]
    fn everybody_is_laid_out_once_and_the_other_rows_say_where(edges in graphs()) {
        let rows = outline(&NAMES, &edges, None, usize::MAX);
        for post in NAMES {
            let has_below = edges.iter().any(|edge| edge.upper == post);
            let mine: Vec<usize> = (0..rows.len()).filter(|&i| rows[i].post == post).collect();
            let here = *mine.first().expect("everybody has a row");
            let end = rows[here + 1..].iter().position(|row| row.depth <= rows[here].depth).map_or(rows.len(), |below| here + 1 + below);
            for i in mine {
                let expected = match () {
                    () if !has_below => Expansion::Leaf,
                    () if i == here => Expansion::Here,
                    () if i < end => Expansion::Circle,
                    () => Expansion::Above,
                };
                prop_assert_eq!(rows[i].place, expected);
            }
            let is_top = rows[here].upper.is_none();
            prop_assert!(!is_top || edges.iter().all(|edge| edge.lower != post) || below(&edges, post).contains(post));
        }
    }

    #[test]
    fn a_tree_ends_at_its_depth_and_no_sooner(edges in graphs(), levels in 0..4_usize) {
        let whole = outline(&NAMES, &edges, None, usize::MAX);
        let rows = outline(&NAMES, &edges, None, levels);
        prop_assert!(rows.iter().all(|row| row.depth <= levels));
        for row in whole.iter().filter(|row| row.depth <= levels) {
            prop_assert!(rows.iter().any(|shown| (shown.post, shown.upper) == (row.post, row.upper)), "{:?}", row);
        }
    }

    #[test]
    fn a_chart_has_exactly_the_lines_it_is_about(made in made(), focus in 0..MOST) {
        made.with(|corpus| {
            let told = |chart: &OrgChart| {
                let usual = chart.rows.iter().flat_map(|row| OrgChart::lines(corpus, row));
                let lines = usual.chain(chart.occasional.iter().copied());
                sorted(lines.map(|line| (line.from.clone(), line.to.clone(), line.how)).collect())
            };
            let expected = |which: &dyn Fn(&Line) -> bool| {
                let lines = corpus.lines.all().iter().filter(|line| which(line));
                sorted(lines.map(|line| (line.from.clone(), line.to.clone(), line.how)).collect())
            };
            let whole = chart(corpus, None, usize::MAX);
            prop_assert_eq!(told(&whole), expected(&|_| true));
            prop_assert!(NAMES.iter().all(|id| whole.rows.iter().any(|row| row.post == *id)), "who has no line is there, too");
            let usual: Vec<Edge> = corpus.lines.all().iter().filter(|line| line.how == How::Usual).map(|line| {
                Edge { upper: &line.to, lower: &line.from }
            }).collect();
            let focus = NAMES[focus];
            let is_at_or_below = |lower: &str, upper: &str| lower == upper || below(&usual, upper).contains(lower);
            let is_about = |line: &Line| match line.how {
                How::Usual => is_at_or_below(focus, &line.from) || is_at_or_below(&line.to, focus),
                How::Sometimes | How::Rarely => line.to == focus || line.from == focus,
            };
            prop_assert_eq!(told(&chart(corpus, Some(focus), usize::MAX)), expected(&is_about));
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
            let found = paths(corpus, &from, &to, false);
            prop_assert_eq!(found.length, length.map(|posts| posts - 1));
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
