-- Headcount plans: each version and scenario with its entries, its texts, and the work that was imported.

CREATE TABLE plan (
  id                BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  organisation      TEXT NOT NULL,
  version           INTEGER NOT NULL,
  "before"          BLOB,
  baseline          BLOB,
  name              TEXT NOT NULL,
  state             TEXT NOT NULL,
  starts            TEXT NOT NULL,    -- month, as 2026-11
  months            INTEGER NOT NULL,
  known_until       TEXT,             -- month
  review_by         INTEGER NOT NULL, -- day
  suits             TEXT,
  suits_because     TEXT NOT NULL,
  realistic         TEXT,
  realistic_because TEXT NOT NULL,
  unasked_because   TEXT NOT NULL
) STRICT;
CREATE INDEX plan_of_baseline ON plan (baseline) WHERE baseline IS NOT NULL;

-- A row of people, an assumption, a planned hire: one thing that a plan is made of.
CREATE TABLE plan_entry (
  id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  plan   BLOB NOT NULL,
  kind   TEXT NOT NULL,
  person BLOB,
  entry  TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX entry_of_plan ON plan_entry (plan);
CREATE INDEX entry_of_person ON plan_entry (person) WHERE person IS NOT NULL;

CREATE TABLE plan_text (
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  plan          BLOB NOT NULL,
  place         TEXT NOT NULL,
  text          TEXT NOT NULL,    -- Markdown
  empty_because TEXT NOT NULL,
  owner         TEXT NOT NULL,
  at            INTEGER NOT NULL  -- instant
) STRICT;
CREATE INDEX text_of_plan ON plan_text (plan);

CREATE TABLE work_import (
  id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  plan   BLOB NOT NULL,
  name   TEXT NOT NULL,
  "on"   INTEGER NOT NULL, -- day
  slices BLOB NOT NULL     -- CBOR
) STRICT;
CREATE INDEX import_of_plan ON work_import (plan);

-- What is written in a plan is searched as it is read: its figures as numbers, without their addresses. A program teaches
-- the database without_figures (docs/FORMATS.md) before it opens this.
DROP VIEW passage_content;
CREATE VIEW passage_content (id, text, tags, name) AS
SELECT
  passage.id,
  replace(replace(coalesce(CASE passage.noun
    WHEN 1 THEN (SELECT about FROM person WHERE id = passage.record)
    WHEN 3 THEN (SELECT text FROM section WHERE id = passage.record)
    WHEN 4 THEN (SELECT text FROM margin WHERE id = passage.record)
    WHEN 5 THEN (SELECT text || coalesce(char(10) || example, '') || coalesce(char(10) || consequence, '')
                   || coalesce(char(10) || figure || coalesce(' ' || unit, ''), '') || coalesce(char(10) || tags, '')
                 FROM note WHERE id = passage.record)
    WHEN 6 THEN (SELECT title || char(10) || text || coalesce(char(10) || measure, '')
                   || coalesce(char(10) || achievable, '') || coalesce(char(10) || relevant, '')
                   || coalesce(char(10) || category, '') || coalesce(char(10) || outcome, '')
                   || coalesce(char(10) || comment, '')
                 FROM goal WHERE id = passage.record)
    WHEN 7 THEN (SELECT without_chips(text) FROM review WHERE id = passage.record)
    WHEN 8 THEN (SELECT text FROM action WHERE id = passage.record)
    WHEN 9 THEN (SELECT name FROM attachment WHERE id = passage.record)
    WHEN 13 THEN (SELECT text FROM agenda WHERE id = passage.record)
    WHEN 15 THEN (SELECT text FROM remark WHERE id = passage.record)
    WHEN 17 THEN (SELECT text || char(10) || why FROM wish WHERE id = passage.record)
    WHEN 18 THEN (SELECT role || char(10) || why || char(10) || next_step || char(10) || outcome
                  FROM exploration WHERE id = passage.record)
    WHEN 20 THEN (SELECT text FROM goal_entry WHERE id = passage.record)
    WHEN 22 THEN (SELECT title || char(10) || text FROM ground WHERE id = passage.record)
    WHEN 23 THEN (SELECT title || char(10) || message || char(10) || example || char(10) || consequence
                   || char(10) || class_because || char(10) || follow_up_by || char(10) || outcome
                 FROM talk WHERE id = passage.record)
    WHEN 24 THEN (SELECT outcome || char(10) || differences || char(10) || answer
                  FROM conversation WHERE id = passage.record)
    WHEN 25 THEN (SELECT text || char(10) || said_aloud FROM follow_up WHERE id = passage.record)
    WHEN 27 THEN (SELECT question || char(10) || advice FROM hr_consult WHERE id = passage.record)
    WHEN 31 THEN (SELECT without_chips(message || iif(text = '', '', char(10) || text)
                   || iif(question = '', '', char(10) || question) || iif(answer = '', '', char(10) || answer)
                   || iif(disagreement = '', '', char(10) || disagreement))
                  FROM review_point WHERE id = passage.record)
    WHEN 39 THEN (SELECT without_figures(text) || iif(empty_because = '', '', char(10) || empty_because)
                   || iif(owner = '', '', char(10) || owner)
                  FROM plan_text WHERE id = passage.record)
  END, ''), char(57344), ''), char(57345), ''),
  CASE WHEN passage.person IS NULL THEN '' ELSE 'p' || lower(hex(passage.person)) || ' ' END || passage.words,
  CASE passage.noun WHEN 1 THEN coalesce((SELECT name FROM person WHERE id = passage.record), '') ELSE '' END
FROM passage;
