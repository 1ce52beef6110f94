//! The projection of all maps: Equal Earth, which shows every country at its true relative size.
//!
//! Source: Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of Geographical Information
//! Science 33 (2019), published online 2018; forward equations (2) and (3) on the sphere.

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;

/// Projects degrees, `longitude` counted from the middle of the map, to a sphere of radius 1; x grows east, y grows north.
///
/// x is proportional to `longitude`, so a line that runs on past 180 degrees stays a line.
#[must_use]
pub fn forward(longitude: f64, latitude: f64) -> (f64, f64) {
    let root3 = 3.0_f64.sqrt();
    let theta = (root3 / 2.0 * latitude.to_radians().sin()).clamp(-1.0, 1.0).asin();
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let x = 2.0 * root3 * longitude.to_radians() * theta.cos() / (3.0 * (9.0 * A4 * t6 * t2 + 7.0 * A3 * t6 + 3.0 * A2 * t2 + A1));
    let y = A4 * t6 * t2 * theta + A3 * t6 * theta + A2 * t2 * theta + A1 * theta;
    (x, y)
}

/// A longitude as a distance from `centre`, from -180 to 180.
#[must_use]
pub fn from_centre(longitude: f64, centre: f64) -> f64 {
    (longitude - centre + 180.0).rem_euclid(360.0) - 180.0
}

/// Which pole is up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// The default: the map turned by 180 degrees, as in Joaquín Torres García's drawing "América invertida" (1943) and his
    /// sentence "nuestro norte es el Sur". A turn, not a mirror image: east is on the left, and shapes stay true.
    #[default]
    SouthUp,
    /// North above, east to the right.
    NorthUp,
}

/// From degrees to a picture's units: projection, turn, scale and shift.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    /// Meridian in the middle.
    pub(crate) centre: f64,
    /// Units of the picture for the radius of the sphere; negative where south is up.
    pub(crate) scale: f64,
    /// Where the middle meridian meets the equator.
    pub(crate) origin: (f64, f64),
}

impl View {
    pub(crate) fn new(orientation: Orientation, centre: f64, scale: f64, origin: (f64, f64)) -> Self {
        let turn = if orientation == Orientation::SouthUp { -1.0 } else { 1.0 };
        Self { centre, scale: scale * turn, origin }
    }

    /// Place of a point on a ring that is already cut for this view: the longitude counts from the centre.
    pub(crate) fn place_cut(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        let (x, y) = forward(longitude, latitude);
        (self.origin.0 + x * self.scale, self.origin.1 - y * self.scale)
    }

    /// Place of any point.
    pub(crate) fn place(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        self.place_cut((from_centre(longitude, self.centre), latitude))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// PROJ 9, `+proj=eqearth +R=1`.
    const KNOWN: [((f64, f64), (f64, f64)); 6] = [
        ((0.0, 0.0), (0.0, 0.0)),
        ((180.0, 0.0), (2.706_630, 0.0)),
        ((0.0, 90.0), (0.0, 1.317_363)),
        ((-55.0, -10.0), (-0.821_017, -0.202_042)),
        ((100.0, 60.0), (1.132_811, 1.088_301)),
        ((179.9, -45.0), (2.318_420, -0.860_231)),
    ];

    #[test]
    fn values_are_those_of_proj() {
        for ((longitude, latitude), expected) in KNOWN {
            let (x, y) = forward(longitude, latitude);
            assert!((x - expected.0).abs() < 1e-6 && (y - expected.1).abs() < 1e-6, "{longitude} {latitude}: {x} {y}");
        }
    }

    #[test]
    fn longitudes_wrap_around_the_centre() {
        for (longitude, centre, expected) in
            [(0.0, 0.0, 0.0), (-175.0, 11.0, 174.0), (-170.0, 11.0, 179.0), (-168.0, 11.0, -179.0), (180.0, 180.0, 0.0)]
        {
            assert_eq!(from_centre(longitude, centre), expected);
        }
    }

    #[test]
    fn south_up_is_a_turn_and_not_a_mirror_image() {
        let (south, north) = (View::new(Orientation::SouthUp, 0.0, 100.0, (0.0, 0.0)), View::new(Orientation::NorthUp, 0.0, 100.0, (0.0, 0.0)));
        let ((ux, uy), (dx, dy)) = (south.place(-55.0, -10.0), north.place(-55.0, -10.0));
        assert_eq!((ux, uy), (-dx, -dy));
        assert!(ux > 0.0 && uy < 0.0, "Brazil stands above and to the right");
    }
}
