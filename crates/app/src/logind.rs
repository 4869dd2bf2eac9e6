//! Locks the vault when the computer goes to sleep or its screen is locked.
//!
//! systemd's login daemon says both on the system bus. Where there is no such bus, nothing is heard and nothing is
//! missed: the idle wait counts the wall clock and locks on waking.

use std::sync::mpsc::Sender;
use std::thread;

use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};
use zbus::{MatchRule, Message};

const SERVICE: &str = "org.freedesktop.login1";
const ROOT: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Calls `lock` on a thread of its own whenever the computer goes to sleep or its screen is locked, for as long as
/// `lock` answers `true`.
pub fn listen(lock: impl Fn() -> bool + Send + 'static) {
    listen_at(None, lock, None);
}

/// The same on the bus at `address`, the system's when there is none; says once through `ready` whether it listens.
fn listen_at(address: Option<String>, lock: impl Fn() -> bool + Send + 'static, ready: Option<Sender<bool>>) {
    let listening = thread::Builder::new().name("logind".into()).spawn(move || {
        let ears = Ears::open(address.as_deref());
        if let Some(ready) = ready {
            // Whoever asked may have gone; then nobody needs the answer.
            let _ = ready.send(ears.is_ok());
        }
        if let Ok(ears) = ears {
            ears.listen(lock);
        }
    });
    // Without a thread nothing is heard, as without a bus.
    drop(listening);
}

/// A connection to the system bus that hears of sleep and of locked screens.
struct Ears {
    bus: Connection,
    messages: MessageIterator,
    /// The session this program runs in, where the daemon knows it; others may lock their own screens.
    session: Option<OwnedObjectPath>,
}

impl Ears {
    fn open(address: Option<&str>) -> zbus::Result<Self> {
        let bus = match address {
            Some(address) => connection::Builder::address(address)?.build()?,
            None => Connection::system()?,
        };
        // Opened before the rules, so that nothing is missed in between.
        let messages = MessageIterator::from(bus.clone());
        let broker = DBusProxy::new(&bus)?;
        for (interface, member) in [(MANAGER, "PrepareForSleep"), (SESSION, "Lock")] {
            let rule =
                MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member(member)?.build();
            broker.add_match_rule(rule)?;
        }
        let session = own_session(&bus);
        Ok(Self { bus, messages, session })
    }

    fn listen(mut self, lock: impl Fn() -> bool) {
        // While this is held, the computer waits a moment with going to sleep.
        let mut delay = self.delay_sleep();
        while let Some(Ok(message)) = self.messages.next() {
            match self.heard(&message) {
                Some(Heard::Sleep | Heard::ScreenLock) => {
                    if !lock() {
                        return;
                    }
                    delay = None;
                }
                Some(Heard::Waking) => delay = self.delay_sleep(),
                None => {}
            }
        }
        drop(delay);
    }

    fn heard(&self, message: &Message) -> Option<Heard> {
        let header = message.header();
        match (header.interface()?.as_str(), header.member()?.as_str()) {
            (MANAGER, "PrepareForSleep") => {
                let going = message.body().deserialize::<bool>().ok()?;
                Some(if going { Heard::Sleep } else { Heard::Waking })
            }
            (SESSION, "Lock") => {
                let path = header.path()?;
                let is_ours = self.session.as_ref().is_none_or(|session| session.as_str() == path.as_str());
                is_ours.then_some(Heard::ScreenLock)
            }
            _ => None,
        }
    }

    fn delay_sleep(&self) -> Option<OwnedFd> {
        let reason = ("sleep", "Inglenook", "Locks the vault", "delay");
        let reply = self.bus.call_method(Some(SERVICE), ROOT, Some(MANAGER), "Inhibit", &reason).ok()?;
        reply.body().deserialize::<OwnedFd>().ok()
    }
}

enum Heard {
    Sleep,
    Waking,
    ScreenLock,
}

fn own_session(bus: &Connection) -> Option<OwnedObjectPath> {
    let me = (std::process::id(),);
    let reply = bus.call_method(Some(SERVICE), ROOT, Some(MANAGER), "GetSessionByPID", &me).ok()?;
    reply.body().deserialize::<OwnedObjectPath>().ok()
}

#[cfg(test)]
mod tests;
