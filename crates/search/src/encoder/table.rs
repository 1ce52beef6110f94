//! The embedding table: one row of 512 six-bit numbers for every piece of the vocabulary, read from
//! disk row by row.
//!
//! In `weights.npz` the table is deflated, so a row cannot be reached without unpacking all that
//! stands before it, and unpacked whole it takes 65 MB. The first time a model is opened the table
//! is therefore rewritten, packed and in the order of the vocabulary, into `weights.table` beside
//! it (49 MB). That file holds nothing of its own: it may be deleted at any time, and one that is
//! of another model or length is made anew.
//!
//! Rows are read with one system call each (about a microsecond from the page cache) rather than
//! through a memory map: a map brings in sixteen pages around each one touched, and some hundred
//! texts are enough to make most of it resident.

use std::fs::File;
use std::io;
use std::path::Path;

use super::archive::{Archive, Array, Element};
use super::error::{At, Checked, EncoderError, Flaw};
use super::files::Draft;
use super::{DIMENSIONS, sixbit};

/// Name of the derived file.
const TABLE_FILE: &str = "weights.table";
/// First bytes of the derived file; the digit is the version of its layout.
const MAGIC: &[u8; 8] = b"AYNI6BT1";
/// Magic (8 bytes), fingerprint of the model (8), rows in each shard (8), zeros.
const HEADER_BYTES: usize = 32;
const ROW_BYTES: usize = sixbit::packed_len(DIMENSIONS);
/// Row `r` of the whole table is row `r / SHARDS` of the array `q{r % SHARDS + 1}`; every shard has
/// a scale of its own.
const SHARDS: usize = 17;
/// Rows a shard may have at most; keeps a damaged shape from filling the disk. The real one has 7
/// 530.
const MAX_SHARD_ROWS: usize = 1 << 16;

/// The table, its rows still packed.
pub(super) struct Table {
    rows: Rows,
    /// Value of one unit of a six-bit number, per shard.
    steps: Vec<f32>,
    /// Value of the six-bit number 0, per shard.
    floors: Vec<f32>,
}

/// Where the packed rows are.
enum Rows {
    /// In `weights.table`, behind a header.
    Stored(File),
    /// In memory, because the folder cannot be written (a read-only image, a full disk).
    Held(Vec<u8>),
}

impl Rows {
    /// Copies row `row` to `packed`; false when there is none or it cannot be read.
    fn read(&self, row: usize, packed: &mut [u8; ROW_BYTES]) -> bool {
        let at = row * ROW_BYTES;
        match self {
            Self::Stored(file) => read_at(file, packed, (HEADER_BYTES + at) as u64).is_ok(),
            Self::Held(rows) => rows.get(at..).and_then(<[u8]>::first_chunk).map(|row| *packed = *row).is_some(),
        }
    }
}

/// Fills `buffer` from place `at` of `file`, without moving a cursor that other threads share.
#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, at)
}

