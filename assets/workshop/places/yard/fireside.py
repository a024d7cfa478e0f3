"""Where the yard's people are: a brazier cut from a drum, cold drums, the hut; and the shadows that people throw."""

import numpy as np

from ..paint.colour import colour
from ..paint.life import Strip, plain
from ..paint.noise import fbm
from ..paint.relief import Relief, round_height
from ..things import furniture

RUST, HOOP, SOOT = "#3e2e2a", "#5a4438", "#1c1618"
PANES = (18, 82)
"""Columns of the hut's windows."""
HUT_PX = 20
"""Height of its windows where it stands, px."""
SHADE = "#1a1522"
"""The ground in somebody's shadow."""
LEAN, SHORT = -0.9, 0.11
"""A shadow goes so far to the right for each px down, and down so far for each px of height: the sun is low behind, and
who stands by the tracks does so on ground that is seen flat.
"""
LATTICE = np.array(((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))) / 16.0
"""Thresholds by which a shadow thins out: there is no alpha."""


def brazier() -> Relief:
    """A drum cut down to half, on bricks, with a fire in it: closed all round but for a row of slots at its foot."""
    r = Relief(30, 24)
    for x in (3, 21):
        r.rect((x, 20, 6, 4), "#4a3430", 5)
    r.rect((2, 2, 26, 19), RUST, round_height(15, 13.5, 0, 0.9))
    r.rgb *= (0.7 + 0.6 * fbm(24, 30, 7, 9, 3, 3))[..., None]
    for y in (2, 11):
        r.rect((2, y, 26, 2), HOOP, 12)
    r.rect((3, 1, 24, 1), "#d8702c", 12, colour("#ff8a34") * 1.2)
    for x in (6, 12, 18, 23):
        r.rect((x, 17, 3, 1), "#7a2e16", 11, colour("#ff6a20") * 0.5)
    return r


def cold_drum() -> Relief:
    """A drum that nobody has lit: closed, dented, rusted from its foot, snow on its lid."""
    r = Relief(26, 36)
    r.rect((1, 3, 24, 33), "#4a4450", round_height(13, 12.5, 0, 0.9))
    rust = fbm(36, 26, 5, 7, 9, 3) + np.linspace(-0.35, 0.25, 36)[:, None]
    r.mask(0, 0, (rust > 0.52) & (r.a > 0.5), RUST)
    r.rgb *= (0.75 + 0.5 * fbm(36, 26, 6, 9, 3, 3))[..., None]
    for y in (13, 24, 34):
        r.rect((1, y, 24, 2), HOOP, 11)
    r.rect((0, 2, 26, 2), SOOT, 12)
    r.disc((12, 2.5, 10, 2.4), "#aab0c8", 12)
    r.rect((17, 16, 3, 6), SOOT, 4)
    return r


def with_shadow(person: Relief) -> Relief:
    """Somebody with the shadow that he throws towards the lens: it thins out until it ends at the lower edge."""
    long = round(person.h * SHORT)
    spare = round(long * -LEAN)
    r = Relief(person.w + spare, person.h + long)
    foot = person.h - 2
    rows, columns = np.nonzero(person.a[:foot] > 0.5)
    down = (foot - rows) * SHORT
    shade = np.zeros((r.h, r.w), bool)
    across = np.clip(np.round(columns + spare + LEAN * down), 0, r.w - 1).astype(int)
    shade[np.round(foot + down).astype(int), across] = True
    left = 1.1 - (np.arange(r.h)[:, None] - foot) / long
    r.mask(0, 0, shade & (left > np.tile(LATTICE, (r.h // 4 + 1, r.w // 4 + 1))[: r.h, : r.w]), SHADE, 0)
    r.paste(person, spare, 0)
    return r


def dark_hut() -> Relief:
    """The trackside hut with nobody in it."""
    r = furniture.cabin()
    for x in PANES:
        r.rect((x, 48, 26, 22), "#1c1a22", 3)
        r.rect((x + 12, 48, 2, 22), "#2a1e18", 5)
        r.rect((x, 58, 26, 2), "#2a1e18", 5)
    return r


def hut_light() -> Strip:
    """The light in its windows, and the watchman at one of them; `HUT_PX` high for the depth at which it stands."""
    r = Relief(PANES[1] - PANES[0] + 26, HUT_PX)
    for x in (0, PANES[1] - PANES[0]):
        r.rect((x, 0, 26, HUT_PX), "#f6b25c")
        r.rect((x + 2, 2, 22, HUT_PX // 2 - 3), "#ffd68c")
        r.rect((x + 12, 0, 2, HUT_PX), "#3a2418")
        r.rect((x, HUT_PX // 2 - 1, 26, 2), "#3a2418")
    r.disc((6, 9, 3, 3), "#4a2c1c")
    r.rect((2, 11, 9, HUT_PX - 11), "#4a2c1c")
    return [plain(r)], "1"
