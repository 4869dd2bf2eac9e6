//! What the desk looks after by itself: the idle wait, other programs, the rest of the vault.

use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use chrono::TimeDelta;
use store::vault::{Aside, Look};

use super::work::LOOK;
use super::{Desk, Happening, Jobs, LockedBecause, OpenDesk, Session};
use crate::calendar;
use crate::goal;
use crate::reminder::{LOOK_EVERY, Told, news};
use crate::{harden, logind};

/// How often it looks.
const TICK: Duration = Duration::from_millis(400);
/// After so many seconds without a deed the vault may rest.
const REST_AFTER_SECONDS: i64 = 2;
/// After so many seconds a calendar file that could not be written is tried again.
const CALENDAR_AGAIN_SECONDS: i64 = 60;
/// What is being done, as a sentence.
pub(super) const DAILY_BACKUP: &str = "Making the daily backup";

impl Desk {
    /// Looks after the vault for as long as this desk is there: locks it when nobody is, when the computer sleeps and
    /// when another program asks; tells what other programs changed. For a program that stays; `nook` comes and goes.
    pub fn watch(&self) {
        self.house.stay();
        let (house, session) = (Arc::downgrade(&self.house), Arc::downgrade(&self.session));
        let again = move || Some(Desk { house: Weak::upgrade(&house)?, session: Weak::upgrade(&session)? });
        let for_logind = again.clone();
        logind::listen(move || {
            let desk = for_logind();
            if let Some(desk) = &desk {
                desk.lock_after_hand_over(LockedBecause::Suspend);
            }
            desk.is_some()
        });
        let watching = thread::Builder::new().name("watch".into()).spawn(move || {
            while let Some(desk) = again() {
                desk.look_around();
                if let Some(beside) = desk.due_for_backup() {
                    let backing_up =
                        thread::Builder::new().name("backup".into()).spawn(move || desk.back_up(beside));
                    // Without a thread there is no backup today, and Today says how old the newest is.
                    drop(backing_up);
                } else if let Some((beside, deed)) = desk.due_for_calendar() {
                    let writing = thread::Builder::new().name("calendar".into());
                    // Without a thread the file is written after the next deed.
                    drop(writing.spawn(move || desk.write_calendar(beside, deed)));
                } else if let Some(look) = desk.due_for_look() {
                    // Without a thread there is no look today; a check and each backup look as well.
                    drop(thread::Builder::new().name("look".into()).spawn(move || desk.look(look)));
                } else {
                    drop(desk);
                }
                thread::sleep(TICK);
            }
        });
        // Without a thread the vault stays open until it is locked by hand; there is nobody to tell.
        drop(watching);
    }

    /// Looks once.
    pub(crate) fn look_around(&self) {
        if let Some(sentence) = self.due_to_remind() {
            (self.house.hear)(Happening::Remind { sentence });
        }
        self.keep_goals_of_the_cycle();
        let Some(news) = self.seen() else { return };
        match news {
            News::Lock(because) => self.lock_after_hand_over(because),
            News::Changed(seq) => (self.house.hear)(Happening::Changed { seq }),
        }
    }

