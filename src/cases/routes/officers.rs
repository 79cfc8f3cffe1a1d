//! Who prepares a case: named by the secretariat, and ended.

use super::case::{again, by};
use crate::cases::{Case, officers};
use crate::db::Conn;
use crate::db::ids::RowId;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::people::PersonFields;
use crate::web::{As, Known, Posted, Secretary, View, paths};
use actix_web::HttpResponse;

/// Someone is named, or what they may do ends.
pub async fn changed(
    view: View,
    keeper: As<Secretary, Case>,
    who: Known<Case>,
    posted: Posted,
) -> Result<HttpResponse> {
    let mut form = posted.0;
    let (case, by) = (keeper.object, by(&view, &keeper.reader));
    let path = paths::case(case.id);
    if form.value("act") == "end" {
        let officer: RowId =
            (form.value("officer").parse()).map_err(|_not_an_id| Error::NotFound)?;
        let write = move |conn: &mut Conn| officers::end(conn, &case, officer, by);
        view.app.db.write(write).await?;
        return Ok(view.go_saying(&path, "said-officer-ended"));
    }
    let named = PersonFields {
        name: form.needed_line("officer-name", 100),
        address: Some(form.needed_address("officer-address")),
        language: Language::from_tag(form.value("officer-language")).unwrap_or(view.language),
        title: String::new(),
    };
    form.refuse_numbers(&["officer-name"]);
    if form.is_right() {
        let id = case.id;
        let write = move |conn: &mut Conn| officers::name(conn, id, &named, by);
        match view.app.db.write(write).await {
            Ok(()) => {
                view.app.office.bell.ring();
                return Ok(view.go_saying(&path, "said-officer-named"));
            }
            Err(Error::Refused(said)) => form.refuse("officer-address", said),
            Err(error) => return Err(error),
        }
    }
    again(&view, who, "officer", form).await
}
