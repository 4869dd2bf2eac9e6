//! Removing a person with everything that is only about them.

use domain::{
    PersonId, RecordId,
    action::Action,
    career::{Exploration, Wish},
    folder::Source,
    one_on_one::Pair,
    person::Person,
    review::PeerInput,
    talk::{CheckIn, Conversation},
};

use super::super::{goal, headcount, meeting, note, pointing_at, remove_with_files, review, talk};
use crate::{fault::Result, gate::Deed};

/// Removes a person and everything that is only about them: 1:1s with their documents, notes with where they
/// came from, goals, talks, reviews with all that belongs to them, actions, and the files kept with any of these.
/// People they managed stay, without a manager, and headcount plans keep their numbers, without a name. One undo brings all of it back.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: PersonId) -> Result<()> {
    let person = id.record();
    let of = |deed: &Deed<'_>, sql: &str| -> Result<Vec<RecordId>> { pointing_at(deed.read(), sql, person) };
    // Before the 1:1s, each of which looks for the notes that were talked about in it.
    for id in of(deed, "SELECT id FROM note WHERE person = ?")? {
        note::remove(deed, id.into())?;
    }
    for id in of(deed, "SELECT id FROM one_on_one WHERE person = ?")? {
        meeting::remove(deed, id.into())?;
    }
    for id in of(deed, "SELECT id FROM goal WHERE person = ?")? {
        goal::remove(deed, id)?;
    }
    for id in of(deed, "SELECT id FROM review WHERE person = ?")? {
        review::remove(deed, id.into())?;
    }
    for id in of(deed, "SELECT id FROM action WHERE about = ?")? {
        remove_with_files::<Action>(deed, id)?;
    }
    for id in of(deed, "SELECT id FROM pair WHERE person = ?")? {
        deed.remove::<Pair>(id)?;
    }
    for id in of(deed, "SELECT id FROM wish WHERE person = ?")? {
        remove_with_files::<Wish>(deed, id)?;
    }
    for id in of(deed, "SELECT id FROM exploration WHERE person = ?")? {
        remove_with_files::<Exploration>(deed, id)?;
    }
    for id in of(deed, "SELECT id FROM talk WHERE person = ?")? {
        talk::remove(deed, id.into())?;
    }
    for id in of(deed, "SELECT id FROM conversation WHERE person = ?")? {
        remove_with_files::<Conversation>(deed, id)?;
    }
    // What they said about others stays, with the name it was written under.
    for id in of(deed, "SELECT id FROM check_in WHERE person = ?")? {
        if let Some(asked) = deed.get::<CheckIn>(id)? {
            deed.put(&CheckIn { person: None, ..asked })?;
        }
    }
    for id in of(deed, "SELECT id FROM peer_input WHERE person = ?")? {
        if let Some(asked) = deed.get::<PeerInput>(id)? {
            deed.put(&PeerInput { person: None, ..asked })?;
        }
    }
    for id in of(deed, "SELECT id FROM source WHERE person = ?")? {
        if let Some(source) = deed.get::<Source>(id)? {
            deed.put(&Source { person: None, ..source })?;
        }
    }
    headcount::forget_person(deed, id)?;
    for id in of(deed, "SELECT id FROM person WHERE manager = ?")? {
        if let Some(report) = deed.get::<Person>(id)? {
            deed.put(&Person { manager: None, ..report })?;
        }
    }
    remove_with_files::<Person>(deed, person)
}
