"""Charts of other games for the tests: a tempo change, a stop and an offset, with the times that they mean."""

import zipfile
from pathlib import Path

import numpy as np

from tests.content.importing.songs import Times

OFFSET_S = 0.75
"""Time of the first beat in the sound file."""
CHANGE_BEAT, STOP_BEAT, STOP_S = 32, 48, 1.0
SLOW_S, FAST_S = 0.5, 0.4
"""Beats before and from the change on, in seconds."""
BEATS = 96


def beat_times() -> Times:
    """Return when each beat of the chart is, in seconds of the sound file."""
    lengths = np.array([SLOW_S] * CHANGE_BEAT + [FAST_S] * (BEATS - CHANGE_BEAT))
    lengths[STOP_BEAT] += STOP_S
    return OFFSET_S + np.concatenate([[0.0], np.cumsum(lengths)])


def stepmania(music: str, *, ssc: bool) -> str:
    """Return a chart with a note on every beat and, in every second bar, on the halves."""
    bars = "\n,\n".join(_bar(bar) for bar in range(BEATS // 4))
    timing = f"#OFFSET:{-OFFSET_S};\n#BPMS:0={60 / SLOW_S},{CHANGE_BEAT}={60 / FAST_S};\n#STOPS:{STOP_BEAT}={STOP_S};\n"
    head = f"#TITLE:Stairs;\n#ARTIST:The Clerks;\n#MUSIC:{music};\n{timing}"
    if ssc:
        facts = "#STEPSTYPE:dance-single;\n#DIFFICULTY:Hard;\n#METER:8;\n"
        return f"#VERSION:0.83;\n{head}#NOTEDATA:;\n{facts}#NOTES:\n{bars};\n"
    easy = "\n,\n".join("1000\n0000\n0000\n0000" for _ in range(BEATS // 4))
    notes = "#NOTES:\n dance-single:\n :\n {}:\n 8:\n 0,0,0,0,0:\n{};\n"
    return head + notes.format("Easy", easy) + notes.format("Hard", bars)


def _bar(bar: int) -> str:
    if bar % 2 == 0:
        return "1000\n0100\n0010\n0001"
    return "\n".join(("1000", "0010", "0100", "0001", "1000", "0010", "0101", "0001"))


def osu(audio: str, version: str = "Hard") -> str:
    """Return a chart with a circle on every beat; the stop is two timing points."""
    times = beat_times()
    points = [(times[0], SLOW_S), (times[CHANGE_BEAT], FAST_S), (times[STOP_BEAT + 1], FAST_S)]
    rows = "".join(f"{time * 1000:g},{length * 1000:g},4,1,0,60,1,0\n" for time, length in points)
    circles = "".join(f"256,192,{time * 1000:.0f},1,0,0:0:0:0:\n" for time in times[:-1])
    return (
        f"osu file format v14\n\n[General]\nAudioFilename: {audio}\nMode: 0\n\n[Metadata]\nTitle:Stairs\n"
        f"TitleUnicode:Stairs\nArtist:The Clerks\nArtistUnicode:The Clerks\nCreator:Ada\nVersion:{version}\n\n"
        "[Difficulty]\nHPDrainRate:5\nCircleSize:4\nOverallDifficulty:5\nApproachRate:5\nSliderMultiplier:1.4\n"
        f"SliderTickRate:1\n\n[TimingPoints]\n{rows}\n[HitObjects]\n{circles}"
    )


def write_osz(path: Path, sound: Path, *charts: str) -> Path:
    """Write charts and their sound into an `.osz`."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(sound, sound.name)
        for number, chart in enumerate(charts):
            packed.writestr(f"{number}.osu", chart)
    return path
