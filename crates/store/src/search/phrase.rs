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

/// The index query for a typed text in one column of the index; none when nothing in it can be searched for.
pub(super) fn in_column(column: &str, typed: &str, every_word_open: bool) -> Option<String> {
    let terms = terms_of(typed, every_word_open);
    let terms: Vec<String> =
        terms.iter().map(|term| format!("\"{}\"{}", term.words, if term.open { " *" } else { "" })).collect();
    (!terms.is_empty()).then(|| format!("{{{column}}} : ({})", terms.join(" AND ")))
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

fn terms_of(typed: &str, every_word_open: bool) -> Vec<Term> {
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
            terms.extend(words_of(piece).map(|word| Term { words: word.to_owned(), open: every_word_open }));
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
            assert_eq!(in_column("text", typed, false).as_deref(), query, "{typed:?}");
        }
        assert_eq!(in_column("name", "ma ok", true).as_deref(), Some(r#"{name} : ("ma" * AND "ok" *)"#));
    }
}
