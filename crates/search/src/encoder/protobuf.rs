//! Just enough of the Protocol Buffers wire format to read a SentencePiece model.
//!
//! Format: <https://protobuf.dev/programming-guides/encoding/>. Groups (deprecated, unused by
//! SentencePiece) are refused.

use super::bytes::array_at;
use super::error::{Checked, Flaw};

/// The value of one field, as the wire carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Varint(u64),
    Fixed64([u8; 8]),
    Bytes(&'a [u8]),
    Fixed32([u8; 4]),
}

/// The fields of one message, in the order of the file: `(field number, value)`. Ends after the
/// first flaw.
pub(super) struct Fields<'a> {
    rest: &'a [u8],
}

/// Reads `message` field by field.
pub(super) fn fields(message: &[u8]) -> Fields<'_> {
    Fields { rest: message }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Checked<(u64, Value<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let field = self.field().ok_or_else(|| Flaw::new("a protobuf field is cut off or of an unknown kind"));
        if field.is_err() {
            self.rest = &[];
        }
        Some(field)
    }
}

impl<'a> Fields<'a> {
    fn field(&mut self) -> Option<(u64, Value<'a>)> {
        let tag = self.varint()?;
        let value = match tag & 7 {
            0 => Value::Varint(self.varint()?),
            1 => Value::Fixed64(self.array()?),
            2 => {
                let length = usize::try_from(self.varint()?).ok()?;
                Value::Bytes(self.take(length)?)
            }
            5 => Value::Fixed32(self.array()?),
            _ => return None,
        };
        Some((tag >> 3, value))
    }

    /// Seven bits a byte, lowest first; the top bit says that more follow. At most 64 bits.
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let [byte] = self.array()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let array = array_at(self.rest, 0)?;
        self.rest = &self.rest[N..];
        Some(array)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_kind_of_field_is_read() {
        let message = [0x08, 0x96, 0x01, 0x12, 2, b'h', b'i', 0x1d, 1, 2, 3, 4, 0x21, 1, 2, 3, 4, 5, 6, 7, 8];
        let read: Checked<Vec<_>> = fields(&message).collect();
        let expected =
            vec![(1, Value::Varint(150)), (2, Value::Bytes(b"hi")), (3, Value::Fixed32([1, 2, 3, 4])), (4, Value::Fixed64([1, 2, 3, 4, 5, 6, 7, 8]))];
        assert_eq!(read, Ok(expected));
    }

    #[test]
    fn a_length_beyond_the_end_is_a_flaw() {
        assert!(fields(&[0x12, 3, b'h', b'i']).any(|field| field.is_err()));
        assert!(fields(&[0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]).any(|field| field.is_err()));
    }

    proptest! {
        #[test]
        fn any_bytes_end_without_a_panic(message in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert!(fields(&message).count() <= message.len());
        }
    }
}
