//! Who reports to whom, and what that makes people to the owner.

use std::collections::HashMap;

use domain::{PersonId, person::Relation};

use domain::spelling::fold;

use super::fold_email;

/// The longest line of managers above anybody. Longer ones do not exist; the bound keeps the walk short.
const LONGEST_LINE: usize = 1000;

/// Finds people by what a manager cell may say of them.
#[derive(Default)]
pub(super) struct Directory {
    by_email: HashMap<String, Found>,
    by_name: HashMap<String, Found>,
}

#[derive(Clone, Copy)]
enum Found {
    One(PersonId),
    Several,
}

/// Why a manager cell names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoManager {
    /// Nobody is called that.
    Unknown,
    /// Several people are.
    Several,
    /// It is the person themselves.
    Themselves,
    /// That person reports, over others, to this one.
    Circle,
}

impl NoManager {
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::Unknown => {
                "Nobody in the table or in your roster has this name or address. The row is taken and its manager stays as it was."
            }
            Self::Several => {
                "Several people have this name. The row is taken and its manager stays as it was; write an e-mail address instead."
            }
            Self::Themselves => {
                "Nobody can be their own manager. The row is taken and its manager stays as it was."
            }
            Self::Circle => {
                "This person would report, over others, to themselves. The row is taken and its manager stays as it was."
            }
        }
    }
}

impl Directory {
    /// Adds somebody under their name and address.
    pub(super) fn add(&mut self, id: PersonId, name: &str, email: &str) {
        for (key, entries) in [(fold(name), &mut self.by_name), (fold_email(email), &mut self.by_email)] {
            if !key.is_empty() {
                let found = entries.entry(key).or_insert(Found::One(id));
                if !matches!(found, Found::One(known) if *known == id) {
                    *found = Found::Several;
                }
            }
        }
    }

    /// Who a manager cell means: an e-mail address, a name, or a name written last name first (`Kaya, Deniz`).
    pub(super) fn find(&self, cell: &str) -> Result<PersonId, NoManager> {
        let turned = cell.split_once(',').map(|(last, first)| fold(&format!("{first} {last}")));
        let found = self
            .by_email
            .get(&fold_email(cell))
            .or_else(|| self.by_name.get(&fold(cell)))
            .or_else(|| self.by_name.get(&turned?));
        match found {
            None => Err(NoManager::Unknown),
            Some(Found::Several) => Err(NoManager::Several),
            Some(Found::One(id)) => Ok(*id),
        }
    }
}

/// Everybody's manager, as it would be after the import.
pub(super) type Lines = HashMap<PersonId, Option<PersonId>>;

/// Whether somebody reports, directly or over others, to themselves.
pub(super) fn reports_to_self(lines: &Lines, person: PersonId) -> bool {
    let mut above = lines.get(&person).copied().flatten();
    for _ in 0..LONGEST_LINE {
        match above {
            None => return false,
            Some(manager) if manager == person => return true,
            Some(manager) => above = lines.get(&manager).copied().flatten(),
        }
    }
    false
}

/// What the lines of managers make of somebody to the owner.
pub(super) fn relation_by_line(lines: &Lines, person: PersonId, owner: PersonId) -> Relation {
    let manager_of = |id: PersonId| lines.get(&id).copied().flatten();
    let manager = manager_of(person);
    let owners_manager = manager_of(owner);
    if manager == Some(owner) {
        Relation::DirectReport
    } else if owners_manager == Some(person) {
        Relation::MyManager
    } else if manager.is_some() && manager.and_then(manager_of) == Some(owner) {
        Relation::SkipLevel
    } else if manager.is_some() && manager == owners_manager {
        Relation::Peer
    } else {
        Relation::Other
    }
}
