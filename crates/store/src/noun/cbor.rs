//! Small lists inside one column, as CBOR.

use minicbor::{Decoder, Encoder};

use super::misplaced;
use crate::fault::Result;

/// A list of lines.
pub(super) fn write_lines(lines: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut cbor = Encoder::new(&mut out);
    let written = (|| {
        cbor.array(lines.len() as u64)?;
        for line in lines {
            cbor.str(line)?;
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
    out
}

/// The list of lines again.
///
/// # Errors
/// [`crate::StoreFault::Damaged`] when it is none.
pub(super) fn read_lines(bytes: &[u8]) -> Result<Vec<String>> {
    let mut cbor = Decoder::new(bytes);
    let mut read = || {
        (0..cbor.array()?.unwrap_or(0))
            .map(|_| cbor.str().map(str::to_owned))
            .collect::<std::result::Result<Vec<_>, minicbor::decode::Error>>()
    };
    read().map_err(|_| misplaced())
}
