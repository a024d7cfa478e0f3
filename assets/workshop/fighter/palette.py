"""The fixed colour ramps. Six tones each, dark to light: ink, deep, shadow, mid, light, and hot for rims only."""
from __future__ import annotations

import numpy as np

RAMPS = {
    "SWEAT": "11121d 1f2438 363f56 5e6a7c 9fa3a2 f4d09a",
    "RIB": "0e0f19 161a29 232a3e 374155 566071 d0ae84",
    "PANTS": "0d0e18 171b2b 252c41 424c61 6d7584 dfb483",
    "PRIB": "0c0d16 141726 1f2538 323b4e 505a6a b49070",
    "SKIN": "1f0f18 43202a 70382f 9c5a41 c58660 f3c794",
    "BROW": "1a0d15 24121a 351a20 472522 5e352b c58660",
    "STUB": "1b0e17 371c26 5a2f2c 80493b a87053 dfb088",
    "LIP": "1f0f18 3d1a24 5e2a2c 824039 a45b4c d59a78",
    "HAIR": "0b0910 120e16 1c151c 2a2024 43332f 8a6a50",
    "CAP": "1a0c17 3a1422 641f2a 8f3330 b7533d f0a06a",
    "CUFF": "1a0c17 32111f 551a26 7c2a2c a24636 e0905e",
    "WRAP": "2a2b3a 4b4f62 7d7f86 b4ad9f ddd2b8 fff1cf",
    "BLOOD": "1f0f18 43202a 7a2c2c a4413a c9705a f3c794",
    "SHOE": "08080e 0f1018 191b27 282b3a 43485a a09a8e",
    "SOLE": "2b2c37 4b4e5a 77787c a5a196 cfc6b0 f6e8c8",
    "LACE": "2b2c37 4b4e5a 77787c a5a196 cfc6b0 f6e8c8",
    "EYE": "0d070c 0d070c 120a0f 1a0f12 241518 3a2420",
    "EYEWHITE": "5c5a60 8a8680 b5ada0 d8cdb8 efe4cc fff6de",
    "BRICK": "1d0b12 3f1720 6a2a2a 9c4535 cc7350 f0a878",
    "MORTAR": "2a1a20 54343a 7f5a50 a5806c c8a88c f0cfa8",
    "TANK": "23253a 43475e 737789 a9a8a6 d3cbb9 fff1d2",
    "TANKRIB": "1d1f30 383b50 616476 918f90 bab2a3 f0dfc0",
    "LEATHER": "170a0c 34161a 5b2822 86422c b06a40 eeb478",
    "TAPE": "1c1d26 363842 5d5e66 8a8883 b3aa98 e8d8b8",
    "CANVAS": "171319 2f2527 50402f 78613f a48a5c e6c890",
    "MEAT": "220810 4a111c 7c2228 a83d38 cb6a57 f4b596",
    "MEATDARK": "1a060e 350c18 5a1620 7f2a2c a34b40 d88e74",
    "FAT": "3a2430 64424a 94706a bf9f88 dcc6a8 fbe6c4",
    "BONE": "3a2f38 6c5e60 a39480 d0c3a3 ece2c4 fff6e0",
    "METAL": "0e1017 1c212c 333b48 59626c 909697 e6dcc2",
    "WOOD": "160d10 2e1c1c 503226 774e34 a37648 e4b878",
    "ORANGE": "33130f 6b2412 a8431a d96a24 f29a44 ffd98c",
    "LEAF": "0d1410 1b2a1c 2f4628 4c6a34 7c9450 d8e09a",
    # the cast
    "PALE": "22121c 4c2831 834a45 b67560 dba585 fbdcb4",
    "PALESTUB": "20121b 42252e 6f4340 9c6656 c0917a e8c8a4",
    "DARK": "160b10 2c161a 4a2720 6e402e 93603f d8a070",
    "DARKSTUB": "12090e 22121a 3a201e 573228 774c36 b88860",
    "GREY": "1b1c26 30333f 4d515b 747678 9f9d96 e0d4bd",
    "FELT": "0c0e18 171b2b 252c42 3a445c 586278 b0a896",
    "CARDIGAN": "150f12 2e2220 503a2a 775838 a27f50 e8c484",
    "CARDRIB": "120d10 241a1a 3e2c22 5c432c 80623e c8a470",
    "FLANNEL": "1a1014 381a1e 5c2a28 84433a ac6c54 e8ac80",
    "OLIVE": "0e1116 1c2222 303a32 4e5a46 778064 ccc698",
    "DENIM": "0c0f18 18202e 2a384a 455a6c 6f8490 c8c4a8",
    "BROWN": "140e12 2a1d20 47332c 6a4f3c 927453 dcb880",
    "BLACK": "0a0a10 13141c 20222c 343840 555a60 b4ac98",
    "APRON": "25273a 484c60 7b7e88 aeaca6 d6cfbc fff0d0",
    "STAIN": "2a1a26 542c34 8a4c4a b6786a d6a690 f8dcb8",
    "YELLOW": "2a1a12 543412 8a5c1c bf8c30 e4bc5c fff0b0",
    "TEAL": "0c1418 162a30 25464c 3e6a6c 6c9490 d0d8b8",
    "PINK": "2a1220 582440 8c3f58 bf6a74 e09c94 ffd8b8",
    "FUR": "160e0c 32201a 583a26 835a36 b0854f ecc488",
    "FURPALE": "2a201c 54433a 85705c b39d7e d8c6a0 fff0c8",
    "OLIVERIB": "0c0f13 161b1b 262e28 3e4838 66734f a4a078",
    "BROWNRIB": "100e10 20181a 382822 543e30 745c42 b09468",
    "ROPE": "201a18 423a30 6e6250 98896c c2b390 f4e4b8",
}
NAMES = list(RAMPS)
MAT = {name: index for index, name in enumerate(NAMES)}
SKINS = tuple(MAT[n] for n in ("SKIN", "STUB", "LIP", "PALE", "PALESTUB", "DARK", "DARKSTUB"))
CLOTH = tuple(MAT[n] for n in ("SWEAT", "PANTS", "CAP", "TANK", "CARDIGAN", "FLANNEL", "OLIVE", "DENIM", "BROWN",
                               "BLACK",
                               "APRON", "MEAT", "MEATDARK", "FAT", "LEATHER", "CANVAS", "TEAL", "PINK", "YELLOW",
                               "FUR"))
