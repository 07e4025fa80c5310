//! Figures on one scale, as SVG.
//!
//! Every figure is a drawing of its own beside its words, as wide as there is room: places are percentages of the width.
//! Words say all that is drawn, so only the eye is shown the drawings.

use maud::{Markup, html};

use super::LINE;
use super::blocks::rectangle;
use super::words::Words;
use crate::model::Statistic;
use crate::report::{BarKind, Chart, ChartBar, ChartCenter, ChartGroup, ChartRow, ChartSign, Scale};

/// A picture; the same figures in words can be unfolded below it.
pub(super) fn chart(chart: &Chart, caption: &str, words: &Words) -> Markup {
    html! {
        figure.chart {
            figcaption {
                @if !chart.headed { (chart.unit) }
                ul.legend { @for sign in chart.signs() { li { (sign_of(sign)) " " (sign.meaning()) } } }
            }
            @for group in &chart.groups { (of_group(group, &chart.scale, words)) }
        }
        details { summary { "The figures as a table" } (rectangle(&chart.table, caption, words)) }
    }
}

fn of_group(group: &ChartGroup, scale: &Scale, words: &Words) -> Markup {
    html! {
        div.group {
            strong { (group.label) }
            (axis(scale))
        }
        ul.figures {
            // What is measured is named once for all the rows of it.
            @for rows in group.rows.chunk_by(|one, other| one.label == other.label) {
                @for (i, row) in rows.iter().enumerate() {
                    (LINE) li {
                        span.measure { @if i == 0 { (row.label) } @else { span.unseen { (row.label) } } }
                        (plot(row, scale))
                        span.words { (row.words) "; " (row.limits) " " span.origin { (words.rich(&row.origin)) } }
                    }
                }
            }
        }
    }
}

fn axis(scale: &Scale) -> Markup {
    let last = scale.ticks.len().saturating_sub(1);
    let anchor = |i| match i {
        0 => "start",
        i if i == last => "end",
        _ => "middle",
    };
    html! {
        svg.axis aria-hidden="true" height="20" {
            @for (i, tick) in scale.ticks.iter().enumerate() {
                text x=(at(scale, tick.value)) y="14" text-anchor=(anchor(i)) { (tick.label) }
            }
        }
    }
}

fn plot(row: &ChartRow, scale: &Scale) -> Markup {
    html! {
        span.plot { svg aria-hidden="true" {
            title { (row.words) }
            @for tick in &scale.ticks {
                @let x = at(scale, tick.value);
                line.grid x1=(x) x2=(x) y1="0" y2="100%" {}
            }
            svg y="50%" {
                @for bar in &row.bars { (of_bar(bar, scale)) }
                @for center in &row.centers { (of_center(center, scale)) }
            }
        } }
    }
}

fn of_bar(bar: &ChartBar, scale: &Scale) -> Markup {
    let (from, to) = (at(scale, bar.from), at(scale, bar.to));
    html! {
        (line(bar.kind, &from, &to))
        @if bar.open_above { (placed(&to, &arrow(ABOVE))) }
        @if bar.open_below { (placed(&from, &arrow(BELOW))) }
    }
}

/// A line with its ends.
fn line(kind: BarKind, from: &str, to: &str) -> Markup {
    html! {
        line class=(class(kind)) x1=(from) x2=(to) {}
        @if kind != BarKind::Percentiles25To75 {
            @for end in [from, to] { line x1=(end) x2=(end) y1="-5" y2="5" {} }
        }
    }
}

fn of_center(center: &ChartCenter, scale: &Scale) -> Markup {
    let sign = html! {
        @if center.open_above { (arrow(ABOVE)) }
        (mark(center.statistic))
    };
    placed(&at(scale, center.value), &sign)
}

const fn class(kind: BarKind) -> &'static str {
    match kind {
        BarKind::Range => "range",
        BarKind::Percentiles10To90 => "outer",
        BarKind::Percentiles25To75 => "inner",
    }
}

/// The sign of a center, told by its shape as well as by its color.
fn mark(statistic: Statistic) -> Markup {
    html! {
        @match statistic {
            Statistic::Average => circle.average r="5" {},
            Statistic::Median => path.median d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" {},
            _ => rect.midpoint x="-4.5" y="-4.5" width="9" height="9" {},
        }
    }
}

/// Arrows to more and to less.
const ABOVE: &str = "M0 0H17M12 -4.5L17 0L12 4.5";
const BELOW: &str = "M0 0H-17M-12 -4.5L-17 0L-12 4.5";

fn arrow(path: &str) -> Markup {
    html! { path.arrow d=(path) {} }
}

/// Something drawn around a place.
fn placed(x: &str, sign: &Markup) -> Markup {
    html! { svg x=(x) { (sign) } }
}

/// A sign as the legend has it.
fn sign_of(sign: ChartSign) -> Markup {
    let drawn = match sign {
        ChartSign::Grade => return html! { "A, B, C" },
        ChartSign::Center(statistic) => placed("50%", &mark(statistic)),
        ChartSign::Bar(kind) => line(kind, "2%", "98%"),
        ChartSign::OpenAbove => placed("15%", &arrow(ABOVE)),
        ChartSign::OpenBelow => placed("85%", &arrow(BELOW)),
    };
    html! { svg.key aria-hidden="true" width="24" height="14" { svg y="50%" { (drawn) } } }
}

/// Where a value stands, from the left.
fn at(scale: &Scale, value: u64) -> String {
    format!("{:.2}%", 100.0 * scale.share(value))
}
