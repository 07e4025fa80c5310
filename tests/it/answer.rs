//! The answer page: on one screen, for any roles and any width.

use roles::builtin;

use crate::support::{Own, on_screen};

const WIDTHS: [usize; 5] = [60, 80, 100, 120, 200];

/// The most lines for two roles and for more.
fn most(roles: usize, width: usize) -> usize {
    match (roles > 2, width < 80) {
        (false, false) => 24,
        (true, false) => 30,
        (false, true) => 34,
        (true, true) => 44,
    }
}

/// Holds a comparison to its screen at every width; a wider one never makes it longer.
fn fits(ids: &[&str], answer: impl Fn(usize, &str) -> String) {
    let mut last = usize::MAX;
    for width in WIDTHS {
        let page = answer(width, &format!("compare {}", ids.join(" ")));
        let lines = page.lines().count();
        assert!(lines <= most(ids.len(), width), "{ids:?} at {width}: {lines} lines\n{page}");
        assert!(width <= 80 || lines <= last, "{ids:?} at {width}: {lines} lines, narrower {last}\n{page}");
        assert!(page.lines().all(|line| line.chars().count() <= width), "{ids:?} at {width}\n{page}");
        last = lines;
    }
}

#[test]
fn every_pair_and_the_usual_groups_fit_one_screen() {
    let ids: Vec<&str> = builtin::corpus().roles.ids().collect();
    let shipped = |width: usize, line: &str| on_screen(width, line).ok();
    for (i, one) in ids.iter().enumerate() {
        ids[i + 1..].iter().for_each(|other| fits(&[one, other], shipped));
    }
    let sales = ["cso", "cro", "cco", "vp-sales-ops"];
    for left_out in sales {
        let three: Vec<&str> = sales.into_iter().filter(|id| *id != left_out).collect();
        fits(&three, shipped);
    }
    fits(&["cfo", "coo", "cmo", "cso"], shipped);
    fits(&ids, shipped);
}

#[test]
fn roles_without_a_pair_or_a_glance_fit_one_screen() {
    let own = Own::one("roles: [{ id: a, title: A, duties: [Digs] }, { id: b, title: B, duties: [Digs, Sows] }]");
    fits(&["a", "b"], |width, line| own.on_screen(width, line).ok());
}

#[test]
fn a_profile_opens_on_one_screen() {
    for id in builtin::corpus().roles.ids() {
        let page = on_screen(80, &format!("show {id}")).ok();
        assert!(page.lines().count() <= 30, "{id}\n{page}");
    }
}
