//! Moving a 1:1 along: held, closed, moved, cancelled.

use chrono::TimeDelta;
use domain::action::Action;
use domain::attachment::Attachment;
use domain::one_on_one::{
    AgendaItem, Margin, Meeting, MeetingKind, MeetingState, Prep, Remark, Section, Side, check_agenda,
};
use domain::{MeetingId, Refusal};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun::action::{self, ActionFilter};
use store::noun::{agenda, meeting, prep, remark};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::WallTime;
use crate::workplace::Workplace;

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
    /// Who asked for the move or cancellation.
    pub by: Option<Side>,
}

impl OpenCall for SetState {
    /// The 1:1; when it was moved, the new one.
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        let place = Workplace::read(desk)?;
        let done = desk.deed(Self::NAME, |deed| {
            let mut of: Meeting = need(deed.read(), self.id)?;
            let reason = self.reason.unwrap_or_default();
            of.state.check_move(self.state, &reason)?;
            let planned_end =
                place.zone_of(&of.zone).instant(of.starts) + TimeDelta::minutes(of.minutes.into());
            match (of.state, self.state) {
                (_, MeetingState::InProgress) => {
                    of.began_at = of.began_at.or(Some(now));
                    of.ended_at = None;
                }
                (MeetingState::InProgress, MeetingState::Held) => of.ended_at = Some(now),
                // Nobody started the clock: the planned end stands in, unless that still lies ahead.
                (_, MeetingState::Held) => of.ended_at = of.ended_at.or(Some(planned_end.min(now))),
                (_, MeetingState::Planned) => of.began_at = None,
                (_, MeetingState::NotesSent) => of.notes_sent_at = Some(now),
                (_, MeetingState::Closed) if of.kind == MeetingKind::Initial => {
                    check_agenda(&agenda::of(deed.read(), of.id)?)?;
                }
                _ => {}
            }
            of.reason = reason;
            of.moved_by = self.by.or(of.moved_by);
            of.state = self.state;
            if of.state == MeetingState::Planned {
                of.state = ahead(prep::of(deed.read(), of.id)?.as_ref());
            }
            of.check()?;
            if self.state == MeetingState::Moved {
                let starts = self.starts.ok_or_else(|| {
                    Refusal::new("one_on_one.moved_where", "A moved 1:1 needs its new time.")
                        .next("Say when it takes place.")
                })?;
                return move_to(deed, &of, starts.0);
            }
            deed.put(&of)?;
            Ok(of.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// The state of a meeting that lies ahead: what was prepared stays prepared, also at another time.
fn ahead(prep: Option<&Prep>) -> MeetingState {
    if prep.is_some_and(Prep::is_complete) { MeetingState::Prepped } else { MeetingState::Planned }
}

/// The new meeting takes everything along that was written for the old one, so that nothing is left behind; what stays
/// is the moved meeting without a document.
///
/// # Errors
/// What writing can fail with.
pub(crate) fn move_to(
    deed: &mut Deed<'_>,
    old: &Meeting,
    starts: chrono::NaiveDateTime,
) -> Result<MeetingId, StoreFault> {
    let prepared = prep::of(deed.read(), old.id)?;
    let new = Meeting {
        id: MeetingId::make(),
        starts,
        state: ahead(prepared.as_ref()),
        reason: String::new(),
        moved_from: Some(old.id),
        moved_by: None,
        ..old.clone()
    };
    deed.put(old)?;
    deed.put(&new)?;
    for written in meeting::sections(deed.read(), old.id)? {
        deed.put(&Section { meeting: new.id, ..written.value })?;
    }
    let beside =
        meeting::margin(deed.read(), old.id)?.into_iter().chain(meeting::annotations(deed.read(), old.id)?);
    for written in beside.collect::<Vec<_>>() {
        deed.put(&Margin { meeting: new.id, ..written.value })?;
    }
    for item in agenda::of(deed.read(), old.id)? {
        deed.put(&AgendaItem { meeting: new.id, ..item })?;
    }
    for remark in remark::of(deed.read(), old.id)? {
        deed.put(&Remark { meeting: new.id, ..remark })?;
    }
    if let Some(prep) = prepared {
        deed.put(&Prep { meeting: new.id, ..prep })?;
    }
    let about = ActionFilter { about: Some(old.person), ..ActionFilter::default() };
    for line in action::lines(deed.read(), &about)? {
        if line.action.meeting == Some(old.id) {
            deed.put(&Action { meeting: Some(new.id), ..line.action })?;
        }
    }
    for file in store::attachment::of(deed.read(), old.id.record())? {
        deed.put(&Attachment { record: new.id.record(), ..file })?;
    }
    Ok(new.id)
}
