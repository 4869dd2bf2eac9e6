//! A text in segments: the stretches of it that never come apart, and what may happen between two of them.

use hypher::{Lang, hyphenate_bounded};
use unicode_bidi::{BidiInfo, Level};

use super::marked::Run;
use crate::canvas::{Part, millimetres};
use crate::typeface::{Face, Font, NON_JOINER, Typecase, clean, is_shaped};

/// Letters in one font.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) font: Font,
    /// Points.
    pub(super) size: f32,
    pub(super) text: String,
    /// Millimetres.
    pub(super) width: f32,
    /// In which direction it runs, as in the bidirectional algorithm: to the right where the number is even.
    pub(super) level: u8,
    /// How it is drawn from left to right; none where that is simply its letters.
    pub(super) drawn: Option<Vec<Part>>,
}

/// What may happen after a segment.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum After {
    /// A line may end here; if it does not, there is this space.
    Space(Piece),
    /// A word may be divided here with a hyphen.
    Divide,
    /// A line may end here without any sign.
    Seam,
}

/// Letters that stay together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    pub(super) pieces: Vec<Piece>,
    /// Millimetres.
    pub(super) width: f32,
    pub(super) after: After,
}

/// How a text is taken apart.
pub(super) struct Splitting<'a, 'f> {
    pub(super) case: &'a Typecase<'f>,
    /// Points.
    pub(super) size: f32,
    /// The width of the line in millimetres; what is wider is cut.
    pub(super) room: f32,
    /// Whether words may be divided by the rules of English.
    pub(super) divides: bool,
}

/// Words shorter than this are not divided, and no part of one is shorter than three letters.
const SHORTEST_DIVIDED: usize = 6;
/// Longer ones are no words.
const LONGEST_DIVIDED: usize = 40;
const SHORTEST_PART: usize = 3;
/// Letters of a cut word that stay together.
const CUT: usize = 6;
/// Code is set a little smaller: its letters look larger than those around it.
const CODE: f32 = 0.88;

