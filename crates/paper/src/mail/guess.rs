//! Whom a message is about, from the roster: who is named in it, who it was sent to, who sent it.
//!
//! A guess says how sure it is and why. Where more than one person would fit, nobody is guessed.

use std::collections::HashSet;

use domain::PersonId;
use domain::spelling::fold;

use super::{Mailbox, Message, own_words};

/// How much of a text is looked through for names, in bytes.
const LOOKED_THROUGH: usize = 20_000;

/// Somebody of the roster, as messages call them.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// Who.
    pub id: PersonId,
    /// Their whole name, and the one with what they are called between quotation marks, folded.
    names: Vec<String>,
    /// Their first name and what they are called, folded.
    firsts: Vec<String>,
    address: String,
    /// Whether a folder about them is likelier than about others: they report to the owner.
    is_report: bool,
    is_owner: bool,
}

impl Somebody {
    /// Somebody of the roster.
    pub fn new(person: &domain::person::Person) -> Self {
        use domain::person::Relation;
        let bare = person.name.replace(['\u{201c}', '\u{201d}', '\u{201e}'], "\"");
        let mut parts = bare.split('"');
        let (before, called, after) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let family =
            if called.is_empty() { before.split_once(' ').map_or("", |(_, rest)| rest) } else { after };
        let first = fold(before.split(' ').next().unwrap_or_default());
        let mut names = vec![fold(&bare), fold(&format!("{before} {after}"))];
        let mut firsts = vec![first];
        if !called.is_empty() {
            names.push(fold(&format!("{called} {family}")));
            firsts.push(fold(called));
        }
        names.retain(|name| name.contains(' '));
        names.dedup();
        firsts.retain(|name| name.chars().count() > 1);
        Self {
            id: person.id,
            names,
            firsts,
            address: person.email.trim().to_lowercase(),
            is_report: person.relation == Relation::DirectReport,
            is_owner: person.relation == Relation::Me,
        }
    }

    fn has(&self, mailbox: &Mailbox) -> bool {
        !self.address.is_empty() && mailbox.address.trim().to_lowercase() == self.address
    }

    fn is_called(&self, mailbox: &Mailbox) -> bool {
        // Some programs write the family name first.
        let turned = mailbox.name.split_once(',').map(|(family, first)| fold(&format!("{first} {family}")));
        let name = fold(&mailbox.name);
        self.names.iter().any(|known| *known == name || turned.as_ref() == Some(known))
    }

    fn is_named_in(&self, text: &str) -> bool {
        self.names.iter().any(|name| stands_in(text, name))
    }
}

/// How sure a guess is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// A whole name, or the address of somebody who reports to the owner.
    Certain,
    /// Only a first name or an address, or one of several that fits best.
    Likely,
    /// Nobody was guessed.
    No,
}

impl Sure {
    /// An address alone says who, and not that it is about them: of somebody who reports to the owner that is likely
    /// enough to be certain, of anybody else it is not.
    fn of(found: &[&Somebody]) -> Self {
        if found.iter().all(|person| person.is_report) { Self::Certain } else { Self::Likely }
    }
}

/// Whom a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Who.
    pub person: Option<PersonId>,
    /// How sure that is.
    pub sure: Sure,
    /// Why, in one sentence that names nobody.
    pub because: &'static str,
}

/// Whom a message is about.
pub fn guess_person(message: &Message, people: &[Somebody]) -> Guess {
    let owned = own_words(&message.text);
    let mut end = owned.len().min(LOOKED_THROUGH);
    while !owned.is_char_boundary(end) {
        end -= 1;
    }
    let text = format!(" {} {} ", fold(&message.subject), fold(&owned[..end]));
    let sender = &message.from;
    let others: Vec<&Somebody> = people.iter().filter(|person| !person.is_owner).collect();
    let is_sender = |person: &Somebody| person.has(sender) || person.is_called(sender);
    let not_sender = || others.iter().copied().filter(|person| !is_sender(person));

    let named: Vec<&Somebody> = not_sender().filter(|person| person.is_named_in(&text)).collect();
    if let Some(guess) = one_of(&named, Sure::Certain, "The whole name stands in it.") {
        return guess;
    }
    let told: Vec<&Somebody> =
        not_sender().filter(|person| message.to.iter().any(|mailbox| person.has(mailbox))).collect();
    let words: HashSet<&str> = text.split(' ').collect();
    let first: Vec<&Somebody> = not_sender()
        .filter(|person| person.firsts.iter().any(|first| words.contains(first.as_str())))
        .collect();
    // Whoever is told and named is meant, although others are told as well.
    let both: Vec<&Somebody> =
        first.iter().copied().filter(|person| told.iter().any(|one| one.id == person.id)).collect();
    if let [one] = both[..] {
        return Guess {
            person: Some(one.id),
            sure: Sure::Certain,
            because: "It names them and was sent to them as well.",
        };
    }
    if let Some(guess) = one_of(&first, Sure::Likely, "The first name stands in it.") {
        return guess;
    }
    if let Some(guess) = one_of(&told, Sure::of(&told), "It was sent to them as well.") {
        return guess;
    }
    let by_address: Vec<&Somebody> = others.iter().copied().filter(|person| person.has(sender)).collect();
    if let Some(guess) = one_of(&by_address, Sure::of(&by_address), "They sent it.") {
        return guess;
    }
    let by_name: Vec<&Somebody> = others
        .iter()
        .copied()
        .filter(|person| {
            person.is_called(sender) || message.to.iter().any(|mailbox| person.is_called(mailbox))
        })
        .collect();
    one_of(&by_name, Sure::Likely, "Somebody of that name sent it or was sent it.").unwrap_or(Guess {
        person: None,
        sure: Sure::No,
        because: "None of your people is named in it, sent it or was sent it.",
    })
}

