//! Tests of the encoder as a whole, on a synthetic model written to a temporary folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::prelude::*;
use tempfile::TempDir;

use super::synthetic::write_model;
use super::{DIMENSIONS, Encoder, EncoderError, PIECES_FILE, WEIGHTS_FILE};

mod real;
mod vectors;

const TABLE_FILE: &str = "weights.table";

fn model_folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_model(folder.path());
    folder
}

fn open(folder: &Path) -> Encoder {
    Encoder::open(folder).expect("the synthetic model is intact")
}

/// Dot product.
fn dot(a: &[f32; DIMENSIONS], b: &[f32; DIMENSIONS]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn assert_unit(vector: &[f32; DIMENSIONS], of: &str) {
    assert!((dot(vector, vector) - 1.0).abs() < 1e-5, "length of the vector of {of:?}");
}

/// Path of the file that an error of kind `Malformed` names.
fn malformed(folder: &Path) -> PathBuf {
    match Encoder::open(folder) {
        Err(EncoderError::Malformed { path, .. }) => path,
        other => panic!("expected a damaged file, found {other:?}"),
    }
}

#[test]
fn an_encoder_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Encoder>();
    shared::<super::VectorFile>();
}

#[test]
fn every_text_has_a_vector_of_length_one() {
    let folder = model_folder();
    let encoder = open(folder.path());
    let long = "decent work ".repeat(10_000);
    for text in ["", " ", "w", "decent work", "\u{301}", "\0\u{7f}\u{202e}", "e\u{301}\u{327}", "✂", &long] {
        assert_unit(&encoder.encode(text), text);
    }
}

#[test]
fn the_vector_is_the_same_from_a_table_on_disk_and_in_memory() {
    let folder = model_folder();
    let written = open(folder.path()).encode("decent work");
    let table = folder.path().join(TABLE_FILE);
    assert!(table.is_file());
    assert_eq!(open(folder.path()).encode("decent work"), written, "read again");

    fs::remove_file(&table).expect("the table can be removed");
    fs::create_dir(&table).expect("a folder in its place, which no file can replace");
    assert_eq!(open(folder.path()).encode("decent work"), written, "held in memory");
}

#[test]
fn a_table_of_another_model_or_length_is_made_anew() {
    let folder = model_folder();
    let expected = open(folder.path()).encode("decent work");
    let table = folder.path().join(TABLE_FILE);
    let intact = fs::read(&table).expect("the table");
    let mut foreign = intact.clone();
    foreign[8] ^= 1;
    for stale in [&intact[..intact.len() - 1], &foreign, b""] {
        fs::write(&table, stale).expect("the table can be written");
        assert_eq!(open(folder.path()).encode("decent work"), expected);
        assert_eq!(fs::read(&table).expect("the table"), intact);
    }
}

#[test]
fn a_missing_file_is_named() {
    for name in [PIECES_FILE, WEIGHTS_FILE] {
        let folder = model_folder();
        fs::remove_file(folder.path().join(name)).expect("the file can be removed");
        let error = Encoder::open(folder.path()).expect_err("a file is missing");
        assert!(matches!(error, EncoderError::Read { .. }) && error.to_string().contains(name), "{error}");
    }
}

#[test]
fn a_truncated_file_is_named() {
    for name in [PIECES_FILE, WEIGHTS_FILE] {
        let folder = model_folder();
        let path = folder.path().join(name);
        let bytes = fs::read(&path).expect("the file");
        for keep in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            fs::write(&path, &bytes[..keep]).expect("the file can be written");
            assert_eq!(malformed(folder.path()), path, "{keep} bytes of {name}");
        }
    }
}

#[test]
fn a_changed_weight_is_noticed() {
    let folder = model_folder();
    let path = folder.path().join(WEIGHTS_FILE);
    let mut bytes = fs::read(&path).expect("the file");
    for at in [300, bytes.len() / 2] {
        bytes[at] ^= 4;
        fs::write(&path, &bytes).expect("the file can be written");
        assert_eq!(malformed(folder.path()), path);
        bytes[at] ^= 4;
    }
}

#[test]
fn another_vocabulary_is_another_model() {
    let folder = model_folder();
    let before = open(folder.path()).fingerprint();
    let path = folder.path().join(PIECES_FILE);
    let mut bytes = fs::read(&path).expect("the file");
    let at = bytes.windows(6).position(|six| six == b"decent").expect("a piece");
    bytes[at] = b'r';
    fs::write(&path, &bytes).expect("the file can be written");
    assert_ne!(open(folder.path()).fingerprint(), before);
}

/// One encoder for all cases of a property test: a model is 13 MB to write.
fn shared_encoder() -> &'static Encoder {
    static ENCODER: OnceLock<Encoder> = OnceLock::new();
    ENCODER.get_or_init(|| open(model_folder().path()))
}

proptest! {
    #[test]
    fn any_text_has_a_vector_of_length_one(text: String) {
        assert_unit(&shared_encoder().encode(&text), &text);
    }
}
