//! Made-up words in the proportions of real ones: a few are everywhere, most are rare.

use crate::chance::Chance;

/// How many words there are.
const WORDS: usize = 8_000;
/// Real words that stand first and so are the most frequent.
const COMMON: &str = "the of and to in was with for that on her his we this team it as be had from plan work not \
    by release review before after said asked failover customer incident design date note early late good clear \
    meeting change step support question answer testing budget training schedule handover latency region capacity \
    dashboard quality onboarding migration estimate network backup deadline conference mentor decision risk praise";
/// Sounds that the other words are put together from.
const SYLLABLES: [&str; 40] = [
    "ba", "ker", "lo", "min", "ta", "ser", "vo", "ril", "nes", "pa", "dor", "gi", "hal", "fen", "mo", "tur",
    "si", "lan", "re", "cor", "wes", "nu", "pel", "ha", "dri", "tem", "ka", "lis", "bor", "ne", "vin", "ja",
    "mar", "te", "ol", "gan", "pri", "su", "den", "ya",
];

/// A list of words with the weight of each.
pub struct Lexicon {
    words: Vec<String>,
    /// The weights of all words up to and including each, for a choice by one number.
    sums: Vec<u64>,
}

impl Lexicon {
    /// The words that follow from a source of chance.
    pub fn of(chance: &mut Chance) -> Self {
        let mut words: Vec<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        let mut known: std::collections::HashSet<String> = words.iter().cloned().collect();
        while words.len() < WORDS {
            let syllables = chance.between(2, 4);
            let word: String = (0..syllables).filter_map(|_| chance.pick(&SYLLABLES).copied()).collect();
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut sum = 0;
        let sums = (1..=words.len() as u64)
            .map(|rank| {
                sum += 1_000_000 / rank;
                sum
            })
            .collect();
        Self { words, sums }
    }

    fn word(&self, chance: &mut Chance) -> &str {
        let total = self.sums.last().copied().unwrap_or(1);
        let at = chance.below(total);
        let place = self.sums.partition_point(|sum| *sum <= at);
        self.words.get(place).map_or("the", String::as_str)
    }

    /// So many words in one line.
    pub fn words(&self, chance: &mut Chance, count: u64) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word(chance)).collect();
        words.join(" ")
    }

    /// Sentences with about so many words in all.
    pub fn text(&self, chance: &mut Chance, count: u64) -> String {
        let mut text = String::new();
        let mut left = count;
        while left > 0 {
            let length = chance.between(6, 18).min(left);
            left -= length;
            if !text.is_empty() {
                text.push_str(if chance.happens(15) { "\n\n" } else { " " });
            }
            text.push_str(&capital(&self.words(chance, length)));
            text.push('.');
        }
        text
    }

    /// A first and a last name.
    pub fn full_name(&self, chance: &mut Chance) -> String {
        let mut name = || {
            let word: String =
                (0..chance.between(2, 3)).filter_map(|_| chance.pick(&SYLLABLES).copied()).collect();
            capital(&word)
        };
        format!("{} {}", name(), name())
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_are_everywhere_and_most_are_rare() {
        let mut chance = Chance::of(1);
        let lexicon = Lexicon::of(&mut chance);
        assert_eq!(lexicon.words.len(), WORDS);
        let text = lexicon.words(&mut chance, 20_000);
        let count = |word: &str| text.split(' ').filter(|found| *found == word).count();
        assert!(count("the") > 1_500, "{}", count("the"));
        assert!(count("of") < count("the") && count("of") > 700);
        let distinct: std::collections::HashSet<_> = text.split(' ').collect();
        assert!(distinct.len() > 3_000, "{}", distinct.len());
    }

    #[test]
    fn texts_have_the_length_that_was_asked_for_and_repeat_for_a_seed() {
        let write = |seed| {
            let mut chance = Chance::of(seed);
            let lexicon = Lexicon::of(&mut chance);
            lexicon.text(&mut chance, 120)
        };
        assert_eq!(write(5), write(5));
        assert_eq!(write(5).split_whitespace().count(), 120);
    }
}
