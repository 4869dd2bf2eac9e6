-- Reviews as points: their cycles, self reviews, what others say, what was shared, and who signed.
--
-- A column added here is NULL in every record made before; NULL means what the noun says when nothing is known.

ALTER TABLE review ADD COLUMN reviewer BLOB;
ALTER TABLE review ADD COLUMN state TEXT;
ALTER TABLE review ADD COLUMN shared_at INTEGER;      -- instant
ALTER TABLE review ADD COLUMN planned_at INTEGER;     -- instant
ALTER TABLE review ADD COLUMN held_at INTEGER;        -- instant
ALTER TABLE review ADD COLUMN second_wanted_by TEXT;
ALTER TABLE review ADD COLUMN second_at INTEGER;      -- instant
ALTER TABLE review ADD COLUMN second_held_at INTEGER; -- instant
ALTER TABLE review ADD COLUMN accepted_at INTEGER;    -- instant
ALTER TABLE review ADD COLUMN closed_at INTEGER;      -- instant
ALTER TABLE review ADD COLUMN seconds INTEGER;
CREATE INDEX review_of_cycle ON review (cycle);

CREATE TABLE review_cycle (
  id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name           TEXT NOT NULL,
  "from"         INTEGER NOT NULL, -- day
  until          INTEGER NOT NULL, -- day
  self_review_by INTEGER,          -- day
  share_by       INTEGER,          -- day
  discuss_by     INTEGER,          -- day
  sign_by        INTEGER           -- day
) STRICT;
CREATE INDEX review_cycle_named ON review_cycle (name);

CREATE TABLE review_point (
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  review       BLOB NOT NULL,
  "of"         TEXT NOT NULL,
  section      TEXT NOT NULL,
  place        INTEGER NOT NULL,
  marked       TEXT,
  is_soft      INTEGER NOT NULL,
  is_touchy    INTEGER NOT NULL,
  message      TEXT NOT NULL,
  text         TEXT NOT NULL,    -- Markdown
  author       TEXT NOT NULL,
  question     TEXT NOT NULL,
  answer       TEXT NOT NULL,    -- Markdown
  is_parked    INTEGER NOT NULL,
  disagreement TEXT NOT NULL,
  is_agreed    INTEGER NOT NULL
) STRICT;
CREATE INDEX point_of_review ON review_point (review);

CREATE TABLE self_review (
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  review       BLOB NOT NULL,
  state        TEXT NOT NULL,
  note         TEXT NOT NULL,    -- Markdown
  returns      INTEGER NOT NULL,
  handed_in_on INTEGER           -- day
) STRICT;
CREATE INDEX self_review_of_review ON self_review (review);

-- Who said something for a review is as private as where a note came from: no search reaches it.
CREATE TABLE peer_input (
  id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  review   BLOB NOT NULL,
  author   TEXT NOT NULL,
  person   BLOB,
  relation TEXT NOT NULL,
  team     TEXT NOT NULL,
  state    TEXT NOT NULL,
  asked_on INTEGER NOT NULL, -- day
  notes    TEXT NOT NULL,    -- Markdown
  words    TEXT NOT NULL,    -- Markdown
  approved BLOB              -- SHA-256 of the words that were approved
) STRICT;
CREATE INDEX input_of_review ON peer_input (review);
CREATE INDEX input_of_person ON peer_input (person) WHERE person IS NOT NULL;

CREATE TABLE review_version (
  id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  review  BLOB NOT NULL,
  number  INTEGER NOT NULL,
  made_at INTEGER NOT NULL, -- instant
  reason  TEXT NOT NULL,
  content TEXT NOT NULL     -- the canonical form of a review
) STRICT;
CREATE INDEX version_of_review ON review_version (review, number);

CREATE TABLE signature (
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  version   BLOB NOT NULL,
  part      TEXT NOT NULL,
  name      TEXT NOT NULL,
  signed_at INTEGER NOT NULL, -- instant
  key       BLOB,             -- the public key, Ed25519
  signature BLOB              -- Ed25519
) STRICT;
CREATE INDEX signature_below_version ON signature (version);

CREATE TABLE signing_key (
  id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  seed    BLOB NOT NULL,    -- the secret of an Ed25519 key
  made_at INTEGER NOT NULL  -- instant
) STRICT;

-- The text of a review is searched as it is read, without the addresses of its evidence: what stands in the index of the
-- reviews is written anew. A program teaches the database without_chips (docs/FORMATS.md) before it opens this.
INSERT INTO passage_index (passage_index, rowid, text, tags, name)
SELECT 'delete', id, text, tags, name FROM passage_content WHERE id IN (SELECT id FROM passage WHERE noun = 7);

-- A review that says nothing beside its evidence is not searched.
DELETE FROM passage WHERE noun = 7 AND record IN (
  SELECT id FROM review WHERE replace(replace(without_chips(text), char(57344), ''), char(57345), '') = ''
);

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
  END, ''), char(57344), ''), char(57345), ''),
  CASE WHEN passage.person IS NULL THEN '' ELSE 'p' || lower(hex(passage.person)) || ' ' END || passage.words,
  CASE passage.noun WHEN 1 THEN coalesce((SELECT name FROM person WHERE id = passage.record), '') ELSE '' END
FROM passage;

INSERT INTO passage_index (rowid, text, tags, name)
SELECT id, text, tags, name FROM passage_content WHERE id IN (SELECT id FROM passage WHERE noun = 7);
