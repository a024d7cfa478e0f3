"""The climb drawn from its parts, as the game may do it: sky, far picture, cards, stairs by rows, all in the sun.

python -m assets.workshop.places.steps.preview -o sheet.png      (0, 6, 12 ... 72 stairs)
python -m assets.workshop.places.steps.preview --time            (ms a frame)
"""

import argparse
import json
import math
import os
import time
from pathlib import Path

import numpy as np
import pygame

from ..build import BACKDROPS
from .geometry import Eye, eye, runner

W, H, KEY = 640, 360, (255, 0, 255)


class Climb:
    """Loads the parts once; draws any moment of the climb."""

    def __init__(self, folder: Path) -> None:
        self.data = json.loads((folder / "climb.json").read_text(encoding="utf-8"))
        cam = self.data["camera"]
        self.focal, self.horizon = cam["focal"], cam["horizon"]
        self.sky = pygame.image.load(folder / "sky.png").convert()
        self.far = [(f["climbed"] + f["approach"], f["y"], self._keyed(folder / f["image"])) for f in self.data["far"]]
        images = [pygame.image.load(folder / n) for n in self.data["textures"]["images"]]
        self.palette = images[0].get_palette()
        self.mips = [pygame.surfarray.array2d(i).T.copy() for i in images]
        self._faces()
        self._cards(self._keyed(folder / "cards.png"))
        self.rows = pygame.Surface((W, H), depth=8)
        self.rows.set_palette(self.palette)
        self.rows.set_colorkey(0)
        self.columns = np.arange(W, dtype=np.float32) + 0.5 - W / 2

    @staticmethod
    def _keyed(path: Path) -> pygame.Surface:
        img = pygame.image.load(path)
        img.set_colorkey(img.get_palette_at(0))
        out = img.convert()
        out.set_colorkey(KEY, pygame.RLEACCEL)
        return out

    def _faces(self) -> None:
        faces = self.data["faces"]
        self.riser = np.array([f[0] == "riser" for f in faces])
        self.z0, self.y0, self.z1, self.y1 = (np.array([f[i] for f in faces], np.float64) for i in (1, 2, 3, 4))
        self.texels = np.array([f[5] for f in faces])
        self.first = np.concatenate([[0], np.cumsum(self.texels)[:-1]])

    def _cards(self, sheet: pygame.Surface) -> None:
        self.scaled: dict = {}
        cards = self.data["cards"]
        self.sizes = {
            (kind, light): [(s["ppm"], sheet.subsurface(s["rect"])) for s in sizes]
            for kind, lights in cards["kinds"].items()
            for light, sizes in lights.items()
        }
        self.cards = [(c["x"], c["y"], c["z"], c["kind"], c["light"]) for c in cards["stand"]]
        rails, z = self.data["rails"], self.data["risers_z"]
        self.rail = [(k * self.data["rise"], z[k - 1]) for k in range(1, len(z) + 1, rails["posts_every"])]

    def draw(self, to: pygame.Surface, climbed: float, approach: float = 0.0, beat: float = 0.0) -> None:
        """Everything but the fighter, who comes last: no card stands before him."""
        at = eye(climbed, approach)
        self.frame = int(beat * 2)
        top = self.data["top"]
        to.blit(self.sky, ((W - self.sky.get_width()) // 2, round(self.data["sky"]["drift"] * (1 - climbed / 72))))
        self._far(to, climbed + approach, at)
        self._stand(to, at, top["z"], 1e9)
        self._stairs(to, at)
        self._stand(to, at, -1e9, top["z"])
        self._rails(to, at)

    def _far(self, to: pygame.Surface, way: float, at: Eye) -> None:
        """The nearest picture, slid by what the temple's foot has moved since it was taken."""
        n = min(range(len(self.far)), key=lambda i: abs(self.far[i][0] - way))
        stop, y, img = self.far[n]
        taken = eye(max(0, stop), min(0, stop))
        foot, z = self.data["top"]["y"] + 10, self.data["temple_z"]
        to.blit(img, (0, y + round(at.row(foot, z) - taken.row(foot, z))))

    def _stairs(self, to: pygame.Surface, at: Eye) -> None:
        ahead = self.z1 > at.z + 3
        z0 = np.maximum(self.z0[ahead], at.z + 3)
        z1, y0, y1 = self.z1[ahead], self.y0[ahead], self.y1[ahead]
        upper = np.minimum.accumulate(self.horizon + (at.y - y1) * self.focal / (z1 - at.z))
        rows = np.arange(H) + 0.5
        face = np.searchsorted(-upper, -rows, side="left")  # the first face that reaches above the row
        seen = face < len(upper)
        first = int(np.argmax(seen))
        rows, face = rows[first:], face[first:]
        slope = (rows - self.horizon) / self.focal
        flat = ~self.riser[ahead][face]
        # next to the horizon a level face is met at any depth: keep it inside the face
        with np.errstate(divide="ignore", invalid="ignore"):
            depth = np.where(flat, (at.y - y0[face]) / slope, z0[face] - at.z)
        depth = np.clip(np.nan_to_num(depth, posinf=1e6), z0[face] - at.z, np.maximum(z1[face], z0[face] + 1e-6) - at.z)
        full0, full1 = self.z0[ahead][face], np.where(flat, z1[face], 1)
        along = np.where(
            flat,
            (depth + at.z - full0) / np.maximum(full1 - full0, 1e-6),
            (at.y - depth * slope - y0[face]) / np.maximum(y1[face] - y0[face], 1e-6),
        )
        count = self.texels[ahead][face]
        texel = self.first[ahead][face] + np.clip((along * count).astype(int), 0, count - 1)
        self._gather(first, texel, depth)
        to.blit(self.rows, (0, first), (0, first, W, H - first))

    def _gather(self, first: int, texel: np.ndarray, depth: np.ndarray) -> None:
        """Fill rows from the texture that is nearest in size to what they show."""
        ppm, span = self.data["textures"]["ppm"], self.data["textures"]["span"]
        mip = np.clip(np.floor(np.log2(ppm * depth / self.focal) + 0.6), 0, 3).astype(int)
        out = pygame.surfarray.pixels2d(self.rows).T
        for k, tex in enumerate(self.mips):
            which = np.flatnonzero(mip == k)
            if len(which):
                scale = ppm / 2**k
                step = (depth[which] / self.focal * scale).astype(np.float32)
                u = (self.columns[None] * step[:, None] + np.float32(span * scale)).astype(np.int32)
                np.clip(u, 0, tex.shape[1] - 1, out=u)
                u += (texel[which] * tex.shape[1]).astype(np.int32)[:, None]
                out[first + which] = tex.ravel()[u]

    def _stand(self, to: pygame.Surface, at: Eye, near: float, far: float) -> None:
        frames = self.data["cards"]["frames"]
        for i, (x, y, z, kind, light) in enumerate(self.cards):
            if not near < z <= far or z - at.z < 4:
                continue
            if kind in frames:
                kind = f"{kind}_{(self.frame + i) % frames[kind]}"
            scale, column, sizes = at.scale(z), at.column(x, z), self.sizes[kind, light]
            ppm, img = next((s for s in reversed(sizes) if s[0] >= scale), sizes[0])
            # sizes go in steps of 3 %, so that scaled pictures serve several frames
            k = 1.03 ** round(math.log(scale / ppm, 1.03))
            w, h = max(1, round(img.get_width() * k)), max(1, round(img.get_height() * k))
            if column + w < 0 or column - w > W:
                continue
            to.blit(self._sized(kind + light, img, (w, h)), (round(column) - w // 2, round(at.row(y, z)) - h))

    def _rails(self, to: pygame.Surface, at: Eye) -> None:
        rails = self.data["rails"]
        seen = [(y, z) for y, z in self.rail if z - at.z > 3]
        for x in rails["x"] if len(seen) > 1 else ():
            line = []
            for y, z in seen:
                column, foot, top = at.column(x, z), at.row(y, z), at.row(y + rails["height"], z)
                pygame.draw.line(to, rails["dark"], (column, foot), (column, top), 2 if at.scale(z) > 24 else 1)
                line.append((column, top))
            pygame.draw.lines(to, rails["dark"], False, [(c, r + 1) for c, r in line], 2)
            pygame.draw.lines(to, rails["bright"], False, line, 1)

    def _sized(self, kind: str, img: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
        key = (kind, *size)
        if key not in self.scaled:
            if len(self.scaled) > 400:
                self.scaled.clear()
            self.scaled[key] = pygame.transform.scale(img, size)
            self.scaled[key].set_colorkey(KEY)
        return self.scaled[key]


def place_of(climbed: float, approach: float) -> tuple[int, int]:
    """Column and row of the fighter's feet."""
    y, z = runner(climbed, approach)
    at = eye(climbed, approach)
    return round(at.column(0.0, z)), round(at.row(y, z))


def _figure(to: pygame.Surface, feet: tuple[int, int]) -> None:
    """A grey upright of 88 px where he will be."""
    x, y = feet
    pygame.draw.ellipse(to, (40, 40, 56), (x - 16, y - 4, 40, 8))
    for rect, tint in (
        ((-9, -44, 8, 44), "#3a4052"),
        ((2, -44, 8, 40), "#2c3242"),
        ((-13, -76, 26, 36), "#7c8088"),
        ((-6, -90, 12, 14), "#8f3330"),
    ):
        pygame.draw.rect(to, tint, (x + rect[0], y + rect[1], rect[2], rect[3]), border_radius=4)


def moments() -> list[tuple[float, float]]:
    """Stills of the contact sheet: the run up, then every six stairs."""
    return [(0.0, -13.0), (0.0, -6.0)] + [(float(k), 0.0) for k in range(0, 73, 6)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the climb from its parts.")
    parser.add_argument("--folder", type=Path, default=BACKDROPS / "steps")
    parser.add_argument("--time", action="store_const", const=1, default=0)
    parser.add_argument("--at", nargs="*", type=float, help="only these numbers of stairs")
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("-o", type=Path, default=Path("climb.png"))
    args = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.init()
    pygame.display.set_mode((W, H))
    climb = Climb(args.folder)
    if args.time:
        canvas, spent = pygame.Surface((W, H)), []
        for i in range(720):
            start = time.perf_counter()
            climb.draw(canvas, i / 10)
            spent.append((time.perf_counter() - start) * 1000)
        print(f"median {np.median(spent):.2f} ms, p99 {np.percentile(spent, 99):.2f} ms")
        return
    wanted = [(k, 0.0) for k in args.at] if args.at else moments()
    wide = 1 if args.at else 3
    sheet = pygame.Surface((W * wide, H * -(-len(wanted) // wide)))
    for i, (climbed, approach) in enumerate(wanted):
        canvas = pygame.Surface((W, H))
        climb.draw(canvas, climbed, approach)
        _figure(canvas, place_of(climbed, approach))
        sheet.blit(canvas, (i % wide * W, i // wide * H))
    pygame.image.save(pygame.transform.scale_by(sheet, args.scale), args.o)


if __name__ == "__main__":
    main()
