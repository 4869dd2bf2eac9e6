//! The desktop's own dialogs. A page never names a path: it makes a call, and the owner chooses.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use app::Fault;
use app::call::Place;
use serde_json::{Map, Value};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::dropped::Dropped;
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

    fn ask(&self, app: &AppHandle, place: Place, called: &str) -> Option<PathBuf> {
        match self {
            Self::Owner => ask_owner(app, place, called),
            Self::Test(answers) => next_line(answers),
        }
    }
}

/// Where a file comes from that a call opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The owner chooses it.
    Dialogs,
    /// The owner dropped it on the window.
    Dropped,
}

/// Puts the owner's choice into every argument that names a place, whatever the page sent there.
///
/// # Errors
/// Cancelled, when a dialog was closed without a choice, or nothing dropped is left.
pub fn fill(app: &AppHandle, places: &[(&str, Place)], args: Value, source: Source) -> Result<Value, Fault> {
    if places.is_empty() {
        return Ok(args);
    }
    let dialogs = app.state::<Dialogs>();
    fill_with(places, args, |place, called| match (source, place) {
        (Source::Dropped, Place::Open(_)) => app.state::<Dropped>().take(),
        _ => dialogs.ask(app, place, called),
    })
}

fn fill_with(
    places: &[(&str, Place)],
    args: Value,
    mut ask: impl FnMut(Place, &str) -> Option<PathBuf>,
) -> Result<Value, Fault> {
    let mut fields = match args {
        Value::Object(fields) => fields,
        Value::Null => Map::new(),
        // Not a set of arguments at all: the house says so better.
        other => return Ok(other),
    };
    for (field, place) in places {
        let chosen = ask(*place, &called_at_first(*place, &fields)).ok_or_else(Fault::cancelled)?;
        let path = with_an_ending(chosen, *place).into_os_string().into_string();
        let path = path.map_err(|_| Fault::machine(words::PATH_NOT_TEXT).next(words::PATH_NOT_TEXT_NEXT))?;
        fields.insert((*field).to_owned(), Value::String(path));
    }
    Ok(Value::Object(fields))
}

/// What a file to be written is called before the owner chooses: a plain name, whatever the page says.
fn called_at_first(place: Place, fields: &Map<String, Value>) -> String {
    match place {
        Place::Save(name, _) => name.to_owned(),
        Place::Copy(field) => {
            let said = fields.get(field).and_then(Value::as_str).map(Path::new);
            said.and_then(Path::file_name)
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
        }
        Place::Open(_) | Place::Folder => String::new(),
    }
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

fn ask_owner(app: &AppHandle, place: Place, called: &str) -> Option<PathBuf> {
    let mut dialog = app.dialog().file();
    if let Some(window) = window::of(app) {
        dialog = dialog.set_parent(&window);
    }
    let chosen = match place {
        Place::Open(endings) => offering(dialog, endings).set_title(words::CHOOSE_FILE).blocking_pick_file(),
        Place::Save(_, endings) => {
            let dialog = offering(dialog, endings).set_title(words::SAVE_AS);
            dialog.set_file_name(called).blocking_save_file()
        }
        Place::Copy(_) => dialog.set_title(words::SAVE_AS).set_file_name(called).blocking_save_file(),
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
        let filled = fill_with(&[("file", Place::Open(&[]))], sent, |_, _| Some("/chosen".into())).unwrap();
        assert_eq!(filled, json!({"file": "/chosen", "kind": "x"}));
    }

    #[test]
    fn no_arguments_at_all_are_filled_too() {
        let filled = fill_with(&[("folder", Place::Folder)], Value::Null, |_, _| Some("/f".into())).unwrap();
        assert_eq!(filled, json!({"folder": "/f"}));
    }

    #[test]
    fn a_closed_dialog_stops_the_call_and_asks_no_further() {
        let mut asked = 0;
        let places = [("file", Place::Open(&[])), ("folder", Place::Folder)];
        let stopped = fill_with(&places, json!({}), |_, _| {
            asked += 1;
            None
        });
        assert_eq!(serde_json::to_value(stopped.unwrap_err()).unwrap()["kind"], "cancelled");
        assert_eq!(asked, 1);
    }

    #[test]
    fn a_copy_is_called_at_first_what_the_page_says_and_never_lies_elsewhere_for_it() {
        for (said, expected) in [
            (json!("drill.pdf"), "drill.pdf"),
            (json!("../../.bashrc"), ".bashrc"),
            (json!("/etc/passwd"), "passwd"),
            (json!(".."), ""),
            (json!(7), ""),
            (Value::Null, ""),
        ] {
            let mut asked = None;
            let sent = json!({ "id": "x", "name": said.clone() });
            fill_with(&[("file", Place::Copy("name"))], sent, |_, called| {
                asked = Some(called.to_owned());
                Some("/chosen".into())
            })
            .unwrap();
            assert_eq!(asked.as_deref(), Some(expected), "{said}");
        }
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
