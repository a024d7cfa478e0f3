"""View of an exercise without pictures of its own: the stand-in runs, and every cue is drawn as a patch or a bar.

`main.py exercise new` derives from it; replace what it draws piece by piece. Every cue kind is shown.
"""

from game.sim.actions import HANDS, Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.timing_error import is_missed
from game.view.exercise.hit_feedback import draw_runner_reward
from game.view.exercise.props import Prop, draw_prop, rail
from game.view.exercise.runner import Action, RunnerView
from game.view.film.draw_context import DrawContext

BEHIND_BEATS = 4.0
"""Beats for which passed cues are still drawn."""
AHEAD_BEATS = 6.0
"""Beats ahead that cues are drawn."""
OVERHEAD_PX = 96
"""Height over the ground of the bar for a cue pressed down, px."""
REWARD_UP_PX = 60
"""Height over the ground of the hit effect, px."""
CLIPS = {Verb.LEFT: "lift_left", Verb.RIGHT: "lift_right", Verb.UP: "hop", Verb.DOWN: "duck"}
"""Clips by verb, as the other runners' sheets and the stand-in name them."""


class PlainRunnerView(RunnerView):
    """A runner with patches on the ground for left and right, a bar to hop for up, a bar to duck under for down."""

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the clip of the verb that was pressed, or is wanted."""
        verb = judged.verb if judged is not None and judged.verb in cue.verbs else cue.verbs[0]
        clip = "press" if cue.kind.chord else CLIPS[verb]
        return Action(clip, clip, clip)

    def back(self, context: DrawContext) -> None:
        """Draw each cue at the place where the runner is on its beat."""
        for cue in self.near(context.now, BEHIND_BEATS, AHEAD_BEATS):
            if any(verb in HANDS for verb in cue.verbs):
                self.patch(context, cue)
            else:
                up = OVERHEAD_PX if Verb.DOWN in cue.verbs else 0
                draw_prop(context, Prop(""), self.setting.cue_x(float(cue.beat)), self.setting.row - up, rail)

    def front(self, context: DrawContext) -> None:
        """Draw dust, breath, and the hit effect."""
        super().front(context)
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is not None and not is_missed(judged):
                x = self.setting.x_of(context.now.beat - context.beats_since(judged.time_us))
                draw_runner_reward(context, judged, (round(x), round(self.setting.row) - REWARD_UP_PX))
