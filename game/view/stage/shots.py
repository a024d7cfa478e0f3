"""Shots: spans of the run that one camera covers without a cut; each can draw any of its moments. A `RunShot` follows
the runner along adjacent places, a `RoomShot` glides between stations, an `OwnShot` leaves the picture to its exercise.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import copysign, floor, inf
from typing import Protocol

import pygame

from game.content.look import ColorGrade
from game.timing.tempo import TempoMap
from game.timing.units import Micros
from game.view.canvas.camera import FollowPath
from game.view.canvas.easing import smoother
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.film.draw_context import DrawContext
from game.view.place.color_grade import mixed
from game.view.stage.laces import draw_lace
from game.view.stage.passing import PASSING_PX, draw_passing, is_walker
from game.view.stage.seams import draw_abutment
from game.view.stage.shot_drawing import draw_before, draw_behind, draw_body, draw_light
from game.view.stage.staged_section import StagedSection, camera_sway
from game.view.stage.streak_answers import draw_streak_answers

FRAMED = (WIDTH / 6, WIDTH * 5 / 6)
"""Screen columns between which the fighter is visible during a glide."""
GLIDE_BEATS = (1.0, 2.0)
"""Beats before and after the seam at which the glide to the next station begins and ends. In a longer one of the gym a
window, lockers and a beam pass one place at 60 frames a second as three flashes."""


HASTES = (1.25, 1.5)
"""How much faster than it need be a thing passes, in a room's first glide and in the others: none is in the picture for
longer than 0.4 s. At 1.5 the bright windows of the gym's first glide are three flashes."""


class Shot(Protocol):
    """A span of the run that one camera covers."""

    start_us: Micros
    end_us: Micros
    sections: tuple[StagedSection, ...]

    def parts(self, context: DrawContext) -> Iterator[None]:
        """Draw one moment, part by part; none takes long."""
        ...

    def camera_x(self, time_us: Micros) -> float:
        """Return the camera's x in the world's pixels, without its hand-held motion."""
        ...

    def fighter_column(self, context: DrawContext) -> float:
        """Return the fighter's screen column."""
        ...

    def grade_at(self, time_us: Micros) -> tuple[ColorGrade, float]:
        """Return the color grade of a time, and the share of its glow that is lit."""
        ...


def section_at(sections: tuple[StagedSection, ...], time_us: Micros) -> StagedSection:
    """Return the section that plays at a time; the first before all, the last after all."""
    starts = [staged.start_us for staged in sections]
    return sections[max(0, bisect_right(starts, time_us) - 1)]


class RunShot:
    """The camera follows the runner; adjacent places are drawn side by side, each clipped at the seam."""

    def __init__(self, sections: tuple[StagedSection, ...], follow: FollowPath) -> None:
        self.sections = sections
        self.start_us, self.end_us = sections[0].start_us, sections[-1].end_us
        self._follow = follow

    def camera_x(self, time_us: Micros) -> float:
        """Return the camera path's x."""
        return self._follow.x_at(time_us)

    def fighter_column(self, context: DrawContext) -> float:
        """Return the column of the running section's fighter."""
        playing = section_at(self.sections, context.now.us)
        return playing.view.x_at(context) + playing.place.left - self.camera_x(context.now.us)

    def grade_at(self, time_us: Micros) -> tuple[ColorGrade, float]:
        """Return the grade of the place in which he runs."""
        return section_at(self.sections, time_us).place.color_grade, 1.0

    def parts(self, context: DrawContext) -> Iterator[None]:
        """Draw the visible places, the runner, then the foreground."""
        playing = section_at(self.sections, context.now.us)
        across, down = camera_sway(context, playing.view)
        world = Lens(self.camera_x(context.now.us) + across, down)
        seen = [(staged, clip) for staged in self.sections if (clip := self._clip(staged, world)).width > 0]
        target = context.target
        for staged, clip in seen:
            target.set_clip(clip)
            yield from draw_behind(context, staged, world.moved(staged.place.left))
            target.set_clip(None)
        for (before, _), (staged, _) in itertools.pairwise(seen):
            if not before.place.walled[1] and not staged.place.walled[0]:
                draw_abutment(target, world.column(staged.place.left), staged.place.color_grade)
        draw_body(context, playing, world.moved(playing.place.left))
        for draw in (draw_before, draw_light):
            for staged, clip in seen:
                target.set_clip(clip)
                yield from draw(context, staged, world.moved(staged.place.left))
                target.set_clip(None)

    def _clip(self, staged: StagedSection, world: Lens) -> pygame.Rect:
        first, last = staged is self.sections[0], staged is self.sections[-1]
        left = 0 if first else min(WIDTH, max(0, world.column(staged.place.left)))
        right = WIDTH if last else min(WIDTH, max(0, world.column(staged.place.left + staged.place.length)))
        return pygame.Rect(left, 0, max(0, right - left), HEIGHT)


