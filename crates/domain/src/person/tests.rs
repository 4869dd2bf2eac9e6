use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn maya() -> Person {
    Person::named(PersonId::make(), "Maya Okafor", Relation::DirectReport)
}

#[test]
fn initials_take_the_first_and_last_word() {
    for (name, initials) in [
        ("Maya Okafor", "MO"),
        ("Cher", "C"),
        ("ana maria de souza", "AS"),
        ("Éloïse Ünal", "ÉÜ"),
        ("  ", "?"),
        ("李 小龙", "李小"),
    ] {
        assert_eq!(initials_of(name), initials, "{name}");
    }
}

#[test]
fn the_colour_of_a_name_is_one_of_six_and_stays() {
    assert!((0..200).all(|n| hue_of(&format!("Person {n}")) < 6));
    let seen: std::collections::HashSet<_> = (0..200).map(|n| hue_of(&format!("Person {n}"))).collect();
    assert_eq!(seen.len(), 6, "all six are used");
    assert_eq!(hue_of("Maya Okafor"), 5, "frozen: a person keeps their colour across versions");
}

#[test]
fn a_person_is_refused_by_the_rule_it_breaks() {
    type Change = fn(&mut Person);
    let cases: [(&str, Change); 5] = [
        ("person.no_name", |p| p.name = " ".into()),
        ("person.left_before_start", |p| {
            p.started_on = Some(day("2024-05-02"));
            p.left_on = Some(day("2024-05-01"));
        }),
        ("person.own_manager", |p| p.manager = Some(p.id)),
        ("person.skill", |p| p.skills = vec![Skill { name: "Rust".into(), level: 6 }]),
        ("text.line_too_long", |p| p.role = "x".repeat(301)),
    ];
    for (rule, change) in cases {
        let mut person = maya();
        assert_eq!(person.check(), Ok(()));
        change(&mut person);
        assert_eq!(person.check().expect_err(rule).rule, rule);
    }
}

#[test]
fn months_with_us_count_whole_months_and_stop_when_somebody_leaves() {
    let mut person = maya();
    assert_eq!(person.months_with_us(day("2026-11-22")), None);
    person.started_on = Some(day("2024-01-31"));
    for (on, months) in
        [("2024-01-31", 0), ("2024-02-28", 0), ("2024-02-29", 1), ("2025-01-30", 11), ("2025-01-31", 12)]
    {
        assert_eq!(person.months_with_us(day(on)), Some(months), "{on}");
    }
    assert_eq!(person.months_with_us(day("2023-12-01")), None, "not yet started");
    person.left_on = Some(day("2024-03-31"));
    assert_eq!(person.months_with_us(day("2026-11-22")), Some(2));
    assert!(person.has_left_by(day("2024-04-01")) && !person.has_left_by(day("2024-03-31")));
}

#[test]
fn c6_who_is_at_the_beginning_is_told_by_level_and_employment() {
    let person = Person::named(PersonId::make(), "Ana", Relation::DirectReport);
    for (level, employment, junior) in [
        ("", Employment::Employee, false),
        ("E4", Employment::Employee, false),
        ("Junior Engineer", Employment::Employee, true),
        ("Entry-level", Employment::Employee, true),
        ("Internal audit", Employment::Employee, false),
        ("E1", Employment::Intern, true),
    ] {
        let person = Person { level: level.into(), employment, ..person.clone() };
        assert_eq!(person.is_junior(), junior, "{level:?} {employment:?}");
    }
}
