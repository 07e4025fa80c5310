//! Figures on one scale as SVG, each drawing below its words and as wide as there is room. The words say all that is drawn, so
//! drawings are hidden from screen readers.

use maud::{Markup, html};

use super::words::{LINE, TextWriter};
use crate::model::Statistic;
use crate::report::{BarKind, ChartRow, ChartSign, PayChart, Scale};

/// Arrows to more and to less.
const ABOVE: &str = "M0 0H17M12 -4.5L17 0L12 4.5";
const BELOW: &str = "M0 0H-17M-12 -4.5L-17 0L-12 4.5";

pub(super) fn chart(chart: &PayChart, words: &TextWriter) -> Markup {
    html! {
        figure.chart {
            figcaption {
                @if !chart.headed { (chart.unit) }
                ul.legend { @for sign in chart.signs() { li { (sign_of(sign)) " " (sign.meaning()) } } }
            }
            @for group in &chart.groups {
                strong { (group.label) }
                (axis(&chart.scale))
                ul.figures {
                    @for row in &group.rows {
                        (LINE) li {
                            span { (row.label) ": " (row.words) "; " (row.limits) "; " (words.rich(&row.origin)) }
                            (plot(row, &chart.scale))
                        }
                    }
                }
            }
        }
    }
}

fn axis(scale: &Scale) -> Markup {
    let last = scale.ticks.len().saturating_sub(1);
    let anchor = |i| {
        if i == 0 {
            "start"
        } else if i == last {
            "end"
        } else {
            "middle"
        }
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
        svg.plot aria-hidden="true" {
            @for x in scale.ticks.iter().map(|tick| at(scale, tick.value)) { line.grid x1=(x) x2=(x) y1="0" y2="100%" {} }
            svg y="50%" {
                @for bar in &row.bars {
                    @let (from, to) = (at(scale, bar.from), at(scale, bar.to));
                    (line(bar.kind, &from, &to))
                    @if bar.open_above { (placed(&to, &arrow(ABOVE))) }
                    @if bar.open_below { (placed(&from, &arrow(BELOW))) }
                }
                @for center in &row.centers {
                    @let x = at(scale, center.value);
                    @if center.open_above { (placed(&x, &arrow(ABOVE))) }
                    (placed(&x, &mark(center.statistic)))
                }
            }
        }
    }
}

/// A line with its ends.
fn line(kind: BarKind, from: &str, to: &str) -> Markup {
    let (class, ends) = match kind {
        BarKind::Range => ("range", vec![from, to]),
        BarKind::Percentiles10To90 => ("outer", vec![from, to]),
        BarKind::Percentiles25To75 => ("inner", Vec::new()),
    };
    html! {
        line class=(class) x1=(from) x2=(to) {}
        @for end in ends { line x1=(end) x2=(end) y1="-5" y2="5" {} }
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

fn arrow(path: &str) -> Markup {
    html! { path.arrow d=(path) {} }
}

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

/// The position of a value, from the left.
fn at(scale: &Scale, value: u64) -> String {
    format!("{:.2}%", 100.0 * scale.share(value))
}
