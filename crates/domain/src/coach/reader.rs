//! Reads the files in which a language and its rules are written.
//!
//! A file has facts (`name: Hedges`) and sections (`[find]`, one entry a line). `#` begins a line that is a remark.
//! Whatever else stands there is a mistake and is named with its line.

/// A section, its entries, and the line that each stands in.
type Section = (&'static str, Vec<(usize, &'static str)>);

/// A file, taken apart.
#[derive(Debug, Default)]
pub struct Written {
    facts: Vec<(&'static str, &'static str)>,
    sections: Vec<Section>,
}

impl Written {
    /// Takes a file apart.
    ///
    /// # Errors
    /// Says which line is neither a fact, a section, an entry nor a remark, and what stands there twice.
    pub fn read(text: &'static str) -> Result<Self, String> {
        let mut written = Self::default();
        for (number, line) in text.lines().enumerate() {
            let (number, line) = (number + 1, line.trim());
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                if written.sections.iter().any(|(known, _)| *known == section) {
                    return Err(format!("line {number}: [{section}] stands there twice"));
                }
                written.sections.push((section, Vec::new()));
            } else if let Some((_, entries)) = written.sections.last_mut() {
                entries.push((number, line));
            } else if let Some((name, value)) = line.split_once(": ") {
                written.facts.push((name, value.trim()));
            } else {
                return Err(format!("line {number}: neither a fact nor a section"));
            }
        }
        Ok(written)
    }

    /// A fact that has to be there.
    ///
    /// # Errors
    /// Says that it is missing.
    pub fn fact(&self, name: &str) -> Result<&'static str, String> {
        self.facts(name).next().ok_or_else(|| format!("`{name}:` is missing"))
    }

    /// Every value of a fact, in order.
    pub fn facts(&self, name: &str) -> impl Iterator<Item = &'static str> {
        self.facts.iter().filter(move |(known, _)| *known == name).map(|(_, value)| *value)
    }

    /// The entries of a section; none when it is not there.
    pub fn entries(&self, section: &str) -> &[(usize, &'static str)] {
        self.sections.iter().find(|(known, _)| *known == section).map_or(&[], |(_, entries)| entries)
    }

    /// The sections in order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Whether nothing stands there but these facts and sections.
    ///
    /// # Errors
    /// Names the first that is not known.
    pub fn only(&self, facts: &[&str], sections: &[&str]) -> Result<(), String> {
        if let Some((name, _)) = self.facts.iter().find(|(name, _)| !facts.contains(name)) {
            return Err(format!("`{name}:` is no fact of this file"));
        }
        // `words you` is a section of the kind `words`.
        let kind = |name: &'static str| name.split_once(' ').map_or(name, |(kind, _)| kind);
        let known = |name: &'static str| sections.contains(&name) || sections.contains(&kind(name));
        match self.sections.iter().find(|(name, _)| !known(name)) {
            Some((name, _)) => Err(format!("[{name}] is no section of this file")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Written;
    use crate::coach::rule::Rule;

    #[test]
    fn a_file_is_facts_and_sections() {
        let written = Written::read(
            "# a remark\nname: Hedges: two\nname: more\n\n[find]\nmaybe\n# no entry\nsort of\n",
        );
        let written = written.expect("well written");
        assert_eq!(written.facts("name").collect::<Vec<_>>(), ["Hedges: two", "more"]);
        assert_eq!(written.entries("find"), [(6, "maybe"), (8, "sort of")]);
        assert_eq!(written.entries("unless"), []);
    }

    #[test]
    fn what_is_not_known_is_named() {
        for (file, complaint) in [
            ("no colon", "line 1: neither a fact nor a section"),
            ("[find]\n[find]", "line 2: [find] stands there twice"),
            ("id: a", "`name:` is missing"),
            ("name: a\nnmae: b", "`nmae:` is no fact"),
            ("[finds]\nmaybe", "[finds] is no section"),
            ("id: a\nname: a\nreason: a\nbefore: a\nafter: a\nkinds: note\nshape: round", "no such shape"),
            ("id: a\nname: a\nreason: a\nbefore: a\nafter: a\nkinds: poem\nshape: phrase", "no such kind"),
            (
                "id: a\nname: a\nreason: a\nbefore: a\nafter: a\nkinds: note\nshape: phrase\nquiet: x",
                "not known",
            ),
        ] {
            let complained = Rule::read(file).map(|rule| rule.card.id).expect_err(file);
            assert!(complained.contains(complaint), "{file:?}: {complained}");
        }
    }
}
