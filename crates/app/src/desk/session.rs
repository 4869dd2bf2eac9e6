//! Locked or open. The type of what a call is handed decides what it can reach.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::RecordId;
use domain::person::Person;
use store::gate::{Deed, Done};
use store::noun::{self, Noun, Reading, Record};
use store::vault::watch::{LockRequests, Version};
use store::{StoreFault, Vault};

use super::{Drawer, House, Jobs, Work};
use crate::reminder::Told;
use crate::reply::Saved;
use crate::settings::Settings;
use crate::stamp::Instant;
use crate::vault::Ceremony;
use crate::{Fault, words};

/// The longest page a list answers with.
pub const LONGEST_PAGE: u32 = 500;
/// The page a list answers with when nobody says how long.
const USUAL_PAGE: u32 = 100;

/// The vault as this program has it.
pub enum Session {
    /// Locked: there is no key in this process, and nothing to read with.
    Locked(LockedDesk),
    /// Open.
    Open(Box<OpenDesk>),
}

/// What there is while the vault is locked.
#[derive(Default)]
pub struct LockedDesk {
    /// A vault that is being made and whose recovery kit is not confirmed yet.
    pub ceremony: Option<Ceremony>,
    /// What stood in the way at the last try to open, when that was damage.
    pub damage: Option<String>,
}

/// The open vault, as a call sees it.
pub struct OpenDesk {
    house: Arc<House>,
    vault: Vault,
    work: Work,
    drawer: Arc<Mutex<Drawer>>,
    /// The newest deed of this desk that nobody was told of yet.
    pub(super) news: Option<u64>,
    /// Whether the disk failed at the last deed.
    is_shaken: bool,
    /// Whether the vault is to be locked once the call has answered.
    pub(super) leaving: bool,
    /// What is compared to learn of others.
    pub(super) others: Others,
    /// The last deed, for the moment when the vault may rest.
    pub(super) last_deed_at: DateTime<Utc>,
    /// The day on which the daily backup was thought of last.
    pub(super) backed_up_on: Option<NaiveDate>,
    /// The day on which it was thought of last whether a cycle of goals has begun.
    pub(super) goals_kept_on: Option<NaiveDate>,
    /// The day on which the look at everything was thought of last.
    pub(super) looked_on: Option<NaiveDate>,
    /// When it was looked for reminders last, and what was told.
    pub(super) reminded: Option<(DateTime<Utc>, Told)>,
    /// The newest deed that the calendar file which follows the vault knows of.
    pub(super) calendar_at: Option<u64>,
    /// When that file could not be written the last time, and why.
    pub(crate) calendar_trouble: Option<(DateTime<Utc>, String)>,
}

/// What other programs did with the vault, as far as this desk has seen.
pub(super) struct Others {
    pub(super) version: Version,
    pub(super) lock_requests: LockRequests,
}

impl Others {
    fn from_now_on(vault: &Vault) -> Result<Self, StoreFault> {
        Ok(Self { version: vault.version()?, lock_requests: LockRequests::watch(vault.folder())? })
    }
}

