//! The inks of a chart where nobody chooses other colours: on paper, and in a file that stands alone. They are the
//! daylight tokens of the page, those that are see-through there mixed with white.

use super::Role;

/// The ink of a role as red, green and blue.
pub(crate) fn ink(role: Role, is_extrapolated: bool) -> [u8; 3] {
    match (role, is_extrapolated) {
        (Role::Work, false) => [0xb8, 0x48, 0x1f],
        (Role::Work, true) => [0xc9, 0x6a, 0x47],
        (Role::People | Role::Then, false) => [0x3d, 0x63, 0x82],
        (Role::People, true) => [0x66, 0x85, 0x9e],
        (Role::Then, true) => [0x73, 0x91, 0xa9],
        (Role::Band80, false) => [0xd6, 0xe0, 0xe8],
        (Role::Band80, true) => [0xe6, 0xec, 0xf1],
        (Role::Now, _) => [0xbd, 0xcc, 0xd8],
        (Role::Warn, _) => [0xa3, 0x30, 0x2b],
        (Role::Quiet, _) => [0xf0, 0xea, 0xe1],
        (Role::Muted, _) => [0x6f, 0x64, 0x5b],
        (Role::Axis, _) => [0xb9, 0xad, 0x9e],
        (Role::Grid, _) => [0xe7, 0xdf, 0xd4],
        (Role::Ink, _) => [0x2b, 0x25, 0x21],
    }
}
