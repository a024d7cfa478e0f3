"""Tiles and props for the maps: ground and wall tiles of 24 px, lit as a whole, and things a designer may put down.

python -m assets.workshop.places.tilesets
Writes assets/tilesets/<place>.png (12 columns of 24 px; <place>.json names the rows) and
assets/tilesets/props/<place>/*.png with props.json (size, and the pixel that stands on the ground). Tiles of a row
fit beside each other in any order.
"""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from .bridge import light as bridge_light
from .bridge import scene as bridge_scene
from .build import BACKDROPS
from .market import light as market_light
from .paint import decals
from .paint.colour import Array, to_srgb
from .paint.film import Look, develop
from .paint.motifs import person
from .paint.palette import palette_of, quantise
from .paint.relief import Relief
from .paint.relight import Daylight, light
from .paint.textures import Texture, ashlar, ballast, boards, brick, cobble, planks, weather
from .river import place as river
from .things import furniture, goods, quay
from .yard import fireside
from .yard import light as yard_light

TILE, COLUMNS = 24, 12
OUT = BACKDROPS.parent / "tilesets"
W = TILE * COLUMNS


def _rows() -> dict[str, dict[str, Callable[[], Texture]]]:
    """What each row of a place's sheet shows: two tiles high, so that courses are not all alike."""
    h = TILE * 2
    return {
        "yard": {
            "cinders": lambda: ballast(W, h, ("#1e1a1c", "#2a2426", "#383032", "#463c3a", "#544842"), 3, 3.2),
            "ballast": lambda: ballast(W, h, ("#221c1e", "#30292a", "#40373a", "#524846", "#665a52"), 9, 4),
            "crossing planks": lambda: boards(W, h, 12, ("#4a3c38", "#5a4a42", "#6a584c", "#786656"), 7),
            "overpass brick": lambda: weather(
                brick(W, h, ("#33201e", "#402824", "#4e302a", "#5c3a32"), "#4a403c", 21, 0.8), "#2a2a2c", 0.6, 5
            ),
        },
        "market": {
            "setts": lambda: cobble(W, h, (12, 8), ("#343236", "#403e42", "#4e4c50", "#5c5a5e"), "#17161a", 4),
            "flags": lambda: ashlar(W, h, (48, 24), ("#5a5856", "#646260", "#6e6c6a"), "#3a3836", 5, 0.25),
            "red brick": lambda: brick(
                W, h, ("#48201c", "#602c24", "#78382c", "#904838", "#a85a46"), "#6a5a50", 5, 0.6
            ),
            "brown brick": lambda: brick(
                W, h, ("#523628", "#684632", "#7e563e", "#94684a", "#aa7c5a"), "#6a5a50", 8, 0.6
            ),
            "viaduct stone": lambda: ashlar(
                W, h, (36, 16), ("#4a4644", "#57524e", "#645e58", "#746c64"), "#2a2826", 18, 0.5
            ),
        },
        "bridge": {
            "wet setts": lambda: cobble(W, h, (12, 8), ("#4a4a50", "#5a5a60", "#6a686a", "#7a7674"), "#1c1c20", 6),
            "vault stone": lambda: weather(
                ashlar(W, h, (26, 12), bridge_scene.STONE, "#201e1e", 3, 0.5), "#24301e", 0.6, 7, (40, 30)
            ),
            "dark stone": lambda: ashlar(W, h, (44, 24), ("#141416", "#1a1a1c", "#202022"), "#0a0a0c", 3),
        },
        "river": {
            "deck boards": lambda: boards(W, h, 12, ("#241f1d", "#2c2724", "#36302b", "#403830"), 7),
            "pier planks": lambda: planks(W, h, 12, ("#4a4038", "#584c42", "#665a4e", "#746658"), 7),
            "coping stone": lambda: ashlar(
                W, h, (48, 24), ("#6a6862", "#787670", "#86827a", "#928e84"), "#3a3836", 9, 0.4
            ),
            "plant brick": lambda: weather(
                brick(W, h, ("#4a3a34", "#56443c", "#644e44", "#70584c"), "#6a6058", 31, 0.7), "#3a3a3a", 0.5, 5
            ),
        },
    }


def _props() -> dict[str, dict[str, Relief]]:
    """Things by place; all stand on their lowest row."""
    return {"yard": _yard_props(), "market": _market_props(), "bridge": _bridge_props(), "river": _river_props()}


def _yard_props() -> dict[str, Relief]:
    """What stands about between the tracks."""
    return {
        "switch-stand": furniture.switch_stand(),
        "signal-red": furniture.signal("#ff3a20"),
        "signal-green": furniture.signal("#30d890"),
        "cabin": furniture.cabin(),
        "drum": fireside.cold_drum(),
        "switchman": fireside.with_shadow(person(2, "#3c4038", None, "brim", 6).flipped()),
        "trackman": fireside.with_shadow(person(7, "#40403a", None, "cap")),
        "stoker": fireside.with_shadow(person(11, "#4a3a34", None, "knit", -7).flipped()),
        "shunter": fireside.with_shadow(person(15, "#34404a", None, "cap", -9).flipped()),
    }


