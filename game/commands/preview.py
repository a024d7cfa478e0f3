"""`levels preview FILE -o OUT.png`: renders a map or a world as a contact sheet, one picture a bar, four bars a row.

Every picture is drawn by the game's own stage, with parallax and light, in the middle of its bar. Below it is a ruler
of beats: in running exercises each beat is at the column where its cues lie in this picture; in others the bar is
spread from left to right.
"""

import argparse
import os
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.content import Content, load_content
from game.commands.runs import difficulty_of
from game.errors import StorageError, UsageError
from game.minigames.manifest import MINIGAMES
from game.sim.actions import Verb
from game.sim.chart import Chart, Difficulty, SectionChart
from game.sim.options import RunOptions
from game.sim.session import Session
from game.sim.simulate import perfect_inputs
from game.storage.paths import assets_dir
from game.timing.tempo import BEATS_PER_BAR

if TYPE_CHECKING:
    import pygame

    from game.view.exercise.section_view import SectionView
    from game.view.stage.stage import Stage
    from game.view.ui.fonts import Fonts

OVERLAYS = ("cues", "camera", "sections")
"""Names of the overlays that may be asked for."""
BARS_A_ROW = 4
"""Pictures in a row of the sheet."""
RULER_PX = 24
"""Height of the ruler below a picture."""
GAP_PX = 2
"""Space between two cells of the sheet."""
GROUND = (24, 22, 26)
"""Color of the sheet's background."""
INK = (236, 230, 214)
"""Color of the first beat of a bar."""
FAINT = (120, 114, 110)
"""Color of beats within the bar, and of beat numbers."""
MIDDLE = (120, 190, 255)
"""Color of the line at the picture's own beat."""
CUE_COLOURS = {
    Verb.LEFT: (240, 228, 66),
    Verb.RIGHT: (86, 180, 233),
    Verb.UP: (0, 158, 115),
    Verb.DOWN: (230, 110, 70),
}
"""Colors of cues by verb, from the Okabe-Ito palette."""