/// The one of them, or the only one who reports to the owner; nobody when several fit. None when there are none.
fn one_of(found: &[&Somebody], sure: Sure, because: &'static str) -> Option<Guess> {
    match found {
        [] => None,
        [one] => Some(Guess { person: Some(one.id), sure, because }),
        several => {
            let reports: Vec<_> = several.iter().filter(|person| person.is_report).collect();
            Some(match reports[..] {
                [one] => Guess {
                    person: Some(one.id),
                    sure: Sure::Likely,
                    because: "Several of your people fit; one of them reports to you.",
                },
                _ => Guess { person: None, sure: Sure::No, because: "Several of your people fit." },
            })
        }
    }
}

/// Whether the words stand in a folded text, as whole words.
fn stands_in(text: &str, words: &str) -> bool {
    text.match_indices(words)
        .any(|(at, _)| text[..at].ends_with(' ') && text[at + words.len()..].starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::person::{Person, Relation};

    fn person(name: &str, address: &str, relation: Relation) -> Person {
        Person { email: address.into(), ..Person::named(PersonId::make(), name, relation) }
    }

    fn mailbox(name: &str, address: &str) -> Mailbox {
        Mailbox { name: name.into(), address: address.into() }
    }

    #[test]
    fn a_message_is_about_whom_it_names_else_whom_it_went_to_else_who_sent_it() {
        let roster = [
            person("Rosa Lindqvist", "rosa@example.org", Relation::Me),
            person("Deniz Kayalı", "deniz@example.org", Relation::DirectReport),
            person("Juniper \"June\" Haddadin", "june@example.org", Relation::DirectReport),
            person("Ana Quill", "ana@example.org", Relation::Peer),
            person("Ana Featherstone", "", Relation::DirectReport),
        ];
        let people: Vec<Somebody> = roster.iter().map(Somebody::new).collect();
        let rosa = mailbox("Rosa", "rosa@example.org");
        let ana = mailbox("Ana Quill", "ANA@example.org");
        let stranger = mailbox("Zed", "zed@example.com");
        let turned = mailbox("Kayalı, Deniz", "d@example.com");
        type Case<'a> = (&'a str, &'a Mailbox, Vec<Mailbox>, &'a str, Option<usize>, Sure);
        let cases: Vec<Case<'_>> = vec![
            ("whole name", &ana, vec![rosa.clone()], "Deniz Kayali led the drill.", Some(1), Sure::Certain),
            ("what they are called", &ana, vec![], "june haddadin was calm", Some(2), Sure::Certain),
            ("first name", &ana, vec![], "Thanks to Deniz!", Some(1), Sure::Likely),
            ("not within a word", &stranger, vec![], "Denizens of the juneberry", None, Sure::No),
            ("two names", &ana, vec![], "Deniz Kayalı and June Haddadin", None, Sure::No),
            ("one of them reports", &stranger, vec![], "thanks, Ana", Some(4), Sure::Likely),
            (
                "sent to",
                &stranger,
                vec![rosa.clone(), mailbox("", "deniz@example.org")],
                "Thanks",
                Some(1),
                Sure::Certain,
            ),
            ("sent by", &ana, vec![rosa.clone()], "The plan is done.", Some(3), Sure::Likely),
            ("the owner is nobody", &rosa, vec![], "Rosa Lindqvist", None, Sure::No),
            ("called so", &turned, vec![], "done", Some(1), Sure::Likely),
            ("only quoted", &stranger, vec![], "Fine.\n> Deniz Kayalı wrote", None, Sure::No),
            (
                "named and told",
                &stranger,
                vec![mailbox("", "deniz@example.org"), mailbox("", "june@example.org")],
                "June did well",
                Some(2),
                Sure::Certain,
            ),
        ];
        for (name, from, to, text, expected, sure) in cases {
            let message = Message { from: from.clone(), to, text: text.into(), ..Message::default() };
            let guess = guess_person(&message, &people);
            assert_eq!((guess.person, guess.sure), (expected.map(|at| roster[at].id), sure), "{name}");
        }
    }
}
