//! The desk: the one handle on the vault that the window, `nook` and the tests share.
//!
//! Quick calls take turns. Long calls run beside them on a second handle of the same vault, tell how far they are, and
//! can be stopped. What happens by itself is told to one listener.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use store::vault::Cost;
use store::vault::watch::request_lock;

use crate::call::{Call, LockedCall, OpenCall, OutsideCall};
use crate::clock::Clock;
use crate::{Fault, doors};

mod drawer;
mod happening;
mod house;
mod session;
mod take_up;
#[cfg(test)]
pub mod trial;
mod unsaved;
mod watch;
mod work;

pub use drawer::Drawer;
pub use happening::{Happening, Hear, LockedBecause};
pub use house::House;
pub use session::{LONGEST_PAGE, LockedDesk, OpenDesk, Session, is_there, need, page};
pub use unsaved::{TextPlace, UnsavedText, UnsavedTexts};
pub use work::{Cancel, Jobs, Work};

/// How long locking waits for long work to end.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// How long locking waits for whoever writes to hand over what is not saved. Two seconds after the lock was due, the
/// keys are to be gone.
const TO_HAND_OVER: Duration = Duration::from_millis(1500);

/// The desk. Cheap to clone; all clones are the same desk.
#[derive(Clone)]
pub struct Desk {
    house: Arc<House>,
    session: Arc<Mutex<Session>>,
}

impl Desk {
    /// A desk at the vault in `folder`, locked, with somebody who hears what happens by itself.
    pub fn at(folder: PathBuf, hear: impl Fn(Happening) + Send + Sync + 'static) -> Self {
        let clock = Clock::of_this_machine();
        Self::around(House::around(folder, clock, Cost::STANDARD, TO_HAND_OVER, Arc::new(hear)))
    }

    /// A desk for a test: with a clock of its own, with the least key derivation that a vault accepts, and with nobody
    /// to wait for at the lock.
    pub fn for_a_test(
        folder: PathBuf,
        clock: Clock,
        hear: impl Fn(Happening) + Send + Sync + 'static,
    ) -> Self {
        Self::around(House::around(folder, clock, Cost::FLOOR, Duration::ZERO, Arc::new(hear)))
    }

    fn around(house: House) -> Self {
        let house = Arc::new(house);
        Self { house, session: Arc::new(Mutex::new(Session::Locked(LockedDesk::default()))) }
    }

