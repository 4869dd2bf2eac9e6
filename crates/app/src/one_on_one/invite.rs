//! Inviting somebody to the first 1:1.

use domain::one_on_one::{Meeting, MeetingKind, USUAL_MINUTES, invitation};
use domain::person::Person;
use domain::{MeetingId, Refusal};
use paper::leaving;
use serde::Deserialize;
use store::noun::meeting;

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::leaving::{MailText, compose};
use crate::pair::present;

/// Prepares the invitation to a 1:1 as a message; to a first one it says that later ones are shorter. Nothing is sent.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// To which 1:1.
    pub id: MeetingId,
    /// Whether the owner's mail program is to open with it, where a window can do that.
    pub open: Option<bool>,
}

impl OpenCall for Invite {
    type Reply = MailText;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let of: Meeting = need(desk.read(), self.id)?;
        if of.kind != MeetingKind::Initial {
            return Err(Refusal::new("first.invitation", "Only a first 1:1 has an invitation of its own.")
                .next("For a later one, a line in your calendar is enough.")
                .into());
        }
        let person: Person = need(desk.read(), of.person)?;
        let owner = desk.owner()?;
        let later = present(desk, of.person)?.map_or(USUAL_MINUTES, |pair| pair.minutes);
        // The blank document goes along: the headings, each with what it is for.
        let parts: Vec<String> = meeting::sections(desk.read(), of.id)?
            .into_iter()
            .map(|written| format!("- {}: {}", written.value.title, written.value.kind.aim()))
            .collect();
        let first_name = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
        let text = invitation(&first_name(&person.name), &first_name(&owner.name), of.minutes, later);
        let mail = leaving::Mail {
            to: person.email.trim().to_owned(),
            subject: SUBJECT.to_owned(),
            body: format!("{text}\n{}\n", parts.join("\n")).replace('\n', "\r\n"),
            is_cut: false,
        };
        Ok(compose(desk, mail, self.open))
    }
}

const SUBJECT: &str = "Our first 1:1";
