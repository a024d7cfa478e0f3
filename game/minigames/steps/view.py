"""The steps: seen from behind, so that left is left; the camera climbs with him, and the stairs come in true
perspective.

A long shadow lies over the lower stairs; he runs out of it into the light as the horns begin to stab.
"""

from functools import lru_cache

import pygame

from game.minigames.steps.rules import STAIRS
from game.minigames.steps.stairs import (
    CENTRE,
    FOCAL,
    HALF_WIDTH,
    RISE,
    RUN_UP_BEATS,
    SINGLE_UNTIL,
    SINGLES,
    TREAD,
    Climb,
    climb_at,
    stairs_at,
)
from game.sim.actions import HANDS, Verb
from game.sim.chart import Cue
from game.view.actor import Pose
from game.view.film import grade
from game.view.frame import Frame, is_missed
from game.view.lens import HEIGHT, VIEW_Y, WIDTH
from game.view.particles import DUST, STAR, Burst, chance
from game.view.section_view import SectionView, Setting, Staging, shadow
from game.view.tones import tint_at

FEET = 314
HEIGHT_PX = 96.0
STEP_CONTACT, STUMBLE_BEATS = 0.25, 0.9
KIDS_METRES, KIDS_STOP_METRES = -2.6, -0.9
LIT_RISER, LIT_TREAD, LIT_EDGE = (206, 178, 134), (226, 204, 162), (246, 228, 188)
DARK_RISER, DARK_TREAD, DARK_EDGE = (62, 66, 92), (78, 82, 108), (98, 102, 128)
SHADOW_FROM, SHADOW_TO = 16.0, 44.0
"""The shadow's edge crosses the stairs from the right at the first of these to the left at the second."""
JOINT_METRES = 1.3
FAINTEST_JOINT_PX = 3.2


