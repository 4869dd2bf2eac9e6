//! Templates of 1:1 documents: their row.

use domain::{
    RecordId,
    one_on_one::{Aim, SectionKind, Template, TemplateSection},
};
use minicbor::{Decoder, Encoder};

use super::{Fields, Reading, Record, Row, Table, Value, Word, misplaced, table};
use crate::fault::Result;

impl Record for Template {
    const TABLE: &'static Table =
        &table!(Template, "template", ["name" Line, "version" Int, "sections" Cbor]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![self.name.as_str().into(), self.version.into(), Value::Bytes(write_sections(&self.sections))]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            name: fields.text()?,
            version: fields.int()?,
            sections: read_sections(&fields.bytes()?)?,
        })
    }
}

fn write_sections(sections: &[TemplateSection]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut cbor = Encoder::new(&mut out);
    let written = (|| {
        cbor.array(sections.len() as u64)?;
        for section in sections {
            cbor.array(4)?.str(section.kind.to_word())?.str(&section.title)?.bool(section.brief)?;
            cbor.array(section.aims.len() as u64)?;
            for aim in &section.aims {
                cbor.str(aim.to_word())?;
            }
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
    out
}

pub(super) fn read_sections(bytes: &[u8]) -> Result<Vec<TemplateSection>> {
    let mut cbor = Decoder::new(bytes);
    let mut read = || {
        let mut sections = Vec::new();
        for _ in 0..cbor.array()?.unwrap_or(0) {
            cbor.array()?;
            let (kind, title, brief) = (cbor.str()?.to_owned(), cbor.str()?.to_owned(), cbor.bool()?);
            let aims = (0..cbor.array()?.unwrap_or(0))
                .map(|_| cbor.str().map(str::to_owned))
                .collect::<std::result::Result<Vec<_>, _>>()?;
            sections.push((kind, title, brief, aims));
        }
        Ok::<_, minicbor::decode::Error>(sections)
    };
    read()
        .map_err(|_| misplaced())?
        .into_iter()
        .map(|(kind, title, brief, aims)| {
            let aims =
                aims.iter().map(|aim| Aim::from_word(aim).ok_or_else(misplaced)).collect::<Result<_>>()?;
            Ok(TemplateSection {
                kind: SectionKind::from_word(&kind).ok_or_else(misplaced)?,
                title,
                brief,
                aims,
            })
        })
        .collect()
}

/// Every template that somebody wrote, by name.
///
/// # Errors
/// What reading can fail with.
pub fn all(read: &Reading) -> Result<Vec<Template>> {
    let mut templates = Vec::new();
    super::each(read, |template: Template| {
        templates.push(template);
        Ok(())
    })?;
    templates.sort_by(|one, other| one.name.cmp(&other.name).then(one.id.cmp(&other.id)));
    Ok(templates)
}
