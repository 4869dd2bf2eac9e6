//! Planning a 1:1.

use domain::one_on_one::{AgendaItem, FIRST_MINUTES, Meeting, MeetingKind, USUAL_MINUTES};
use domain::person::{Person, Relation};
use domain::workday::Zone;
use domain::{AgendaId, MeetingId, PersonId, Refusal};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun::agenda;

use super::part::points_left;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::pair::{present, put_with_document};
use crate::reply::Made;
use crate::stamp::WallTime;

/// Plans a 1:1, with an empty document.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// With whom.
    pub person: PersonId,
    /// When it starts, on the clock of `zone`.
    pub starts: WallTime,
    /// The IANA zone it takes place in; where the owner is when absent.
    pub zone: Option<String>,
    /// Planned length; half an hour when absent, 75 minutes for a first one.
    pub minutes: Option<u32>,
    /// Which kind; a regular one when absent.
    pub kind: Option<MeetingKind>,
    /// The meeting whose open points it takes up: they come onto its agenda.
    pub follows: Option<MeetingId>,
}

impl OpenCall for Plan {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let kind = self.kind.unwrap_or_default();
        let usual = if kind == MeetingKind::Initial { FIRST_MINUTES } else { USUAL_MINUTES };
        let minutes = self.minutes.unwrap_or(usual);
        let mut meeting = Meeting::planned(MeetingId::make(), self.person, self.starts.0, minutes);
        meeting.zone = self.zone.unwrap_or_default();
        if !meeting.zone.is_empty() {
            Zone::named(&meeting.zone)?;
        }
        meeting.kind = kind;
        meeting.follows = self.follows;
        meeting.check()?;
        let template = present(desk, self.person)?.and_then(|pair| pair.template);
        let done = desk.deed(Self::NAME, |deed| {
            let person: Person = need(deed.read(), self.person)?;
            if person.relation == Relation::Me {
                return Err(Refusal::new("one_on_one.with_yourself", "A 1:1 needs somebody else.")
                    .next("Choose another person.")
                    .into());
            }
            let follows = meeting.follows;
            let id = put_with_document(deed, meeting, template)?;
            if let Some(follows) = follows {
                take_up(deed, follows, id, self.person)?;
            }
            Ok(id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Puts what a meeting left on the agenda of the one that follows it.
fn take_up(
    deed: &mut Deed<'_>,
    from: MeetingId,
    into: MeetingId,
    person: PersonId,
) -> Result<(), StoreFault> {
    let earlier: Meeting = need(deed.read(), from)?;
    if earlier.person != person {
        return Err(Refusal::new("one_on_one.follows", "A 1:1 follows one with the same person.")
            .next("Choose a 1:1 of the two.")
            .into());
    }
    let there = u32::try_from(agenda::of(deed.read(), into)?.len()).unwrap_or(u32::MAX);
    for (text, place) in points_left(deed.read(), from)?.into_iter().zip(there..) {
        let (id, topic, open_because) = (AgendaId::make(), None, String::new());
        deed.put(&AgendaItem { id, meeting: into, place, topic, text, done: false, open_because })?;
    }
    Ok(())
}
