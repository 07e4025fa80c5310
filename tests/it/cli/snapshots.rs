//! Whole pages, as they are seen. `INSTA_UPDATE=always cargo test --test it snapshots` writes them anew; read the difference.

use crate::support::{in_color, on_screen};

/// Compares a page with the one that was last approved; escape codes are shown as `\e`.
#[track_caller]
fn approve(name: &str, page: &str) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, page.replace('\u{1b}', "\\e"));
    });
}

macro_rules! pages {
    ($($name:ident: $line:literal at $width:literal;)*) => {$(
        #[test]
        fn $name() {
            approve(stringify!($name), &on_screen($width, $line).ok());
            approve(concat!(stringify!($name), "_in_color"), &in_color($width, $line).ok());
        }
    )*};
}

pages! {
    two_roles_at_60: "compare coo cco" at 60;
    two_roles_at_80: "compare coo cco" at 80;
    two_roles_at_120: "compare coo cco" at 120;
    three_roles_at_60: "compare cso cmo cro" at 60;
    three_roles_at_80: "compare cso cmo cro" at 80;
    three_roles_at_120: "compare cso cmo cro" at 120;
    four_roles_at_60: "compare cfo coo cmo cso" at 60;
    four_roles_at_80: "compare cfo coo cmo cso" at 80;
    four_roles_at_120: "compare cfo coo cmo cso" at 120;
    a_profile_at_80: "show cro" at 80;
    a_position_at_80: "show ceo" at 80;
    the_list_at_80: "list" at 80;
    the_tree_at_60: "tree" at 60;
    the_tree_at_80: "tree" at 80;
    the_tree_at_120: "tree --all" at 120;
    a_branch_of_the_tree_at_60: "tree cfo --all" at 60;
    a_branch_with_sources_at_80: "tree vp-sales --sources" at 80;
    paths_at_60: "path vp-sales ceo" at 60;
    paths_at_80: "path vp-sales-ops ceo" at 80;
    paths_at_120: "path salesperson board-member" at 120;
    no_path_at_80: "path ceo coo" at 80;
    pay_at_60: "salary coo cco" at 60;
    pay_at_80: "salary cfo cro cso" at 80;
    pay_at_120: "salary" at 120;
    a_search_at_60: "search cut costs" at 60;
    a_search_at_80: "search sales forecast --limit 8" at 80;
    a_search_at_120: "search '\"sales team\"' --limit 5" at 120;
}

#[test]
fn pay_in_ascii() {
    approve("pay_in_ascii_at_60", &on_screen(60, "salary cfo --ascii").ok());
    approve("pay_in_ascii_at_80", &on_screen(80, "salary cfo cro --ascii").ok());
}

#[test]
fn the_sources_at_80() {
    let page = on_screen(80, "sources").ok();
    let start: Vec<&str> = page.lines().take(60).collect();
    approve("the_sources_at_80", &start.join("\n"));
}
