//! Crockford's base 32: the digits and the letters without I, L, O and U, which are misread or make words.

/// The 32 characters in the order of their values.
pub(super) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The value of a character as a person may have typed it.
pub(super) fn read(character: char) -> Option<u8> {
    let meant = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|&letter| char::from(letter) == meant).map(|value| value as u8)
}

/// Writes values (0 to 31) as characters.
pub(super) fn write(values: &[u8]) -> String {
    values.iter().map(|&value| char::from(ALPHABET[usize::from(value & 31)])).collect()
}

/// Whether a character only stands between groups: white space, or any of the dashes that printing and
/// copying make of a hyphen.
pub(super) fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_written_and_read_in_both_cases() {
        for value in 0..32 {
            let written = write(&[value]);
            assert_eq!(written.chars().map(read).collect::<Vec<_>>(), [Some(value)]);
            assert_eq!(written.to_lowercase().chars().map(read).collect::<Vec<_>>(), [Some(value)]);
        }
    }

    #[test]
    fn lookalikes_are_read_as_what_was_meant() {
        assert_eq!(['o', 'O'].map(read), [Some(0); 2]);
        assert_eq!(['i', 'I', 'l', 'L'].map(read), [Some(1); 4]);
    }

    #[test]
    fn other_characters_have_no_value() {
        assert_eq!(['u', 'U', 'ß', '!', '.', 'é', '０'].map(read), [None; 7]);
    }
}
