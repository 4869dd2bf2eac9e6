//! A language: its lexicon and its rules, read once from the files that are built in.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::pattern::{Pattern, check_word};
use super::reader::Written;
use super::rule::Rule;
use super::word::Word;

/// A language in which the coach reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
}

/// The files of a language.
struct Files {
    lexicon: &'static str,
    rules: &'static [&'static str],
}

const EN: Files = Files {
    lexicon: include_str!("en/lexicon.txt"),
    rules: &[
        include_str!("en/wording.txt"),
        include_str!("en/sandwich.txt"),
        include_str!("en/praise_but.txt"),
        include_str!("en/others_said.txt"),
        include_str!("en/you_blame.txt"),
        include_str!("en/absolute.txt"),
        include_str!("en/emotive.txt"),
        include_str!("en/hedge.txt"),
        include_str!("en/exclamation.txt"),
        include_str!("en/no_example.txt"),
        include_str!("en/no_number.txt"),
        include_str!("en/known_name.txt"),
    ],
};

impl Language {
    /// Every language.
    pub const ALL: [Self; 1] = [Self::En];

    /// Its rules.
    pub(crate) fn rules(self) -> &'static [Rule] {
        &self.book().rules
    }

    /// What is known of it, read at the first call.
    pub(crate) fn book(self) -> &'static Book {
        static ENGLISH: OnceLock<Book> = OnceLock::new();
        match self {
            // A test reads every file; here a coach without rules is better than none.
            Self::En => ENGLISH.get_or_init(|| self.read().unwrap_or_default()),
        }
    }

    /// Reads its files.
    ///
    /// # Errors
    /// Says which file is mistaken, and where.
    pub(crate) fn read(self) -> Result<Book, String> {
        let files = match self {
            Self::En => &EN,
        };
        Book::read(files)
    }

    /// What BCP 47 calls it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
        }
    }
}

/// The classes that are not lists of words, as bits; those of the lexicon come after them.
pub mod class {
    /// Has a digit.
    pub const NUMBER: u64 = 1;
    /// Names the person the text is about.
    pub const ABOUT: u64 = 1 << 1;
    /// Names somebody else who is known.
    pub const KNOWN: u64 = 1 << 2;
    /// Looks like a name.
    pub const CAPITAL: u64 = 1 << 3;
    /// Is quoted, code or an address.
    pub const QUOTE: u64 = 1 << 4;
    /// How many there are.
    pub const COUNT: u32 = 5;
}

/// The words of a language and their classes.
#[derive(Debug, Default)]
pub struct Lexicon {
    numbers: HashMap<String, u32>,
    /// For each word the classes it is in.
    classes: Vec<u64>,
    /// For each name of a class the bits that it stands for.
    names: HashMap<&'static str, u64>,
    /// The bit of the words that name a day or a month.
    pub day: u64,
    /// The bit of abbreviations, after which a full stop ends nothing.
    pub abbreviation: u64,
    /// The bit of words that say no.
    pub not: u64,
    /// The bit of words after which something bad is good: solved, prevented, fewer.
    pub solving: u64,
    /// The bit of names that are ordinary words as well.
    pub ordinary: u64,
    /// The bit of what people do with words: says, told.
    pub saying: u64,
}

/// What the lexicon knows about a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    /// Its number.
    pub number: Option<u32>,
    /// Its classes.
    pub classes: u64,
}

impl Lexicon {
    /// What is known about a word that is spelled as the lexicon spells.
    pub fn word(&self, spelled: &str) -> Option<Words> {
        let number = *self.numbers.get(spelled)?;
        Some(Words { number: Some(number), classes: *self.classes.get(number as usize)? })
    }

    /// The number of a word, which is added when it is new.
    pub fn add(&mut self, word: &str) -> Result<u32, String> {
        let word = check_word(word)?;
        let next = u32::try_from(self.classes.len()).map_err(|_| "too many words".to_owned())?;
        Ok(*self.numbers.entry(word).or_insert_with(|| {
            self.classes.push(0);
            next
        }))
    }

    /// The bits of a class.
    pub fn class(&self, name: &str) -> Result<u64, String> {
        self.names.get(name).copied().ok_or_else(|| format!("<{name}> is no class of words"))
    }

