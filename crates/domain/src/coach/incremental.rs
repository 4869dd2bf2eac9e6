//! A coach that remembers: while somebody types, only the paragraph under the cursor is read again.

use std::collections::HashMap;

use super::block::{Block, BlockKind, blocks};
use super::examine::{Reading, read};
use super::language::Book;
use super::names::Names;
use super::{Finding, Setting, Span};

/// Reads a text again and again as it grows. Always answers what [`super::check`] would answer.
///
/// It keeps the text that it read last, so it lives no longer than the text may be in memory.
#[derive(Debug)]
pub struct Coach {
    setting: Setting,
    book: &'static Book,
    names: Names,
    /// What was read, by what a piece is and what stands in it, with the round in which it was last there.
    read: HashMap<BlockKind, HashMap<String, (u64, Reading)>>,
    round: u64,
    reread: usize,
}

impl Coach {
    /// A coach that has read nothing yet.
    pub fn new(setting: Setting) -> Self {
        let book = setting.language.book();
        let names = Names::new(&setting.about, &setting.known, &book.lexicon);
        Self { setting, book, names, read: HashMap::new(), round: 0, reread: 0 }
    }

    /// Reads a text and says where it could be put better, in the order of the text.
    pub fn check(&mut self, text: &str) -> Vec<Finding> {
        self.round += 1;
        self.reread = 0;
        let blocks = blocks(text);
        for block in &blocks {
            self.look_at(text, *block);
        }
        for of_kind in self.read.values_mut() {
            of_kind.retain(|_, (round, _)| *round == self.round);
        }
        self.put_together(text, &blocks)
    }

    /// How many pieces the last check had to read, because they were not there the time before.
    pub fn reread(&self) -> usize {
        self.reread
    }

    fn look_at(&mut self, text: &str, block: Block) {
        let piece = &text[block.from..block.to];
        let of_kind = self.read.entry(block.kind).or_default();
        if let Some((round, _)) = of_kind.get_mut(piece) {
            *round = self.round;
            return;
        }
        self.reread += 1;
        let reading = read(piece, block, self.book, &self.names, &self.setting);
        of_kind.insert(piece.to_owned(), (self.round, reading));
    }

    fn reading(&self, text: &str, block: Block) -> Option<&Reading> {
        self.read.get(&block.kind)?.get(&text[block.from..block.to]).map(|(_, reading)| reading)
    }

    /// Puts what was read in the pieces together, at the places of the whole text.
    fn put_together(&self, text: &str, blocks: &[Block]) -> Vec<Finding> {
        let mut all = Vec::new();
        let (mut at, mut units) = (0, 0);
        for (n, block) in blocks.iter().enumerate() {
            units += super::examine::units(&text[at..block.from]);
            let Some(reading) = self.reading(text, *block) else { continue };
            let from = all.len();
            all.extend(reading.findings.iter().cloned());
            let below = blocks
                .get(n + 1)
                .filter(|below| block.kind == BlockKind::Paragraph && below.kind != BlockKind::Heading);
            let shown = below.and_then(|below| self.reading(text, *below)).map_or(0, |below| below.evidence);
            let unshown = reading.claims.iter().filter(|(rule, _)| shown & (1 << rule) == 0);
            all.extend(unshown.map(|(_, finding)| finding.clone()));
            for finding in &mut all[from..] {
                finding.bytes = moved(finding.bytes, block.from);
                finding.units = moved(finding.units, units);
            }
            all[from..].sort_by_key(|finding| (finding.bytes.from, finding.bytes.to, finding.rule));
            units += reading.units;
            at = block.to;
        }
        all
    }
}

fn moved(span: Span, by: usize) -> Span {
    Span { from: span.from + by, to: span.to + by }
}