    /// Makes a call by its name. `job` names long work, to hear how far it is and to stop it.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn call(&self, name: &str, args: Value, job: Option<&str>) -> Result<Value, Fault> {
        doors::enter_by_name(self, name, args, job)
    }

    /// Makes a call by its type.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn run<C: Call>(&self, call: C) -> Result<C::Reply, Fault> {
        call.enter(self, None)
    }

    /// Makes a call by its type, as work that can be heard of and stopped.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn run_as<C: Call>(&self, call: C, job: &str) -> Result<C::Reply, Fault> {
        call.enter(self, Some(job))
    }

    /// Asks every program that has this vault open to lock it.
    ///
    /// # Errors
    /// When there is no vault.
    pub fn ask_others_to_lock(&self) -> Result<(), Fault> {
        Ok(request_lock(self.house.folder())?)
    }

    /// The house around the vault.
    pub fn house(&self) -> &House {
        &self.house
    }

    /// Somebody is there: the vault does not lock itself for a while.
    pub fn stir(&self) {
        self.house.stir();
    }

    /// Whether the vault is open.
    pub fn is_open(&self) -> bool {
        matches!(*self.session(), Session::Open(_))
    }

    /// Asks whoever writes to hand over what is not saved, and waits a moment for it. False when they did and it could
    /// not be put on the disk: then it waits in this program's memory, and goes when the program ends.
    pub fn hand_over(&self) -> bool {
        if !self.is_open() {
            return true;
        }
        let unsaved = self.house.unsaved();
        unsaved.ask();
        (self.house.hear)(Happening::Closing);
        unsaved.answer(self.house.patience()) != Some(false)
    }

    /// Locks the vault once what is not saved was handed over, or nobody hands anything over.
    pub fn lock_after_hand_over(&self, because: LockedBecause) {
        self.hand_over();
        self.lock(because);
    }

    /// Locks the vault: stops what is under way, forgets the keys, and says so. Nothing happens when it is locked.
    pub fn lock(&self, because: LockedBecause) {
        let was = std::mem::replace(&mut *self.session(), Session::Locked(LockedDesk::default()));
        match was {
            Session::Open(desk) => {
                // Work that still reads would keep the vault from being put away.
                self.house.jobs.stop_all(PATIENCE);
                desk.close();
                self.house.unsaved().close();
                (self.house.hear)(Happening::Locked { because });
            }
            // A ceremony that waits for its confirmation is not disturbed.
            Session::Locked(desk) => *self.session() = Session::Locked(desk),
        }
    }

    /// Works on the open vault outside of any call: the bench vault, and nothing the window does.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn on_open<T>(&self, work: impl FnOnce(&mut OpenDesk) -> Result<T, Fault>) -> Result<T, Fault> {
        match &mut *self.session() {
            Session::Open(desk) => work(desk),
            Session::Locked(_) => Err(Fault::locked()),
        }
    }

    /// For a program that comes and goes, once it has answered: empties a log that grew long, and makes the day's backup
    /// when it wrote something and the newest backup is of another day. A program that stays does both by itself.
    ///
    /// # Errors
    /// When it could not be done.
    pub fn tidy_up(&self) -> Result<(), Fault> {
        if let Session::Open(desk) = &mut *self.session() {
            desk.vault().rest_from_long_log()?;
        }
        if !self.house.wrote() {
            return Ok(());
        }
        let begun = self.house.jobs.begin(Some("nook"), &self.house.hear);
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return Ok(()) };
        let now = desk.now();
        desk.vault().backup_if_due(now, &mut begun.work.teller(watch::DAILY_BACKUP))?;
        Ok(())
    }

    pub(crate) fn run_outside<C: OutsideCall>(&self, call: C, job: Option<&str>) -> Result<C::Reply, Fault> {
        let begun = self.house.jobs.begin(job, &self.house.hear);
        call.run(&self.house, &begun.work)
    }

    pub(crate) fn run_locked<C: LockedCall>(&self, call: C) -> Result<C::Reply, Fault> {
        let mut session = self.session();
        let was_open = matches!(*session, Session::Open(_));
        let reply = call.run(&mut session, &self.house);
        let has_opened = match &*session {
            Session::Open(desk) => {
                desk.seal_anew();
                !was_open
            }
            Session::Locked(_) => {
                self.house.unsaved().close();
                false
            }
        };
        drop(session);
        if has_opened {
            self.house.stir();
            if self.house.stays() {
                self.take_up();
            }
        }
        reply
    }

    pub(crate) fn run_open<C: OpenCall>(&self, call: C) -> Result<C::Reply, Fault> {
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return Err(Fault::locked()) };
        let reply = call.run(desk);
        let (news, leaving) = (desk.news.take(), desk.leaving);
        // Whoever hears of it may call again at once.
        drop(session);
        self.tell(news);
        if leaving {
            self.lock(LockedBecause::Request);
        }
        reply
    }

    pub(crate) fn run_long<C: OpenCall>(&self, call: C, job: Option<&str>) -> Result<C::Reply, Fault> {
        let begun = self.house.jobs.begin(job, &self.house.hear);
        let mut beside = match &*self.session() {
            Session::Open(desk) => desk.beside(begun.work.clone())?,
            Session::Locked(_) => return Err(Fault::locked()),
        };
        let reply = call.run(&mut beside);
        self.tell(beside.news.take());
        beside.close();
        reply
    }

    fn tell(&self, news: Option<u64>) {
        if let Some(seq) = news {
            (self.house.hear)(Happening::Changed { seq });
        }
    }

    fn session(&self) -> MutexGuard<'_, Session> {
        // A call that panicked left the vault itself whole: deeds are all or nothing.
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
