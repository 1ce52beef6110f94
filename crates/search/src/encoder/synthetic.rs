//! Builds tiny models for tests: the same formats as the real files, with contents made up on the
//! spot.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::OnceLock;

use flate2::{Compression, Crc, write::DeflateEncoder};

use super::{PIECES_FILE, WEIGHTS_FILE};

/// Pieces and scores of the synthetic vocabulary.
pub(super) const PIECES: [(&str, f32); 12] = [
    ("<unk>", 0.0),
    ("<s>", 0.0),
    ("</s>", 0.0),
    ("▁", -3.0),
    ("▁decent", -2.0),
    ("▁de", -3.0),
    ("cent", -4.0),
    ("work", -2.0),
    ("w", -5.0),
    ("o", -5.0),
    ("d", -6.0),
    ("e", -6.0),
];

/// Writes a whole model into `folder`: real shapes, random dense weights, a table of 17 rows.
pub(super) fn write_model(folder: &Path) {
    static WEIGHTS: OnceLock<Vec<u8>> = OnceLock::new();
    fs::write(folder.join(PIECES_FILE), sentencepiece()).expect("the folder can be written");
    fs::write(folder.join(WEIGHTS_FILE), WEIGHTS.get_or_init(weights)).expect("the folder can be written");
}

/// A SentencePiece model whose rules make capital letters small and tabs spaces.
pub(super) fn sentencepiece() -> Vec<u8> {
    let small: Vec<String> = (b'a'..=b'z').map(|letter| char::from(letter).to_string()).collect();
    let mut rules: Vec<(u8, &str)> = (b'A'..=b'Z').zip(small.iter().map(String::as_str)).collect();
    rules.push((b'\t', " "));

    let mut model = Vec::new();
    for (text, score) in PIECES {
        let mut piece = field(1, text.as_bytes());
        piece.push(2 << 3 | 5);
        piece.extend(score.to_le_bytes());
        model.extend(field(1, &piece));
    }
    model.extend(field(2, &[3 << 3, 1]));
    model.extend(field(3, &[field(1, b"nmt_nfkc"), field(2, &charsmap(&rules)), vec![3 << 3, 1]].concat()));
    model
}

/// A protobuf field of bytes.
fn field(number: u8, bytes: &[u8]) -> Vec<u8> {
    let mut field = vec![number << 3 | 2];
    let mut length = bytes.len();
    while length > 0x7f {
        field.push(length as u8 | 0x80);
        length >>= 7;
    }
    field.push(length as u8);
    field.extend_from_slice(bytes);
    field
}

/// A precompiled charsmap with a rule for each of some ASCII characters.
pub(super) fn charsmap(rules: &[(u8, &str)]) -> Vec<u8> {
    const UNUSED: u32 = 1 << 31;
    let mut units = vec![UNUSED; 768];
    let mut replacements = Vec::new();
    units[0] = 256 << 10; // Byte `c` leads from the root to unit 256 ^ c …
    for &(byte, replacement) in rules {
        let node = 256 ^ usize::from(byte);
        units[node] = 768 << 10 | 0x100 | u32::from(byte); // … whose value is at unit 768 ^ 256 ^ c.
        units[768 ^ node] = 1 << 31 | replacements.len() as u32;
        replacements.extend(replacement.bytes().chain([0]));
    }
    let mut map = (4 * units.len() as u32).to_le_bytes().to_vec();
    map.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    map.extend(replacements);
    map
}

/// A NumPy array file of format 1.0.
pub(super) fn npy(descr: &str, shape: &str, data: &[u8]) -> Vec<u8> {
    let order = if descr.starts_with('<') { "" } else { "|" };
    let header = format!("{{'descr': '{order}{descr}', 'fortran_order': False, 'shape': {shape}, }}\n");
    let mut array = b"\x93NUMPY\x01\x00".to_vec();
    array.extend((header.len() as u16).to_le_bytes());
    array.extend(header.bytes());
    array.extend_from_slice(data);
    array
}

/// A ZIP archive of `arrays` (names without `.npy`).
pub(super) fn npz(arrays: &[(&str, Vec<u8>)], deflate: bool) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, array) in arrays {
        let name = format!("{name}.npy");
        let packed = if deflate { deflated(array) } else { array.clone() };
        let mut crc = Crc::new();
        crc.update(array);
        // Version, flags, method, time, date, CRC-32, both sizes, length of the name and of the
        // extra field.
        let mut common = vec![20, 0, 0, 0, if deflate { 8 } else { 0 }, 0, 0, 0, 0, 0];
        common.extend(crc.sum().to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend((array.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let header_at = archive.len() as u32;
        archive.extend([b"PK\x03\x04", &common[..], name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 10], &header_at.to_le_bytes(), name.as_bytes()].concat());
    }
    let directory_at = archive.len() as u32;
    let count = (arrays.len() as u16).to_le_bytes();
    archive.extend_from_slice(&directory);
    archive.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count].concat());
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend(directory_at.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory can be written")
}

/// Weights of the real shapes with small random values.
fn weights() -> Vec<u8> {
    let mut random = Random(42);
    let mut arrays: Vec<(String, Vec<u8>)> = (1..=17)
        .map(|shard| {
            let codes: Vec<u8> = (0..512).map(|_| (random.next() >> 26) as u8).collect();
            (format!("q{shard}"), npy("u1", "(1, 512)", &codes))
        })
        .collect();
    let mut add = |name: &str, shape: &[usize]| {
        let values: Vec<u8> = (0..shape.iter().product()).flat_map(|_| random.unit().to_le_bytes()).collect();
        let shape: String = shape.iter().map(|length| format!("{length},")).collect();
        arrays.push((name.to_owned(), npy("<f4", &format!("({shape})"), &values)));
    };
    for name in ["scale", "lo"] {
        add(name, &[17]);
    }
    for window in [2, 3, 5] {
        add(&format!("proj{window}"), &[512, 256]);
        for name in ["proj_b", "ln_g", "ln_b", "b1_", "b2_"] {
            add(&format!("{name}{window}"), &[256]);
        }
        for name in ["w1_", "w2_"] {
            add(&format!("{name}{window}"), &[window * 256, 256]);
        }
    }
    for (name, rows, columns) in
        [("cnn_W", 1280, 512), ("d0", 512, 320), ("d1", 320, 320), ("d2", 320, 512), ("d3", 512, 512), ("p1", 512, 320), ("p3", 320, 512)]
    {
        add(name, &[rows, columns]);
    }
    for (name, length) in [("ln_g", 1280), ("ln_b", 1280), ("cnn_b", 512)] {
        add(name, &[length]);
    }
    arrays.push(("eps".to_owned(), npy("<f8", "()", &1e-12f64.to_le_bytes())));
    let arrays: Vec<(&str, Vec<u8>)> = arrays.iter().map(|(name, array)| (name.as_str(), array.clone())).collect();
    npz(&arrays, false)
}

/// A linear congruential generator (Numerical Recipes): reproducible, and all that is needed here.
pub(super) struct Random(pub(super) u32);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0
    }

    /// From -0.1 to 0.1.
    pub(super) fn unit(&mut self) -> f32 {
        (self.next() >> 8) as f32 / (1 << 24) as f32 * 0.2 - 0.1
    }
}
