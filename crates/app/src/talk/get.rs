//! One talk with everything that belongs to it.

use domain::TalkId;
use domain::talk::Talk;
use serde::{Deserialize, Serialize};
use store::noun::talk::{self, Around};
use store::noun::{note, person};

use super::line::{CheckInLine, ConsultLine, ConversationLine, FollowUpLine, TalkLine};
use super::named::{Named, named};
use crate::Fault;
use crate::action::ActionLine;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::folder::NoteLine;

/// Opens a talk.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Which talk.
    pub id: TalkId,
}

/// A talk and what belongs to it. Where its notes came from is not here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TalkPage {
    /// The talk.
    pub talk: TalkLine,
    /// People of the roster who are named in its message, example or consequence, though they are not the person.
    pub named: Vec<Named>,
    /// The notes it rests on, newest first.
    pub notes: Vec<NoteLine>,
    /// Its conversations, oldest first.
    pub conversations: Vec<ConversationLine>,
    /// Its plan: the open promises first.
    pub plan: Vec<ActionLine>,
    /// There is a plan, and nothing in it is the person's own idea.
    pub plan_lacks_their_idea: bool,
    /// Its looks, oldest first.
    pub follow_ups: Vec<FollowUpLine>,
    /// How many times in a row it was found better without anybody saying so.
    pub praise_gap: u32,
    /// Its questions to others, oldest first.
    pub check_ins: Vec<CheckInLine>,
    /// Its turns to HR, oldest first.
    pub hr: Vec<ConsultLine>,
}

impl OpenCall for Get {
    type Reply = TalkPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let of: Talk = need(read, self.id)?;
        let around = talk::around(read, self.id)?;
        let me = person::owner(read)?.map(|owner| owner.id);
        let plan = talk::plan(read, self.id)?;
        let has_theirs = plan.iter().any(|line| line.action.author == Some(of.person));
        let mut notes = Vec::new();
        for note in &of.notes {
            notes.extend(note::line(read, *note)?.map(|line| NoteLine::of(line, today)));
        }
        notes.sort_by_key(|note| std::cmp::Reverse((note.on.0, note.id)));
        let line = talk::TalkLine {
            person_name: person::name_of(read, of.person)?.unwrap_or_default(),
            talk: of.clone(),
        };
        let shown = TalkLine::on(line, &around, today);
        let Around { conversations, follow_ups, check_ins, hr } = around;
        Ok(TalkPage {
            talk: shown,
            named: named(read, &of)?,
            notes,
            conversations: conversations.into_iter().map(ConversationLine::from).collect(),
            plan_lacks_their_idea: !plan.is_empty() && !has_theirs,
            plan: plan.into_iter().map(|line| ActionLine::of(line, me)).collect(),
            praise_gap: domain::talk::praise_gap(&follow_ups),
            follow_ups: follow_ups.into_iter().map(FollowUpLine::from).collect(),
            check_ins: check_ins.into_iter().map(|asked| CheckInLine::on(asked, today)).collect(),
            hr: hr.into_iter().map(ConsultLine::from).collect(),
        })
    }
}
