//! What changes persons and their roles for the whole instance; each change with its audit entry.

use super::{links, person_by_address, sessions};
use crate::audit::{self, Actor, Change, Entry};
use crate::calendar::Period;
use crate::db::Conn;
use crate::db::ids::{BoardId, OrganisationId, PersonId, RowId};
use crate::db::schema::{appointment, board, instance_role, person, representation};
use crate::db::types::{Moment, Words};
use crate::error::{Error, Result};
use crate::i18n::{Language, Said, text};
use crate::people::{BoardRole, InstanceRole, PersonFields, Refusal, RolePeriod, rules, today};
use crate::web::access::Role;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Who changes what, when; goes with every change to the register.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub actor: Actor,
    pub now: Moment,
}

/// Adds a person. Two people never share an address.
///
/// # Errors
/// When the database fails.
pub fn add(conn: &mut Conn, by: By, fields: &PersonFields) -> Result<Result<PersonId, Refusal>> {
    if let Some(refusal) = address_taken(conn, None, fields)? {
        return Ok(Err(refusal));
    }
    let id = PersonId::new();
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::name.eq(&fields.name),
            person::address.eq(&fields.address),
            person::language.eq(fields.language.tag()),
            person::title.eq(&fields.title),
            person::created_at.eq(by.now),
        ))
        .execute(conn)?;
    let changes = Change::of("person-name", "", &fields.name);
    record(
        conn,
        by,
        id,
        1,
        "person-added",
        changes.into_iter().collect(),
    )?;
    Ok(Ok(id))
}

/// Changes a person from the version that was shown. With another address, every session and link of the person
/// ends: they were the old address's.
///
/// # Errors
/// `Stale`, `NotFound`, or when the database fails.
pub fn change(
    conn: &mut Conn,
    by: By,
    id: PersonId,
    version: i64,
    fields: &PersonFields,
) -> Result<Result<(), Refusal>> {
    let old = super::person(conn, id)?;
    if let Some(refusal) = address_taken(conn, Some(id), fields)? {
        return Ok(Err(refusal));
    }
    let standing = person::table.find(id).filter(person::version.eq(version));
    let changed = diesel::update(standing)
        .set((
            person::name.eq(&fields.name),
            person::address.eq(&fields.address),
            person::language.eq(fields.language.tag()),
            person::title.eq(&fields.title),
            person::version.eq(version + 1),
        ))
        .execute(conn)?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    if old.address != fields.address {
        links::forget_of(conn, id, by.now)?;
        sessions::end_others(conn, id, "")?;
    }
    let address = |address: &Option<String>| address.clone().unwrap_or_default();
    let changes = [
        Change::of("person-name", &old.name, &fields.name),
        Change::of(
            "person-address",
            &address(&old.address),
            &address(&fields.address),
        ),
        Change::of(
            "person-language",
            old.language.own_name(),
            fields.language.own_name(),
        ),
        Change::of("person-title", &old.title, &fields.title),
    ];
    let changes = changes.into_iter().flatten().collect();
    record(conn, by, id, version + 1, "person-changed", changes)?;
    Ok(Ok(()))
}

/// Gives a person another language: that of their pages and of the mail to them from now on.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn speak(conn: &mut Conn, by: By, id: PersonId, language: Language) -> Result<()> {
    let old = super::person(conn, id)?.language;
    let change = Change::of("person-language", old.own_name(), language.own_name());
    let Some(change) = change else {
        return Ok(());
    };
    diesel::update(person::table.find(id))
        .set(person::language.eq(language.tag()))
        .execute(conn)?;
    let version = raise(conn, id)?;
    record(conn, by, id, version, "person-changed", vec![change])
}

/// Chooses single reminders or one mail a week, for oneself. The caller plans the weekly mail again in the same write.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub fn choose_weekly_mail(conn: &mut Conn, by: By, id: PersonId, weekly: bool) -> Result<()> {
    let before: bool = (person::table.find(id).select(person::weekly_mail)).first(conn)?;
    let said = |weekly: bool| {
        let key = if weekly {
            "me-reminders-weekly"
        } else {
            "me-reminders-singly"
        };
        audit::in_words(|language| text(language, key, &[]))
    };
    let Some(change) = Change::of_words("me-reminders", &said(before), &said(weekly)) else {
        return Ok(());
    };
    diesel::update(person::table.find(id))
        .set(person::weekly_mail.eq(weekly))
        .execute(conn)?;
    let version = raise(conn, id)?;
    record(conn, by, id, version, "person-changed", vec![change])
}

fn address_taken(
    conn: &mut Conn,
    own: Option<PersonId>,
    fields: &PersonFields,
) -> Result<Option<Refusal>> {
    let Some(address) = &fields.address else {
        return Ok(None);
    };
    let other = person_by_address(conn, address)?.filter(|person| Some(person.id) != own);
    Ok(other.map(|other| {
        let said = Said::new("person-address-taken").with("name", other.name);
        ("address", said)
    }))
}

fn record(
    conn: &mut Conn,
    by: By,
    id: PersonId,
    version: i64,
    action: &str,
    changes: Vec<Change>,
) -> Result<()> {
    let entry = Entry {
        board_id: None,
        object_kind: "person",
        object_id: id.as_str(),
        object_version: version,
        action,
        changes,
    };
    audit::record(conn, by.actor, by.now, &entry)
}

