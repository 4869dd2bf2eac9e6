//! The desktop's own dialogs. A page never names a path: it makes a call, and the owner chooses.

use std::path::PathBuf;
use std::sync::Mutex;

use app::Fault;
use app::call::Place;
use serde_json::{Map, Value};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::{Held, window, words};

/// The file whose lines answer the dialogs of a test, one after the other; an empty line closes the dialog.
const ANSWERS: &str = "INGLENOOK_DIALOG_ANSWERS";

/// Who answers the dialogs.
pub enum Dialogs {
    /// The owner.
    Owner,
    /// The lines of a file. The lock makes one call take one line.
    Test(Mutex<PathBuf>),
}

impl Dialogs {
    /// Only a test's window reads answers from a file.
    pub fn answered_by(held: Held) -> Self {
        match (held, std::env::var_os(ANSWERS)) {
            (Held::ByATest, Some(file)) => Self::Test(Mutex::new(file.into())),
            _ => Self::Owner,
        }
    }

    fn ask(&self, app: &AppHandle, place: Place) -> Option<PathBuf> {
        match self {
            Self::Owner => ask_owner(app, place),
            Self::Test(answers) => next_line(answers),
        }
    }
}

/// Puts the owner's choice into every argument that names a place, whatever the page sent there.
///
/// # Errors
/// Cancelled, when a dialog was closed without a choice.
pub fn fill(app: &AppHandle, places: &[(&str, Place)], args: Value) -> Result<Value, Fault> {
    if places.is_empty() {
        return Ok(args);
    }
    let dialogs = app.state::<Dialogs>();
    fill_with(places, args, |place| dialogs.ask(app, place))
}

fn fill_with(
    places: &[(&str, Place)],
    args: Value,
    mut ask: impl FnMut(Place) -> Option<PathBuf>,
) -> Result<Value, Fault> {
    let mut fields = match args {
        Value::Object(fields) => fields,
        Value::Null => Map::new(),
        // Not a set of arguments at all: the house says so better.
        other => return Ok(other),
    };
    for (field, place) in places {
        let chosen = ask(*place).ok_or_else(Fault::cancelled)?;
        let path = with_an_ending(chosen, *place).into_os_string().into_string();
        let path = path.map_err(|_| Fault::machine(words::PATH_NOT_TEXT).next(words::PATH_NOT_TEXT_NEXT))?;
        fields.insert((*field).to_owned(), Value::String(path));
    }
    Ok(Value::Object(fields))
}

/// A name typed without an ending gets the first one offered, unless such a file is there: then the dialog has not
/// asked whether to replace it, and what was typed stands.
fn with_an_ending(chosen: PathBuf, place: Place) -> PathBuf {
    let Place::Save(_, [ending, ..]) = place else { return chosen };
    if chosen.extension().is_some() {
        return chosen;
    }
    let named = chosen.with_extension(ending);
    if named.exists() { chosen } else { named }
}

fn ask_owner(app: &AppHandle, place: Place) -> Option<PathBuf> {
    let mut dialog = app.dialog().file();
    if let Some(window) = window::of(app) {
        dialog = dialog.set_parent(&window);
    }
    let chosen = match place {
        Place::Open(endings) => offering(dialog, endings).set_title(words::CHOOSE_FILE).blocking_pick_file(),
        Place::Save(name, endings) => {
            let dialog = offering(dialog, endings).set_title(words::SAVE_AS);
            dialog.set_file_name(name).blocking_save_file()
        }
        Place::Folder => dialog.set_title(words::CHOOSE_FOLDER).blocking_pick_folder(),
    };
    chosen.and_then(|path| path.into_path().ok())
}

fn offering<R: tauri::Runtime>(dialog: FileDialogBuilder<R>, endings: &[&str]) -> FileDialogBuilder<R> {
    if endings.is_empty() {
        return dialog;
    }
    let shown: Vec<String> = endings.iter().map(|ending| format!("*.{ending}")).collect();
    dialog.add_filter(shown.join(", "), endings)
}

/// Takes the first line away, so that the next dialog gets the next one.
fn next_line(answers: &Mutex<PathBuf>) -> Option<PathBuf> {
    let file = answers.lock().ok()?;
    let text = std::fs::read_to_string(&*file).ok()?;
    let (line, rest) = text.split_once('\n').unwrap_or((&text, ""));
    std::fs::write(&*file, rest).ok()?;
    Some(line.trim()).filter(|line| !line.is_empty()).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const KIT: Place = Place::Save("kit.pdf", &["pdf", "txt"]);

    #[test]
    fn what_the_page_sent_as_a_path_is_replaced() {
        let sent = json!({"file": "/etc/passwd", "kind": "x"});
        let filled = fill_with(&[("file", Place::Open(&[]))], sent, |_| Some("/chosen".into())).unwrap();
        assert_eq!(filled, json!({"file": "/chosen", "kind": "x"}));
    }

    #[test]
    fn no_arguments_at_all_are_filled_too() {
        let filled = fill_with(&[("folder", Place::Folder)], Value::Null, |_| Some("/f".into())).unwrap();
        assert_eq!(filled, json!({"folder": "/f"}));
    }

    #[test]
    fn a_closed_dialog_stops_the_call_and_asks_no_further() {
        let mut asked = 0;
        let places = [("file", Place::Open(&[])), ("folder", Place::Folder)];
        let stopped = fill_with(&places, json!({}), |_| {
            asked += 1;
            None
        });
        assert_eq!(serde_json::to_value(stopped.unwrap_err()).unwrap()["kind"], "cancelled");
        assert_eq!(asked, 1);
    }

    #[test]
    fn a_name_without_an_ending_gets_the_first_one() {
        assert_eq!(with_an_ending("/no/where/kit".into(), KIT), PathBuf::from("/no/where/kit.pdf"));
        assert_eq!(with_an_ending("/no/where/kit.txt".into(), KIT), PathBuf::from("/no/where/kit.txt"));
        assert_eq!(with_an_ending("/no/where".into(), Place::Folder), PathBuf::from("/no/where"));
    }

    #[test]
    fn a_file_that_is_there_is_not_chosen_behind_the_owners_back() {
        let folder = std::env::temp_dir().join(format!("inglenook-ending-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("kit.pdf"), "older").unwrap();
        assert_eq!(with_an_ending(folder.join("kit"), KIT), folder.join("kit"));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_persons_window_never_reads_answers() {
        assert!(matches!(Dialogs::answered_by(Held::ByItsOwner), Dialogs::Owner));
    }
}
