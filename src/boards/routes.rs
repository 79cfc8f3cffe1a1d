//! Addresses of the boards slice.

use actix_web::web::ServiceConfig;

/// The slice's routes.
pub fn routes(_routes: &mut ServiceConfig) {}
