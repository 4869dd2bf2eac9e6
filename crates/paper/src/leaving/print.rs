//! What leaves as pages to print.

use super::compose::Composer;
use super::flow::{Flow, number};
use super::{Leaving, flow};
use crate::PaperFault;
use crate::canvas::{Document, Node, Role, Tags};
use crate::typeface::{Fallback, Typecase};

/// What the pages are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 by 297 millimetres, as in most of the world.
    #[default]
    A4,
    /// 8.5 by 11 inches, as in North America.
    Letter,
}

impl PaperSize {
    /// Millimetres.
    pub(super) fn width(self) -> f32 {
        match self {
            Self::A4 => 210.0,
            Self::Letter => 215.9,
        }
    }

    /// Millimetres.
    pub(super) fn height(self) -> f32 {
        match self {
            Self::A4 => 297.0,
            Self::Letter => 279.4,
        }
    }
}

/// How pages are printed. The usual is a final text on A4.
#[derive(Clone, Copy, Debug, Default)]
pub struct Print<'a> {
    /// What on.
    pub size: PaperSize,
    /// Whether each page says that it is a draft.
    pub is_draft: bool,
    /// Fonts for the letters that the typefaces in the program have not, in the order they are asked.
    pub fallbacks: &'a [Fallback<'a>],
}

/// One thing or several as a PDF, each beginning on a page of its own. The same things give the same bytes.
///
/// # Errors
/// [`PaperFault::Letters`] when a text has letters that no font at hand has; Markdown carries them.
pub fn make_pdf<L: Leaving>(all: &[L], print: &Print<'_>) -> Result<Vec<u8>, PaperFault> {
    let case = Typecase::with(print.fallbacks);
    compose(all, print, &case)?.into_pdf()
}

/// The document of these things.
///
/// # Errors
/// As [`make_pdf`].
pub(crate) fn compose<'a, 'f, L: Leaving>(
    all: &'a [L],
    print: &Print<'_>,
    case: &'a Typecase<'f>,
) -> Result<Document<'a, 'f>, PaperFault> {
    let mut tags = Tags::default();
    let mut pages = Vec::new();
    for one in all {
        let part = if all.len() == 1 { Tags::ROOT } else { tags.add(Tags::ROOT, Role::Part) };
        let print = Print { is_draft: print.is_draft || one.is_draft(), ..*print };
        let flow = flow_of(one, &print, case, &mut tags, part)?;
        pages.extend(flow.draw(&print, &mut tags, pages.len()));
    }
    number(&mut pages, print.size);
    let title = match all {
        [one] => one.subject(),
        _ => L::KIND.to_owned(),
    };
    let dated = all.iter().filter_map(Leaving::dated).max();
    let language = all.first().map_or("en", Leaving::language);
    Ok(Document { pages, title, language, dated, tags: Some(tags), case })
}

/// The rows of one thing, read as part of a node.
///
/// # Errors
/// As [`make_pdf`].
pub(super) fn flow_of<L: Leaving>(
    one: &L,
    print: &Print<'_>,
    case: &Typecase<'_>,
    tags: &mut Tags,
    part: Node,
) -> Result<Flow, PaperFault> {
    let mut composer = Composer::new(case, tags, part, flow::page_room(print.size));
    composer.divides = is_english(one.language());
    for block in one.blocks() {
        composer.put(&block);
    }
    composer.into_flow(&one.subject())
}

/// Whether words are divided by the rules of English, the only ones there are.
fn is_english(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|name| name.eq_ignore_ascii_case("en"))
}
