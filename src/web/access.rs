//! Who may do what: the handler's argument type says it, bound to the object in the path.
//!
//! `As<Secretary, Meeting>` loads the meeting whose id stands in the path, its board, and the reader's role on that
//! board today; otherwise the page does not exist (404). There is no extractor for “secretary of any board”.

mod clearance;

pub use clearance::{Assessment, Audience, Clearance, ClearanceSource, Object, Scope, Seen, Shelf};

use super::App;
use super::visit::Visit;
use crate::db::Conn;
use crate::db::ids::{BoardId, CaseId, OrganisationId, PersonId};
use crate::db::types::Moment;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::text_enum;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

text_enum! {
    /// A role on one board. What it may do ends the day its term ends.
    Role {
        Secretariat = "secretariat",
        Chair = "chair",
        Member = "member",
        Deputy = "deputy",
        Observer = "observer",
        Aide = "aide",
    }
}

/// What a person may do today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    pub boards: Vec<(BoardId, Role)>,
    pub administrator: bool,
    /// Whether this person's secretariats keep payments and money: those of the boards whose seats follow from payments, or
    /// where there is no such board, any.
    pub keeps_payments: bool,
    /// The organisations whose service owner rights this person uses.
    pub service_owner_of: Vec<OrganisationId>,
    /// The cases that this person prepares without a seat on the board, and that are not dealt with.
    pub prepares: Vec<CaseId>,
}

impl Roles {
    #[must_use]
    pub fn on(&self, board: BoardId) -> Vec<Role> {
        self.boards
            .iter()
            .filter(|(of, _)| *of == board)
            .map(|(_, role)| *role)
            .collect()
    }

    #[must_use]
    pub fn is_secretary_of(&self, board: BoardId) -> bool {
        self.boards.contains(&(board, Role::Secretariat))
    }

    /// Whether there is any board whose secretariat this person is; for what to show in the menu, never for access.
    #[must_use]
    pub fn is_secretary_somewhere(&self) -> bool {
        self.boards
            .iter()
            .any(|(_, role)| *role == Role::Secretariat)
    }

    /// Whether this person has a role on some board, or is an administrator: they read what all boards share.
    #[must_use]
    pub fn is_involved(&self) -> bool {
        self.administrator || !self.boards.is_empty()
    }

    /// Whether this person may change what is paid, set aside and spent.
    #[must_use]
    pub const fn may_change_payments(&self) -> bool {
        self.administrator || self.keeps_payments
    }

    /// The boards whose secretariat this person is.
    #[must_use]
    pub fn secretary_of(&self) -> Vec<BoardId> {
        self.boards
            .iter()
            .filter(|(_, role)| *role == Role::Secretariat)
            .map(|(board, _)| *board)
            .collect()
    }
}

/// Adds to a person's roles those that one slice gives, on this moment's local dates.
pub type RoleSource = fn(&mut Conn, PersonId, Moment, &mut Roles) -> Result<()>;

/// Someone who has signed in.
#[derive(Clone, Debug)]
pub struct Reader {
    pub id: PersonId,
    pub name: String,
    pub language: Language,
    pub roles: Roles,
    /// The hash of this session's token, to tell this device from the person's others.
    pub session: String,
}

type Extraction<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

fn visit(request: &HttpRequest) -> Result<Visit> {
    request.extensions().get::<Visit>().cloned().ok_or_else(|| {
        anyhow::anyhow!("the visit middleware does not wrap {}", request.path()).into()
    })
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(visit(request))
    }
}

impl FromRequest for Reader {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(visit(request).and_then(|visit| visit.reader.ok_or(Error::SignInNeeded)))
    }
}

/// An administrator of the instance: makes boards, organisations and the first appointments.
#[derive(Clone, Debug)]
pub struct Administrator(pub Reader);

impl FromRequest for Administrator {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let reader = visit(request).and_then(|visit| visit.reader.ok_or(Error::SignInNeeded));
        std::future::ready(reader.and_then(|reader| {
            if reader.roles.administrator {
                Ok(Self(reader))
            } else {
                Err(Error::NotFound)
            }
        }))
    }
}

/// Someone who keeps the register of organisations and people that all boards share: an administrator, or the
/// secretariat of a board.
#[derive(Clone, Debug)]
pub struct Registrar(pub Reader);

impl FromRequest for Registrar {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let reader = visit(request).and_then(|visit| visit.reader.ok_or(Error::SignInNeeded));
        std::future::ready(reader.and_then(|reader| {
            if reader.roles.administrator || reader.roles.is_secretary_somewhere() {
                Ok(Self(reader))
            } else {
                Err(Error::NotFound)
            }
        }))
    }
}

/// Someone who keeps payments and money: an administrator, or a secretariat whose board's seats follow from payments; where
/// no board's do, any secretariat (mandate § 4).
#[derive(Clone, Debug)]
pub struct PaymentKeeper(pub Reader);

impl FromRequest for PaymentKeeper {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let reader = visit(request).and_then(|visit| visit.reader.ok_or(Error::SignInNeeded));
        std::future::ready(reader.and_then(|reader| {
            if reader.roles.may_change_payments() {
                Ok(Self(reader))
            } else {
                Err(Error::NotFound)
            }
        }))
    }
}

