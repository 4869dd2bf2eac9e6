//! Writes the table down in TypeScript, and keeps the written file fresh.
//!
//! `INGLENOOK_WRITE=1 cargo test -p app calls_ts` writes `ui/src/door/calls.ts` anew; without it the test compares.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

use crate::desk::Happening;
use crate::{Fault, doors};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/door/calls.ts");
const HEAD: &str = "\
// Every call of the door, its arguments and its reply. Written from the table in crates/app/src/doors.rs by
//   INGLENOOK_WRITE=1 cargo test -p app calls_ts
// and kept fresh by the same test. Do not edit.
// Arguments that name a place on the disk are not here: the window fills them from a dialog.

/** Any identifier; those of the nouns below are the same text. */
export type Id = string;
";

/// Is shown every call of the table.
pub trait Reader {
    /// A call and its reply.
    fn call<C: TS + 'static, R: TS + 'static>(&mut self, name: &str);
}

/// Puts down the calls, and every type that they mention.
struct Writer {
    config: Config,
    /// The declarations by name. A name that means two things is a mistake in the table.
    types: BTreeMap<String, String>,
    calls: String,
}

impl Writer {
    fn new() -> Self {
        let config = Config::new().with_large_int("number");
        Self { config, types: BTreeMap::new(), calls: String::new() }
    }

    fn declare<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::ident(&self.config);
        let declared = format!("{}export {}\n", head_of(T::docs()), laid_out(&T::decl(&self.config)));
        match self.types.get(&name) {
            Some(known) => assert_eq!(*known, declared, "two types are called {name}"),
            None => {
                self.types.insert(name, declared);
                T::visit_dependencies(self);
            }
        }
    }

    fn file(self) -> String {
        let mut file = HEAD.to_owned();
        for declared in self.types.values() {
            file.push('\n');
            file.push_str(declared);
        }
        let _ = write!(file, "\nexport interface Calls {{\n{}}}\n", self.calls);
        file
    }
}

impl TypeVisitor for Writer {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only what the house declared has a place where it would be written to.
        if T::output_path().is_some() {
            self.declare::<T>();
        } else {
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }
}

impl Reader for Writer {
    fn call<C: TS + 'static, R: TS + 'static>(&mut self, name: &str) {
        C::visit_dependencies(self);
        <Self as TypeVisitor>::visit::<R>(self);
        let args = without_docs(&C::inline(&self.config));
        let args = if fields_of(&args).is_empty() { "None".to_owned() } else { short(&in_one_line(&args)) };
        let reply = short(&R::name(&self.config));
        let _ = writeln!(self.calls, "  \"{name}\": {{ args: {args}; reply: {reply} }};");
    }
}

/// `type Name = { a: b, c: d, }` with a line for each field.
fn laid_out(declared: &str) -> String {
    let declared = without_docs(declared);
    let declared = declared.trim_end_matches(';');
    match declared.split_once(" = {") {
        Some((name, _)) if declared.ends_with('}') && !declared.contains("} |") => {
            let body = &declared[name.len() + 3..];
            let fields: String =
                fields_of(body).iter().map(|field| format!("  {};\n", short(field))).collect();
            format!("{name} = {{\n{fields}}};")
        }
        Some((name, _)) if declared.ends_with('}') => {
            let kinds = declared[name.len() + 3..]
                .split(" | {")
                .map(|kind| format!("\n  | {}", short(&in_one_line(kind))));
            format!(
                "{name} ={};",
                kinds.collect::<String>().replace("\"kind\"", "kind").replace("\"step\"", "step")
            )
        }
        _ => format!("{declared};"),
    }
}

/// `Array<Array<string>>` as people write it: `string[][]`.
fn short(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(start) = text.rfind("Array<") {
        let Some(end) = text[start..].find('>') else { break };
        let inner = text[start + "Array<".len()..start + end].to_owned();
        text.replace_range(start..=start + end, &format!("{inner}[]"));
    }
    text
}

