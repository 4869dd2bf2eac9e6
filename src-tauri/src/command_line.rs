//! What was asked for on the command line, of this program or of a second one that handed it over.

use std::ffi::OsString;

/// The folder that is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vault {
    /// The owner's own.
    Own,
    /// The made-up one that shows what the program does.
    Demo,
}

/// What to do once the window is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Show it.
    Open,
    /// Write something down quickly.
    Capture,
    /// Lock, and show nothing.
    Lock,
}

/// One start of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which vault.
    pub vault: Vault,
    /// What for.
    pub wish: Wish,
}

/// Reads the arguments after the program's own name.
///
/// # Errors
/// The sentence to print when a word is not known.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let mut asked = Asked { vault: Vault::Own, wish: Wish::Open };
    for argument in arguments {
        match argument.to_str() {
            Some("--demo") => asked.vault = Vault::Demo,
            Some("capture") => asked.wish = Wish::Capture,
            Some("lock") => asked.wish = Wish::Lock,
            _ => return Err(crate::words::USAGE.to_owned()),
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_start_it() {
        let cases: [(&[&str], Option<Asked>); 6] = [
            (&[], Some(Asked { vault: Vault::Own, wish: Wish::Open })),
            (&["--demo"], Some(Asked { vault: Vault::Demo, wish: Wish::Open })),
            (&["capture"], Some(Asked { vault: Vault::Own, wish: Wish::Capture })),
            (&["lock"], Some(Asked { vault: Vault::Own, wish: Wish::Lock })),
            (&["--demo", "capture"], Some(Asked { vault: Vault::Demo, wish: Wish::Capture })),
            (&["--remote-debugging-port=1"], None),
        ];
        for (words, expected) in cases {
            assert_eq!(read(words.iter().map(OsString::from)).ok(), expected, "{words:?}");
        }
    }
}
