//! What a person typed, as a query of the full-text index. Any text is a query; none is a syntax error.
//!
//! Several words must all occur. Words between quotation marks must stand together in that order. The last word may
//! be the beginning of a longer one, because it is still being typed; a closing quotation mark ends it, a space does
//! not: `drill ` still finds `drills`.

use super::Passage;

/// One thing that must occur.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    words: String,
    /// Whether the last word may go on.
    open: bool,
}

/// Beginnings of words up to this many letters stand in the index by themselves (`prefix=` in the schema).
const INDEXED_LETTERS: usize = 6;

/// The index query for a typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The last word may go on.
    pub open: String,
    /// The last word is whole. Only there when its beginning is too long to stand in the index: what begins with it is
    /// then put together and sorted before the first hit can be told, so the whole word is asked for first.
    pub whole: Option<String>,
}

/// The index query for a typed text; none when nothing in it can be searched for.
pub(super) fn in_text(typed: &str) -> Option<Asked> {
    let terms = terms_of(typed);
    let last = terms.last()?;
    let letters = last.words.rsplit(' ').next().map_or(0, |word| word.chars().count());
    let is_long = last.open && letters > INDEXED_LETTERS;
    Some(Asked { open: query_of(&terms, true), whole: is_long.then(|| query_of(&terms, false)) })
}

fn query_of(terms: &[Term], may_go_on: bool) -> String {
    let terms: Vec<String> = terms
        .iter()
        .map(|term| format!("\"{}\"{}", term.words, if term.open && may_go_on { " *" } else { "" }))
        .collect();
    format!("{{text}} : ({})", terms.join(" AND "))
}

/// The index query for tags, one of `any` beside all of `all`.
pub(super) fn in_tags(person: Option<[u8; 16]>, all: &[&str], any: &[&str]) -> Option<String> {
    let mut parts: Vec<String> =
        person.map(|person| format!("\"{}\"", Passage::tags(Some(person), "").trim())).into_iter().collect();
    parts.extend(all.iter().map(|word| format!("\"{word}\"")));
    if !any.is_empty() {
        let any: Vec<String> = any.iter().map(|word| format!("\"{word}\"")).collect();
        parts.push(format!("({})", any.join(" OR ")));
    }
    (!parts.is_empty()).then(|| format!("{{tags}} : ({})", parts.join(" AND ")))
}

fn terms_of(typed: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    // Quotation marks of any script open and close alike. Without a partner, the last one begins a phrase that is
    // still being typed.
    for (place, piece) in typed.split(['"', '“', '”', '„', '«', '»']).enumerate() {
        if place % 2 == 1 {
            let words: Vec<&str> = words_of(piece).collect();
            if !words.is_empty() {
                terms.push(Term { words: words.join(" "), open: false });
            }
        } else {
            terms.extend(words_of(piece).map(|word| Term { words: word.to_owned(), open: false }));
        }
    }
    let closed = typed.trim_end().ends_with(['"', '“', '”', '„', '«', '»']);
    if let (Some(last), false) = (terms.last_mut(), closed) {
        last.open = true;
    }
    terms
}

/// Words as the index cuts them: runs of letters and digits. Everything else only separates, so nothing that means
/// something to the query language survives.
fn words_of(piece: &str) -> impl Iterator<Item = &str> {
    piece.split(|c: char| !is_word(c)).filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Combining marks belong to the letter before them.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_becomes_a_query() {
        for (typed, query) in [
            ("drill", Some(r#"{text} : ("drill" *)"#)),
            ("led the drill", Some(r#"{text} : ("led" AND "the" AND "drill" *)"#)),
            (r#""led the" drill"#, Some(r#"{text} : ("led the" AND "drill" *)"#)),
            (r#"drill "led the""#, Some(r#"{text} : ("drill" AND "led the")"#)),
            (r#"“led the”"#, Some(r#"{text} : ("led the")"#)),
            (r#""still typ"#, Some(r#"{text} : ("still typ" *)"#)),
            (
                "a:b* AND (c) -d ^e NEAR/2",
                Some(r#"{text} : ("a" AND "b" AND "AND" AND "c" AND "d" AND "e" AND "NEAR" AND "2" *)"#),
            ),
            ("\0 \" ' * ; --", None),
            ("", None),
        ] {
            assert_eq!(in_text(typed).map(|asked| asked.open).as_deref(), query, "{typed:?}");
        }
    }

    #[test]
    fn a_long_word_is_asked_for_whole_first() {
        for (typed, whole) in [
            ("drills", None),
            ("migrate", Some(r#"{text} : ("migrate")"#)),
            ("the migration", Some(r#"{text} : ("the" AND "migration")"#)),
            ("migration of", None),
            (r#""the migration""#, None),
        ] {
            let asked = in_text(typed).expect("a query");
            assert_eq!(asked.whole.as_deref(), whole, "{typed:?}");
        }
    }
}
