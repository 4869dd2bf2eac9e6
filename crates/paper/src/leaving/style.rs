//! How each kind of text looks on a page. Lengths are millimetres, sizes of letters are points.

use super::paragraph::Setting;
use crate::canvas::Ink;
use crate::typeface::Face;

pub(super) const INK: Ink = [0x2b, 0x25, 0x21];
pub(super) const SOFT: Ink = [0x5d, 0x53, 0x4b];
pub(super) const HAIR: Ink = [0xd3, 0xc8, 0xba];
pub(super) const FAINT: Ink = [0xe7, 0xdf, 0xd4];
pub(super) const EMBER: Ink = [0xb8, 0x48, 0x1f];
/// What the two see differently, and what is not final.
pub(super) const AMBER: Ink = [0x96, 0x62, 0x0f];
/// The word across a draft: light enough to read through.
pub(super) const WATER: Ink = [0xf5, 0xf1, 0xea];

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    /// From one baseline to the next.
    pub(super) leading: f32,
    pub(super) ink: Ink,
    pub(super) setting: Setting,
    /// Whether words may be divided.
    pub(super) divides: bool,
}

const LABEL: Style =
    Style { face: Face::Sans, size: 8.5, leading: 4.2, ink: SOFT, setting: Setting::Ragged, divides: false };

pub(super) const BODY: Style = Style {
    face: Face::Serif,
    size: 10.8,
    leading: 5.4,
    ink: INK,
    setting: Setting::Justified,
    divides: true,
};
/// Lists and quotes: lines too short, or too few, to end together.
pub(super) const LOOSE: Style = Style { setting: Setting::Ragged, ..BODY };
pub(super) const KICKER: Style = Style { face: Face::SansBold, size: 9.0, leading: 4.6, ink: EMBER, ..LABEL };
pub(super) const TITLE: Style = Style {
    face: Face::SerifBold,
    size: 25.0,
    leading: 10.4,
    ink: INK,
    setting: Setting::Ragged,
    divides: false,
};
pub(super) const SUBTITLE: Style = Style { size: 10.0, leading: 5.0, ..LABEL };
pub(super) const FACT: Style = Style { size: 9.3, leading: 4.7, ..LABEL };
pub(super) const FACT_VALUE: Style = Style { ink: INK, ..FACT };
pub(super) const FACT_NAME: Style = Style { size: 8.0, leading: 4.2, ..LABEL };
pub(super) const HEADING: Style = Style { size: 15.0, leading: 6.6, ..TITLE };
pub(super) const MESSAGE: Style = Style { size: 11.0, leading: 5.4, ..TITLE };
pub(super) const CAPTION: Style = Style { size: 8.2, leading: 4.2, ..LABEL };
pub(super) const CODE: Style = Style { face: Face::Code, size: 9.6, leading: 4.7, ..LOOSE };
pub(super) const ASIDE_NAME: Style = Style { face: Face::SansBold, ink: AMBER, ..CAPTION };
pub(super) const ASIDE: Style = Style { size: 10.2, leading: 5.1, ..LOOSE };
pub(super) const TABLE_HEAD: Style = Style { face: Face::SansBold, size: 8.0, leading: 4.0, ..LABEL };
pub(super) const TABLE_CELL: Style = Style { ink: INK, size: 9.0, leading: 4.4, divides: true, ..LABEL };
pub(super) const SIGNER: Style = Style { size: 11.5, leading: 5.4, ..TITLE };
pub(super) const FINGERPRINT: Style = Style { face: Face::Code, size: 8.0, leading: 4.0, ..LABEL };
pub(super) const RUNNING: Style = Style { size: 8.2, ..LABEL };