impl Splitting<'_, '_> {
    /// The segments of a text, and the direction that all of it runs in, as the level of its pieces.
    ///
    /// # Errors
    /// With what the letters are called that no font has.
    pub(super) fn split(&self, runs: &[Run]) -> Result<(Vec<Segment>, u8), &'static str> {
        let mut letters = Vec::new();
        for run in runs {
            let size = if run.face == Face::Code { self.size * CODE } else { self.size };
            letters.extend(clean(&run.text, self.case)?.chars().map(|letter| (letter, run.face, size)));
        }
        let (levels, level) = levels(letters.iter().map(|(letter, ..)| *letter));
        let mut segments: Vec<Segment> = Vec::new();
        let mut pieces: Vec<Piece> = Vec::new();
        for (place, &(letter, face, size)) in letters.iter().enumerate() {
            let level = levels.get(place).copied().unwrap_or_default();
            if letter == ' ' && is_within_date(&letters, place) {
                self.push(&mut pieces, '\u{a0}', face, size, level);
                continue;
            }
            if letter == ' ' {
                let mut space = Vec::new();
                self.push(&mut space, ' ', face, size, level);
                let Some(space) = space.pop() else { continue };
                match segments.last_mut() {
                    _ if !pieces.is_empty() => {
                        self.close(&mut segments, std::mem::take(&mut pieces), After::Space(space));
                    }
                    Some(last) if last.after == After::Seam => last.after = After::Space(space),
                    _ => {}
                }
                continue;
            }
            self.push(&mut pieces, letter, face, size, level);
            let neighbour = |place: usize| letters.get(place).map(|(letter, ..)| *letter);
            if may_end_after(place.checked_sub(1).and_then(neighbour), letter, neighbour(place + 1)) {
                self.close(&mut segments, std::mem::take(&mut pieces), After::Seam);
            }
        }
        if !pieces.is_empty() {
            self.close(&mut segments, pieces, After::Seam);
        }
        Ok((segments, level))
    }

    fn push(&self, pieces: &mut Vec<Piece>, letter: char, face: Face, size: f32, level: u8) {
        if letter == NON_JOINER {
            if let Some(last) = pieces.last_mut() {
                last.text.push(letter);
            }
            return;
        }
        let font = self.case.of_letter(face, letter).unwrap_or(Font::Own(face));
        let width = millimetres(f32::from(self.case.letter_width(font, letter)) * size / 1000.0);
        match pieces.last_mut() {
            Some(last) if last.font == font && last.size == size && last.level == level => {
                last.text.push(letter);
                last.width += width;
            }
            _ => pieces.push(Piece { font, size, text: letter.into(), width, level, drawn: None }),
        }
    }

    /// A piece as it is drawn: with glyphs that fit each other, and from left to right.
    fn shaped(&self, piece: Piece) -> Piece {
        let is_rightward = piece.level.is_multiple_of(2);
        if piece.text.chars().any(is_shaped)
            && let Some(glyphs) = self.case.shape(piece.font, &piece.text, is_rightward)
        {
            let width = glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * piece.size / 1000.0;
            return Piece { width: millimetres(width), drawn: Some(vec![Part::Glyphs(glyphs)]), ..piece };
        }
        let letters = piece.text.chars().filter(|letter| *letter != NON_JOINER);
        match is_rightward {
            true if !piece.text.contains(NON_JOINER) => self.kerned(piece),
            true => Piece { text: letters.collect(), ..piece },
            false => Piece { text: letters.rev().map(mirrored).collect(), ..piece },
        }
    }

    /// A piece whose letters stand as close as they should.
    fn kerned(&self, piece: Piece) -> Piece {
        let kerns = self.case.kerns(piece.font, &piece.text);
        if kerns.is_empty() {
            return piece;
        }
        let (mut parts, mut from, mut room) = (Vec::new(), 0, 0.0);
        for (place, kern) in kerns {
            let kern = f32::from(kern);
            parts.extend([Part::Letters(piece.text[from..place].to_owned()), Part::Room(kern)]);
            (from, room) = (place, room + kern);
        }
        parts.push(Part::Letters(piece.text[from..].to_owned()));
        Piece { width: piece.width + millimetres(room * piece.size / 1000.0), drawn: Some(parts), ..piece }
    }

    /// Adds a stretch between two spaces, in as many segments as it has places where it may come apart.
    fn close(&self, segments: &mut Vec<Segment>, pieces: Vec<Piece>, after: After) {
        let hyphen = millimetres(self.size * 0.4);
        let width_of = |pieces: &[Piece]| pieces.iter().map(|piece| piece.width).sum::<f32>();
        if width_of(&pieces) > self.room - hyphen {
            self.cut(segments, &pieces, after);
            return;
        }
        let pieces: Vec<Piece> = pieces.into_iter().map(|piece| self.shaped(piece)).collect();
        let width = width_of(&pieces);
        let is_joined = segments.last().is_some_and(|last| last.after == After::Seam);
        let divided = match pieces.as_slice() {
            [piece] if self.divides && !is_joined => division(piece),
            _ => Vec::new(),
        };
        let (Some(piece), false) = (pieces.first(), divided.is_empty()) else {
            segments.push(Segment { pieces, width, after });
            return;
        };
        let mut rest = piece.text.as_str();
        for length in divided {
            let (part, left) = rest.split_at(length.min(rest.len()));
            rest = left;
            segments.push(self.segment(part, piece, After::Divide));
        }
        segments.push(self.segment(rest, piece, after));
    }

    fn segment(&self, text: &str, of: &Piece, after: After) -> Segment {
        let letters = text.chars().map(|letter| f32::from(self.case.letter_width(of.font, letter)));
        let width = millimetres(letters.sum::<f32>() * of.size / 1000.0);
        let (font, size, level) = (of.font, of.size, of.level);
        let piece = self.shaped(Piece { font, size, text: text.to_owned(), width, level, drawn: None });
        Segment { width: piece.width, pieces: vec![piece], after }
    }

    /// A stretch that is wider than a line, in small segments.
    fn cut(&self, segments: &mut Vec<Segment>, pieces: &[Piece], after: After) {
        for piece in pieces {
            let mut letters = piece.text.chars().peekable();
            while letters.peek().is_some() {
                let few: String = letters.by_ref().take(CUT).collect();
                segments.push(self.segment(&few, piece, After::Seam));
            }
        }
        if let Some(last) = segments.last_mut() {
            last.after = after;
        }
    }
}