/// Fills `buffer` from place `at` of `file`. It moves the cursor, which nobody uses.
#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    let read = std::os::windows::fs::FileExt::seek_read(file, buffer, at)?;
    if read == buffer.len() { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

impl Table {
    /// Opens the table of `weights` (the file `weights_path`, already mapped), making
    /// `weights.table` where it is missing.
    ///
    /// # Errors
    /// [`EncoderError::Malformed`] when an array is missing, damaged, of another shape, or has too
    /// few rows for `pieces`. A folder that cannot be written is no error: the rows are then kept
    /// in memory.
    pub(super) fn open(weights: &Archive<'_>, weights_path: &Path, fingerprint: u64, pieces: usize) -> Result<Self, EncoderError> {
        let shard_rows = shard_rows(weights, pieces).at(weights_path)?;
        let header = header(fingerprint, shard_rows);
        let path = weights_path.with_file_name(TABLE_FILE);
        let rows = match stored(&path, &header, shard_rows) {
            Some(file) => Rows::Stored(file),
            None => rebuild(weights, weights_path, &path, &header, shard_rows)?,
        };
        let steps = weights.floats("scale", &[SHARDS]).at(weights_path)?;
        let floors = weights.floats("lo", &[SHARDS]).at(weights_path)?;
        Ok(Self { rows, steps, floors })
    }

    /// Writes the embedding of piece `id` into `embedding` (512 values).
    ///
    /// Zeros when the row cannot be read. That takes a failing disk or a file cut short while in
    /// use, and then a search by words alone is better than a failing one.
    pub(super) fn read(&self, id: u32, embedding: &mut [f32]) {
        let row = id as usize;
        let mut packed = [0; ROW_BYTES];
        if self.rows.read(row, &mut packed) {
            sixbit::unpack(&packed, self.steps[row % SHARDS], self.floors[row % SHARDS], embedding);
        } else {
            embedding.fill(0.0);
        }
    }
}

/// Rows in every shard, read from the first one and checked against the vocabulary.
fn shard_rows(weights: &Archive<'_>, pieces: usize) -> Checked<usize> {
    match *weights.array("q1", Element::U8)?.shape() {
        [rows, DIMENSIONS] if rows <= MAX_SHARD_ROWS && rows * SHARDS >= pieces => Ok(rows),
        ref shape => Err(Flaw::new(format!("array q1 of shape {shape:?} does not fit a vocabulary of {pieces} pieces"))),
    }
}

fn header(fingerprint: u64, shard_rows: usize) -> [u8; HEADER_BYTES] {
    let mut header = [0; HEADER_BYTES];
    header[..8].copy_from_slice(MAGIC);
    header[8..16].copy_from_slice(&fingerprint.to_le_bytes());
    header[16..24].copy_from_slice(&(shard_rows as u64).to_le_bytes());
    header
}

/// The derived file, if there is one and it is complete and of this model.
fn stored(path: &Path, header: &[u8; HEADER_BYTES], shard_rows: usize) -> Option<File> {
    let file = File::open(path).ok()?;
    let mut found = [0; HEADER_BYTES];
    read_at(&file, &mut found, 0).ok()?;
    let length = HEADER_BYTES + shard_rows * SHARDS * ROW_BYTES;
    let complete = file.metadata().is_ok_and(|metadata| metadata.len() == length as u64);
    (complete && found == *header).then_some(file)
}

/// Makes the derived file, or packs the rows into memory where no file can be written.
fn rebuild(weights: &Archive<'_>, weights_path: &Path, path: &Path, header: &[u8; HEADER_BYTES], shard_rows: usize) -> Result<Rows, EncoderError> {
    let written = Draft::new(path).and_then(|mut draft| {
        draft.write(header)?;
        pack(weights, weights_path, shard_rows, |row| draft.write(row))?;
        draft.commit()
    });
    match written {
        Ok(()) => {}
        Err(error @ EncoderError::Write { .. }) => {
            tracing::warn!(%error, "embedding table kept in memory (49 MB), not on disk");
        }
        Err(damaged) => return Err(damaged),
    }
    if let Some(file) = stored(path, header, shard_rows) {
        return Ok(Rows::Stored(file));
    }
    let mut rows = Vec::with_capacity(shard_rows * SHARDS * ROW_BYTES);
    pack(weights, weights_path, shard_rows, |row| {
        rows.extend_from_slice(row);
        Ok(())
    })?;
    Ok(Rows::Held(rows))
}

/// Hands the packed rows to `emit`, in the order of the vocabulary. The shards are unpacked side by
/// side, a row of each in turn, so no more than a few rows are in memory.
fn pack(
    weights: &Archive<'_>,
    weights_path: &Path,
    shard_rows: usize,
    mut emit: impl FnMut(&[u8]) -> Result<(), EncoderError>,
) -> Result<(), EncoderError> {
    let mut shards = open_shards(weights, shard_rows).at(weights_path)?;
    let mut codes = [0; DIMENSIONS];
    let mut packed = [0; ROW_BYTES];
    for _ in 0..shard_rows {
        for shard in &mut shards {
            shard.read_exact(&mut codes).at(weights_path)?;
            if !sixbit::pack(&codes, &mut packed) {
                return Err(Flaw::new("its table holds a number above 63")).at(weights_path);
            }
            emit(&packed)?;
        }
    }
    shards.into_iter().try_for_each(Array::finish).at(weights_path)
}

fn open_shards<'a>(weights: &Archive<'a>, shard_rows: usize) -> Checked<Vec<Array<'a>>> {
    (1..=SHARDS)
        .map(|number| {
            let shard = weights.array(&format!("q{number}"), Element::U8)?;
            shard.expect_shape(&[shard_rows, DIMENSIONS])?;
            Ok(shard)
        })
        .collect()
}
