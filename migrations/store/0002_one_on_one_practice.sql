-- The whole practice of 1:1s: pairs and their rhythm, templates, agendas, preparation, days off, and careers.
--
-- A column added here is NULL in every record made before; NULL means what the noun says when nothing is known.

ALTER TABLE one_on_one ADD COLUMN kind TEXT;
ALTER TABLE one_on_one ADD COLUMN pair BLOB;
ALTER TABLE one_on_one ADD COLUMN slot INTEGER; -- wall time: the slot of the pair that it stands for
ALTER TABLE one_on_one ADD COLUMN follows BLOB;
ALTER TABLE one_on_one ADD COLUMN moved_by TEXT;
ALTER TABLE one_on_one ADD COLUMN template BLOB;
ALTER TABLE one_on_one ADD COLUMN template_version INTEGER;
ALTER TABLE one_on_one ADD COLUMN template_sent_at INTEGER;
ALTER TABLE one_on_one ADD COLUMN submitted_at INTEGER;
ALTER TABLE one_on_one ADD COLUMN same_mine INTEGER;
ALTER TABLE one_on_one ADD COLUMN same_theirs INTEGER;
ALTER TABLE one_on_one ADD COLUMN difference TEXT;
ALTER TABLE one_on_one ADD COLUMN notes_sent_at INTEGER;
ALTER TABLE one_on_one ADD COLUMN calendar_uid TEXT;
CREATE INDEX one_on_one_of_pair ON one_on_one (pair, slot) WHERE pair IS NOT NULL;
CREATE INDEX one_on_one_that_follows ON one_on_one (follows) WHERE follows IS NOT NULL;
CREATE INDEX one_on_one_by_calendar ON one_on_one (calendar_uid) WHERE calendar_uid IS NOT NULL;

ALTER TABLE section ADD COLUMN brief INTEGER;
ALTER TABLE section ADD COLUMN ranges BLOB; -- CBOR: [word, ...]
ALTER TABLE section ADD COLUMN is_talked INTEGER;

-- A margin without a section stands beside the whole document.
ALTER TABLE margin ADD COLUMN section BLOB;
ALTER TABLE margin ADD COLUMN note BLOB;
CREATE INDEX margin_of_note ON margin (note) WHERE note IS NOT NULL;

ALTER TABLE goal ADD COLUMN review_days INTEGER;
ALTER TABLE goal ADD COLUMN reviewed_on INTEGER;

-- A person is looked for by name while one types.
CREATE INDEX person_by_name ON person (name, id);

CREATE TABLE pair (
  id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person         BLOB NOT NULL,
  begins         INTEGER NOT NULL,
  zone           TEXT NOT NULL,
  minutes        INTEGER NOT NULL,
  every_days     INTEGER NOT NULL,
  sparse_because TEXT NOT NULL,
  at_ease_mine   INTEGER NOT NULL CHECK (at_ease_mine IN (0, 1)),
  at_ease_theirs INTEGER NOT NULL CHECK (at_ease_theirs IN (0, 1)),
  factors        BLOB NOT NULL, -- CBOR: [level, performance, autonomy, tenure here, tenure on team, load]
  factors_on     INTEGER,
  template       BLOB,
  ends_on        INTEGER,
  calendar_uid   TEXT NOT NULL
) STRICT;
CREATE INDEX pair_of_person ON pair (person);

CREATE TABLE template (
  id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name     TEXT NOT NULL,
  version  INTEGER NOT NULL,
  sections BLOB NOT NULL -- CBOR: [[kind, title, brief, [aim, ...]], ...]
) STRICT;

CREATE TABLE agenda (
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  meeting      BLOB NOT NULL,
  place        INTEGER NOT NULL,
  topic        TEXT,
  text         TEXT NOT NULL,
  done         INTEGER NOT NULL CHECK (done IN (0, 1)),
  open_because TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_of_meeting ON agenda (meeting, place);

CREATE TABLE prep (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  meeting     BLOB NOT NULL,
  history_at  INTEGER,
  document_at INTEGER,
  folder_at   INTEGER,
  seconds     INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX prep_of_meeting ON prep (meeting);

CREATE TABLE remark (
  id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  meeting BLOB NOT NULL,
  section BLOB,
  kind    TEXT NOT NULL,
  text    TEXT NOT NULL,
  "on"    INTEGER NOT NULL
) STRICT;
CREATE INDEX remark_of_meeting ON remark (meeting);

CREATE TABLE holiday (
  id   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  "on" INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX holiday_by_day ON holiday ("on");

CREATE TABLE wish (
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person     BLOB NOT NULL,
  kind       TEXT NOT NULL,
  text       TEXT NOT NULL,
  unknown    INTEGER NOT NULL CHECK (unknown IN (0, 1)),
  why        TEXT NOT NULL,
  first_hand INTEGER NOT NULL CHECK (first_hand IN (0, 1)),
  "on"       INTEGER NOT NULL
) STRICT;
CREATE INDEX wish_of_person ON wish (person, kind, "on");

CREATE TABLE exploration (
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person    BLOB NOT NULL,
  role      TEXT NOT NULL,
  why       TEXT NOT NULL,
  next_step TEXT NOT NULL,
  contact   TEXT NOT NULL,
  outcome   TEXT NOT NULL,
  "on"      INTEGER NOT NULL
) STRICT;
CREATE INDEX exploration_of_person ON exploration (person);

-- The new nouns have words that are searched, so what a passage says is written down anew.
DROP VIEW passage_content;
CREATE VIEW passage_content (id, text, tags, name) AS
SELECT
  passage.id,
  replace(replace(coalesce(CASE passage.noun
    WHEN 1 THEN (SELECT about FROM person WHERE id = passage.record)
    WHEN 3 THEN (SELECT text FROM section WHERE id = passage.record)
    WHEN 4 THEN (SELECT text FROM margin WHERE id = passage.record)
    WHEN 5 THEN (SELECT text FROM note WHERE id = passage.record)
    WHEN 6 THEN (SELECT title || char(10) || text FROM goal WHERE id = passage.record)
    WHEN 7 THEN (SELECT text FROM review WHERE id = passage.record)
    WHEN 8 THEN (SELECT text FROM action WHERE id = passage.record)
    WHEN 9 THEN (SELECT name FROM attachment WHERE id = passage.record)
    WHEN 13 THEN (SELECT text FROM agenda WHERE id = passage.record)
    WHEN 15 THEN (SELECT text FROM remark WHERE id = passage.record)
    WHEN 17 THEN (SELECT text || char(10) || why FROM wish WHERE id = passage.record)
    WHEN 18 THEN (SELECT role || char(10) || why || char(10) || next_step || char(10) || outcome
                  FROM exploration WHERE id = passage.record)
  END, ''), char(57344), ''), char(57345), ''),
  CASE WHEN passage.person IS NULL THEN '' ELSE 'p' || lower(hex(passage.person)) || ' ' END || passage.words,
  CASE passage.noun WHEN 1 THEN coalesce((SELECT name FROM person WHERE id = passage.record), '') ELSE '' END
FROM passage;
