"""The calibration screen: the player taps along with footsteps or a swinging bag; a strip shows the error of each tap.

The test is played by the song player itself, below song time zero, so the latency measured is that of the game.
"""

import math
from enum import Enum
from fractions import Fraction

import pygame

from game.platform.audio.song_player import SongPlayer
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent
from game.sim.chart import Chart, Difficulty, SectionChart
from game.states.context import AppContext
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.menus.menu_state import TITLE_AT, MenuState, hint
from game.states.menus.setup.calibration import TimingReading, read_taps
from game.states.protocols import Poll
from game.states.transitions import Transition
from game.timing.tempo import TempoMap
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros
from game.view.ui.menu import Row, draw_hints, draw_plate, draw_title
from game.view.ui.taps import draw_bag, draw_lamps, draw_strip
from game.view.ui.text import CENTRED, SMALL, write

US_PER_BEAT = 600_000
"""Duration of a beat of the test, microseconds: 100 beats a minute."""
COUNT_IN_BEATS = 4
"""Beats before taps are counted."""
TAP_BEATS = 32
"""Beats on which taps are counted."""
FIRST_BEAT = -44
"""The beat of the song at which the test starts: it ends before the song's lead-in begins."""
IGNORE_KEYS_US = US_PER_SECOND
"""Time for which keys do nothing after a test has begun or ended, microseconds."""
SOUND_AGAIN = "Test the sound again"
"""Row that measures the latency of the sound."""
PICTURE_AGAIN = "Test the picture again"
"""Row that measures the latency of the picture."""
ADVICE = ("Use the speakers or headphones you will play with.", "Both numbers say how late a device is.")
"""Lines under the title."""


KEPT_FOR = "The sound's number is kept for {device}."
"""Line under them where the sound device has a name."""


class Sense(Enum):
    """Which latency is measured; the value is the test's row of the `exercises` in the table of sounds."""

    HEARING = "hearing_test"
    SEEING = "seeing_test"


