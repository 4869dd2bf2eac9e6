//! A word that nobody writes by chance, and every form in which it may have been left behind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::files_of;

/// The word. It has no capitals, so that folding does not change it.
pub const WORD: &str = "qvantyzzelwrobx";

/// One form of a word: its name and its bytes.
type Form = (&'static str, Vec<u8>);

/// The forms of a word that are looked for.
pub fn forms(word: &str) -> Vec<Form> {
    let plain = word.as_bytes().to_vec();
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex: String = plain.iter().map(|byte| format!("{byte:02x}")).collect();
    vec![
        ("UTF-8", plain.clone()),
        ("UTF-8 in capitals", word.to_uppercase().into_bytes()),
        ("UTF-8 backwards", plain.iter().rev().copied().collect()),
        ("UTF-16", wide),
        ("hexadecimal", hex.to_uppercase().into_bytes()),
        ("hexadecimal in small letters", hex.into_bytes()),
        ("base64", base64_inside(&plain, 0)),
        ("base64, one byte later", base64_inside(&plain, 1)),
        ("base64, two bytes later", base64_inside(&plain, 2)),
    ]
}

/// The letters of base64 that depend on the word alone when `before` other bytes stand before it.
fn base64_inside(word: &[u8], before: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let skipped = (3 - before) % 3;
    let whole = &word[skipped..];
    whole
        .chunks_exact(3)
        .flat_map(|three| {
            let bits = u32::from(three[0]) << 16 | u32::from(three[1]) << 8 | u32::from(three[2]);
            [18, 12, 6, 0].map(|shift| LETTERS[(bits >> shift) as usize & 63])
        })
        .collect()
}

/// Where a word was left behind below a folder, file names included: `path: form`.
pub fn left_behind(folder: &Path, word: &str) -> Vec<String> {
    let forms = forms(word);
    let files: BTreeMap<PathBuf, Vec<u8>> = files_of(folder);
    let mut found = Vec::new();
    for (path, bytes) in &files {
        for (form, needle) in &forms {
            if holds(bytes, needle) || holds(path.as_os_str().as_encoded_bytes(), needle) {
                found.push(format!("{}: {form}", path.display()));
            }
        }
    }
    found
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    let Some(&first) = needle.first() else { return false };
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == first) {
        at += next;
        if bytes[at..].starts_with(needle) {
            return true;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The drill is worth something only if it can fail: each form is planted, and found.
    #[test]
    fn every_form_that_was_left_behind_is_found() {
        let encoded = [
            ("c.txt", format!("before {WORD} after")),
            ("upper", WORD.to_uppercase()),
            ("hex", "007176616e74797a7a656c77726f6278ff".to_owned()),
            // printf %s qvantyzzelwrobx | base64, and with one and two letters before it
            ("b0", "cXZhbnR5enplbHdyb2J4".into()),
            ("b1", "LXF2YW50eXp6ZWx3cm9ieC0=".into()),
            ("b2", "LS1xdmFudHl6emVsd3JvYngtLQ==".into()),
        ];
        for (name, content) in encoded {
            let folder = tempfile::tempdir().unwrap();
            std::fs::create_dir(folder.path().join("deep")).unwrap();
            std::fs::write(folder.path().join("deep").join(name), content).unwrap();
            assert_eq!(left_behind(folder.path(), WORD).len(), 1, "{name}");
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("clean"), "nothing to see").unwrap();
        assert_eq!(left_behind(folder.path(), WORD), Vec::<String>::new());
        let wide: Vec<u8> = WORD.encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(folder.path().join("wide"), wide).unwrap();
        std::fs::write(folder.path().join(WORD), "its name").unwrap();
        assert_eq!(left_behind(folder.path(), WORD), [format!("{WORD}: UTF-8"), "wide: UTF-16".to_owned()]);
    }
}
