"""The market's paving: it begins under the overpass, so the yard's last metres have it too, stone for stone."""

import numpy as np

from ..paint.colour import smooth
from ..paint.noise import fbm
from ..paint.textures import Texture, cobble

PPM = 36


def street_setts() -> Texture:
    """Worn setts, 28 m by 14 m at PPM, wrapping."""
    rgb, z = cobble(1024, 512, (13, 8), ("#343236", "#403e42", "#4e4c50", "#5c5a5e"), "#17161a", 4)
    rgb = rgb * (1 - 0.35 * smooth(0.5, 0.62, fbm(512, 1024, 160, 60, 12, 4)))[..., None]
    return rgb.astype(np.float32), z
