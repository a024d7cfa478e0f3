"""Keys of a look's file, by table, with the reader of each value."""

from collections.abc import Mapping

from game.content.look_values import Doorway, ReadValue, choice, color, light, name, number, spans

MIST_KEYS: Mapping[str, ReadValue] = {
    "color": color,
    "cover": number(0, 1),
    "top": number(0, 20),
    "begins": number(-1e9, 1e9),
    "ends": number(0, 1e9),
}
"""Keys of a table `mist` and their readers."""
SHADOW_KEYS: Mapping[str, ReadValue] = {
    "lean": number(-4, 4),
    "length": number(0, 1),
    "strength": number(0, 1),
}
"""Keys of a table `shadow` and their readers."""
GRADE_KEYS: Mapping[str, ReadValue] = {
    "cool": color,
    "warm": color,
    "vignette": number(0, 1),
    "dark": color,
    "edge": color,
    "key": light,
    "others": light,
    "lone_key": light,
    "key_edge": number(1, 120),
    "flare": number(0, 1),
    "haze": color,
    "haze_strength": number(0, 1),
    "shade_haze": color,
    "near_haze": number(0, 4),
    "glow": color,
    "lift": color,
    "windows": color,
}
"""Keys of a table `grade` and their readers."""
SUN_KEYS: Mapping[str, ReadValue] = {
    "x": number(-1000, 2000),
    "row": number(-400, 400),
    "color": color,
    "parallax": number(0, 2),
    "flare": number(0, 1),
}
"""Keys of the table `sun` and their readers."""
MARK_KEYS: Mapping[str, ReadValue] = {
    "x": number(0, 100_000),
    "row": number(0, 384),
    "parallax": number(0, 2),
}
"""Keys of a table of `marks` and their readers."""
LOOK_KEYS: Mapping[str, ReadValue] = {
    "backdrop": name,
    "px_per_metre": number(20, 200),
    "sky": color,
    "ground": color,
    "shades": spans,
    "door": choice(Doorway),
}
"""Keys outside of tables and their readers."""
LOOK_TABLES = ("grade", "mist", "shadow", "sun", "marks", "sections")
"""Tables of a look."""
SECTION_TABLES = ("grade", "mist", "shadow")
"""Tables of a section's look."""
