//! The one command: a call by its name, with its arguments and its reply as JSON.

use serde_json::Value;
use tauri::{AppHandle, State};

use app::desk::LockedBecause;
use app::places::{demo_folder, vault_folder};
use app::{Desk, Fault, doors};

use crate::command_line::Vault;
use crate::dialogs::Source;
use crate::{dialogs, voice, words};

/// The house behind the window.
#[derive(Clone)]
pub struct House {
    desk: Desk,
}

impl House {
    /// Opens the house on one vault; the vault itself stays locked.
    ///
    /// # Errors
    /// When there is no folder to keep it in.
    pub fn open(app: &AppHandle, vault: Vault) -> Result<Self, Fault> {
        let own = vault_folder()?;
        let folder = match vault {
            Vault::Own => own,
            Vault::Demo => demo_folder(&own),
        };
        let heard_by = app.clone();
        let desk = Desk::at(folder, move |happening| voice::pass_on(&heard_by, &happening));
        desk.watch();
        Ok(Self { desk })
    }

    /// Asks the page for what is not saved, and waits a moment for it. False when it is nowhere on the disk.
    pub fn hand_over(&self) -> bool {
        self.desk.hand_over()
    }

    /// Gives the keys back.
    pub fn lock(&self, because: LockedBecause) {
        self.desk.lock(because);
    }

    /// Somebody is at the window.
    pub fn stir(&self) {
        self.desk.stir();
    }

    fn enter(
        &self,
        app: &AppHandle,
        name: &str,
        args: Value,
        job: Option<&str>,
        source: Source,
    ) -> Result<Value, Fault> {
        // The page asks for nothing by itself: behind every call is a hand.
        self.stir();
        let places = doors::door(name).map_or(&[][..], |door| door.files);
        let args = dialogs::fill(app, places, args, source)?;
        self.desk.call(name, args, job)
    }
}

/// Goes through the door called `name`. Never on the thread that draws.
#[tauri::command]
pub async fn call(
    app: AppHandle,
    house: State<'_, House>,
    name: String,
    args: Value,
    job: Option<String>,
    dropped: Option<bool>,
) -> Result<Value, Fault> {
    let house = house.inner().clone();
    let finished = tauri::async_runtime::spawn_blocking(move || {
        voice::page_listens(&app);
        let source = if dropped == Some(true) { Source::Dropped } else { Source::Dialogs };
        house.enter(&app, &name, args, job.as_deref(), source)
    });
    finished.await.unwrap_or_else(|_| Err(Fault::machine(words::CALL_BROKE).next(words::CALL_BROKE_NEXT)))
}
