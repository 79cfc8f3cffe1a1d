-- What a service owner paid for a product in a year, in øre: the largest have a seat (mandate § 4).
CREATE TABLE payment (
    id TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    product_id TEXT NOT NULL REFERENCES product (id),
    year BIGINT NOT NULL,
    ore BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (organisation_id, product_id, year)
);
CREATE INDEX payment_year ON payment (year, organisation_id);
CREATE INDEX payment_product ON payment (product_id, year);

-- The money of a product in a year (mandate § 3: plans, budgets and economic frames).
CREATE TABLE product_year (
    id TEXT PRIMARY KEY NOT NULL,
    product_id TEXT NOT NULL REFERENCES product (id),
    year BIGINT NOT NULL,
    -- Raised by every change of what stands in the tables below.
    version BIGINT NOT NULL,
    UNIQUE (product_id, year)
);

-- What is set aside: a code of the list frame_kind, and øre.
CREATE TABLE product_frame (
    product_year_id TEXT NOT NULL REFERENCES product_year (id),
    kind TEXT NOT NULL,
    ore BIGINT NOT NULL,
    PRIMARY KEY (product_year_id, kind)
);

-- What was spent in each third of the year (tertial, 1 to 3), as it was reported.
CREATE TABLE product_spent (
    product_year_id TEXT NOT NULL REFERENCES product_year (id),
    tertial BIGINT NOT NULL,
    ore BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (product_year_id, tertial)
);

-- How what a product costs in a year is shared: the sum in øre, and in which way.
CREATE TABLE cost_split (
    product_year_id TEXT PRIMARY KEY NOT NULL REFERENCES product_year (id),
    way TEXT NOT NULL CHECK (way IN ('equal', 'payment')),
    ore BIGINT NOT NULL
);

-- Among whom.
CREATE TABLE cost_split_part (
    product_year_id TEXT NOT NULL REFERENCES cost_split (product_year_id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (product_year_id, organisation_id)
);
CREATE INDEX cost_split_part_organisation ON cost_split_part (organisation_id);
