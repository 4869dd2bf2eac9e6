//! Text without links into the vault.

use domain::review::chip::without_chips;

/// How the address of every link into the vault begins.
const SCHEME: &str = "inglenook:";

/// A text as it leaves: without chips, and without whatever else in it is an address of the vault, such as a chip that was
/// mistyped. The words around it stay as they are.
pub fn clean(text: &str) -> String {
    let text = without_chips(text);
    if !text.contains(SCHEME) {
        return text;
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(SCHEME) {
        let (before, address) = rest.split_at(at);
        let address = &address[SCHEME.len()..];
        match before.strip_suffix("](") {
            // A link: its label was made for whoever wrote the review. It is in this line, or there is none.
            Some(label) => {
                let line = label.rfind('\n').map_or(0, |end| end + 1);
                let from = label[line..].rfind('[').map_or(label.len(), |from| line + from);
                cleaned.push_str(&label[..from]);
                let end = address.find([')', '\n']).unwrap_or(address.len());
                rest = address[end..].strip_prefix(')').unwrap_or(&address[end..]);
            }
            None => {
                cleaned.push_str(before);
                let end = address.find(|letter: char| letter.is_whitespace() || ")]>\"".contains(letter));
                rest = &address[end.unwrap_or(address.len())..];
            }
        }
    }
    cleaned.push_str(rest);
    // What was taken out may have brought the halves of another together.
    cleaned.replace(SCHEME, "inglenook ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e25_no_address_of_the_vault_is_left_and_no_other_word_is_lost() {
        let id = "0197a3c0-0000-7000-8000-000000000001";
        for (text, left) in [
            (
                "Plain [link](https://example.org/a) stays.".to_owned(),
                "Plain [link](https://example.org/a) stays.",
            ),
            (format!("Cut it. [2 Oct](inglenook:note/{id}) Led it."), "Cut it. Led it."),
            ("Mistyped [2 Oct](inglenook:note/nothing) chip".to_owned(), "Mistyped  chip"),
            ("Open [2 Oct](inglenook:note/1\nand on".to_owned(), "Open \nand on"),
            ("No label](inglenook:new) here".to_owned(), "No label here"),
            ("Bare inglenook:note/1, and (inglenook:goal/2).".to_owned(), "Bare  and ()."),
            ("Split inglen[x](inglenook:nothing)ook:note".to_owned(), "Split inglenook note"),
            ("Inglenook: the program".to_owned(), "Inglenook: the program"),
            ("New [new](inglenook:new).".to_owned(), "New (new)."),
        ] {
            let cleaned = clean(&text);
            assert_eq!(cleaned, left, "{text}");
            assert!(!cleaned.contains(SCHEME));
        }
    }
}