@dataclass(frozen=True, slots=True)
class Passing:
    """A thing that passes before the lens: its number, the screen column of its middle, the section it hides."""

    number: int
    middle: float
    staged: StagedSection


class RoomShot:
    """The camera stands in front of a station, and glides to the next one around the seam."""

    def __init__(self, sections: tuple[StagedSection, ...], centres: tuple[float, ...], tempo: TempoMap) -> None:
        """`centres` are the picture's middle for each section, in the room's pixels."""
        self.sections = sections
        self.start_us, self.end_us = sections[0].start_us, sections[-1].end_us
        self._xs = [x - WIDTH / 2 for x in centres]
        self.glides = [self._glide(staged.start_us, tempo) for staged in sections[1:]]
        """Beginning and end of the way to each next station, in microseconds."""

    def camera_x(self, time_us: Micros) -> float:
        """Return the camera's x, gliding around seams."""
        x = self._xs[0]
        for (begin_us, end_us), previous, following in zip(self.glides, self._xs, self._xs[1:], strict=False):
            x += (following - previous) * smoother((time_us - begin_us) / (end_us - begin_us))
        return x

    def fighter_column(self, context: DrawContext) -> float:
        """Return the column of the fighter at his station."""
        return section_at(self.sections, context.now.us).view.x_at(context) - self.camera_x(context.now.us)

    def grade_at(self, time_us: Micros) -> tuple[ColorGrade, float]:
        """Return the station's grade; in a glide one passes over into the next, and its glow is out half way."""
        for (begin_us, end_us), (before, after) in zip(self.glides, itertools.pairwise(self.sections), strict=True):
            if begin_us < time_us < end_us:
                share = smoother((time_us - begin_us) / (end_us - begin_us))
                return mixed(before.place.color_grade, after.place.color_grade, share), abs(2.0 * share - 1.0)
        return section_at(self.sections, time_us).place.color_grade, 1.0

    def parts(self, context: DrawContext) -> Iterator[None]:
        """Draw the room, the fighter at his station, then the foreground."""
        manned = self._manned(context.now.us)
        across, down = camera_sway(context, manned.view)
        lens = Lens(self.camera_x(context.now.us) + across, down)
        things = self._passing(context, lens)
        if things:
            context = context.derive(left_by=trainer_between(things, manned))
        yield from draw_behind(context, manned, lens)
        if is_framed(manned.view.x_at(context.with_lens(lens)) - lens.x):
            draw_body(context, manned, lens)
        yield from draw_before(context, manned, lens)
        grade, _ = self.grade_at(context.now.us)
        yield from draw_light(context, replace(manned, place=replace(manned.place, color_grade=grade)), lens)
        for thing in things:
            context.composite.hang(thing.middle, 0.0)
            draw_passing(context, floor(thing.middle + 0.5), thing.number, thing.staged.place.color_grade)
            context.composite.seal()

    def _manned(self, time_us: Micros) -> StagedSection:
        """Return the section whose fighter is drawn: he changes in the middle of a glide, behind a
        foreground object.
        """
        middles = [(begin + end) // 2 for begin, end in self.glides]
        return self.sections[bisect_right(middles, time_us)]

    def _passing(self, context: DrawContext, lens: Lens) -> list[Passing]:
        """Return the foreground objects that hide the fighter at both stations as he leaves or enters the frame."""
        found: list[Passing] = []
        for index, (begin_us, end_us) in enumerate(self.glides):
            if not begin_us <= context.now.us < end_us:
                continue
            half = (self._xs[index + 1] - self._xs[index]) / 2
            for number, staged in self._two_of(index):
                column = staged.view.x_at(context.with_lens(lens)) - self._xs[index] - half
                if half and -PASSING_PX < column < WIDTH + PASSING_PX:
                    off = lens.x - self._xs[index] - half
                    middle = passing_at(off, half, column, HASTES[min(index, 1)])
                    found.append(Passing(number, middle, staged))
        return found

    def passed_by(self) -> list[tuple[int, StagedSection]]:
        """Return the numbers of all things that pass, and whose grade they have."""
        return [two for index in range(len(self.glides)) for two in self._two_of(index)]

    def _two_of(self, index: int) -> list[tuple[int, StagedSection]]:
        return list(enumerate(self.sections[index : index + 2], start=2 * index))

    def _glide(self, seam_us: Micros, tempo: TempoMap) -> tuple[Micros, Micros]:
        us_per_beat = tempo.segment_at(seam_us).us_per_beat
        return seam_us - round(GLIDE_BEATS[0] * us_per_beat), seam_us + round(GLIDE_BEATS[1] * us_per_beat)


def is_framed(column: float) -> bool:
    """Whether a screen column lies in the middle two thirds, where the fighter is drawn during a glide."""
    return FRAMED[0] <= column <= FRAMED[1]


def trainer_between(things: list[Passing], manned: StagedSection) -> tuple[float, float]:
    """Return the screen columns at which the trainer is not seen while it is he who walks by: he is gone from his old
    station once the first thing has passed it, and at the next one only when he has walked past there.
    """
    if len(things) < 2 or not is_walker(things[1].number):
        return 0.0, 0.0
    return (things[0].middle, inf) if manned is things[0].staged else (-inf, things[1].middle)


def passing_at(off_middle: float, half: float, column: float, haste: float = 1.0) -> float:
    """Return the screen column of the foreground object when the camera is `off_middle` px from the middle of a glide
    of length twice `half`.

    `column` is where the hidden fighter stands in the middle of the glide. The object covers him there, or else where
    he is last or first visible; at both ends of the glide it has left the picture, the sooner the greater the `haste`.
    """
    covered = min(FRAMED[1], max(FRAMED[0], column))
    early = (column - covered) * copysign(1, half)
    ahead, behind = (WIDTH - covered, covered) if half > 0 else (covered, WIDTH - covered)
    speed = haste * max(
        (ahead + PASSING_PX) / max(1.0, abs(half) + early), (behind + PASSING_PX) / max(1.0, abs(half) - early)
    )
    return covered - (off_middle - (column - covered)) * speed


class OwnShot:
    """A shot whose view draws the whole picture."""

    def __init__(self, staged: StagedSection) -> None:
        self.sections: tuple[StagedSection, ...] = (staged,)
        self.start_us, self.end_us = staged.start_us, staged.end_us

    def camera_x(self, time_us: Micros) -> float:
        """Return 0: the camera is the view's own."""
        return 0.0

    def fighter_column(self, context: DrawContext) -> float:
        """Return the middle column."""
        return WIDTH / 2

    def grade_at(self, time_us: Micros) -> tuple[ColorGrade, float]:
        """Return the place's grade."""
        return self.sections[0].place.color_grade, 1.0

    def parts(self, context: DrawContext) -> Iterator[None]:
        """Let the view draw: all of it is one part."""
        view, place = self.sections[0].view, self.sections[0].place
        across, down = camera_sway(context, view)
        placed = context.in_place(Lens(across, down), place)
        view.whole(placed)
        draw_streak_answers(placed, view)
        draw_lace(placed, view)
        yield
