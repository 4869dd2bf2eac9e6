//! Which test holds which requirement. A requirement without one, and a test that is gone, is named.
//!
//! The numbers are those of the catalogue the product was built from. It goes by what one does: A is the practice of 1:1s,
//! B the fuzzy folder, C goals and careers, D hard talks, E reviews, F headcount plans. `A1` to `A42` say what a 1:1 has
//! to do; `B1`, `C1`, `D1`, `E1` and `F1` begin the same for theirs. Each has rules that always hold (`A.R1`), figures that are computed (`A.gap`), and, but for A, which
//! has them within its requirements, states that its records go through (`B.states`). A test carries in its name what it
//! holds: `a29_ar5_…` holds A29 and A.R5.

use crate::{Broken, Tree};

mod folder;
mod goal;
mod headcount;
mod one_on_one;
mod review;
mod talk;

/// A requirement, the file of a test that would fail without it, and how that test is called: a function, a rule of this
/// house, or what a page test says, as `describe > it` where it stands below what it is about.
type Row = (&'static str, &'static str, &'static str);

/// A requirement that nothing holds yet, and why.
type Later = (&'static str, &'static str);

/// One part of the catalogue.
struct Part {
    /// What its numbers begin with.
    letter: char,
    /// How many requirements it has.
    requirements: u32,
    /// How many rules.
    rules: u32,
    /// What it computes, and its states.
    named: &'static [&'static str],
    rows: &'static [Row],
    later: &'static [Later],
}

const CATALOGUE: &[Part] = &[
    Part {
        letter: 'A',
        requirements: 42,
        rules: 5,
        named: &["prep_due", "doc_due", "followup_window", "gap", "move_rate"],
        rows: one_on_one::ROWS,
        later: &[],
    },
    Part {
        letter: 'B',
        requirements: 13,
        rules: 4,
        named: &["states", "unraised_age", "recency_share"],
        rows: folder::ROWS,
        later: folder::LATER,
    },
    Part {
        letter: 'C',
        requirements: 12,
        rules: 4,
        named: &["states", "next_review", "progress"],
        rows: goal::ROWS,
        later: &[],
    },
    Part {
        letter: 'D',
        requirements: 19,
        rules: 5,
        named: &["states", "days_to_raise", "check_regularity", "praise_gap"],
        rows: talk::ROWS,
        later: talk::LATER,
    },
    Part {
        letter: 'E',
        requirements: 26,
        rules: 5,
        named: &["states", "share", "surprise_count", "effort"],
        rows: review::ROWS,
        later: &[],
    },
    Part {
        letter: 'F',
        requirements: 19,
        rules: 3,
        named: &[
            "states",
            "gap",
            "single_points",
            "concentration",
            "level_balance",
            "doubling",
            "interview_load",
        ],
        rows: headcount::ROWS,
        later: &[],
    },
];

impl Part {
    fn all(&self) -> impl Iterator<Item = String> {
        let letter = self.letter;
        let numbered = (1..=self.requirements).map(move |n| format!("{letter}{n}"));
        let rules = (1..=self.rules).map(move |n| format!("{letter}.R{n}"));
        numbered.chain(rules).chain(self.named.iter().map(move |name| format!("{letter}.{name}")))
    }

    /// What is wrong with its rows, whatever the files hold.
    fn misfits(&self) -> Vec<String> {
        let all: Vec<String> = self.all().collect();
        let mut complaints = Vec::new();
        for requirement in &all {
            let has_row = self.rows.iter().any(|(named, _, _)| named == requirement);
            let is_later = self.later.iter().any(|(named, _)| named == requirement);
            match (has_row, is_later) {
                (false, false) => complaints.push(format!("{requirement} has no row in the table")),
                (true, true) => complaints.push(format!("{requirement} has a row, so it is not for later")),
                _ => {}
            }
        }
        let named =
            self.rows.iter().map(|(named, _, _)| named).chain(self.later.iter().map(|(named, _)| named));
        complaints.extend(
            named
                .filter(|named| !all.iter().any(|one| one == *named))
                .map(|named| format!("{named} is no requirement of {}", self.letter)),
        );
        let silent = self.later.iter().filter(|(_, reason)| reason.trim().is_empty());
        complaints.extend(silent.map(|(named, _)| format!("{named} is for later, and nothing says why")));
        complaints
    }
}

pub fn untested(tree: &Tree) -> Vec<String> {
    let rows = CATALOGUE.iter().flat_map(|part| part.rows);
    let gone = rows.filter(|(_, path, name)| !has_test(tree.text(path).unwrap_or_default(), name));
    let gone = gone.map(|(requirement, path, name)| format!("{requirement}: {path} has no test “{name}”"));
    gone.chain(CATALOGUE.iter().flat_map(Part::misfits)).collect()
}

