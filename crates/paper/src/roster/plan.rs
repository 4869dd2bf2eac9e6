//! What taking in a table would do.

use std::collections::HashSet;

use domain::{
    PersonId,
    person::{Person, Relation},
};

use super::{
    Change, Field, Mapping, Reject, RosterPlan, Table,
    draft::{Draft, DraftReader},
    managers::{Directory, Lines, NoManager, relation_by_line, reports_to_self},
    matching::{Whom, match_people},
};
use crate::PaperFault;

/// A row that is taken: what it says, who it is about as the vault has them, and as they would be.
struct Taken {
    draft: Draft,
    before: Option<Person>,
    after: Person,
}

/// Says what taking in the table would add, change and leave out. `existing` may hold the owner or not.
///
/// - People are recognised by e-mail address, then by a name that only one of them has.
/// - An empty cell says nothing and erases nothing.
/// - Where no column gives the relation to the owner, the line of managers does, for new people and for those whose
///   manager changes: direct report, skip-level, the owner's own manager, peer under the same manager, else other.
///   What the line cannot know (partner, human resources, and anything it would turn into other) is left alone.
/// - New people of whom neither says anything are what `otherwise` says.
///
/// # Errors
/// Only when the mapping does not fit the table. What is wrong with single rows is in the plan.
pub fn plan_import(
    table: &Table,
    mapping: &Mapping,
    existing: &[Person],
    owner: &Person,
    otherwise: Relation,
    mut make_id: impl FnMut() -> PersonId,
) -> Result<RosterPlan, PaperFault> {
    let reader = DraftReader::new(table, mapping)?;
    let mut rejected = table.ragged.clone();
    let mut drafts = Vec::new();
    for row in reader.rows() {
        match reader.read(row) {
            Ok(draft) => drafts.push(draft),
            Err(reject) => rejected.push(reject),
        }
    }

    let mut known: Vec<&Person> = existing.iter().collect();
    if !known.iter().any(|person| person.id == owner.id) {
        known.push(owner);
    }
    let whom = match_people(&drafts, &known, &reader);
    let mut taken = Vec::new();
    for (draft, whom) in drafts.into_iter().zip(whom) {
        match whom.and_then(|whom| take(draft, whom, &known, owner.id, &reader, &mut make_id)) {
            Ok(row) => taken.push(row),
            Err(reject) => rejected.push(reject),
        }
    }

    let lines = settle_managers(&mut taken, &known, &reader, &mut rejected);
    let unplaced = settle_relations(&mut taken, &lines, owner.id, otherwise);

    let mut plan = RosterPlan { rejected, unplaced, ..RosterPlan::default() };
    for Taken { before, after, .. } in taken {
        match before {
            None => plan.added.push(after),
            Some(before) if before == after => plan.unchanged += 1,
            Some(before) => plan.changed.push(Change { before, after }),
        }
    }
    plan.rejected.sort_by_key(|reject| reject.row);
    Ok(plan)
}

fn take(
    draft: Draft,
    whom: Whom,
    known: &[&Person],
    owner: PersonId,
    reader: &DraftReader<'_>,
    make_id: &mut impl FnMut() -> PersonId,
) -> Result<Taken, Reject> {
    let before = match whom {
        Whom::Known(place) => known.get(place).map(|person| (*person).clone()),
        Whom::New => None,
    };
    let is_owner = before.as_ref().is_some_and(|person| person.id == owner);
    if draft.relation == Some(Relation::Me) && !is_owner {
        let sentence = "Only the owner of this vault can be \u{201c}me\u{201d}. Choose another relation.";
        return Err(Reject::row(draft.row, reader.column(Field::Relation), sentence));
    }
    let mut after = before.clone().unwrap_or_else(|| Person::named(make_id(), "", Relation::Other));
    draft.write_over(&mut after);
    if let Err(refusal) = after.check() {
        return Err(Reject::row(draft.row, reader.column_of(&refusal), refusal.sentence));
    }
    Ok(Taken { draft, before, after })
}

/// Fills in the managers and returns everybody's.
fn settle_managers(
    taken: &mut [Taken],
    known: &[&Person],
    reader: &DraftReader<'_>,
    rejected: &mut Vec<Reject>,
) -> Lines {
    let mut directory = Directory::default();
    let mut lines: Lines = known.iter().map(|person| (person.id, person.manager)).collect();
    for row in taken.iter() {
        directory.add(row.after.id, &row.after.name, &row.after.email);
        lines.insert(row.after.id, row.after.manager);
    }
    let in_table: HashSet<PersonId> = taken.iter().map(|row| row.after.id).collect();
    for person in known.iter().filter(|person| !in_table.contains(&person.id)) {
        directory.add(person.id, &person.name, &person.email);
    }

    let mut open = |row: &Taken, why: NoManager| {
        rejected.push(Reject::cell(row.draft.row, reader.column(Field::Manager), why.sentence()));
    };
    for row in taken.iter_mut() {
        let Some(cell) = &row.draft.manager else { continue };
        match directory.find(cell) {
            Ok(manager) if manager == row.after.id => open(row, NoManager::Themselves),
            Ok(manager) => {
                row.after.manager = Some(manager);
                lines.insert(row.after.id, Some(manager));
            }
            Err(why) => open(row, why),
        }
    }
    for row in taken.iter_mut() {
        let manager_before = row.before.as_ref().and_then(|before| before.manager);
        if row.after.manager != manager_before && reports_to_self(&lines, row.after.id) {
            open(row, NoManager::Circle);
            row.after.manager = manager_before;
            lines.insert(row.after.id, manager_before);
        }
    }
    lines
}

/// How many new people there are of whom nothing says what they are to the owner; they are what `otherwise` says.
fn settle_relations(taken: &mut [Taken], lines: &Lines, owner: PersonId, otherwise: Relation) -> usize {
    let mut unplaced = 0;
    for row in taken.iter_mut().filter(|row| row.after.id != owner) {
        if let Some(relation) = row.draft.relation {
            row.after.relation = relation;
            continue;
        }
        let by_line = relation_by_line(lines, row.after.id, owner);
        let keeps = row.before.as_ref().is_some_and(|before| match before.relation {
            _ if before.manager == row.after.manager => true,
            Relation::Partner | Relation::Hr => true,
            Relation::DirectReport | Relation::SkipLevel => false,
            _ => by_line == Relation::Other,
        });
        if row.before.is_none() && by_line == Relation::Other {
            unplaced += 1;
            row.after.relation = otherwise;
        } else if !keeps {
            row.after.relation = by_line;
        }
    }
    unplaced
}
