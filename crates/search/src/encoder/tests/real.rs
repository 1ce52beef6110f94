//! Tests on the real model, in the folder that `AYNI_TEST_MODEL` names; without it they say so and
//! pass.
//!
//! The expected numbers were computed with the Python package that carries the weights, version
//! 0.2.1.

use std::env;
use std::path::PathBuf;

use super::super::{DIMENSIONS, Encoder, tokenizer::MAX_PIECES};
use super::{assert_unit, dot, open};

/// One thing said in eight languages: text, piece numbers, first four numbers of the vector.
const EXPECTED: [(&str, &[u32], [f32; 4]); 8] = [
    ("الحماية الاجتماعية للعمال", &[1, 350, 56918, 55403, 1583, 47565, 2], [0.09186, -0.03508, -0.03953, 0.01694]),
    ("Soziale Sicherheit für Beschäftigte", &[1, 24923, 22, 29228, 463, 1175, 72346, 68331, 178, 2], [0.10111, -0.02290, -0.03370, 0.04088]),
    ("Social protection for workers", &[1, 11035, 10272, 48, 9869, 2], [0.09408, 0.00070, 0.02998, -0.01070]),
    ("Protección social para los trabajadores", &[1, 56401, 25222, 2427, 130, 190, 76486, 2], [0.09585, 0.01515, 0.00079, -0.00358]),
    ("La protection sociale des travailleurs", &[1, 261, 10272, 17250, 141, 70447, 2], [0.09103, -0.03180, 0.03478, -0.03178]),
    ("Proteção social para os trabalhadores", &[1, 56401, 1604, 2427, 130, 487, 79304, 2], [0.09394, 0.01556, 0.02200, 0.00685]),
    ("Социальная защита работников", &[1, 14615, 18698, 36982, 50645, 221, 121_039, 2], [0.09457, -0.00746, 0.01634, -0.01013]),
    ("劳动者的社会保护", &[1, 6, 12164, 1581, 28486, 6570, 18640, 2], [0.09493, -0.04180, 0.02688, -0.00533]),
];

fn model(test: &str) -> Option<Encoder> {
    let folder = env::var_os("AYNI_TEST_MODEL").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    if folder.is_none() {
        println!("{test}: skipped, AYNI_TEST_MODEL does not name a folder with the model");
    }
    folder.map(|folder| open(&folder))
}

#[test]
fn pieces_and_vectors_are_those_of_the_original() {
    let Some(encoder) = model("pieces_and_vectors_are_those_of_the_original") else {
        return;
    };
    for (text, pieces, start) in EXPECTED {
        assert_eq!(encoder.tokenizer.encode(text), pieces, "{text}");
        let vector = encoder.encode(text);
        assert_unit(&vector, text);
        for (found, expected) in vector.iter().zip(start) {
            assert!((found - expected).abs() < 1e-5, "{text}: {found} instead of {expected}");
        }
    }
}

#[test]
fn text_is_normalised_as_the_model_was_trained() {
    let Some(encoder) = model("text_is_normalised_as_the_model_was_trained") else {
        return;
    };
    for (text, plain) in [("ﬁne\u{3000}ＡＢＣ\t①", "fine ABC 1"), (" e\u{301}cole ", "école"), ("ｶﾞ", "ガ")] {
        assert_eq!(encoder.tokenizer.encode(text), encoder.tokenizer.encode(plain), "{text:?}");
    }
}

#[test]
fn translations_are_near_and_other_subjects_are_not() {
    let Some(encoder) = model("translations_are_near_and_other_subjects_are_not") else {
        return;
    };
    let vectors: Vec<[f32; DIMENSIONS]> = EXPECTED.iter().map(|(text, ..)| encoder.encode(text)).collect();
    let other = encoder.encode("Tide tables for small fishing ports");
    for (a, (text, ..)) in vectors.iter().zip(EXPECTED) {
        assert!(dot(a, &other) < 0.2, "{text}");
        assert!(vectors.iter().all(|b| dot(a, b) > 0.6), "{text}");
    }
}

#[test]
fn any_text_is_borne() {
    let Some(encoder) = model("any_text_is_borne") else {
        return;
    };
    let long = "South-South cooperation. ".repeat(100_000);
    for text in ["", "\u{301}", "\0\u{1}\u{7f}", "\u{200d}\u{202e}\u{feff}", "👩‍🌾👩‍🌾", "▁", &long] {
        assert_unit(&encoder.encode(text), text);
        assert!(encoder.tokenizer.encode(text).len() <= MAX_PIECES);
    }
}
