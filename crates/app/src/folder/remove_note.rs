//! Taking a note out of the folder.

use domain::folder::Note;
use domain::review::chip::{Target, chips};
use domain::{NoteId, Refusal};
use serde::Deserialize;
use store::StoreFault;
use store::noun::{Reading, review};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Removes a note with the files kept with it. It can be undone. One that a review rests on goes only when that was said;
/// the review keeps its text.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct RemoveNote {
    /// Which note.
    pub id: NoteId,
    /// It goes although a review rests on it.
    pub though_used: Option<bool>,
}

impl OpenCall for RemoveNote {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let note = need::<Note>(deed.read(), self.id)?;
            if self.though_used != Some(true) && is_used(deed.read(), &note)? {
                return Err(in_use().into());
            }
            store::noun::note::remove(deed, self.id)
        })
    }
}

/// Whether a review of the person, or a point of one, has a chip to it.
fn is_used(read: &Reading, note: &Note) -> Result<bool, StoreFault> {
    let rests = |text: &str| chips(text).iter().any(|chip| chip.target == Target::Note(note.id));
    for line in review::lines(read, Some(note.person), None)? {
        let points = review::points(read, line.review.id)?;
        let in_points =
            points.iter().any(|point| rests(&point.message) || rests(&point.text) || rests(&point.answer));
        if rests(&line.review.text) || in_points {
            return Ok(true);
        }
    }
    Ok(false)
}

fn in_use() -> Refusal {
    Refusal::new("note.in_use", "A review rests on this note.")
        .next("Remove it all the same, or take it out of the review first. The review keeps its text.")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::desk::trial::Trial;

    #[test]
    fn br2_br3_a_note_that_a_review_rests_on_goes_only_when_that_was_said_and_the_text_stays() {
        let trial = Trial::begin();
        let (maya, tom) = (trial.person("Maya Okafor"), trial.person("Tom Berg"));
        let keep = || {
            let note = json!({ "person": maya, "polarity": "praise", "text": "Led the drill." });
            trial.call("folder.keep_note", note)["id"].clone()
        };
        let (used, free) = (keep(), keep());
        let text = format!("She led it. [2 Oct](inglenook:note/{}) Calm.", used.as_str().expect("an id"));
        let review = json!({ "person": maya, "cycle": "2026", "text": text });
        let review = trial.call("review.save", review)["id"].clone();
        trial.call("review.save", json!({ "person": tom, "cycle": "2026", "text": "" }));
        let page = || trial.call("review.get", json!({ "id": review }));
        assert_eq!(page()["words"], 4, "a chip is no word");
        trial.call("folder.remove_note", json!({ "id": free }));
        let refused = trial.refused("folder.remove_note", json!({ "id": used }));
        assert_eq!(refused.rule.as_deref(), Some("note.in_use"));
        assert_eq!(trial.call("folder.list", json!({ "person": maya }))[0]["id"], used);
        trial.call("folder.remove_note", json!({ "id": used, "though_used": true }));
        assert_eq!(trial.call("folder.list", json!({ "person": maya })), json!([]));
        assert_eq!(page()["text"], text);
    }

    #[test]
    fn a_note_that_a_point_rests_on_goes_only_when_that_was_said() {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let begun = json!({ "person": maya, "cycle": "2026", "text": "" });
        let review = trial.call("review.save", begun)["id"].clone();
        for field in ["message", "text"] {
            let note = json!({ "person": maya, "polarity": "praise", "text": "Led the drill." });
            let note = trial.call("folder.keep_note", note)["id"].clone();
            let chip = format!("She led it [2 Oct](inglenook:note/{})", note.as_str().expect("an id"));
            let point =
                trial.call("review.save_point", json!({ "review": review, field: chip }))["id"].clone();
            let refused = trial.refused("folder.remove_note", json!({ "id": note }));
            assert_eq!(refused.rule.as_deref(), Some("note.in_use"), "{field}");
            trial.call("review.remove_point", json!({ "id": point }));
            trial.call("folder.remove_note", json!({ "id": note }));
        }
    }

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
