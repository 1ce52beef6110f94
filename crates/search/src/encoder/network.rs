//! The network that turns the embeddings of a text's pieces into one vector.
//!
//! It is the convolutional encoder of Yang et al., "Multilingual Universal Sentence Encoder for
//! Semantic Retrieval" (2019), section 2, as published by Google under the name
//! universal-sentence-encoder-multilingual 3. The names of the arrays are those in `weights.npz`.
//! With T pieces:
//!
//! 1. embeddings, T x 512, are projected to T x 768 (`proj2`, `proj3`, `proj5` side by side) and
//!    layer-normalised;
//! 2. each third, T x 256, passes two residual convolutions over windows of 2, 3 or 5 pieces;
//! 3. the embeddings and the three results, T x 1280, are layer-normalised, summed over the pieces,
//!    projected to 512 (`cnn_W`) and divided by the square root of T;
//! 4. four dense layers, two of them with a shortcut, end in a hyperbolic tangent; the result is
//!    scaled to length 1.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView2, ArrayViewMut2, Axis, s};

use super::DIMENSIONS;
use super::archive::Archive;
use super::error::{Checked, Flaw};

/// Values per piece in one branch.
const WIDTH: usize = 256;
/// Values per piece in all branches.
const BRANCHES_WIDTH: usize = 3 * WIDTH;
/// Values per piece when the embedding and the results of the branches stand side by side.
pub(super) const FEATURES: usize = DIMENSIONS + BRANCHES_WIDTH;
/// Values between the dense layers at the end.
const HIDDEN: usize = 320;
/// Pieces in the window of each branch, and how many of them stand before the current one.
const WINDOWS: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];

/// All weights but the embeddings: 13.5 MB.
pub(super) struct Network {
    branches: [Branch; 3],
    branches_norm: LayerNorm,
    features_norm: LayerNorm,
    /// `cnn_W`, 1280 x 512, and `cnn_b`.
    pool: (Array2<f32>, Vec<f32>),
    /// `d0` 512 x 320, `d1` 320 x 320, `d2` 320 x 512, `d3` 512 x 512.
    dense: [Array2<f32>; 4],
    /// `p1` 512 x 320, around `d0` and `d1`; `p3` 320 x 512, around `d2` and `d3`.
    shortcuts: [Array2<f32>; 2],
}

/// The part of the network that looks at windows of one size.
struct Branch {
    /// 512 x 256.
    projection: Array2<f32>,
    projection_bias: Vec<f32>,
    convolutions: [Convolution; 2],
}

/// `x[t] + max(0, bias + sum over k of x[t - before + k] * kernel[k])`, with zeros beyond both ends
/// of the text.
struct Convolution {
    before: usize,
    /// (window * 256) x 256: the kernels of the places in the window below each other.
    kernels: Array2<f32>,
    bias: Vec<f32>,
}

/// Brings each row to mean 0 and variance 1, then scales and shifts each column: Ba et al., "Layer
/// Normalization" (2016).
struct LayerNorm {
    scale: Vec<f32>,
    shift: Vec<f32>,
    /// Added to the variance, so that a constant row is no division by zero.
    epsilon: f32,
}

impl Network {
    /// Reads the weights.
    pub(super) fn new(weights: &Archive<'_>) -> Checked<Self> {
        let epsilon = weights.scalar("eps")? as f32;
        let [two, three, five] = WINDOWS.map(|(window, before)| Branch::new(weights, window, before));
        Ok(Self {
            branches: [two?, three?, five?],
            branches_norm: LayerNorm { scale: per_branch(weights, "ln_g")?, shift: per_branch(weights, "ln_b")?, epsilon },
            features_norm: LayerNorm { scale: weights.floats("ln_g", &[FEATURES])?, shift: weights.floats("ln_b", &[FEATURES])?, epsilon },
            pool: (matrix(weights, "cnn_W", FEATURES, DIMENSIONS)?, weights.floats("cnn_b", &[DIMENSIONS])?),
            dense: [
                matrix(weights, "d0", DIMENSIONS, HIDDEN)?,
                matrix(weights, "d1", HIDDEN, HIDDEN)?,
                matrix(weights, "d2", HIDDEN, DIMENSIONS)?,
                matrix(weights, "d3", DIMENSIONS, DIMENSIONS)?,
            ],
            shortcuts: [matrix(weights, "p1", DIMENSIONS, HIDDEN)?, matrix(weights, "p3", HIDDEN, DIMENSIONS)?],
        })
    }

