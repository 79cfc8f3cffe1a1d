//! Addresses that work without a session: those that need none, and those whose secret is the whole right, such as a link in
//! a mail. No secret of theirs comes into the log.

use super::{API, JOIN, MY_SUBSCRIPTIONS, SIGN_IN, SIGN_OUT, SUBSCRIBE, SUBSCRIBE_PRODUCT};
use crate::db::ids::{BoardId, ProductId};

/// What every feed's address begins with.
pub(super) const FEED_START: &str = "/feed/";
/// What a sign-in token is put behind.
pub const SIGN_IN_LINK_START: &str = "/sign-in/link/";
/// What a joining token is put behind.
pub const JOIN_LINK_START: &str = "/join/link/";

/// Paths whose forms need no session: a form posted there is never kept for later.
#[must_use]
pub fn is_open(path: &str) -> bool {
    let [replies, colleagues, subscriptions, ended] = [
        REPLY_START,
        READ_ALONG_START,
        SUBSCRIPTION_START,
        UNSUBSCRIBE_START,
    ]
    .map(|start| start.trim_end_matches('/'));
    let open = [
        SIGN_IN,
        SIGN_OUT,
        JOIN,
        API,
        replies,
        colleagues,
        subscriptions,
        ended,
    ];
    let is_below = |open: &&str| {
        path.strip_prefix(open)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    open.iter().any(is_below) || is_subscribe(path)
}

/// Whether anyone subscribes there: its other pages are read and have no form of their own.
fn is_subscribe(path: &str) -> bool {
    let of = ["/published/boards/", "/published/products/"];
    of.iter().any(|start| path.starts_with(start)) && path.ends_with("/subscribe")
}

/// Where anyone subscribes to what a board publishes.
#[must_use]
pub fn subscribe(board: BoardId) -> String {
    SUBSCRIBE.replace("{id}", board.as_str())
}

/// Where anyone subscribes to what boards publish about a product.
#[must_use]
pub fn subscribe_to_product(product: ProductId) -> String {
    SUBSCRIBE_PRODUCT.replace("{id}", product.as_str())
}

/// Where who has signed in subscribes to it: the id of a board or of a product.
#[must_use]
pub fn subscribe_myself(to: &str) -> String {
    format!("{MY_SUBSCRIPTIONS}?topic={to}")
}

/// What every link to a subscription begins with.
const SUBSCRIPTION_START: &str = "/subscriptions/";

/// What the signature of a link to a subscription is put behind.
#[must_use]
pub fn subscription_start(message: &str) -> String {
    format!("{SUBSCRIPTION_START}{message}/")
}

/// What every link that ends a subscription begins with.
const UNSUBSCRIBE_START: &str = "/unsubscribe/";

/// What the signature of a link that ends a subscription is put behind.
#[must_use]
pub fn unsubscribe_start(message: &str) -> String {
    format!("{UNSUBSCRIBE_START}{message}/")
}

/// What every link to answer by begins with.
const REPLY_START: &str = "/reply/";

/// What the signature of a link to answer by is put behind.
#[must_use]
pub fn reply_start(message: &str) -> String {
    format!("{REPLY_START}{message}/")
}

/// What every colleague's link begins with.
const READ_ALONG_START: &str = "/read-along/";

/// What the signature of a colleague's link is put behind.
#[must_use]
pub fn read_along_start(message: &str) -> String {
    format!("{READ_ALONG_START}{message}/")
}

/// A path as the log may know it: without its query, and without the secret that it ends with.
#[must_use]
pub fn without_secret(path: &str) -> &str {
    let path = path.split('?').next().unwrap_or_default();
    [
        FEED_START,
        SIGN_IN_LINK_START,
        JOIN_LINK_START,
        REPLY_START,
        READ_ALONG_START,
        SUBSCRIPTION_START,
        UNSUBSCRIBE_START,
    ]
    .into_iter()
    .find(|start| path.starts_with(start))
    .unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::super::feed;
    use super::*;

    #[test]
    fn no_secret_of_an_address_comes_into_the_log() {
        for path in [
            feed("secret"),
            format!("{SIGN_IN_LINK_START}secret"),
            format!("{JOIN_LINK_START}secret?lang=nn"),
            format!("{}secret", reply_start("0198")),
            format!("{}secret", subscription_start("0198")),
            format!("{}secret", unsubscribe_start("0198")),
        ] {
            assert!(!without_secret(&path).contains("secret"), "{path}");
        }
        assert_eq!(without_secret("/meetings/1?said=x"), "/meetings/1");
    }
}
