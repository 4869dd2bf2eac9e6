//! The approval of exact words: by their fingerprint, so that an approval fits no other words.

use domain::review::{InputState, PeerInput};
use domain::{PeerInputId, Refusal};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;
use crate::review::hash_of;

/// So many digits of the fingerprint stand in a message: 80 bits, and short enough to be typed.
const CODE_BYTES: usize = 10;

/// The sentence of the message above the line that approves.
pub(super) const ASKS_FOR_THE_LINE: &str = "If they are right, answer with this line:";

/// The code that stands for the exact words of an input: the beginning of their fingerprint, in groups of four.
pub(super) fn code_of(input: &PeerInput) -> String {
    let digits: String = hash_of(input).0.iter().take(CODE_BYTES).map(|byte| format!("{byte:02x}")).collect();
    let groups: Vec<&str> =
        digits.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("-")
}

/// Records that somebody approved the words as they stand, by word of mouth.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Approve {
    /// Which input.
    pub id: PeerInputId,
    /// The words that were approved. They have to be those that are kept.
    pub words: String,
}

impl OpenCall for Approve {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let input: PeerInput = need(deed.read(), self.id)?;
            if input.words != self.words {
                return Err(other_words().into());
            }
            deed.put(&approved(input)?)
        })
    }
}

/// The input with its words approved. Whoever was not asked yet is asked by it.
fn approved(input: PeerInput) -> Result<PeerInput, Refusal> {
    let input = match input.state {
        InputState::WrittenUp => PeerInput { state: InputState::SentForApproval, ..input },
        _ => input,
    };
    input.state.check_move(InputState::Approved)?;
    let approved = Some(hash_of(&input));
    let input = PeerInput { state: InputState::Approved, approved, ..input };
    input.check()?;
    Ok(input)
}

fn other_words() -> Refusal {
    Refusal::new("input.other_words", "The words have changed since they were sent.")
        .next("Send them once more, and record the answer to that.")
}

/// Reads the answer to a message: finds the line that approves, and records it where it fits the words as they stand.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReadApproval {
    /// Which input.
    pub id: PeerInputId,
    /// The answer, as it came.
    pub answer: String,
}

/// What an answer said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Approval {
    /// The deed that recorded it.
    pub deed: Option<u64>,
}

impl OpenCall for ReadApproval {
    type Reply = Approval;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        domain::text::check_text(&self.answer)?;
        let codes = codes_in(&self.answer);
        let done = desk.deed(Self::NAME, |deed| {
            let input: PeerInput = need(deed.read(), self.id)?;
            if codes.is_empty() {
                let refusal = Refusal::new("input.no_approval", "No line in this answer approves the words.");
                return Err(refusal
                    .next("Look for the line that begins with \u{201c}Approved:\u{201d}.")
                    .into());
            }
            if !codes.contains(&code_of(&input).replace('-', "")) {
                return Err(other_words().into());
            }
            deed.put(&approved(input)?)
        })?;
        Ok(Approval { deed: done.deed })
    }
}

/// The codes in an answer. What is quoted from the question approves nothing: a line that a mail program marked as quoted
/// does not begin with the word, and where it marks none, the question begins with the sentence that asks for the line.
fn codes_in(answer: &str) -> Vec<String> {
    let own = answer.lines().map(str::trim).take_while(|line| *line != ASKS_FOR_THE_LINE);
    own.filter_map(|line| {
        let (before, code) = line.split_once(':')?;
        let is_approval = before.trim().eq_ignore_ascii_case("approved");
        let digits: String =
            code.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_ascii_lowercase();
        (is_approval && digits.len() == 2 * CODE_BYTES).then_some(digits)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::codes_in;

    #[test]
    fn e15_only_a_line_that_its_author_wrote_approves() {
        for (answer, expected) in [
            ("Approved: 0011-2233-4455-6677-8899\n", vec!["00112233445566778899"]),
            ("Fine with me\r\n  approved:00112233445566778899\r\n", vec!["00112233445566778899"]),
            ("> Approved: 0011-2233-4455-6677-8899\n\nNot like this.", vec![]),
            ("| Approved: 0011-2233-4455-6677-8899", vec![]),
            (
                "No, please wait.\r\n\r\n-----Original Message-----\r\nMay I use these words?\r\n\r\n\
                 If they are right, answer with this line:\r\nApproved: 0011-2233-4455-6677-8899\r\n",
                vec![],
            ),
            (
                "Approved: 0011-2233-4455-6677-8899\n\n  If they are right, answer with this line:\nApproved: x",
                vec!["00112233445566778899"],
            ),
            ("Approved: 0011-2233", vec![]),
            ("Approved: 0011-2233-4455-6677-8899-00", vec![]),
            ("Approved.", vec![]),
            ("Not approved: 0011-2233-4455-6677-8899", vec![]),
        ] {
            assert_eq!(codes_in(answer), expected, "{answer}");
        }
    }
}
