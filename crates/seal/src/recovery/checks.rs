//! The four check characters of a recovery code: they notice mistakes and say where one is.
//!
//! # The arithmetic
//!
//! A character is a number from 0 to 31, taken as an element of the field of 32 elements: adding is XOR,
//! multiplying is that of polynomials over two elements modulo x⁵ + x² + 1. Written α, the element 2
//! generates all 31 others as its powers.
//!
//! The 36 characters are dealt into two rows of 18 in turn, the even places to one, the odd places to the
//! other. In each row the last two characters are chosen so that two sums over the row's characters c₀ … c₁₇
//! are zero:
//!
//! ```text
//! plain     c₀ + c₁ + … + c₁₇           = 0
//! weighted  c₀·α⁰ + c₁·α¹ + … + c₁₇·α¹⁷ = 0
//! ```
//!
//! One mistake of size e at place i makes the plain sum e and the weighted sum e·αⁱ. Both are not zero, so it
//! is always noticed; their quotient is αⁱ, and as the eighteen weights all differ, that names the place. Any
//! two mistakes in a row are noticed too: they could only hide if two weights were equal. (This is a
//! Reed-Solomon code of distance 3.)
//!
//! Two rows instead of one, because neighbours then stand in different rows: two swapped neighbours, the
//! commonest mistake after the single one, are one mistake in each row, and both places are named. More
//! mistakes than that may point to a wrong place or to none, and go unnoticed once in a million. The slot
//! that the code opens notices those.

use super::{CODE_SYMBOLS, SYMBOLS};

/// Rows that the characters are dealt into.
const ROWS: usize = 2;
/// Characters of a row.
const ROW_SYMBOLS: usize = SYMBOLS / ROWS;

/// What the checks say about 36 characters.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// Everything fits.
    Intact,
    /// Something is wrong; where it could be told, the places are named.
    Mistyped {
        /// Places, at most one per row. Empty if no row could tell.
        at: Vec<usize>,
    },
}

/// The two sums over a row.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sums {
    plain: u8,
    weighted: u8,
}

/// Overwrites the last four characters with the checks over the others.
pub(super) fn fill(symbols: &mut [u8; SYMBOLS]) {
    symbols[CODE_SYMBOLS..].fill(0);
    for row in 0..ROWS {
        // The last two characters a and b must bring both sums to zero: a + b = plain, and with their weights
        // u and v a·u + b·v = weighted. So b·(u + v) = weighted + plain·u, and a = plain + b.
        let sums = add_up(symbols, row);
        let (u, v) = (weight(ROW_SYMBOLS - 2), weight(ROW_SYMBOLS - 1));
        let b = divide(sums.weighted ^ multiply(sums.plain, u), u ^ v);
        symbols[CODE_SYMBOLS + row] = sums.plain ^ b;
        symbols[CODE_SYMBOLS + ROWS + row] = b;
    }
}

/// Checks all characters, and locates what does not fit.
pub(super) fn find_mistakes(symbols: &[u8; SYMBOLS]) -> Finding {
    let wrong: Vec<(usize, Sums)> = (0..ROWS)
        .map(|row| (row, add_up(symbols, row)))
        .filter(|(_, sums)| *sums != Sums { plain: 0, weighted: 0 })
        .collect();
    if wrong.is_empty() {
        return Finding::Intact;
    }
    let place = |(row, sums)| Some(find_place(sums)? * ROWS + row);
    // A row with more than one mistake that shows it makes the other row's answer only half of the truth.
    Finding::Mistyped { at: wrong.into_iter().map(place).collect::<Option<_>>().unwrap_or_default() }
}

/// The place in its row of a single mistake with these sums, if a single one can have made them.
fn find_place(sums: Sums) -> Option<usize> {
    if sums.plain == 0 {
        return None;
    }
    let quotient = divide(sums.weighted, sums.plain);
    (0..ROW_SYMBOLS).find(|&place| weight(place) == quotient)
}

fn add_up(symbols: &[u8; SYMBOLS], row: usize) -> Sums {
    let characters = symbols.iter().skip(row).step_by(ROWS).enumerate();
    characters.fold(Sums { plain: 0, weighted: 0 }, |sums, (place, &character)| Sums {
        plain: sums.plain ^ character,
        weighted: sums.weighted ^ multiply(character, weight(place)),
    })
}

/// α to the power of `place`.
fn weight(place: usize) -> u8 {
    (0..place).fold(1, |power, _| multiply(power, 2))
}

/// The product in the field. No branch and no table depends on the factors, which are secret.
fn multiply(one: u8, other: u8) -> u8 {
    (0..5).rev().fold(0, |product: u8, bit| {
        let doubled = product << 1;
        let reduced = doubled ^ (0b10_0101 * (doubled >> 5));
        reduced ^ (one * (other >> bit & 1))
    })
}

/// The quotient in the field. The inverse of an element is its 30th power; zero divided by anything is zero.
fn divide(dividend: u8, divisor: u8) -> u8 {
    (0..30).fold(dividend, |quotient, _| multiply(quotient, divisor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_is_a_field() {
        for a in 1..32 {
            assert_eq!(multiply(a, 1), a);
            assert_eq!(multiply(divide(1, a), a), 1, "{a} has an inverse");
            for b in 0..32 {
                assert_eq!(multiply(a, b), multiply(b, a));
                assert_eq!(divide(multiply(a, b), a), b);
                for c in 0..32 {
                    assert_eq!(multiply(a, b ^ c), multiply(a, b) ^ multiply(a, c));
                }
            }
        }
    }

    #[test]
    fn the_weights_all_differ() {
        let weights: Vec<u8> = (0..ROW_SYMBOLS).map(weight).collect();
        assert_eq!(weights[..6], [1, 2, 4, 8, 16, 5]);
        for (place, weight) in weights.iter().enumerate() {
            assert!(!weights[..place].contains(weight));
        }
    }

    #[test]
    fn every_single_mistake_is_located_to_its_character() {
        let mut symbols = std::array::from_fn(|at| (at * 7 % 32) as u8);
        fill(&mut symbols);
        assert_eq!(find_mistakes(&symbols), Finding::Intact);
        for at in 0..SYMBOLS {
            for size in 1..32 {
                let mut mistaken = symbols;
                mistaken[at] ^= size;
                assert_eq!(find_mistakes(&mistaken), Finding::Mistyped { at: vec![at] });
            }
        }
    }

    /// The sums of a code and a mistake are those of the mistake alone, and a mistake made larger in the
    /// field only has larger sums. So it is enough to put two mistakes, one of them of size 1, into zeros.
    #[test]
    fn every_two_mistakes_are_noticed() {
        for (one, other) in (0..SYMBOLS).flat_map(|one| (0..SYMBOLS).map(move |other| (one, other))) {
            for size in (1..32).filter(|_| one != other) {
                let mut mistaken = [0; SYMBOLS];
                mistaken[one] = 1;
                mistaken[other] = size;
                assert_ne!(find_mistakes(&mistaken), Finding::Intact, "at {one} and {other}");
            }
        }
    }
}
