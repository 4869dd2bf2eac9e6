//! Notes as Markdown. What people wrote is Markdown already and stays as it is.

use super::{Block, Notes, blocks};
use crate::markdown::{Page, escape};

/// One or several 1:1s as Markdown, in the order they are given.
pub fn make_notes_markdown(all: &[Notes]) -> String {
    let mut page = Page::default();
    for notes in all {
        let mut items = Vec::new();
        for block in blocks(notes) {
            if let Block::Item(item) = block {
                items.push(escape(&item));
                continue;
            }
            page.list(std::mem::take(&mut items).into_iter());
            match block {
                Block::Title(title) => page.heading(1, &title),
                Block::Fact(fact) => page.block(&escape(&fact)),
                Block::Heading(heading) => page.heading(2, heading),
                Block::Prose(prose) => page.block(prose),
                Block::Item(_) => {}
            }
        }
        page.list(items.into_iter());
    }
    page.into_text().trim_start().to_owned()
}