def _market_props() -> dict[str, Relief]:
    """Goods, their racks, and who buys them."""
    return {
        **{f"crates-{n}": goods.crates(n, n) for n in (1, 2, 3, 4)},
        "barrel": goods.barrel(1),
        "cart": furniture.cart(),
        "van": furniture.van(),
        "hydrant": furniture.hydrant(),
        "board-clams": furniture.board(("FRESH", "CLAMS", "89¢")),
        "board-rolls": furniture.board(("HOT", "ROLLS", "25¢")),
        "drum": furniture.drum(),
        "rail-sausage": goods.hanging(96, 3, "sausage"),
        "rail-fish": goods.hanging(96, 5, "fish"),
        "rail-cheese": goods.hanging(96, 7, "cheese"),
        "pile-oranges": goods.pile(96, 20, [goods.ORANGES, goods.LEMONS], 4),
        "pile-apples": goods.pile(96, 20, [goods.APPLES, goods.CABBAGE], 6),
        "shopper-1": person(21, "#5a3a34", None, "knit", 5),
        "shopper-2": person(24, "#44505c", None, "cap"),
        "shopper-3": person(26, "#5c4c3c", None, "brim"),
    }


def _bridge_props() -> dict[str, Relief]:
    """What is kept under the arches."""
    return {
        "tyres": furniture.tyres(),
        "boat": furniture.boat(),
        "bicycle": furniture.bicycle(),
        "pipes": furniture.pipes(),
        "crates": goods.crates(2, 5),
    }


def _river_props() -> dict[str, Relief]:
    """What stands on the quay."""
    return {
        "coil": quay.coil(),
        "sacks": quay.sacks(),
        "lamp": quay.lamp(),
        "bench": quay.bench(),
        "anchor": quay.anchor(),
        "nets": quay.nets(),
        "crane": quay.crane(),
        "gangway": quay.gangway(),
        "flag-mast": quay.mast(),
        "barrel": goods.barrel(2),
        "crates": goods.crates(3, 8),
        **{f"tree-{i}": quay.tree(190, 250, i) for i in range(3)},
        "docker": person(41, "#3a4048", None, "cap", 4),
    }


def _light() -> dict[str, tuple[Look, Daylight]]:
    """Each place's light for what is lit by itself: the sun behind, a rim, a cool sky."""

    def day(sun: tuple[float, float, float], tint: str, sky: str, ground: str) -> Daylight:
        return Daylight((sun[0], sun[1], 0.26), tint, 1.0, sky, ground, 1.15, 0.9, 24, 2.0, (0.35, 0.3, 0.2))

    return {
        "yard": (yard_light.LOOK, day((0.4, -0.6, -0.08), "#ffb878", "#6a70a0", "#2a2022")),
        "market": (market_light.LOOK, day((0.5, -0.6, 0.02), "#ffc880", "#7c98cc", "#3a3230")),
        "bridge": (bridge_light.LOOK, day((0.4, -0.6, -0.05), "#ffd8a4", "#5c7490", "#2a2a2a")),
        "river": (river.LOOK, day((0.45, -0.62, -0.05), "#ffdca4", "#8ca4bc", "#4c4c50")),
    }


def _save(path: Path, img: Array, mask: np.ndarray, colours: int) -> None:
    pal = palette_of(img, mask, colours)
    rgb = np.round(to_srgb(pal) * 255).astype(np.uint8)[quantise(img, mask, pal, 0)]
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.dstack([rgb, np.where(mask, 255, 0).astype(np.uint8)]), "RGBA").save(path, optimize=True)


def write_tiles(name: str, look: Look, day: Daylight) -> None:
    """One sheet, lit from above left and a little behind, edge to edge, so that no tile has a border of its own; below
    it what lies on the ground, in the place's own light."""
    rows = _rows()[name]
    sheet = Relief(W, TILE * 2 * len(rows))
    for i, make in enumerate(rows.values()):
        sheet.texture(0, i * TILE * 2, make(), 4)
    lit = light(
        sheet, Daylight((0.35, -0.5, 0.62), "#ffe0c0", 0.55, "#8c9cc4", "#3a3634", 0.62, 0.45, 12, 2.0, (0.4, 0.3, 0.0))
    )
    lying = [decals.row(*drawn) for drawn in decals.ROWS[name].values()]
    img = np.concatenate([develop(lit, look), *(develop(light(r, day), look) for r in lying)])
    mask = np.concatenate([sheet.a > 0.5, *(r.a > 0.5 for r in lying)])
    _save(OUT / f"{name}.png", img, mask, 128)
    labels = [label for label in (*rows, *decals.ROWS[name]) for _ in range(2)]
    data = {"tile": TILE, "columns": COLUMNS, "rows": labels}
    (OUT / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def write_props(name: str, look: Look, day: Daylight) -> None:
    folder, facts = OUT / "props" / name, {}
    for label, r in _props()[name].items():
        _save(folder / f"{label}.png", develop(light(r, day), look), r.a > 0.5, 48)
        facts[label] = {"size": [r.w, r.h], "origin": [r.w // 2, r.h - 1]}
    (folder / "props.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    for name, (look, day) in _light().items():
        write_tiles(name, look, day)
        write_props(name, look, day)
        print(f"{name}: tiles and {len(_props()[name])} props")


if __name__ == "__main__":
    main()
