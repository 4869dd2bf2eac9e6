//! What somebody needs becomes what their manager promised.

use domain::action::{Action, ActionState};
use domain::one_on_one::{Meeting, SectionKind, needs_in};
use domain::person::{Person, Relation};
use domain::{ActionId, MeetingId, text};
use serde::{Deserialize, Serialize};
use store::noun::action::{self, ActionFilter};
use store::noun::meeting;

use super::archived;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};

/// Makes a promise of the manager's out of each line under "What do you need from me?". One that was made before, and be
/// it done or dropped by now, is not made again.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TakeNeeds {
    /// Out of which 1:1's document.
    pub id: MeetingId,
}

/// How many promises were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TakenNeeds {
    /// New ones.
    pub added: u32,
    /// The deed that made them; none when there was nothing new.
    pub deed: Option<u64>,
}

impl OpenCall for TakeNeeds {
    type Reply = TakenNeeds;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (me, today) = (desk.owner()?, desk.today());
        let mut added = 0;
        let saved = desk.save(Self::NAME, |deed| {
            let of: Meeting = need(deed.read(), self.id)?;
            archived::refuse(&of)?;
            let other: Person = need(deed.read(), of.person)?;
            let manager = if other.relation == Relation::MyManager { other.id } else { me.id };
            let about = ActionFilter { about: Some(of.person), ..ActionFilter::default() };
            let known: Vec<String> = action::lines(deed.read(), &about)?
                .into_iter()
                .filter(|line| line.action.meeting == Some(of.id))
                .map(|line| line.action.text)
                .collect();
            for written in meeting::sections(deed.read(), of.id)? {
                if written.value.kind != SectionKind::Needs {
                    continue;
                }
                for text in needs_in(&written.value.text) {
                    // A whole paragraph is no promise in one line; it stays where it is.
                    if known.contains(&text) || text::check_line("action", &text).is_err() {
                        continue;
                    }
                    deed.put(&Action {
                        id: ActionId::make(),
                        about: of.person,
                        owner: manager,
                        meeting: Some(of.id),
                        text,
                        due: None,
                        since: today,
                        state: ActionState::Open,
                        dropped_because: String::new(),
                        talk: None,
                        author: None,
                    })?;
                    added += 1;
                }
            }
            Ok(())
        })?;
        Ok(TakenNeeds { added, deed: saved.deed })
    }
}
