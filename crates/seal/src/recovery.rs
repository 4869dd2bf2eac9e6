//! The recovery code: 160 random bits that a person can print, keep and type back.
//!
//! It is written in Crockford's base 32 as nine groups of four characters, `7KQM-2WXA-…`. Eight groups hold
//! the code, the ninth holds four check characters. The checks notice every mistyped character and say in
//! which group it is; how is explained in `checks`. With 160 random bits there is nothing to guess, so no
//! slow derivation is needed.

mod alphabet;
mod checks;

use std::fmt;

use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{derive::derive_secret, random::NoRandomness, secret::Secret};

/// How many groups a written code has, the check group included.
pub const GROUPS: usize = 9;
/// How many characters a group has.
pub const GROUP_CHARACTERS: usize = 4;

/// Length of a code in bytes.
const CODE_BYTES: usize = 20;
/// Characters that hold the code: five bits each.
const CODE_SYMBOLS: usize = CODE_BYTES * 8 / 5;
/// All characters of a written code.
const SYMBOLS: usize = GROUPS * GROUP_CHARACTERS;

/// The characters of a written code as numbers 0 to 31. As secret as the code.
type Symbols = Zeroizing<[u8; SYMBOLS]>;

/// Why a text is not a recovery code. Groups are numbered from 1, as people count them.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RecoveryCodeError {
    /// A character that no code contains.
    #[error("Group {group} holds a character that no recovery code has.")]
    UnknownCharacter {
        /// The group it stands in.
        group: usize,
    },
    /// Too few or too many characters.
    #[error("{}", wrong_length(*characters, *group))]
    WrongLength {
        /// How many characters there are.
        characters: usize,
        /// The one group that is too short or too long, if the text was written in groups and only one is.
        group: Option<usize>,
    },
    /// The characters do not fit each other: at least one is mistyped.
    #[error("{}", mistyped(groups))]
    Mistyped {
        /// The groups where the mistakes are, in order; empty if it cannot be told. Certain for one mistake
        /// and for two swapped neighbours; more mistakes may point to a wrong group.
        groups: Vec<usize>,
    },
}

fn wrong_length(characters: usize, group: Option<usize>) -> String {
    match group {
        Some(group) => {
            format!("Group {group} does not have {GROUP_CHARACTERS} characters.")
        }
        None => format!("The recovery code has {SYMBOLS} characters, here are {characters}."),
    }
}

fn mistyped(groups: &[usize]) -> String {
    match groups {
        [] => "Several characters are mistyped.".to_owned(),
        [group] => format!("Group {group} is mistyped."),
        [first, second, ..] => {
            format!("Groups {first} and {second} are mistyped.")
        }
    }
}

/// A recovery code. Wiped when dropped.
pub struct RecoveryCode(Secret<CODE_BYTES>);

impl RecoveryCode {
    /// Draws a new code.
    pub fn make_random() -> Result<Self, NoRandomness> {
        Secret::make_random().map(Self)
    }

    /// Reads a code as it was typed. Capital and small letters are the same, `O` reads as 0, `I` and `L` read
    /// as 1; spaces, line breaks and dashes may stand anywhere.
    pub fn parse(text: &str) -> Result<Self, RecoveryCodeError> {
        let symbols = read_symbols(text)?;
        match checks::find_mistakes(&symbols) {
            checks::Finding::Intact => {}
            checks::Finding::Mistyped { at } => {
                let mut groups: Vec<usize> = at.iter().map(|at| at / GROUP_CHARACTERS + 1).collect();
                groups.sort_unstable();
                groups.dedup();
                return Err(RecoveryCodeError::Mistyped { groups });
            }
        }
        let mut code = Secret::zeroed();
        for (bytes, symbols) in code.expose_mut().chunks_exact_mut(5).zip(symbols.chunks_exact(8)) {
            let bits = symbols.iter().fold(0_u64, |bits, symbol| bits << 5 | u64::from(*symbol));
            bytes.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Ok(Self(code))
    }

    /// The nine groups to print, the check group last. Whoever shows them has to forget them afterwards.
    pub fn groups(&self) -> Vec<String> {
        let symbols = self.symbols();
        symbols.chunks_exact(GROUP_CHARACTERS).map(alphabet::write).collect()
    }

    /// Whether `text` is the group at `index` (0 to 8), typed back as proof that the kit was kept. Reads as
    /// generously as [`RecoveryCode::parse`].
    pub fn matches_group(&self, index: usize, text: &str) -> bool {
        let symbols = self.symbols();
        let Some(group) = symbols.chunks_exact(GROUP_CHARACTERS).nth(index) else { return false };
        let typed: Option<Vec<u8>> = text
            .chars()
            .filter(|character| !alphabet::is_separator(*character))
            .map(alphabet::read)
            .collect();
        typed.map(Zeroizing::new).is_some_and(|typed| typed.as_slice().ct_eq(group).into())
    }

    /// Derives the key that wraps the vault key in a recovery slot.
    pub(crate) fn derive_wrap_key(&self, salt: &[u8]) -> Secret<32> {
        derive_secret(self.0.expose(), salt, "inglenook/1/slot/recovery")
    }

    /// The 36 characters as numbers: 32 of five bits each, then the checks.
    fn symbols(&self) -> Symbols {
        let mut symbols = Symbols::new([0; SYMBOLS]);
        for (symbols, bytes) in symbols.chunks_exact_mut(8).zip(self.0.expose().chunks_exact(5)) {
            let bits = bytes.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            for (place, symbol) in symbols.iter_mut().rev().enumerate() {
                *symbol = (bits >> (5 * place)) as u8 & 31;
            }
        }
        checks::fill(&mut symbols);
        symbols
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecoveryCode(hidden)")
    }
}

/// Reads the characters of a typed code, whatever stands between them.
fn read_symbols(text: &str) -> Result<Symbols, RecoveryCodeError> {
    let mut symbols = Symbols::new([0; SYMBOLS]);
    let mut characters = 0;
    for character in text.chars().filter(|character| !alphabet::is_separator(*character)) {
        if let Some(symbol) = symbols.get_mut(characters) {
            let group = characters / GROUP_CHARACTERS + 1;
            *symbol = alphabet::read(character).ok_or(RecoveryCodeError::UnknownCharacter { group })?;
        }
        characters += 1;
    }
    if characters == SYMBOLS {
        Ok(symbols)
    } else {
        Err(RecoveryCodeError::WrongLength { characters, group: find_odd_group(text) })
    }
}

/// The one group of another length than the rest, if the text was written in nine groups.
fn find_odd_group(text: &str) -> Option<usize> {
    let pieces = text.split(alphabet::is_separator).filter(|piece| !piece.is_empty());
    let lengths: Vec<usize> = pieces.map(|piece| piece.chars().count()).collect();
    let odd: Vec<usize> = (0..lengths.len()).filter(|&at| lengths[at] != GROUP_CHARACTERS).collect();
    match odd[..] {
        [at] if lengths.len() == GROUPS => Some(at + 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
