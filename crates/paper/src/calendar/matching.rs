//! Whom an event is with: by the address of a guest, else by a name.

use std::collections::HashSet;

use domain::PersonId;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Event, Said};

/// Everybody an event can be with.
pub struct Known {
    people: Vec<Somebody>,
    mine: HashSet<String>,
    my_name: String,
}

struct Somebody {
    id: PersonId,
    name: String,
    mail: String,
}

/// Whom an event is with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// With this person.
    One(PersonId),
    /// With nobody that can be told, or with too many, for this reason.
    None(Said),
}

const NOBODY: Said = Said {
    rule: "calendar.nobody",
    sentence: "None of your people is invited. Give the person this address, or choose whom it is with.",
};
const SEVERAL: Said = Said {
    rule: "calendar.several",
    sentence: "More than two people are invited; a 1:1 has two. Leave it in your calendar.",
};
const NO_ADDRESS: Said = Said {
    rule: "calendar.no_address",
    sentence: "Its guests have no addresses, and nobody of yours is named in it. Choose whom it is with.",
};

impl Known {
    /// The people of a vault and its owner, each with name and address.
    pub fn new<'a>(
        (my_name, my_mail): (&str, &str),
        people: impl IntoIterator<Item = (PersonId, &'a str, &'a str)>,
    ) -> Self {
        let people = people.into_iter().map(|(id, name, mail)| Somebody {
            id,
            name: fold(name),
            mail: mail.trim().to_lowercase(),
        });
        let mine = [my_mail.trim().to_lowercase()].into_iter().filter(|mail| !mail.is_empty()).collect();
        Self { people: people.collect(), mine, my_name: fold(my_name) }
    }

    fn by_mail(&self, mail: &str) -> Option<PersonId> {
        self.people.iter().find(|person| !mail.is_empty() && person.mail == mail).map(|person| person.id)
    }

    /// The one person whose whole name stands in the text, else the one whose first name is a word of it.
    fn by_name(&self, text: &str) -> Option<PersonId> {
        let text = fold(text);
        let words: HashSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        let whole = |person: &&Somebody| person.name.contains(' ') && text.contains(&person.name);
        let first = |person: &&Somebody| {
            person
                .name
                .split(' ')
                .next()
                .is_some_and(|first| first.chars().count() > 1 && words.contains(first))
        };
        let only = |found: Vec<&Somebody>| if let [one] = found[..] { Some(one.id) } else { None };
        let whole: Vec<_> = self.people.iter().filter(whole).collect();
        if whole.is_empty() { only(self.people.iter().filter(first).collect()) } else { only(whole) }
    }
}

/// Whom an event is with.
pub fn match_person(event: &Event, known: &Known) -> Match {
    let guests: Vec<_> = event
        .guests
        .iter()
        .filter(|guest| !known.mine.contains(&guest.mail) && fold(&guest.name) != known.my_name)
        .collect();
    // Where the owner's own address is not known, one of the guests may be the owner.
    let is_owner_told = guests.len() < event.guests.len();
    if guests.len() > if is_owner_told { 1 } else { 2 } {
        return Match::None(SEVERAL);
    }
    let mut found: Vec<PersonId> = guests.iter().filter_map(|guest| known.by_mail(&guest.mail)).collect();
    if found.is_empty() {
        found = guests
            .iter()
            .filter(|guest| guest.mail.is_empty())
            .filter_map(|guest| known.by_name(&guest.name))
            .collect();
    }
    if found.is_empty() {
        found.extend(known.by_name(&event.summary));
    }
    match found[..] {
        [one] => Match::One(one),
        [] if !guests.is_empty() && guests.iter().all(|guest| guest.mail.is_empty()) => {
            Match::None(NO_ADDRESS)
        }
        [] => Match::None(NOBODY),
        _ => Match::None(SEVERAL),
    }
}

/// Lower case, without the marks that letters wear.
fn fold(text: &str) -> String {
    let bare = text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    bare.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
