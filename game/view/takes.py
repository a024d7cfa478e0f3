"""Takes: stretches of the run that one camera covers without a cut; each draws any of its moments on its own. A
`RunTake` follows the runner along places side by side, a `RoomTake` glides from station to station, an `OwnTake` leaves
the picture to its exercise.
"""

import itertools
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import floor
from typing import Protocol

import pygame

from game.sim.session import SessionState
from game.timing.tempo import TempoMap
from game.timing.units import Micros
from game.view.actor import Actors
from game.view.air import draw_air, draw_near_air
from game.view.arc import unrest
from game.view.camera import FollowPath, breath, smoother
from game.view.film import dim, grade
from game.view.frame import WARMTH_EASE_US, Frame
from game.view.heard import Heard
from game.view.laces import draw_lace
from game.view.layers import Layer
from game.view.lens import HEIGHT, WIDTH, Lens
from game.view.light import draw_lamp, draw_sun
from game.view.loss import SAG_PX, lost
from game.view.options import Quality, ViewOptions
from game.view.path import Rail, RunPath
from game.view.performer import Now
from game.view.place import Place
from game.view.planes import Planes
from game.view.revel import draw_company, draw_steam
from game.view.seams import PASSING_PX, draw_abutment, draw_passing
from game.view.section_view import SectionView
from game.view.spawners import draw_source
from game.view.tones import tint_at

Poll = Callable[[], None]
MIRROR = "mirror"
"""Layers whose names begin so are seen through the holes of the next."""
GLIDE_BEATS = (0.6, 2.0)
"""The glide to the next station begins and ends so many beats before and after the seam: in the approach."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One section as it is filmed: its view in its place, from and to a song time."""

    view: SectionView
    place: Place
    start_us: Micros
    end_us: Micros


@dataclass(frozen=True, slots=True)
class Exposure:
    """Everything that one picture is made from."""

    target: pygame.Surface
    now: Now
    state: SessionState
    heard: Heard
    actors: Actors
    options: ViewOptions
    poll: Poll
    planes: Planes

    def frame(self, lens: Lens, place: Place | None = None) -> Frame:
        """Return what a view draws with under this lens, in the light of a place."""
        told = (self.target, lens, self.now, self.state, self.heard, self.actors, self.options)
        if place is None:
            return Frame(*told, planes=self.planes)
        return Frame(*told, place.shades, place.tone.key, place.tone.others, self.planes)

    @property
    def warmth(self) -> float:
        """The form's band, eased."""
        return self.heard.warmth(self.now.us, WARMTH_EASE_US)

    def sway(self, view: SectionView) -> tuple[float, float]:
        """Return the operator's breathing and the push of blows, in pixels; still under reduced motion."""
        if self.options.reduced_motion:
            return 0.0, 0.0
        across, down = breath(self.now.beat, unrest(self.warmth))
        push = view.camera_kick(self.now, self.heard)
        return across + push, down + push * 0.35 + SAG_PX * lost(self.heard, self.now.us)


class Take(Protocol):
    """A stretch of film."""

    start_us: Micros
    end_us: Micros
    shots: tuple[Shot, ...]

    def draw(self, exposure: Exposure) -> None:
        """Draw one moment of it."""
        ...

    def camera_x(self, time_us: Micros) -> float:
        """Return the camera's x in the world's pixels, its breathing apart."""
        ...


def shot_at(shots: tuple[Shot, ...], time_us: Micros) -> Shot:
    """Return the shot that plays at a time; the first before all, the last after all."""
    starts = [shot.start_us for shot in shots]
    return shots[max(0, bisect_right(starts, time_us) - 1)]


