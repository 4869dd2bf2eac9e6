-- Goals with their five fields, their story and what they rest on; hard talks with their follow-ups; kept searches; hints
-- of the writing coach that were set aside.
--
-- A column added here is NULL in every record made before; NULL means what the noun says when nothing is known.

ALTER TABLE goal ADD COLUMN measure TEXT;           -- Markdown
ALTER TABLE goal ADD COLUMN achievable TEXT;        -- Markdown
ALTER TABLE goal ADD COLUMN relevant TEXT;          -- Markdown
ALTER TABLE goal ADD COLUMN category TEXT;
ALTER TABLE goal ADD COLUMN ground BLOB;
ALTER TABLE goal ADD COLUMN starts_on INTEGER;      -- day
ALTER TABLE goal ADD COLUMN start_figure TEXT;      -- a decimal number, with a point
ALTER TABLE goal ADD COLUMN start_unit TEXT;
ALTER TABLE goal ADD COLUMN target_figure TEXT;     -- a decimal number, with a point
ALTER TABLE goal ADD COLUMN target_unit TEXT;
ALTER TABLE goal ADD COLUMN is_growth INTEGER;      -- yes (1) or no
ALTER TABLE goal ADD COLUMN own_words_on INTEGER;   -- day
ALTER TABLE goal ADD COLUMN endorsed_on INTEGER;    -- day
ALTER TABLE goal ADD COLUMN ended_on INTEGER;       -- day
ALTER TABLE goal ADD COLUMN outcome TEXT;
ALTER TABLE goal ADD COLUMN comment TEXT;           -- Markdown
CREATE INDEX goal_active ON goal (person, is_growth) WHERE state = 'active';
CREATE INDEX goal_of_category ON goal (category) WHERE category IS NOT NULL;
CREATE INDEX goal_on_ground ON goal (ground) WHERE ground IS NOT NULL;

CREATE TABLE goal_entry (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  goal        BLOB NOT NULL,
  kind        TEXT NOT NULL,
  "on"        INTEGER NOT NULL, -- day
  text        TEXT NOT NULL,    -- Markdown
  figure      TEXT,             -- a decimal number, with a point
  unit        TEXT,
  has_moved   INTEGER NOT NULL,
  resolved_on INTEGER           -- day
) STRICT;
CREATE INDEX entry_of_goal ON goal_entry (goal, "on");

-- A goal as it was worded: what was agreed is compared with what became of it.
CREATE TABLE goal_wording (
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  goal          BLOB NOT NULL,
  "on"          INTEGER NOT NULL, -- day
  reason        TEXT NOT NULL,
  because       TEXT NOT NULL,
  state         TEXT NOT NULL,
  title         TEXT NOT NULL,
  text          TEXT NOT NULL,    -- Markdown
  measure       TEXT NOT NULL,    -- Markdown
  achievable    TEXT NOT NULL,    -- Markdown
  relevant      TEXT NOT NULL,    -- Markdown
  due           INTEGER,          -- day
  target_figure TEXT,             -- a decimal number, with a point
  target_unit   TEXT
) STRICT;
CREATE INDEX wording_of_goal ON goal_wording (goal, "on");

-- Values and goals of the company, which goals may rest on.
CREATE TABLE ground (
  id    BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kind  TEXT NOT NULL,
  title TEXT NOT NULL,
  text  TEXT NOT NULL, -- Markdown
  until INTEGER        -- day
) STRICT;

ALTER TABLE wish ADD COLUMN expected_on INTEGER;    -- day
ALTER TABLE wish ADD COLUMN may_plan INTEGER;       -- yes (1) or no

