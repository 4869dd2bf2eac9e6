//! Reads one piece of a text: every rule looks at it, and all of them together pass over its words once.

use std::cell::OnceCell;

use super::block::{Block, BlockKind, marker};
use super::language::{Book, Purpose};
use super::names::{Named, Names};
use super::polarity::{self, Hit, Mark, begins_to_improve, only_praises, sentence_of};
use super::rule::{Beside, Rule, Shape};
use super::word::{self, Cut, Sentence, Word, is_apostrophe};
use super::{Finding, Setting, Span};
use crate::spelling;

/// What was read in a piece. Places are counted from its beginning.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What was found, in order.
    pub findings: Vec<Finding>,
    /// What a piece after it may still show, each with its rule.
    pub claims: Vec<(usize, Finding)>,
    /// The rules whose evidence stands here, as bits.
    pub evidence: u64,
    /// Its length in units of UTF-16.
    pub units: usize,
}

/// Reads a piece.
pub fn read(text: &str, block: Block, book: &Book, names: &Names, setting: &Setting) -> Reading {
    let mut cut = word::cut(text, block, &book.lexicon, names);
    let named = names.mark(&mut cut.words, &cut.sentences, &book.lexicon);
    let hits = hits(&cut, book);
    let marks = polarity::marks(&hits, &cut.words, &book.lexicon);
    let praised =
        |sentence: &Sentence| only_praises(polarity::between(&marks, sentence.first, sentence.last));
    let praised = cut.sentences.iter().map(praised).collect();
    let hashes = vec![OnceCell::new(); cut.sentences.len()];
    let piece = Piece { text, block, cut: &cut, hits: &hits, marks: &marks, praised, hashes };
    let mut reading = Reading { units: units(text), ..Reading::default() };
    for (n, rule) in book.rules.iter().enumerate().filter(|(_, rule)| rule.kinds.contains(&setting.kind)) {
        match rule.shape {
            Shape::Phrase => reading.findings.extend(piece.phrases(n, rule, usize::MAX)),
            Shape::Missing(beside) => {
                let is_beside = match beside {
                    Beside::Example => setting.has_example,
                    Beside::Figure => setting.has_figure,
                };
                if hits.iter().any(|hit| hit.purpose == Purpose::Evidence(n)) {
                    reading.evidence |= 1 << n;
                } else if !is_beside {
                    reading.claims.extend(piece.phrases(n, rule, 1).into_iter().map(|found| (n, found)));
                }
            }
            Shape::Joined => reading.findings.extend(piece.joined(n, rule)),
            Shape::Sandwich => reading.findings.extend(piece.sandwich(rule)),
            Shape::Mark => reading.findings.extend(piece.exclamations(rule)),
            Shape::Name if setting.anonymous => reading.findings.extend(piece.names(n, rule, &named)),
            Shape::Name => {}
        }
    }
    let claims = reading.claims.iter_mut().map(|(_, finding)| finding);
    count_units(text, reading.findings.iter_mut().chain(claims).collect());
    reading.findings.sort_by_key(|finding| (finding.bytes.from, finding.bytes.to, finding.rule));
    reading
}

/// Where the patterns of a language stand, in the order of their first words.
fn hits<'b>(cut: &Cut, book: &'b Book) -> Vec<Hit<'b>> {
    let mut hits = Vec::new();
    for (at, word) in cut.words.iter().enumerate() {
        for (number, entry) in book.given_away(word) {
            for first in entry.before.clone().filter_map(|before| at.checked_sub(before)) {
                // Whatever is not the writer's own can only show a claim.
                let said = cut.words.get(first).is_some_and(Word::is_said);
                if !said && !matches!(entry.purpose, Purpose::Evidence(_)) {
                    continue;
                }
                if let Some(last) = entry.pattern.end(&cut.words, first) {
                    let hit = Hit { purpose: entry.purpose, first, last, replacements: &entry.replacements };
                    hits.push((first, number, hit));
                }
            }
        }
    }
    // Two words may give away the same.
    hits.sort_by_key(|(first, number, _)| (*first, *number));
    hits.dedup_by_key(|(first, number, _)| (*first, *number));
    hits.into_iter().map(|(_, _, hit)| hit).collect()
}

