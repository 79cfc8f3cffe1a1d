//! What became of a form that later slices save: done, or shown again with what is wrong.

use crate::audit;
use crate::boards::pages::Draft;
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::people::Refusal;
use crate::web::View;
use actix_web::HttpResponse;
use maud::Markup;

/// What a write gave, or none where the form is shown again: a mistake at its field, a refusal above it, or what happened to
/// the object since the version that was shown.
///
/// # Errors
/// When the database fails, or whatever else the write failed with.
pub async fn settled<T>(
    view: &View,
    draft: &mut Draft,
    object: &str,
    written: Result<Result<T, Refusal>>,
) -> Result<Option<T>> {
    match written {
        Ok(Ok(done)) => return Ok(Some(done)),
        Ok(Err((field, said))) => draft.form.refuse(field, said),
        Err(Error::Refused(said)) => draft.form.notice = Some(said),
        Err(Error::Stale) => {
            let (object, since) = (object.to_owned(), draft.form.version());
            let read = move |conn: &mut Conn| audit::since(conn, &object, since);
            draft.happened = view.app.db.read(read).await?;
        }
        Err(error) => return Err(error),
    }
    Ok(None)
}

/// The page of a form that was not saved: overtaken where nothing that was typed is wrong.
#[must_use]
pub fn again(view: &View, draft: &Draft, title: &str, content: &Markup) -> HttpResponse {
    if draft.form.is_right() {
        view.stale(title, content)
    } else {
        view.mistaken(title, content)
    }
}
