use super::super::month::month;
use super::*;

fn slice(person: Option<StaffRowId>, text: &str, kind: LoadKind, level: &str, hours: f64) -> LoadSlice {
    LoadSlice {
        team: "Storage".into(),
        person,
        month: month(text),
        kind,
        level_needed: level.into(),
        hours,
        belongs_here: true,
    }
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

#[test]
fn f5_hours_are_a_number_that_a_month_can_hold() {
    let somebody = Some(StaffRowId::make());
    for (person, text, hours, rule) in [
        (somebody, "2026-11", 0.0, ""),
        (somebody, "2026-11", 720.0, ""),
        (somebody, "2026-11", 720.5, "headcount.hours_a_day"),
        (somebody, "2026-12", 744.0, ""),
        (somebody, "2027-02", 672.5, "headcount.hours_a_day"),
        (None, "2026-11", 5000.0, ""),
        (None, "2026-11", -1.0, "headcount.hours"),
        (None, "2026-11", f64::NAN, "headcount.hours"),
        (None, "2026-11", f64::INFINITY, "headcount.hours"),
    ] {
        let found = slice(person, text, LoadKind::Toil, "junior", hours).check();
        assert_eq!(found.err().map_or("", |refusal| refusal.rule), rule, "{text} {hours}");
    }
    let half = slice(somebody, "2026-11", LoadKind::Toil, "junior", 400.0);
    assert_eq!(check_load(std::slice::from_ref(&half)), Ok(()));
    let refusal = check_load(&[half.clone(), half]).expect_err("25 hours a day");
    assert_eq!(refusal.sentence, "One person would work more than 24 hours a day in 2026-11.");
}

#[test]
fn f6_f_3_the_top_fifth_of_people_is_rounded_up() {
    for (hours, top, share) in [
        (&[10.0; 5][..], 1, 0.2),
        (&[60.0, 10.0, 10.0, 10.0, 10.0], 1, 0.6),
        (&[40.0, 40.0, 5.0, 5.0, 5.0, 5.0], 2, 0.8),
        (&[10.0], 1, 1.0),
        (&[], 0, 0.0),
    ] {
        let slices: Vec<_> = hours
            .iter()
            .map(|hours| slice(Some(StaffRowId::make()), "2026-11", LoadKind::Technical, "senior", *hours))
            .chain([slice(None, "2026-11", LoadKind::Technical, "senior", 7.0)])
            .collect();
        let found = concentration(&slices);
        assert_eq!((found.people as usize, found.top), (hours.len(), top), "{hours:?}");
        assert!(near(found.share, share) && near(found.unnamed_hours, 7.0), "{hours:?}: {found:?}");
    }
}

#[test]
fn f6_f_3_twenty_seniors_and_the_work_of_twenty_juniors() {
    let slices: Vec<_> =
        (0..20).map(|_| slice(None, "2026-11", LoadKind::Interrupt, "junior", 120.0)).collect();
    let needed: Vec<_> = needed_by_level(&slices, 120.0).into_iter().collect();
    let found = level_balance(&[("senior", 20.0)], &needed);
    let shown: Vec<_> = found.iter().map(|level| (level.level.as_str(), level.surplus)).collect();
    assert_eq!(shown, [("junior", -20.0), ("senior", 20.0)]);
    assert!(near(found.iter().map(|level| level.surplus).sum(), 0.0), "the totals match");
    assert!(is_mismatched(&found, 1.0));
    let even = level_balance(&[("junior", 20.0), ("senior", 0.5)], &needed);
    assert!(!is_mismatched(&even, 1.0));
    assert!(!is_mismatched(&level_balance(&[("junior", 5.0)], &needed), 1.0), "a gap is no imbalance");
}

#[test]
fn f6_shares_by_kind_and_what_belongs_elsewhere() {
    let mut slices = vec![
        slice(None, "2026-09", LoadKind::Technical, "senior", 50.0),
        slice(None, "2026-09", LoadKind::Soft, "senior", 25.0),
        slice(None, "2026-11", LoadKind::Toil, "junior", 25.0),
    ];
    slices[2].belongs_here = false;
    let found = load_shares(&slices);
    for (kind, share) in [
        (LoadKind::Technical, 0.5),
        (LoadKind::Soft, 0.25),
        (LoadKind::Interrupt, 0.0),
        (LoadKind::Toil, 0.25),
    ] {
        assert!(near(found.of(kind), share), "{kind:?}");
    }
    assert!(near(found.elsewhere, 0.25) && near(found.hours, 100.0));
    assert_eq!(load_shares(&[]), LoadShares::default());
    let [junior, senior] = &run_load(&slices)[..] else { panic!("two roles") };
    assert_eq!((junior.hours, junior.toil_hours, junior.elsewhere_hours), (12.5, 12.5, 12.5));
    assert_eq!((senior.hours, senior.toil_hours, senior.elsewhere_hours), (37.5, 0.0, 0.0));
}

#[test]
fn months_without_work_are_named() {
    let slices = [
        slice(None, "2026-09", LoadKind::Soft, "senior", 1.0),
        slice(None, "2026-11", LoadKind::Soft, "senior", 1.0),
    ];
    for (from, to, names) in [
        ("2026-08", "2026-12", &["2026-08", "2026-10", "2026-12"][..]),
        ("2026-09", "2026-09", &[]),
        ("2026-12", "2026-01", &[]),
    ] {
        let found = months_without(&slices, month(from), month(to));
        assert_eq!(found.iter().map(Month::to_string).collect::<Vec<_>>(), names);
    }
}
