//! How well the rules find what they should: precision and recall on texts that no rule was fitted to.
//!
//! `INGLENOOK_WRITE=1 cargo test -p domain figures` writes the tables of docs/COACH.md anew; without it the test
//! compares.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::language::{Book, Language};
use super::{Setting, TextKind, check};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/COACH.md");
const BEGIN: &str =
    "<!-- written by INGLENOOK_WRITE=1 cargo test -p domain figures; kept fresh by the same test -->\n";
const END: &str = "<!-- end of what is written -->\n";
const LEAST_PRECISION: f64 = 0.9;
const LEAST_RECALL: f64 = 0.8;
/// Of the part that was written after the rules.
const LEAST_RECALL_UNSEEN: f64 = 0.8;
const LEAST_TEXTS: usize = 200;
const LEAST_CLEAN: usize = 90;

/// The texts that nothing was fitted to, with the rules that should find something.
struct HeldBack {
    setting: Setting,
    texts: Vec<Labelled>,
}

struct Labelled {
    /// When and how it was written.
    part: &'static str,
    rules: BTreeSet<&'static str>,
    text: String,
}

fn held_back(language: Language) -> HeldBack {
    read(
        language,
        match language {
            Language::En => include_str!("language/en/held_back.txt"),
        },
    )
}

/// The texts that the rules were improved on.
fn practised(language: Language) -> HeldBack {
    read(
        language,
        match language {
            Language::En => include_str!("language/en/practised.txt"),
        },
    )
}

fn read(language: Language, file: &'static str) -> HeldBack {
    let mut held = HeldBack {
        setting: Setting { kind: TextKind::Review, anonymous: true, language, ..Setting::default() },
        texts: Vec::new(),
    };
    let mut part = "";
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(name) = line.strip_prefix("about: ") {
            held.setting.about.push(name.to_owned());
        } else if let Some(name) = line.strip_prefix("known: ") {
            held.setting.known.push(name.to_owned());
        } else if let Some(name) = line.strip_prefix("part: ") {
            part = name;
        } else {
            let (rules, text) = line.split_once(" | ").expect("rules, a bar, a text");
            let rules = rules.split(", ").filter(|rule| *rule != "none").collect();
            held.texts.push(Labelled { part, rules, text: text.replace("\\n", "\n") });
        }
    }
    held
}

/// What a rule found rightly, what it found and should not, and what it missed.
#[derive(Clone, Copy, Default)]
struct Count {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Count {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }

    fn row(self, name: &str) -> String {
        format!(
            "| {name} | {} | {} | {} | {:.2} | {:.2} |\n",
            self.right,
            self.wrong,
            self.missed,
            self.precision(),
            self.recall()
        )
    }
}

fn counts(book: &Book, held: &HeldBack, part: Option<&str>) -> Vec<(&'static str, Count)> {
    let mut counts: Vec<(&str, Count)> =
        book.rules.iter().map(|rule| (rule.card.id, Count::default())).collect();
    let texts = held.texts.iter().filter(|labelled| part.is_none_or(|part| part == labelled.part));
    for Labelled { rules: labels, text, part } in texts {
        let found: BTreeSet<&str> = check(text, &held.setting).iter().map(|finding| finding.rule).collect();
        for (rule, count) in &mut counts {
            match (labels.contains(rule), found.contains(rule)) {
                (true, true) => count.right += 1,
                (false, true) => count.wrong += 1,
                (true, false) => count.missed += 1,
                (false, false) => {}
            }
        }
        if std::env::var_os("INGLENOOK_SHOW").is_some() && *labels != found {
            println!("{part}: {labels:?} but {found:?}: {text}");
        }
    }
    counts
}

fn all_of(counts: &[(&str, Count)]) -> Count {
    counts.iter().fold(Count::default(), |all, (_, count)| Count {
        right: all.right + count.right,
        wrong: all.wrong + count.wrong,
        missed: all.missed + count.missed,
    })
}