    /// The vector of a text. `features` is T x 1280 with T > 0, the embedding of each piece in its
    /// first 512 columns; the others are overwritten. The result has length 1, or is all zeros
    /// should the weights lead to no finite number.
    pub(super) fn forward(&self, mut features: Array2<f32>) -> [f32; DIMENSIONS] {
        let (embeddings, results) = features.view_mut().split_at(Axis(1), DIMENSIONS);
        self.run_branches(embeddings.view(), results);
        self.features_norm.apply(&mut features);
        self.finish(&self.pooled(&features))
    }

    /// Steps 1 and 2: `embeddings` T x 512 to `results` T x 768.
    fn run_branches(&self, embeddings: ArrayView2<'_, f32>, mut results: ArrayViewMut2<'_, f32>) {
        let mut projected = Array2::zeros(results.raw_dim());
        for (branch, mut part) in self.branches.iter().zip(columns(&mut projected.view_mut())) {
            fill_rows(&mut part, &branch.projection_bias);
            general_mat_mul(1.0, &embeddings, &branch.projection, 1.0, &mut part);
        }
        self.branches_norm.apply(&mut projected);
        let parts = projected.axis_chunks_iter(Axis(1), WIDTH);
        for ((branch, part), mut result) in self.branches.iter().zip(parts).zip(columns(&mut results)) {
            let [first, second] = &branch.convolutions;
            result.assign(&second.apply(&first.apply(&part).view()));
        }
    }

    /// Step 3. The projection is linear, so it is done once on the sum instead of on every piece.
    fn pooled(&self, features: &Array2<f32>) -> Array2<f32> {
        let pieces = features.nrows() as f32;
        let (weights, bias) = &self.pool;
        let sum = features.sum_axis(Axis(0)).insert_axis(Axis(0));
        let mut pooled = times(&sum, weights);
        for (value, bias) in pooled.iter_mut().zip(bias) {
            *value = (*value + pieces * bias) / pieces.sqrt();
        }
        pooled
    }

    /// Step 4: 1 x 512 to the result.
    fn finish(&self, pooled: &Array2<f32>) -> [f32; DIMENSIONS] {
        let [d0, d1, d2, d3] = &self.dense;
        let [p1, p3] = &self.shortcuts;
        let mut hidden = times(pooled, p1);
        general_mat_mul(1.0, &rectified(times(pooled, d0)), d1, 1.0, &mut hidden);
        let hidden = rectified(hidden);
        let mut last = times(&hidden, p3);
        general_mat_mul(1.0, &rectified(times(&hidden, d2)), d3, 1.0, &mut last);

        let mut vector = [0.0; DIMENSIONS];
        for (value, sum) in vector.iter_mut().zip(&last) {
            *value = sum.tanh();
        }
        normalised(vector)
    }
}

impl Branch {
    fn new(weights: &Archive<'_>, window: usize, before: usize) -> Checked<Self> {
        let convolution = |layer: u8| -> Checked<Convolution> {
            Ok(Convolution {
                before,
                kernels: matrix(weights, &format!("w{layer}_{window}"), window * WIDTH, WIDTH)?,
                bias: weights.floats(&format!("b{layer}_{window}"), &[WIDTH])?,
            })
        };
        Ok(Self {
            projection: matrix(weights, &format!("proj{window}"), DIMENSIONS, WIDTH)?,
            projection_bias: weights.floats(&format!("proj_b{window}"), &[WIDTH])?,
            convolutions: [convolution(1)?, convolution(2)?],
        })
    }
}

impl Convolution {
    /// T x 256 to T x 256.
    fn apply(&self, input: &ArrayView2<'_, f32>) -> Array2<f32> {
        let pieces = input.nrows();
        let mut output = Array2::zeros(input.raw_dim());
        fill_rows(&mut output.view_mut(), &self.bias);
        for (place, kernel) in self.kernels.axis_chunks_iter(Axis(0), WIDTH).enumerate() {
            // This place in the window is `ahead` pieces after the current one, or `behind` before
            // it. Rows whose window reaches beyond the text are left out, which is the same as
            // reading zeros there.
            let ahead = place.saturating_sub(self.before);
            let behind = self.before.saturating_sub(place);
            let rows = pieces.saturating_sub(ahead + behind);
            let seen = input.slice(s![ahead.min(pieces)..(ahead + rows).min(pieces), ..]);
            let mut current = output.slice_mut(s![behind.min(pieces)..(behind + rows).min(pieces), ..]);
            general_mat_mul(1.0, &seen, &kernel, 1.0, &mut current);
        }
        let mut output = rectified(output);
        output += input;
        output
    }
}

impl LayerNorm {
    fn apply(&self, matrix: &mut Array2<f32>) {
        for mut row in matrix.rows_mut() {
            let columns = row.len() as f32;
            let mean = row.sum() / columns;
            let variance = row.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>() / columns;
            let factor = (variance + self.epsilon).sqrt().recip();
            for ((value, scale), shift) in row.iter_mut().zip(&self.scale).zip(&self.shift) {
                *value = (*value - mean) * factor * scale + shift;
            }
        }
    }
}

