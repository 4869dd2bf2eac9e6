//! What lies on the desk between two calls: a spreadsheet that was looked at, a recovery kit that waits to be confirmed.

use std::collections::HashMap;

use domain::Refusal;

use crate::Fault;
use crate::roster::Import;
use crate::vault::Ceremony;

/// Gone, with everything in it, when the vault is locked.
#[derive(Default)]
pub struct Drawer {
    imports: HashMap<String, Import>,
    last_import: u64,
    /// A rotation whose new kit was shown and is not confirmed yet.
    pub rotation: Option<Ceremony>,
}

impl Drawer {
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
}

fn gone() -> Fault {
    Refusal::new("roster.no_such_import", "That list is no longer on the desk.")
        .next("Choose the file again.")
        .into()
}
