//! How a person is recognised at a glance: two letters and one of six colours.

/// The first letters of the first and the last word of a name; `?` for a name without letters.
pub fn initials_of(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back();
    let letters: String = first.into_iter().chain(last).flat_map(char::to_uppercase).collect();
    if letters.is_empty() { "?".to_owned() } else { letters }
}

/// Which of the six avatar colours (0 to 5) a name has. The same name always has the same one.
pub fn hue_of(name: &str) -> u8 {
    // FNV-1a: any fixed spread over six colours will do, it only must not change between versions.
    let hash =
        name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    u8::try_from(hash % 6).unwrap_or(0)
}
