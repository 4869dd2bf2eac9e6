//! Words that are known: which column a heading means, and what a word in a cell stands for.

use std::collections::BTreeMap;

use domain::spelling::fold;

/// Which field each column seems to be, from its heading. A heading that is a known word for word wins over one that
/// merely has it among others (`Employee's work e-mail`), and the longer known words over the shorter.
pub(crate) fn guess_columns<F: Copy + Ord>(
    columns: &[String],
    headings: &[(F, &[&str])],
) -> BTreeMap<F, String> {
    let folded: Vec<String> = columns.iter().map(|column| fold(column)).collect();
    let mut fits: Vec<(bool, usize, usize, F)> = Vec::new();
    for (place, heading) in folded.iter().enumerate() {
        let padded = format!(" {heading} ");
        for (field, known) in headings {
            let fit = known
                .iter()
                .filter(|word| padded.contains(&format!(" {word} ")))
                .map(|word| (*word == heading, word.len()))
                .max();
            if let Some((whole, length)) = fit {
                fits.push((whole, length, place, *field));
            }
        }
    }
    fits.sort_by_key(|(whole, length, place, field)| (std::cmp::Reverse((*whole, *length)), *place, *field));
    let mut mapping = BTreeMap::new();
    let mut used = vec![false; columns.len()];
    for (_, _, place, field) in fits {
        if !used[place] && !mapping.contains_key(&field) {
            used[place] = true;
            mapping.insert(field, columns[place].clone());
        }
    }
    mapping
}

/// What a word means, however it is spelled; none for a word that is not known.
pub(crate) fn find_word<T: Copy>(words: &[(T, &[&str])], cell: &str) -> Option<T> {
    let cell = fold(cell);
    words.iter().find(|(_, known)| known.contains(&cell.as_str())).map(|(meaning, _)| *meaning)
}
