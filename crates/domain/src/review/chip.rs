//! Chips: small links in the text of a review, each to the record a sentence rests on.
//!
//! A chip is a Markdown link whose address is the application's own: `[2 Oct](inglenook:note/0197…)`. It is a part of the
//! text. So it moves, is copied and goes away with the sentence it stands in, and a text that is edited anywhere (here, in
//! another program, by a merge of two machines) still says what it rests on. What leaves the vault has none of them
//! ([`without_chips`]).

use std::ops::Range;

use crate::{GoalId, MeetingId, NoteId, PeerInputId, RecordId, TalkId};

/// How the address of every chip begins.
const SCHEME: &str = "inglenook:";

/// What a chip points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A note of the fuzzy folder.
    Note(NoteId),
    /// A 1:1.
    Meeting(MeetingId),
    /// A goal.
    Goal(GoalId),
    /// A talk.
    Talk(TalkId),
    /// Words of somebody else, approved and without a name.
    Quote(PeerInputId),
    /// Nothing: the text says that its point is new, and was not talked about before.
    New,
}

impl Target {
    /// From what stands behind the scheme.
    fn read(address: &str) -> Option<Self> {
        if address == "new" {
            return Some(Self::New);
        }
        let (noun, id) = address.split_once('/')?;
        let id: RecordId = id.parse().ok()?;
        match noun {
            "note" => Some(Self::Note(id.into())),
            "one_on_one" => Some(Self::Meeting(id.into())),
            "goal" => Some(Self::Goal(id.into())),
            "talk" => Some(Self::Talk(id.into())),
            "quote" => Some(Self::Quote(id.into())),
            _ => None,
        }
    }

    /// The address of a chip to it.
    pub fn address(self) -> String {
        let (noun, id) = match self {
            Self::New => return format!("{SCHEME}new"),
            Self::Note(id) => ("note", id.record()),
            Self::Meeting(id) => ("one_on_one", id.record()),
            Self::Goal(id) => ("goal", id.record()),
            Self::Talk(id) => ("talk", id.record()),
            Self::Quote(id) => ("quote", id.record()),
        };
        format!("{SCHEME}{noun}/{id}")
    }

    /// Whether it is something that happened, rather than a word about the point.
    pub fn is_evidence(self) -> bool {
        self != Self::New
    }
}

/// A chip in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip<'a> {
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
    /// What is read on it.
    pub label: &'a str,
    /// What it points at.
    pub target: Target,
}

/// The chips of a text, in its order. An address that says nothing is no chip and stays text.
pub fn chips(text: &str) -> Vec<Chip<'_>> {
    let mut found: Vec<Chip<'_>> = Vec::new();
    let opens = format!("]({SCHEME}");
    for (middle, _) in text.match_indices(&opens) {
        let address = middle + opens.len();
        let Some(length) = text[address..].find(')') else { continue };
        let Some(target) = Target::read(&text[address..address + length]) else { continue };
        // A label is behind the chip before it.
        let before = found.last().map_or(0, |chip| chip.at.end);
        let label = text.get(before..middle).and_then(|label| label.rfind('['));
        let Some(from) = label.map(|from| before + from) else { continue };
        found.push(Chip { at: from..address + length + 1, label: &text[from + 1..middle], target });
    }
    found
}

/// The text as it leaves the vault: without chips and the space before each. That a point is new stays, for it is said
/// to its reader.
pub fn without_chips(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = 0;
    for chip in chips(text) {
        let before = &text[rest..chip.at.start];
        if chip.target.is_evidence() {
            left.push_str(before.strip_suffix(' ').unwrap_or(before));
        } else {
            left.push_str(before);
            left.push('(');
            left.push_str(chip.label);
            left.push(')');
        }
        rest = chip.at.end;
    }
    left.push_str(&text[rest..]);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0197a3c0-0000-7000-8000-000000000001";

    fn id() -> RecordId {
        ID.parse().expect("an id")
    }

    #[test]
    fn a_chip_is_found_wherever_its_sentence_goes() {
        for (noun, target) in [
            ("note", Target::Note(id().into())),
            ("one_on_one", Target::Meeting(id().into())),
            ("goal", Target::Goal(id().into())),
            ("talk", Target::Talk(id().into())),
            ("quote", Target::Quote(id().into())),
        ] {
            let address = format!("inglenook:{noun}/{ID}");
            assert_eq!(target.address(), address);
            for text in [
                format!("She stayed. [2 Oct]({address})"),
                format!("[2 Oct]({address}) stands first, [x](y)"),
            ] {
                let found = chips(&text);
                assert_eq!((found.len(), found[0].label, found[0].target), (1, "2 Oct", target), "{text}");
                assert_eq!(&text[found[0].at.clone()], format!("[2 Oct]({address})"));
            }
        }
        assert_eq!(Target::New.address(), "inglenook:new");
    }

    #[test]
    fn what_points_nowhere_is_no_chip() {
        for text in [
            "",
            "[2 Oct](https://example.org/note/1)",
            "[2 Oct](inglenook:note/nothing)",
            "[2 Oct](inglenook:person/0197a3c0-0000-7000-8000-000000000001)",
            "[2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001",
            "2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001)",
            "](inglenook:new)](inglenook:new)",
            "inglenook:new",
        ] {
            assert_eq!(chips(text), [], "{text}");
            assert_eq!(without_chips(text), text);
        }
    }

    #[test]
    fn e25_no_chip_leaves_and_a_new_point_still_says_so() {
        let note = format!("inglenook:note/{ID}");
        for (text, left) in [
            (
                format!("Cut failover to 104 s. [2 Oct]({note}) She led it."),
                "Cut failover to 104 s. She led it.",
            ),
            (format!("Both. [2 Oct]({note}) [21 May]({note})"), "Both."),
            (format!("[2 Oct]({note})"), ""),
            ("Hard to reach [new](inglenook:new).".to_owned(), "Hard to reach (new)."),
            ("[new](inglenook:new)](inglenook:new) twice".to_owned(), "(new)](inglenook:new) twice"),
        ] {
            assert_eq!(without_chips(&text), left, "{text}");
        }
    }
}
