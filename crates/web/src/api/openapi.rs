//! The description of the API in OpenAPI 3.1, made from the code.

use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Ayni",
        description = "Records of South-South and triangular cooperation in the world of work: search, read, match. Reading needs no account. Errors are RFC 9457 problem documents.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    tags((name = "records"), (name = "search"), (name = "matching"))
)]
struct Description;

/// The description without the paths, which come from the routes.
pub(super) fn document() -> Document {
    Description::openapi()
}
