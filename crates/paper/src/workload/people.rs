//! Whom a cell means among the people of a plan.

use std::collections::HashMap;

use domain::{StaffRowId, headcount::StaffRow, spelling::fold};

/// Finds people by what a cell says of them. Names identify nobody: one that two people have names neither.
pub(super) struct Directory(HashMap<String, Found>);

#[derive(Clone, Copy)]
enum Found {
    One(StaffRowId),
    Several,
}

/// Why a cell names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nobody {
    /// Nobody of the plan is called that.
    Unknown,
    /// Several people are.
    Several,
}

impl Nobody {
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::Unknown => {
                "Nobody in the plan has this name. The hours are taken without a name; add the person to the plan first, or write the name as it stands there."
            }
            Self::Several => {
                "Several people in the plan have this name. The hours are taken without a name; write the number that the plan shows, as in Person 7."
            }
        }
    }
}

impl Directory {
    /// The people of a plan, by name and by number.
    pub(super) fn of(people: &[StaffRow]) -> Self {
        let mut found = HashMap::with_capacity(people.len() * 2);
        for person in people {
            for key in [fold(&person.name), format!("person {}", person.number)] {
                if !key.is_empty() {
                    let entry = found.entry(key).or_insert(Found::One(person.id));
                    if !matches!(entry, Found::One(known) if *known == person.id) {
                        *entry = Found::Several;
                    }
                }
            }
        }
        Self(found)
    }

    /// Whom a cell means: a full name, a name written last name first (`Kaya, Deniz`), or a number (`Person 7`).
    pub(super) fn find(&self, cell: &str) -> Result<StaffRowId, Nobody> {
        let turned = || {
            let (last, first) = cell.split_once(',')?;
            self.0.get(&fold(&format!("{first} {last}")))
        };
        match self.0.get(&fold(cell)).or_else(turned) {
            None => Err(Nobody::Unknown),
            Some(Found::Several) => Err(Nobody::Several),
            Some(Found::One(id)) => Ok(*id),
        }
    }
}
