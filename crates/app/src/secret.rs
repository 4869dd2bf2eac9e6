//! A passphrase on its way from the door to the vault.

use serde::{Deserialize, Deserializer};
use zeroize::Zeroizing;

/// A passphrase or a code: never shown, never written, wiped when it is dropped.
#[derive(Clone)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes over a text.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_shown() {
        let secret: Secret = serde_json::from_str(r#""three quiet foxes""#).expect("json");
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert_eq!(secret.expose(), "three quiet foxes");
    }
}
