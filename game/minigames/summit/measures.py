"""Measures of the summit's view: positions in px of the 640x360 picture, durations in beats, sizes as factors."""

from game.sim.actions import Verb
from game.view.canvas.timing_error import TimingError
from game.view.exercise.children import Child

FEET = 318
"""Screen row of his feet."""
HEIGHT_PX = 120.0
"""Height of the fighter, px."""
MAN_METRES = 1.76
"""Height of the fighter, metres."""
TURN_BEATS = (0.35, 2.3)
"""Section beats between which the camera turns to the city."""
SPEED_BEATS = 0.05
"""Span over which the speed of the turn is measured, in beats."""
CAMERA_X = -128.0
"""Camera position along the terrace, px: City Hall stands on the picture's axis."""
RISE_PX = 92.0
"""Way of the horizon up the picture while the camera rises, px: from under his knees to his fists."""
RISE_BEATS = (4.25, 9.0)
"""Section beats between which the camera rises and pulls back."""
PULL_BACK_PX = 150.0
"""Distance from which each of the urns comes into the picture meanwhile, px."""
COLUMN_STONE = (232, 212, 176)
"""Color of the portico's column that passes in the turn: near its background's, so that it is no flash."""
MEMORY_PX = (272, 216)
"""Size of the window that is shown of a picture of the run, px: the wide open iris."""
IRIS_POWER = 3.0
"""Exponent of the iris's outline: 2 is an ellipse, more is squarer."""
IRIS_BEATS = 0.3
"""Time in which an iris opens or closes, in beats: within 0.15 s, so that it is a cut that has a shape."""
IRIS_STEPS = 24
"""Sizes of an iris."""
RIM_PX = 3.0
"""Width of the iris's rim of light, px."""
RIM = (255, 244, 214)
"""Color of the rim."""
SMALLEST_IRIS = 0.62
"""Size of the iris for a section in which nothing was hit; 1 for one in which all was."""
QUALITY_STEPS = 8
"""Steps of color and size by a section's score."""
MEMORY_LUMA = 84.0
"""Mean luma to which a dark memory is lightened, 0 to 255: on the sunlit summit a black room would be a hole."""
BRIGHTEST_GAIN = 2.2
"""Most that a dark memory is lightened by, as a factor."""
MEMORY_ASIDE_PX = 172
"""Distance of the window's middle from the fighter, to the left and to the right in turn, px."""
MEMORY_MIDDLE_ROW = 118
"""Screen row of the window's middle: in sky and city."""
MEMORY_FEET_UP_PX = 78
"""Height of the window's middle over the feet of the fighter in it, px."""
FIRST_MEMORY_BEAT = 5.0
"""Section beat of the first picture."""
CLEAR_BEATS = (9.0, 15.0)
"""Section beats between which the haze over the avenue lifts: the last chord is the clearest picture."""
LAST_CHORD_BEATS = (14.3, 15.3)
"""Section beats between which the air clears altogether, as the last memory closes: the better the run, the more."""
FIST_ACROSS_PX = {Verb.LEFT: -21, Verb.RIGHT: 14}
"""Column of a fist from his middle, px, by verb."""
FIST_UP_PX = 20
"""Height of a fist over his mouth, px."""
HEEL_SCALE = 2.0
"""Size of the dust at the heel of an early or late turn, as a factor."""
BELL = "bell"
"""Trigger action: light on the tower."""
CHEER = "crowd_cheers"
"""Trigger action: the children cheer."""
BELL_AT = (320.0, 132.0)
"""Screen column and map row of the tower's bell."""
BELL_PARALLAX = 0.075
"""Parallax of the tower."""
CROWD = (
    Child(1, -108.0, 0.0, 0.0),
    Child(5, 110.0, 4.0, 0.3),
    Child(2, -146.0, 7.0, 0.5),
    Child(6, 148.0, -3.0, 0.12),
    Child(4, -78.0, -9.0, 0.62),
    Child(3, 82.0, -8.0, 0.45),
)
"""The children who come up behind him: columns from his own, and rows beyond his. The better the run, the more."""
EACH_LATER_BEATS = 0.35
"""Beats by which each of them is later than the one before."""
CHEER_BEATS = 2.0
"""Time in which they come up the last stairs, in beats."""
CHEER_BELOW_PX = 150.0
"""Distance below the terrace from which they come, px."""
PERCH_AT = {-1: 5.0, 1: 379.0}
"""Columns of the pigeons on the balustrade, by side; those on a fist's side fly up a beat ahead of it, all of them
ahead of the raise.
"""
PERCH_ROW = 272
"""Screen row of the pigeons."""
PERCH_WIDTH = 84
"""Width of a flock, px."""
PERCHED = 9
"""Pigeons in a flock."""
BREAK_RADIUS = 150
"""Radius of the sun's glow ahead of the raise, px."""
BREAK_LIGHT = (92, 74, 44)
"""Color of that glow."""
BREAK_STEPS = 12
"""Steps of its strength."""
SUN_KEPT = {TimingError.CLEAN: 1.0, TimingError.EARLY: 0.5, TimingError.LATE: 0.5, TimingError.MISSED: 0.0}
"""Share of the glow that stays after the raise, by timing."""
SUN_GOES_BEATS = 1.5
"""Time in which the rest fades, in beats."""
GATHER_BEATS = 0.25
"""Duration of the crouch before the raise, in beats."""
GATHERED = 0.24
"""Beat of the clip at which he waits for the press."""
LAUNCHED = 0.3
"""Beat of the clip at which the press enters it."""
SLOW_RAISE_BEATS = 3.0
"""Duration of a missed raise, in beats."""
RAISE_REWARD = 3.0
"""Size of the raise's hit effect, as a factor."""
ANSWER_BEATS = 0.3
"""Time for which an early, late or missed answer is shown, in beats."""
MEMORY_BEATS = 1.0
"""Beats for which a picture of the run shows: its iris closes while that of the next one, on the other side, opens."""
