//! Finding the person somebody means by a part of a name.

use app::person::{List, PersonLine};
use app::{Desk, Fault};

/// The one person whose name, folded, has `part` in it, or who has it as an identifier.
///
/// # Errors
/// Wrong use when nobody or more than one fits; then the candidates are named.
pub fn find(desk: &Desk, part: &str) -> Result<PersonLine, Fault> {
    let people = desk.run(List { include_left: Some(true) })?;
    choose(people, part)
}

fn choose(mut people: Vec<PersonLine>, part: &str) -> Result<PersonLine, Fault> {
    let folded = fold(part.trim());
    if folded.is_empty() {
        return Err(Fault::wrong_use("A name is missing.").next("Name a person with any part of the name."));
    }
    people.retain(|person| fold(&person.name).contains(&folded) || person.id.to_string() == folded);
    // Whoever is called exactly that is meant, even where others are called so among other things.
    if let Some(exact) = people.iter().position(|person| fold(&person.name) == folded) {
        return Ok(people.swap_remove(exact));
    }
    if people.len() > 1 {
        let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
        return Err(Fault::wrong_use(format!("That fits {} people: {}.", names.len(), names.join(", ")))
            .next("Type more of the name."));
    }
    people
        .pop()
        .ok_or_else(|| Fault::wrong_use("Nobody is called that.").next("`nook person list` shows everybody."))
}

/// Lower case, without the marks that Latin letters wear.
fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect()
}

fn plain(letter: char) -> char {
    const FAMILIES: [(char, &str); 18] = [
        ('a', "àáâãäåāăąǎ"),
        ('c', "çćĉċč"),
        ('d', "ďđð"),
        ('e', "èéêëēĕėęě"),
        ('g', "ĝğġģ"),
        ('h', "ĥħ"),
        ('i', "ìíîïĩīĭįı"),
        ('j', "ĵ"),
        ('k', "ķ"),
        ('l', "ĺļľŀł"),
        ('n', "ñńņňŉ"),
        ('o', "òóôõöøōŏőơ"),
        ('r', "ŕŗř"),
        ('s', "śŝşšș"),
        ('t', "ţťŧț"),
        ('u', "ùúûüũūŭůűųư"),
        ('y', "ýÿŷ"),
        ('z', "źżž"),
    ];
    FAMILIES.iter().find(|(_, family)| family.contains(letter)).map_or(letter, |(plain, _)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn people() -> Vec<PersonLine> {
        ["Tomás Lindqvist", "Tom Lindberg", "Tom", "Maya Okafor"].into_iter().map(person).collect()
    }

    fn person(name: &str) -> PersonLine {
        let line = json!({
            "id": "01930000-0000-7000-8000-000000000001", "name": name, "relation": "peer",
        });
        PersonLine {
            id: line["id"].as_str().expect("text").parse().expect("an identifier"),
            name: name.into(),
            initials: String::new(),
            hue: 0,
            relation: serde_json::from_value(line["relation"].clone()).expect("a relation"),
            role: String::new(),
            team: String::new(),
            left: false,
            last_met: None,
            next: None,
            unraised: 0,
        }
    }

    #[test]
    fn any_part_finds_somebody_with_or_without_accents() {
        for (part, name) in [
            ("tomas l", "Tomás Lindqvist"),
            ("OKAF", "Maya Okafor"),
            ("Lindb", "Tom Lindberg"),
            ("tom", "Tom"),
            ("toma\u{301}s", "Tomás Lindqvist"),
        ] {
            assert_eq!(choose(people(), part).expect(part).name, name);
        }
    }

    #[test]
    fn more_than_one_are_named_and_nobody_is_guessed() {
        let fault = choose(people(), "lind").expect_err("two");
        assert_eq!(fault.exit_code(), 2);
        assert!(fault.sentence.contains("Tomás Lindqvist, Tom Lindberg"), "{}", fault.sentence);
        for nobody in ["Zora", "", "  "] {
            assert_eq!(choose(people(), nobody).expect_err("nobody").exit_code(), 2);
        }
    }
}
