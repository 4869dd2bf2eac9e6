//! Hours added up to slices, and the people who would work more hours than there are.

use std::collections::{BTreeMap, HashMap};

use domain::{
    StaffRowId,
    headcount::{LoadKind, LoadSlice, Month},
};

/// Words that stand in many rows, each kept once.
#[derive(Default)]
pub(super) struct Words {
    places: HashMap<String, usize>,
    words: Vec<String>,
}

impl Words {
    /// The place of a word.
    pub(super) fn place(&mut self, word: &str) -> usize {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        let place = self.words.len();
        self.places.insert(word.to_owned(), place);
        self.words.push(word.to_owned());
        place
    }

    fn word(&self, place: usize) -> String {
        self.words.get(place).cloned().unwrap_or_default()
    }
}

/// What a row says, with its words by their places.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) team: usize,
    pub(super) person: Option<StaffRowId>,
    pub(super) month: Month,
    pub(super) kind: LoadKind,
    pub(super) level: usize,
    pub(super) belongs_here: bool,
}

/// The rows of one person in one month.
#[derive(Clone, Copy)]
pub(super) struct Share {
    /// The first of them.
    pub(super) first: u32,
    /// How many.
    pub(super) rows: u64,
    /// The month.
    pub(super) month: Month,
}

/// Hours as they are added up.
#[derive(Default)]
pub(super) struct Totals {
    hours: HashMap<Key, f64>,
    people: BTreeMap<(StaffRowId, Month), Share>,
}

impl Totals {
    /// Adds the hours of a row.
    pub(super) fn add(&mut self, row: u32, key: Key, hours: f64) {
        *self.hours.entry(key).or_default() += hours;
        if let Some(person) = key.person {
            let share = Share { first: row, rows: 0, month: key.month };
            self.people.entry((person, key.month)).or_insert(share).rows += 1;
        }
    }

    /// The slices in their order, and the shares that are more than 24 hours a day and are in none of them.
    pub(super) fn slices(self, words: &Words) -> (Vec<LoadSlice>, Vec<Share>) {
        let slice = |(key, hours): (Key, f64)| LoadSlice {
            team: words.word(key.team),
            person: key.person,
            month: key.month,
            kind: key.kind,
            level_needed: words.word(key.level),
            hours,
            belongs_here: key.belongs_here,
        };
        let mut slices: Vec<LoadSlice> = self.hours.into_iter().map(slice).collect();
        slices.sort_by(|one, other| order(one).cmp(&order(other)));
        // Added up in the order of the slices, as `check_load` does, so that both come to the same.
        let mut hours: BTreeMap<(StaffRowId, Month), f64> = BTreeMap::new();
        for slice in &slices {
            if let Some(person) = slice.person {
                *hours.entry((person, slice.month)).or_default() += slice.hours;
            }
        }
        let too_much = |person: StaffRowId, month: Month| {
            hours.get(&(person, month)).is_some_and(|hours| *hours > f64::from(month.days() * 24))
        };
        slices.retain(|slice| !slice.person.is_some_and(|person| too_much(person, slice.month)));
        let people = self.people.into_iter().filter(|((person, month), _)| too_much(*person, *month));
        (slices, people.map(|(_, share)| share).collect())
    }
}

fn order(slice: &LoadSlice) -> (&str, Option<StaffRowId>, Month, LoadKind, &str, bool) {
    (&slice.team, slice.person, slice.month, slice.kind, &slice.level_needed, slice.belongs_here)
}
