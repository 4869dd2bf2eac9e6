//! The difference of two texts, as few steps as a short look finds.

use dissimilar::Chunk;

/// One step from the old text to the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// The same in both.
    Keep(&'a str),
    /// Only in the old text.
    Delete(&'a str),
    /// Only in the new text.
    Insert(&'a str),
}

/// Above this many bytes the character diff, whose time grows with the product of both sides, is not tried; whole
/// lines are compared first, and what is still longer is replaced as a whole.
const CHARACTERS: usize = 16 * 1024;
const LINES: usize = 4_000;

/// The steps from `old` to `new`.
pub(crate) fn steps_between<'a>(old: &'a str, new: &'a str) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    let head = common_head(old, new);
    let tail = common_tail(&old[head..], &new[head..]);
    keep(&mut steps, &old[..head]);
    let (before, after) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    if before.len() + after.len() <= CHARACTERS {
        by_character(&mut steps, before, after);
    } else {
        by_line(&mut steps, before, after);
    }
    keep(&mut steps, &old[old.len() - tail..]);
    steps
}

fn by_character<'a>(steps: &mut Vec<Step<'a>>, old: &'a str, new: &'a str) {
    if old.is_empty() || new.is_empty() {
        return replace(steps, old, new);
    }
    steps.extend(dissimilar::diff(old, new).into_iter().map(|chunk| match chunk {
        Chunk::Equal(same) => Step::Keep(same),
        Chunk::Delete(old) => Step::Delete(old),
        Chunk::Insert(new) => Step::Insert(new),
    }));
}

/// Lines that stand only once on each side are the landmarks; between two of them the texts are compared on their own.
fn by_line<'a>(steps: &mut Vec<Step<'a>>, old: &'a str, new: &'a str) {
    let old_lines: Vec<&str> = old.split_inclusive('\n').collect();
    let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
    if old_lines.len().max(new_lines.len()) > LINES {
        return replace(steps, old, new);
    }
    let (mut old_at, mut new_at) = (0, 0);
    let (mut old_from, mut new_from) = (0, 0);
    for (old_line, new_line) in landmarks(&old_lines, &new_lines) {
        let old_to = old_from + length(&old_lines[old_at..old_line]);
        let new_to = new_from + length(&new_lines[new_at..new_line]);
        between(steps, &old[old_from..old_to], &new[new_from..new_to]);
        keep(steps, old_lines[old_line]);
        (old_at, new_at) = (old_line + 1, new_line + 1);
        (old_from, new_from) = (old_to + old_lines[old_line].len(), new_to + old_lines[old_line].len());
    }
    between(steps, &old[old_from..], &new[new_from..]);
}

fn between<'a>(steps: &mut Vec<Step<'a>>, old: &'a str, new: &'a str) {
    if old.len() + new.len() <= CHARACTERS { by_character(steps, old, new) } else { replace(steps, old, new) }
}

/// Pairs of equal lines that stand once in each text and in the same order in both: the longest such row of pairs.
fn landmarks(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let once = |lines: &[&str]| {
        let mut seen = std::collections::HashMap::new();
        for (place, line) in lines.iter().enumerate() {
            seen.entry((*line).to_owned()).and_modify(|known| *known = None).or_insert(Some(place));
        }
        seen
    };
    let in_new = once(new);
    let mut pairs: Vec<(usize, usize)> =
        once(old).into_iter().filter_map(|(line, place)| Some((place?, (*in_new.get(&line)?)?))).collect();
    pairs.sort_unstable();
    longest_rising(&pairs)
}

/// The longest run of pairs whose second part rises too (patience sorting).
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|top| pairs[*top].1 < pair.1);
        before.push(pile.checked_sub(1).map(|left| tops[left]));
        if pile == tops.len() { tops.push(index) } else { tops[pile] = index }
    }
    let mut run = Vec::new();
    let mut at = tops.last().copied();
    while let Some(index) = at {
        run.push(pairs[index]);
        at = before[index];
    }
    run.reverse();
    run
}

fn keep<'a>(steps: &mut Vec<Step<'a>>, same: &'a str) {
    if !same.is_empty() {
        steps.push(Step::Keep(same));
    }
}

fn replace<'a>(steps: &mut Vec<Step<'a>>, old: &'a str, new: &'a str) {
    if !old.is_empty() {
        steps.push(Step::Delete(old));
    }
    if !new.is_empty() {
        steps.push(Step::Insert(new));
    }
}

fn length(lines: &[&str]) -> usize {
    lines.iter().map(|line| line.len()).sum()
}

fn common_head(old: &str, new: &str) -> usize {
    old.chars().zip(new.chars()).take_while(|(old, new)| old == new).map(|(same, _)| same.len_utf8()).sum()
}

fn common_tail(old: &str, new: &str) -> usize {
    old.chars()
        .rev()
        .zip(new.chars().rev())
        .take_while(|(old, new)| old == new)
        .map(|(same, _)| same.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the steps say the old and the new text are.
    fn both(steps: &[Step<'_>]) -> (String, String) {
        let (mut old, mut new) = (String::new(), String::new());
        for step in steps {
            match step {
                Step::Keep(same) => {
                    old.push_str(same);
                    new.push_str(same);
                }
                Step::Delete(text) => old.push_str(text),
                Step::Insert(text) => new.push_str(text),
            }
        }
        (old, new)
    }

    fn kept(steps: &[Step<'_>]) -> usize {
        steps.iter().map(|step| if let Step::Keep(same) = step { same.len() } else { 0 }).sum()
    }

    proptest! {
        #[test]
        fn the_steps_lead_from_one_text_to_the_other(old in "[ab\n é😀]{0,40}", new in "[ab\n é😀]{0,40}") {
            let (from, to) = both(&steps_between(&old, &new));
            prop_assert_eq!((from, to), (old, new));
        }
    }

    #[test]
    fn a_long_text_keeps_the_lines_nobody_touched() {
        let lines: Vec<String> = (0..3_000).map(|n| format!("line {n} of a long review\n")).collect();
        let old = lines.concat();
        let mut changed = lines.clone();
        changed[5] = "another first line\n".into();
        changed[2_990] = "another last line\n".into();
        changed.remove(1_500);
        let new = changed.concat();
        let steps = steps_between(&old, &new);
        assert_eq!(both(&steps), (old.clone(), new.clone()));
        assert!(kept(&steps) > old.len() - 200, "only {} of {} bytes were kept", kept(&steps), old.len());
    }

    #[test]
    fn two_long_texts_with_nothing_in_common_are_replaced() {
        let (old, new) = ("x".repeat(300_000), "y".repeat(300_000));
        assert_eq!(steps_between(&old, &new), [Step::Delete(&old), Step::Insert(&new)]);
    }
}
