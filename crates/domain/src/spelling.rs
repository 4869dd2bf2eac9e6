//! Spelling that does not matter: capitals, accents, spaces and punctuation.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text as it is compared: lower case, without accents, words of letters and digits between single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        // Most names and headings: the same result without taking letters apart.
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() {
                folded.push(char::from(byte.to_ascii_lowercase()));
            } else if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        folded.truncate(folded.trim_end().len());
        return folded;
    }
    let lower = text.chars().flat_map(char::to_lowercase);
    for letter in lower.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            // Letters that Unicode does not take apart, though people type them without their stroke or ligature.
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// What was typed of a name, to be held against many: its words, folded.
pub struct Beginnings(Vec<String>);

impl Beginnings {
    /// The beginnings of words that were typed.
    pub fn typed(text: &str) -> Self {
        Self(fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    /// Whether every typed word begins a word of the name, in any order. Nothing typed begins nothing.
    pub fn begin(&self, name: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        if name.is_ascii() {
            // Most names, at every key that is typed: the same answer without writing the name anew.
            let words = || name.split(|letter: char| !letter.is_ascii_alphanumeric());
            return self.0.iter().all(|begun| words().any(|word| begins_ascii(word, begun)));
        }
        let name = fold(name);
        self.0.iter().all(|begun| name.split(' ').any(|word| word.starts_with(begun.as_str())))
    }
}

/// Whether a word of plain letters begins with what is folded already.
fn begins_ascii(word: &str, begun: &str) -> bool {
    word.get(..begun.len()).is_some_and(|start| start.eq_ignore_ascii_case(begun))
}

#[cfg(test)]
mod tests {
    use super::{Beginnings, fold};

    #[test]
    fn a_name_is_found_by_the_beginnings_of_its_words() {
        for (typed, begun) in [
            ("elo", true),
            ("UNAL él", true),
            ("ünal", true),
            ("loise", false),
            ("elo x", false),
            (" ", false),
            ("é-unal", true),
            ("éloïsen", false),
        ] {
            // The same name in plain letters is found by the same words.
            for name in ["Éloïse Ünal", "Eloise (UNAL)"] {
                assert_eq!(Beginnings::typed(typed).begin(name), begun, "{typed:?} in {name:?}");
            }
        }
    }

    #[test]
    fn capitals_accents_spaces_and_punctuation_do_not_matter() {
        for (text, folded) in [
            ("  José   Álvarez ", "jose alvarez"),
            ("Jose\u{301}", "jose"),
            ("Işıl GÜNEŞ-İnci", "isil gunes inci"),
            ("Ståle Bjørnø", "stale bjorno"),
            ("E-Mail\u{a0}(Work):", "e mail work"),
            ("Groß", "gross"),
            ("Ωμέγα", "ωμεγα"),
            ("李 小龙", "李 小龙"),
            ("--", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }
}
