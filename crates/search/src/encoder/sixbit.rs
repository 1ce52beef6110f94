//! Packs numbers from 0 to 63 four to every three bytes, and unpacks them.

/// Numbers in one group.
const CODES: usize = 4;
/// Bytes in one group.
const BYTES: usize = 3;

/// Bytes that `codes` numbers take; `codes` must be a multiple of four.
pub(super) const fn packed_len(codes: usize) -> usize {
    assert!(codes.is_multiple_of(CODES), "six-bit numbers are packed four at a time");
    codes / CODES * BYTES
}

/// Packs `codes`, the first in the lowest bits. Gives false when one is above 63.
pub(super) fn pack(codes: &[u8], packed: &mut [u8]) -> bool {
    let mut seen = 0;
    for (&[a, b, c, d], three) in codes.as_chunks::<CODES>().0.iter().zip(packed.as_chunks_mut::<BYTES>().0) {
        seen |= a | b | c | d;
        *three = [a | b << 6, b >> 2 | c << 4, c >> 4 | d << 2];
    }
    seen < 64
}

/// Unpacks `packed` and stores `floor + step * number` for each number.
pub(super) fn unpack(packed: &[u8], step: f32, floor: f32, values: &mut [f32]) {
    for (&[x, y, z], four) in packed.as_chunks::<BYTES>().0.iter().zip(values.as_chunks_mut::<CODES>().0) {
        let codes = [x & 63, x >> 6 | (y & 15) << 2, y >> 4 | (z & 3) << 4, z >> 2];
        *four = codes.map(|code| floor + step * f32::from(code));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(codes in proptest::collection::vec(0u8..64, 32)) {
            let mut packed = [0; packed_len(32)];
            prop_assert!(pack(&codes, &mut packed));
            let mut values = [0.0; 32];
            unpack(&packed, 0.5, -3.0, &mut values);
            for (&code, &value) in codes.iter().zip(&values) {
                prop_assert_eq!(value, -3.0 + 0.5 * f32::from(code));
            }
        }
    }

    #[test]
    fn a_number_above_63_is_noticed() {
        assert!(!pack(&[0, 1, 64, 2], &mut [0; 3]));
    }
}
