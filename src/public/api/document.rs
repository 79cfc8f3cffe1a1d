//! The description of the interface (`OpenAPI` 3.1), derived from what is answered and from the addresses' own words.
//!
//! What holds for every address is said once, here: the answer that nothing has changed, and the problem of a question
//! that is wrong.

use super::problem::{self, Problem};
use super::routes;
use serde_json::json;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, LicenseBuilder, OpenApi as Document, Ref, RefOr, Required,
    Response, ResponseBuilder, ServerBuilder,
};
use utoipa::{IntoParams, OpenApi};

/// What stands in the path.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(
    dead_code,
    reason = "described here; read by name where the question is read"
)]
pub struct Identified {
    /// The id, as the lists give it.
    #[param(format = "uuid", example = "0192f0c4-0000-7000-8000-000000000001")]
    id: String,
}

/// Of which meetings something is asked for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "described here; read by name where the question is read"
)]
pub struct OfMeetings {
    /// Only of this board.
    #[param(
        nullable = false,
        format = "uuid",
        example = "0192f0c4-0000-7000-8000-000000000001"
    )]
    board: Option<String>,
    /// Only of meetings that begin in this year.
    #[param(nullable = false, minimum = 1000, maximum = 9999, example = 2026)]
    year: Option<i32>,
}

/// Which items are asked for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "described here; read by name where the question is read"
)]
pub struct OfItems {
    /// Only with this outcome: a code, as the items give it.
    #[param(
        nullable = false,
        pattern = "^[A-Za-z0-9_-]{1,100}$",
        example = "recommendation"
    )]
    outcome: Option<String>,
    /// Only of this case.
    #[param(
        nullable = false,
        format = "uuid",
        example = "0192f0c4-0000-7000-8000-000000000003"
    )]
    case: Option<String>,
    /// Only of cases about this product.
    #[param(
        nullable = false,
        format = "uuid",
        example = "0192f0c4-0000-7000-8000-000000000005"
    )]
    product: Option<String>,
}

/// Since when it changed.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "described here; read by name where the question is read"
)]
pub struct Changed {
    /// Only what changed then or later (RFC 3339).
    #[param(
        nullable = false,
        format = "date-time",
        example = "2026-11-22T08:00:00Z"
    )]
    changed_since: Option<String>,
}

/// Since when it was withdrawn.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "described here; read by name where the question is read"
)]
pub struct Withdrawn {
    /// Only what was withdrawn then or later (RFC 3339).
    #[param(
        nullable = false,
        format = "date-time",
        example = "2026-11-22T08:00:00Z"
    )]
    deleted_since: Option<String>,
}

/// What part of a list is asked for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "described here; read by name where the question is read"
)]
pub struct Paged {
    /// As many as a page has at most; 50 where it is not said.
    #[param(nullable = false, minimum = 1, maximum = 100, example = 50)]
    limit: Option<i32>,
    /// Only what stands behind this cursor. Follow `next` rather than making one.
    #[param(
        nullable = false,
        pattern = "^[0-9]{1,16}\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        example = "1797584400000000.0192f0c4-0000-7000-8000-000000000002"
    )]
    after: Option<String>,
}

#[derive(OpenApi)]
#[openapi(
    paths(
        routes::boards,
        routes::board,
        routes::meetings,
        routes::meeting,
        routes::items,
        routes::case,
        routes::deleted,
    ),
    components(schemas(Problem)),
    tags(
        (name = "boards", description = "Boards whose own pages are shown to everyone"),
        (name = "meetings", description = "Meetings whose minutes are published, and the minutes"),
        (name = "items", description = "Items of published minutes, with what the board came to"),
        (name = "cases", description = "Cases, with each time they were dealt with"),
        (name = "deleted", description = "What is published no more"),
    )
)]
struct Derived;

const ABOUT: &str = "What boards publish of their meetings, as everyone may read it. No key is needed. Every answer has an \
ETag. A list is read page by page: follow `next` until it is null. What changes between two pages comes again at the end. A \
parameter that is not known is refused (400). Ask `/api/v1/deleted` too when you keep a copy: what is withdrawn there is to \
be deleted.";

/// The description, for a service at this address.
#[must_use]
pub fn document(base_url: &str) -> Document {
    let mut document = Derived::openapi();
    document.info = InfoBuilder::new()
        .title("Open data of boards")
        .version("1")
        .description(Some(ABOUT))
        .license(Some(
            LicenseBuilder::new()
                .name("CC BY 4.0")
                .identifier(Some("CC-BY-4.0"))
                .build(),
        ))
        .build();
    document.servers = Some(vec![ServerBuilder::new().url(base_url).build()]);
    for item in document.paths.paths.values_mut() {
        if let Some(operation) = &mut item.get {
            say_everywhere(operation);
        }
    }
    document
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// What every address does.
fn say_everywhere(operation: &mut Operation) {
    let known = ParameterBuilder::new()
        .name("If-None-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("The ETag of an answer that you have."))
        .schema(Some(text()))
        .example(Some(json!("\"9f86d081884c7d65\"")))
        .build();
    operation
        .parameters
        .get_or_insert_default()
        .push(RefOr::T(known));
    let tag = || {
        HeaderBuilder::new()
            .description(Some("Another when the answer is another."))
            .schema(Some(text()))
            .build()
    };
    let responses = &mut operation.responses.responses;
    for (status, response) in responses.iter_mut() {
        if let ("200", RefOr::T(response)) = (status.as_str(), response) {
            response.headers.insert("ETag".to_owned(), tag().into());
        }
    }
    let unchanged = ResponseBuilder::new()
        .description("You have it already")
        .header("ETag", tag());
    responses.insert("304".to_owned(), unchanged.build().into());
    let wrong = a_problem("A parameter is wrong or not known");
    responses.insert("400".to_owned(), wrong.into());
}

fn a_problem(about: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem")));
    ResponseBuilder::new()
        .description(about)
        .content(problem::KIND, content.build())
        .build()
}
