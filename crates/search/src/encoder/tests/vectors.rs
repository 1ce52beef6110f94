//! Tests of the file of vectors: what comes back, in what order, and what damage does.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use tempfile::TempDir;

use super::super::synthetic::Random;
use super::super::{DIMENSIONS, EncoderError, VectorFile, VectorId};
use super::dot;

const MODEL: u64 = 0x0123_4567_89ab_cdef;

fn folder_and_path() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("vectors");
    (folder, path)
}

fn id(number: u8) -> VectorId {
    [number; 16]
}

/// A unit vector, the same for the same `seed`.
fn vector(seed: u8) -> [f32; DIMENSIONS] {
    let mut random = Random(u32::from(seed));
    let vector: [f32; DIMENSIONS] = std::array::from_fn(|_| random.unit());
    let length = dot(&vector, &vector).sqrt();
    vector.map(|value| value / length)
}

fn numbers(file: &VectorFile) -> Vec<u8> {
    file.ids().map(|id| id[0]).collect()
}

#[test]
fn the_nearest_come_first() -> Result<(), EncoderError> {
    let (_folder, path) = folder_and_path();
    let mut file = VectorFile::create(&path, MODEL)?;
    file.rewrite((0..100).rev().map(|number| (id(number), vector(number))))?;
    let query = vector(42);
    let nearest = file.nearest(&query, 10);
    assert_eq!(nearest.len(), 10);
    assert_eq!(nearest[0].0, id(42));
    assert!(nearest.is_sorted_by(|a, b| a.1 >= b.1));
    for (id, score) in file.nearest(&query, usize::MAX) {
        assert!((score - dot(&query, &vector(id[0]))).abs() < 0.005, "{score} for {id:?}");
        assert_eq!(file.score(&id, &query), Some(score));
    }
    assert_eq!(file.score(&id(200), &query), None);
    assert!(file.nearest(&query, 0).is_empty());
    Ok(())
}

#[test]
fn equal_scores_are_in_the_order_of_identifiers() -> Result<(), EncoderError> {
    let (_folder, path) = folder_and_path();
    let mut file = VectorFile::create(&path, MODEL)?;
    file.append([5, 3, 9, 1].map(|number| (id(number), vector(7))))?;
    let nearest: Vec<u8> = file.nearest(&vector(7), 3).iter().map(|(id, _)| id[0]).collect();
    assert_eq!(nearest, [1, 3, 5]);
    Ok(())
}

#[test]
fn changes_add_replace_and_remove() -> Result<(), EncoderError> {
    let (_folder, path) = folder_and_path();
    let mut file = VectorFile::create(&path, MODEL)?;
    assert!(file.is_empty() && file.nearest(&vector(1), 5).is_empty());

    file.append([4, 2, 8].map(|number| (id(number), vector(number))))?;
    file.append([(id(3), vector(3)), (id(8), vector(80)), (id(9), vector(9))])?;
    assert_eq!(numbers(&file), [2, 3, 4, 8, 9]);
    assert!(file.score(&id(8), &vector(80)).is_some_and(|score| score > 0.99));

    file.retain(|id| id[0] % 2 == 0)?;
    assert_eq!(numbers(&VectorFile::open(&path, MODEL)?), [2, 4, 8]);
    file.rewrite([(id(1), vector(1))])?;
    assert_eq!((file.len(), file.contains(&id(1)), file.contains(&id(2))), (1, true, false));
    Ok(())
}

#[test]
fn an_open_file_keeps_what_it_had() -> Result<(), EncoderError> {
    let (_folder, path) = folder_and_path();
    let mut writer = VectorFile::create(&path, MODEL)?;
    let reader = VectorFile::open(&path, MODEL)?;
    writer.append([(id(1), vector(1))])?;
    assert_eq!((reader.len(), writer.len()), (0, 1));
    Ok(())
}

#[test]
fn vectors_without_a_direction_score_zero() -> Result<(), EncoderError> {
    let (_folder, path) = folder_and_path();
    let mut file = VectorFile::create(&path, MODEL)?;
    let strange = [0.0, -1e-40, f32::NAN, f32::INFINITY].map(|value| [value; DIMENSIONS]);
    for (number, vector) in (0..).zip(strange) {
        file.append([(id(number), vector)])?;
    }
    file.append([(id(9), vector(9))])?;
    for query in strange {
        assert!(file.nearest(&query, 9).iter().all(|(_, score)| *score == 0.0));
    }
    assert!(file.score(&id(0), &vector(9)).is_some_and(|score| score == 0.0));
    Ok(())
}

#[test]
fn vectors_of_another_model_are_refused() -> Result<(), EncoderError> {
    let (_folder, path) = folder_and_path();
    VectorFile::create(&path, MODEL)?;
    let error = VectorFile::open(&path, MODEL + 1).expect_err("another model");
    assert!(matches!(error, EncoderError::OtherModel { expected, found: MODEL, .. } if expected == MODEL + 1));
    Ok(())
}

#[test]
fn rows_out_of_order_are_an_error() -> Result<(), EncoderError> {
    let (_folder, path) = folder_and_path();
    VectorFile::create(&path, MODEL)?.append([(id(1), vector(1)), (id(2), vector(2))])?;
    let mut bytes = fs::read(&path).expect("the file");
    let body = bytes.len() - 4;
    bytes[32..48].copy_from_slice(&id(3));
    let mut crc = flate2::Crc::new();
    crc.update(&bytes[..body]);
    bytes[body..].copy_from_slice(&crc.sum().to_le_bytes());
    fs::write(&path, &bytes).expect("the file can be written");
    let error = VectorFile::open(&path, MODEL).expect_err("not in order").to_string();
    assert!(error.contains("not in order"), "{error}");
    Ok(())
}

proptest! {
    #[test]
    fn a_damaged_file_is_an_error(
        at in any::<prop::sample::Index>(), flip in 1u8.., keep in any::<prop::sample::Index>(),
    ) {
        let (_folder, path) = folder_and_path();
        let mut file = VectorFile::create(&path, MODEL).expect("a new file");
        file.append([(id(1), vector(1)), (id(2), vector(2))]).expect("a file that can be written");
        let mut bytes = fs::read(&path).expect("the file");
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        for damaged in [&bytes[..], &bytes[..keep.index(bytes.len())]] {
            fs::write(&path, damaged).expect("the file can be written");
            prop_assert!(VectorFile::open(&path, MODEL).is_err());
        }
    }

    #[test]
    fn any_bytes_are_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let (_folder, path) = folder_and_path();
        fs::write(&path, [b"AYNIVECT\x01\0\0\0\0\x02\0\0", &bytes[..]].concat()).expect("the file can be written");
        prop_assert!(VectorFile::open(&path, MODEL).is_err());
    }
}
