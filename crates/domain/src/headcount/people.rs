//! What a plan finds among its people: what rests on one of them, how levels and sites are mixed, who may leave.

use std::collections::{BTreeMap, HashMap};

use super::{Month, Promotion, StaffKind, StaffRow};
use crate::StaffRowId;

/// A skill that rests on one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinglePoint {
    /// The skill.
    pub skill: String,
    /// The lowest level from which on only one person has it, 1 to 5.
    pub from_level: u8,
    /// Who has it.
    pub holder: StaffRowId,
    /// Whether that person is likely to leave, or to lead, at some time.
    pub is_moving_on: bool,
}

/// How likely somebody has to leave for a plan to count them as gone where it has to say yes or no (a default of ours).
const GONE: f64 = 0.5;

/// What exactly one person can do in a month, by name of the skill.
///
/// A person of level 4 can do what level 3 asks for, so holders of a level are those who have it or more. For each skill
/// there is at most one finding: the lowest level with exactly one holder. Whoever is likely to have left by then
/// (confidence of a half or more) and whoever was promoted to lead by then no longer counts: a lead's hands are full.
pub fn single_points(rows: &[StaffRow], promotions: &[Promotion], at: Month) -> Vec<SinglePoint> {
    let mut promoted: HashMap<StaffRowId, Month> = HashMap::new();
    for one in promotions {
        let first = promoted.entry(one.row).or_insert(one.month);
        *first = (*first).min(one.month);
    }
    let mut held: BTreeMap<&str, Vec<(u8, &StaffRow)>> = BTreeMap::new();
    for row in rows {
        let leads = promoted.get(&row.id).is_some_and(|month| *month <= at);
        if leads || !is_there(row, at) {
            continue;
        }
        for skill in &row.skills {
            held.entry(skill.name.as_str()).or_default().push((skill.level, row));
        }
    }
    let mut found = Vec::new();
    for (skill, mut holders) in held {
        holders.sort_by_key(|(level, row)| (std::cmp::Reverse(*level), row.id));
        // A skill that stands twice in one row is held by one person.
        let mut seen = Vec::new();
        holders.retain(|(_, row)| {
            !seen.contains(&row.id) && {
                seen.push(row.id);
                true
            }
        });
        let second = holders.get(1).map_or(0, |(level, _)| *level);
        if let Some((level, row)) = holders.first()
            && *level > second
        {
            found.push(SinglePoint {
                skill: skill.to_owned(),
                from_level: second + 1,
                holder: row.id,
                is_moving_on: row.leaves_by.is_some_and(|leaving| leaving.confidence >= GONE)
                    || promoted.contains_key(&row.id),
            });
        }
    }
    found
}

/// How broad somebody's skills are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Breadth {
    /// One skill at 4 or more, and at most one other at 3 or more.
    Specialist,
    /// Three skills or more at 3 or more.
    Generalist,
    /// Neither: skills are few, or still growing.
    Between,
}

/// Whether somebody is a specialist or a generalist (a rule of ours). Three skills that carry weight make a generalist,
/// also where one of them is deep.
pub fn breadth(row: &StaffRow) -> Breadth {
    let from = |least: u8| row.skills.iter().filter(|skill| skill.level >= least).count();
    match (from(3), from(4)) {
        (3.., _) => Breadth::Generalist,
        (_, 1..) => Breadth::Specialist,
        _ => Breadth::Between,
    }
}

/// Heads by level, in the order of their names. Interns and contractors count as well.
pub fn level_mix(rows: &[StaffRow], at: Month) -> BTreeMap<&str, u32> {
    mix(rows, at, |row| &row.level)
}

/// Heads by site, in the order of their names.
pub fn site_mix(rows: &[StaffRow], at: Month) -> BTreeMap<&str, u32> {
    mix(rows, at, |row| &row.site)
}

fn mix<'a>(rows: &'a [StaffRow], at: Month, by: impl Fn(&'a StaffRow) -> &'a str) -> BTreeMap<&'a str, u32> {
    let mut heads = BTreeMap::new();
    for row in rows.iter().filter(|row| is_there(row, at)) {
        *heads.entry(by(row)).or_default() += 1;
    }
    heads
}