    /// Once a day: the words of running goals are kept when a cycle has begun. What could not be kept is tried tomorrow; a
    /// review finds the words in the revisions as well.
    fn keep_goals_of_the_cycle(&self) {
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return };
        let today = desk.today();
        if desk.is_at_rest() && desk.goals_kept_on.replace(today) != Some(today) {
            let _ = goal::begin_cycle(desk);
        }
    }

    /// What is to be reminded of now, looked for every now and then. A vault that cannot be read says so at the next call.
    fn due_to_remind(&self) -> Option<String> {
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return None };
        let now = desk.now();
        let mut told = match desk.reminded.take() {
            // A clock that was set back does not silence anybody.
            Some((at, told)) if now >= at && now - at < LOOK_EVERY => {
                desk.reminded = Some((at, told));
                return None;
            }
            Some((_, told)) => told,
            None => Told::from_bytes(&desk.vault().aside(Aside::Reminded).ok()?),
        };
        let before = told.clone();
        let sentence = news(desk, &mut told).ok().flatten();
        if told != before {
            // What could not be noted is told once more at the next opening.
            let _ = desk.vault().note_aside(Aside::Reminded, &told.to_bytes());
        }
        desk.reminded = Some((now, told));
        sentence
    }

    /// A second handle to make the day's backup with, once a day while the vault is open.
    pub(crate) fn due_for_backup(&self) -> Option<OpenDesk> {
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return None };
        let today = desk.today();
        if desk.backed_up_on.replace(today) == Some(today) {
            return None;
        }
        desk.beside(Jobs::unheard(&self.house.hear)).ok()
    }

    /// Makes the day's backup if anything changed since the last one. Locking stops it.
    pub(crate) fn back_up(&self, mut beside: OpenDesk) {
        let begun = self.house.jobs.begin(None, &self.house.hear);
        // Locked in the moment between: nobody waits for the key to go.
        if !self.is_open() {
            return;
        }
        let now = beside.now();
        // A backup that could not be made is seen where people look: Today says how old the newest is.
        let _ = beside.vault().backup_if_due(now, &mut begun.work.teller(DAILY_BACKUP));
        beside.close();
    }

    /// A second handle to write the calendar file with that follows the vault, once something was done since it was written,
    /// or a while after it could not be written.
    pub(crate) fn due_for_calendar(&self) -> Option<(OpenDesk, u64)> {
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return None };
        let (deed, now) = (desk.newest_deed().ok()?, desk.now());
        if !desk.is_at_rest() {
            return None;
        }
        let again = TimeDelta::seconds(CALENDAR_AGAIN_SECONDS);
        let failed = desk.calendar_trouble.as_mut().filter(|(at, _)| now - *at >= again);
        let is_tried_again = failed.is_some();
        if let Some((at, _)) = failed {
            *at = now;
        }
        if desk.calendar_at.replace(deed) == Some(deed) && !is_tried_again {
            return None;
        }
        calendar::kept(desk).ok()??;
        Some((desk.beside(Jobs::unheard(&self.house.hear)).ok()?, deed))
    }

    /// Writes the calendar file that follows the vault.
    pub(crate) fn write_calendar(&self, mut beside: OpenDesk, deed: u64) {
        let begun = self.house.jobs.begin(None, &self.house.hear);
        if !self.is_open() {
            return;
        }
        let written = calendar::write_kept(&mut beside);
        beside.close();
        drop(begun);
        if let Session::Open(desk) = &mut *self.session() {
            desk.calendar_at = Some(deed);
            // There is nobody to tell at this moment; who looks at the calendar is told.
            desk.calendar_trouble = written.err().map(|fault| (desk.now(), fault.sentence));
        }
    }

    /// A look at everything, once a day while the vault is open and at rest.
    pub(crate) fn due_for_look(&self) -> Option<Look> {
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return None };
        let (now, today) = (desk.now(), desk.today());
        if !desk.is_at_rest() || desk.looked_on == Some(today) {
            return None;
        }
        desk.looked_on = Some(today);
        // A vault that cannot be read has somebody to tell: the next call.
        let due = desk.vault().look_is_due(now).unwrap_or(false);
        due.then(|| desk.vault().look().ok()).flatten()
    }

    /// Looks at everything, after everybody else. What is found is said; nothing found says nothing. Locking stops it.
    pub(crate) fn look(&self, look: Look) {
        harden::step_back();
        let found = {
            let begun = self.house.jobs.begin(Some(LOOK), &self.house.hear);
            // Locked in the moment between: nobody waits for the key to go.
            if !self.is_open() {
                return;
            }
            let work = begun.work.clone();
            look.run(move || !work.is_stopped())
        };
        match found {
            Ok(findings) if findings.is_empty() => {
                if let Session::Open(desk) = &mut *self.session() {
                    let now = desk.now();
                    // What is not noted is looked at again.
                    let _ = desk.vault().note_look(now);
                }
            }
            Ok(findings) => {
                let findings = findings.into_iter().map(Into::into).collect();
                (self.house.hear)(Happening::Found { findings });
            }
            // Stopped, or the disk failed: the next opening begins anew.
            Err(_) => {}
        }
    }

    fn seen(&self) -> Option<News> {
        let mut session = self.session();
        let Session::Open(desk) = &mut *session else { return None };
        if self.house.is_idle() {
            return Some(News::Lock(LockedBecause::Idle));
        }
        // Where the disk cannot be asked, the next call will say so; a watch has nobody to tell.
        if desk.others.lock_requests.is_requested().unwrap_or(false) {
            return Some(News::Lock(LockedBecause::OtherProgram));
        }
        if let Ok(version) = desk.version()
            && version != desk.others.version
        {
            desk.others.version = version;
            return desk.newest_deed().ok().map(News::Changed);
        }
        if desk.is_at_rest() {
            // A disk that fails here fails the next deed, which has somebody to tell.
            let _ = desk.vault().idle();
        }
        None
    }
}

impl OpenDesk {
    /// Whether nothing was written for a while.
    fn is_at_rest(&self) -> bool {
        self.now() - self.last_deed_at >= TimeDelta::seconds(REST_AFTER_SECONDS)
    }
}

enum News {
    Lock(LockedBecause),
    Changed(u64),
}