CREATE TABLE talk (
  id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person         BLOB NOT NULL,
  title          TEXT NOT NULL,
  first_seen     INTEGER NOT NULL, -- day
  state          TEXT NOT NULL,
  class          TEXT NOT NULL,
  class_because  TEXT NOT NULL,    -- Markdown
  is_touchy      INTEGER NOT NULL,
  follow_up_by   TEXT NOT NULL,
  message        TEXT NOT NULL,
  example        TEXT NOT NULL,    -- Markdown
  consequence    TEXT NOT NULL,    -- Markdown
  is_owned       INTEGER NOT NULL,
  naming         TEXT NOT NULL,
  seen_myself    INTEGER NOT NULL,
  facilitator    TEXT NOT NULL,
  is_trained     INTEGER NOT NULL,
  hr             TEXT NOT NULL,
  notes          BLOB,             -- CBOR: [record of a note, ...]
  next_check     INTEGER,          -- day
  discussed_on   INTEGER,          -- day
  closed_on      INTEGER,          -- day
  outcome        TEXT NOT NULL
) STRICT;
CREATE INDEX talk_of_person ON talk (person);
CREATE INDEX talk_open ON talk (next_check) WHERE state <> 'closed';

CREATE TABLE conversation (
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person       BLOB NOT NULL,
  talk         BLOB NOT NULL,
  also         BLOB,             -- CBOR: [record of a talk, ...]
  at           INTEGER NOT NULL, -- wall
  participants BLOB NOT NULL,    -- CBOR: [[part, record or null, name], ...]
  outcome      TEXT NOT NULL,    -- Markdown
  differences  TEXT NOT NULL,    -- Markdown
  response_due INTEGER NOT NULL, -- day
  answered_on  INTEGER,          -- day
  answer       TEXT NOT NULL     -- Markdown
) STRICT;
CREATE INDEX conversation_of_talk ON conversation (talk);
CREATE INDEX conversation_with_person ON conversation (person);

CREATE TABLE follow_up (
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  talk       BLOB NOT NULL,
  "on"       INTEGER NOT NULL, -- day
  found      TEXT NOT NULL,
  text       TEXT NOT NULL,    -- Markdown
  said_aloud TEXT NOT NULL     -- Markdown
) STRICT;
CREATE INDEX follow_up_of_talk ON follow_up (talk, "on");

-- Who was asked whether a plan works, and what they said. As private as where a note came from: no search reaches it.
CREATE TABLE check_in (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  talk        BLOB NOT NULL,
  who         TEXT NOT NULL,
  person      BLOB,
  asked_on    INTEGER NOT NULL, -- day
  question    TEXT NOT NULL,    -- Markdown
  answered_on INTEGER,          -- day
  answer      TEXT NOT NULL,    -- Markdown
  told_on     INTEGER           -- day
) STRICT;
CREATE INDEX check_in_of_talk ON check_in (talk, asked_on);
CREATE INDEX check_in_with_person ON check_in (person) WHERE person IS NOT NULL;

CREATE TABLE hr_consult (
  id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  talk     BLOB NOT NULL,
  part     TEXT NOT NULL,
  who      TEXT NOT NULL,
  "on"     INTEGER NOT NULL, -- day
  question TEXT NOT NULL,    -- Markdown
  advice   TEXT NOT NULL     -- Markdown
) STRICT;
CREATE INDEX hr_consult_of_talk ON hr_consult (talk, "on");

-- A promise can be part of a talk's plan, and somebody's idea.
ALTER TABLE action ADD COLUMN talk BLOB;
ALTER TABLE action ADD COLUMN author BLOB;
CREATE INDEX action_of_talk ON action (talk) WHERE talk IS NOT NULL;

CREATE TABLE saved_search (
  id    BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name  TEXT NOT NULL,
  asked TEXT NOT NULL -- JSON: the arguments of search.find
) STRICT;

CREATE TABLE dismissal (
  id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  record  BLOB NOT NULL,
  rule    TEXT NOT NULL,
  mark    TEXT NOT NULL,
  because TEXT NOT NULL,
  "on"    INTEGER NOT NULL -- day
) STRICT;
CREATE INDEX dismissal_in_record ON dismissal (record);

-- What is searched of the new records. Goals that are there keep their passages: their new columns are empty.
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
    WHEN 7 THEN (SELECT text FROM review WHERE id = passage.record)
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
  END, ''), char(57344), ''), char(57345), ''),
  CASE WHEN passage.person IS NULL THEN '' ELSE 'p' || lower(hex(passage.person)) || ' ' END || passage.words,
  CASE passage.noun WHEN 1 THEN coalesce((SELECT name FROM person WHERE id = passage.record), '') ELSE '' END
FROM passage;