/// Reads a matrix of `rows` x `columns`.
fn matrix(weights: &Archive<'_>, name: &str, rows: usize, columns: usize) -> Checked<Array2<f32>> {
    let values = weights.floats(name, &[rows, columns])?;
    Array2::from_shape_vec((rows, columns), values).map_err(|error| Flaw::new(error.to_string()))
}

/// The 256 values that each branch has under `name`, one branch after the other.
fn per_branch(weights: &Archive<'_>, name: &str) -> Checked<Vec<f32>> {
    let parts: Checked<Vec<_>> = WINDOWS.iter().map(|(window, _)| weights.floats(&format!("{name}{window}"), &[WIDTH])).collect();
    Ok(parts?.concat())
}

/// The columns of each branch, in the order of [`WINDOWS`].
fn columns<'a>(matrix: &'a mut ArrayViewMut2<'_, f32>) -> impl Iterator<Item = ArrayViewMut2<'a, f32>> {
    matrix.axis_chunks_iter_mut(Axis(1), WIDTH)
}

fn fill_rows(matrix: &mut ArrayViewMut2<'_, f32>, row: &[f32]) {
    for mut target in matrix.rows_mut() {
        for (value, &source) in target.iter_mut().zip(row) {
            *value = source;
        }
    }
}

fn times(left: &Array2<f32>, right: &Array2<f32>) -> Array2<f32> {
    let mut product = Array2::zeros((left.nrows(), right.ncols()));
    general_mat_mul(1.0, left, right, 0.0, &mut product);
    product
}

/// The matrix with zero in place of what is below zero.
fn rectified(mut matrix: Array2<f32>) -> Array2<f32> {
    matrix.mapv_inplace(|value| value.max(0.0));
    matrix
}

/// `vector` scaled to length 1; zeros when it has no direction.
fn normalised(mut vector: [f32; DIMENSIONS]) -> [f32; DIMENSIONS] {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    if !(length.is_finite() && length > 0.0) {
        return [0.0; DIMENSIONS];
    }
    for value in &mut vector {
        *value /= length;
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::super::synthetic::Random;
    use super::*;

    fn random(random: &mut Random, rows: usize) -> Array2<f32> {
        Array2::from_shape_simple_fn((rows, WIDTH), || random.unit())
    }

    /// One number of the result, computed as the formula in the documentation of [`Convolution`]
    /// reads.
    fn by_the_formula(convolution: &Convolution, input: &Array2<f32>, row: usize, column: usize) -> f32 {
        let mut sum = convolution.bias[column];
        for place in 0..convolution.kernels.nrows() / WIDTH {
            let Some(seen) = (row + place).checked_sub(convolution.before).filter(|&seen| seen < input.nrows()) else {
                continue;
            };
            for inner in 0..WIDTH {
                sum += input[[seen, inner]] * convolution.kernels[[place * WIDTH + inner, column]];
            }
        }
        input[[row, column]] + sum.max(0.0)
    }

    #[test]
    fn windows_end_where_the_text_ends() {
        let mut numbers = Random(1);
        for (window, before) in WINDOWS {
            let bias = (0..WIDTH).map(|_| numbers.unit()).collect();
            let convolution = Convolution { before, kernels: random(&mut numbers, window * WIDTH), bias };
            for pieces in 1..=6 {
                let input = random(&mut numbers, pieces);
                let output = convolution.apply(&input.view());
                for row in 0..pieces {
                    for column in [0, 100, WIDTH - 1] {
                        let expected = by_the_formula(&convolution, &input, row, column);
                        assert!((output[[row, column]] - expected).abs() < 1e-4, "{window} {pieces} {row} {column}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_layer_norm_gives_mean_zero_and_variance_one() {
        let mut rows = random(&mut Random(2), 3);
        rows.row_mut(1).fill(7.0);
        LayerNorm { scale: vec![2.0; WIDTH], shift: vec![1.0; WIDTH], epsilon: 1e-12 }.apply(&mut rows);
        for row in [rows.row(0), rows.row(2)] {
            let variance = row.iter().map(|value| (value - 1.0).powi(2)).sum::<f32>() / WIDTH as f32;
            assert!((row.sum() / WIDTH as f32 - 1.0).abs() < 1e-4 && (variance - 4.0).abs() < 1e-3);
        }
        assert!(rows.row(1).iter().all(|value| value.is_finite()), "a constant row");
    }

    #[test]
    fn a_vector_without_direction_becomes_zeros() {
        for value in [0.0, f32::NAN, f32::INFINITY] {
            assert_eq!(normalised([value; DIMENSIONS]), [0.0; DIMENSIONS]);
        }
    }
}