class RunTake:
    """The camera follows the runner; places that touch are drawn side by side, each clipped at the seam."""

    def __init__(self, shots: tuple[Shot, ...], path: RunPath, rail: Rail, tempo: TempoMap) -> None:
        self.shots = shots
        self.start_us, self.end_us = shots[0].start_us, shots[-1].end_us
        self._path, self._rail, self._tempo = path, rail, tempo
        self._follow = FollowPath(self._aim, self.start_us, self.end_us)

    def _aim(self, time_us: float) -> float:
        """Return where the view's left edge wants to be."""
        beat = self._tempo.beat_at(time_us)
        return self._path.x_at(beat) + self._rail.at(beat) - WIDTH / 2

    def camera_x(self, time_us: Micros) -> float:
        """Return the follow's x."""
        return self._follow.x_at(time_us)

    def draw(self, exposure: Exposure) -> None:
        """Draw the places in view, the runner over them, then what passes before him."""
        playing = shot_at(self.shots, exposure.now.us)
        across, down = exposure.sway(playing.view)
        world = Lens(self.camera_x(exposure.now.us) + across, down)
        seen = [(shot, clip) for shot in self.shots if (clip := self._clip(shot, world)).width > 0]
        target = exposure.target
        for shot, clip in seen:
            target.set_clip(clip)
            draw_behind(exposure, shot, world.moved(shot.place.left))
            target.set_clip(None)
        for (before, _), (shot, _) in itertools.pairwise(seen):
            if not before.place.walled[1] and not shot.place.walled[0]:
                draw_abutment(target, world.column(shot.place.left), shot.place.tone)
        draw_body(exposure, playing, world.moved(playing.place.left))
        for draw in (draw_before, draw_light):
            for shot, clip in seen:
                target.set_clip(clip)
                draw(exposure, shot, world.moved(shot.place.left))
                target.set_clip(None)

    def _clip(self, shot: Shot, world: Lens) -> pygame.Rect:
        first, last = shot is self.shots[0], shot is self.shots[-1]
        left = 0 if first else min(WIDTH, max(0, world.column(shot.place.left)))
        right = WIDTH if last else min(WIDTH, max(0, world.column(shot.place.left + shot.place.length)))
        return pygame.Rect(left, 0, max(0, right - left), HEIGHT)


