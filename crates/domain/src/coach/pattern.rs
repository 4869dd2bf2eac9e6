//! Patterns of words, as the files of a language write them.
//!
//! A pattern is words in a row: `told me`, `this|that kind of`, `<person> never`. `a|b` is either, `<name>` a class of
//! the lexicon, `?` after an element means that it may be missing, `*` is any word, `...` up to four of any, `^` at the
//! front means that a sentence begins there. A pattern never reaches over a comma or the end of a sentence, so holding
//! it against a place takes a bounded number of steps.

use super::language::Lexicon;
use super::word::{Word, spell};

/// How many words `...` may stand for.
const WIDEST_GAP: usize = 4;
/// The most elements that a pattern may have.
const MOST_ELEMENTS: usize = 10;

/// One place of a pattern.
#[derive(Clone, Debug)]
enum Element {
    /// One of these words, or a word of one of these classes.
    OneOf { words: Vec<u32>, classes: u64, optional: bool },
    /// Any word.
    Any { optional: bool },
    /// Up to [`WIDEST_GAP`] words.
    Gap,
}

/// The place by which a pattern is found.
#[derive(Clone, Copy, Debug)]
pub struct Anchor<'a> {
    /// The words that may stand there.
    pub words: &'a [u32],
    /// The classes whose words may stand there.
    pub classes: u64,
    /// How many words stand before it at least.
    pub nearest: usize,
    /// How many words stand before it at most.
    pub farthest: usize,
}

/// A pattern, ready to be held against words.
#[derive(Clone, Debug)]
pub struct Pattern {
    elements: Vec<Element>,
    begins: bool,
}

impl Pattern {
    /// Reads a pattern; its words are added to the lexicon.
    pub fn read(written: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let mut elements = Vec::new();
        let (begins, rest) = written.strip_prefix("^ ").map_or((false, written), |rest| (true, rest));
        for piece in rest.split_whitespace() {
            let (piece, optional) = piece.strip_suffix('?').map_or((piece, false), |piece| (piece, true));
            elements.push(match piece {
                "..." => Element::Gap,
                "*" => Element::Any { optional },
                _ => {
                    let (mut words, mut classes) = (Vec::new(), 0);
                    for choice in piece.split('|') {
                        if let Some(name) = choice.strip_prefix('<') {
                            classes |= lexicon.class(name.trim_end_matches('>'))?;
                        } else {
                            words.push(lexicon.add(choice)?);
                        }
                    }
                    words.sort_unstable();
                    Element::OneOf { words, classes, optional }
                }
            });
        }
        let opens = matches!(elements.first(), Some(Element::OneOf { optional: false, .. }));
        if !opens || elements.len() > MOST_ELEMENTS {
            return Err(format!(
                "`{written}` has to begin with words and have at most {MOST_ELEMENTS} parts"
            ));
        }
        Ok(Self { elements, begins })
    }

    /// The words and classes that it begins with.
    pub fn opening(&self) -> (&[u32], u64) {
        match self.elements.first() {
            Some(Element::OneOf { words, classes, .. }) => (words, *classes),
            _ => (&[], 0),
        }
    }

    /// The place by which it is found best: the one that costs least, of those that may not be missing and stand at
    /// nearly the same distance from the beginning.
    pub fn anchor(&self, cost: impl Fn(&[u32], u64) -> u64) -> Anchor<'_> {
        let (words, classes) = self.opening();
        let mut best = Anchor { words, classes, nearest: 0, farthest: 0 };
        let mut least = cost(words, classes);
        let (mut nearest, mut farthest) = (0, 0);
        for element in &self.elements {
            match element {
                Element::OneOf { words, classes, optional: false } => {
                    let costs = cost(words, *classes).saturating_mul(1 + farthest as u64 - nearest as u64);
                    if costs < least && farthest - nearest <= WIDEST_GAP {
                        least = costs;
                        best = Anchor { words, classes: *classes, nearest, farthest };
                    }
                    (nearest, farthest) = (nearest + 1, farthest + 1);
                }
                Element::Any { optional: false } => (nearest, farthest) = (nearest + 1, farthest + 1),
                Element::OneOf { .. } | Element::Any { .. } => farthest += 1,
                Element::Gap => farthest += WIDEST_GAP,
            }
        }
        best
    }

    /// Where it ends (one after its last word) when it begins at `at`; the longest way counts.
    pub fn end(&self, words: &[Word], at: usize) -> Option<usize> {
        let first = words.get(at)?;
        if self.begins && !first.begins {
            return None;
        }
        fits(&self.elements, words, at, true)
    }
}

fn fits(elements: &[Element], words: &[Word], at: usize, opening: bool) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(at) };
    let word = words.get(at).filter(|word| opening || !(word.begins || word.after_break));
    let take = || fits(rest, words, at + 1, false);
    match element {
        Element::OneOf { words: choices, classes, optional } => {
            let is_one = word.is_some_and(|word| {
                word.classes & classes != 0
                    || word.number.is_some_and(|number| choices.binary_search(&number).is_ok())
            });
            let taken = is_one.then(take).flatten();
            taken.or_else(|| optional.then(|| fits(rest, words, at, opening)).flatten())
        }
        Element::Any { optional } => {
            let taken = word.and_then(|_| take());
            taken.or_else(|| optional.then(|| fits(rest, words, at, opening)).flatten())
        }
        Element::Gap => {
            let mut until = at;
            loop {
                if let Some(end) = fits(rest, words, until, opening && until == at) {
                    return Some(end);
                }
                let next = words.get(until)?;
                if until - at == WIDEST_GAP || next.begins || next.after_break {
                    return None;
                }
                until += 1;
            }
        }
    }
}

/// A word as a pattern may write it.
pub fn check_word(word: &str) -> Result<String, String> {
    let plain = |letter: char| letter.is_alphanumeric() || letter == '\'';
    if word.is_empty() || !word.chars().all(plain) {
        return Err(format!("`{word}` is no single word"));
    }
    let mut spelled = String::new();
    spell(word, &mut spelled);
    if spelled != word {
        return Err(format!("`{word}` has to be written `{spelled}`"));
    }
    Ok(spelled)
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use crate::coach::language::Lexicon;

    #[test]
    fn a_pattern_begins_with_words_that_are_spelled_as_they_are_compared() {
        for (written, fine) in [
            ("maybe", true),
            ("i|we * think?", true),
            ("^ so ... what", true),
            ("", false),
            ("maybe? not", false),
            ("* not", false),
            ("... not", false),
            ("Maybe", false),
            ("naïve", false),
            ("well-prepared", false),
            ("a||b", false),
            ("<nobody>", false),
            ("a b c d e f g h i j k", false),
        ] {
            assert_eq!(Pattern::read(written, &mut Lexicon::default()).is_ok(), fine, "{written:?}");
        }
    }
}