fn tables() -> String {
    let mut tables = String::new();
    for language in Language::ALL {
        let book = language.read().expect("the files are well written");
        let held = held_back(language);
        let clean = held.texts.iter().filter(|labelled| labelled.rules.is_empty()).count();
        let _ = write!(
            tables,
            "\n### Rules ({})\n\n| rule | asks about | why | before | after |\n|---|---|---|---|---|\n",
            language.tag()
        );
        for rule in &book.rules {
            let card = rule.card;
            let cells =
                [card.name, card.reason, card.before, card.after].map(|cell| cell.replace('|', "\\|"));
            let _ = writeln!(tables, "| {} | {} |", card.id, cells.join(" | "));
        }
        let counted = counts(&book, &held, None);
        let _ = write!(
            tables,
            "\n### Figures ({})\n\n{} texts held back, {clean} of them with nothing to ask.\n\n\
             | rule | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|\n",
            language.tag(),
            held.texts.len()
        );
        for (rule, count) in &counted {
            tables.push_str(&count.row(rule));
        }
        tables.push_str(&all_of(&counted).row("all"));
        for part in ["first", "second"] {
            tables
                .push_str(&all_of(&counts(&book, &held, Some(part))).row(&format!("of these, {part} part")));
        }
        let practised = practised(language);
        let _ = write!(
            tables,
            "\n{} other texts were looked at while the rules were improved:\n\n\
             | | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|\n{}",
            practised.texts.len(),
            all_of(&counts(&book, &practised, None)).row("practised on")
        );
    }
    tables
}

#[test]
fn the_figures_in_the_docs_are_true() {
    let committed = std::fs::read_to_string(FILE).expect("docs/COACH.md is there");
    let (head, rest) = committed.split_once(BEGIN).expect("where the tables begin");
    let (_, tail) = rest.split_once(END).expect("where the tables end");
    let written = format!("{head}{BEGIN}{}\n{END}{tail}", tables());
    if std::env::var_os("INGLENOOK_WRITE").is_some() {
        std::fs::write(FILE, &written).expect("docs/COACH.md may be written");
        return;
    }
    assert!(
        committed == written,
        "docs/COACH.md is not what the rules do; run INGLENOOK_WRITE=1 cargo test -p domain figures"
    );
}

#[test]
fn the_figures_are_good_enough() {
    for language in Language::ALL {
        let book = language.read().expect("the files are well written");
        let held = held_back(language);
        let clean = held.texts.iter().filter(|labelled| labelled.rules.is_empty()).count();
        assert!(held.texts.len() >= LEAST_TEXTS && clean >= LEAST_CLEAN, "{} texts", held.texts.len());
        let all = all_of(&counts(&book, &held, None));
        assert!(all.precision() >= LEAST_PRECISION, "precision {:.3}", all.precision());
        assert!(all.recall() >= LEAST_RECALL, "recall {:.3}", all.recall());
        let unseen = all_of(&counts(&book, &held, Some("second")));
        assert!(unseen.precision() >= LEAST_PRECISION, "precision unseen {:.3}", unseen.precision());
        assert!(unseen.recall() >= LEAST_RECALL_UNSEEN, "recall unseen {:.3}", unseen.recall());
    }
}

#[test]
fn no_text_is_both_held_back_and_an_example() {
    for language in Language::ALL {
        let book = language.read().expect("the files are well written");
        let examples: BTreeSet<&str> = book
            .rules
            .iter()
            .flat_map(|rule| ["must", "must not"].map(|section| rule.written.entries(section)))
            .flatten()
            .map(|(_, text)| *text)
            .collect();
        for Labelled { rules: labels, text, .. } in held_back(language).texts {
            assert!(!examples.contains(text.as_str()), "{text}");
            let unknown = labels.iter().find(|label| !book.rules.iter().any(|rule| rule.card.id == **label));
            assert_eq!(unknown, None, "{text}");
        }
    }
}