/// Who is likely to leave within so many months.
#[derive(Clone, Debug, PartialEq)]
pub struct Leavers {
    /// Whose leaving is expected, with the confidence, soonest first.
    pub rows: Vec<(StaffRowId, f64)>,
    /// How many heads that is: the sum of the confidences.
    pub expected_heads: f64,
}

/// Who is likely to leave from `from` on within so many months, by the plan's own knowledge; attrition is not in it.
pub fn leavers(rows: &[StaffRow], from: Month, months: u32) -> Leavers {
    let until = from.plus(i32::try_from(months).unwrap_or(i32::MAX));
    let mut found: Vec<_> = rows
        .iter()
        .filter_map(|row| row.leaves_by.map(|leaving| (leaving, row.id)))
        .filter(|(leaving, _)| leaving.month >= from && leaving.month < until)
        .collect();
    found.sort_by_key(|(leaving, row)| (leaving.month, *row));
    Leavers {
        expected_heads: found.iter().map(|(leaving, _)| leaving.confidence).sum(),
        rows: found.into_iter().map(|(leaving, row)| (row, leaving.confidence)).collect(),
    }
}

/// Managers with more direct reports than the span allows, with how many, in the order of the rows.
pub fn over_span(rows: &[StaffRow], span: f64) -> Vec<(StaffRowId, u32)> {
    let mut reports: HashMap<StaffRowId, u32> = HashMap::new();
    for manager in rows.iter().filter_map(|row| row.manager) {
        *reports.entry(manager).or_default() += 1;
    }
    let of = |row: &StaffRow| (row.id, reports.get(&row.id).copied().unwrap_or(0));
    rows.iter().map(of).filter(|(_, count)| f64::from(*count) > span).collect()
}

/// How many managers so many heads take: heads ÷ span, rounded up.
pub fn managers_needed(heads: f64, span: f64) -> f64 {
    (heads.max(0.0) / span).ceil()
}

/// Heads by kind: employees, contractors, interns.
pub fn kind_mix(rows: &[StaffRow], at: Month) -> [u32; 3] {
    let mut heads = [0; 3];
    for row in rows.iter().filter(|row| is_there(row, at)) {
        heads[match row.kind {
            StaffKind::Employee => 0,
            StaffKind::Contractor => 1,
            StaffKind::Intern => 2,
        }] += 1;
    }
    heads
}

