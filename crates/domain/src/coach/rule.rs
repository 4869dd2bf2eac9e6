//! What a rule is: what it looks for, why, and what better looks like. All of it is read from the rule's own file.

use serde::Serialize;

use super::TextKind;
use super::language::Language;
use super::reader::Written;

/// How a rule looks at a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words in a row.
    Phrase,
    /// A claim, with nothing of what would show it in the paragraph or the one below.
    Missing(Beside),
    /// Praise joined to something to improve.
    Joined,
    /// Praise, something to improve, praise, in one paragraph.
    Sandwich,
    /// An exclamation mark.
    Mark,
    /// The name of somebody known.
    Name,
}

/// What may stand in a field beside the text, so that it is not missing from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// An example.
    Example,
    /// A figure.
    Figure,
}

const SHAPES: &[(&str, Shape)] = &[
    ("phrase", Shape::Phrase),
    ("missing example", Shape::Missing(Beside::Example)),
    ("missing figure", Shape::Missing(Beside::Figure)),
    ("joined", Shape::Joined),
    ("sandwich", Shape::Sandwich),
    ("mark", Shape::Mark),
    ("name", Shape::Name),
];
const FACTS: &[&str] = &["id", "name", "shape", "kinds", "reason", "before", "after", "instead", "quiet"];
const SECTIONS: &[&str] = &["find", "unless", "evidence", "between", "ahead", "after", "must", "must not"];

/// What people are shown about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Card {
    /// What findings and dismissals call it; stays the same in every language.
    pub id: &'static str,
    /// A few words for it.
    pub name: &'static str,
    /// Why it asks, in a sentence or two.
    pub reason: &'static str,
    /// An example of what it asks about.
    pub before: &'static str,
    /// The same, put better.
    pub after: &'static str,
}

/// A rule of one language.
#[derive(Debug)]
pub struct Rule {
    /// What people are shown.
    pub card: Card,
    /// How it looks at a text.
    pub shape: Shape,
    /// Which texts it is for.
    pub kinds: Vec<TextKind>,
    /// What may stand instead of whatever it finds, where the entry has no words of its own.
    pub instead: Option<&'static str>,
    /// It has nothing to say about a sentence that praises.
    pub quiet_beside_praise: bool,
    /// Its file, for its patterns.
    pub written: Written,
}

impl Rule {
    /// Reads a rule's file.
    ///
    /// # Errors
    /// Says what is missing or not known.
    pub fn read(file: &'static str) -> Result<Self, String> {
        let written = Written::read(file)?;
        written.only(FACTS, SECTIONS)?;
        let fact = |name| written.fact(name);
        let card = Card {
            id: fact("id")?,
            name: fact("name")?,
            reason: fact("reason")?,
            before: fact("before")?,
            after: fact("after")?,
        };
        let shape = fact("shape")?;
        let shape = SHAPES.iter().find(|(name, _)| *name == shape).map(|(_, shape)| *shape);
        let shape = shape.ok_or_else(|| format!("{}: there is no such shape", card.id))?;
        let kind = |name: &str| TextKind::ALL.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind);
        let kinds: Option<Vec<TextKind>> = fact("kinds")?.split_whitespace().map(kind).collect();
        let kinds = kinds.ok_or_else(|| format!("{}: there is no such kind of text", card.id))?;
        let quiet_beside_praise = match written.facts("quiet").next() {
            None => false,
            Some("beside praise") => true,
            Some(other) => return Err(format!("{}: `quiet: {other}` is not known", card.id)),
        };
        let instead = written.facts("instead").next();
        Ok(Self { card, shape, kinds, instead, quiet_beside_praise, written })
    }
}

/// The rules of a language, in the order in which people are shown them.
pub fn rules(language: Language) -> Vec<Card> {
    language.rules().iter().map(|rule| rule.card).collect()
}