    fn read(written: &Written) -> Result<Self, String> {
        let mut lexicon = Self::default();
        for (name, bits) in [
            ("number", class::NUMBER),
            ("about", class::ABOUT),
            ("known", class::KNOWN),
            ("name", class::KNOWN | class::CAPITAL),
            ("quote", class::QUOTE),
        ] {
            lexicon.names.insert(name, bits);
        }
        let lists = written.sections().iter();
        let lists = lists.filter_map(|(name, entries)| Some((name.strip_prefix("words ")?, entries)));
        for (n, (name, entries)) in lists.enumerate() {
            let bit = u32::try_from(n).ok().and_then(|n| 1_u64.checked_shl(class::COUNT + n));
            let bit = bit.ok_or("more classes than there are bits")?;
            let mut bits = bit;
            for (line, words) in entries {
                for word in words.split_whitespace() {
                    if let Some(other) = word.strip_prefix('<') {
                        bits |= lexicon.class(other.trim_end_matches('>'))?;
                    } else {
                        let number =
                            lexicon.add(word).map_err(|trouble| format!("line {line}: {trouble}"))?;
                        if let Some(classes) = lexicon.classes.get_mut(number as usize) {
                            *classes |= bit;
                        }
                    }
                }
            }
            lexicon.names.insert(name, bits);
        }
        let [day, abbreviation, not, solving, ordinary, saying] =
            ["day", "abbreviation", "not", "solving", "ordinary", "saying"].map(|name| lexicon.class(name));
        (lexicon.day, lexicon.abbreviation, lexicon.not) = (day?, abbreviation?, not?);
        (lexicon.solving, lexicon.ordinary, lexicon.saying) = (solving?, ordinary?, saying?);
        Ok(lexicon)
    }
}

/// What a pattern is looked for. Rules are named by their place among the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What a rule looks for.
    Find(usize),
    /// Where it does not ask after all.
    Unless(usize),
    /// What shows a claim.
    Evidence(usize),
    /// Joins what stands before it to what comes after.
    Between(usize),
    /// Begins a clause that is joined to the next.
    Ahead(usize),
    /// Begins what is to improve when praise is joined to it, though no word says so.
    After(usize),
    /// Praises.
    Praise,
    /// Names something to improve.
    Criticism,
    /// Looks like praise or criticism and is neither.
    Excuse,
}

/// A pattern, what it is for, and what may stand instead of it.
#[derive(Debug)]
pub struct Entry {
    /// The pattern.
    pub pattern: Pattern,
    /// What it is for.
    pub purpose: Purpose,
    /// What may stand there instead.
    pub replacements: Vec<&'static str>,
    /// How many words may stand before the one that gives it away.
    pub before: RangeInclusive<usize>,
}

/// Everything that is known of a language.
#[derive(Debug, Default)]
pub struct Book {
    /// Its words.
    pub lexicon: Lexicon,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// The lexicon's file.
    pub written: Written,
    entries: Vec<Entry>,
    /// For each word the entries that it gives away.
    by_word: Vec<Vec<u32>>,
    /// For each class that is not a list of words the entries that it gives away.
    by_class: [Vec<u32>; class::COUNT as usize],
}

impl Book {
    fn read(files: &Files) -> Result<Self, String> {
        let written = Written::read(files.lexicon).map_err(|trouble| format!("lexicon: {trouble}"))?;
        written.only(&["about", "known"], &["words", "praise", "criticism", "excuse"])?;
        let lexicon = Lexicon::read(&written).map_err(|trouble| format!("lexicon: {trouble}"))?;
        let rules: Result<Vec<Rule>, String> = files.rules.iter().map(|file| Rule::read(file)).collect();
        let mut book = Self { lexicon, rules: rules?, ..Self::default() };
        for (section, purpose) in
            [("praise", Purpose::Praise), ("criticism", Purpose::Criticism), ("excuse", Purpose::Excuse)]
        {
            book.add(written.entries(section), purpose).map_err(|trouble| format!("lexicon: {trouble}"))?;
        }
        for n in 0..book.rules.len() {
            for (section, purpose) in [
                ("find", Purpose::Find(n)),
                ("unless", Purpose::Unless(n)),
                ("evidence", Purpose::Evidence(n)),
                ("between", Purpose::Between(n)),
                ("ahead", Purpose::Ahead(n)),
                ("after", Purpose::After(n)),
            ] {
                let entries = book.rules[n].written.entries(section).to_vec();
                let id = book.rules[n].card.id;
                book.add(&entries, purpose).map_err(|trouble| format!("{id}: {trouble}"))?;
            }
        }
        book.written = written;
        book.arrange();
        Ok(book)
    }

