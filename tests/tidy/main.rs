//! The shape of the house. Each rule looks at the whole repository, and each has to prove on a made-up tree that it
//! can say no: a rule that never complains is worth nothing.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod arrows;
mod borrowed;
mod documents;
mod frozen;
mod nouns;
mod page;
mod places;
mod pure;
mod requirements;
mod rooms;
mod sentences;
mod sizes;
mod text;
mod tree;

use tree::Tree;

/// Looks at a tree and names everything that is wrong with it.
type Rule = fn(&Tree) -> Vec<String>;

/// A made-up file, and a piece of the complaint that it has to cause.
type Broken = (&'static str, &'static str, &'static str);

fn holds(rule: Rule) {
    let complaints = rule(&Tree::of_the_repository());
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

fn can_say_no(rule: Rule, cases: &[Broken]) {
    for (path, text, expected) in cases {
        let complaints = rule(&Tree::made_up(&[(path, text)]));
        assert!(
            complaints.iter().any(|complaint| complaint.contains(expected)),
            "{path} was let through; said: {complaints:?}"
        );
    }
}

/// Two tests for each rule: the repository keeps it, and it can be broken.
macro_rules! rules {
    ($($name:ident: $rule:path, $cases:path;)*) => { $(
        mod $name {
            #[test]
            fn holds() {
                crate::holds($rule);
            }

            #[test]
            fn can_say_no() {
                crate::can_say_no($rule, $cases);
            }
        }
    )* };
}

rules! {
    crates_know_only_who_they_may: crate::arrows::wrong_arrows, crate::arrows::WRONG_ARROWS;
    only_the_store_knows_sql: crate::arrows::sql_outside, crate::arrows::SQL_OUTSIDE;
    unsafe_stands_in_one_place: crate::arrows::unsafe_outside, crate::arrows::UNSAFE_OUTSIDE;
    the_rules_of_the_product_do_no_io: crate::pure::impure, crate::pure::IMPURE;
    files_stay_readable: crate::sizes::too_long, crate::sizes::TOO_LONG;
    released_migrations_stay: crate::frozen::thawed, crate::frozen::THAWED;
    no_path_of_one_machine: crate::places::machine_paths, crate::places::MACHINE_PATHS;
    sentences_are_plain: crate::sentences::harsh, crate::sentences::HARSH;
    the_window_knows_no_noun: crate::nouns::named, crate::nouns::NAMED;
    rooms_do_not_know_each_other: crate::rooms::doors_between, crate::rooms::DOORS_BETWEEN;
    the_page_is_shut_in: crate::page::opened, crate::page::OPENED;
    every_requirement_has_its_test: crate::requirements::untested, crate::requirements::UNTESTED;
    documents_name_what_is_there: crate::documents::gone, crate::documents::GONE;
    borrowed_code_is_allowed: crate::borrowed::not_allowed, crate::borrowed::NOT_ALLOWED;
}
