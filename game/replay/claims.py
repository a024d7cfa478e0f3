"""The header and the conditions of a replay as the objects that its file has, and as text that its digests are of.

The digests are of the events as well, so whoever changes a field must play the run again to make them fit.
"""

import json
from typing import Any

from game.replay.model import Conditions, ReplayHeader
from game.sim.options import START_PACE


def header_json(header: ReplayHeader) -> dict[str, Any]:
    """Return a header as the object that the file has."""
    options = header.options
    begun_otherwise = {} if options.start_pace == START_PACE else {"start_pace": options.start_pace}
    return {
        "engine": header.engine,
        "rules_version": header.rules_version,
        "player": str(header.player),
        "mode": str(header.mode),
        "pack": header.pack,
        "chart_hash": header.chart_hash,
        "song_hash": header.song_hash,
        "difficulty": header.difficulty,
        "section": header.section,
        "map": header.map,
        "rate_permille": header.options.rate_permille,
        "window_percent": header.options.window_percent,
        "assists": sorted(header.options.assists),
        "seed": header.options.seed,
        "audio_offset_us": header.audio_offset_us,
        "visual_offset_us": header.visual_offset_us,
        "restart": header.restart,
        **begun_otherwise,
    }


def conditions_json(conditions: Conditions) -> dict[str, Any]:
    """Return the conditions as the object that the file has."""
    return {
        "clock": str(conditions.clock),
        "unfit": conditions.unfit,
        "overlay_ever": conditions.overlay_ever,
        "hints_ever": conditions.hints_ever,
        "laces": list(conditions.laces),
    }


def setup_of(header: ReplayHeader) -> str:
    """Return a header as the text that all digests of its run begin with."""
    return canonical(header_json(header))


def closing_of(conditions: Conditions) -> str:
    """Return the conditions as the text that the last digest of a run ends with."""
    return canonical(conditions_json(conditions))


def canonical(table: dict[str, Any]) -> str:
    """Return an object as JSON in the one way that files and digests have it: ASCII, no spaces, keys in order."""
    return json.dumps(table, separators=(",", ":"), sort_keys=True)