/// How many units of UTF-16 a text has.
pub fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}

/// Counts places in units of UTF-16 as well, walking over the text once.
fn count_units(text: &str, mut findings: Vec<&mut Finding>) {
    findings.sort_by_key(|finding| finding.bytes.from);
    let (mut at, mut counted) = (0, 0);
    for finding in findings {
        counted += units(&text[at..finding.bytes.from]);
        at = finding.bytes.from;
        finding.units = Span { from: counted, to: counted + units(&finding.excerpt) };
    }
}

/// A piece, and what the passes over it found.
struct Piece<'a> {
    text: &'a str,
    block: Block,
    cut: &'a Cut,
    hits: &'a [Hit<'a>],
    marks: &'a [Mark],
    /// For each sentence whether it praises and does nothing else.
    praised: Vec<bool>,
    /// What each sentence is remembered by, once it was asked for.
    hashes: Vec<OnceCell<u64>>,
}

impl Piece<'_> {
    /// Where words in a row stand that the rule asks about, at most so many.
    fn phrases(&self, n: usize, rule: &Rule, most: usize) -> Vec<Finding> {
        let mut hits = self.unexcused(Purpose::Find(n), Purpose::Unless(n));
        hits.sort_by_key(|hit| (hit.first, std::cmp::Reverse(hit.last)));
        let (mut found, mut free_from) = (Vec::new(), 0);
        for hit in hits {
            let sentence = sentence_of(&self.cut.sentences, hit.first);
            let praised = || self.praised.get(sentence).is_some_and(|praised| *praised);
            if found.len() == most || hit.first < free_from || (rule.quiet_beside_praise && praised()) {
                continue;
            }
            free_from = hit.last;
            let (from, to) = self.bytes(hit.first, hit.last);
            let instead = rule.instead.as_slice();
            let replacements = if hit.replacements.is_empty() { instead } else { hit.replacements };
            let capital = self.text[from..].starts_with(char::is_uppercase);
            let replacements =
                replacements.iter().map(|to| if capital { capitalised(to) } else { (*to).to_owned() });
            found.push(self.finding(rule, from, to, replacements.collect()));
        }
        found
    }

    /// The hits of a purpose that no hit of the other touches.
    fn unexcused(&self, wanted: Purpose, excuse: Purpose) -> Vec<&Hit<'_>> {
        let wanted: Vec<&Hit> = self.hits.iter().filter(|hit| hit.purpose == wanted).collect();
        if wanted.is_empty() {
            return wanted;
        }
        let mut excused = vec![false; self.cut.words.len()];
        for hit in self.hits.iter().filter(|hit| hit.purpose == excuse) {
            excused[hit.first..hit.last].fill(true);
        }
        wanted.into_iter().filter(|hit| !excused[hit.first..hit.last].contains(&true)).collect()
    }

    /// Where praise is joined to something to improve.
    fn joined(&self, n: usize, rule: &Rule) -> Vec<Finding> {
        let ahead: Vec<&Hit> = self.hits.iter().filter(|hit| hit.purpose == Purpose::Ahead(n)).collect();
        let mut all = self.unexcused(Purpose::Between(n), Purpose::Unless(n));
        all.sort_by_key(|hit| (hit.first, std::cmp::Reverse(hit.last)));
        let mut found: Vec<Finding> = Vec::new();
        for (number, sentence) in self.cut.sentences.iter().enumerate() {
            let free_from = found.last().map_or(0, |finding| finding.bytes.to);
            let opening = ahead.binary_search_by_key(&sentence.first, |hit| hit.first).ok();
            let two = match opening.and_then(|at| ahead.get(at)) {
                Some(hit) => self.two_clauses(n, hit, *sentence),
                None => {
                    let from = all.partition_point(|hit| hit.first < sentence.first);
                    let mut of_sentence = all.get(from..).unwrap_or_default().iter();
                    let of_sentence = of_sentence.by_ref().take_while(|hit| hit.first < sentence.last);
                    self.first_split(n, of_sentence.copied(), number)
                }
            };
            let Some((before, after)) = two.filter(|((from, _), _)| *from >= free_from) else { continue };
            let first = capitalised(self.text[before.0..before.1].trim_end_matches(['.', '!', '?', ' ']));
            let second = capitalised(&self.text[after.0..after.1]);
            let apart = self.apart().map(|apart| format!("{first}.{apart}{second}"));
            let from = if opening.is_some() { sentence.from } else { before.0 };
            found.push(self.finding(rule, from, sentence.to, apart.into_iter().collect()));
        }
        found
    }

    /// "Although the talk was great, the slides were late": the two clauses.
    fn two_clauses(
        &self,
        n: usize,
        hit: &Hit,
        sentence: Sentence,
    ) -> Option<((usize, usize), (usize, usize))> {
        let words = self.cut.words.get(hit.last..sentence.last)?;
        let comma = hit.last + words.iter().position(|word| word.after_break)?;
        self.praise_then_to_improve((hit.last, comma), (comma, sentence.last), sentence, Purpose::After(n))
    }

    /// The first of the joining words that has praise before it and something to improve after it.
    fn first_split<'h>(
        &self,
        n: usize,
        joins: impl Iterator<Item = &'h Hit<'h>>,
        number: usize,
    ) -> Option<((usize, usize), (usize, usize))> {
        let sentence = self.sentence(number)?;
        let mut begun = sentence.first;
        for join in joins {
            let after = (join.last, sentence.last);
            let two = if join.first == sentence.first {
                let earlier = self.sentence(number.checked_sub(1)?)?;
                self.praise_then_to_improve((earlier.first, earlier.last), after, sentence, Purpose::After(n))
            } else {
                self.praise_then_to_improve((begun, join.first), after, sentence, Purpose::After(n))
            };
            if two.is_some() {
                return two;
            }
            begun = join.last.max(begun);
        }
        None
    }

    fn praise_then_to_improve(
        &self,
        before: (usize, usize),
        after: (usize, usize),
        sentence: Sentence,
        opening: Purpose,
    ) -> Option<((usize, usize), (usize, usize))> {
        let praised = only_praises(polarity::between(self.marks, before.0, before.1));
        let marks = polarity::between(self.marks, after.0, after.1);
        let to_improve = begins_to_improve(marks) || (marks.is_empty() && self.begins_with(opening, after.0));
        if !praised || !to_improve || before.0 >= before.1 || after.0 >= after.1 {
            return None;
        }
        let from = self.cut.words.get(after.0)?.from;
        Some((self.bytes(before.0, before.1), (from, sentence.to)))
    }

    /// Whether a pattern of this purpose begins at a word. The hits stand in the order of their first words.
    fn begins_with(&self, purpose: Purpose, word: usize) -> bool {
        let from = self.hits.partition_point(|hit| hit.first < word);
        let here = self.hits.iter().skip(from).take_while(|hit| hit.first == word);
        here.into_iter().any(|hit| hit.purpose == purpose)
    }

    /// Where a paragraph praises, names something to improve, and praises again.
    fn sandwich(&self, rule: &Rule) -> Option<Finding> {
        if matches!(self.block.kind, BlockKind::Heading) {
            return None;
        }
        let upper = self.marks.iter().position(|mark| mark.praises)?;
        let middle = upper + self.marks[upper..].iter().position(|mark| !mark.praises)?;
        let lower = middle + self.marks[middle..].iter().rposition(|mark| mark.praises)?;
        let sentences = &self.cut.sentences;
        let (first, last) = (
            sentence_of(sentences, self.marks[upper].first),
            sentence_of(sentences, self.marks[lower].first),
        );
        let (from, to) = (sentences[first].from, sentences[last].to);
        let (mut split, mut praises) = (String::new(), true);
        let apart = self.apart().filter(|_| first < last)?;
        for sentence in &sentences[first..=last] {
            let marks = polarity::between(self.marks, sentence.first, sentence.last);
            let turns = marks.first().is_some_and(|mark| mark.praises != praises);
            praises ^= turns;
            if !split.is_empty() {
                split.push_str(if turns { &apart } else { " " });
            }
            split.push_str(&self.text[sentence.from..sentence.to]);
        }
        Some(self.finding(rule, from, to, vec![split]))
    }

    /// The writer's exclamation marks.
    fn exclamations(&self, rule: &Rule) -> Vec<Finding> {
        let marks = self.cut.marks.iter();
        marks
            .map(|(from, to)| {
                let asks = self.text[*from..*to].contains('?');
                self.finding(rule, *from, *to, vec![if asks { "?" } else { "." }.to_owned()])
            })
            .collect()
    }

    /// Where somebody known is named.
    fn names(&self, n: usize, rule: &Rule, named: &[Named]) -> Vec<Finding> {
        let mut excused = vec![false; self.cut.words.len()];
        for hit in self.hits.iter().filter(|hit| hit.purpose == Purpose::Unless(n)) {
            excused[hit.first..hit.last].fill(true);
        }
        let named = named.iter().filter(|named| !excused[named.first..named.last].contains(&true));
        named
            .map(|named| {
                let (from, to) = self.bytes(named.first, named.last);
                let possessive = self.cut.words.get(named.last - 1).is_some_and(|word| word.possessive);
                let bare = if possessive { self.text[from..to].rfind(is_apostrophe) } else { None };
                let instead = rule.instead.map(ToOwned::to_owned);
                self.finding(rule, from, bare.map_or(to, |at| from + at), instead.into_iter().collect())
            })
            .collect()
    }

    fn sentence(&self, number: usize) -> Option<Sentence> {
        self.cut.sentences.get(number).copied()
    }

    /// From the first byte of a word up to the last of another.
    fn bytes(&self, first: usize, last: usize) -> (usize, usize) {
        let from = self.cut.words.get(first).map_or(0, |word| word.from);
        (from, last.checked_sub(1).and_then(|last| self.cut.words.get(last)).map_or(from, |word| word.to))
    }

    /// What stands between two messages here; nothing fits in a heading.
    fn apart(&self) -> Option<String> {
        match self.block.kind {
            BlockKind::Item => Some(format!("\n{}", &self.text[..marker(self.text)])),
            BlockKind::Heading => None,
            _ => Some("\n\n".to_owned()),
        }
    }

    fn finding(&self, rule: &Rule, from: usize, to: usize, replacements: Vec<String>) -> Finding {
        let sentences = &self.cut.sentences;
        let first = sentences.partition_point(|sentence| sentence.from <= from).saturating_sub(1);
        let last = sentences.partition_point(|sentence| sentence.from < to).saturating_sub(1).max(first);
        let hash_of = || match (sentences.get(first), sentences.get(last)) {
            (Some(first), Some(last)) => hash(&self.text[first.from..last.to]),
            _ => hash(&self.text[from..to]),
        };
        // One sentence may hold many findings, and is folded once.
        let known = self.hashes.get(first).filter(|_| first == last);
        let hash = known.map_or_else(hash_of, |hash| *hash.get_or_init(hash_of));
        Finding {
            rule: rule.card.id,
            bytes: Span { from, to },
            units: Span { from, to },
            excerpt: self.text[from..to].to_owned(),
            replacements,
            key: format!("{}:{hash:016x}", rule.card.id),
        }
    }
}

/// A sentence apart from how it is spelled: FNV-1a of 64 bits. Remembered dismissals depend on it, so it stays as it is.
fn hash(sentence: &str) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let folded = spelling::fold(sentence);
    folded.bytes().fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
