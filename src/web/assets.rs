//! Stylesheets, fonts, scripts and pictures, embedded in the binary and served under a path that changes with their
//! content, so that a browser keeps them for good.
//!
//! `build.rs` makes the bundle. There is no ETag and no revalidation: a new release has new paths.

use actix_web::http::header;
use actix_web::{HttpResponse, web};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The route that [`serve`] answers.
pub const PATTERN: &str = "/assets/{bundle}/{name}";

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// The name that pages ask for, such as `styringsrad.css`.
    pub name: &'static str,
    /// The path on the server, `/assets/<hash of the bundle>/<name>`.
    pub path: &'static str,
    /// The media type, with its character set for text.
    pub content_type: &'static str,
    /// The file itself.
    pub bytes: &'static [u8],
}

/// The path of a bundled file, for links in pages.
///
/// # Panics
/// When the bundle holds no file of that name: names are written in code, never taken from a request.
pub fn path(name: &str) -> &'static str {
    find(name).expect("a page names a file of the bundle").path
}

/// Answers a request for a bundled file.
///
/// A path from another release is answered with this release's file, but not to be kept: while replicas are being
/// replaced, the page and its stylesheet may come from different ones.
pub async fn serve(path: web::Path<(String, String)>) -> HttpResponse {
    let (bundle, name) = path.into_inner();
    let Some(asset) = find(&name) else {
        return HttpResponse::NotFound().finish();
    };
    let kept = if bundle == BUNDLE {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    HttpResponse::Ok()
        .content_type(asset.content_type)
        .insert_header((header::CACHE_CONTROL, kept))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body(asset.bytes)
}

fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

#[cfg(test)]
mod tests {
    use actix_web::App;
    use actix_web::http::StatusCode;
    use actix_web::test::{TestRequest, call_service, init_service, read_body};

    use super::*;

    async fn get(path: &str) -> (StatusCode, header::HeaderMap, web::Bytes) {
        let app = init_service(App::new().route(PATTERN, web::get().to(serve))).await;
        let request = TestRequest::get().uri(path).to_request();
        let response = call_service(&app, request).await;
        let (status, headers) = (response.status(), response.headers().clone());
        (status, headers, read_body(response).await)
    }

    #[actix_web::test]
    async fn every_file_is_served_for_good_under_its_own_type() {
        for asset in ASSETS {
            let (status, headers, body) = get(asset.path).await;
            assert_eq!(status, StatusCode::OK, "{}", asset.name);
            assert_eq!(
                headers.get(header::CONTENT_TYPE).unwrap(),
                asset.content_type
            );
            assert_eq!(
                headers.get(header::CACHE_CONTROL).unwrap(),
                "public, max-age=31536000, immutable"
            );
            assert_eq!(
                headers.get(header::X_CONTENT_TYPE_OPTIONS).unwrap(),
                "nosniff"
            );
            assert_eq!(body, asset.bytes);
            assert!(!body.is_empty(), "{}", asset.name);
        }
    }

    #[actix_web::test]
    async fn a_path_of_another_release_is_not_kept() {
        let (status, headers, _) = get("/assets/0000000000000000/styringsrad.css").await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(headers.get(header::CACHE_CONTROL).unwrap(), "no-cache");
    }

    #[actix_web::test]
    async fn an_unknown_name_is_not_found() {
        let path = path("styringsrad.css").replace("styringsrad.css", "nothing.css");
        assert_eq!(get(&path).await.0, StatusCode::NOT_FOUND);
    }

    #[test]
    fn a_font_named_in_our_stylesheet_lies_beside_it() {
        let sheet = find("styringsrad.css").expect("our stylesheet is bundled");
        let text = std::str::from_utf8(sheet.bytes).expect("CSS is UTF-8");
        let named: Vec<&str> = text
            .split("url(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(!named.is_empty(), "the stylesheet loads its fonts");
        for name in named {
            assert!(find(name).is_some(), "{name}");
        }
    }

    /// What reads a stranger's file never makes code of it: no policy of ours lets it (ADR 14).
    #[test]
    fn what_reads_pdf_evaluates_nothing() {
        for asset in ASSETS
            .iter()
            .filter(|asset| asset.content_type.contains("javascript"))
        {
            let text = std::str::from_utf8(asset.bytes).expect("a script is UTF-8");
            let begins = |at: usize| {
                let before = text[..at].chars().next_back();
                before.is_none_or(|last| !last.is_alphanumeric() && !"_$.".contains(last))
            };
            for code in ["eval(", "new Function("] {
                let found = text.match_indices(code).find(|(at, _)| begins(*at));
                assert_eq!(found, None, "{}", asset.name);
            }
        }
    }
}