/// Whether a space stands between a day and its month, which are read at once.
fn is_within_date(letters: &[(char, Face, f32)], space: usize) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let letter = |place: usize| letters.get(place).map(|(letter, ..)| *letter);
    let digits =
        letters[..space].iter().rev().take_while(|(letter, ..)| letter.is_ascii_digit()).take(3).count();
    if !(1..=2).contains(&digits) {
        return false;
    }
    let is_month = |month: &&str| {
        let after = space + 1 + month.len();
        month.chars().zip(space + 1..).all(|(one, place)| letter(place) == Some(one))
            && !letter(after).is_some_and(char::is_alphanumeric)
    };
    MONTHS.iter().any(|month| is_month(month) || is_month(&&month[..3]))
}

/// The direction that each letter runs in, and that of all of them, as levels of the bidirectional algorithm (UAX 9).
fn levels(letters: impl Iterator<Item = char> + Clone) -> (Vec<u8>, u8) {
    // Nearly every text runs to the right as a whole.
    if !letters.clone().any(is_leftward) {
        return (Vec::new(), 0);
    }
    let text: String = letters.collect();
    let found = BidiInfo::new(&text, None);
    let of = |(place, _)| found.levels.get(place).map_or(0, |level: &Level| level.number());
    let whole = found.paragraphs.first().map_or(0, |paragraph| paragraph.level.number());
    (text.char_indices().map(of).collect(), whole)
}

