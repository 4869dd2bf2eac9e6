//! Cuts a piece of a text into words and sentences, and knows which words are not the writer's own.

use unicode_normalization::char::is_combining_mark;

use super::block::{Block, BlockKind, marker};
use super::language::{Lexicon, Words, class};
use super::names::Names;
use crate::spelling;

/// A word of a piece. Places are bytes from the beginning of the piece.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Its number in the lexicon.
    pub number: Option<u32>,
    /// Its number among the words of names.
    pub name: Option<u32>,
    /// The classes it is in, as bits.
    pub classes: u64,
    /// A comma, a dash, a bracket or the like stands before it.
    pub after_break: bool,
    /// It is the first of its sentence.
    pub begins: bool,
    /// It begins with a capital.
    pub capital: bool,
    /// It ends with 's.
    pub possessive: bool,
    /// It stands between quotation marks.
    pub quoted: bool,
    /// It is code, an address, or in a quotation of its own.
    pub aside: bool,
}

impl Word {
    /// Whether the writer says it.
    pub fn is_said(&self) -> bool {
        !self.quoted && !self.aside
    }
}

/// From and up to a word, and from and up to a byte.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// The first word.
    pub first: usize,
    /// One after the last word.
    pub last: usize,
    /// Where it begins.
    pub from: usize,
    /// Where it ends, with the mark that ends it.
    pub to: usize,
}

/// What a piece is made of.
#[derive(Debug, Default)]
pub struct Cut {
    /// Its words.
    pub words: Vec<Word>,
    /// Its sentences; each word is in one.
    pub sentences: Vec<Sentence>,
    /// Its exclamation marks, each run of them from and up to a byte.
    pub marks: Vec<(usize, usize)>,
}

/// Ranges of a piece that are not the writer's plain words, in order.
#[derive(Debug, Default)]
struct Apart {
    aside: Vec<(usize, usize)>,
    quoted: Vec<(usize, usize)>,
}

/// Cuts a piece.
pub fn cut(text: &str, block: Block, lexicon: &Lexicon, names: &Names) -> Cut {
    let all_aside = matches!(block.kind, BlockKind::Quotation | BlockKind::Code);
    let apart =
        if all_aside { Apart { aside: vec![(0, text.len())], quoted: Vec::new() } } else { apart(text) };
    let mut cut = Cut::default();
    let mut spelled = String::new();
    let (mut aside, mut quoted) = (Cursor::over(&apart.aside), Cursor::over(&apart.quoted));
    // The number of an item is not one of its words.
    let begin = if block.kind == BlockKind::Item { marker(text) } else { 0 };
    let mut between = Between { from: begin, first: true, after_abbreviation: false };
    let mut letters = text.char_indices().peekable();
    while letters.next_if(|(at, _)| *at < begin).is_some() {}
    while let Some((from, letter)) = letters.next() {
        if !letter.is_alphanumeric() {
            continue;
        }
        let mut to = from + letter.len_utf8();
        while let Some((at, next)) = letters.peek().copied() {
            let inside = next.is_alphanumeric()
                || is_combining_mark(next)
                || (is_apostrophe(next)
                    && text[at + next.len_utf8()..].starts_with(|after: char| after.is_alphanumeric()));
            if !inside {
                break;
            }
            to = at + next.len_utf8();
            letters.next();
        }
        spell(&text[from..to], &mut spelled);
        let (bare, possessive) = match spelled.strip_suffix("'s") {
            Some(bare) => (bare, true),
            None => (spelled.as_str(), false),
        };
        let Words { number, mut classes } =
            lexicon.word(&spelled).or_else(|| possessive.then(|| lexicon.word(bare))?).unwrap_or_default();
        let name = names.word(bare);
        let gap = &text[between.from..from];
        let is_quoted = quoted.is_in(from);
        let is_aside = aside.is_in(from);
        let (ends, breaks) = between.read(gap, &mut cut.marks);
        let begins = between.first || ends;
        let capital = letter.is_uppercase();
        if letter.is_ascii_digit() || spelled.bytes().any(|byte| byte.is_ascii_digit()) {
            classes |= class::NUMBER;
        }
        if is_quoted || is_aside {
            classes |= class::QUOTE;
        }
        let known_word = number.is_some();
        if capital && bare.len() > 1 && !spelled.starts_with("i'") && classes & lexicon.day == 0 {
            let shouted = text[from..to].chars().all(|letter| !letter.is_lowercase());
            if !shouted && (!begins || !known_word) {
                classes |= class::CAPITAL;
            }
        }
        if begins {
            if let Some(last) = cut.sentences.last_mut() {
                last.to = end_of(text, last.to, from);
            }
            let first = cut.words.len();
            cut.sentences.push(Sentence { first, last: first, from, to });
        }
        cut.words.push(Word {
            from,
            to,
            number,
            name,
            classes,
            after_break: breaks || ends || is_quoted != cut.words.last().is_some_and(|word| word.quoted),
            begins,
            capital,
            possessive,
            quoted: is_quoted,
            aside: is_aside,
        });
        if let Some(sentence) = cut.sentences.last_mut() {
            (sentence.last, sentence.to) = (cut.words.len(), to);
        }
        let single = spelled.len() == 1 && letter.is_alphabetic() && spelled != "i";
        between = Between {
            from: to,
            first: false,
            after_abbreviation: single || classes & lexicon.abbreviation != 0,
        };
    }
    between.read(&text[between.from..], &mut cut.marks);
    let (mut aside, mut quoted) = (Cursor::over(&apart.aside), Cursor::over(&apart.quoted));
    cut.marks.retain(|(from, _)| !quoted.is_in(*from) && !aside.is_in(*from));
    if let Some(last) = cut.sentences.last_mut() {
        last.to = end_of(text, last.to, text.len());
    }
    cut
}

