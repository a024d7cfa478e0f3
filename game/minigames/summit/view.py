"""The summit: he turns, and the city lies before him; both arms go up, and every place flashes by as this player ran
it."""

from functools import lru_cache

import pygame

from game.sim.chart import Cue
from game.sim.judge import Grade
from game.view.actor import Pose, draw_shadow
from game.view.camera import smoother
from game.view.film import grade
from game.view.frame import Frame
from game.view.lens import HEIGHT, VIEW_Y, WIDTH, Lens
from game.view.particles import BREATH, STAR, Burst, chance
from game.view.section_view import SectionView, Staging
from game.view.tones import tint_at

FEET = 344
HEIGHT_PX = 120.0
TURN_BEATS = 1.6
"""The camera comes round with him over so many beats from the downbeat."""
MEMORY_OPACITY = 150
MEMORY_BEATS = 1.0
FIRST_MEMORY_BEAT = 5.0
HORIZON = 236


class SummitView(SectionView):
    """Arms."""

    staging = Staging.OWN
    sheet = "summit"

    def whole(self, frame: Frame) -> None:
        """Draw the city as the camera comes round to it, the memories over it, the man before all."""
        share = smoother((self._beat(frame) + 0.4) / TURN_BEATS)
        lens = Lens((1 - share) * -520.0, frame.lens.y)
        if self.setting.place.layers:
            frame.target.fill(self.setting.place.tone.dark)
            for layer in self.setting.place.layers:
                if not layer.facts.front:
                    layer.draw(frame.target, lens)
        else:
            frame.target.blit(city(), (0, 0))
        self._memory(frame)
        self.body(frame)
        for layer in self.setting.place.layers:
            if layer.facts.front:
                layer.draw(frame.target, lens)
        self.front(frame)
        grade(frame.target, tint_at(self.setting.place.tone, frame.warmth))

    def body(self, frame: Frame) -> None:
        """Draw him in the middle of the picture, from behind."""
        at = (frame.lens.column(WIDTH / 2 + frame.lens.x), FEET)
        draw_shadow(frame.target, at, 56)
        frame.sprite(self.sheet, self.pose(frame), WIDTH / 2 + frame.lens.x, FEET + VIEW_Y + frame.lens.y, HEIGHT_PX)

    def pose(self, frame: Frame) -> Pose:
        """Return the last thing he did: the turn, a jab, the raise, the arms held."""
        form = frame.now.form
        for cue in reversed(self.near(frame.now, 16, 0.4)):
            pressed = frame.heard.pressed_us(cue.id, frame.now.us)
            missed = frame.judged(cue.id)
            if pressed is None and (missed is None or missed.grade is not Grade.MISS):
                continue
            since = frame.beats_since(pressed if pressed is not None else frame.now.us)
            found = self._after(cue, since, form)
            if found is not None:
                return found
        return Pose("idle", frame.now.beat, form)

    def front(self, frame: Frame) -> None:
        """Draw his breath, and light off a dead-on raise."""
        number = int(frame.now.beat // 2)
        age = (frame.now.beat - number * 2 - 0.5) * frame.now.us_per_beat / 1e6
        at = (round(WIDTH / 2 + 6 + frame.lens.x), FEET - 104 + VIEW_Y)
        frame.burst(BREATH, Burst(age, at, number, 1.0, 0.4))
        for cue in self.cues:
            judged = frame.judged(cue.id)
            if judged is not None and judged.dead_on:
                frame.burst(STAR, Burst(frame.seconds_since(judged.time_us), at, cue.id, 1.4, scale=1.8))

    def _after(self, cue: Cue, since: float, form: str) -> Pose | None:
        if cue.name == "raise":
            length = self._length("raise", form)
            return Pose("raise", since, form) if since < length else Pose("held", since - length, form)
        action = "turn" if cue.name == "turn" else f"jab_{cue.verbs[0].name.lower()}"
        return Pose(action, since, form) if since < self._length(action, form) else None

    def _length(self, action: str, form: str) -> float:
        clip = self.setting.actors.clip(self.sheet, action, form)
        return 1.0 if clip is None else clip.length

    def _beat(self, frame: Frame) -> float:
        return frame.now.beat - float(self.setting.section.start_beat)

    def _memory(self, frame: Frame) -> None:
        """Lay the picture of one place over the sky for each beat that the arms are held, as bright as it was run."""
        raised = next((cue for cue in self.cues if cue.name == "raise"), None)
        if raised is None or frame.heard.pressed_us(raised.id, frame.now.us) is None:
            return
        place = self._beat(frame) - FIRST_MEMORY_BEAT
        memory = self.setting.recall(int(place // MEMORY_BEATS), frame) if place >= 0 else None
        if memory is None:
            return
        into = place % MEMORY_BEATS / MEMORY_BEATS
        fade = min(1.0, into / 0.18, (1 - into) / 0.22)
        memory.picture.set_alpha(round(MEMORY_OPACITY * fade * (0.25 + 0.75 * memory.quality)))
        frame.target.blit(memory.picture, (0, 0), (0, 0, WIDTH, HEIGHT))


@lru_cache(maxsize=1)
def city() -> pygame.Surface:
    """Return a plain city at noon, for when the painters' is missing: the tower is tallest."""
    picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    for row in range(HEIGHT):
        share = round(min(1.0, row / HORIZON) * 10) / 10
        tone = tuple(round(a + (b - a) * share) for a, b in zip((110, 140, 176), (226, 216, 192), strict=True))
        picture.fill(tone, (0, row, WIDTH, 1))
    for index in range(46):
        height = round(14 + 60 * chance(index, 1, 3) ** 2)
        picture.fill((150, 150, 150), (index * 15 - 6, HORIZON - height, 9 + round(8 * chance(index, 2, 3)), height))
    picture.fill((130, 126, 124), (318, HORIZON - 104, 22, 104))
    pygame.draw.polygon(picture, (130, 126, 124), [(318, HORIZON - 104), (329, HORIZON - 136), (340, HORIZON - 104)])
    picture.fill((126, 116, 92), (0, HORIZON, WIDTH, 70))
    picture.fill((176, 164, 140), (0, HORIZON + 70, WIDTH, HEIGHT - HORIZON - 70))
    return picture


VIEW: type[SectionView] = SummitView