class Calibrate(MenuState):
    """Offers the two tests, runs one, and applies the offset that it shows."""

    title = "CALIBRATE"

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self._sense: Sense | None = None
        self._errors_ms: list[float] = []
        self._reading: TimingReading | None = None
        self._ignores_keys_until_us: Micros = 0

    # -- the menu around the test

    def rows(self) -> tuple[Row, ...]:
        """Return the tests, or what to do with a reading."""
        if self._reading is None:
            return (
                Row("Sound: tap with the steps", f"{self._kept_ms(Sense.HEARING):+} ms"),
                Row("Picture: tap with the bag", f"{self._kept_ms(Sense.SEEING):+} ms"),
                Row("Back"),
            )
        again = (Row(f"Keep {self._kept_ms(self._sense):+} ms"), Row(SOUND_AGAIN), Row(PICTURE_AGAIN))
        if self._reading.refusal is not None:
            return again
        return (Row(f"Use {self._reading.offset_ms:+} ms"), *again)

    def confirm(self) -> None:
        """Start a test, or apply or discard its reading."""
        label = self.rows()[self.chosen].label
        if self._reading is None:
            if self.chosen == 2:
                self.transition = Transition("menu")
            else:
                self._begin((Sense.HEARING, Sense.SEEING)[self.chosen])
        elif label in (SOUND_AGAIN, PICTURE_AGAIN):
            self._begin(Sense.HEARING if label == SOUND_AGAIN else Sense.SEEING)
        else:
            if label.startswith("Use"):
                self._use(self._reading.offset_ms)
            self._sense, self._reading, self.chosen = None, None, 0

    # -- the test

    def _kept_ms(self, sense: Sense | None) -> int:
        """Return the offset that is set for a sense."""
        return self.app.settings.timing.visual_offset_ms if sense is Sense.SEEING else self.app.audio_offset_ms

    def _use(self, offset_ms: int) -> None:
        """Set the offset of the sense that was measured."""
        self.app.change("timing", calibrated=True)
        if self._sense is Sense.HEARING:
            self.app.set_audio_offset(offset_ms)
        else:
            self.app.change("timing", visual_offset_ms=offset_ms)

    @property
    def _testing(self) -> bool:
        return self._sense is not None and self._reading is None

    def ignores_keys(self, wall_us: Micros) -> bool:
        """Whether keys do nothing at this moment."""
        return wall_us < self._ignores_keys_until_us

    def _begin(self, sense: Sense) -> None:
        self._sense, self._reading, self._errors_ms, self.chosen = sense, None, [], 0
        self._ignores_keys_until_us = self.app.clock.now_us() + IGNORE_KEYS_US
        self._tempo = TempoMap.from_runs(((1, US_PER_BEAT),))
        player = self._player()
        player.start(_test_chart(self._tempo, sense), self._tempo.to_us(Fraction(FIRST_BEAT)), 1000)
        self.app.apply_volumes()

    def on_button(self, button_event: ButtonEvent) -> None:
        """In a test every key is a tap, except the one for back. For a second after a test has begun or ended keys do
        nothing, so that a tap too many chooses no row."""
        if not self._testing and self.ignores_keys(button_event.wall_us):
            return
        if not self._testing:
            super().on_button(button_event)
        elif self.app.bindings.menu_action(button_event) is MenuAction.BACK:
            self._stop()
            self._sense = None
        elif button_event.down and not self.ignores_keys(button_event.wall_us):
            self._tap(button_event.wall_us)

    def interrupt(self, wall_us: Micros) -> None:
        """Stop the test when the window loses its focus."""
        if self._testing:
            self._stop()
            self._sense = None

    def advance(self, wall_us: Micros) -> None:
        """End the test half a beat after its last; the row that changes nothing is chosen."""
        if self._testing and self._beat(wall_us) >= COUNT_IN_BEATS + TAP_BEATS - 0.5:
            self._stop()
            self._reading = read_taps(self._errors_ms)
            self.chosen = 0 if self._reading.refusal is not None else 1
            self._ignores_keys_until_us = wall_us + IGNORE_KEYS_US

    def leave(self) -> None:
        """Stop the player."""
        if self._testing:
            self._stop()

    def _tap(self, wall_us: Micros) -> None:
        beat = self._beat(wall_us)
        nearest = math.floor(beat + 0.5)
        if COUNT_IN_BEATS <= nearest < COUNT_IN_BEATS + TAP_BEATS:
            self._errors_ms.append((beat - nearest) * US_PER_BEAT / US_PER_MS)

    def _beat(self, wall_us: Micros) -> float:
        return self._tempo.beat_at(self._player().song_time_at(wall_us)) - FIRST_BEAT

    def _player(self) -> SongPlayer:
        return self.app.loaded.wait().player

    def _stop(self) -> None:
        self._player().stop()

    # -- drawing

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the menu, or the test with its strip."""
        if not self._testing:
            super().draw(canvas, wall_us, poll)
            return
        draw_backdrop(self.app, canvas, wall_us, 215)
        draw_title(canvas, self.app.fonts, self.title, TITLE_AT)
        beat = self._beat(wall_us)
        if self._sense is Sense.SEEING:
            draw_bag(canvas, beat)
        else:
            draw_lamps(canvas, beat, COUNT_IN_BEATS)
        draw_strip(canvas, self.app.fonts, self._errors_ms, None)
        write(canvas, self.app.fonts, self.instruction(beat), (320, 217), CENTRED)
        draw_hints(canvas, self.app.fonts, (hint(self.app, MenuAction.BACK, "stop"),))

    def instruction(self, beat: float) -> str:
        """Return what to do; the number counts down half a beat after each beat, once its tap can have come."""
        when = "as the bag hangs straight down" if self._sense is Sense.SEEING else "with each step"
        if beat < COUNT_IN_BEATS - 0.5:
            return f"Wait, then tap any key {when}"
        left = COUNT_IN_BEATS + TAP_BEATS - math.floor(beat + 0.5)
        return f"Tap any key {when}: {left} to go"

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw the strip under a reading, and what it says."""
        fonts = self.app.fonts
        if self._reading is None:
            device = self.app.heard_on
            kept_for = (KEPT_FOR.format(device=device),) if device else ()
            for place, words in enumerate((*ADVICE, *kept_for)):
                write(canvas, fonts, words, (TITLE_AT[0], 140 + 12 * place), SMALL)
            return
        draw_plate(canvas, pygame.Rect(50, 226, 540, 100))
        reading = self._reading
        draw_strip(canvas, fonts, self._errors_ms, None if reading.refusal is not None else reading.offset_ms)
        words = reading.refusal or "your taps were steady"
        write(canvas, fonts, words[:1].upper() + words[1:] + ".", (TITLE_AT[0], 152), SMALL)


def _test_chart(tempo: TempoMap, sense: Sense) -> Chart:
    """Return an empty section whose feet, where the test has any, fall on every beat."""
    start, end = Fraction(FIRST_BEAT), Fraction(FIRST_BEAT + COUNT_IN_BEATS + TAP_BEATS)
    section = SectionChart(0, "timing", sense.value, start, end, tempo.to_us(start), tempo.to_us(end), ())
    return Chart(tempo, Difficulty.NORMAL, (section,))
