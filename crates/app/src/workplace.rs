//! The days and clocks of the workplace: what dates are reckoned by.

use domain::workday::{WorkCalendar, Zone};
use store::noun::holiday;

use crate::Fault;
use crate::desk::OpenDesk;

/// The working days of the vault and the clock where its owner is.
pub struct Workplace {
    /// Working days, hours and days off.
    pub calendar: WorkCalendar,
    /// The owner's own zone.
    pub zone: Zone,
}

impl Workplace {
    /// The workplace as the vault knows it.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn read(desk: &OpenDesk) -> Result<Self, Fault> {
        let off = holiday::all(desk.read())?.into_iter().map(|holiday| holiday.on);
        Ok(Self {
            calendar: WorkCalendar::default().with_holidays(off),
            zone: desk.house().clock().zone().clone(),
        })
    }

    /// The zone of that name, and the owner's own where nothing is named or where the name came from a machine that
    /// knew a zone this one does not.
    pub fn zone_of(&self, name: &str) -> Zone {
        if name.is_empty() {
            self.zone.clone()
        } else {
            Zone::named(name).unwrap_or_else(|_| self.zone.clone())
        }
    }
}