@dataclass(frozen=True, slots=True)
class PreviewBar:
    """One bar of a section: its number in the section and its first beat of the song."""

    section: SectionChart
    number: int
    first: Fraction

    @property
    def middle(self) -> Fraction:
        """Beat at which its picture is drawn."""
        return self.first + Fraction(BEATS_PER_BAR, 2)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-command."""
    parser = commands.add_parser("preview", help="draw a map or world as one sheet, a picture a bar, with beat rulers")
    parser.add_argument("file", type=Path, metavar="FILE", help="a map (.tmx) or a world")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="PNG", help="the picture to write")
    parser.add_argument("--overlay", default="", metavar="A,B", help=f"also mark: {', '.join(OVERLAYS)}")
    parser.add_argument("--difficulty", choices=tuple(map(str, Difficulty)), help="default normal")
    parser.set_defaults(run=run_preview)


def run_preview(args: argparse.Namespace) -> int:
    """Draw the sheet and print its path; raises UsageError, ContentError or StorageError."""
    overlays = frozenset(filter(None, args.overlay.split(",")))
    if strange := sorted(overlays - set(OVERLAYS)):
        raise UsageError(f'--overlay: no overlay "{strange[0]}": there are {", ".join(OVERLAYS)}')
    content = load_content(str(args.file))
    _write(content, content.chart(difficulty_of(args)), overlays, args.output)
    print(args.output)
    return 0


def bars_of(chart: Chart) -> list[PreviewBar]:
    """Return all bars of all sections, in order; a shortened last bar counts."""
    return [
        PreviewBar(section, number, section.start_beat + number * BEATS_PER_BAR)
        for section in chart.sections
        for number in range(-(-int(section.end_beat - section.start_beat) // BEATS_PER_BAR))
    ]


def _write(content: Content, chart: Chart, overlays: frozenset[str], output: Path) -> None:
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.minigames.views import open_stage
    from game.view.canvas.lens import HEIGHT, WIDTH
    from game.view.ui.fonts import Fonts

    bars = bars_of(chart)
    rows = -(-len(bars) // BARS_A_ROW)
    cell = (WIDTH + GAP_PX, HEIGHT + RULER_PX + GAP_PX)
    sheet = pygame.Surface((cell[0] * min(BARS_A_ROW, len(bars)), cell[1] * rows), 0, 32)
    stage, fonts = open_stage(content.world, content.song, chart, content.pack.roots), Fonts(assets_dir() / "fonts")
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in perfect_inputs(chart, RunOptions(), MINIGAMES):
        session.queue(event)
    for index, bar in enumerate(bars):
        time_us = chart.tempo.to_us(bar.middle)
        stage.on_events(session.advance_to(time_us))
        column, row = index % BARS_A_ROW, index // BARS_A_ROW
        picture = sheet.subsurface((column * cell[0], row * cell[1], WIDTH, HEIGHT))
        stage.draw(picture, time_us)
        under = sheet.subsurface((column * cell[0], row * cell[1] + HEIGHT, WIDTH, RULER_PX))
        Ruler(stage, chart, bar, fonts).draw(under, overlays)
    try:
        pygame.image.save(sheet, output)
    except (OSError, pygame.error) as error:
        raise StorageError(f"{output}: cannot be written ({error}): name another file") from error
    for problem in stage.art.problems:
        print(f"note: {problem}")


class Ruler:
    """The beat ruler of one picture, and the overlays that were asked for."""

    def __init__(self, stage: "Stage", chart: Chart, bar: PreviewBar, fonts: "Fonts") -> None:
        self._bar, self._fonts = bar, fonts
        time_us = chart.tempo.to_us(bar.middle)
        shot = stage.shot_at(time_us)
        staged = next(
            staged for staged in reversed(shot.sections) if staged.start_us <= time_us or staged is shot.sections[0]
        )
        self._view: SectionView = staged.view
        self._left = shot.camera_x(time_us) - staged.place.left
        self._x_is_time = self._view.staging is self._view.staging.RUN and len(bar.section.cues) > 0
        self._span = (staged.start_us, staged.end_us)

    def column(self, beat: Fraction) -> int:
        """Return the column of a beat in the picture, in pixels; may lie outside."""
        from game.view.canvas.lens import WIDTH

        if self._x_is_time:
            return round(self._view.setting.cue_x(float(beat)) - self._left)
        return round(float((beat - self._bar.first) / BEATS_PER_BAR) * WIDTH)

    def draw(self, target: "pygame.Surface", overlays: frozenset[str]) -> None:
        """Draw ticks and beat numbers, then the overlays."""
        from game.view.ui.fonts import Face

        target.fill(GROUND)
        width = target.get_width()
        section = self._bar.section
        for beat in range(int(section.end_beat - section.start_beat) + 1):
            x = self.column(section.start_beat + beat)
            if 0 <= x < width:
                target.fill(INK if beat % BEATS_PER_BAR == 0 else FAINT, (x, 0, 1, 8 if beat % BEATS_PER_BAR else 14))
                target.blit(self._fonts.line(str(beat), Face.SMALL, FAINT), (x + 2, 0))
        if "cues" in overlays:
            self._cues(target)
        if "camera" in overlays:
            target.fill(MIDDLE, (width // 2 - 4, 0, 9, 2))
            target.fill(MIDDLE, (width // 2, 0, 1, 6))
        if "sections" in overlays and self._bar.number == 0:
            target.blit(self._fonts.line(section.id, Face.BODY, INK), (4, 14))

    def _cues(self, target: "pygame.Surface") -> None:
        from game.view.ui.fonts import Face

        for cue in self._bar.section.cues:
            x = self.column(cue.beat)
            if not 0 <= x < target.get_width():
                continue
            for number, verb in enumerate(cue.verbs):
                target.fill(CUE_COLOURS[verb], (x - 2, 9 + 5 * number, 5, 4))
            target.blit(self._fonts.line(cue.name, Face.SMALL, INK), (x + 5, 8))
