//! The blank document on its way before a meeting.

use domain::one_on_one::Meeting;
use domain::{MeetingId, Refusal};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Says that the blank document went out now. Sent once more, the first time counts: that is how long there was to think
/// about it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SendTemplate {
    /// Of which 1:1.
    pub id: MeetingId,
}

impl OpenCall for SendTemplate {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        desk.save(Self::NAME, |deed| {
            let mut meeting: Meeting = need(deed.read(), self.id)?;
            if !meeting.state.is_ahead() {
                return Err(Refusal::new(
                    "one_on_one.template_late",
                    "A blank document goes out before the 1:1 begins.",
                )
                .next("Fill it in together, and send the notes afterwards.")
                .into());
            }
            meeting.template_sent_at = meeting.template_sent_at.or(Some(now));
            deed.put(&meeting)
        })
    }
}
