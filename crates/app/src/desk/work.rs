//! Long work: how far it is, and how it is stopped.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Deserialize;

use super::{Happening, Hear, House};
use crate::Fault;
use crate::call::OutsideCall;
use crate::reply::None;

/// How often at most a long call tells how far it is, as a part of the whole.
const STEPS: u64 = 200;
/// The name of the look at everything that runs by itself.
pub const LOOK: &str = "vault.look";

/// One piece of work. Quick calls have one too, that nobody hears of.
#[derive(Clone)]
pub struct Work {
    job: Option<String>,
    stopped: Arc<AtomicBool>,
    hear: Hear,
}

impl Work {
    /// Says how far it is. To be called often; few of the calls are passed on.
    ///
    /// # Errors
    /// The cancelled fault once the work was stopped.
    pub fn step(&self, done: u64, total: Option<u64>, sentence: &str) -> Result<(), Fault> {
        if self.is_stopped() {
            return Err(Fault::cancelled());
        }
        let every = total.map_or(50, |total| total.div_ceil(STEPS)).max(1);
        if let Some(job) = &self.job
            && (done.is_multiple_of(every) || Some(done) == total)
        {
            let (job, sentence) = (job.clone(), sentence.to_owned());
            (self.hear)(Happening::Progress { job, done, total, sentence });
        }
        Ok(())
    }

    /// Whether somebody stopped it.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// The same as a callback for the store, which asks whether to go on.
    pub fn teller(&self, sentence: &'static str) -> impl FnMut(u64, u64) -> ControlFlow<()> + '_ {
        move |done, total| match self.step(done, (total > 0).then_some(total), sentence) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }
}

/// The work under way.
#[derive(Default)]
pub struct Jobs {
    running: Mutex<HashMap<u64, Running>>,
    ended: Condvar,
}

struct Running {
    job: Option<String>,
    stopped: Arc<AtomicBool>,
}

impl Jobs {
    /// Begins a piece of work, under the name its caller gave it.
    pub fn begin<'a>(&'a self, job: Option<&str>, hear: &Hear) -> Begun<'a> {
        let stopped = Arc::new(AtomicBool::new(false));
        let work =
            Work { job: job.map(str::to_owned), stopped: Arc::clone(&stopped), hear: Arc::clone(hear) };
        let mut running = self.running();
        let number = running.keys().max().map_or(0, |last| last + 1);
        running.insert(number, Running { job: work.job.clone(), stopped });
        drop(running);
        Begun { jobs: self, number, work }
    }

    /// Work that cannot be stopped and that nobody hears of: the quick calls.
    pub fn unheard(hear: &Hear) -> Work {
        Work { job: None, stopped: Arc::new(AtomicBool::new(false)), hear: Arc::clone(hear) }
    }

    /// Stops the work of that name; says whether there was one.
    pub fn stop(&self, job: &str) -> bool {
        let running = self.running();
        let mut found = false;
        for work in running.values().filter(|work| work.job.as_deref() == Some(job)) {
            work.stopped.store(true, Ordering::Relaxed);
            found = true;
        }
        found
    }

    /// Stops all work and waits until it has ended, but not for ever.
    pub fn stop_all(&self, patience: Duration) {
        let running = self.running();
        running.values().for_each(|work| work.stopped.store(true, Ordering::Relaxed));
        // Whether it ended in time or not, there is nothing else to be done: it stops at its next step.
        drop(self.ended.wait_timeout_while(running, patience, |running| !running.is_empty()));
    }

    /// Stops the look that runs by itself, and waits a while until it has ended: whoever exchanges the database needs it
    /// alone.
    pub fn stop_looking(&self, patience: Duration) {
        self.stop(LOOK);
        let looks = |running: &mut HashMap<u64, Running>| {
            running.values().any(|work| work.job.as_deref() == Some(LOOK))
        };
        drop(self.ended.wait_timeout_while(self.running(), patience, looks));
    }

    fn running(&self) -> MutexGuard<'_, HashMap<u64, Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A piece of work that is under way until this is dropped.
pub struct Begun<'a> {
    jobs: &'a Jobs,
    number: u64,
    /// The work.
    pub work: Work,
}

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        self.jobs.running().remove(&self.number);
        self.jobs.ended.notify_all();
    }
}

/// Stops a long call.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Its name, as its caller gave it.
    pub job: String,
}

impl OutsideCall for Cancel {
    type Reply = None;

    fn run(self, house: &House, _work: &Work) -> Result<Self::Reply, Fault> {
        if house.jobs.stop(&self.job) {
            return Ok(None {});
        }
        Err(Fault::wrong_use("There is nothing under way by that name."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listener() -> (Hear, Arc<Mutex<Vec<Happening>>>) {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let copy = Arc::clone(&heard);
        (Arc::new(move |happening| copy.lock().expect("unpoisoned").push(happening)), heard)
    }

    #[test]
    fn work_tells_how_far_it_is_and_stops_when_told() {
        let (hear, heard) = listener();
        let jobs = Jobs::default();
        let begun = jobs.begin(Some("one"), &hear);
        for done in 1..=1_000 {
            begun.work.step(done, Some(1_000), "Counting").expect("goes on");
        }
        let steps = heard.lock().expect("unpoisoned").len();
        assert_eq!(steps, 200, "every fifth of a thousand");
        assert!(jobs.stop("one") && !jobs.stop("two"));
        assert_eq!(begun.work.step(1, None, "x").expect_err("stopped"), Fault::cancelled());
        assert!(begun.work.teller("x")(1, 2).is_break());
        drop(begun);
        assert!(!jobs.stop("one"), "ended");
    }

    #[test]
    fn nothing_is_under_way_after_everything_was_stopped() {
        let (hear, _) = listener();
        let jobs = Arc::new(Jobs::default());
        let other = Arc::clone(&jobs);
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let begun = other.begin(None, &hear);
            tell.send(()).expect("heard");
            while begun.work.step(1, None, "Waiting").is_ok() {
                std::thread::yield_now();
            }
        });
        told.recv().expect("begun");
        jobs.stop_all(Duration::from_secs(60));
        assert!(jobs.running().is_empty());
        thread.join().expect("ended");
    }
}