/// Whether somebody is likely to be there in a month.
fn is_there(row: &StaffRow, at: Month) -> bool {
    let is_gone = row.leaves_by.is_some_and(|leaving| leaving.month <= at && leaving.confidence >= GONE);
    row.starts <= at && !is_gone
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::super::{Leaving, Skill};
    use super::*;

    fn row(number: u32, skills: &[(&str, u8)]) -> StaffRow {
        let mut row =
            StaffRow::new(StaffRowId::make(), number, "N", "Storage engineer", "senior", month("2024-01"));
        row.skills =
            skills.iter().map(|(name, level)| Skill { name: (*name).into(), level: *level }).collect();
        row
    }

    fn leaving(text: &str, confidence: f64) -> Option<Leaving> {
        Some(Leaving { month: month(text), confidence })
    }

    #[test]
    fn f3_f_3_a_single_point_of_failure_is_held_by_exactly_one() {
        for (levels, from_level) in [
            (&[5][..], Some(1)),
            (&[5, 2], Some(3)),
            (&[5, 5], None),
            (&[3, 4, 1], Some(4)),
            (&[1, 1, 1], None),
            (&[], None),
        ] {
            let rows: Vec<_> = levels.iter().map(|level| row(1, &[("Storage", *level)])).collect();
            let found = single_points(&rows, &[], month("2026-11"));
            assert_eq!(found.first().map(|one| one.from_level), from_level, "{levels:?}");
        }
        let twice = row(1, &[("Storage", 4), ("Storage", 2)]);
        assert_eq!(single_points(&[twice], &[], month("2026-11"))[0].from_level, 1, "one person, twice");
    }

    #[test]
    fn f3_f14_a_promotion_or_a_leaver_leaves_one_alone_with_a_skill() {
        let (stays, mut other) = (row(1, &[("Storage", 4)]), row(2, &[("Storage", 4)]));
        let at = month("2027-06");
        let mut promotion = Promotion::new(other.id, month("2027-06"));
        let both = [stays.clone(), other.clone()];
        assert_eq!(single_points(&both, &[], at), []);
        assert_eq!(single_points(&both, &[promotion.clone()], at)[0].holder, stays.id);
        promotion.month = month("2027-07");
        assert_eq!(single_points(&both, &[promotion], at), []);
        for (confidence, count) in [(0.9, 1), (0.5, 1), (0.4, 0)] {
            other.leaves_by = leaving("2027-02", confidence);
            assert_eq!(single_points(&[stays.clone(), other.clone()], &[], at).len(), count, "{confidence}");
        }
        other.leaves_by = leaving("2028-02", 0.9);
        assert!(single_points(&[other], &[], at)[0].is_moving_on);
    }

    #[test]
    fn f3_specialists_and_generalists() {
        for (levels, wanted) in [
            (&[5][..], Breadth::Specialist),
            (&[5, 3, 2, 2], Breadth::Specialist),
            (&[3, 3, 3], Breadth::Generalist),
            (&[5, 3, 3], Breadth::Generalist),
            (&[3, 3], Breadth::Between),
            (&[2, 2, 2, 2], Breadth::Between),
            (&[], Breadth::Between),
        ] {
            let skills: Vec<_> = levels.iter().map(|level| ("Storage", *level)).collect();
            assert_eq!(breadth(&row(1, &skills)), wanted, "{levels:?}");
        }
    }

    #[test]
    fn f3_leavers_within_twelve_months_are_the_sum_of_confidences() {
        let mut rows: Vec<_> = (1..=5).map(|number| row(number, &[])).collect();
        rows[0].leaves_by = leaving("2027-10", 0.5);
        rows[1].leaves_by = leaving("2026-11", 0.25);
        rows[2].leaves_by = leaving("2027-11", 1.0);
        rows[3].leaves_by = leaving("2026-10", 1.0);
        let found = leavers(&rows, month("2026-11"), 12);
        assert_eq!(found.rows, [(rows[1].id, 0.25), (rows[0].id, 0.5)]);
        assert!((found.expected_heads - 0.75).abs() < 1e-12);
    }

    #[test]
    fn f3_levels_and_sites_are_counted_where_people_are_there() {
        let mut rows: Vec<_> = (1..=4).map(|number| row(number, &[])).collect();
        rows[0].level = "junior".into();
        rows[0].kind = StaffKind::Intern;
        rows[1].starts = month("2027-01");
        rows[2].leaves_by = leaving("2026-11", 1.0);
        rows[3].site = "Oslo".into();
        let at = month("2026-11");
        assert_eq!(level_mix(&rows, at), BTreeMap::from([("junior", 1), ("senior", 1)]));
        assert_eq!(site_mix(&rows, at), BTreeMap::from([("", 1), ("Oslo", 1)]));
        assert_eq!(kind_mix(&rows, at), [1, 0, 1]);
    }

    #[test]
    fn f13_a_manager_has_a_span() {
        let mut rows: Vec<_> = (1..=10).map(|number| row(number, &[])).collect();
        let first = rows[0].id;
        for report in rows.iter_mut().skip(1) {
            report.manager = Some(first);
        }
        assert_eq!((over_span(&rows, 7.0), over_span(&rows, 9.0)), (vec![(first, 9)], vec![]));
        for (heads, managers) in [(0.0, 0.0), (1.0, 1.0), (7.0, 1.0), (7.5, 2.0), (24.0, 4.0)] {
            assert!((managers_needed(heads, 7.0) - managers).abs() < 1e-12, "{heads}");
        }
    }
}
