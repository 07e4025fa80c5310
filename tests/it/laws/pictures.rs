//! Every published amount that says what a role is paid is in its strip, on one axis for all.

use proptest::prelude::*;
use roles::model::{Role, SalaryFigure};
use roles::report::{Block, PayMark, PayStrips, Report as _, SalariesReport};
use roles::select::FigureFilter;

use super::everywhere::everywhere;

fn strips(document: roles::report::Page) -> Vec<PayStrips> {
    let strips = |block| if let Block::PayStrips(strips) = block { Some(strips) } else { None };
    document.blocks.into_iter().filter_map(strips).collect()
}

#[test]
fn every_amount_is_drawn_in_the_strip_of_its_role_or_named_at_the_edge() {
    everywhere(2, |corpus, roles: &[&Role]| {
        let pictures = strips(SalariesReport::new(corpus, roles.to_vec(), FigureFilter::default(), None).page());
        for (i, role) in roles.iter().enumerate() {
            for figure in role.salary.iter().filter(|figure| figure.is_pay_of_the_role()) {
                let unit = format!("{} per {}", figure.currency, figure.per.key());
                let of_unit: Vec<&PayStrips> = pictures.iter().filter(|picture| picture.unit == unit).collect();
                prop_assert_eq!(of_unit.len(), 1, "pictures of {}", unit);
                let strip = of_unit[0].strips.iter().find(|strip| strip.role == i).expect("a strip for each role");
                let draws = |value: u64| {
                    strip.marks.iter().any(|mark| match *mark {
                        PayMark::Range(from, to) => from == value || to == value,
                        PayMark::OrMore(at) | PayMark::Center(_, at) => at == value,
                    })
                };
                for (_, amount) in figure.amounts() {
                    prop_assert!(draws(amount.value), "{} of {:?}", amount, strip);
                    prop_assert!(amount.value <= of_unit[0].end || strip.beyond.is_some(), "{} of {:?}", amount, strip);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_axis_holds_nineteen_of_twenty_amounts_and_names_the_rest() {
    let paid = |value| SalaryFigure { average: Some(roles::model::Amount::exact(value)), ..super::generated::figure() };
    let salary = (1..=19).map(|i| paid(i * 10_000)).chain([paid(900_000)]).collect();
    super::generated::with_corpus(&[Role { salary, ..super::generated::bare("a") }], |corpus| {
        let [picture] = &*strips(SalariesReport::new(corpus, Vec::new(), FigureFilter::default(), None).page()) else {
            panic!("one picture")
        };
        assert_eq!((picture.end, picture.strips[0].beyond.as_deref()), (190_000, Some("$900k")));
        let ticks: Vec<&str> = picture.ticks.iter().map(|(_, label)| label.as_str()).collect();
        assert_eq!(ticks, ["$0", "$50k", "$100k", "$150k"]);
    });
}
