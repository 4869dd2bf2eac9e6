//! Pages put together into a file.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use lopdf::{Object, ObjectId, StringFormat, dictionary};
use printpdf::{FontId, Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use super::{Canvas, Tags};
use crate::PaperFault;
use crate::typeface::{Cut, Font, Shown, Typecase};

/// A document.
pub(crate) struct Document<'a, 'f> {
    pub(crate) pages: Vec<Canvas>,
    /// What a reader's window says.
    pub(crate) title: String,
    /// The language of its text, as in BCP 47.
    pub(crate) language: &'a str,
    /// The day that its file says it was made.
    pub(crate) dated: Option<NaiveDate>,
    /// The order in which it is read; none where its pages say it all.
    pub(crate) tags: Option<Tags>,
    pub(crate) case: &'a Typecase<'f>,
}

impl Document<'_, '_> {
    /// The file. The same document always gives the same bytes.
    ///
    /// # Errors
    /// When the library cannot put it together.
    pub(crate) fn into_pdf(self) -> Result<Vec<u8>, PaperFault> {
        written(self.into_file()?)
    }

    /// The file in its parts.
    ///
    /// # Errors
    /// When the library cannot put it together.
    pub(crate) fn into_file(self) -> Result<lopdf::Document, PaperFault> {
        let mut document = PdfDocument::new(&self.title);
        document.metadata.info.creator = "Inglenook".to_owned();
        let mut shown: BTreeMap<Font, Shown> = BTreeMap::new();
        for page in &self.pages {
            page.add_shown(self.case, &mut shown);
        }
        let mut cuts: BTreeMap<Font, Cut> = BTreeMap::new();
        for (font, shown) in shown {
            cuts.insert(font, self.case.cut(font, &shown)?);
        }
        let page = |page: Canvas| PdfPage::new(Mm(page.width), Mm(page.height), page.into_ops(&cuts));
        let pages = self.pages.into_iter().map(page).collect();
        for (font, cut) in cuts {
            document.resources.fonts.map.insert(FontId(font.id()), PdfFont::new(cut.font));
        }
        document.with_pages(pages);
        let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
        file.compress();
        tidy(&mut file, &self.title, self.dated)?;
        if let Some(tags) = self.tags {
            tag(&mut file, &tags, self.language)?;
        }
        Ok(file)
    }
}

fn unmade() -> PaperFault {
    PaperFault::Drawing { sentence: "The page could not be put together.".to_owned() }
}

/// The library writes the oldest version there is, a day in 1970, and an empty claim to a print standard.
fn tidy(file: &mut lopdf::Document, title: &str, dated: Option<NaiveDate>) -> Result<(), PaperFault> {
    file.version = "1.7".to_owned();
    let about = file.trailer.get(b"Info").and_then(Object::as_reference).map_err(|_| unmade())?;
    let about = file.get_object_mut(about).and_then(Object::as_dict_mut).map_err(|_| unmade())?;
    *about = dictionary! { "Title" => text(title), "Creator" => text("Inglenook") };
    if let Some(day) = dated {
        let day = text(&day.format("D:%Y%m%d000000Z").to_string());
        about.set("CreationDate", day.clone());
        about.set("ModDate", day);
    }
    Ok(())
}

/// A text as a PDF has it: as it is where it is plain, else as UTF-16.
pub(crate) fn text(text: &str) -> Object {
    let plain = text.chars().all(|letter| letter.is_ascii() && !letter.is_ascii_control());
    if plain {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Puts the reading order in, and the language that it is read in.
fn tag(file: &mut lopdf::Document, tags: &Tags, language: &str) -> Result<(), PaperFault> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (page, number) in pages.iter().zip(0_i64..) {
        let page = file.get_object_mut(*page).and_then(Object::as_dict_mut).map_err(|_| unmade())?;
        page.set("StructParents", number);
        page.set("Tabs", "S");
    }
    let tree = tags.write(file, &pages);
    let catalog = file.catalog_mut().map_err(|_| unmade())?;
    catalog.set("StructTreeRoot", tree);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", text(language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    Ok(())
}

/// A file as bytes, with a name that is made of what is in it.
///
/// # Errors
/// When the library cannot write it.
pub(crate) fn written(mut file: lopdf::Document) -> Result<Vec<u8>, PaperFault> {
    let mut digest = Sha256::new();
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(stream.content.len().to_be_bytes());
            digest.update(&stream.content);
        }
    }
    let name = digest.finalize().iter().take(16).copied().collect();
    let name = Object::String(name, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![name.clone(), name]);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|_| unmade())?;
    Ok(bytes)
}
