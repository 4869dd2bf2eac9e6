//! What the owner adds to a document for both to read.

use domain::one_on_one::{Meeting, MeetingState, Remark, RemarkKind, Section};
use domain::{MeetingId, Refusal, RemarkId, SectionId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};

/// Copies text that the owner chose into the document; once that is archived, appends a correction. The margin it may
/// come from stays where it is.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct AddRemark {
    /// To which 1:1's document.
    pub meeting: MeetingId,
    /// Below which section; below the whole document when absent.
    pub section: Option<SectionId>,
    /// What it says, Markdown.
    pub text: String,
}

impl OpenCall for AddRemark {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let meeting: Meeting = need(deed.read(), self.meeting)?;
            if let Some(id) = self.section {
                let section: Section = need(deed.read(), id)?;
                if section.meeting != meeting.id {
                    return Err(Refusal::new("remark.elsewhere", "That section is of another 1:1.")
                        .next("Choose a section of this one.")
                        .into());
                }
            }
            let is_closed = meeting.state == MeetingState::Closed;
            let remark = Remark {
                id: RemarkId::make(),
                meeting: meeting.id,
                section: self.section,
                kind: if is_closed { RemarkKind::Correction } else { RemarkKind::Shared },
                text: self.text,
                on: today,
            };
            remark.check()?;
            deed.put(&remark)?;
            Ok(remark.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes a remark out of a document that is not archived yet. A correction stays.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveRemark {
    /// Which remark.
    pub id: RemarkId,
}

impl OpenCall for RemoveRemark {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let remark: Remark = need(deed.read(), self.id)?;
            let meeting: Meeting = need(deed.read(), remark.meeting)?;
            super::archived::refuse(&meeting)?;
            deed.remove::<Remark>(remark.id).map(|_| ())
        })
    }
}
