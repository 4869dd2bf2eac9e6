//! Planning a 1:1.

use domain::one_on_one::{Meeting, USUAL_MINUTES, make_sections};
use domain::person::{Person, Relation};
use domain::{MeetingId, PersonId, Refusal};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
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
    /// Planned length; half an hour when absent.
    pub minutes: Option<u32>,
}

impl OpenCall for Plan {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let minutes = self.minutes.unwrap_or(USUAL_MINUTES);
        let mut meeting = Meeting::planned(MeetingId::make(), self.person, self.starts.0, minutes);
        meeting.zone = self.zone.unwrap_or_default();
        meeting.check()?;
        desk.deed(Self::NAME, |deed| {
            let person: Person = need(deed.read(), self.person)?;
            if person.relation == Relation::Me {
                return Err(Refusal::new("one_on_one.with_yourself", "A 1:1 needs somebody else.")
                    .next("Choose another person.")
                    .into());
            }
            deed.put(&meeting)?;
            make_sections(meeting.id).iter().try_for_each(|section| deed.put(section))
        })?;
        Ok(Made { id: meeting.id.record() })
    }
}