/// Someone with a role on a board today, whichever it is, or an administrator: who may know what decides the seats of boards,
/// such as what service owners pay.
#[derive(Clone, Debug)]
pub struct Involved(pub Reader);

impl FromRequest for Involved {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let reader = visit(request).and_then(|visit| visit.reader.ok_or(Error::SignInNeeded));
        std::future::ready(reader.and_then(|reader| {
            if reader.roles.is_involved() {
                Ok(Self(reader))
            } else {
                Err(Error::NotFound)
            }
        }))
    }
}

/// A right on one board.
pub trait Right: 'static {
    fn has(roles: &Roles, board: BoardId) -> bool;
}

/// The board's secretariat.
pub enum Secretary {}
impl Right for Secretary {
    fn has(roles: &Roles, board: BoardId) -> bool {
        roles.is_secretary_of(board)
    }
}

/// Who keeps the board's own data: its secretariat, or an administrator, who appoints the first secretariat.
pub enum Keeper {}
impl Right for Keeper {
    fn has(roles: &Roles, board: BoardId) -> bool {
        roles.administrator || roles.is_secretary_of(board)
    }
}

/// Anyone with a role on the board today.
pub enum Insider {}
impl Right for Insider {
    fn has(roles: &Roles, board: BoardId) -> bool {
        !roles.on(board).is_empty()
    }
}

/// An object of one board that can stand in a path as `{id}`.
pub trait OfBoard: Sized + Send + 'static {
    /// Loads it by the text in the path.
    ///
    /// # Errors
    /// `NotFound`, or when the database fails.
    fn load(conn: &mut Conn, id: &str) -> Result<Self>;

    fn board(&self) -> BoardId;

    /// Whether it is closed to this person, whatever their role.
    ///
    /// # Errors
    /// When the database fails.
    fn is_closed_to(&self, _conn: &mut Conn, _person: PersonId) -> Result<bool> {
        Ok(false)
    }
}

/// A reader with a right on the board of the object in the path, and that object.
pub struct As<R, O> {
    pub reader: Reader,
    pub object: O,
    right: PhantomData<fn() -> R>,
}

impl<R: Right, O: OfBoard> FromRequest for As<R, O> {
    type Error = Error;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visit = visit(request);
        let app = request.app_data::<web::Data<App>>().cloned();
        let id = request.match_info().get("id").map(str::to_owned);
        Box::pin(async move {
            let reader = visit?.reader.ok_or(Error::SignInNeeded)?;
            let app = app.ok_or_else(|| anyhow::anyhow!("the app is not in the request"))?;
            let id = id.ok_or(Error::NotFound)?;
            let person = reader.id;
            let load = move |conn: &mut Conn| {
                let object = O::load(conn, &id)?;
                let is_closed = object.is_closed_to(conn, person)?;
                Ok((object, is_closed))
            };
            let (object, is_closed) = app.db.read(load).await?;
            if R::has(&reader.roles, object.board()) && !is_closed {
                Ok(Self {
                    reader,
                    object,
                    right: PhantomData,
                })
            } else {
                Err(Error::NotFound)
            }
        })
    }
}

/// An object whose readers are more, or fewer, than those with a role on its board.
pub trait Readable: OfBoard {
    fn object(&self) -> Object;

    /// What it is a part of, if it is one: that must be shown to the reader too.
    fn whole(&self) -> Option<Object> {
        None
    }
}

/// A reader who may read the object in the path; for everybody else it does not exist.
pub struct Reads<O> {
    pub reader: Reader,
    pub object: O,
    pub clearance: Clearance,
}

impl<O: Readable> FromRequest for Reads<O> {
    type Error = Error;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let known = Known::<O>::from_request(request, payload);
        Box::pin(async move {
            let known = known.await?;
            let sees = match known.object.whole() {
                Some(whole) => known.clearance.sees_part(&known.object.object(), &whole),
                None => known.sees,
            };
            if !sees {
                return Err(Error::NotFound);
            }
            Ok(Self {
                reader: known.reader,
                object: known.object,
                clearance: known.clearance,
            })
        })
    }
}

/// A reader who may know of the object in the path, and what they may read.
pub struct Known<O> {
    pub reader: Reader,
    pub object: O,
    pub clearance: Clearance,
    /// Whether they may read it; false where the case is closed to them, and only its number may be told.
    pub sees: bool,
}

impl<O: Readable> FromRequest for Known<O> {
    type Error = Error;
    type Future = Extraction<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visit = visit(request);
        let app = request.app_data::<web::Data<App>>().cloned();
        let id = request.match_info().get("id").map(str::to_owned);
        Box::pin(async move {
            let visit = visit?;
            let reader = visit.reader.ok_or(Error::SignInNeeded)?;
            let app = app.ok_or_else(|| anyhow::anyhow!("the app is not in the request"))?;
            let id = id.ok_or(Error::NotFound)?;
            let (source, now, of) = (app.clearance, visit.now, reader.clone());
            let load = move |conn: &mut Conn| Ok((O::load(conn, &id)?, source(conn, &of, now)?));
            let (object, clearance) = app.db.read(load).await?;
            if !clearance.knows_of(&object.object()) {
                return Err(Error::NotFound);
            }
            Ok(Self {
                sees: clearance.sees(&object.object()),
                reader,
                object,
                clearance,
            })
        })
    }
}
