CREATE TABLE organisation (
    id TEXT PRIMARY KEY NOT NULL,
    scheme TEXT NOT NULL,
    number TEXT,
    kind TEXT NOT NULL,
    mailbox TEXT,
    contact TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (scheme, number)
);

-- Names have dates: Difi became Digdir and kept its number.
CREATE TABLE organisation_name (
    id TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    valid_from DATE,
    valid_until DATE
);
CREATE INDEX organisation_name_of ON organisation_name (organisation_id);

CREATE TABLE service_owner_period (
    id TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    valid_from DATE NOT NULL,
    valid_until DATE
);
CREATE INDEX service_owner_period_of ON service_owner_period (organisation_id);

-- Mail domains whose addresses may ask to join as the organisation's people.
CREATE TABLE organisation_domain (
    domain TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id)
);

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    address TEXT UNIQUE,
    language TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMP NOT NULL,
    delete_after DATE,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (issuer, subject)
);

-- A service owner's person: the organisation's right, used by this person between dates.
CREATE TABLE affiliation (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    joined_by TEXT NOT NULL CHECK (joined_by IN ('invited', 'asked')),
    valid_from DATE NOT NULL,
    valid_until DATE
);
CREATE INDEX affiliation_person ON affiliation (person_id);
CREATE INDEX affiliation_organisation ON affiliation (organisation_id);

CREATE TABLE instance_role (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('administrator')),
    valid_from DATE NOT NULL,
    valid_until DATE
);
CREATE INDEX instance_role_person ON instance_role (person_id);

-- How long a session of each role lives; the strictest of a person's roles counts.
CREATE TABLE session_rule (
    role TEXT PRIMARY KEY NOT NULL,
    idle_minutes BIGINT NOT NULL,
    longest_minutes BIGINT NOT NULL
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP NOT NULL,
    idle_minutes BIGINT NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    own_device BOOLEAN NOT NULL,
    device TEXT NOT NULL
);
CREATE INDEX session_person ON session (person_id);

-- One-time links. Only the hash is kept; the address counts towards the hourly limit.
CREATE TABLE sign_in_link (
    token_hash TEXT PRIMARY KEY NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'join')),
    address TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    organisation_id TEXT REFERENCES organisation (id),
    name TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    goes_on_to TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX sign_in_link_address ON sign_in_link (address, created_at);

-- A form posted after the session had ended: kept until the person has signed in again in the same browser.
CREATE TABLE parked_form (
    id TEXT PRIMARY KEY NOT NULL,
    browser_hash TEXT NOT NULL,
    person_id TEXT,
    path TEXT NOT NULL,
    fields TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX parked_form_browser ON parked_form (browser_hash);