class RoomTake:
    """The camera stands before a station, and glides to the next one around the seam."""

    def __init__(self, shots: tuple[Shot, ...], centres: tuple[float, ...], tempo: TempoMap) -> None:
        """`centres` are where the picture's middle lies for each shot, in the room's pixels."""
        self.shots = shots
        self.start_us, self.end_us = shots[0].start_us, shots[-1].end_us
        self._xs = [x - WIDTH / 2 for x in centres]
        self._glides = [self._glide(shot.start_us, tempo) for shot in shots[1:]]

    def camera_x(self, time_us: Micros) -> float:
        """Return the glide's x."""
        x = self._xs[0]
        for (begin_us, end_us), previous, following in zip(self._glides, self._xs, self._xs[1:], strict=False):
            x += (following - previous) * smoother((time_us - begin_us) / (end_us - begin_us))
        return x

    def draw(self, exposure: Exposure) -> None:
        """Draw the room, the man at his station, then what passes before him."""
        manned = self._manned(exposure.now.us)
        across, down = exposure.sway(manned.view)
        lens = Lens(self.camera_x(exposure.now.us) + across, down)
        draw_behind(exposure, manned, lens)
        draw_body(exposure, manned, lens)
        draw_before(exposure, manned, lens)
        draw_light(exposure, manned, lens)
        self._passing(exposure, lens)

    def _manned(self, time_us: Micros) -> Shot:
        """Return the shot whose man is seen: he changes in the middle of a glide, behind what passes."""
        middles = [(begin + end) // 2 for begin, end in self._glides]
        return self.shots[bisect_right(middles, time_us)]

    def _passing(self, exposure: Exposure, lens: Lens) -> None:
        """Draw what hangs near the lens and hides the man at either station in the middle of a glide."""
        for index, (begin_us, end_us) in enumerate(self._glides):
            if not begin_us <= exposure.now.us < end_us:
                continue
            half = (self._xs[index + 1] - self._xs[index]) / 2
            off_middle = lens.x - self._xs[index] - half
            for shot in self.shots[index : index + 2]:
                # In the middle of the glide it covers the man; at both ends it has left the picture.
                column = shot.view.x_at(exposure.frame(lens)) - self._xs[index] - half
                reach = max(WIDTH + PASSING_PX - column, column + PASSING_PX)
                if half and -PASSING_PX < column < WIDTH + PASSING_PX:
                    middle = column - off_middle * reach / abs(half)
                    exposure.planes.hang(middle, 0.0)
                    draw_passing(exposure.target, floor(middle + 0.5), shot.place.tone)
                    exposure.planes.seal()

    def _glide(self, seam_us: Micros, tempo: TempoMap) -> tuple[Micros, Micros]:
        us_per_beat = tempo.segment_at(seam_us).us_per_beat
        return seam_us - round(GLIDE_BEATS[0] * us_per_beat), seam_us + round(GLIDE_BEATS[1] * us_per_beat)


class OwnTake:
    """A take whose view draws the whole picture."""

    def __init__(self, shot: Shot) -> None:
        self.shots: tuple[Shot, ...] = (shot,)
        self.start_us, self.end_us = shot.start_us, shot.end_us

    def camera_x(self, time_us: Micros) -> float:
        """Return 0: the camera moves in the view's own space."""
        return 0.0

    def draw(self, exposure: Exposure) -> None:
        """Hand the frame to the view."""
        view, place = self.shots[0].view, self.shots[0].place
        across, down = exposure.sway(view)
        frame = exposure.frame(Lens(across, down), place)
        view.whole(frame)
        draw_lace(frame, view)


def draw_behind(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw a place up to the fighter's plane, polling between its layers."""
    if not shot.place.layers:
        exposure.target.fill(shot.place.tone.dark)
    mirrored = False
    for layer in shot.place.layers:
        if layer.facts.front:
            continue
        if mirrored and not layer.facts.name.startswith(MIRROR):
            # Whatever is drawn next has holes: only through them is the fighter seen on his head in the wet.
            hung = exposure.planes.enter(lens, shot.view.x_at(exposure.frame(lens)))
            shot.view.reflection(exposure.frame(hung))
        mirrored = layer.facts.name.startswith(MIRROR)
        draw_layer(exposure, shot.place, layer, lens)
    calm = 0.5 if exposure.options.low_flash else 1.0
    lane = exposure.planes.enter(lens, 0.0)
    for source in shot.place.sources if exposure.options.quality is Quality.FULL else ():
        draw_source(exposure.target, source, lane, exposure.now.beat, exposure.now.us_per_beat)
    exposure.planes.seal()
    for lamp in shot.place.lamps:
        draw_lamp(exposure.target, lamp, lane, exposure.now.beat, calm)
    draw_air(exposure.frame(lane, shot.place), shot.place, shot.view)
    dim(exposure.target, 1.0 - shot.view.darkness(exposure.now, exposure.heard))
    frame = exposure.frame(exposure.planes.enter(lens, 0.0), shot.place)
    draw_company(frame, shot.view)
    shot.view.back(frame)
    exposure.planes.seal()
    draw_near_air(frame, shot.place, shot.view)
    exposure.poll()


def draw_layer(exposure: Exposure, place: Place, layer: Layer, lens: Lens) -> None:
    """Draw one layer."""
    place.draw_layer(exposure.target, exposure.planes, layer, (lens, exposure.now.beat))
    exposure.poll()


def draw_body(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw the fighter, on a plane that hangs on him."""
    view = shot.view
    manned = exposure.planes.enter(lens, view.x_at(exposure.frame(lens)))
    lit = shot.place.tone.key_in(view.darkness(exposure.now, exposure.heard) / max(view.darkest, 1e-6))
    view.body(replace(exposure.frame(manned, shot.place), key=lit))


def draw_before(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw what lies before the fighter."""
    frame = exposure.frame(exposure.planes.enter(lens, 0.0), shot.place)
    draw_steam(frame, shot.view)
    shot.view.front(frame)
    draw_lace(frame, shot.view)
    for layer in shot.place.layers:
        if layer.facts.front:
            draw_layer(exposure, shot.place, layer, lens)


def draw_light(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw the place's light and print, over all its planes."""
    exposure.planes.seal()
    if shot.place.sun is not None and exposure.options.quality is Quality.FULL:
        sun = shot.place.sun
        hidden = exposure.frame(lens, shot.place).shade_at(lens.column(sun.x, sun.parallax) + lens.x)
        strength = (0.55 + 0.15 * exposure.warmth) * (1.0 - hidden) * shot.place.tone.flare
        if strength > 0:
            draw_sun(exposure.target, sun, lens, strength)
    grade(exposure.target, tint_at(shot.place.tone, exposure.warmth))
    exposure.poll()
