//! What leaves as Markdown. What people wrote is Markdown already and stays as it is.

use super::{Block, Leaving};
use crate::markdown::{Page, escape};

/// One thing or several as Markdown, in the order they are given.
pub fn make_markdown<L: Leaving>(all: &[L]) -> String {
    let mut page = Page::default();
    for one in all {
        let mut items = Vec::new();
        for block in one.blocks() {
            if let Block::Item(item) = block {
                items.push(escape(&item));
                continue;
            }
            page.list(std::mem::take(&mut items).into_iter());
            match block {
                Block::Title(title) => page.heading(1, &title),
                Block::Fact(fact) | Block::Label(fact) => page.block(&escape(&fact)),
                Block::Heading(heading) => page.heading(2, heading),
                Block::Prose(prose) => page.block(prose),
                Block::Item(_) => {}
            }
        }
        page.list(items.into_iter());
    }
    page.into_text().trim_start().to_owned()
}
