#![allow(clippy::expect_used, clippy::panic)]
//! Random records of headcount plans and of what belongs to them.

use domain::{
    PersonId, RecordId,
    headcount::{
        ArgumentPart, Assumption, AssumptionKey, Entry, LoadKind, LoadSlice, Month, Plan, PlanEntry,
        PlanPlace, PlanQuestion, PlanState, PlanText, Realistic, Requisition, StaffRow, Suits, Target,
        Verdict, WorkImport, figure_link,
    },
};

use super::{Deed, id_at, pick, text_at};
use crate::{fault::Result, noun::Noun};

/// A text with figures in it, some of which are none.
pub(crate) fn figured_at(seed: u64) -> String {
    let figure = domain::headcount::Figure { key: "gap/24/Łódź (site)".into(), value: -1.5, decimals: 1 };
    let more = match seed % 4 {
        0 => format!(" {} short", figure_link(&figure)),
        1 => " [many](figure:gap/24/all)".into(),
        2 => "[1](figure:a\u{e000}) [2](figure:b)".into(),
        _ => return text_at(seed),
    };
    format!("{}{more}{}", text_at(seed / 2), text_at(seed / 3))
}

/// Puts the record of one of these nouns at a slot, its fields drawn from a seed.
pub(super) fn put(deed: &mut Deed<'_>, noun: Noun, slot: u8, seed: u64, person: PersonId) -> Result<()> {
    let id = id_at(noun, slot);
    let day = crate::noun::day_of(20_000 + i64::try_from(seed % 5).expect("small")).expect("a day");
    let plan = id_at(Noun::Plan, pick(&[0, 1, 2], seed / 2)).into();
    match noun {
        Noun::Plan => deed.put(&random_plan(id, seed, day)),
        Noun::PlanEntry => {
            deed.put(&PlanEntry { id: id.into(), plan, entry: random_entry(seed, person, day) })
        }
        Noun::PlanText => deed.put(&PlanText {
            id: id.into(),
            plan,
            place: pick(
                &[PlanPlace::Answer(PlanQuestion::Infrastructure), PlanPlace::Argument(ArgumentPart::Gap)],
                seed,
            ),
            text: figured_at(seed),
            empty_because: pick(&["", "Nobody \u{e001}knows"], seed / 3).into(),
            owner: pick(&["", "Ruth"], seed / 5).into(),
            at: day.and_hms_opt(9, 30, 0).expect("a time").and_utc(),
        }),
        Noun::WorkImport => deed.put(&WorkImport {
            id: id.into(),
            plan,
            name: pick(&["tickets.csv", ""], seed).into(),
            on: day,
            slices: (0..seed % 4).map(|number| random_slice(seed / 3 + number, day)).collect(),
        }),
        other => panic!("{other:?} is no noun of headcount plans"),
    }
}

fn random_plan(id: RecordId, seed: u64, day: chrono::NaiveDate) -> Plan {
    let verdict = seed.is_multiple_of(2);
    Plan {
        version: u32::try_from(seed % 3).expect("small"),
        before: seed.is_multiple_of(3).then(|| id_at(Noun::Plan, 0).into()),
        baseline: seed.is_multiple_of(5).then(|| id_at(Noun::Plan, 1).into()),
        name: pick(&["", "Two titles"], seed / 2).into(),
        state: pick(&PlanState::ALL, seed),
        months: pick(&[12, 36], seed),
        known_until: seed.is_multiple_of(7).then(|| Month::of(day).plus(12)),
        review_by: day,
        suits: verdict
            .then(|| Verdict { is: pick(&[Suits::Yes, Suits::No], seed / 3), because: "So".into() }),
        realistic: verdict.then(|| Verdict { is: Realistic::NotRealistic, because: "Too fast".into() }),
        unasked_because: pick(&["", "Alone"], seed / 4).into(),
        ..Plan::begun(id.into(), "Live services", Month::of(day))
    }
}

fn random_entry(seed: u64, person: PersonId, day: chrono::NaiveDate) -> Entry {
    let month = Month::of(day);
    match seed % 4 {
        0 => Entry::Staff(StaffRow {
            person: seed.is_multiple_of(8).then_some(person),
            ..StaffRow::new(id_at(Noun::PlanEntry, 9).into(), 1, "Ada", "Storage", "senior", month)
        }),
        1 => Entry::Requisition(Requisition::new(id_at(Noun::PlanEntry, 8).into(), "Storage", month, 2)),
        2 => Entry::Target(Target { role: "Storage".into(), month, heads: 0.1 + 0.2 }),
        _ => Entry::Assumption(Assumption {
            key: AssumptionKey::Attrition,
            value: 1.0 / 3.0,
            source: pick(&["", "HR"], seed / 4).into(),
        }),
    }
}

/// A slice of work.
pub(crate) fn random_slice(seed: u64, day: chrono::NaiveDate) -> LoadSlice {
    LoadSlice {
        team: pick(&["", "Live", "Łódź"], seed).into(),
        person: seed.is_multiple_of(2).then(|| id_at(Noun::PlanEntry, pick(&[8, 9], seed / 2)).into()),
        month: Month::of(day).plus(pick(&[0, 1, -30_000], seed / 3)),
        kind: pick(&LoadKind::ALL, seed / 2),
        level_needed: pick(&["senior", "junior"], seed / 5).into(),
        hours: 1.0 / 3.0,
        belongs_here: seed.is_multiple_of(3),
    }
}
