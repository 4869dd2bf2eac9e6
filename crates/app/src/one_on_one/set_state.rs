//! Moving a 1:1 along: held, closed, moved, cancelled.

use domain::one_on_one::{Margin, Meeting, MeetingState, Section, make_sections};
use domain::{MeetingId, Refusal};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun::meeting;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::WallTime;

/// Moves a 1:1 to another state.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SetState {
    /// Which 1:1.
    pub id: MeetingId,
    /// What it becomes.
    pub state: MeetingState,
    /// What outranks it; asked for when it is moved or cancelled.
    pub reason: Option<String>,
    /// When it takes place instead; asked for when it is moved.
    pub starts: Option<WallTime>,
}

impl OpenCall for SetState {
    /// The 1:1; when it was moved, the new one.
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        let done = desk.deed(Self::NAME, |deed| {
            let mut of: Meeting = need(deed.read(), self.id)?;
            let reason = self.reason.unwrap_or_default();
            of.state.check_move(self.state, &reason)?;
            match (of.state, self.state) {
                (_, MeetingState::InProgress) => {
                    of.began_at = of.began_at.or(Some(now));
                    of.ended_at = None;
                }
                (MeetingState::InProgress, MeetingState::Held) => of.ended_at = Some(now),
                (_, MeetingState::Planned) => of.began_at = None,
                _ => {}
            }
            of.reason = reason;
            of.state = self.state;
            of.check()?;
            if self.state == MeetingState::Moved {
                return move_to(deed, &of, self.starts);
            }
            deed.put(&of)?;
            Ok(of.id)
        })?;
        Ok(Made { id: done.value.record() })
    }
}

/// The new meeting takes the prepared document and the margin along, so that nothing written is left behind; what stays
/// is the moved meeting with an empty document.
fn move_to(deed: &mut Deed<'_>, old: &Meeting, starts: Option<WallTime>) -> Result<MeetingId, StoreFault> {
    let starts = starts.ok_or_else(|| {
        Refusal::new("one_on_one.moved_where", "A moved 1:1 needs its new time.")
            .next("Say when it takes place.")
    })?;
    let mut new = Meeting::planned(MeetingId::make(), old.person, starts.0, old.minutes);
    new.zone.clone_from(&old.zone);
    new.moved_from = Some(old.id);
    deed.put(old)?;
    deed.put(&new)?;
    for written in meeting::sections(deed.read(), old.id)? {
        deed.put(&Section { meeting: new.id, ..written.value })?;
    }
    for section in make_sections(old.id) {
        deed.put(&section)?;
    }
    if let Some(written) = meeting::margin(deed.read(), old.id)? {
        deed.put(&Margin { meeting: new.id, ..written.value })?;
    }
    Ok(new.id)
}
