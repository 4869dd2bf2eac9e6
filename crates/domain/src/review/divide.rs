//! A loose text, divided into points: headings say the section, paragraphs are the points. The same reading takes in a self
//! review that came as text.

use super::ReviewSection;

/// A point that a text was divided into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub section: ReviewSection,
    /// Its message, where one stood out: a small heading, or bold words at the beginning.
    pub message: String,
    /// The paragraph, Markdown with chips.
    pub text: String,
}

/// Words of a heading that name a section, in lower case. The first that is found decides.
const HEADINGS: [(&str, ReviewSection); 19] = [
    ("next year", ReviewSection::NextYear),
    ("next cycle", ReviewSection::NextYear),
    ("looking ahead", ReviewSection::NextYear),
    ("outlook", ReviewSection::NextYear),
    ("went well", ReviewSection::WentWell),
    ("strength", ReviewSection::WentWell),
    ("achievement", ReviewSection::WentWell),
    ("accomplishment", ReviewSection::WentWell),
    ("praise", ReviewSection::WentWell),
    ("improve", ReviewSection::ToImprove),
    ("better", ReviewSection::ToImprove),
    ("development", ReviewSection::ToImprove),
    ("growth", ReviewSection::ToImprove),
    ("challenge", ReviewSection::ToImprove),
    ("goal", ReviewSection::Goals),
    ("objective", ReviewSection::Goals),
    ("target", ReviewSection::Goals),
    ("summary", ReviewSection::Summary),
    ("overview", ReviewSection::Summary),
];

/// Divides a Markdown text. What stands before any heading, and below one that names no section, is summary. Nothing that
/// is written gets lost: a heading that names no section and has no paragraph stays as a message.
pub fn divide(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut section = ReviewSection::Summary;
    let mut message = String::new();
    for paragraph in paragraphs(text) {
        let Some((level, title)) = heading(&paragraph) else {
            let (bold, rest) = lead(&paragraph);
            let own = if message.is_empty() { bold } else { "" };
            let (own, text) = if own.is_empty() { ("", paragraph.as_str()) } else { (own, rest) };
            let message = if own.is_empty() { std::mem::take(&mut message) } else { own.to_owned() };
            pieces.push(Piece { section, message, text: text.to_owned() });
            continue;
        };
        // A small heading is a message, unless it names another section.
        let named = named(title).filter(|named| level < 3 || *named != section && is_short(title));
        match named {
            Some(named) => {
                keep_alone(&mut pieces, section, &mut message);
                section = named;
            }
            // The title of the whole says nothing of the year.
            None if level == 1 && pieces.is_empty() => {}
            None => {
                keep_alone(&mut pieces, section, &mut message);
                title.clone_into(&mut message);
            }
        }
    }
    keep_alone(&mut pieces, section, &mut message);
    pieces
}

/// Keeps a message that no paragraph follows.
fn keep_alone(pieces: &mut Vec<Piece>, section: ReviewSection, message: &mut String) {
    if !message.is_empty() {
        pieces.push(Piece { section, message: std::mem::take(message), text: String::new() });
    }
}

/// The paragraphs, a heading being one of its own.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim_end) {
        if line.trim().is_empty() {
            open = false;
        } else if heading(line).is_some() || !open {
            open = heading(line).is_none();
            found.push(line.to_owned());
        } else if let Some(last) = found.last_mut() {
            last.push('\n');
            last.push_str(line);
        }
    }
    found
}

/// A heading's level and words.
fn heading(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let title = rest.strip_prefix(' ')?.trim();
    ((1..=6).contains(&level) && !title.is_empty() && !title.contains('\n')).then_some((level, title))
}

fn named(title: &str) -> Option<ReviewSection> {
    let title = title.to_lowercase();
    HEADINGS.iter().find(|(word, _)| title.contains(word)).map(|(_, section)| *section)
}

/// Whether a heading is short enough to name a section rather than to say something.
fn is_short(title: &str) -> bool {
    title.split_whitespace().count() <= 4
}

/// Bold words at the beginning of a paragraph, without their last stop, and the rest.
fn lead(paragraph: &str) -> (&str, &str) {
    let parts = paragraph.strip_prefix("**").and_then(|rest| rest.split_once("**"));
    let Some((bold, rest)) = parts.filter(|(bold, _)| !bold.contains('\n')) else { return ("", paragraph) };
    (bold.trim().trim_end_matches([':', '.']), rest.trim_start_matches([':', '.']).trim_start())
}

#[cfg(test)]
mod tests {
    use super::ReviewSection::{Goals, NextYear, Summary, ToImprove, WentWell};
    use super::*;

    fn divided(text: &str) -> Vec<(ReviewSection, String, String)> {
        divide(text).into_iter().map(|piece| (piece.section, piece.message, piece.text)).collect()
    }

    #[test]
    fn headings_say_the_section_and_paragraphs_are_the_points() {
        let text = "# Review of 2026\n\nA safe year.\n\n## What went well\n\nFailover fell\nto 104 s. [2 Oct](inglenook:new)\n\n\
            **Calm.** She stayed.\n\n### Led two juniors\n\nThey presented it.\n\n## Areas for improvement\nUpdates are long.\n\n\
            ## Goals\n\n- one\n- two\n\n## Next year\n\nLead the drill.\n";
        let expected = [
            (Summary, "", "A safe year."),
            (WentWell, "", "Failover fell\nto 104 s. [2 Oct](inglenook:new)"),
            (WentWell, "Calm", "She stayed."),
            (WentWell, "Led two juniors", "They presented it."),
            (ToImprove, "", "Updates are long."),
            (Goals, "", "- one\n- two"),
            (NextYear, "", "Lead the drill."),
        ];
        let expected: Vec<_> =
            expected.map(|(section, message, text)| (section, message.to_owned(), text.to_owned())).into();
        assert_eq!(divided(text), expected);
    }

    #[test]
    fn nothing_that_is_written_gets_lost() {
        for (text, section, message, kept) in [
            ("plain", Summary, "", "plain"),
            ("## My impressions\n\nGood.", Summary, "My impressions", "Good."),
            ("## Only a heading", Summary, "Only a heading", ""),
            (
                "## Strengths\n\n### Made the goals of the team clear to all\n\nYes.",
                WentWell,
                "Made the goals of the team clear to all",
                "Yes.",
            ),
            ("**not closed", Summary, "", "**not closed"),
            ("#5 in the list", Summary, "", "#5 in the list"),
            ("## What could be better\r\n\r\nReplies.\r\n", ToImprove, "", "Replies."),
        ] {
            assert_eq!(divided(text), [(section, message.to_owned(), kept.to_owned())], "{text}");
        }
        assert_eq!(divided(" \n\n "), []);
        let kept = |text: &str| divided(text).into_iter().map(|piece| piece.1).collect::<Vec<_>>();
        // A small heading that names the section it stands in says something of its own, and so does a second title.
        assert_eq!(kept("## Went well\n\n### Strength in crises\n\nCalm."), ["Strength in crises"]);
        assert_eq!(kept("A year.\n\n# And another\n\nMore."), ["", "And another"]);
    }
}
