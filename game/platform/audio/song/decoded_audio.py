"""Decodes the song (stems, or the mix of a rate) and the sounds on a background thread."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from game.platform.audio.device.mixer import Mixer
from game.platform.audio.device.pcm import SoundProblem
from game.platform.audio.song.stems import Stems
from game.platform.audio.sound_bank import SoundBank
from game.platform.clock.song_clock import RATE_ONE

Job = Callable[[], SoundProblem | None]
WITHOUT_MIXER_S = 0.05
"""Time between two looks for an open mixer, in seconds."""


class AudioLoader:
    """Runs decoding jobs one after another on a thread, once, and collects the failures; waits without a mixer."""

    def __init__(self, jobs: Sequence[Job], mixer: Mixer) -> None:
        self._jobs = jobs
        self._mixer = mixer
        self._done = 0
        self._problems: list[SoundProblem] = []
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._work, name="sounds", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def wait(self) -> None:
        """Block until all jobs are done."""
        self._thread.join()

    def cancel(self) -> None:
        """Skip the jobs that have not begun; block until the present one is done."""
        self._cancelled.set()
        if self._thread.is_alive():
            self._thread.join()

    @property
    def progress(self) -> float:
        """How much is decoded, 0 to 1."""
        return self._done / len(self._jobs) if self._jobs else 1.0

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each file that could not be decoded."""
        return tuple(problem.sentence for problem in self._problems)

    def _work(self) -> None:
        waiting = deque(self._jobs)
        while waiting and not self._cancelled.is_set():
            with self._mixer.kept_open() as is_open:
                if is_open:
                    self._do(waiting.popleft())
            if not is_open:
                self._cancelled.wait(WITHOUT_MIXER_S)

    def _do(self, job: Job) -> None:
        problem = job()
        if problem is not None:
            self._problems.append(problem)
        self._done += 1


class DecodedAudio:
    """The stems and the sound bank, and the loaders that fill them."""

    def __init__(self, stems: Stems, bank: SoundBank, mixer: Mixer) -> None:
        self._mixer = mixer
        self.stems = stems
        self.bank = bank
        song: list[Job] = [partial(stems.load, name) for name in stems.missing(RATE_ONE)]
        sounds: list[Job] = [partial(bank.load, name) for name in bank.names]
        self._first = AudioLoader([*song, *sounds], mixer)
        self._newest = self._first
        self._rate_permille = RATE_ONE
        self._song_bytes = 0

    def load(self) -> None:
        """Start decoding the song at rate 1 and all sounds."""
        self._first.start()

    def prepare(self, rate_permille: int) -> None:
        """Start decoding the song at a rate in place of the present one; does nothing if that is loaded or loading."""
        if rate_permille == self._rate_permille:
            return
        self._rate_permille = rate_permille
        self.stems.make_room(rate_permille)
        song = [partial(self.stems.load, name) for name in self.stems.missing(rate_permille)]
        self._newest = AudioLoader(song, self._mixer)
        self._newest.start()

    def wait(self) -> None:
        """Block until nothing is being decoded."""
        self._first.wait()
        self._newest.wait()

    def cancel(self) -> None:
        """Stop decoding; block until the threads have ended."""
        self._first.cancel()
        self._newest.cancel()

    def song_has_grown(self) -> bool:
        """Whether more of the song is in memory than at the last call."""
        before, self._song_bytes = self._song_bytes, self.stems.nbytes()
        return self._song_bytes > before

    @property
    def progress(self) -> float:
        """How much of the first load is done, 0 to 1."""
        return self._first.progress

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each file that could not be decoded."""
        return tuple(dict.fromkeys(self._first.problems + self._newest.problems))

    def nbytes(self) -> int:
        """Return how much memory all decoded sound takes, in bytes."""
        return self.stems.nbytes() + self.bank.nbytes()
