//! After opening: what could not be saved before the last lock is put where it belongs.

use domain::one_on_one::{Margin, Meeting, Section};
use domain::person::Person;
use domain::review::{PeerInput, Point, Review};
use domain::{MarginId, text};
use store::StoreFault;
use store::gate::Deed;

use super::unsaved::{TakenUp, TextPlace, UnsavedText};
use super::{Desk, Happening, need};
use crate::call::Call;
use crate::{Fault, input, one_on_one, person, review, words};

impl Desk {
    /// Puts the texts that waited for this opening where they belong, as ordinary deeds, and says what became of them.
    /// One that no longer fits is left over, for its owner to look at.
    pub(crate) fn take_up(&self) {
        let TakenUp { texts, mut findings } = self.house.unsaved().take_up(self.house.clock().now());
        if !texts.is_empty() {
            let (mut saved, mut left_over) = (0, Vec::new());
            for waiting in texts {
                match self.put_back(&waiting) {
                    Ok(is_news) => saved += usize::from(is_news),
                    Err(_) => left_over.push(waiting),
                }
            }
            findings.extend(words::put_back(saved));
            findings.extend(words::left_over(left_over.len()));
            self.house.unsaved().leave_over(left_over);
        }
        if !findings.is_empty() {
            (self.house.hear)(Happening::Found { findings });
        }
    }

    /// Whether it was different from what stands there.
    fn put_back(&self, waiting: &UnsavedText) -> Result<bool, Fault> {
        text::check_text(&waiting.text)?;
        let name = match waiting.place {
            TextPlace::Section { .. } => one_on_one::Write::NAME,
            TextPlace::Margin { .. } => one_on_one::WriteMargin::NAME,
            TextPlace::About { .. } => person::Save::NAME,
            TextPlace::Review { .. } => review::Save::NAME,
            TextPlace::ReviewPoint { .. } => review::SavePoint::NAME,
            TextPlace::PeerInput { .. } => input::Save::NAME,
            TextPlace::Form { .. } => return Err(Fault::wrong_use("A form is sent by its owner.")),
        };
        let saved = self.on_open(|desk| desk.save(name, |deed| write(deed, waiting)))?;
        Ok(saved.deed.is_some())
    }
}

/// Everything else about the record stays as it is by now.
fn write(deed: &mut Deed<'_>, waiting: &UnsavedText) -> Result<(), StoreFault> {
    let text = waiting.text.clone();
    match waiting.place {
        TextPlace::Section { id } => {
            let section = one_on_one::open_section(deed.read(), id)?;
            deed.put(&Section { text, ..section })
        }
        TextPlace::Margin { meeting } => {
            let meeting: Meeting = need(deed.read(), meeting)?;
            match store::noun::meeting::margin(deed.read(), meeting.id)? {
                Some(written) => deed.put(&Margin { text, ..written.value }),
                None => deed.put(&Margin::beside(MarginId::make(), meeting.id, text)),
            }
        }
        TextPlace::About { person } => {
            let person: Person = need(deed.read(), person)?;
            deed.put(&Person { about: text, ..person })
        }
        TextPlace::Review { id } => {
            let review: Review = need(deed.read(), id)?;
            review.check_open()?;
            deed.put(&Review { text, ..review })
        }
        TextPlace::ReviewPoint { id, message } => {
            let point: Point = need(deed.read(), id)?;
            review::write_in(deed, &need(deed.read(), point.review)?, point.of)?;
            deed.put(&if message { Point { message: text, ..point } } else { Point { text, ..point } })
        }
        TextPlace::PeerInput { id, words } => {
            let input: PeerInput = need(deed.read(), id)?;
            deed.put(&if words { input.with_words(text) } else { PeerInput { notes: text, ..input } })
        }
        TextPlace::Form { .. } => Err(StoreFault::Missing),
    }
}

#[cfg(test)]
mod tests;
