"""The tables of the scores' database, and the steps from one version of them to the next. Nothing is ever dropped.

`run` and `split`: what the boards show, one row a finished run; everything else can be computed from its replay.
`attempt` and the tables under it: every run that a person began, also those that were restarted or quit.
"""

VERSION = 4
"""Version of the schema. An older program refuses a newer file and says so."""

FIRST = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    mode TEXT NOT NULL, section TEXT NOT NULL, difficulty TEXT NOT NULL, rate_permille INTEGER NOT NULL,
    window_percent INTEGER NOT NULL, assists TEXT NOT NULL, chart_hash TEXT NOT NULL,
    initials TEXT NOT NULL, score INTEGER NOT NULL, accuracy_permyriad INTEGER NOT NULL, dead_on INTEGER NOT NULL,
    rank TEXT NOT NULL, played_at INTEGER NOT NULL, replay TEXT NOT NULL, badges TEXT NOT NULL
) STRICT;
CREATE INDEX run_by_board ON run (
    mode, section, difficulty, rate_permille, window_percent, assists, chart_hash, score DESC, dead_on DESC
);
CREATE TABLE split (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    place INTEGER NOT NULL, section TEXT NOT NULL, purse INTEGER NOT NULL, grade TEXT NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
"""
"""Version 1."""

SECOND = """
ALTER TABLE split RENAME COLUMN purse TO section_score;
ALTER TABLE run ADD COLUMN identity TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN verdict INTEGER;
ALTER TABLE run ADD COLUMN sentence TEXT NOT NULL DEFAULT 'made before runs were proven';
ALTER TABLE run ADD COLUMN seen TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN pauses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN laces INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN laces_there INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN overlay_ever INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN hints_ever INTEGER NOT NULL DEFAULT 0;
CREATE INDEX run_by_identity ON run (identity);
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    mode TEXT NOT NULL, section TEXT NOT NULL, difficulty TEXT NOT NULL, rate_permille INTEGER NOT NULL,
    window_percent INTEGER NOT NULL, assists TEXT NOT NULL, chart_hash TEXT NOT NULL,
    began_at INTEGER NOT NULL, ended TEXT NOT NULL, restart INTEGER NOT NULL, song_us INTEGER NOT NULL,
    real_us INTEGER NOT NULL, score INTEGER NOT NULL, overlay_ever INTEGER NOT NULL, hints_ever INTEGER NOT NULL,
    identity TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_by_board ON attempt (
    mode, section, difficulty, rate_permille, window_percent, assists, chart_hash, began_at
);
CREATE INDEX attempt_by_identity ON attempt (identity);
CREATE TABLE segment (
    attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    place INTEGER NOT NULL, section TEXT NOT NULL, section_score INTEGER NOT NULL, grade TEXT NOT NULL,
    points INTEGER NOT NULL, max_points INTEGER NOT NULL, dead_on INTEGER NOT NULL, strays INTEGER NOT NULL,
    real_us INTEGER NOT NULL,
    PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE hit (
    attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, section TEXT NOT NULL, cue INTEGER NOT NULL, kind TEXT NOT NULL, part TEXT NOT NULL,
    verb INTEGER NOT NULL, offset_us INTEGER, points INTEGER NOT NULL,
    PRIMARY KEY (attempt, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE lace (
    attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    section TEXT NOT NULL,
    PRIMARY KEY (attempt, section)
) STRICT, WITHOUT ROWID;
CREATE TABLE pause (
    attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, song_us INTEGER NOT NULL, lasted_us INTEGER NOT NULL,
    PRIMARY KEY (attempt, number)
) STRICT, WITHOUT ROWID;
"""
"""Version 2: rows are replays, and attempts are kept. `hit.offset_us` and `real_us` are real time, not song time."""

THIRD = """
ALTER TABLE run ADD COLUMN real_us INTEGER NOT NULL DEFAULT 0;
"""
"""Version 3: boards of Road work go by time. Rows of before are verified again, which gives them theirs."""

FOURTH = """
ALTER TABLE attempt ADD COLUMN world TEXT NOT NULL DEFAULT 'montage';
CREATE INDEX attempt_by_world ON attempt (world);
"""
"""Version 4: sections are told apart by the pack, or the map, that they are of. Earlier attempts count as the shipped
pack's."""

STEPS = (FIRST, SECOND, THIRD, FOURTH)
"""The scripts that lead from each version to the next, from none on."""


def statements_from(version: int) -> list[str]:
    """Return the statements that bring a database of this version up to date."""
    steps = "".join(STEPS[version:]).split(";")
    return [*(step for step in steps if step.strip()), f"PRAGMA user_version = {VERSION}"]
