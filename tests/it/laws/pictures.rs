//! Every published amount is in exactly one picture, on its scale.

use proptest::prelude::*;
use roles::model::{Amount, Role, SalaryFigure, Statistic};
use roles::report::{Block, ChartRow, PayChart, Report as _, SalariesReport, StyledText};
use roles::select::FigureFilter;

use super::everywhere::everywhere;

fn pictures(document: roles::report::Page) -> Vec<PayChart> {
    let chart = |block| if let Block::PayChart(chart) = block { Some(chart) } else { None };
    document.blocks.into_iter().filter_map(chart).collect()
}

/// Whether a row draws an amount of a figure.
fn draws(row: &ChartRow, figure: &SalaryFigure, statistic: Statistic, amount: Amount) -> bool {
    let is_end = |bar: &roles::report::ChartBar| bar.from == amount.value || bar.to == amount.value;
    match statistic {
        Statistic::Average | Statistic::Median | Statistic::Midpoint => {
            let is_it = |center: &roles::report::ChartCenter| {
                (center.statistic, center.value, center.open_above) == (statistic, amount.value, amount.at_least)
            };
            row.centers.iter().any(is_it)
        }
        Statistic::High => row.bars.iter().any(|bar| is_end(bar) && bar.open_above == amount.at_least),
        Statistic::Low => row.bars.iter().any(|bar| is_end(bar) && (figure.high.is_some() || bar.open_above)),
        _ => row.bars.iter().any(is_end),
    }
}

#[test]
fn every_figure_has_one_row_that_draws_all_its_amounts() {
    everywhere(2, |corpus, roles: &[&Role]| {
        let charts = pictures(SalariesReport::of(corpus, roles.to_vec(), FigureFilter::default()).page());
        let rows: usize = charts.iter().flat_map(|chart| &chart.groups).map(|group| group.rows.len()).sum();
        prop_assert_eq!(rows, roles.iter().map(|role| role.salary.len()).sum::<usize>());
        for role in roles {
            for figure in &role.salary {
                let unit = format!("{} per {}", figure.currency, figure.per.key());
                let mut of_unit = charts.iter().filter(|chart| chart.unit == unit);
                let (chart, none) = (of_unit.next(), of_unit.next());
                prop_assert!(none.is_none(), "two pictures of {unit}");
                let chart = chart.expect("a picture for each unit");
                let rows = || chart.groups.iter().flat_map(|group| &group.rows);
                let all = |row: &ChartRow| figure.amounts().all(|(statistic, amount)| draws(row, figure, statistic, amount));
                prop_assert!(rows().any(|row| row.label == figure.measure.label() && all(row)), "{figure:?}");
                for (_, amount) in figure.amounts() {
                    prop_assert!(amount.value <= chart.scale.to, "{amount}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_order_of_the_roles_changes_the_order_of_the_picture_alone() {
    everywhere(2, |corpus, roles: &[&Role]| {
        let turned: Vec<&Role> = roles.iter().rev().copied().collect();
        let [mut one, mut other] =
            [roles.to_vec(), turned].map(|roles| pictures(SalariesReport::of(corpus, roles, FigureFilter::default()).page()));
        for chart in one.iter_mut().chain(&mut other) {
            chart.groups.sort_by(|one, other| one.label.cmp(&other.label));
            // Footnotes are numbered as they come.
            chart.groups.iter_mut().flat_map(|group| &mut group.rows).for_each(|row| row.origin = StyledText::default());
        }
        one.sort_by(|one, other| one.unit.cmp(&other.unit));
        other.sort_by(|one, other| one.unit.cmp(&other.unit));
        let seen =
            |charts: Vec<PayChart>| charts.into_iter().map(|chart| (chart.unit, chart.scale, chart.groups)).collect::<Vec<_>>();
        prop_assert_eq!(seen(one), seen(other));
        Ok(())
    });
}
