//! Weights: how much each sign counts, in one place, each with its reason.
//!
//! Few and round on purpose: they are meant to be read, argued about and changed by hand. No weight serves a single need.

/// What each likeness of two countries adds to their comparison, which ends at 1.
pub mod likeness {
    /// The same subregion: officials meet there anyway, labour markets and laws touch.
    pub const SUBREGION: f32 = 0.35;
    /// The same region only: one regional body, like climates and crops.
    pub const REGION: f32 = 0.2;
    /// A common official language: material and people can be used as they are.
    pub const LANGUAGE: f32 = 0.2;
    /// The same income class: a solution that one could pay for, the other can.
    pub const INCOME: f32 = 0.1;
    /// As much informal employment: what reaches workers there reaches them here.
    pub const INFORMALITY: f32 = 0.1;
    /// Percentage points from which informality is no longer alike.
    pub const INFORMALITY_POINTS: f32 = 15.0;
    /// The same weight of agriculture, industry and services.
    pub const STRUCTURE: f32 = 0.1;
    /// Percentage points from which structures are no longer alike.
    pub const STRUCTURE_POINTS: f32 = 12.0;
    /// Both in fragility: institutions are weak in the same ways.
    pub const FRAGILE: f32 = 0.1;
    /// Both small islands: small markets, same hazards, same emigration.
    pub const SMALL_ISLAND: f32 = 0.15;
    /// Both landlocked: trade and transport cost alike.
    pub const LANDLOCKED: f32 = 0.05;
    /// Both least developed: the same terms of aid and trade.
    pub const LEAST_DEVELOPED: f32 = 0.05;
}

/// What makes a country a peer for a need; a score is the sum of its reasons.
pub mod peer {
    /// What the search finds for the words of the need: the strongest sign by far. The best record of a provider counts 1.
    pub const TEXT: f32 = 1.0;
    /// The share of a record's relevance that its themes decide: two needs can use the same words for other work.
    pub const THEMES_IN_TEXT: f32 = 0.5;
    /// The second record of a country counts half of the first, the third a quarter: depth counts, mass does not win.
    pub const NEXT_RECORD: f32 = 0.5;
    /// Experience in the themes of the need, whatever the words.
    pub const THEME: f32 = 0.5;
    /// Records from which experience in a theme counts half; it never counts whole, however many there are.
    pub const THEME_HALF: f32 = 2.0;
    /// Comparable conditions, times the score of the comparison.
    pub const COMPARABLE: f32 = 0.3;
    /// Has shared with the asking country before: trust and contacts exist. One exchange counts half.
    pub const PAST_EXCHANGE: f32 = 0.3;
    /// Has a record in which the asker's constituency shares: a union learns from a union.
    pub const CONSTITUENCY: f32 = 0.1;
    /// The form of cooperation fits: cities with cities, fragile states with fragile states.
    pub const MODALITY: f32 = 0.1;
    /// Depth of evidence: how much is recorded, results counting double.
    pub const EVIDENCE: f32 = 0.1;
    /// Records from which the depth of evidence counts half.
    pub const EVIDENCE_HALF: f32 = 8.0;
    /// The need names the country, or a region in which it lies: who says where wants it there.
    pub const ASKED_PLACE: f32 = 0.6;
    /// The need asks for a neighbour, and the country lies in the same region.
    pub const ASKED_NEAR: f32 = 0.4;
    /// The need asks for a neighbour, and the country lies in the same subregion.
    pub const ASKED_VERY_NEAR: f32 = 0.8;
    /// The need asks for its own language, and the country has it.
    pub const ASKED_LANGUAGE: f32 = 0.5;
}

/// How far a record vouches for the experience of a country, by the country's part in it.
pub mod part {
    /// Provider or peer, or a stop of a journey: it has done it and shared it.
    pub const SHARES: f32 = 1.0;
    /// Recipient or implementer of a cooperation: it has lived it.
    pub const LIVED: f32 = 0.3;
    /// Named by an event, course, publication or organization: something is there.
    pub const ABOUT: f32 = 0.25;
    /// Facilitator or funder of a cooperation, or merely mentioned in it.
    pub const FACILITATES: f32 = 0.1;
}

/// What ranks practices and learning; the search score of the best hit counts 1.
pub mod answer {
    /// Themes shared with the need.
    pub const THEME: f32 = 0.3;
    /// Comparable conditions of the country where it was done.
    pub const COMPARABLE: f32 = 0.2;
    /// The asker's constituency shares there.
    pub const CONSTITUENCY: f32 = 0.1;
    /// Documented results.
    pub const RESULTS: f32 = 0.1;
    /// It can be read or followed in the asker's language.
    pub const LANGUAGE: f32 = 0.15;
    /// It lies where the need asks for.
    pub const ASKED: f32 = 0.3;
}
