-- The products that boards give advice on (mandate § 3), in groups. They belong to the whole instance, not to one board.
CREATE TABLE product_group (
    id TEXT PRIMARY KEY NOT NULL,
    -- In each language.
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE product (
    id TEXT PRIMARY KEY NOT NULL,
    group_id TEXT NOT NULL REFERENCES product_group (id),
    -- In each language.
    name TEXT NOT NULL,
    -- The product owner (produkteier).
    owner_id TEXT NOT NULL REFERENCES organisation (id),
    -- What it is, in plain text and each language.
    description TEXT NOT NULL,
    -- Raised by every change of the product, its phases and its strategies.
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX product_group_of ON product (group_id);
CREATE INDEX product_owner ON product (owner_id);

-- From when on it is in a phase of its life: a code of the list product_phase, whose order is the order of a life.
CREATE TABLE product_phase (
    id TEXT PRIMARY KEY NOT NULL,
    product_id TEXT NOT NULL REFERENCES product (id),
    phase TEXT NOT NULL,
    valid_from DATE NOT NULL,
    -- Why it is in an earlier phase again; empty where it is not.
    correction TEXT NOT NULL,
    UNIQUE (product_id, valid_from)
);

-- A strategy of a product, between half-open local dates.
CREATE TABLE product_strategy (
    id TEXT PRIMARY KEY NOT NULL,
    product_id TEXT NOT NULL REFERENCES product (id),
    title TEXT NOT NULL,
    -- An address that begins with http or https, or nothing.
    link TEXT NOT NULL,
    archive_reference TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE
);
CREATE INDEX product_strategy_product ON product_strategy (product_id, valid_from);

-- What a case is about. Whoever may read the case reads this.
CREATE TABLE case_product (
    case_id TEXT NOT NULL REFERENCES board_case (id),
    product_id TEXT NOT NULL REFERENCES product (id),
    PRIMARY KEY (case_id, product_id)
);
CREATE INDEX case_product_product ON case_product (product_id);
