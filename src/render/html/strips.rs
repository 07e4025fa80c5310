//! Pay on one axis as SVG, one strip a role. A table says all that is drawn, so drawings are hidden from screen readers.

use maud::{Markup, html};

use super::words::LINE;
use crate::model::Statistic;
use crate::report::{PayMark, PayStrips};

pub(super) fn strips(of: &PayStrips) -> Markup {
    // The first and the last label keep within the drawing.
    let anchor = |tick| match of.share(tick) {
        0.0..0.05 => "start",
        0.95.. => "end",
        _ => "middle",
    };
    html! {
        figure.chart {
            figcaption { (of.legend().join("; ")) }
            div.strips {
                span {}
                svg.axis aria-hidden="true" height="20" {
                    @for (tick, label) in &of.ticks {
                        text x=(at(of, *tick)) y="14" text-anchor=(anchor(*tick)) { (label) }
                    }
                }
                span {}
                @for strip in &of.strips {
                    @let role = format!("role{}", strip.role % 7);
                    (LINE) strong class=(role) { (strip.name) }
                    svg class={ "plot " (role) } aria-hidden="true" {
                        @for x in of.ticks.iter().map(|(tick, _)| at(of, *tick)) { line.grid x1=(x) x2=(x) y1="0" y2="100%" {} }
                        svg y="50%" { @for mark in &strip.marks { (drawn(of, *mark)) } }
                    }
                    span { @if let Some(amounts) = &strip.beyond { "→ " (amounts) } }
                }
            }
        }
    }
}

/// A sign in its place, told by its shape as well as by its color; nothing for what begins beyond the axis.
fn drawn(of: &PayStrips, mark: PayMark) -> Markup {
    let shape = match mark {
        PayMark::Range(from, to) if from <= of.end => {
            let (from, to) = (at(of, from), at(of, to));
            return html! {
                line x1=(from) x2=(to) {}
                @for end in [from, to] { line x1=(end) x2=(end) y1="-5" y2="5" {} }
            };
        }
        PayMark::OrMore(_) => html! { path.arrow d="M0 0H17M12 -4.5L17 0L12 4.5" {} },
        PayMark::Center(Statistic::Average, _) => html! { circle.average r="5" {} },
        PayMark::Center(Statistic::Median, _) => html! { path.median d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" {} },
        PayMark::Center(..) | PayMark::Range(..) => html! { rect.midpoint x="-4.5" y="-4.5" width="9" height="9" {} },
    };
    match mark {
        PayMark::OrMore(value) | PayMark::Center(_, value) if value <= of.end => html! { svg x=(at(of, value)) { (shape) } },
        _ => html! {},
    }
}

/// The position of a value, from the left.
fn at(of: &PayStrips, value: u64) -> String {
    format!("{:.2}%", 100.0 * of.share(value))
}
