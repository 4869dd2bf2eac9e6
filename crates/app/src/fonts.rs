//! Fonts of this machine, for letters that the typefaces in the program have not. They are looked for only when a page needs
//! one, and no font is asked for that is not there.

use std::path::{Path, PathBuf};

use paper::PaperFault;
use paper::leaving::Fallback;

use crate::files;

/// How the files of fonts for other scripts begin, the best first. Those with many scripts stand last: they are the plainest.
const BEGIN: [&str; 22] = [
    "NotoSerifHebrew",
    "NotoSansHebrew",
    "NotoNaskhArabic",
    "NotoSansArabic",
    "NotoSerifCJK-Regular",
    "NotoSansCJK-Regular",
    "NotoSerifCJKjp-Regular",
    "NotoSansCJKjp-Regular",
    "NotoSansDevanagari",
    "NotoSansBengali",
    "NotoSansThai",
    "NotoSansArmenian",
    "NotoSansGeorgian",
    "NotoSansSymbols",
    "wqy-",
    "DroidSansFallback",
    "fonts-japanese-gothic",
    "ipaexg",
    "DejaVuSans.",
    "FreeSerif.",
    "FreeSans.",
    "unifont",
];
/// A font may be so large, in bytes.
const LARGEST: u64 = 48 << 20;
/// So many are read.
const MOST: usize = 12;
/// So many folders deep fonts are looked for, and in so many files.
const DEEPEST: usize = 5;
const MOST_FILES: usize = 20_000;

/// Fonts that were read.
#[derive(Default)]
pub(crate) struct Fonts(Vec<Vec<u8>>);

impl Fonts {
    /// The fonts of this machine that may have letters of other scripts.
    pub(crate) fn of_this_machine() -> Self {
        let home = std::env::var_os("HOME").map(PathBuf::from);
        let own = home.into_iter().flat_map(|home| [home.join(".local/share/fonts"), home.join(".fonts")]);
        let common = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];
        Self::in_folders(own.chain(common.map(PathBuf::from)))
    }

    fn in_folders(folders: impl Iterator<Item = PathBuf>) -> Self {
        let mut found: Vec<(usize, PathBuf)> = Vec::new();
        let mut seen = 0;
        for folder in folders {
            gather(&folder, DEEPEST, &mut seen, &mut found);
        }
        found.sort();
        // Of one family the first file is enough: its regular cut sorts before the others only by luck, so it is named.
        let read =
            found.into_iter().filter_map(|(_, path)| files::read("The font", &path, LARGEST).ok().flatten());
        Self(read.take(MOST).collect())
    }

    /// As the pages want them.
    pub(crate) fn faces(&self) -> Vec<Fallback<'_>> {
        self.0.iter().map(|bytes| Fallback { bytes, index: 0 }).collect()
    }

    /// Makes pages: without any font of the machine, and with them where letters are missing.
    pub(crate) fn only_if_needed<T>(
        make: impl Fn(&[Fallback<'_>]) -> Result<T, PaperFault>,
    ) -> Result<T, PaperFault> {
        match make(&[]) {
            Err(PaperFault::Letters { .. }) => make(&Self::of_this_machine().faces()),
            made => made,
        }
    }
}

fn gather(folder: &Path, deeper: usize, seen: &mut usize, found: &mut Vec<(usize, PathBuf)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        *seen += 1;
        if *seen > MOST_FILES {
            return;
        }
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        if kind.is_dir() && deeper > 0 {
            gather(&path, deeper - 1, seen, found);
        } else if let Some(rank) = rank(&path) {
            found.push((rank, path));
        }
    }
}

/// How good a font is for other scripts; none for one that is not asked.
fn rank(path: &Path) -> Option<usize> {
    let name = path.file_name()?.to_str()?;
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    let is_regular =
        !["Bold", "Italic", "Light", "Thin", "Black", "Oblique"].iter().any(|cut| name.contains(cut));
    let is_font = matches!(ending.as_str(), "ttf" | "otf" | "ttc");
    BEGIN.iter().position(|begin| name.starts_with(begin)).filter(|_| is_font && is_regular)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_of_other_scripts_are_found_in_their_folders_and_the_best_is_asked_first() {
        let home = tempfile::tempdir().expect("a folder");
        let deep = home.path().join("truetype/noto");
        std::fs::create_dir_all(&deep).expect("made");
        for (name, bytes) in [
            ("FreeSerif.ttf", "plain"),
            ("truetype/noto/NotoSansHebrew-Regular.ttf", "hebrew"),
            ("truetype/noto/NotoSansHebrew-Bold.ttf", "bold"),
            ("truetype/noto/NotoSansHebrew-Regular.txt", "no font"),
            ("truetype/noto/NotoSerifCJK-Regular.ttc", "cjk"),
            ("Comic.ttf", "not asked"),
        ] {
            std::fs::write(home.path().join(name), bytes).expect("written");
        }
        let fonts = Fonts::in_folders([home.path().to_owned(), home.path().join("not there")].into_iter());
        assert_eq!(fonts.0, [b"hebrew".to_vec(), b"cjk".to_vec(), b"plain".to_vec()]);
        assert_eq!(fonts.faces().len(), 3);
    }

    #[test]
    fn the_machine_is_asked_only_where_letters_are_missing() {
        let asked = std::cell::Cell::new(0);
        let made = Fonts::only_if_needed(|_| {
            asked.set(asked.get() + 1);
            Ok(())
        });
        assert!(made.is_ok() && asked.get() == 1);
    }
}
