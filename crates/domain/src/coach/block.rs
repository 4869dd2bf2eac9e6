//! Cuts Markdown into the pieces that are read by themselves: paragraphs, items of lists, headings, quotations, code.

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Lines that belong together.
    Paragraph,
    /// An item of a list, or a row of a table.
    Item,
    /// A heading.
    Heading,
    /// Somebody else's words.
    Quotation,
    /// Code.
    Code,
}

/// A piece of a text, from and up to a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where its first line begins.
    pub from: usize,
    /// Where its last line ends, without the line break.
    pub to: usize,
}

/// What the beginning of a line says about it.
enum Line {
    Blank,
    Rule,
    Heading,
    Item,
    Row,
    Quotation,
    /// The mark and its length.
    Fence(char, usize),
    Indented,
    Plain,
}

fn read_line(line: &str) -> Line {
    let content = line.trim_start();
    let Some(first) = content.chars().next() else { return Line::Blank };
    let run = content.chars().take_while(|letter| *letter == first).count();
    let after_run = content.chars().nth(run);
    if matches!(first, '`' | '~') && run >= 3 {
        return Line::Fence(first, run);
    }
    if matches!(first, '-' | '=' | '*' | '_') && run >= 3 && content.trim_end().len() == run {
        return Line::Rule;
    }
    let spaced = after_run.is_none_or(char::is_whitespace);
    let numbered = || {
        let digits = content.bytes().take(10).take_while(u8::is_ascii_digit).count();
        let rest = content.get(digits..).unwrap_or_default();
        (1..10).contains(&digits) && rest.starts_with([')', '.']) && rest[1..].starts_with([' ', '\t'])
    };
    match first {
        '#' if run <= 6 && spaced => Line::Heading,
        '-' | '*' | '+' if run == 1 && spaced => Line::Item,
        '>' => Line::Quotation,
        '|' => Line::Row,
        _ if numbered() => Line::Item,
        _ if line.starts_with("    ") || line.starts_with('\t') => Line::Indented,
        _ => Line::Plain,
    }
}

/// How long the mark of an item is, with the spaces around it.
pub fn marker(item: &str) -> usize {
    let content = item.trim_start();
    let mark = content.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let rest = mark.trim_start_matches(['-', '*', '+', '.', ')', '|']);
    item.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// The pieces of a text in order. What lies between them is empty lines and lines drawn across.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // Whether the last piece goes on with the next plain line, and the fence that is open.
    let (mut open, mut fence) = (false, None::<(char, usize)>);
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r']);
        let (from, to) = (at, at + line.len());
        at += whole.len();
        let read = read_line(line);
        if let Some((mark, length)) = fence {
            if let Some(code) = blocks.last_mut() {
                code.to = to;
            }
            if matches!(read, Line::Fence(closing, run) if closing == mark && run >= length) {
                fence = None;
            }
            continue;
        }
        let last = blocks.last().map(|block| block.kind);
        let kind = match read {
            Line::Blank | Line::Rule => {
                open = false;
                continue;
            }
            Line::Fence(mark, run) => {
                fence = Some((mark, run));
                open = false;
                blocks.push(Block { kind: BlockKind::Code, from, to });
                continue;
            }
            Line::Heading => BlockKind::Heading,
            Line::Item | Line::Row => BlockKind::Item,
            Line::Quotation => BlockKind::Quotation,
            Line::Indented if !open && last != Some(BlockKind::Item) => BlockKind::Code,
            Line::Indented | Line::Plain => BlockKind::Paragraph,
        };
        let goes_on = open
            && match kind {
                BlockKind::Paragraph => matches!(last, Some(BlockKind::Paragraph | BlockKind::Item)),
                BlockKind::Quotation => last == Some(BlockKind::Quotation),
                BlockKind::Code | BlockKind::Item | BlockKind::Heading => false,
            };
        match blocks.last_mut() {
            Some(block) if goes_on => block.to = to,
            _ => blocks.push(Block { kind, from, to }),
        }
        // A heading is one line; code that is indented goes on by being indented.
        open = !matches!(kind, BlockKind::Heading | BlockKind::Code);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, blocks};

    #[test]
    fn markdown_falls_into_its_pieces() {
        use BlockKind::{Code, Heading, Item, Paragraph, Quotation};
        for (text, expected) in [
            ("", vec![]),
            ("One\ntwo\n\nthree", vec![(Paragraph, "One\ntwo"), (Paragraph, "three")]),
            ("One\r\ntwo\r\n\r\nthree\r\n", vec![(Paragraph, "One\r\ntwo"), (Paragraph, "three")]),
            ("# Plan\nText", vec![(Heading, "# Plan"), (Paragraph, "Text")]),
            ("Text:\n- a\n  more\n- b", vec![(Paragraph, "Text:"), (Item, "- a\n  more"), (Item, "- b")]),
            ("1. a\n2) b\n3.14 is", vec![(Item, "1. a"), (Item, "2) b\n3.14 is")]),
            ("> a\n> b\nmine", vec![(Quotation, "> a\n> b"), (Paragraph, "mine")]),
            ("a\n```rs\nb\n\n```\nc", vec![(Paragraph, "a"), (Code, "```rs\nb\n\n```"), (Paragraph, "c")]),
            ("```\nnever closed", vec![(Code, "```\nnever closed")]),
            ("a\n\n    code\n\nb", vec![(Paragraph, "a"), (Code, "    code"), (Paragraph, "b")]),
            ("- a\n\n    more of a", vec![(Item, "- a"), (Paragraph, "    more of a")]),
            ("a\n---\nb", vec![(Paragraph, "a"), (Paragraph, "b")]),
            ("-not an item", vec![(Paragraph, "-not an item")]),
            ("| a | b |\n| c | d |", vec![(Item, "| a | b |"), (Item, "| c | d |")]),
        ] {
            let found: Vec<_> =
                blocks(text).iter().map(|block| (block.kind, &text[block.from..block.to])).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
