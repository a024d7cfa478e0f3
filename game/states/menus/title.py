"""The title screen: the logo over a still of the lead-in. Any key opens the menu; after a while the demo plays."""

import pygame

from game.content.look import DAYLIGHT
from game.platform.input.bindings import MenuAction
from game.platform.input.input_events import ButtonEvent
from game.platform.input.keyboard import MODIFIERS
from game.states.menus.menu_backdrop import draw_backdrop, draw_dusk, draw_logo
from game.states.menus.menu_state import hint, practice_hint
from game.states.menus.packs import other_pack
from game.states.protocols import Poll
from game.states.run.run_plan import SectionChoice
from game.states.state import State
from game.states.transitions import QUIT, Transition
from game.timing.units import US_PER_SECOND, Micros
from game.view.film.form_grade import GLOW_STEPS, glow_sheet
from game.view.ui.fonts import Face
from game.view.ui.menu import draw_keycap, shade
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, FADED, SUN

LOGO_AT = (36, 44)
"""Position of the logo, px."""
PROMPT_AT = (45, 172)
"""Position of "press any key", px."""
PRACTICE_AT = (45, 190)
"""Position of the practice key, px."""
ATTRACT_AFTER_US = 20 * US_PER_SECOND
"""Time without a key until the demo plays, microseconds."""
PLACE = "Philadelphia, winter 1976"
"""Where and when the shipped run is."""
LONGEST_WORDS = 60
"""Most letters of the line that says what is played."""
BLINK_US = 800_000
"""Time for which the blinking prompt is on, and then off, microseconds."""


class Title(State):
    """Opens the menu at a press, and the demo without one."""

    def enter(self, wall_us: Micros) -> None:
        """Start waiting for a press."""
        self._alone_since_us = wall_us
        self._entered_us = wall_us

    def on_button(self, button_event: ButtonEvent) -> None:
        """Open the menu at any key; quit at Escape; open practice at its key."""
        if not button_event.down or button_event.key in MODIFIERS:
            return
        self.app.sound("menu_choose")
        match self.app.bindings.menu_action(button_event):
            case MenuAction.BACK:
                self.transition = QUIT
            case MenuAction.PRACTICE:
                self.transition = Transition("practice", SectionChoice())
            case _:
                self.transition = Transition("menu") if self.app.settings.timing.calibrated else Transition("offer")

    def advance(self, wall_us: Micros) -> None:
        """Raise the error of loading, if any; start the demo after a while without a key."""
        self.app.loaded.check()
        if self.app.loaded.done and wall_us - self._alone_since_us >= ATTRACT_AFTER_US:
            self.transition = Transition("attract")

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the still, the logo and the prompt. A slow machine shows here, before the first run."""
        if self.app.loaded.done:
            self.app.follow_pace(wall_us)
        draw_backdrop(self.app, canvas, wall_us, 0)
        canvas.blit(glow_sheet(DAYLIGHT, GLOW_STEPS), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        draw_dusk(self.app, canvas)
        poll()
        shade(canvas, pygame.Rect(0, 0, 640, 14), 255)
        shade(canvas, pygame.Rect(0, 346, 640, 14), 255)
        draw_logo(self.app, canvas, LOGO_AT)
        self._prompt(canvas, wall_us)

    def _prompt(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        fonts = self.app.fonts
        if (wall_us - self._entered_us) // BLINK_US % 2 == 0:
            key = hint(self.app, MenuAction.CONFIRM, "").key
            write(canvas, fonts, f"Press {key}", PROMPT_AT, Style(Face.BODY, SUN))
        practice = practice_hint(self.app)
        width = draw_keycap(canvas, fonts, practice.key, PRACTICE_AT)
        write(canvas, fonts, practice.does, (PRACTICE_AT[0] + width + 6, PRACTICE_AT[1] + 1), Style(Face.SMALL, CREAM))
        pack = other_pack(self.app)
        words = PLACE if pack is None else f"{pack.title}, by {pack.author}" if pack.author else pack.title
        write(canvas, fonts, words[:LONGEST_WORDS], (45, 349), Style(Face.SMALL, FADED))
        if not self.app.loaded.done:
            dots = "." * (wall_us // 400_000 % 4)
            write(canvas, fonts, f"Lacing up{dots}", (560, 349), Style(Face.SMALL, CREAM, Align.LEFT))
