//! What lies on the desk between two calls: a spreadsheet that was looked at, a recovery kit that waits to be confirmed.

use domain::coach::{Coach, Setting};
use std::collections::HashMap;

use domain::Refusal;

use crate::roster::Import;
use crate::vault::Ceremony;
use crate::{Fault, calendar, mail};

/// Gone, with everything in it, when the vault is locked.
#[derive(Default)]
pub struct Drawer {
    imports: HashMap<String, Import>,
    last_import: u64,
    calendar: Option<(String, calendar::Import)>,
    /// The coach as it was asked last: it remembers the paragraphs it has read.
    coach: Option<(Setting, Coach)>,
    mail: Option<(String, mail::Import)>,
    /// A rotation whose new kit was shown and is not confirmed yet.
    pub rotation: Option<Ceremony>,
}

impl Drawer {
    /// The coach for a setting. Asked again with the same one, it rereads only what has changed.
    pub fn coach(&mut self, setting: Setting) -> &mut Coach {
        if self.coach.as_ref().is_some_and(|(known, _)| *known != setting) {
            self.coach = None;
        }
        let (_, coach) = self.coach.get_or_insert_with(|| (setting.clone(), Coach::new(setting)));
        coach
    }

    /// Keeps a spreadsheet and says under which name. Only the newest is kept: there is one screen to look at it.
    pub fn put_import(&mut self, import: Import) -> String {
        self.last_import += 1;
        let name = self.last_import.to_string();
        self.imports.clear();
        self.imports.insert(name.clone(), import);
        name
    }

    /// The spreadsheet of that name.
    ///
    /// # Errors
    /// Refuses a name that is not, or no longer, in the drawer.
    pub fn import(&self, name: &str) -> Result<&Import, Fault> {
        self.imports.get(name).ok_or_else(gone)
    }

    /// The spreadsheet of that name, to change its mapping.
    ///
    /// # Errors
    /// As [`import`](Self::import).
    pub fn import_mut(&mut self, name: &str) -> Result<&mut Import, Fault> {
        self.imports.get_mut(name).ok_or_else(gone)
    }

    /// Takes a spreadsheet out once it was applied.
    pub fn take_import(&mut self, name: &str) {
        self.imports.remove(name);
    }

    /// Keeps a calendar and says under which name. Only the newest is kept.
    pub fn put_calendar(&mut self, import: calendar::Import) -> String {
        self.last_import += 1;
        let name = self.last_import.to_string();
        self.calendar = Some((name.clone(), import));
        name
    }

    /// The calendar of that name.
    ///
    /// # Errors
    /// Refuses a name that is not, or no longer, in the drawer.
    pub fn calendar(&self, name: &str) -> Result<&calendar::Import, Fault> {
        let kept = self.calendar.as_ref().filter(|(kept, _)| kept == name);
        kept.map(|(_, import)| import).ok_or_else(|| {
            Refusal::new("calendar.no_such_import", "That calendar is no longer on the desk.")
                .next("Choose the file again.")
                .into()
        })
    }

    /// Keeps messages under the name they have, or a new one, and says which. Only the newest are kept.
    pub fn put_mail(&mut self, import: mail::Import, name: Option<String>) -> String {
        let name = name.unwrap_or_else(|| {
            self.last_import += 1;
            self.last_import.to_string()
        });
        self.mail = Some((name.clone(), import));
        name
    }

    /// The messages of that name.
    ///
    /// # Errors
    /// Refuses a name that is not, or no longer, in the drawer.
    pub fn mail(&self, name: &str) -> Result<&mail::Import, Fault> {
        let kept = self.mail.as_ref().filter(|(kept, _)| kept == name);
        kept.map(|(_, import)| import).ok_or_else(|| {
            Refusal::new("mail.no_such_import", "Those messages are no longer on the desk.")
                .next("Choose the file again.")
                .into()
        })
    }

    /// Forgets the messages of that name.
    pub fn forget_mail(&mut self, name: &str) {
        self.mail.take_if(|(kept, _)| kept == name);
    }

    /// Takes a calendar out once it was applied.
    pub fn take_calendar(&mut self, name: &str) {
        self.calendar.take_if(|(kept, _)| kept == name);
    }
}

fn gone() -> Fault {
    Refusal::new("roster.no_such_import", "That list is no longer on the desk.")
        .next("Choose the file again.")
        .into()
}