/// Whether a letter runs to the left.
fn is_leftward(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A sign that opens or closes, in text that runs to the left.
fn mirrored(letter: char) -> char {
    const PAIRS: [(char, char); 6] =
        [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('\u{ab}', '\u{bb}'), ('\u{2039}', '\u{203a}')];
    let other = |(one, other): &(char, char)| match letter {
        letter if letter == *one => Some(*other),
        letter if letter == *other => Some(*one),
        _ => None,
    };
    PAIRS.iter().find_map(other).unwrap_or(letter)
}

/// Whether a line may end between a letter and the next although there is no space.
fn may_end_after(before: Option<char>, letter: char, next: Option<char>) -> bool {
    let Some(next) = next.filter(|next| *next != ' ') else { return false };
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    match letter {
        '-' | '/' | '\u{2013}' => is_word(before) && next.is_alphanumeric(),
        '\u{2014}' => next.is_alphanumeric(),
        _ => (is_ideograph(letter) || is_ideograph(next)) && !opens(letter) && !closes(next),
    }
}

/// Whether lines may end on either side of a letter, as in Chinese and Japanese.
fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

fn opens(letter: char) -> bool {
    "([{\u{201c}\u{2018}\u{ab}\u{3008}\u{300a}\u{300c}\u{300e}\u{3010}\u{3014}\u{ff08}\u{ff3b}\u{ff5b}"
        .contains(letter)
}

fn closes(letter: char) -> bool {
    ")]},.;:?\u{21}\u{201d}\u{2019}\u{bb}\u{2026}\u{3001}\u{3002}\u{3009}\u{300b}\u{300d}\u{300f}\u{3011}\u{3015}\u{30fc}\
     \u{ff01}\u{ff09}\u{ff0c}\u{ff0e}\u{ff1a}\u{ff1b}\u{ff1f}\u{ff3d}\u{ff5d}"
        .contains(letter)
}

/// Where a word may be divided, as the lengths in bytes of all its parts but the last. Names and what has digits or
/// capitals in it are left whole.
fn division(piece: &Piece) -> Vec<usize> {
    if matches!(piece.font, Font::Own(Face::Code | Face::Mono | Face::Emoji) | Font::Fallback(_)) {
        return Vec::new();
    }
    let text = piece.text.as_str();
    let is_word = |letter: char| letter.is_ascii_lowercase();
    let start = text.len() - text.trim_start_matches(|letter: char| !letter.is_alphanumeric()).len();
    let word_end = text[start..].find(|letter| !is_word(letter)).map_or(text.len(), |end| start + end);
    let (word, tail) = (&text[start..word_end], &text[word_end..]);
    let is_plain = !tail.chars().any(char::is_alphanumeric) || is_possessive(tail);
    if !is_plain || word.len() < SHORTEST_DIVIDED || word.len() > LONGEST_DIVIDED {
        return Vec::new();
    }
    let parts = hyphenate_bounded(word, Lang::English, SHORTEST_PART, SHORTEST_PART);
    let mut lengths: Vec<usize> = parts.map(str::len).collect();
    lengths.pop();
    if let Some(first) = lengths.first_mut() {
        *first += start;
    }
    lengths
}

/// What follows a word in `team’s`.
fn is_possessive(tail: &str) -> bool {
    let tail = tail.strip_prefix(['\'', '\u{2019}']).and_then(|tail| tail.strip_prefix('s'));
    tail.is_some_and(|tail| !tail.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, room: f32) -> String {
        let case = Typecase::default();
        let splitting = Splitting { case: &case, size: 11.0, room, divides: true };
        let runs = [Run { face: Face::Serif, text: text.to_owned() }];
        let mut said = String::new();
        for segment in splitting.split(&runs).expect("letters").0 {
            said.extend(segment.pieces.iter().map(|piece| piece.text.as_str()));
            said.push_str(match segment.after {
                After::Space(_) => " ",
                After::Divide => "·",
                After::Seam => "|",
            });
        }
        said
    }

    #[test]
    fn words_are_divided_where_english_divides_them_and_names_are_not() {
        for (text, expected) in [
            ("performance reviews", "per·for·mance reviews|"),
            ("“performance,” she said", "“per·for·mance,” she said|"),
            ("management’s", "man·age·ment’s|"),
            ("Performance Okafor Lindqvist", "Performance Okafor Lindqvist|"),
            ("SLOs IPv6addresses migrating2x", "SLOs IPv6addresses migrating2x|"),
            ("on-call clean-up 5-year −5 and/or", "on-|call clean-|up 5-|year −5 and/|or|"),
            ("-5 - 6 -- a—b", "-5 - 6 -- a—|b|"),
            ("  two   spaces ", "two spaces "),
            ("short words only", "short words only|"),
            (
                "on 9 July, 2026 June, 13 Nov and 9 Mayors",
                "on 9\u{a0}July, 2026 June, 13\u{a0}Nov and 9 Mayors|",
            ),
        ] {
            assert_eq!(said(text, 150.0), expected, "{text}");
        }
        let code = Piece {
            font: Font::Own(Face::Code),
            size: 9.0,
            text: "performance".into(),
            width: 1.0,
            level: 0,
            drawn: None,
        };
        assert_eq!(division(&code), Vec::<usize>::new());
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_into_pieces_and_nothing_is_lost() {
        let word = "abcdefghij".repeat(20);
        let cut = said(&format!("see {word} now"), 50.0);
        assert!(cut.starts_with("see abcdef|ghijab|"), "{cut}");
        assert_eq!(cut.replace('|', ""), format!("see {word} now"));
    }
}
