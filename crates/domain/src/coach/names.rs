//! The names of the people somebody knows, found as a whole or by their first or last word.

use std::collections::HashMap;

use super::language::{Lexicon, class};
use super::word::{Sentence, Word, is_apostrophe};
use crate::spelling;

/// A last name of fewer letters is not looked for by itself.
const SHORTEST_LAST_NAME: usize = 3;

/// A name, or a part of one that stands for it.
#[derive(Debug)]
struct Form {
    words: Vec<u32>,
    about: bool,
    /// One word that the language uses for other things too: Mark, Grace, May.
    ordinary: bool,
}

/// The names that are looked for.
#[derive(Debug, Default)]
pub struct Names {
    words: HashMap<String, u32>,
    /// The forms by their first word.
    forms: HashMap<u32, Vec<Form>>,
}

/// Somebody who is named, from and up to a word.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The first word.
    pub first: usize,
    /// One after the last.
    pub last: usize,
}

impl Names {
    /// Gets names ready to be looked for.
    pub fn new(about: &[String], known: &[String], lexicon: &Lexicon) -> Self {
        let mut names = Self::default();
        for (list, is_about) in [(about, true), (known, false)] {
            for name in list {
                names.add(name, is_about, lexicon);
            }
        }
        // The longest form first, and of two alike the person it is about.
        for forms in names.forms.values_mut() {
            forms.sort_by_key(|form| (std::cmp::Reverse(form.words.len()), !form.about));
        }
        names
    }

    fn add(&mut self, name: &str, about: bool, lexicon: &Lexicon) {
        let folded = spelling::fold(&name.replace(is_apostrophe, ""));
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut forms: Vec<&[&str]> = vec![&words];
        if let [first, .., last] = words.as_slice() {
            forms.push(std::slice::from_ref(first));
            if last.chars().count() >= SHORTEST_LAST_NAME {
                forms.push(std::slice::from_ref(last));
            }
        }
        for form in forms {
            let ordinary = matches!(form, [word] if lexicon.word(word).is_some_and(|known| known.classes & lexicon.ordinary != 0));
            let words: Vec<u32> = form.iter().map(|word| self.number(word)).collect();
            if let Some(first) = words.first().copied() {
                self.forms.entry(first).or_default().push(Form { words, about, ordinary });
            }
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        *self.words.entry(word.to_owned()).or_insert(next)
    }

    /// The number of a word that is part of a name.
    pub fn word(&self, spelled: &str) -> Option<u32> {
        if self.words.is_empty() {
            return None;
        }
        // O'Neill is one word.
        let word = if spelled.contains('\'') { &spelled.replace('\'', "") } else { spelled };
        self.words.get(word).copied()
    }

    /// Marks the words that name somebody, and says where others than the person it is about are named.
    pub fn mark(&self, words: &mut [Word], sentences: &[Sentence], lexicon: &Lexicon) -> Vec<Named> {
        let mut named = Vec::new();
        if self.forms.is_empty() {
            return named;
        }
        for sentence in sentences {
            let mut at = sentence.first;
            while at < sentence.last {
                let found = words[at].name.and_then(|first| self.forms.get(&first)).and_then(|forms| {
                    forms.iter().find(|form| form.stands_at(at, &words[..sentence.last], lexicon))
                });
                let Some(form) = found else {
                    at += 1;
                    continue;
                };
                let last = at + form.words.len();
                let bit = if form.about { class::ABOUT } else { class::KNOWN };
                for word in &mut words[at..last] {
                    word.classes = word.classes & !class::CAPITAL | bit;
                }
                if !form.about {
                    named.push(Named { first: at, last });
                }
                at = last;
            }
        }
        named
    }
}

impl Form {
    fn stands_at(&self, at: usize, words: &[Word], lexicon: &Lexicon) -> bool {
        let Some(here) = words.get(at..at + self.words.len()) else { return false };
        let same = here.iter().zip(&self.words).all(|(word, number)| word.name == Some(*number));
        // Over a comma goes no name.
        let whole = here.iter().skip(1).all(|word| !word.after_break);
        same && whole && (!self.ordinary || is_meant(at, words, lexicon))
    }
}

/// Whether a word like Mark or Grace is a name here: it has a capital, and where every word has one, it speaks or owns.
fn is_meant(at: usize, words: &[Word], lexicon: &Lexicon) -> bool {
    let word = &words[at];
    let speaks = words.get(at + 1).is_some_and(|next| next.classes & lexicon.saying != 0);
    word.capital && !word.aside && (!word.begins || word.possessive || speaks)
}
