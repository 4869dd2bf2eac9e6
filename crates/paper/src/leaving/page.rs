//! What leaves as Markdown. What people wrote is Markdown already and stays as it is.

use super::{Block, Leaving, Table};
use crate::markdown::{Page, escape};

/// One thing or several as Markdown, in the order they are given.
pub fn make_markdown<L: Leaving>(all: &[L]) -> String {
    let mut page = Page::default();
    for one in all {
        let mut items = Vec::new();
        let mut kicker = None;
        for block in one.blocks() {
            if let Block::Item(item) = block {
                items.push(escape(&item));
                continue;
            }
            page.list(std::mem::take(&mut items).into_iter());
            match block {
                Block::Kicker(line) => kicker = Some(line),
                Block::Title(title) => {
                    let title = match kicker.take() {
                        Some(kicker) => format!("{kicker}: {title}"),
                        None => title,
                    };
                    page.heading(1, &title);
                }
                Block::Subtitle(line) | Block::Fact(line) | Block::Label(line) | Block::Notice(line) => {
                    page.block(&escape(&line));
                }
                Block::Facts(facts) => {
                    page.list(facts.iter().map(|(name, value)| escape(&format!("{name}: {value}"))));
                }
                Block::Heading(heading) => page.heading(2, heading),
                Block::Prose(prose) => page.block(&prose),
                Block::Point(point) => {
                    if !point.message.trim().is_empty() {
                        page.heading(3, &point.message);
                    }
                    page.block(&escape(&point.caption));
                    page.block(point.text.trim());
                }
                Block::Aside(name, text) => {
                    let quoted = text.trim().lines().map(|line| format!("> {line}").trim_end().to_owned());
                    let quoted: Vec<String> = quoted.collect();
                    page.block(&format!("> **{}**\n>\n{}", escape(&name), quoted.join("\n")));
                }
                Block::Table(table) => page.block(&table_text(&table)),
                Block::Figure(chart) => {
                    page.heading(3, &chart.title);
                    page.block(&escape(&chart.unit));
                    page.block(&escape(&chart.description));
                    if !chart.table.rows.is_empty() {
                        page.block(&table_text(&Table::from(&chart.table)));
                    }
                }
                Block::Signatures(signatures) => page.list(signatures.iter().map(|one| {
                    let parts = [&one.name, &one.said, &one.fingerprint].map(|part| escape(part));
                    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
                })),
                Block::Item(_) => {}
            }
        }
        page.list(items.into_iter());
    }
    page.into_text().trim_start().to_owned()
}

/// A table as most readers of Markdown know it.
fn table_text(table: &Table) -> String {
    let line = |cells: &[String]| {
        let cells = cells.iter().map(|cell| escape(&cell.split_whitespace().collect::<Vec<_>>().join(" ")));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = |column| if table.is_number(column) { " ---: |" } else { " --- |" };
    let rule = format!("|{}", (0..table.columns.len()).map(rule).collect::<String>());
    let rows = table.rows.iter().map(|row| line(row));
    [line(&table.columns), rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}
