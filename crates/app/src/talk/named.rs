//! Who of the roster is named in a message that should name nobody.

use domain::PersonId;
use domain::spelling::fold;
use domain::talk::Talk;
use serde::Serialize;
use store::noun::{Reading, person};

use crate::Fault;

/// Somebody who is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

/// Given names shorter than this are words of too many sentences to be taken for a person.
const SHORTEST: usize = 3;

/// The people who are named in what will be said.
pub(super) fn named(read: &Reading, talk: &Talk) -> Result<Vec<Named>, Fault> {
    let said = [talk.message.as_str(), &talk.example, &talk.consequence].join("\n");
    named_in(read, &said, talk.person)
}

/// The people who are named in a text, whom it is about and the owner left out. A whole name counts, and so does a given
/// name where it stands with a capital.
pub(super) fn named_in(read: &Reading, said: &str, about: PersonId) -> Result<Vec<Named>, Fault> {
    let folded = format!(" {} ", fold(said));
    let capitals: Vec<String> = said
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .map(fold)
        .collect();
    let owner = person::owner(read)?.map(|owner| owner.id);
    let names = person::names(read)?;
    let others = names.into_iter().filter(|(id, _)| *id != about && Some(*id) != owner);
    let is_named = |name: &str| {
        let whole = fold(name);
        let given = whole.split(' ').next().unwrap_or_default();
        folded.contains(&format!(" {whole} "))
            || (given.len() >= SHORTEST && capitals.iter().any(|word| word == given))
    };
    let mut found: Vec<Named> =
        others.filter(|(_, name)| is_named(name)).map(|(person, name)| Named { person, name }).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}