/// What stands between two words.
struct Between {
    from: usize,
    first: bool,
    after_abbreviation: bool,
}

impl Between {
    /// Whether a sentence ends here, and whether anything parts the two words. Notes exclamation marks.
    fn read(&self, gap: &str, marks: &mut Vec<(usize, usize)>) -> (bool, bool) {
        if gap == " " {
            return (false, false);
        }
        let (mut ends, mut breaks, mut may_end) = (false, false, false);
        let mut run: Option<(usize, bool)> = None;
        for (at, letter) in gap.char_indices() {
            if let Some((from, shouts)) = run
                && !matches!(letter, '!' | '?')
            {
                // `!=` and `![image]` are no exclamations.
                if shouts && !matches!(letter, '=' | '[') {
                    marks.push((self.from + from, self.from + at));
                }
                run = None;
            }
            match letter {
                '!' | '?' => {
                    let (from, shouts) = run.unwrap_or((at, false));
                    run = Some((from, shouts || letter == '!'));
                    may_end = true;
                }
                '.' => may_end |= !self.after_abbreviation,
                '…' => may_end = true,
                _ if letter.is_whitespace() => ends |= may_end,
                ',' | ';' | ':' | '(' | ')' | '[' | ']' | '—' | '–' | '|' => breaks = true,
                '-' => breaks |= gap.starts_with(char::is_whitespace),
                _ => {}
            }
        }
        if let Some((from, true)) = run {
            marks.push((self.from + from, self.from + gap.len()));
        }
        (ends, breaks)
    }
}

/// A sentence ends with the marks right after its last word.
fn end_of(text: &str, word: usize, next: usize) -> usize {
    let gap = &text[word..next];
    let closing = |letter: char| matches!(letter, '.' | '!' | '?' | '…' | '"' | '”' | '’' | ')' | '»');
    let length: usize = gap.chars().take_while(|letter| closing(*letter)).map(char::len_utf8).sum();
    word + length
}

/// Whether a letter is an apostrophe, plain or not.
pub fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

