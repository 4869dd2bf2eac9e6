//! Taking a day off away.

use domain::HolidayId;
use domain::workday::Holiday;
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Takes a day off away: it is a working day again. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which one.
    pub id: HolidayId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Holiday>(deed.read(), self.id)?;
            deed.remove::<Holiday>(self.id).map(|_| ())
        })
    }
}
