"""Draws the hints' keys in four places around a point beside the fighter: left, right, up and down.

An outline closes on a key and meets its edge on the beat; it goes on inwards for whoever is late. A hold is a long key
that fills while it is held, and is full at its release; a chord is two keys that are joined. A clean hit chalks the key
full and throws dust; an early or late one leaves the outline where it was; a missed key falls and fades.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin

import pygame

from game.sim.actions import HANDS, Verb
from game.sim.options import Assist
from game.timing.units import US_PER_MS
from game.view.canvas.easing import clamp
from game.view.canvas.timing_error import TimingError, timing_of
from game.view.hints.assisted import NO_ASSISTS, hands_take_turns
from game.view.hints.chalk import CHALK, HEIGHT, MARGIN, WARM, Chalk
from game.view.hints.hint_track import ANSWER_BEATS, Hint
from game.view.hints.key_face import KeyFace, KeyShape

APART_PX = 8
"""Distance of the hands' keys from the middle, px."""
STEP_PX = 10
"""Distance of the upper and lower keys from those of the hands, px."""
BEAT_PX = 13.0
"""Distance that the outline closes in a beat, px."""
FARTHEST_PX = 26
"""The farthest outline, px."""
INNERMOST_PX = -7
"""The innermost outline, of a press that is late, px."""
HOLD_PX = 20
"""Additional width of a hold's key for each beat, px."""
LONGEST_BEATS = 3.0
"""Beats of the longest key; longer holds are drawn as long."""
APPEAR_BEATS = 0.15
"""Beats in which a key appears."""
NEAR_BEATS = 0.3
"""Beats before the press from which the outline is thick."""
STRUCK_BEATS = 0.2
"""Beats for which an answer precedes the next cue of the same key."""
RESTING_ALPHA = 110
"""Opacity of the hand whose turn it is not."""
OFF_PX_PER_MS = 0.12
"""Distance of the outline of an early or late hit, in px for each millisecond."""
LEAST_OFF_PX = 4
"""Least distance of the outline of an early or late hit, px."""
DUST_RAYS = 10
"""Strokes of chalk dust around a clean hit."""
DUST_PX = 15
"""How far the dust flies, px."""
PUSHED_PX = 2
"""How far a pressed key goes down, px."""
LINK_PX = 3
"""Radius of the knot between the keys of a chord, px."""
FALLEN_PX = 6
"""How far a missed key falls, px."""


@dataclass(frozen=True, slots=True)
class HintOptions:
    """What the player needs to be shown: the face of each verb's key, as bound on the device last used, and how often
    each kind of cue was hit clean in earlier runs; `known` None: all keys, always. `assists` are those in force."""

    faces: Mapping[Verb, KeyFace]
    chalk: Chalk
    known: Mapping[str, int] | None = field(default_factory=dict)
    assists: frozenset[Assist] = NO_ASSISTS


@dataclass(frozen=True, slots=True)
class Key:
    """One key on the screen: where, how wide, with which face, for which hint."""

    verb: Verb
    face: KeyFace
    area: pygame.Rect
    hint: Hint

    @property
    def outer(self) -> tuple[KeyShape, int]:
        """The shape of its edge, and its width, px."""
        return self.face.shape, self.area.width


def draw_hints(
    target: pygame.Surface, hints: Sequence[Hint], options: HintOptions, middle: tuple[int, int]
) -> list[pygame.Rect]:
    """Draw all keys around a point of the screen; return the areas of the keys, without their outlines."""
    keys = keys_of(hints, options, middle)
    first = {key.verb: key for key in reversed(keys) if key.hint.waits or key.hint.held}
    answered = {key.verb: key for key in keys if key.hint.last is not None and key.hint.since < ANSWER_BEATS}
    struck = {verb for verb, key in answered.items() if key.hint.since < STRUCK_BEATS or verb not in first}
    _draw_resting(target, hints, options, (middle, {key.verb for key in keys}))
    for verb, key in answered.items():
        _draw_answer(target, options.chalk, key, whole=verb in struck)
    for verb, key in first.items():
        shown = 1.0 if verb in answered else clamp(key.hint.age / APPEAR_BEATS)
        _draw_waiting(target, options.chalk, key, 0.0 if verb in struck else shown)
    _draw_links(target, list(first.values()))
    return [key.area for key in keys]


def keys_of(hints: Sequence[Hint], options: HintOptions, middle: tuple[int, int]) -> list[Key]:
    """Return the keys of some hints around a point of the screen."""
    return [
        Key(verb, options.faces[verb], area_of(verb, _width(options, verb, hint), middle), hint)
        for hint in hints
        for verb in hint.verbs
    ]