class StepsView(SectionView):
    """Seventy-two stairs."""

    staging = Staging.OWN
    sheet = "steps"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._cue_on = {stair: cue for cue in self.cues for stair in self._stairs_of(cue)}

    def pose(self, frame: Frame) -> Pose:
        """Run up to the stairs; then a step to each stair, on the foot that was pressed, and a stumble for one
        missed."""
        beat = self._beat(frame)
        if beat < RUN_UP_BEATS - 0.25:
            return Pose("run", frame.now.beat, frame.now.form)
        stumble = self._stumble(frame)
        if stumble is not None:
            return stumble
        nearest = min(STAIRS, max(1, round(stairs_at(beat + 0.0))))
        first, apart = (RUN_UP_BEATS, 1.0) if nearest <= SINGLES else (SINGLE_UNTIL, 0.5)
        due = first + (nearest if nearest <= SINGLES else nearest - SINGLES) * apart
        off_beat = (beat - due) * (0.5 / apart)
        cue = self._cue_on.get(nearest)
        action = "leap" if cue is not None and cue.name == "leap" else f"step_{self._foot(frame, nearest)}"
        return Pose(action, STEP_CONTACT + off_beat, frame.now.form)

    def _stairs_of(self, cue: Cue) -> list[int]:
        stair = round(stairs_at(float(cue.beat - self.setting.section.start_beat)))
        return list(range(stair, stair + max(1, cue.reps)))

    def _foot(self, frame: Frame, stair: int) -> str:
        """Return the foot that takes a stair: the one pressed, the one asked for, or the other than on the stair
        before."""
        for back in range(6):
            cue = self._cue_on.get(stair - back)
            if cue is not None:
                judged = frame.judged(cue.id)
                verb = judged.verb if judged is not None and judged.verb in HANDS else cue.verbs[0]
                left = (verb is Verb.LEFT) == (back % 2 == 0)
                return "left" if left else "right"
        return "left" if stair % 2 else "right"

    def _stumble(self, frame: Frame) -> Pose | None:
        for cue in reversed(self.near(frame.now, STUMBLE_BEATS, 0)):
            judged = frame.judged(cue.id)
            if judged is not None and is_missed(judged):
                since = frame.beats_since(judged.time_us) / STUMBLE_BEATS
                return Pose("stumble", since, frame.now.form) if since < 1 else None
            if judged is not None:
                return None
        return None

    def whole(self, frame: Frame) -> None:
        """Draw the sky and temple, the stairs from the top down, the man."""
        climb = climb_at(self._beat(frame))
        for layer in self.setting.place.layers:
            if not layer.facts.front:
                layer.draw(frame.target, frame.lens)
        if not self.setting.place.layers:
            self._goal(frame, climb)
        draw_stairs(frame.target, climb, round(frame.lens.y))
        self._kids(frame, climb)
        self.body(frame)
        self.front(frame)
        grade(frame.target, tint_at(self.setting.place.tone, frame.warmth))

    def body(self, frame: Frame) -> None:
        """Draw him in the middle, on the stair his steps have reached."""
        x, row = CENTRE + frame.lens.x, FEET + VIEW_Y
        shadow(frame, x, row, 40)
        frame.sprite(self.sheet, self.pose(frame), x, row, HEIGHT_PX)

    def front(self, frame: Frame) -> None:
        """Draw what his feet strike off the stone."""
        for cue in self.near(frame.now, 1.5, 0.2):
            judged = frame.judged(cue.id)
            if judged is None or is_missed(judged):
                continue
            side = -9 if judged.verb is Verb.LEFT else 9
            age = frame.seconds_since(judged.time_us)
            at = (CENTRE + side + round(frame.lens.x), FEET + VIEW_Y + round(46 * age))
            frame.burst(DUST, Burst(age, at, cue.id, 0.9, scale=1.1))
            if judged.dead_on:
                frame.burst(STAR, Burst(age, at, cue.id + 3, 0.9))

    def _beat(self, frame: Frame) -> float:
        return frame.now.beat - float(self.setting.section.start_beat)

    def _kids(self, frame: Frame, climb: Climb) -> None:
        """Children run along to the foot of the stairs, and cheer him from there until the picture leaves them."""
        running = climb.forward < KIDS_STOP_METRES
        z = climb.forward + 0.4 if running else KIDS_STOP_METRES + 0.4
        row, column = climb.row(z, 0.0), climb.column(KIDS_METRES, z)
        if row < HEIGHT + 90:
            pose = Pose("run_back" if running else "cheer_back", frame.now.beat)
            frame.sprite("kids", pose, column + frame.lens.x, row + VIEW_Y, 60.0)

    def _goal(self, frame: Frame, climb: Climb) -> None:
        top = round(climb.row(STAIRS * TREAD, STAIRS * RISE))
        frame.target.blit(sky(), (0, 0))
        temple = temple_front()
        base = round(climb.row(STAIRS * TREAD + 22, STAIRS * RISE)) + 2
        frame.target.blit(temple, (CENTRE - temple.get_width() // 2, max(base, top + 4) - temple.get_height()))


def draw_stairs(target: pygame.Surface, climb: Climb, drift: int) -> None:
    """Draw the plaza and every stair in view, farthest first."""
    for stair in range(STAIRS - 1, -1, -1):
        z, y = stair * TREAD, stair * RISE
        if climb.depth(z + TREAD) < 3.0:
            break
        head, foot = round(climb.row(z, y + RISE)), round(climb.row(z, y))
        back = round(climb.row(z + TREAD, y + RISE))
        if head > HEIGHT:
            continue
        left, right = round(climb.column(-HALF_WIDTH, z)), round(climb.column(HALF_WIDTH, z))
        _stair(target, (left, right), (back + drift, head + drift, foot + drift), (stair, FOCAL / climb.depth(z)))
    _plaza(target, climb, drift)


def _stair(
    target: pygame.Surface, across: tuple[int, int], rows: tuple[int, int, int], which: tuple[int, float]
) -> None:
    (left, right), (back, head, foot), (stair, scale) = across, rows, which
    share = (stair - SHADOW_FROM) / (SHADOW_TO - SHADOW_FROM)
    edge = round(CENTRE + (0.5 - share) * 2 * HALF_WIDTH * scale)
    edge = min(right, max(left, edge))
    tone = 0.94 + 0.10 * chance(stair, 1, 9)
    for x0, x1, riser, tread, nose in (
        (left, edge, DARK_RISER, DARK_TREAD, DARK_EDGE),
        (edge, right, LIT_RISER, LIT_TREAD, LIT_EDGE),
    ):
        if x1 <= x0:
            continue
        if back < head:
            target.fill(_toned(tread, tone), (x0, back, x1 - x0, head - back))
        target.fill(_toned(riser, tone), (x0, head, x1 - x0, max(1, foot - head)))
        if foot - head >= 3:
            target.fill(_toned(nose, tone), (x0, head, x1 - x0, 1))
    if foot - head >= FAINTEST_JOINT_PX:
        _joints(target, (left, right), (head + 1, foot), (stair, scale, edge))


def _joints(
    target: pygame.Surface, across: tuple[int, int], rows: tuple[int, int], which: tuple[int, float, int]
) -> None:
    stair, scale, edge = which
    step = JOINT_METRES * scale
    x = CENTRE - HALF_WIDTH * scale + step * chance(stair, 2, 9)
    while x < min(across[1], WIDTH):
        if x >= 0:
            dark = (46, 50, 74) if x < edge else (164, 136, 102)
            target.fill(dark, (round(x), rows[0], 1, rows[1] - rows[0]))
        x += step


def _plaza(target: pygame.Surface, climb: Climb, drift: int) -> None:
    top = round(climb.row(0.0, 0.0)) + drift
    if top >= HEIGHT:
        return
    target.fill((58, 60, 82), (0, top, WIDTH, HEIGHT - top))
    for slab in range(-26, 1):
        row = round(climb.row(slab * 1.4, 0.0)) + drift if climb.depth(slab * 1.4) > 2.0 else HEIGHT
        if top < row < HEIGHT:
            target.fill((44, 46, 66), (0, row, WIDTH, 1))


def _toned(colour: tuple[int, int, int], tone: float) -> tuple[int, int, int]:
    red, green, blue = (min(255, round(part * tone)) for part in colour)
    return red, green, blue


@lru_cache(maxsize=1)
def sky() -> pygame.Surface:
    """Return the sky over the temple, in a few tones."""
    picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    for row in range(HEIGHT):
        share = min(1.0, row / 220)
        tone = tuple(
            round(a + (b - a) * round(share * 9) / 9) for a, b in zip((96, 126, 168), (214, 214, 206), strict=True)
        )
        picture.fill(tone, (0, row, WIDTH, 1))
    return picture


@lru_cache(maxsize=1)
def temple_front() -> pygame.Surface:
    """Return the temple front: eight columns, entablature, pediment, lit from the right."""
    width, height = 300, 150
    temple = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    pygame.draw.polygon(temple, (214, 190, 148), [(0, 42), (width // 2, 0), (width, 42)])
    pygame.draw.polygon(temple, (176, 146, 112), [(26, 40), (width // 2, 8), (width - 26, 40)])
    temple.fill((226, 204, 164), (0, 42, width, 8))
    temple.fill((196, 168, 128), (0, 50, width, 10))
    temple.fill((108, 92, 90), (12, 60, width - 24, height - 60))
    for column in range(8):
        x = 14 + column * 36
        temple.fill((222, 198, 156), (x, 60, 16, height - 60))
        temple.fill((246, 230, 192), (x + 10, 60, 4, height - 60))
        temple.fill((164, 138, 110), (x, 60, 4, height - 60))
    return temple


VIEW: type[SectionView] = StepsView