DETAIL = tuple(MAT[n] for n in ("EYE", "HAIR", "LIP", "LACE", "EYEWHITE", "STUB", "PALESTUB", "DARKSTUB", "BROW", "RIB",
                                "PRIB", "ROPE", "TAPE", "MORTAR", "CARDRIB", "OLIVERIB", "BROWNRIB", "STAIN",
                                "BLOOD", "TANKRIB"))
_WEIGHTS = {"EYE": 1.8, "LACE": 1.5, "ROPE": 1.7, "SOLE": 1.35, "HAIR": 1.1, "LIP": 1.1, "RIB": 1.15, "PRIB": 1.15,
            "BROW": 1.4, "METAL": 1.2, "MORTAR": 1.2}


def _rgb(text: str) -> tuple[int, int, int]:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def colours(text: str) -> np.ndarray:
    """Return hex colours, separated by spaces, as an N x 3 float array."""
    return np.array([_rgb(word) for word in text.split()], float)


def ramps() -> np.ndarray:
    """Return every ramp as materials x 6 x 3 floats, 0 to 255."""
    return np.stack([colours(RAMPS[name]) for name in NAMES])


def weights() -> np.ndarray:
    """Return each material's weight in the vote for a pixel: small bright things must not be outvoted."""
    return np.array([_WEIGHTS.get(name, 1.0) for name in NAMES])
