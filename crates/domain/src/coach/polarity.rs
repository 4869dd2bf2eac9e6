//! What in a piece praises and what names something to improve.

use super::language::{Lexicon, Purpose};
use super::word::{Sentence, Word};

/// How many words before a mark a word that says no is looked for.
const REACH: usize = 3;

/// A place where a pattern stands, from and up to a word.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// What the pattern is for.
    pub purpose: Purpose,
    /// Its first word.
    pub first: usize,
    /// One after its last.
    pub last: usize,
    /// What may stand there instead.
    pub replacements: &'a [&'static str],
}

/// A place that praises, or names something to improve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its first word.
    pub first: usize,
    /// Whether it praises.
    pub praises: bool,
}

/// The marks of a piece in order. The longest pattern at a place decides; what is denied turns round: "not good" is to
/// improve, "no mistakes" is neither, and so is a mistake that somebody fixed.
pub fn marks(hits: &[Hit], words: &[Word], lexicon: &Lexicon) -> Vec<Mark> {
    let mut found: Vec<&Hit> = hits
        .iter()
        .filter(|hit| matches!(hit.purpose, Purpose::Praise | Purpose::Criticism | Purpose::Excuse))
        .collect();
    // Of two alike the excuse comes first, for it knows more.
    found.sort_by_key(|hit| (hit.first, std::cmp::Reverse(hit.last), hit.purpose != Purpose::Excuse));
    let (mut marks, mut free_from) = (Vec::new(), 0);
    for hit in found {
        if hit.first < free_from {
            continue;
        }
        free_from = hit.last;
        let praises = match hit.purpose {
            Purpose::Praise => true,
            Purpose::Criticism => false,
            _ => continue,
        };
        match (praises, turned(hit.first, words, lexicon)) {
            (_, Turned::Not) => marks.push(Mark { first: hit.first, praises }),
            (true, Turned::Denied) => marks.push(Mark { first: hit.first, praises: false }),
            (true, Turned::Solved) => marks.push(Mark { first: hit.first, praises: true }),
            (false, Turned::Denied | Turned::Solved) => {}
        }
    }
    marks
}

enum Turned {
    Not,
    Denied,
    Solved,
}

fn turned(first: usize, words: &[Word], lexicon: &Lexicon) -> Turned {
    let mut solved = false;
    let mut next = first;
    for _ in 0..REACH {
        // Denial does not reach over a comma.
        if words.get(next).is_none_or(|word| word.begins || word.after_break) {
            break;
        }
        let Some(word) = next.checked_sub(1).and_then(|before| words.get(before)) else { break };
        next -= 1;
        if word.classes & lexicon.not != 0 {
            // "did not fix the mistake": two that cancel.
            return if solved { Turned::Not } else { Turned::Denied };
        }
        solved |= word.classes & lexicon.solving != 0;
    }
    if solved { Turned::Solved } else { Turned::Not }
}

/// The marks between two words.
pub fn between(marks: &[Mark], first: usize, last: usize) -> &[Mark] {
    let from = marks.partition_point(|mark| mark.first < first);
    let to = marks.partition_point(|mark| mark.first < last);
    marks.get(from..to).unwrap_or_default()
}

/// Whether there is praise and nothing to improve.
pub fn only_praises(marks: &[Mark]) -> bool {
    !marks.is_empty() && marks.iter().all(|mark| mark.praises)
}

/// Whether it begins with something to improve.
pub fn begins_to_improve(marks: &[Mark]) -> bool {
    marks.first().is_some_and(|mark| !mark.praises)
}

/// The sentence that a word is in, by its place.
pub fn sentence_of(sentences: &[Sentence], word: usize) -> usize {
    sentences.partition_point(|sentence| sentence.first <= word).saturating_sub(1)
}
