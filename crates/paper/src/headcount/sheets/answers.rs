//! The 25 questions and what was answered.

use domain::headcount::PlanQuestion;

use super::Material;
use crate::headcount::grid::{Cell, Column, Grid, Row};
use crate::headcount::words;

/// The most letters that one cell takes, as UTF-16 counts them: what Excel allows, less some room.
const MOST: usize = 32_000;

/// A row for each question, in the order they are asked. An answer too long for one cell goes on in the rows below.
pub fn table(made: &Material) -> Grid {
    let columns = vec![
        Column::given("About", 22.0),
        Column::given("Question", 40.0),
        Column::given("Answer", 76.0),
        Column::given("Why it is empty", 30.0),
        Column::given("Owner", 18.0),
        Column::given("Written on", 12.0),
    ];
    let about = "What the plan says in words. It is changed in Inglenook, and not read back from here.";
    let mut grid = Grid::new("Answers", "The 25 questions", about, columns);
    grid.frozen = 2;
    for question in PlanQuestion::ALL {
        let answer = made.sheets.answers.iter().find(|answer| answer.question == question);
        let text = answer.map_or("", |answer| &answer.text);
        let mut pieces = pieces(text);
        let first = pieces.next().unwrap_or_default();
        let open = if answer.is_some_and(domain::headcount::Answer::is_complete) { "" } else { "Still open" };
        grid.rows.push(Row::of(vec![
            Cell::text(words::group(question.group())),
            Cell::prose(words::question(question)),
            Cell::prose(first),
            Cell::prose(
                answer
                    .map(|answer| answer.empty_because.as_str())
                    .filter(|why| !why.is_empty())
                    .unwrap_or(open),
            ),
            Cell::text(answer.map_or("", |answer| &answer.owner)),
            Cell::text(answer.map(|answer| answer.at.date_naive().to_string()).unwrap_or_default()),
        ]));
        grid.rows.extend(pieces.map(|piece| {
            Row::of(vec![
                Cell::text(words::group(question.group())),
                Cell::prose(format!("{} (continued)", words::question(question))),
                Cell::prose(piece),
                Cell::EMPTY,
                Cell::EMPTY,
                Cell::EMPTY,
            ])
        }));
    }
    grid
}

/// A text in pieces that fit into a cell each.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut room = MOST;
        let fits = rest.char_indices().find(|(_, letter)| {
            let is_full = letter.len_utf16() > room;
            room -= letter.len_utf16().min(room);
            is_full
        });
        let (piece, after) = rest.split_at(fits.map_or(rest.len(), |(at, _)| at));
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_answer_is_cut_between_letters_and_nothing_is_lost() {
        for (text, count) in
            [(String::new(), 0), ("a".repeat(MOST), 1), ("a".repeat(MOST + 1), 2), ("😀".repeat(MOST), 2)]
        {
            let found: Vec<&str> = pieces(&text).collect();
            assert_eq!((found.len(), found.concat()), (count, text.clone()));
            assert!(found.iter().all(|piece| piece.encode_utf16().count() <= MOST));
        }
    }
}
