//! Corpora of 1,000 roles: every answer comes, and is no larger than what it tells of.

use roles::graph::{chart, paths};
use roles::model::How;
use roles::render::{Format, Options, render};
use roles::report::{ChartReport, PathsReport, Report};
use roles::terminal::Style;

use super::Made;

const COUNT: usize = 1_000;

/// What a question is answered with in every format.
struct Answer(Vec<(Format, (String, Vec<String>))>);

impl Answer {
    fn of(report: &impl Report) -> Self {
        let page = |format| {
            let style = Style { width: 80, ..Style::default() };
            let options = Options { format, style, header: false };
            let page = render(report, &[], &options).expect("a graph is drawn");
            assert!(page.0.len() < 100_000_000, "{} bytes as {}", page.0.len(), format.key());
            (format, page)
        };
        Self(Format::ALL.into_iter().map(page).collect())
    }

    fn page(&self, format: Format) -> &(String, Vec<String>) {
        self.0.iter().find(|(own, _)| *own == format).map(|(_, page)| page).expect("every format was written")
    }

    fn text(&self, format: Format) -> &str {
        &self.page(format).0
    }
}

/// The whole tree, a part of it, and a path either way.
fn answers(made: &Made) -> [Answer; 4] {
    made.with(|corpus| {
        let part = corpus.find("r500").ok();
        let (whole, near) = (chart(corpus, None, How::Rarely), chart(corpus, part.map(|part| &*part.id), How::Rarely));
        let last = format!("r{}", made.titles.len() - 1);
        let (there, back) = (paths(corpus, "r0", &last), paths(corpus, &last, "r0"));
        [
            Answer::of(&ChartReport::new(corpus, whole, None, true)),
            Answer::of(&ChartReport::new(corpus, near, part, true)),
            Answer::of(&PathsReport::new(corpus, there)),
            Answer::of(&PathsReport::new(corpus, back)),
        ]
    })
}

#[test]
fn a_thousand_in_one_chain_and_in_one_circle() {
    let mut made = Made::roles(COUNT);
    made.lines = (1..COUNT).map(|i| (i, i - 1, "usual")).collect();
    made.steps = (1..COUNT).map(|i| (i - 1, i)).collect();
    for answer in answers(&made) {
        assert!(answer.text(Format::Table).lines().all(|line| line.chars().count() <= 80));
    }
    made.lines.push((0, COUNT - 1, "usual"));
    made.steps.push((COUNT - 1, 0));
    answers(&made);
}

#[test]
fn a_thousand_below_one_and_one_below_a_thousand() {
    let mut made = Made::roles(COUNT);
    made.lines = (1..COUNT).map(|i| (i, 0, "usual")).chain((2..COUNT).map(|i| (1, i, "sometimes"))).collect();
    made.steps = (1..COUNT - 1).flat_map(|i| [(0, i), (i, COUNT - 1)]).collect();
    let [tree, ..] = answers(&made);
    assert_eq!(tree.text(Format::Tsv).lines().count(), made.lines.len());
}

#[test]
fn a_drawing_that_mermaid_would_refuse_is_remarked_on_and_kept_out_of_markdown() {
    let made = |count: usize| Made { lines: (1..count).map(|i| (i, 0, "usual")).collect(), ..Made::roles(count) };
    let remark = "Mermaid draws no more than 500 lines and 50,000 characters unless its settings maxEdges and maxTextSize allow it; \
                  ask for one role's lines, or take --format dot";
    for (count, is_drawn) in [(501, true), (502, false)] {
        let [tree, ..] = answers(&made(count));
        assert_eq!(tree.page(Format::Mermaid).1, if is_drawn { vec![] } else { vec![remark] }, "{count}");
        let markdown = tree.text(Format::Markdown);
        assert_eq!(markdown.contains("```mermaid"), is_drawn, "{count}");
        assert!(tree.page(Format::Markdown).1.is_empty() && markdown.contains("  - **Role 500**"), "{count}");
    }
    let long = Made { titles: (0..300).map(|i| format!("Role {i} {}", "x".repeat(200))).collect(), ..made(300) };
    let [tree, ..] = answers(&long);
    assert_eq!(tree.page(Format::Mermaid).1, [remark]);
}
