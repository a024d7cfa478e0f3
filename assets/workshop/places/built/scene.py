"""A scene for the tracer: boxes, quads, cylinders and ellipsoids in metres, textured by reliefs.

x to the right, y up, z away from the camera; the lane is z = 0, the ground y = 0.
"""

from collections import namedtuple
from dataclasses import dataclass, field

import numpy as np

from ..paint.colour import Array, colour
from ..paint.relief import Relief

Packed = namedtuple("Packed", "boxes box_mat quads quad_mat cyls cyl_mat ells ell_mat lamps tex meta")
MIPS = 6
Vec = tuple[float, float, float]


@dataclass(frozen=True)
class Material:
    """Texture (albedo, height, alpha, glow), `ppm` texels a metre, gloss 0.. and its sharpness, bump strength."""

    rgb: Array
    z: Array
    a: Array
    glow: Array
    ppm: float = 50.0
    bump: float = 0.8
    gloss: float = 0.0
    sharp: float = 24.0


@dataclass
class Scene:
    """Collects primitives; every one belongs to a `slab` (a depth group that becomes one layer)."""

    slab: int = 0
    materials: list[Material] = field(default_factory=list)
    boxes: list = field(default_factory=list)
    quads: list = field(default_factory=list)
    cyls: list = field(default_factory=list)
    ells: list = field(default_factory=list)
    lamps: list = field(default_factory=list)

    def paint(
        self,
        source: "Relief | tuple[Array, Array] | str",
        glow: str | None = None,
        glow_power: float = 1.0,
        **kind: float,
    ) -> int:
        """A material from a relief, a texture or a plain colour; returns its number."""
        if isinstance(source, Relief):
            rgb, z, a, em = source.rgb, source.z, source.a, source.glow
        else:
            rgb, z = (
                source
                if isinstance(source, tuple)
                else (np.tile(colour(source), (4, 4, 1)), np.zeros((4, 4), np.float32))
            )
            a, em = np.ones(z.shape, np.float32), np.zeros_like(rgb)
        if glow is not None:
            em = np.tile(colour(glow) * glow_power, (*z.shape, 1))
        self.materials.append(Material(rgb, z, a, em, **kind))
        return len(self.materials) - 1

    def box(
        self,
        low: Vec,
        high: Vec,
        mat: int,
        top: int | None = None,
        side: int | None = None,
        shift: tuple[float, float] = (0, 0),
    ) -> None:
        """An upright box; `top` and `side` (the x faces) default to `mat`; `shift` moves the texture, in metres."""
        t, s = (mat if m is None else m for m in (top, side))
        self.boxes.append(((*low, *high, *shift), (s, s, t, t, mat, mat, self.slab)))

    def quad(self, corner: Vec, along: Vec, up: Vec, mat: int, casts: int = 1) -> None:
        """A textured parallelogram (alpha cuts holes): texture x along `along`, bottom to top along `up`."""
        self.quads.append(((*corner, *along, *up), (mat, self.slab, casts)))

    def card(self, corner: Vec, size: tuple[float, float], mat: int, casts: int = 1) -> None:
        """A quad that faces the camera: its lower left corner, its width and height."""
        self.quad(corner, (size[0], 0, 0), (0, size[1], 0), mat, casts)

    def cylinder(self, axis: int, centre: Vec, radius: float, span: tuple[float, float], mat: int) -> None:
        """Along axis 0, 1 or 2 over `span`; a negative radius is the inside of a vault."""
        self.cyls.append(((*centre, radius, *span), (axis, mat, self.slab)))

    def ball(self, centre: Vec, radii: Vec, mat: int) -> None:
        self.ells.append(((*centre, *radii), (mat, self.slab)))

    def lamp(
        self, at: Vec, tint: str, power: float, reach: float = 12.0, size: float = 0.05, haze: float = 1.0
    ) -> None:
        """A point light; nothing nearer than `size` shades it; `haze` weighs it in the shaft buffer."""
        self.lamps.append((*at, *(colour(tint) * power), reach, size, haze))

    def pack(self, left: float = -1e9, right: float = 1e9) -> Packed:
        """Arrays for the kernel, of what lies between two x (metres)."""

        def near(kind: list, extent: object) -> list:
            return [p for p in kind if extent(p[0])[1] >= left and extent(p[0])[0] <= right]  # type: ignore[operator]

        kinds = (
            near(self.boxes, lambda b: (b[0], b[3])),
            near(self.quads, lambda q: (q[0] + min(0, q[3]) + min(0, q[6]), q[0] + max(0, q[3]) + max(0, q[6]))),
            near(self.cyls, lambda c: (-1e8, 1e8) if abs(c[5] - c[4]) > 20 else (c[0] - 9, c[0] + c[5] + 9)),
            near(self.ells, lambda e: (e[0] - e[3], e[0] + e[3])),
        )
        sizes = ((8, 7), (9, 3), (6, 3), (6, 2))
        flat: list = []
        for kind, (nf, ni) in zip(kinds, sizes, strict=False):
            flat += [
                np.array([p[0] for p in kind], np.float64).reshape(-1, nf),
                np.array([p[1] for p in kind], np.int32).reshape(-1, ni),
            ]
        lamps = [lm for lm in self.lamps if lm[0] + lm[6] >= left and lm[0] - lm[6] <= right]
        return Packed(*flat, np.array(lamps, np.float64).reshape(-1, 9), *self._textures())

    def _textures(self) -> tuple[Array, np.ndarray]:
        if getattr(self, "_packed", None) is None or self._packed[0] != len(self.materials):
            data, meta, at = [], [], 0
            for m in self.materials:
                row = [m.ppm, m.gloss, m.sharp]
                for img in _mips(m):
                    row += [at, img.shape[1], img.shape[0]]
                    data.append(img.reshape(-1, 9))
                    at += img.shape[0] * img.shape[1]
                meta.append(row)
            self._packed = (len(self.materials), np.concatenate(data), np.array(meta, np.float64))
        return self._packed[1:]


def _mips(m: Material) -> list[Array]:
    """Nine channels (rgb times alpha, alpha, glow, slope x, slope y) halved MIPS times."""
    a = (m.a > 0.5).astype(np.float32)
    gx, gy = ((np.roll(m.z, 1, ax) - np.roll(m.z, -1, ax)) * 0.5 for ax in (1, 0))
    img = np.dstack([m.rgb * a[..., None], a, m.glow, np.clip(gx, -1.6, 1.6) * m.bump, np.clip(gy, -1.6, 1.6) * m.bump])
    out = [img.astype(np.float32)]
    for _ in range(MIPS - 1):
        h, w = out[-1].shape[:2]
        h2, w2 = max(1, h // 2), max(1, w // 2)
        out.append(out[-1][: h2 * min(2, h), : w2 * min(2, w)].reshape(h2, min(2, h), w2, min(2, w), 9).mean((1, 3)))
    return out
