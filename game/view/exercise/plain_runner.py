"""The view of an exercise that has no pictures of its own yet: the stand-in runs, and what is to be pressed lies ahead.

`main.py exercise new` derives from it; replace what it draws piece by piece. Refuses nothing: every cue kind shows.
"""

from game.sim.actions import HANDS, Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.exercise.hit_feedback import draw_reward
from game.view.exercise.props import Prop, draw_prop, rail
from game.view.exercise.runner import Action, RunnerView
from game.view.film.draw_context import Frame, is_missed

BEHIND_BEATS = 4.0
AHEAD_BEATS = 6.0
OVERHEAD_PX = 96
"""How high over the ground the bar of a cue pressed down hangs."""
REWARD_UP_PX = 60
"""How high over the ground the reward of a dead-on press shows."""
SKY = (58, 64, 82)
GROUND = (44, 40, 44)
GROUND_TOP_PX = 40
"""How high over his feet the ground meets the sky, where the map draws no place."""
BEAT_LINE = (70, 64, 68)
CLIPS = {Verb.LEFT: "lift_left", Verb.RIGHT: "lift_right", Verb.UP: "hop", Verb.DOWN: "duck"}
"""Clips by what is pressed, as the other runners' sheets and the stand-in name them."""


class PlainRunnerView(RunnerView):
    """A runner with patches on the ground for hands, a bar to hop for up, a bar to duck under for down."""

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the clip of the verb that was pressed, or is to be."""
        verb = judged.verb if judged is not None and judged.verb in cue.verbs else cue.verbs[0]
        clip = "press" if cue.kind.chord else CLIPS[verb]
        return Action(clip, clip, clip)

    def back(self, frame: Frame) -> None:
        """Draw what is to be pressed, where the runner will be on its beat."""
        if not self.setting.place.layers:
            self._bare_ground(frame)
        for cue in self.near(frame.now, BEHIND_BEATS, AHEAD_BEATS):
            if any(verb in HANDS for verb in cue.verbs):
                self.patch(frame, cue)
            else:
                up = OVERHEAD_PX if Verb.DOWN in cue.verbs else 0
                draw_prop(frame, Prop(""), self.setting.cue_x(float(cue.beat)), self.setting.row - up, rail)

    def _bare_ground(self, frame: Frame) -> None:
        """Draw sky, ground and a line a beat, where the map draws no place yet."""
        width, height = frame.target.get_size()
        top = frame.lens.row(self.setting.row) - GROUND_TOP_PX
        frame.target.fill(SKY, (0, 0, width, top))
        frame.target.fill(GROUND, (0, top, width, height - top))
        for beat in range(round(frame.now.beat - BEHIND_BEATS), round(frame.now.beat + AHEAD_BEATS)):
            frame.target.fill(BEAT_LINE, (frame.lens.column(self.setting.cue_x(beat)), top, 1, height - top))

    def front(self, frame: Frame) -> None:
        """Draw dust, breath, and the reward of dead-on presses."""
        super().front(frame)
        for cue in self.near(frame.now, 2, 0.5):
            judged = frame.judged(cue.id)
            if judged is not None and not is_missed(judged):
                x = self.setting.x_of(frame.now.beat - frame.beats_since(judged.time_us))
                draw_reward(frame, judged, (round(x), round(self.setting.row) - REWARD_UP_PX))
