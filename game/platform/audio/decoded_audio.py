"""Everything decoded: the song's stems or mix, and the sounds. Decoded on a thread while the title is up."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from game.platform.audio.pcm import Trouble
from game.platform.audio.sound_bank import SoundBank
from game.platform.audio.stems import RATE_ONE, Stems

Job = Callable[[], Trouble | None]


class AudioLoader:
    """Runs jobs one after another, once; collects why some of it cannot be heard."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = jobs
        self._done = 0
        self._troubles: list[Trouble] = []
        self._given_up = False
        self._thread = threading.Thread(target=self._work, name="sounds", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Return when everything is decoded."""
        self._thread.join()

    def give_up(self) -> None:
        """Leave out the jobs that are not begun; return when the present one is done."""
        self._given_up = True
        if self._thread.is_alive():
            self._thread.join()

    @property
    def progress(self) -> float:
        """How much is decoded, 0 to 1."""
        return self._done / len(self._jobs) if self._jobs else 1.0

    @property
    def troubles(self) -> tuple[str, ...]:
        """One sentence for each file that cannot be heard."""
        return tuple(trouble.sentence for trouble in self._troubles)

    def _work(self) -> None:
        for job in self._jobs:
            if self._given_up:
                return
            trouble = job()
            if trouble is not None:
                self._troubles.append(trouble)
            self._done += 1


class DecodedAudio:
    """The stems, the bank, and what is being loaded into them."""

    def __init__(self, stems: Stems, bank: SoundBank) -> None:
        self.stems = stems
        self.bank = bank
        song: list[Job] = [partial(stems.load, name) for name in stems.missing(RATE_ONE)]
        sounds: list[Job] = [partial(bank.load, name) for name in bank.names]
        self._first = AudioLoader([*song, *sounds])
        self._newest = self._first
        self._rate_permille = RATE_ONE
        self._song_bytes = 0

    def load(self) -> None:
        """Begin with the song at full speed and all sounds."""
        self._first.start()

    def prepare(self, rate_permille: int) -> None:
        """Begin to load the song at a rate, in place of what is there; nothing to do if it is there or on its way."""
        if rate_permille == self._rate_permille:
            return
        self._rate_permille = rate_permille
        self.stems.make_room(rate_permille)
        self._newest = AudioLoader([partial(self.stems.load, name) for name in self.stems.missing(rate_permille)])
        self._newest.start()

    def wait(self) -> None:
        """Return when nothing is being loaded any more."""
        self._first.wait()
        self._newest.wait()

    def give_up(self) -> None:
        """Stop loading; return when nothing is being decoded any more."""
        self._first.give_up()
        self._newest.give_up()

    def song_has_grown(self) -> bool:
        """Whether more of the song is in memory than when this was asked last."""
        before, self._song_bytes = self._song_bytes, self.stems.nbytes()
        return self._song_bytes > before

    @property
    def progress(self) -> float:
        """How much of the first load is done, 0 to 1."""
        return self._first.progress

    @property
    def troubles(self) -> tuple[str, ...]:
        """One sentence for each file that cannot be heard."""
        return tuple(dict.fromkeys(self._first.troubles + self._newest.troubles))

    def nbytes(self) -> int:
        """Return how much memory all decoded sound takes, in bytes."""
        return self.stems.nbytes() + self.bank.nbytes()
