//! The map of the public pages for search engines, and what they are asked to leave alone (RFC 9309).

use crate::db::Conn;
use crate::db::ids::ProductId;
use crate::db::types::Moment;
use crate::error::Result;
use crate::public::open::xml::Xml;
use crate::public::open::{Asked, store};
use crate::public::store::products;
use crate::web::access::Clearance;
use crate::web::paths;
use std::collections::BTreeSet;

/// The type of the map.
pub const KIND: &str = "application/xml; charset=utf-8";
/// As many addresses as one map may have.
const MOST: usize = 50_000;

/// An address, and when what stands there last became another.
pub type Place = (String, Option<Moment>);

/// Every public page that everyone may read.
///
/// # Errors
/// When the database fails.
pub fn places(conn: &mut Conn, now: Moment) -> Result<Vec<Place>> {
    let own = [
        paths::PUBLISHED,
        paths::PUBLISHED_BOARDS,
        paths::PUBLISHED_PRODUCTS,
        paths::PUBLISHED_DECISIONS,
    ];
    let mut places: Vec<Place> = own.map(|path| (path.to_owned(), None)).to_vec();
    let shown = store::shown_boards(conn)?;
    places.extend(
        shown
            .iter()
            .map(|one| (paths::published_board(one.id), None)),
    );
    let products = products::products(conn, &Clearance::of_nobody(now))?;
    let products: BTreeSet<ProductId> = products.into_iter().collect();
    let products = products.into_iter();
    places.extend(products.map(|id| (paths::published_product(id), None)));
    let (years, cases) = store::years_and_cases(conn, &shown, now)?;
    let years = years.into_iter();
    places.extend(years.map(|(of, year)| (paths::published_year(of, year), None)));
    let found = store::known_meetings(conn, &Asked::default(), now)?;
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(id, at)| std::cmp::Reverse((*at, *id)));
    let found = found.into_iter();
    places.extend(found.map(|(id, at)| (paths::published_meeting(id), Some(at))));
    let cases = cases.into_iter();
    places.extend(cases.map(|(id, at)| (paths::published_case(id), Some(at))));
    places.truncate(MOST);
    Ok(places)
}

/// The map as it is read.
#[must_use]
pub fn written(places: &[Place], base_url: &str) -> String {
    let mut xml = Xml::default();
    let head = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];
    xml.element("urlset", &head, |xml| {
        for (path, at) in places {
            xml.element("url", &[], |xml| {
                xml.text("loc", &[], &format!("{base_url}{path}"));
                if let Some(at) = at {
                    xml.text("lastmod", &[], &at.to_string());
                }
            });
        }
    });
    xml.into_text()
}

/// What search engines may ask for. Everything else is for people who sign in, and is not named.
#[must_use]
pub fn robots(base_url: &str) -> String {
    let open = [
        "/$",
        paths::PUBLISHED,
        "/assets/",
        paths::ACCESSIBILITY,
        paths::PRIVACY,
        paths::CONTACT,
        paths::CATALOGUE,
        paths::SITEMAP,
    ];
    let open: String = open.iter().map(|path| format!("Allow: {path}\n")).collect();
    format!(
        "User-agent: *\nDisallow: /\n{open}\nSitemap: {base_url}{}\n",
        paths::SITEMAP
    )
}
