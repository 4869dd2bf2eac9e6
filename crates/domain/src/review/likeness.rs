//! Which of many texts speak of the same thing as one: proposals for where a point was talked about before.
//!
//! The weight of a text is the BM25 of the point's words in it (S. Robertson, H. Zaragoza, "The Probabilistic Relevance
//! Framework: BM25 and Beyond", 2009, formula 3.15), with the usual k₁ = 1.2 and b = 0.75. Words are compared by their
//! beginning, so that "reach" and "reached" are one.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Words shorter than this say nothing of a subject.
const SHORTEST: usize = 4;
/// So many letters are compared.
const BEGINNING: usize = 5;

/// Words that stand in every text and name no subject, in the form they are compared in.
const COMMON: [&str; 48] = [
    "about", "after", "again", "also", "alway", "been", "befor", "being", "could", "does", "doing", "done",
    "each", "ever", "every", "from", "have", "havin", "into", "just", "like", "made", "make", "many", "more",
    "most", "much", "need", "only", "other", "over", "same", "shoul", "some", "such", "than", "that",
    "their", "them", "then", "there", "these", "they", "this", "very", "were", "what", "with",
];

/// A text and how much it speaks of the same thing; more is more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// Its place in the list that was given.
    pub place: usize,
    /// Its weight, above 0.
    pub weight: f64,
    /// How many different words of the point stand in it.
    pub words: u32,
}

/// The texts that share words with `point`, the likest first. Of equals the earlier comes first.
pub fn like(point: &str, texts: &[&str]) -> Vec<Likeness> {
    let wanted: HashSet<String> = words(point).collect();
    if wanted.is_empty() || texts.is_empty() {
        return Vec::new();
    }
    let counted: Vec<(usize, HashMap<String, usize>)> = texts
        .iter()
        .map(|text| {
            let mut count: HashMap<String, usize> = HashMap::new();
            let mut length = 0;
            for word in words(text) {
                length += 1;
                if wanted.contains(&word) {
                    *count.entry(word).or_default() += 1;
                }
            }
            (length, count)
        })
        .collect();
    let many = real(texts.len());
    let usual = (real(counted.iter().map(|(length, _)| length).sum()) / many).max(1.0);
    let holding = |word: &String| real(counted.iter().filter(|(_, count)| count.contains_key(word)).count());
    let rarity: HashMap<&String, f64> = wanted
        .iter()
        .map(|word| {
            let holding = holding(word);
            (word, (1.0 + (many - holding + 0.5) / (holding + 0.5)).ln())
        })
        .collect();
    let mut found: Vec<Likeness> = counted
        .iter()
        .enumerate()
        .filter(|(_, (_, count))| !count.is_empty())
        .map(|(place, (length, count))| {
            let longer = K1 * (1.0 - B + B * real(*length) / usual);
            let weight = count
                .iter()
                .map(|(word, times)| {
                    let times = real(*times);
                    rarity.get(word).copied().unwrap_or_default() * times * (K1 + 1.0) / (times + longer)
                })
                .sum();
            Likeness { place, weight, words: u32::try_from(count.len()).unwrap_or(u32::MAX) }
        })
        .collect();
    found.sort_by(|one, other| other.weight.total_cmp(&one.weight).then(one.place.cmp(&other.place)));
    found
}

/// The words that name a subject, each by its beginning.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.unicode_words().filter(|word| word.chars().count() >= SHORTEST).filter_map(|word| {
        let word: String = word.to_lowercase().chars().take(BEGINNING).collect();
        (COMMON.binary_search(&word.as_str()).is_err()).then_some(word)
    })
}

#[allow(clippy::cast_precision_loss)]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_that_speaks_of_the_same_thing_comes_first() {
        let texts = [
            "Agreed on the plan for the storage migration.",
            "Two stakeholders could not reach her for a week. She turns chat off in the afternoon.",
            "Stakeholders liked the summary.",
            "Lunch.",
        ];
        for (point, expected) in [
            ("Stakeholders find her hard to reach", vec![1, 2]),
            ("The migration took the year", vec![0]),
            ("Reached by nobody", vec![1]),
            ("What about this", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<usize> = like(point, &texts).into_iter().map(|one| one.place).collect();
            assert_eq!(found, expected, "{point}");
        }
        assert_eq!(like("Stakeholders find her hard to reach", &texts)[0].words, 2);
        assert!(like("anything", &[]).is_empty());
    }

    #[test]
    fn a_rare_word_weighs_more_than_a_usual_one() {
        let texts = ["rollback", "review", "review", "review"];
        let found = like("review of the rollback", &texts);
        assert_eq!(found[0].place, 0);
        assert!(found[0].weight > 2.0 * found[1].weight, "{found:?}");
        assert!((found[1].weight - found[2].weight).abs() < f64::EPSILON);
    }

    #[test]
    fn the_words_that_say_nothing_are_in_order_and_as_compared() {
        assert!(COMMON.is_sorted());
        for word in COMMON {
            assert!((SHORTEST..=BEGINNING).contains(&word.chars().count()), "{word}");
        }
    }
}
