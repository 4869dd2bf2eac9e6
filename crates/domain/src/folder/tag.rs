//! Tags: short words that gather notes across people and years.

use crate::{Refusal, spelling::fold};

/// How many tags a note may have.
pub const MOST_TAGS: usize = 12;
/// How long a tag may be, in characters.
pub const TAG_CHARACTERS: usize = 40;

/// The tags in a typed line: words between spaces or commas, with or without `#`, in lower case, each once.
pub fn typed_tags(line: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for word in line.split(|c: char| c.is_whitespace() || c == ',') {
        let tag = word.trim_start_matches('#').to_lowercase();
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// Whether these tags may be kept.
///
/// # Errors
/// Refuses too many tags, one that is too long, one with no letter or digit, and one that is not a single word.
pub fn check_tags(tags: &[String]) -> Result<(), Refusal> {
    if tags.len() > MOST_TAGS {
        return Err(Refusal::new("tag.too_many", format!("A note has {MOST_TAGS} tags at most."))
            .next("Keep those that you would look for."));
    }
    for tag in tags {
        if tag.chars().count() > TAG_CHARACTERS {
            return Err(Refusal::new(
                "tag.too_long",
                format!("A tag is {TAG_CHARACTERS} characters at most."),
            )
            .next("Shorten it."));
        }
        if fold(tag).is_empty() || tag.chars().any(|c| c.is_whitespace() || c.is_control() || c == ',') {
            return Err(Refusal::new("tag.no_word", "A tag is one word.")
                .next("Join its words with a hyphen, such as on-call."));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{MOST_TAGS, TAG_CHARACTERS, check_tags, typed_tags};

    #[test]
    fn tags_are_words_each_once() {
        for (typed, tags) in [
            ("#On-Call, release on-call", vec!["on-call", "release"]),
            ("  ", vec![]),
            ("#", vec![]),
            ("Größe ß", vec!["größe", "ß"]),
        ] {
            assert_eq!(typed_tags(typed), tags, "{typed:?}");
        }
    }

    #[test]
    fn tags_are_few_short_words() {
        let some = |count: usize| (0..count).map(|n| format!("t{n}")).collect::<Vec<_>>();
        assert_eq!(check_tags(&some(MOST_TAGS)), Ok(()));
        for (tags, rule) in [
            (some(MOST_TAGS + 1), "tag.too_many"),
            (vec!["x".repeat(TAG_CHARACTERS + 1)], "tag.too_long"),
            (vec!["two words".into()], "tag.no_word"),
            (vec!["--".into()], "tag.no_word"),
            (vec![String::new()], "tag.no_word"),
        ] {
            assert_eq!(check_tags(&tags).expect_err(rule).rule, rule, "{tags:?}");
        }
    }
}