impl OpenDesk {
    /// The desk of a vault that was just opened.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn new(house: &Arc<House>, vault: Vault) -> Result<Self, Fault> {
        house.set_lock_after_minutes(Settings::read(vault.read())?.lock_after_minutes);
        Ok(Self {
            work: Jobs::unheard(&house.hear),
            others: Others::from_now_on(&vault)?,
            last_deed_at: house.clock().now(),
            house: Arc::clone(house),
            vault,
            drawer: Arc::default(),
            news: None,
            leaving: false,
            is_shaken: false,
            backed_up_on: None,
            goals_kept_on: None,
            looked_on: None,
            reminded: None,
            calendar_at: None,
            calendar_trouble: None,
        })
    }

    /// A second desk on the same vault, for long work beside the first.
    ///
    /// # Errors
    /// When the vault cannot be opened once more.
    pub fn beside(&self, work: Work) -> Result<Self, Fault> {
        let vault = self.vault.another()?;
        Ok(Self {
            house: Arc::clone(&self.house),
            others: Others::from_now_on(&vault)?,
            vault,
            work,
            drawer: Arc::clone(&self.drawer),
            news: None,
            leaving: false,
            is_shaken: false,
            backed_up_on: None,
            goals_kept_on: None,
            looked_on: None,
            reminded: None,
            calendar_at: None,
            calendar_trouble: None,
            last_deed_at: self.last_deed_at,
        })
    }

    /// The vault, for reading.
    pub fn read(&self) -> &Reading {
        self.vault.read()
    }

    /// The vault itself, for the calls about it.
    pub fn vault(&mut self) -> &mut Vault {
        &mut self.vault
    }

    /// The house around it.
    pub fn house(&self) -> &House {
        &self.house
    }

    /// This moment.
    pub fn now(&self) -> DateTime<Utc> {
        self.house.clock().now()
    }

    /// This day, where the owner is.
    pub fn today(&self) -> NaiveDate {
        self.house.clock().today()
    }

    /// What the clock on the wall shows.
    pub fn wall(&self) -> NaiveDateTime {
        self.house.clock().wall()
    }

    /// The work that this call is.
    pub fn work(&self) -> &Work {
        &self.work
    }

    /// What lies on the desk between two calls.
    pub fn drawer(&self) -> MutexGuard<'_, Drawer> {
        self.drawer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The owner of the vault.
    ///
    /// # Errors
    /// When the vault cannot be read; every vault has an owner.
    pub fn owner(&self) -> Result<Person, Fault> {
        let owner = noun::person::owner(self.read())?;
        Ok(owner.ok_or_else(|| StoreFault::damaged("The vault does not say whose it is."))?)
    }

    /// Does a deed: everything in `write` or nothing.
    ///
    /// # Errors
    /// Whatever `write` says, or the disk.
    pub fn deed<T>(
        &mut self,
        name: &'static str,
        write: impl FnOnce(&mut Deed<'_>) -> Result<T, StoreFault>,
    ) -> Result<Done<T>, Fault> {
        self.steady()?;
        let done = self.vault.deed(name, self.now(), write);
        self.is_shaken = matches!(done, Err(StoreFault::Machine { .. }));
        let done = done?;
        self.did(done.deed);
        Ok(done)
    }

    /// Does a deed and answers when it was done.
    ///
    /// # Errors
    /// As [`deed`](Self::deed).
    pub fn save(
        &mut self,
        name: &'static str,
        write: impl FnOnce(&mut Deed<'_>) -> Result<(), StoreFault>,
    ) -> Result<Saved, Fault> {
        let done = self.deed(name, write)?;
        Ok(Saved { at: Instant(self.now()), deed: done.deed })
    }

    /// Takes a deed back; answers the deed that did it.
    ///
    /// # Errors
    /// When it cannot be taken back any more.
    pub fn undo(&mut self, deed: u64) -> Result<u64, Fault> {
        self.steady()?;
        let now = self.now();
        let done = self.vault.undo(deed, now)?;
        self.did(done.deed);
        Ok(done.deed.unwrap_or(deed))
    }

    /// When the newest rolling backup was made.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn newest_backup(&self) -> Result<Option<DateTime<Utc>>, Fault> {
        Ok(self.vault.newest_backup()?)
    }

    /// Lets the vault lock itself after so many minutes from now on.
    pub fn lock_after(&self, minutes: u32) {
        self.house.set_lock_after_minutes(minutes);
    }

    /// Locks the vault once this call has answered.
    pub fn leave(&mut self) {
        self.leaving = true;
    }

    /// Puts the vault away. What the disk says at the last moment is not lost: everything done is in the journal.
    pub(super) fn close(self) {
        let _ = self.vault.close();
    }

    /// What the vault's file says of itself; differs once somebody else wrote.
    pub(super) fn version(&self) -> Result<Version, StoreFault> {
        self.vault.version()
    }

    /// The number of the newest deed.
    pub(super) fn newest_deed(&self) -> Result<u64, StoreFault> {
        Ok(store::log::position(self.read())?.seq)
    }

    /// Words that are handed over from now on are sealed for the key that the vault has by now.
    pub(crate) fn seal_anew(&self) {
        self.house.unsaved().open_with(self.vault.unsaved());
    }

    /// The vault alone, to be mended.
    pub(crate) fn into_vault(self) -> Vault {
        self.vault
    }

    /// After the disk failed, looks at it afresh before the next deed: what was acknowledged is in the journal. If the
    /// disk still fails, the vault is locked, and opening it says what is wrong.
    fn steady(&mut self) -> Result<(), Fault> {
        if self.is_shaken {
            self.vault.reopen().inspect_err(|_| self.leaving = true)?;
            self.others = Others::from_now_on(&self.vault)?;
            self.is_shaken = false;
        }
        Ok(())
    }

    fn did(&mut self, deed: Option<u64>) {
        if deed.is_some() {
            self.news = deed;
            self.house.note_a_write();
            self.last_deed_at = self.now();
            self.house.stir();
        }
    }
}

