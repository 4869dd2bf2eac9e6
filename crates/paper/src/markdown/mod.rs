//! The little Markdown that a folder for reading needs. What a person wrote is Markdown already and stays as it is.

use chrono::NaiveDate;
use serde::Serialize;

/// A page that grows from the top: front matter first, then blocks with one empty line between them.
#[derive(Default)]
pub(crate) struct Page {
    text: String,
}

impl Page {
    /// A page that begins with front matter. Lines without a value are left out.
    pub(crate) fn with_front_matter(lines: &[(&str, String)]) -> Self {
        let mut text = "---\n".to_owned();
        for (key, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
            // Every JSON string is a YAML string, and no value can be taken for anything else.
            let value = serde_json::Value::from(value.as_str());
            text.push_str(&format!("{key}: {value}\n"));
        }
        text.push_str("---\n");
        Self { text }
    }

    /// A heading of plain text.
    pub(crate) fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {}", "#".repeat(level), escape(text)));
    }

    /// A paragraph, or what a person wrote; nothing when it is empty.
    pub(crate) fn block(&mut self, markdown: &str) {
        let markdown = markdown.trim_end();
        if !markdown.is_empty() {
            self.text.push('\n');
            self.text.push_str(markdown);
            self.text.push('\n');
        }
    }

    /// A list; nothing when it is empty.
    pub(crate) fn list(&mut self, lines: impl Iterator<Item = String>) {
        let lines: Vec<String> = lines.map(|line| format!("- {line}")).collect();
        self.block(&lines.join("\n"));
    }

    /// The page as it is written.
    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// Plain text in which no sign means anything to Markdown.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\`*_[]<>#|~&".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// A link to a file of the same folder.
pub(crate) fn link(text: &str, path: &str) -> String {
    format!("[{}](<{path}>)", escape(text))
}

/// A day as people say it.
pub(crate) fn say_day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A word of a closed list, as it is said: `partly_achieved` is "partly achieved".
pub(crate) fn say_word(word: impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(word)) => word.replace('_', " "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_blocks_with_an_empty_line_between() {
        let mut page = Page::with_front_matter(&[
            ("name", "A \"b\": c\nd".into()),
            ("zone", String::new()),
            ("state", "held".into()),
        ]);
        page.heading(2, "Goals #1");
        page.block("");
        page.block("*as written*\n\n");
        page.list(["one".to_owned(), link("a[b].md", "x/a b.md")].into_iter());
        assert_eq!(
            page.into_text(),
            "---\nname: \"A \\\"b\\\": c\\nd\"\nstate: \"held\"\n---\n\n## Goals \\#1\n\n*as written*\n\n- one\n- [a\\[b\\].md](<x/a b.md>)\n"
        );
    }

    #[test]
    fn days_and_words_are_said() {
        assert_eq!(say_day("2026-03-04".parse().expect("a day")), "4 March 2026");
        assert_eq!(say_word(domain::goal::GoalState::PartlyAchieved), "partly achieved");
    }
}
