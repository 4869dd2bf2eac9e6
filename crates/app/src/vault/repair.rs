//! Rebuilding a vault in which a check found something wrong.

use std::sync::Arc;

use serde::Deserialize;

use super::Unlocked;
use crate::Fault;
use crate::call::LockedCall;
use crate::desk::{House, LockedDesk, OpenDesk, PATIENCE, Session};

/// Rebuilds the open vault from its newest backup and the journal. The damaged file stays beside the new one.
///
/// It is handed the session and not the open desk, because nothing else may use the vault meanwhile, and because the
/// vault is locked afterwards if it cannot be mended.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// Goes on although something that was named cannot be brought back.
    pub accept_loss: Option<bool>,
}

impl LockedCall for Repair {
    type Reply = Unlocked;

    fn run(self, session: &mut Session, house: &Arc<House>) -> Result<Self::Reply, Fault> {
        let desk = match std::mem::replace(session, Session::Locked(LockedDesk::default())) {
            Session::Open(desk) => desk,
            Session::Locked(desk) => {
                *session = Session::Locked(desk);
                return Err(Fault::locked());
            }
        };
        house.jobs.stop_looking(PATIENCE);
        let opened = desk.into_vault().repair(self.accept_loss == Some(true))?;
        let open = OpenDesk::new(house, opened.vault)?;
        let owner = open.owner()?.name;
        *session = Session::Open(Box::new(open));
        Ok(Unlocked { owner, findings: opened.findings.into_iter().map(Into::into).collect() })
    }
}
