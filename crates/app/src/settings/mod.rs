//! What the owner set for this vault.

use domain::Refusal;
use domain::one_on_one::reminder::QuietHours;
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::noun::Reading;
use store::noun::setting::{self, Plain, Setting};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;
use crate::stamp::TimeOfDay;

/// Minutes without a hand on the keyboard until the vault locks, unless the owner set others.
pub const USUAL_LOCK_AFTER_MINUTES: u32 = 10;
/// The evening and the night are quiet unless the owner says otherwise.
const QUIET_FROM_HOUR: u32 = 18;
const QUIET_UNTIL_HOUR: u32 = 8;
/// A cycle is the calendar year unless the owner says otherwise.
const JANUARY: u32 = 1;
const MONTHS: std::ops::RangeInclusive<u32> = 1..=12;
/// A vault that never locks is not offered.
const LOCK_AFTER_MINUTES: std::ops::RangeInclusive<u32> = 1..=240;

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop does.
    #[default]
    System,
    /// Warm paper.
    Light,
    /// A banked fire.
    Dark,
}

/// The settings. As a call it keeps them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Minutes without a hand on the keyboard until the vault locks, 1 to 240.
    pub lock_after_minutes: u32,
    /// How the window looks.
    pub theme: Theme,
    /// Whether private texts are covered because somebody else is looking.
    pub presenting: bool,
    /// Whether the desktop reminds of what is due around 1:1s.
    pub reminders: bool,
    /// Whether such a reminder may name people. Without it, it says what is due and not with whom.
    pub reminders_name_people: bool,
    /// From this time of the day on nothing makes itself heard.
    pub quiet_from: TimeOfDay,
    /// Until this one, which may be on the next morning. The same as `quiet_from`: never quiet.
    pub quiet_until: TimeOfDay,
    /// The month in which a cycle of goals and reviews begins, 1 to 12.
    pub cycle_month: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lock_after_minutes: USUAL_LOCK_AFTER_MINUTES,
            theme: Theme::System,
            presenting: false,
            reminders: true,
            reminders_name_people: false,
            quiet_from: TimeOfDay::hour(QUIET_FROM_HOUR),
            quiet_until: TimeOfDay::hour(QUIET_UNTIL_HOUR),
            cycle_month: JANUARY,
        }
    }
}

/// Reads the settings.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {}

impl OpenCall for Get {
    type Reply = Settings;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        Ok(Settings::read(desk.read())?)
    }
}

impl OpenCall for Settings {
    type Reply = Settings;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        if !LOCK_AFTER_MINUTES.contains(&self.lock_after_minutes) {
            return Err(Refusal::new(
                "settings.lock_after",
                "The vault locks itself after 1 minute to 4 hours.",
            )
            .next("Choose a time in that range.")
            .into());
        }
        if !MONTHS.contains(&self.cycle_month) {
            return Err(Refusal::new("settings.cycle_month", "A cycle begins in one of the twelve months.")
                .next("Choose a month.")
                .into());
        }
        desk.deed(<Self as Call>::NAME, |deed| self.rows().iter().try_for_each(|row| deed.put(row)))?;
        desk.lock_after(self.lock_after_minutes);
        Ok(self)
    }
}

impl Settings {
    /// The settings of a vault; what was never set is as usual, and so is what an older program cannot read.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn read(read: &Reading) -> Result<Self, StoreFault> {
        let mut settings = Self::default();
        if let Some(Plain::Number(minutes)) = setting::get(read, "lock_after_minutes")? {
            let minutes = u32::try_from(minutes).ok().filter(|minutes| LOCK_AFTER_MINUTES.contains(minutes));
            settings.lock_after_minutes = minutes.unwrap_or(USUAL_LOCK_AFTER_MINUTES);
        }
        if let Some(Plain::Text(theme)) = setting::get(read, "theme")? {
            settings.theme = match theme.as_str() {
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => Theme::System,
            };
        }
        if let Some(Plain::Flag(presenting)) = setting::get(read, "presenting")? {
            settings.presenting = presenting;
        }
        if let Some(Plain::Flag(reminders)) = setting::get(read, "reminders")? {
            settings.reminders = reminders;
        }
        if let Some(Plain::Flag(names)) = setting::get(read, "reminders_name_people")? {
            settings.reminders_name_people = names;
        }
        for (key, time) in
            [("quiet_from", &mut settings.quiet_from), ("quiet_until", &mut settings.quiet_until)]
        {
            if let Some(Plain::Text(text)) = setting::get(read, key)? {
                *time = text.parse().unwrap_or(*time);
            }
        }
        if let Some(Plain::Number(month)) = setting::get(read, "cycle_month")? {
            settings.cycle_month =
                u32::try_from(month).ok().filter(|month| MONTHS.contains(month)).unwrap_or(JANUARY);
        }
        Ok(settings)
    }

    /// The hours in which nothing makes itself heard.
    pub fn quiet_hours(&self) -> QuietHours {
        QuietHours { from: self.quiet_from.0, until: self.quiet_until.0 }
    }

    fn rows(self) -> [Setting; 8] {
        let theme = match self.theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        [
            Setting::new("lock_after_minutes", Plain::Number(i64::from(self.lock_after_minutes))),
            Setting::new("theme", Plain::Text(theme.to_owned())),
            Setting::new("presenting", Plain::Flag(self.presenting)),
            Setting::new("reminders", Plain::Flag(self.reminders)),
            Setting::new("reminders_name_people", Plain::Flag(self.reminders_name_people)),
            Setting::new("quiet_from", Plain::Text(self.quiet_from.to_string())),
            Setting::new("quiet_until", Plain::Text(self.quiet_until.to_string())),
            Setting::new("cycle_month", Plain::Number(i64::from(self.cycle_month))),
        ]
    }
}