/// One record that has to be there.
///
/// # Errors
/// A refusal when it is not.
pub fn need<R: Record>(read: &Reading, id: impl Into<RecordId>) -> Result<R, StoreFault> {
    noun::get(read, id)?.ok_or_else(|| words::missing(R::TABLE.noun).into())
}

/// Whether a record of that noun is there.
///
/// # Errors
/// When the vault cannot be read.
pub fn is_there(read: &Reading, of: Noun, id: RecordId) -> Result<bool, StoreFault> {
    use domain::{
        action, attachment, career, dismissal, folder, goal, headcount, one_on_one, person, review,
        saved_search, talk, workday,
    };
    Ok(match of {
        Noun::Person => noun::get::<person::Person>(read, id)?.is_some(),
        Noun::Meeting => noun::get::<one_on_one::Meeting>(read, id)?.is_some(),
        Noun::Section => noun::get::<one_on_one::Section>(read, id)?.is_some(),
        Noun::Margin => noun::get::<one_on_one::Margin>(read, id)?.is_some(),
        Noun::Note => noun::get::<folder::Note>(read, id)?.is_some(),
        Noun::Goal => noun::get::<goal::Goal>(read, id)?.is_some(),
        Noun::Review => noun::get::<review::Review>(read, id)?.is_some(),
        Noun::Action => noun::get::<action::Action>(read, id)?.is_some(),
        Noun::Attachment => noun::get::<attachment::Attachment>(read, id)?.is_some(),
        Noun::Pair => noun::get::<one_on_one::Pair>(read, id)?.is_some(),
        Noun::Template => noun::get::<one_on_one::Template>(read, id)?.is_some(),
        Noun::Agenda => noun::get::<one_on_one::AgendaItem>(read, id)?.is_some(),
        Noun::Prep => noun::get::<one_on_one::Prep>(read, id)?.is_some(),
        Noun::Remark => noun::get::<one_on_one::Remark>(read, id)?.is_some(),
        Noun::Holiday => noun::get::<workday::Holiday>(read, id)?.is_some(),
        Noun::Wish => noun::get::<career::Wish>(read, id)?.is_some(),
        Noun::Exploration => noun::get::<career::Exploration>(read, id)?.is_some(),
        Noun::Source => noun::get::<folder::Source>(read, id)?.is_some(),
        Noun::GoalEntry => noun::get::<goal::Entry>(read, id)?.is_some(),
        Noun::Wording => noun::get::<goal::Wording>(read, id)?.is_some(),
        Noun::Ground => noun::get::<goal::Ground>(read, id)?.is_some(),
        Noun::Talk => noun::get::<talk::Talk>(read, id)?.is_some(),
        Noun::Conversation => noun::get::<talk::Conversation>(read, id)?.is_some(),
        Noun::FollowUp => noun::get::<talk::FollowUp>(read, id)?.is_some(),
        Noun::CheckIn => noun::get::<talk::CheckIn>(read, id)?.is_some(),
        Noun::HrConsult => noun::get::<talk::HrConsult>(read, id)?.is_some(),
        Noun::SavedSearch => noun::get::<saved_search::SavedSearch>(read, id)?.is_some(),
        Noun::Dismissal => noun::get::<dismissal::Dismissal>(read, id)?.is_some(),
        Noun::ReviewCycle => noun::get::<review::ReviewCycle>(read, id)?.is_some(),
        Noun::Point => noun::get::<review::Point>(read, id)?.is_some(),
        Noun::SelfReview => noun::get::<review::SelfReview>(read, id)?.is_some(),
        Noun::PeerInput => noun::get::<review::PeerInput>(read, id)?.is_some(),
        Noun::ReviewVersion => noun::get::<review::ReviewVersion>(read, id)?.is_some(),
        Noun::Signature => noun::get::<review::Signature>(read, id)?.is_some(),
        Noun::SigningKey => noun::get::<review::SigningKey>(read, id)?.is_some(),
        Noun::Plan => noun::get::<headcount::Plan>(read, id)?.is_some(),
        Noun::PlanEntry => noun::get::<headcount::PlanEntry>(read, id)?.is_some(),
        Noun::PlanText => noun::get::<headcount::PlanText>(read, id)?.is_some(),
        Noun::WorkImport => noun::get::<headcount::WorkImport>(read, id)?.is_some(),
        Noun::Setting => false,
    })
}

/// How many lines a list may answer with.
pub fn page(limit: Option<u32>) -> u32 {
    limit.unwrap_or(USUAL_PAGE).clamp(1, LONGEST_PAGE)
}
