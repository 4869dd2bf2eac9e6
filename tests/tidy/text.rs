//! Reading sources just well enough: what is comment, what is a sentence, what is a test.

/// The part of a Rust file before its own tests.
pub fn without_tests(source: &str) -> &str {
    source.split_once("#[cfg(test)]").map_or(source, |(code, _)| code)
}

/// Rust or TypeScript without its line comments.
pub fn without_comments(source: &str) -> String {
    let lines = source.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// Everything between quotes, with the number of its line. Reads no raw strings.
pub fn literals(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut open: Option<(char, String)> = None;
    for (number, line) in source.lines().enumerate() {
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match &mut open {
                None if letter == '/' && letters.peek() == Some(&'/') => break,
                None if matches!(letter, '"' | '`') => open = Some((letter, String::new())),
                None => {}
                Some((quote, text)) if letter == *quote => {
                    found.push((number + 1, std::mem::take(text)));
                    open = None;
                }
                Some((_, text)) => {
                    text.push(letter);
                    if letter == '\\' {
                        text.extend(letters.next());
                    }
                }
            }
        }
        // Only a template goes on over the end of a line, and a Rust string after a backslash.
        if let Some((quote, text)) = &open
            && *quote == '"'
            && !text.ends_with('\\')
        {
            open = None;
        }
    }
    found
}

/// Words of letters, digits and underscores, with the number of their line.
pub fn tokens(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.lines().enumerate().flat_map(|(number, line)| {
        let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        words.filter(|word| !word.is_empty()).map(move |word| (number + 1, word))
    })
}

#[test]
fn literals_are_found_and_comments_are_not() {
    let source = "const a = \"one \\\" two\"; // \"no\"\nconst b = (n) => `three ${n}\nfour`;\nlet c = !d;";
    let texts: Vec<String> = literals(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["one \\\" two", "three ${n}four"]);
}

#[test]
fn tests_of_a_file_do_not_count() {
    assert_eq!(without_tests("code\n#[cfg(test)]\nmod tests {}"), "code\n");
}
