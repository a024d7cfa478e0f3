"""Damaged files of every kind: no exception gets out, none takes long, and every refusal names the file and the mend.

The 10,000 of the soak are the same every time; the suite takes the first few of each kind.
"""

import random
import re
import shutil
import time
from pathlib import Path

import pytest

from game.terminal import escaped
from tests.fuzz.kinds import Kind, kinds
from tests.fuzz.mutations import mutated

KINDS = kinds()
FEW, MANY = 13, 630
"""How many files of each kind the suite and the soak damage: 208 and 10,080 in all."""
LONGEST_S = 2.0
"""The most processor time that a file may cost."""
MEND = re.compile(r"[;:,(] ?[a-z]")
"""Where a sentence goes on with what to do, or what was done."""


@pytest.fixture(scope="module", params=KINDS)
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return a kind's name and a folder with a sound file of it."""
    folder = tmp_path_factory.mktemp(request.param)
    KINDS[request.param].write(folder)
    return request.param, folder


def test_the_sound_files_are_taken_as_they_are(sound: tuple[str, Path], tmp_path: Path) -> None:
    name, folder = sound
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    assert KINDS[name].read(tmp_path / KINDS[name].file) == []


def test_damaged_files_are_sentences(sound: tuple[str, Path], tmp_path: Path) -> None:
    assert_in_words(sound, tmp_path, FEW)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_ten_thousand_damaged_files_are_sentences(
    sound: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused, longest_s = assert_in_words(sound, tmp_path, MANY)
    with capsys.disabled():
        print(f"\n{sound[0]:<10} {MANY} files, {refused} refused in words, longest {longest_s:.2f} s")


def assert_in_words(sound: tuple[str, Path], tmp_path: Path, count: int) -> tuple[int, float]:
    """Read so many damaged files of a kind; return how many were refused, and the longest time."""
    name, folder = sound
    refused, longest_s = 0, 0.0
    for number in range(count):
        place = tmp_path / "place"
        shutil.copytree(folder, place)
        path = place / KINDS[name].file
        path.write_bytes(mutated(path.read_bytes(), random.Random(f"{name} {number}")))
        sentences, spent_s = read_once(KINDS[name], path, f"{name} {number}")
        assert spent_s < LONGEST_S, f"{name} {number} took {spent_s:.1f} s"
        for sentence in sentences:
            assert names_file_and_mend(sentence, path), f"{name} {number}: {sentence[:400]}"
        refused += bool(sentences)
        longest_s = max(longest_s, spent_s)
        shutil.rmtree(place)
    return refused, longest_s


def read_once(kind: Kind, path: Path, label: str) -> tuple[list[str], float]:
    """Read a file; return the sentences and the processor time."""
    began = time.process_time()
    try:
        sentences = kind.read(path)
    except Exception as error:
        raise AssertionError(f"{label} raises {error!r}") from error
    return sentences, time.process_time() - began


def names_file_and_mend(sentence: str, path: Path) -> bool:
    """Whether a sentence is one line, names a file of the folder, and goes on with what to do."""
    names = [path.name, path.stem, *(file.name for file in path.parent.rglob("*"))]
    named = any(name in sentence for name in names) or f"{path.parent.name}/" in sentence
    return named and "\n" not in escaped(sentence) and MEND.search(sentence) is not None