/// Whether a file has the test: a function right below its attribute, so that none is passed over, a rule of this house, or
/// a sentence of a page test.
fn has_test(text: &str, name: &str) -> bool {
    if let Some((about, sentence)) = name.split_once(" > ") {
        return told(text, about).is_some_and(|told| says(told, sentence));
    }
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let (function, rule) = (format!("fn {name}("), format!("{name}: crate::"));
    lines.windows(2).any(|two| two[0] == "#[test]" && two[1].starts_with(&function))
        || lines.iter().any(|line| line.starts_with(&rule))
        || says(text, name)
}

/// What a page test tells about something: from its line to the next of the same kind.
fn told<'a>(text: &'a str, about: &str) -> Option<&'a str> {
    let begins = format!("\"{about}\"");
    text.split("\ndescribe(").skip(1).find(|part| part.starts_with(&begins))
}

/// Whether a page test says this sentence, once or for each of several cases.
fn says(text: &str, sentence: &str) -> bool {
    let (one, each) = (format!("it(\"{sentence}\""), format!(")(\"{sentence}\""));
    text.lines().map(str::trim).any(|line| {
        let is_each = line.starts_with("it.each(") || line.starts_with("])(");
        line.starts_with(&one) || (is_each && line.contains(&each))
    })
}

pub const UNTESTED: &[Broken] = &[
    (
        "crates/app/src/one_on_one/tests.rs",
        "// nothing is tested here",
        "A13: crates/app/src/one_on_one/tests.rs",
    ),
    (
        "crates/domain/src/one_on_one/due.rs",
        "fn a11_more_than_two_weeks_are_red_and_exactly_two_are_not() {}",
        "A11: crates/domain/src/one_on_one/due.rs",
    ),
    (
        "ui/src/rooms/one_on_one/practice.test.ts",
        "// it(\"shows word by word what changed since it was read\"",
        "A20: ui/src/rooms/one_on_one/practice.test.ts",
    ),
    (
        "crates/domain/src/folder/look_back.rs",
        "    #[test]\n    #[ignore]\n    fn b9_what_was_not_talked_about_for_fourteen_days_is_warned_of() {}",
        "B9: crates/domain/src/folder/look_back.rs",
    ),
    (
        "ui/src/rooms/parts/note.test.ts",
        "\ndescribe(\"a note set aside\", () => {\n  it(\"is covered while presenting\"",
        "B11: ui/src/rooms/parts/note.test.ts",
    ),
    (
        "crates/app/src/goal/tests.rs",
        "#[test]\nfn c4_the_manager_names_the_kinds_of_goals_and_more() {}",
        "C4: crates/app/src/goal/tests.rs has no test “c4_the_manager_names_the_kinds_of_goals”",
    ),
    (
        "crates/domain/src/talk/tests.rs",
        "// #[test]\n// fn d12_dr3_following_needs_a_day_ahead() {}",
        "D.R3: crates/domain/src/talk/tests.rs",
    ),
    ("tests/tidy/main.rs", "// sentences_are_plain: crate::sentences::harsh", "D1: tests/tidy/main.rs"),
];

#[test]
fn a_test_is_found_in_each_of_its_shapes() {
    let page = "\ndescribe(\"a\", () => {\n  it(\"one\", f);\n});\n\ndescribe(\"b\", () => {\n  it.each([1])(\"two\", f);\n  it.each([\n  ])(\"three\", f);\n});";
    for (text, name, is_there) in [
        ("#[test]\nfn one() {}", "one", true),
        ("mod tests {\n    #[test]\n    fn one() {}\n}", "one", true),
        ("proptest! {\n    #[test]\n    fn one(text in any()) {}\n}", "one", true),
        ("#[test]\nfn one_more() {}", "one", false),
        ("rules! {\n    one: crate::a::b, crate::a::B;\n}", "one", true),
        (page, "one", true),
        (page, "a > one", true),
        (page, "b > one", false),
        (page, "b > two", true),
        (page, "b > three", true),
        (page, "c > one", false),
    ] {
        assert_eq!(has_test(text, name), is_there, "{name} in {text}");
    }
}

#[test]
fn a_requirement_without_a_row_or_a_reason_is_named() {
    let made_up =
        |rows, later| Part { letter: 'Z', requirements: 2, rules: 1, named: &["gap"], rows, later }.misfits();
    let all: &[Row] = &[("Z1", "", ""), ("Z2", "", ""), ("Z.R1", "", ""), ("Z.gap", "", "")];
    assert_eq!(made_up(all, &[]), Vec::<String>::new());
    assert_eq!(made_up(&all[..3], &[("Z.gap", "there is nothing to count")]), Vec::<String>::new());
    for (rows, later, complaint) in [
        (&all[1..], &[][..], "Z1 has no row in the table"),
        (&all[..2], &[("Z.gap", "why")], "Z.R1 has no row in the table"),
        (&all[..3], &[("Z.gap", " ")], "Z.gap is for later, and nothing says why"),
        (all, &[("Z2", "why")], "Z2 has a row, so it is not for later"),
        (all, &[("Z3", "why")], "Z3 is no requirement of Z"),
    ] {
        assert_eq!(made_up(rows, later), [complaint]);
    }
    assert_eq!(made_up(&[("Y1", "", "")], &[]).len(), 5, "four without a row, and one that is none");
}
