"""The threads that pass sound on to a server come before others, where the system lets one."""

import os
import sys
import threading
from pathlib import Path

import pytest

from game.platform.audio.device.thread_priority import NAMES, NICE, TASKS, raise_sound_threads


@pytest.mark.skipif(not TASKS.exists(), reason="threads have no files here")
def test_a_thread_that_passes_sound_on_is_raised_and_no_other() -> None:
    named, raised = threading.Event(), threading.Event()
    nice: list[int] = []

    def pass_sound_on() -> None:
        thread = threading.get_native_id()
        (TASKS / str(thread) / "comm").write_text(NAMES[0])
        named.set()
        raised.wait(10)
        nice.append(os.getpriority(os.PRIO_PROCESS, thread))

    thread = threading.Thread(target=pass_sound_on)
    thread.start()
    named.wait(10)
    raise_sound_threads()
    raised.set()
    thread.join()
    assert nice == [NICE if os.geteuid() == 0 else os.getpriority(os.PRIO_PROCESS, 0)]
    assert os.getpriority(os.PRIO_PROCESS, 0) != NICE


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such threads")
def test_where_it_is_not_allowed_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "999999999").mkdir()
    (tmp_path / "999999999" / "comm").write_text(NAMES[0] + "\n")
    before = os.getpriority(os.PRIO_PROCESS, 0)
    raise_sound_threads(tmp_path)
    raise_sound_threads(tmp_path / "nowhere")
    assert os.getpriority(os.PRIO_PROCESS, 0) == before
