//! Who a row is about: somebody the vault knows, or somebody new.

use std::collections::{HashMap, HashSet};

use domain::{person::Person, spelling::fold};

use super::{
    Field, Reject,
    draft::{Draft, DraftReader},
    fold_email,
};

/// Who a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// The person at this place among those the vault knows.
    Known(usize),
    /// Somebody new.
    New,
}

/// Decides for every draft, or says why it cannot be decided.
///
/// The e-mail address decides; a name decides only where one row and one known person share it.
pub(super) fn match_people(
    drafts: &[Draft],
    known: &[&Person],
    reader: &DraftReader<'_>,
) -> Vec<Result<Whom, Reject>> {
    let reject =
        |draft: &Draft, column: &str, sentence: String| Err(Reject::row(draft.row, column, sentence));
    let names: Vec<String> =
        drafts.iter().map(|draft| draft.name.as_deref().map(fold).unwrap_or_default()).collect();
    let emails: Vec<Option<String>> =
        drafts.iter().map(|draft| draft.email.as_deref().map(fold_email)).collect();
    let mut found: Vec<Option<Result<Whom, Reject>>> = repeats(drafts, &names, &emails, reader);

    let by_email = group(known, |person| fold_email(&person.email));
    let mut taken = HashSet::new();
    for (draft, (email, found)) in drafts.iter().zip(emails.iter().zip(&mut found)) {
        let Some(email) = email.as_ref().filter(|_| found.is_none()) else { continue };
        match by_email.get(email).map(Vec::as_slice) {
            None | Some([]) => {}
            Some([place]) => {
                taken.insert(*place);
                *found = Some(Ok(Whom::Known(*place)));
            }
            Some(_) => {
                let sentence = "Several people in your roster have this e-mail address. Change it for all but one of them first.";
                *found = Some(reject(draft, reader.column(Field::Email), sentence.to_owned()));
            }
        }
    }

    let by_name = group(known, |person| fold(&person.name));
    let mut sharing: HashMap<&str, usize> = HashMap::new();
    for (name, _) in names.iter().zip(&found).filter(|(_, found)| found.is_none()) {
        *sharing.entry(name).or_default() += 1;
    }
    let decide = |draft: &Draft, name: &String| {
        if name.is_empty() {
            return reject(draft, reader.name_column(), "This row has no name.".to_owned());
        }
        let places = by_name.get(name).map(Vec::as_slice).unwrap_or_default();
        let mut free = places.iter().filter(|place| !taken.contains(*place));
        match (free.next(), free.next(), sharing.get(name.as_str())) {
            (None, ..) => Ok(Whom::New),
            (Some(place), None, Some(1)) => Ok(Whom::Known(*place)),
            _ => {
                let sentence = "Several people have this name, so it is not clear who is meant. Add an e-mail address here and to the person in your roster.";
                reject(draft, reader.name_column(), sentence.to_owned())
            }
        }
    };
    let rows = drafts.iter().zip(&names).zip(found);
    rows.map(|((draft, name), found)| found.unwrap_or_else(|| decide(draft, name))).collect()
}

/// The rows that repeat an earlier one: the same e-mail address, or the same name and no address to tell them apart.
fn repeats(
    drafts: &[Draft],
    names: &[String],
    emails: &[Option<String>],
    reader: &DraftReader<'_>,
) -> Vec<Option<Result<Whom, Reject>>> {
    let mut first_with_email: HashMap<&str, u32> = HashMap::new();
    let mut first_with_name: HashMap<&str, u32> = HashMap::new();
    let with_both =
        names.iter().zip(emails).filter(|(_, email)| email.is_some()).map(|(name, _)| name.as_str());
    let told_apart: HashSet<&str> = with_both.collect();
    drafts
        .iter()
        .zip(names)
        .zip(emails)
        .map(|((draft, name), email)| {
            let same = |column: &str, what: &str, row: u32| {
                let sentence = format!("Row {row} has the same {what}. Keep one of the two, or add an e-mail address to tell them apart.");
                Some(Err(Reject::row(draft.row, column, sentence)))
            };
            match email {
                Some(email) => {
                    if let Some(row) = first_with_email.get(email.as_str()) {
                        return same(reader.column(Field::Email), "e-mail address", *row);
                    }
                    first_with_email.insert(email, draft.row);
                }
                None if name.is_empty() => {}
                None => {
                    if let Some(row) = first_with_name.get(name.as_str()) {
                        return same(reader.name_column(), "name", *row);
                    }
                    if told_apart.contains(name.as_str()) {
                        let sentence = "Another row has the same name and an e-mail address. Add an e-mail address here too, to tell them apart.";
                        return Some(Err(Reject::row(draft.row, reader.name_column(), sentence)));
                    }
                    first_with_name.insert(name, draft.row);
                }
            }
            None
        })
        .collect()
}

fn group(known: &[&Person], key: impl Fn(&Person) -> String) -> HashMap<String, Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, person) in known.iter().enumerate() {
        let key = key(person);
        if !key.is_empty() {
            groups.entry(key).or_default().push(place);
        }
    }
    groups
}
