//! What changed in a document since it was read, word by word: the page's own code, built as it is for the page and run
//! by itself.

use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::prepared::{run, shelf};
use crate::sheet::Line;

/// Compares a document of 600 words with one in which every ninth word is another and the last paragraph comes first;
/// says the milliseconds that 95 of 100 comparisons took at most.
const SCRIPT: &str = r"
    import(process.argv[1]).then(({ word_diff }) => {
        const word = (n) => 'word' + ((n * 7919) % 997);
        const text = (word) => [0, 1, 2, 3, 4, 5].map((p) => Array.from({ length: 100 }, (_, n) => word(p * 100 + n)).join(' '));
        const before = text(word);
        const after = text((n) => (n % 9 === 4 ? 'other' + n : word(n)));
        after.unshift(after.pop());
        const [a, b] = [before.join('\n\n'), after.join('\n\n')];
        const kinds = new Set(word_diff(a, b).map((piece) => piece.kind));
        if (kinds.size !== 3) throw new Error('nothing was compared');
        const times = Array.from({ length: 220 }, () => {
            const from = performance.now();
            word_diff(a, b);
            return performance.now() - from;
        }).slice(20).sort((x, y) => x - y);
        console.log(times[Math.floor(times.length * 0.95)]);
    });
";

/// Measures it.
pub fn measure() -> Outcome<Vec<Line>> {
    let page = Path::new("ui");
    let built = shelf()?.join("difference");
    let mut build = Command::new("npx");
    build.current_dir(page).args([
        "vite",
        "build",
        "--ssr",
        "src/rooms/parts/word_diff.ts",
        "--logLevel",
        "error",
    ]);
    run(build.arg("--emptyOutDir").arg("--outDir").arg(&built))?;
    let mut node = Command::new("node");
    let said = run(node.args(["--eval", SCRIPT]).arg(built.join("word_diff.js")))?.stdout;
    let said = String::from_utf8_lossy(&said);
    let took: f64 = said.trim().parse().map_err(|_| format!("no time but {said}"))?;
    Ok(vec![Line {
        what: "what changed in 600 words, 95 of 100".to_owned(),
        measured: format!("{took:.2} ms"),
        floor: String::new(),
        figure: took,
        owed: 2.0,
        unit: "ms",
    }])
}