fn in_one_line(body: &str) -> String {
    format!("{{ {} }}", fields_of(body).join("; "))
}

/// The fields of `{ a: b, c: d, }`, split where no bracket is open.
fn fields_of(body: &str) -> Vec<String> {
    let inner = body.trim().trim_start_matches('{').trim_end_matches('}');
    if body.trim().starts_with("Record<") {
        return Vec::new();
    }
    let (mut fields, mut field, mut depth) = (Vec::new(), String::new(), 0_i32);
    for letter in inner.chars() {
        match letter {
            '{' | '[' | '<' | '(' => depth += 1,
            '}' | ']' | '>' | ')' => depth -= 1,
            ',' if depth == 0 => {
                fields.push(std::mem::take(&mut field).trim().to_owned());
                continue;
            }
            _ => {}
        }
        field.push(letter);
    }
    fields.push(field.trim().to_owned());
    fields.retain(|field| !field.is_empty());
    fields
}

/// Takes the comments out: they stand at the Rust side, where they are checked.
fn without_docs(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/**") {
        kept.push_str(before.trim_end_matches('\n'));
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.replace('\n', " ")
}

/// The first sentence of a type's description.
fn head_of(docs: Option<String>) -> String {
    let docs = docs.unwrap_or_default();
    let line = docs
        .lines()
        .map(|line| line.trim().trim_start_matches(['/', '*']).trim())
        .find(|line| !line.is_empty());
    line.map_or_else(String::new, |line| format!("/** {line} */\n"))
}

fn written() -> String {
    let mut writer = Writer::new();
    doors::show_all(&mut writer);
    writer.declare::<Happening>();
    writer.declare::<Fault>();
    writer.file()
}

#[test]
fn calls_ts_is_fresh() {
    let written = written();
    if std::env::var_os("INGLENOOK_WRITE").is_some() {
        std::fs::write(FILE, &written).expect("calls.ts may be written");
    }
    let committed = std::fs::read_to_string(Path::new(FILE)).expect("ui/src/door/calls.ts is there");
    assert!(
        committed == written,
        "ui/src/door/calls.ts is not what the table says; run INGLENOOK_WRITE=1 cargo test -p app calls_ts"
    );
}

#[test]
fn no_place_on_the_disk_crosses_the_door() {
    let calls = written();
    let calls = calls.split_once("export interface Calls").expect("the map of calls").1;
    for door in doors::DOORS.iter().filter(|door| !door.files.is_empty()) {
        let start = format!("\"{}\": {{ args: ", door.name);
        let line = calls.lines().find(|line| line.trim_start().starts_with(&start)).expect(door.name);
        let args = line.split_once("; reply:").map_or(line, |(args, _)| args);
        for (field, _) in door.files {
            assert!(!args.contains(&format!("{field}:")), "{} shows {field}", door.name);
        }
    }
}

#[test]
fn fields_are_split_where_no_bracket_is_open() {
    assert_eq!(
        fields_of("{ a: [string, string], b?: { c: d, e: f }, }"),
        ["a: [string, string]", "b?: { c: d, e: f }"]
    );
    assert_eq!(without_docs("{ \n/**\n * What.\n */\na: b, }"), "{  a: b, }");
    assert_eq!(laid_out("type A = { a: b, c: d, };"), "type A = {\n  a: b;\n  c: d;\n};");
    assert_eq!(laid_out("type A = \"x\" | \"y\";"), "type A = \"x\" | \"y\";");
    assert_eq!(
        laid_out("type A = { \"kind\": \"x\", a: b, } | { \"kind\": \"y\" };"),
        "type A =\n  | { kind: \"x\"; a: b }\n  | { kind: \"y\" };"
    );
    assert_eq!(short("a: Array<Array<string>>, b: Array<C>"), "a: string[][], b: C[]");
}
