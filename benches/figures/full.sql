-- The demo's board a thousand times: 40 terms and 40 meetings over ten years each. Ids keep the shape of a UUID.
CREATE TEMP TABLE copy (n INTEGER PRIMARY KEY);
INSERT INTO copy WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 998) SELECT n FROM c;
CREATE TEMP TABLE forty (m INTEGER PRIMARY KEY);
INSERT INTO forty WITH RECURSIVE c(m) AS (SELECT 0 UNION ALL SELECT m + 1 FROM c WHERE m < 39) SELECT m FROM c;
CREATE TEMP TABLE original AS SELECT * FROM board WHERE slug = 'styringsradet';

INSERT INTO board (id, slug, parent_id, kind, name, zone, holiday_set, languages, liked_weekdays, liked_start, liked_end,
                   mailbox, chair_counts, parent_secretariat, mail_on_from, public_revision, version)
SELECT printf('b0000000-0000-7000-8000-%012x', n), 'board-' || n, NULL, kind, name, zone, holiday_set, languages,
       liked_weekdays, liked_start, liked_end, mailbox, chair_counts, FALSE, mail_on_from, 1, 1
FROM original, copy;

INSERT INTO closure
SELECT printf('c1000000-%04x-7000-8000-%012x', c.rowid % 65536, n), printf('b0000000-0000-7000-8000-%012x', n), c.kind,
       c.valid_from, c.valid_until, c.label
FROM closure c JOIN original o ON c.board_id = o.id, copy;

INSERT INTO mandate_version
SELECT printf('d0000000-0000-7000-8000-%012x', n), printf('b0000000-0000-7000-8000-%012x', n), v.label, '2010-01-01',
       NULL, v.decision, 1, v.state
FROM mandate_version v JOIN original o ON v.board_id = o.id AND v.state = 'approved', copy;

INSERT INTO mandate_rule
SELECT printf('d1000000-%04x-7000-8000-%012x', r.rowid % 65536, n), printf('d0000000-0000-7000-8000-%012x', n), r.kind,
       r.subject, r.position, r.quantity, r.strength, r.words, r.paragraph, r.among
FROM mandate_rule r JOIN mandate_version v ON r.mandate_id = v.id AND v.state = 'approved' JOIN original o ON v.board_id = o.id, copy;

INSERT INTO deadline_rule
SELECT printf('d2000000-%04x-7000-8000-%012x', r.rowid % 65536, n), printf('d0000000-0000-7000-8000-%012x', n),
       r.meeting_kind, r.stage, r.days, r.counting, r.at_time, r.strength, r.paragraph
FROM deadline_rule r JOIN mandate_version v ON r.mandate_id = v.id AND v.state = 'approved' JOIN original o ON v.board_id = o.id, copy;

INSERT INTO reminder_rule
SELECT printf('d3000000-%04x-7000-8000-%012x', r.rowid % 65536, n), printf('b0000000-0000-7000-8000-%012x', n), r.about,
       r.to_role, r.kind, r.quantity, r.unit, r.at_most
FROM reminder_rule r JOIN original o ON r.board_id = o.id, copy;

-- Five thousand people sit on the thousand boards.
INSERT INTO person (id, name, address, language, title, created_at, delete_after, version)
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000)
SELECT printf('a1000000-0000-7000-8000-%012x', n), 'Medlem ' || n, 'medlem' || n || '@example.no', language, title,
       created_at, delete_after, version FROM c, (SELECT * FROM person WHERE name = 'Kari Nordbø');
CREATE TEMP TABLE somebody AS SELECT row_number() OVER (ORDER BY id) - 1 AS k, id FROM person WHERE name LIKE 'Medlem %';
CREATE UNIQUE INDEX temp.somebody_k ON somebody (k);
CREATE TEMP TABLE something AS SELECT row_number() OVER (ORDER BY id) - 1 AS k, id FROM organisation;

-- Two secretaries, then members in terms of three years that begin over ten years.
INSERT INTO appointment
SELECT printf('e0000000-%04x-7000-8000-%012x', m, n), printf('b0000000-0000-7000-8000-%012x', n), NULL,
       (SELECT id FROM something WHERE k = (m + n) % 16), CASE WHEN m < 2 THEN 'secretariat' ELSE 'member' END,
       CASE WHEN m < 2 THEN '2015-01-01' ELSE date('now', 'start of year', (m % 10 - 6) || ' years') END,
       CASE WHEN m < 2 THEN NULL ELSE date('now', 'start of year', (m % 10 - 3) || ' years') END, '', NULL, 1
FROM copy, forty;

INSERT INTO representation
SELECT printf('f0000000-%04x-7000-8000-%012x', m, n), printf('e0000000-%04x-7000-8000-%012x', m, n),
       CASE m WHEN 0 THEN (SELECT id FROM person WHERE name = 'Kari Nordbø')
              WHEN 1 THEN (SELECT id FROM person WHERE name = 'Jon Aasebø')
              ELSE (SELECT id FROM somebody WHERE k = (m * 130 + n) % 5000) END,
       '2015-01-01', NULL, NULL
FROM copy, forty;

-- Four meetings a year from four years ago to five years ahead; the past ones are closed.
CREATE TEMP TABLE day AS
SELECT m, date('now', 'start of year', (m / 4 - 4) || ' years', (2 + 3 * (m % 4)) || ' months', '+16 days') AS d FROM forty;

INSERT INTO meeting (id, board_id, kind, title, place, video_link, archive_reference, state, first_day, last_day, created_at, version)
SELECT printf('90000000-%04x-7000-8000-%012x', m, n), printf('b0000000-0000-7000-8000-%012x', n), 'ordinary', '{}',
       'Oslo', '', '', CASE WHEN d < date('now') THEN 'closed' ELSE 'planned' END, d, d, '2020-01-01 00:00:00', 1
FROM copy, day;

INSERT INTO meeting_session
SELECT printf('90000000-%04x-7000-8000-%012x', m, n), 1, d, '09:00:00', '11:30:00' FROM copy, day;

DROP TABLE copy;
DROP TABLE forty;
DROP TABLE original;
DROP TABLE somebody;
DROP TABLE something;
DROP TABLE day;