/// Raises the version, so that an edit from before the change is told of it.
fn raise(conn: &mut Conn, id: PersonId) -> Result<i64> {
    diesel::update(person::table.find(id))
        .set(person::version.eq(person::version + 1))
        .execute(conn)?;
    Ok(super::person(conn, id)?.version)
}

/// A person's periods as an administrator, oldest first.
///
/// # Errors
/// When the database fails.
pub fn instance_roles(conn: &mut Conn, id: PersonId) -> Result<Vec<RolePeriod>> {
    type Row = (RowId, InstanceRole, NaiveDate, Option<NaiveDate>);
    let rows: Vec<Row> = instance_role::table
        .filter(instance_role::person_id.eq(id))
        .order((instance_role::valid_from.asc(), instance_role::id.asc()))
        .select((
            instance_role::id,
            instance_role::role,
            instance_role::valid_from,
            instance_role::valid_until,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, role, from, until)| RolePeriod {
            id,
            role,
            period: Period { from, until },
        })
        .collect())
}

/// A person's roles on boards, now and before, the latest first; of these boards only, where any are given.
///
/// # Errors
/// When the database fails.
pub fn board_roles(
    conn: &mut Conn,
    id: PersonId,
    of: Option<&[BoardId]>,
) -> Result<Vec<BoardRole>> {
    type Row = (
        (BoardId, Words),
        Role,
        Option<OrganisationId>,
        (NaiveDate, Option<NaiveDate>),
        (NaiveDate, Option<NaiveDate>),
    );
    let rows: Vec<Row> = representation::table
        .inner_join(appointment::table.inner_join(board::table))
        .filter(representation::person_id.eq(id))
        .order((representation::valid_from.desc(), representation::id.desc()))
        .select((
            (board::id, board::name),
            appointment::role,
            appointment::organisation_id,
            (appointment::valid_from, appointment::valid_until),
            (representation::valid_from, representation::valid_until),
        ))
        .load(conn)?;
    let role = |((board, name), role, organisation, (from, until), (since, to)): Row| BoardRole {
        board,
        name,
        role,
        organisation,
        period: Period {
            from: from.max(since),
            until: [until, to].into_iter().flatten().min(),
        },
    };
    let seen = |it: &BoardRole| of.is_none_or(|of| of.contains(&it.board));
    Ok(rows.into_iter().map(role).filter(seen).collect())
}

/// The boards a person has a role on, on this day or later.
///
/// # Errors
/// When the database fails.
pub fn boards_from(conn: &mut Conn, id: PersonId, day: NaiveDate) -> Result<Vec<BoardId>> {
    Ok(representation::table
        .inner_join(appointment::table)
        .filter(representation::person_id.eq(id))
        .filter(
            representation::valid_until
                .is_null()
                .or(representation::valid_until.gt(day)),
        )
        .filter(
            appointment::valid_until
                .is_null()
                .or(appointment::valid_until.gt(day)),
        )
        .select(appointment::board_id)
        .distinct()
        .load(conn)?)
}

/// Gives a person a role for the whole instance from one day to another, the last included.
///
/// # Errors
/// When the database fails.
pub fn give_role(
    conn: &mut Conn,
    by: By,
    id: PersonId,
    role: InstanceRole,
    days: (NaiveDate, Option<NaiveDate>),
) -> Result<Result<(), Refusal>> {
    let standing = instance_roles(conn, id)?;
    let standing: Vec<Period> = standing
        .iter()
        .filter(|period| period.role == role)
        .map(|period| period.period)
        .collect();
    let period = match rules::another_period(&standing, days.0, days.1) {
        Ok(period) => period,
        Err(refusal) => return Ok(Err(refusal)),
    };
    super::passing::keep(conn, id)?;
    diesel::insert_into(instance_role::table)
        .values((
            instance_role::id.eq(RowId::new()),
            instance_role::person_id.eq(id),
            instance_role::role.eq(role),
            instance_role::valid_from.eq(period.from),
            instance_role::valid_until.eq(period.until),
        ))
        .execute(conn)?;
    let version = raise(conn, id)?;
    let changes = Change::of("person-administrator-from", "", &period.from);
    record(
        conn,
        by,
        id,
        version,
        "role-given",
        changes.into_iter().collect(),
    )?;
    Ok(Ok(()))
}

/// Ends a person's roles for the whole instance today: access ends this day. One administrator without an end must
/// remain, because nobody else could make another.
///
/// # Errors
/// `Refused` for the last administrator, or when the database fails.
pub fn end_roles(conn: &mut Conn, by: By, id: PersonId) -> Result<()> {
    let today = today(by.now);
    let others: i64 = instance_role::table
        .filter(instance_role::person_id.ne(id))
        .filter(instance_role::valid_from.le(today))
        .filter(instance_role::valid_until.is_null())
        .count()
        .get_result(conn)?;
    if others == 0 {
        return Err(Error::Refused(Said::new("person-last-administrator")));
    }
    let open = instance_role::table
        .filter(instance_role::person_id.eq(id))
        .filter(
            instance_role::valid_until
                .is_null()
                .or(instance_role::valid_until.gt(today)),
        );
    let ended = diesel::update(open)
        .set(instance_role::valid_until.eq(today))
        .execute(conn)?;
    if ended > 0 {
        let version = raise(conn, id)?;
        let changes = Change::of("person-administrator-until", "", &today);
        record(
            conn,
            by,
            id,
            version,
            "role-ended",
            changes.into_iter().collect(),
        )?;
    }
    Ok(())
}
