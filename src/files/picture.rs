//! Whether a picture may be drawn: a few kilobytes can say that they are a hundred thousand pixels wide and high, and
//! whoever draws them needs the memory for all of them.

use super::kind::Unfit;
use std::io::{Read, Seek, SeekFrom};

pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
pub(super) const JPEG: &[u8] = b"\xFF\xD8\xFF";

/// A scanned A3 page of 600 dots an inch has 70 million.
const MOST_PIXELS: u64 = 100_000_000;
/// A picture has a few dozen segments before it begins.
const MOST_SEGMENTS: usize = 1000;

/// PNG says its size first (ISO/IEC 15948 § 11.2.2).
pub(super) fn weigh_png(start: &[u8]) -> Result<(), Unfit> {
    let number = |at: usize| {
        let bytes = start.get(at..at + 4).ok_or(Unfit::Broken)?;
        Ok(u64::from(u32::from_be_bytes(
            bytes.try_into().map_err(|_short| Unfit::Broken)?,
        )))
    };
    if start.get(12..16) != Some(&b"IHDR"[..]) {
        return Err(Unfit::Broken);
    }
    weigh(number(16)?, number(20)?)
}

/// JPEG says its size in the segment that begins the picture (ITU-T T.81, annex B).
pub(super) fn weigh_jpeg(file: &mut (impl Read + Seek)) -> Result<(), Unfit> {
    file.seek(SeekFrom::Start(2))
        .map_err(|_error| Unfit::Broken)?;
    for _ in 0..MOST_SEGMENTS {
        let [mark, mut kind] = bytes(file)?;
        // A mark may be drawn out.
        while kind == 0xFF {
            [kind] = bytes(file)?;
        }
        if mark != 0xFF {
            return Err(Unfit::Broken);
        }
        let length = i64::from(u16::from_be_bytes(bytes(file)?));
        match kind {
            // C4, C8 and CC are tables.
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let [_depth, high1, high2, wide1, wide2] = bytes(file)?;
                let side = |bytes| u64::from(u16::from_be_bytes(bytes));
                return weigh(side([wide1, wide2]), side([high1, high2]));
            }
            // It ends, or its data begins, without a size.
            0xD9 | 0xDA => return Err(Unfit::Broken),
            _ if length < 2 => return Err(Unfit::Broken),
            _ => {
                let next = file.seek(SeekFrom::Current(length - 2));
                next.map_err(|_error| Unfit::Broken)?;
            }
        }
    }
    Err(Unfit::Broken)
}

fn weigh(wide: u64, high: u64) -> Result<(), Unfit> {
    match wide * high {
        0 => Err(Unfit::Broken),
        1..=MOST_PIXELS => Ok(()),
        _ => Err(Unfit::Bomb),
    }
}

fn bytes<const MANY: usize>(file: &mut impl Read) -> Result<[u8; MANY], Unfit> {
    let mut bytes = [0; MANY];
    file.read_exact(&mut bytes)
        .map_err(|_error| Unfit::Broken)?;
    Ok(bytes)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::Cursor;

    /// The beginning of a PNG of this size.
    pub fn png(wide: u32, high: u32) -> Vec<u8> {
        let size = [wide.to_be_bytes(), high.to_be_bytes()].concat();
        [PNG, &13_u32.to_be_bytes(), b"IHDR", &size, &[8, 2, 0, 0, 0]].concat()
    }

    /// The beginning of a JPEG of this size, with what a camera says before it.
    pub fn jpeg(wide: u16, high: u16) -> Vec<u8> {
        let size = [high.to_be_bytes(), wide.to_be_bytes()].concat();
        let camera = [&b"\xFF\xE1\x00\x0AExif\0\0AB"[..], b"\xFF\xC4\x00\x02"].concat();
        [
            b"\xFF\xD8",
            &camera[..],
            b"\xFF\xC0\x00\x11\x08",
            &size,
            &[3],
        ]
        .concat()
    }

    #[test]
    fn a_picture_has_a_size_that_can_be_drawn() {
        assert_eq!(weigh_png(&png(10_000, 10_000)), Ok(()));
        assert_eq!(weigh_png(&png(u32::MAX, u32::MAX)), Err(Unfit::Bomb));
        assert_eq!(weigh_png(&png(0, 5)), Err(Unfit::Broken));
        assert_eq!(weigh_png(&png(5, 5)[..20]), Err(Unfit::Broken));
        let of = |bytes: &[u8]| weigh_jpeg(&mut Cursor::new(bytes));
        assert_eq!(of(&jpeg(4000, 3000)), Ok(()));
        assert_eq!(of(&jpeg(65_535, 65_535)), Err(Unfit::Bomb));
        assert_eq!(of(&jpeg(0, 5)), Err(Unfit::Broken));
        for end in 0..jpeg(5, 5).len() - 1 {
            assert_eq!(of(&jpeg(5, 5)[..end]), Err(Unfit::Broken), "{end}");
        }
    }
}