/// The word as the lexicon spells it: lower case, without accents, with plain apostrophes.
pub fn spell(word: &str, spelled: &mut String) {
    spelled.clear();
    if word.is_ascii() {
        spelled.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    for (n, part) in word.split(is_apostrophe).enumerate() {
        if n > 0 {
            spelled.push('\'');
        }
        spelled.push_str(&spelling::fold(part));
    }
}

/// Asks about growing places whether they are in one of the ranges.
struct Cursor<'a> {
    ranges: &'a [(usize, usize)],
}

impl<'a> Cursor<'a> {
    fn over(ranges: &'a [(usize, usize)]) -> Self {
        Self { ranges }
    }

    fn is_in(&mut self, at: usize) -> bool {
        while let [(_, to), rest @ ..] = self.ranges
            && *to <= at
        {
            self.ranges = rest;
        }
        self.ranges.first().is_some_and(|(from, _)| *from <= at)
    }
}

/// Finds code, addresses and quotations inside a piece, in one pass.
fn apart(text: &str) -> Apart {
    let mut apart = Apart::default();
    let bytes = text.as_bytes();
    let mut ticks = ticks(bytes);
    // The quotation that is open: where, and what closes it.
    let mut quotation: Option<(usize, &[char])> = None;
    let mut skip_to = 0;
    let mut word_from = 0;
    for (at, letter) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        if letter.is_whitespace() || matches!(letter, '(' | '<' | '"') {
            word_from = at + letter.len_utf8();
        }
        let ends = match letter {
            '`' => ticks.closing(at),
            ']' if bytes.get(at + 1) == Some(&b'(') => end_of_address(text, at + 1, ')'),
            ':' if text[at..].starts_with("://") => end_of_address(text, at, ' '),
            '@' if at > word_from => end_of_address(text, at, ' '),
            _ => None,
        };
        if let Some(to) = ends {
            let from = if matches!(letter, ':' | '@') { word_from } else { at };
            apart.aside.push((from, to));
            skip_to = to;
            continue;
        }
        match quotation {
            Some((from, closing)) if closing.contains(&letter) => {
                apart.quoted.push((from, at));
                quotation = None;
            }
            Some(_) => {}
            None => {
                let closing: &[char] = match letter {
                    // 15" is a length.
                    '"' if !text[..at].ends_with(|before: char| before.is_ascii_digit()) => &['"'],
                    '“' => &['”'],
                    '„' => &['“', '”'],
                    '«' => &['»'],
                    _ => continue,
                };
                quotation = Some((at, closing));
            }
        }
    }
    apart
}

/// Where an address ends: at the closing mark or at a space.
fn end_of_address(text: &str, from: usize, closing: char) -> Option<usize> {
    const LONGEST: usize = 2000;
    let rest = text[from..].char_indices().take(LONGEST);
    let end = rest
        .filter(|(_, letter)| letter.is_whitespace() || *letter == closing || *letter == '>')
        .map(|(at, _)| from + at)
        .next();
    Some(
        end.unwrap_or_else(|| {
            text[from..].char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| from + at)
        }),
    )
}

/// Runs of one, two or three backticks, by length.
struct Ticks {
    runs: [Vec<usize>; 3],
    used: [usize; 3],
    length_at: std::collections::HashMap<usize, usize>,
}

fn ticks(bytes: &[u8]) -> Ticks {
    let mut ticks =
        Ticks { runs: [const { Vec::new() }; 3], used: [0; 3], length_at: std::collections::HashMap::new() };
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|byte| **byte == b'`').count();
        if let Some(of_length) = run.checked_sub(1).and_then(|index| ticks.runs.get_mut(index)) {
            of_length.push(at);
            ticks.length_at.insert(at, run);
        }
        at += run.max(1);
    }
    ticks
}

impl Ticks {
    /// Where the code ends that begins with the run at this place.
    fn closing(&mut self, at: usize) -> Option<usize> {
        let length = *self.length_at.get(&at)?;
        let (runs, used) = (&self.runs[length - 1], &mut self.used[length - 1]);
        while runs.get(*used).is_some_and(|run| *run <= at) {
            *used += 1;
        }
        runs.get(*used).map(|run| run + length)
    }
}
