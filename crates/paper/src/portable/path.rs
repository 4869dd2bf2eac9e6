//! Paths inside a portable folder. Every path is made here, from identifiers and from names without teeth.

use domain::{RecordId, attachment::Attachment, person::Person};

use super::Noun;

/// The first file of a folder.
pub(super) const MANIFEST: &str = "inglenook.json";

/// The longest name of a file or folder in bytes, well under what file systems allow.
const NAME_BYTES: usize = 120;

/// The file with a noun's records.
pub(super) fn records(noun: Noun) -> String {
    format!("records/{}.jsonl", noun.name())
}

/// The file an attachment's bytes are in.
pub(super) fn attachment(attachment: &Attachment) -> String {
    format!("attachments/{}/{}", attachment.id, file_name(&attachment.name))
}

/// The folder with a person's pages.
pub(super) fn person(person: &Person) -> String {
    format!("people/{}", person_folder(person))
}

/// The name of the folder with a person's pages: the name for people, the end of the identifier to tell namesakes apart.
pub(super) fn person_folder(person: &Person) -> String {
    let tamed = tame(&person.name);
    let name = cut(&tamed, NAME_BYTES);
    let name = if name.is_empty() { "person" } else { name };
    format!("{name}-{}", short(person.id.record()))
}

/// The last eight digits of an identifier. The first ones are a time, which people imported together share.
pub(super) fn short(id: RecordId) -> String {
    let digits = id.0.simple().to_string();
    digits[digits.len() - 8..].to_owned()
}

/// An attachment's name as every file system takes it: the ending is kept, what could be a path, a command or a device
/// is not. The true name stands in the records.
fn file_name(name: &str) -> String {
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => (stem, ending),
        _ => (name, ""),
    };
    let tamed = tame(stem);
    let stem = cut(&tamed, NAME_BYTES);
    let device = ["con", "prn", "aux", "nul"].contains(&stem.to_lowercase().as_str())
        || (stem.len() == 4 && ["com", "lpt"].iter().any(|port| stem.to_lowercase().starts_with(port)));
    match (stem.is_empty() || device, ending.is_empty()) {
        (true, true) => format!("file-{stem}").trim_end_matches('-').to_owned(),
        (true, false) => format!("{}.{ending}", format!("file-{stem}").trim_end_matches('-')),
        (false, true) => stem.to_owned(),
        (false, false) => format!("{stem}.{ending}"),
    }
}

fn is_ending(text: &str) -> bool {
    (1..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Letters, digits and a few harmless signs of any script; everything else becomes a hyphen. Neither begins nor ends
/// with a sign.
fn tame(name: &str) -> String {
    let harmless = |letter: char| letter.is_alphanumeric() || " -_.'".contains(letter);
    let tamed: String = name.chars().map(|letter| if harmless(letter) { letter } else { '-' }).collect();
    tamed.trim_matches([' ', '-', '.', '\'']).to_owned()
}

fn cut(name: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(name.len())).rev().find(|end| name.is_char_boundary(*end)).unwrap_or(0);
    name[..end].trim_end_matches([' ', '-', '.', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_ending_and_lose_their_teeth() {
        for (name, file) in [
            ("Plan 2026.pdf", "Plan 2026.pdf"),
            ("Übersicht: Köln?.xlsx", "Übersicht- Köln.xlsx"),
            ("..\\..\\evil.exe", "evil.exe"),
            ("../../etc/passwd", "etc-passwd"),
            ("..", "file"),
            (".profile", "profile"),
            ("con.txt", "file-con.txt"),
            ("COM1", "file-COM1"),
            ("name.", "name"),
            ("a\u{202e}fdp.exe", "a-fdp.exe"),
            ("tab\there", "tab-here"),
            ("???.md", "file.md"),
            ("no ending at all", "no ending at all"),
        ] {
            assert_eq!(file_name(name), file, "{name:?}");
        }
        let long = file_name(&format!("{}.pdf", "é".repeat(290)));
        assert!(long.len() <= NAME_BYTES + 4 && long.ends_with("é.pdf"), "{long}");
    }
}
