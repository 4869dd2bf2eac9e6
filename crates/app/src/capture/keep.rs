//! Writing something down while the vault is locked.

use domain::folder::Polarity;
use domain::text::check_line;
use domain::{NoteId, PersonId};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::words::Words;
use crate::Fault;
use crate::call::OutsideCall;
use crate::desk::{House, Work};
use crate::reply::None;

/// Seals a note to the vault, whether it is open or not. Needs no key and answers nothing but that it is kept: not who is
/// in the vault, and not what waits.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Whom it is about, in as many letters as are wanted; nobody is looked up.
    pub about: Option<String>,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// What happened, Markdown.
    pub text: String,
}

impl OutsideCall for Keep {
    type Reply = None;

    fn run(self, house: &House, _work: &Work) -> Result<Self::Reply, Fault> {
        let (now, today) = (house.clock().now(), house.clock().today());
        let about = self.about.unwrap_or_default().trim().to_owned();
        check_line("name", &about)?;
        let words = Words { at: now, on: today, about, polarity: self.polarity, text: self.text };
        // What no note could say is refused now, while its writer is there.
        words.clone().into_note(NoteId::make(), PersonId::make(), now, today).check(today)?;
        let sealed = serde_json::to_vec(&words).map(Zeroizing::new);
        let sealed = sealed.map_err(|_| Fault::machine("The note could not be written down."))?;
        store::vault::capture::capture(house.folder(), &sealed)?;
        Ok(None {})
    }
}
