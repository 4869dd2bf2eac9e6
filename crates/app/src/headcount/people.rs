//! The people of a plan out of the roster.

use std::collections::HashMap;

use domain::career::WishKind;
use domain::headcount::{Entry, Month, PlanEntry, StaffKind, StaffRow};
use domain::person::{Employment, Person, Relation};
use domain::{PersonId, PlanEntryId, PlanId, StaffRowId};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::noun::{self, Reading, career};

use super::entry::next_number;
use super::whole::{Whole, check_open};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;

/// Takes people of the roster into a plan, and what the roster says now of those who stand in it: role, level, site, skills,
/// manager, first day. What the plan says of its own (numbers, leaving, part time) stays. Somebody is named only where
/// they allowed the plan to read their next role.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct TakePeople {
    /// Into which plan.
    pub plan: PlanId,
    /// Who; the owner, those who report to them and theirs in turn, when absent.
    pub people: Option<Vec<PersonId>>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TakenPeople {
    /// New in the plan.
    pub added: u32,
    /// Of whom the roster says something else now.
    pub changed: u32,
    /// As they were.
    pub unchanged: u32,
    /// The deed, to undo it by; null when nothing was different.
    pub deed: Option<u64>,
}

impl OpenCall for TakePeople {
    type Reply = TakenPeople;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let whole = Whole::read(deed.read(), self.plan)?;
            check_open(&whole.plan)?;
            let people = chosen(deed.read(), self.people.as_deref(), today)?;
            let mut number = next_number(&whole);
            // Rows first, so that managers can be found among them.
            let rows: HashMap<PersonId, (PlanEntryId, StaffRow)> = people
                .iter()
                .map(|person| {
                    let (id, row) = known(&whole, person.id).unwrap_or_else(|| {
                        let row = new_row(person, number, whole.plan.starts);
                        number += 1;
                        (PlanEntryId::make(), row)
                    });
                    (person.id, (id, row))
                })
                .collect();
            let row_of = |person: PersonId| {
                let row = rows.get(&person).map(|(_, row)| row.id);
                row.or_else(|| known(&whole, person).map(|(_, row)| row.id))
            };
            let mut taken = TakenPeople::default();
            for person in &people {
                let Some((id, before)) = rows.get(&person.id) else { continue };
                let next_role = allowed_role(deed.read(), person.id)?;
                let row = StaffRow {
                    role: role_of(person),
                    level: person.level.clone(),
                    site: person.site.clone(),
                    skills: person.skills.clone(),
                    kind: kind_of(person.employment),
                    manager: person.manager.and_then(row_of).filter(|manager| *manager != before.id),
                    starts: person.started_on.map_or(before.starts, Month::of),
                    name: person.name.clone(),
                    may_be_named: next_role.is_some(),
                    next_role,
                    ..before.clone()
                };
                row.check()?;
                *match known(&whole, person.id) {
                    None => &mut taken.added,
                    Some((_, before)) if before == row => &mut taken.unchanged,
                    Some(_) => &mut taken.changed,
                } += 1;
                deed.put(&PlanEntry { id: *id, plan: whole.plan.id, entry: Entry::Staff(row) })?;
            }
            Whole::read(deed.read(), self.plan)?.inputs()?;
            Ok(taken)
        })?;
        Ok(TakenPeople { deed: done.deed, ..done.value })
    }
}

fn known(whole: &Whole, person: PersonId) -> Option<(PlanEntryId, StaffRow)> {
    whole.entries.iter().find_map(|entry| match &entry.entry {
        Entry::Staff(row) if row.person == Some(person) => Some((entry.id, row.clone())),
        _ => None,
    })
}

/// Those who were named, or everybody whose work the owner answers for; nobody who has left.
fn chosen(
    read: &Reading,
    named: Option<&[PersonId]>,
    today: chrono::NaiveDate,
) -> Result<Vec<Person>, StoreFault> {
    let mut people = Vec::new();
    noun::each(read, |person: Person| {
        let is_chosen = match named {
            Some(named) => named.contains(&person.id),
            None => matches!(person.relation, Relation::Me | Relation::DirectReport | Relation::SkipLevel),
        };
        if is_chosen && person.left_on.is_none_or(|left| left > today) {
            people.push(person);
        }
        Ok(())
    })?;
    people.sort_by(|one, other| one.name.cmp(&other.name).then(one.id.cmp(&other.id)));
    Ok(people)
}

fn new_row(person: &Person, number: u32, starts: Month) -> StaffRow {
    let row =
        StaffRow::new(StaffRowId::make(), number, &person.name, &role_of(person), &person.level, starts);
    StaffRow { person: Some(person.id), ..row }
}

/// What forecasts count by: the role, else the level, else that it is not said.
fn role_of(person: &Person) -> String {
    let said = [&person.role, &person.level].into_iter().find(|line| !line.trim().is_empty());
    said.cloned().unwrap_or_else(|| "No role yet".to_owned())
}

fn kind_of(employment: Employment) -> StaffKind {
    match employment {
        Employment::Employee => StaffKind::Employee,
        Employment::Contractor => StaffKind::Contractor,
        Employment::Intern => StaffKind::Intern,
    }
}

/// The next role somebody allowed the plan to read: the newest that they spoke of.
fn allowed_role(read: &Reading, person: PersonId) -> Result<Option<String>, StoreFault> {
    let wishes = career::wishes(read, person)?;
    let newest = wishes
        .into_iter()
        .filter(|wish| wish.kind == WishKind::NextRole)
        .max_by_key(|wish| (wish.on, wish.id));
    Ok(newest
        .filter(|wish| wish.may_plan && !wish.unknown)
        .map(|wish| crate::words::first_line(&wish.text).to_owned()))
}
