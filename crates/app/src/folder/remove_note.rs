//! Taking a note out of the folder.

use domain::NoteId;
use domain::folder::Note;
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Removes a note with the files kept with it. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveNote {
    /// Which note.
    pub id: NoteId,
}

impl OpenCall for RemoveNote {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Note>(deed.read(), self.id)?;
            store::noun::note::remove(deed, self.id)
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::desk::trial::Trial;

    #[test]
    fn the_files_of_a_note_go_and_come_back_with_it() {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let note = json!({ "person": maya, "polarity": "praise", "text": "Led the drill." });
        let note = trial.call("folder.keep_note", note)["id"].clone();
        let file = trial.place("thanks.txt");
        std::fs::write(&file, "Thank you").expect("written");
        trial.call("attachment.add", json!({ "record": note, "kind": "note", "file": file }));
        let files = || trial.call("attachment.list", json!({ "record": note }));
        let kept = files();
        let counted = || trial.call("folder.list", json!({ "person": maya }))[0]["files"].clone();
        assert_eq!((counted(), kept[0]["name"].clone()), (json!(1), json!("thanks.txt")));
        trial.call("folder.remove_note", json!({ "id": note }));
        assert_eq!(files(), json!([]));
        trial.call("history.undo", json!({}));
        assert_eq!((counted(), files()), (json!(1), kept));
    }
}