    fn add(&mut self, entries: &[(usize, &'static str)], purpose: Purpose) -> Result<(), String> {
        for (line, entry) in entries {
            let (pattern, instead) = entry
                .split_once(" -> ")
                .map_or((*entry, None), |(pattern, instead)| (pattern, Some(instead)));
            let pattern = Pattern::read(pattern.trim(), &mut self.lexicon)
                .map_err(|trouble| format!("line {line}: {trouble}"))?;
            let replacements = instead.into_iter().flat_map(|all| all.split('|')).map(str::trim).collect();
            self.entries.push(Entry { pattern, purpose, replacements, before: 0..=0 });
        }
        Ok(())
    }

    /// Sorts the entries by the word that gives them away, so that each word is held against few of them. A word that
    /// many patterns begin with is a common one and gives little away.
    fn arrange(&mut self) {
        const SEEN_EVERYWHERE: u64 = 1000;
        let mut of_class: Vec<Vec<u32>> = vec![Vec::new(); u64::BITS as usize];
        for (word, classes) in (0_u32..).zip(&self.lexicon.classes) {
            for (_, of_class) in bits(*classes, &mut of_class) {
                of_class.push(word);
            }
        }
        let mut begun = vec![1_u64; self.lexicon.classes.len()];
        for entry in &self.entries {
            let (words, classes) = entry.pattern.opening();
            let of_classes = bits(classes, &mut of_class).flat_map(|(_, words)| words.iter());
            for word in words.iter().chain(of_classes) {
                begun[*word as usize] += 1;
            }
        }
        let weight = |words: &[u32]| words.iter().map(|word| begun[*word as usize]).sum::<u64>();
        let weights: Vec<u64> = (0_usize..)
            .zip(&of_class)
            .map(|(bit, words)| if bit < class::COUNT as usize { SEEN_EVERYWHERE } else { weight(words) })
            .collect();
        let cost = |words: &[u32], classes: u64| {
            let of_classes = weights.iter().enumerate().filter(|(bit, _)| classes & (1 << bit) != 0);
            weight(words) + of_classes.map(|(_, weight)| weight).sum::<u64>()
        };
        self.by_word = vec![Vec::new(); self.lexicon.classes.len()];
        for (number, entry) in (0_u32..).zip(&mut self.entries) {
            let anchor = entry.pattern.anchor(cost);
            let (words, classes) = (anchor.words, anchor.classes);
            entry.before = anchor.nearest..=anchor.farthest;
            let of_classes = bits(classes, &mut of_class).flat_map(|(_, words)| words.iter());
            for word in words.iter().chain(of_classes) {
                let given_away = &mut self.by_word[*word as usize];
                if given_away.last() != Some(&number) {
                    given_away.push(number);
                }
            }
            for (_, given_away) in bits(classes, &mut self.by_class) {
                given_away.push(number);
            }
        }
    }

    /// The entries that a word gives away, by their numbers.
    pub fn given_away(&self, word: &Word) -> impl Iterator<Item = (u32, &Entry)> {
        let by_word = word.number.and_then(|number| self.by_word.get(number as usize));
        let by_class = self.by_class.iter().enumerate();
        let by_class = by_class.filter(|(bit, _)| word.classes & (1 << bit) != 0).map(|(_, numbers)| numbers);
        let numbers = by_word.into_iter().chain(by_class).flatten();
        numbers.filter_map(|number| Some((*number, self.entries.get(*number as usize)?)))
    }
}

/// Those of a list, one for each class, whose bit is set.
fn bits<T>(classes: u64, list: &mut [T]) -> impl Iterator<Item = (usize, &mut T)> {
    list.iter_mut().enumerate().filter(move |(bit, _)| classes & (1 << bit) != 0)
}