def area_of(verb: Verb, width: int, middle: tuple[int, int]) -> pygame.Rect:
    """Return a key's area: left and right of the middle, above and below it."""
    area = pygame.Rect(0, 0, width, HEIGHT)
    x, y = middle
    match verb:
        case Verb.LEFT:
            area.midright = (x - APART_PX, y)
        case Verb.RIGHT:
            area.midleft = (x + APART_PX, y)
        case Verb.UP:
            area.midbottom = (x, y - HEIGHT // 2 - STEP_PX)
        case Verb.DOWN:
            area.midtop = (x, y + HEIGHT // 2 + STEP_PX)
    return area


def _width(options: HintOptions, verb: Verb, hint: Hint) -> int:
    return options.chalk.width_of(options.faces[verb]) + round(HOLD_PX * min(LONGEST_BEATS, hint.hold_beats))


def _draw_waiting(target: pygame.Surface, chalk: Chalk, key: Key, shown: float) -> None:
    """Draw a key at an opacity, and its outline."""
    hint, area = key.hint, key.area
    pushed = PUSHED_PX if hint.held else 0
    _lay(target, chalk.key(key.face, area.width), area.move(0, pushed), shown)
    beats = hint.beats
    if hint.held:
        _lay(target, chalk.fill(key.outer, round(area.width * hint.filled)), area.move(0, pushed), 1.0)
        beats += hint.hold_beats
    if hint.timed and beats * BEAT_PX <= FARTHEST_PX:
        apart = round(max(INNERMOST_PX, beats * BEAT_PX))
        outline = chalk.outline(key.outer, apart, WARM, 1.6 if beats < NEAR_BEATS else 0.9)
        _lay(target, outline, area.move(0, pushed), 1.0)


def _draw_answer(target: pygame.Surface, chalk: Chalk, key: Key, *, whole: bool) -> None:
    """Draw how a key was hit; not `whole`: only what surrounds it, since the key waits for the next cue."""
    last = key.hint.last
    assert last is not None, "only answered hints get here"
    gone = clamp(key.hint.since / ANSWER_BEATS)
    area, shown, timing = key.area, 1.0 - gone**2, timing_of(last)
    if timing is TimingError.CLEAN:
        if whole:
            _lay(target, chalk.struck_key(key.face, area.width), area.move(0, PUSHED_PX), shown)
        _draw_dust(target, area, gone)
    elif timing is TimingError.MISSED:
        if whole:
            fallen = area.move(0, round(FALLEN_PX * gone))
            _lay(target, chalk.key(key.face, area.width), fallen, 0.6 * (1.0 - gone))
    else:
        if whole:
            _lay(target, chalk.key(key.face, area.width), area.move(0, PUSHED_PX), shown)
        off = OFF_PX_PER_MS * abs(last.offset_us or 0) / US_PER_MS
        away = round(max(LEAST_OFF_PX, off)) * -timing.side
        _lay(target, chalk.outline(key.outer, max(INNERMOST_PX, away), WARM, 0.9), area, shown)


def _draw_dust(target: pygame.Surface, area: pygame.Rect, gone: float) -> None:
    """Draw strokes of dust that fly away from a key."""
    for ray in range(DUST_RAYS):
        angle = 2 * pi * (ray + 0.5) / DUST_RAYS
        across, down = cos(angle), sin(angle)
        near = 3 + DUST_PX * gone**0.6
        far = near + 5 * (1.0 - gone)
        edge = (area.centerx + across * area.width / 2, area.centery + down * area.height / 2)
        begin, end = ((round(edge[0] + across * reach), round(edge[1] + down * reach)) for reach in (near, far))
        if gone < 1.0:
            pygame.draw.line(target, CHALK if ray % 2 else WARM, begin, end)


def _draw_resting(
    target: pygame.Surface, hints: Sequence[Hint], options: HintOptions, placed: tuple[tuple[int, int], set[Verb]]
) -> None:
    """Draw the other hand of alternating hands, faint until its turn comes."""
    middle, taken = placed
    if not hands_take_turns(options.assists) or not any(hint.cue.kind.alternates for hint in hints):
        return
    for verb in HANDS:
        if verb not in taken:
            width = options.chalk.width_of(options.faces[verb])
            key = options.chalk.key(options.faces[verb], width)
            _lay(target, key, area_of(verb, width, middle), RESTING_ALPHA / 255)


def _draw_links(target: pygame.Surface, keys: Sequence[Key]) -> None:
    """Join the keys of a chord."""
    by_cue: dict[int, list[pygame.Rect]] = {}
    for key in keys:
        by_cue.setdefault(key.hint.cue.id, []).append(key.area)
    for areas in by_cue.values():
        if len(areas) == len(HANDS):
            left, right = sorted(areas, key=lambda area: area.left)
            pygame.draw.line(target, CHALK, (left.right, left.centery), (right.left, left.centery), 2)
            pygame.draw.circle(target, CHALK, ((left.right + right.left) // 2, left.centery), LINK_PX)


def _lay(target: pygame.Surface, picture: pygame.Surface, area: pygame.Rect, shown: float) -> None:
    """Draw a picture of a key at its area, at an opacity of 0 to 1."""
    if shown <= 0:
        return
    picture.set_alpha(round(255 * shown))
    target.blit(picture, (area.left - MARGIN, area.top - MARGIN))
