"""Measures of the summit's view: positions in px of the 640x360 picture, durations in beats, sizes as factors."""

from game.sim.actions import Verb
from game.view.canvas.timing_error import TimingError
from game.view.exercise.children import Child
from game.view.figure.sun_rim import SunRim

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
COLUMN_STONE = (216, 192, 148)
"""Color of the portico's column that passes in the turn: near its background's, so that it is no flash."""
MEMORY_PX = (180, 124)
"""Least size of the opening for a section in which all was hit, px."""
SMALLEST_MEMORY_PX = (104, 104)
"""Least size of the opening for a section in which nothing was hit, px."""
FIGURE_ROOM_PX = 10
"""Least room around the remembered fighter in the opening, px."""
FIGURE_ASIDE_PX = 32
"""Room beside him in the opening for a section in which all was hit, px: the cloud's lobes may take it."""
WIDEST_MEMORY_PX = 208
"""Greatest width of the opening but for a fighter who needs more, px."""
AHEAD_OF_HIM_PX = 24
"""Room ahead of him that the cloud leaves free too, px: all of them face to the right, and work at what is there."""
REACHING_PX = 20
"""A part of him that ends so far left of his foremost one, or less, is at what he works at, px."""
FIGURE_LEFT_PX = 12
"""How far he is left of the opening's middle where there is room: all of them face to the right, px."""
ROUNDEST, SQUAREST, POWER_STEP = 2.2, 3.8, 0.1
"""Least and greatest exponent of the opening's outline, and its steps: 2 is an ellipse, more is squarer."""
STRIP_PX = 4
"""Rows of a strip of what is seen through the opening, px."""
PUFF_BEATS = 0.3
"""Time in which the cloud of a memory opens or closes, in beats: within 0.15 s."""
PUFF_SIZES = (3, 4, 5, 7, 9, 11, 13, 15, 18, 22, 27)
"""Radii of the cloud's puffs, px."""
PUFF_SHAPES = 4
"""Shapes of a puff of each size."""
PUFF_PX = (4.5, 11.0)
"""Least and greatest radius of a puff at the edge of the opening, px."""
PUFF_EVERY = 1.0
"""Distance of two puffs along the edge, in radii."""
PUFF_REACH = 1.25
"""How far a puff reaches with the balls on it, in radii."""
CROWN_PX = (15.0, 26.0)
"""Least and greatest radius of the lobes that are heaped on top, px."""
CROWN_ACROSS = (-0.1, 0.5)
"""Where the middle of the heap may be, in half widths of the opening: on the sun's side."""
SHOULDER_PX = (15.0, 27.0)
"""Least and greatest radius of the lobes in the opening's corners, px."""
FLANKS, FLANK_PX = 7, (9.0, 22.0)
"""How many lobes stand out at the sides, and their least and greatest radius, px."""
WHOLE_HALF_PX = 88.0
"""Half the width of the opening from which on a cloud's lobes have their whole size, px."""
BASE_PX = (4.5, 17.0)
"""Radius of the puffs along the flat base, at its ends and in its middle, px; the base is so far below the opening."""
MOST_BESIDE_PX = 58.0
"""How far the cloud reaches beside its opening, px."""
MOST_ACROSS_PX = 148.0
"""How far it reaches from the opening's middle, px: his fists stay clear of it."""
SHREDS = 3
"""Shreds that have come off a cloud."""
SHADE_FROM = (0.0, 0.45)
"""How much a puff is turned from the sun from which on it is one step and two steps darker."""
SHADED_TONES = 0.8
"""Tones by which a step is darker."""
SMALL_PUFF = 0.5
"""Size of the puffs of a cloud that begins to open, as a share."""
RING_STEPS = 16
"""Steps in which a cloud opens."""
RING_ROOM_PX = 62
"""Room for a cloud around its opening, px."""
TOWARDS_SUN = (0.62, -0.62)
"""Where a puff's light comes from, right and down."""
CLOUD_TONES = ((120, 150, 196), (160, 188, 226), (204, 222, 243), (240, 243, 248), (255, 253, 244))
"""Colors of a cloud from its shade to where the sun meets it."""
VAPOR_TONES = ((90, 156, 222), (98, 166, 230), (108, 176, 236), (122, 188, 240), (136, 198, 242))
"""The same while it is vapor, as blue as the sky."""
WHITENS_FROM = 0.02
"""Beats after a memory's beat began at which its vapor begins to whiten."""
WHITENS_BEATS = 0.36
"""Time in which it whitens, in beats."""
LIGHT_STEPS = 20
"""Steps from vapor to white cloud."""
GREY_CLOUD_TONES = ((112, 128, 150), (132, 148, 168), (154, 168, 186), (178, 190, 204), (198, 208, 220))
"""The colors of a white cloud for a section in which nothing was hit."""
QUALITY_STEPS = 8
"""Steps of color and size by a section's score."""
MEMORY_LUMA = 92.0
"""Mean luma to which a dark memory is lightened, 0 to 255: on the sunlit summit a black room would be a hole."""
BRIGHTEST_GAIN = 1.45
"""Most that a dark memory is lightened by, as a factor."""
SAME_LIGHT = 0.25
"""How far a memory's own cast of color is taken out, 0 to 1: all of them hang in one sky."""
MEMORY_AIR = (14, 17, 22)
"""The air before a memory, added."""
MEMORY_ASIDE_PX = 190
"""Distance of the opening's middle from the fighter, to the left and to the right in turn, px."""
DRIFT_PX_A_BEAT = 6.0
"""Speed at which a memory's cloud drifts away from him, px a beat."""
MEMORY_MIDDLE_ROW = 106
"""Screen row of the opening's middle: in the sky."""
MEMORY_TOP_ROW = 12
"""Highest screen row of an opening: below the letterbox bars."""
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
SUN_RIM = SunRim(1, (64, 34, 6), (176, 120, 48))
"""Light of the sun on him and on the children: it stands high on the right."""
CHILD_SHADOW_PX = 26
"""Width of a child's contact shadow, px."""
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
FLIGHT_BEATS = (15.1, 16.6, 18.3, 20.0)
"""Section beats at which birds fly up over the city, left and right in turn, while the last chord rings out."""
BREAK_RADIUS = 120
"""Radius of the sun's glow ahead of the raise, px."""
BREAK_LIGHT = (58, 44, 22)
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
HALF_UP_FORM = "stiff"
"""Form in which the arms are held but half up."""
HALF_UP_BEATS = 0.45
"""Beat of the clip of lowering arms at which they are so far down."""
RUNG_OUT_BEATS = 40.0
"""Time after the raise within which the arms stay up, in beats: longer than the last chord rings out."""
RAISE_REWARD = 3.0
"""Size of the raise's hit effect, as a factor."""
JAB_REWARD = 1.4
"""Size of the hit effect of a fist or of the turn, as a factor."""
ANSWER_BEATS = 0.3
"""Time for which an early, late or missed answer is shown, in beats."""
MEMORY_BEATS = 1.0
"""Beats for which a picture of the run shows: its cloud closes while that of the next one, on the other side, opens."""
