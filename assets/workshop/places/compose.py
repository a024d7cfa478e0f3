"""A preview of a place as the game will show it: layers with parallax, props, lights, grade, grain and the fighter.

python -m assets.workshop.places.compose market --cameras 0 700 --scale 2 -o out.png
python -m assets.workshop.places.compose market --contact 576 -o sheet.png     (a still every 576 px of camera)
Prints for each still how far the fighter stands off what is around him in OKLab lightness (wanted: 0.18 or more, the
spread of the ring at most 0.12).
"""

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage as ndi

from .build import BACKDROPS
from .paint.colour import Array, colour, oklab, to_linear, to_srgb
from .paint.relief import Relief, capsule
from .paint.relight import Daylight, light
from .stage import FEET, HEIGHT, LEAD, VIEW_Y, WIDTH

VIEW_H = 360


def stand_in() -> tuple[Array, np.ndarray]:
    """A grey runner of 88 px, until the fighter's own sheet exists: linear rgb and mask."""
    r = Relief(72, 92)
    grey, dark, skin = (colour(c) for c in ("#7c7c80", "#46464c", "#a8704e"))
    for a, b, c, base in (
        ((36, 52, 6), (27, 66, 5), dark, -6),
        ((27, 66, 5), (14, 71, 3.4), dark, -6),
        ((41, 33, 4), (29, 40, 3.6), dark, -7),
        ((36, 51, 7), (41, 33, 8.6), grey, 0),
        ((36, 51, 7), (49, 63, 5.4), grey, 3),
        ((49, 63, 5), (44, 82, 3.6), grey, 3),
        ((43, 87, 3), (51, 87, 2.4), dark * 0.3, 3),
        ((45, 24, 6), (46, 17, 6.4), grey, 1),
        ((41, 34, 5), (39, 46, 4.2), grey, 7),
        ((39, 46, 4), (52, 42, 3.2), grey, 8),
        ((49, 20, 3.4), (50, 18, 3.2), skin, 2),
        ((45, 15, 5.4), (44, 13, 5), dark * 0.5, 2),
    ):
        capsule(r, a, b, c, base)
    lit = light(r, Daylight((0.7, -0.5, -0.15), "#ffc484", 1.4, "#7088b0", "#302820", 0.42, 1.2))
    return lit, r.a > 0.5


def fighter(place: str) -> tuple[Array, np.ndarray, tuple[int, int]]:
    """A running frame of the real sheet when there is one, else the stand-in; and the pixel that touches the ground."""
    sheet = BACKDROPS.parent / "sprites" / f"{place}.json"
    if not sheet.exists():
        lit, mask = stand_in()
        return lit, mask, (40, 90)
    data = json.loads(sheet.read_text(encoding="utf-8"))
    run = next((c for name, c in data["clips"].items() if name.startswith("run")), None)
    frame = data["frames"][run["frames"][len(run["frames"]) // 3] if run else 0]
    x, y, w, h = frame["rect"]
    img = np.asarray(Image.open(sheet.with_suffix(".png")).convert("RGBA"), np.float32)[y : y + h, x : x + w] / 255
    return to_linear(img[..., :3]), img[..., 3] > 0.5, tuple(frame["origin"])


class Stage:
    """A built place, ready to be looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = json.loads((folder / "layers.json").read_text(encoding="utf-8"))
        self.pictures = {
            e["image"]: np.asarray(Image.open(folder / e["image"]).convert("RGBA"), np.float32) / 255
            for e in self.data["layers"]
        }
        self.figure = fighter(self.data["place"])

    def still(self, camera: float, beat: float = 0, with_fighter: bool = True) -> tuple[Array, str]:
        """The view with its left edge at `camera`; sRGB (360, 640, 3) and the measure of readability."""
        img, report, standing = np.zeros((HEIGHT, WIDTH, 3), np.float32), "", False
        for entry in self.data["layers"]:
            if entry["group"] == "front" and with_fighter and not standing:
                img, report, standing = *self._stand(img, camera), True
            self._lay(img, entry, camera)
            self._props(img, entry, camera, beat)
        if with_fighter and not standing:
            img, report = self._stand(img, camera)
        return self._print(img, camera), report

    def _lay(self, img: Array, entry: dict, camera: float) -> None:
        pic = self.pictures[entry["image"]]
        x = round(entry["x"] - camera * entry["parallax"])
        a, b = max(0, -x), min(pic.shape[1], WIDTH - x)
        if b <= a:
            return
        cut, at = pic[:, a:b], (slice(entry["y"], entry["y"] + pic.shape[0]), slice(a + x, b + x))
        alpha = cut[..., 3:]
        if entry.get("veil") == "add":
            img[at] += cut[..., :3] * alpha
        else:
            img[at] = img[at] * (1 - alpha) + cut[..., :3] * alpha

    def _props(self, img: Array, entry: dict, camera: float, beat: float) -> None:
        for prop in self.data.get("props", ()):
            if prop.get("after") != Path(entry["image"]).stem or "sprite" not in prop:
                continue
            if not prop.get("from_beat", -1e9) <= beat < prop.get("to_beat", 1e9):
                continue
            sheet = json.loads((self.folder / "props" / f"{prop['sprite']}.json").read_text(encoding="utf-8"))
            n, d = (int(v) for v in (sheet["beats"] + "/1").split("/")[:2])
            fx, fy, w, h = sheet["frames"][int(beat * d / n + prop.get("phase", 0)) % len(sheet["frames"])]
            pic = (
                np.asarray(Image.open(self.folder / "props" / f"{prop['sprite']}.png").convert("RGBA"), np.float32)
                / 255
            )
            since = beat - max(0, prop.get("from_beat", 0))
            x = round(prop["x"] + prop.get("drift", 0) * since - camera * prop.get("parallax", 1))
            y = round(prop["y"])
            a, b, c, e = max(0, -x), min(w, WIDTH - x), max(0, -y), min(h, HEIGHT - y)
            if b > a and e > c:
                cut = pic[fy + c : fy + e, fx + a : fx + b]
                at = (slice(y + c, y + e), slice(x + a, x + b))
                alpha = cut[..., 3:]
                img[at] = (
                    img[at] + cut[..., :3] * alpha
                    if prop.get("blend") == "add"
                    else img[at] * (1 - alpha) + cut[..., :3] * alpha
                )

    def _stand(self, img: Array, camera: float) -> tuple[Array, str]:
        lit, mask, (ox, oy) = self.figure
        h, w = mask.shape
        body = np.zeros(img.shape[:2], bool)
        at = (slice(FEET - oy, FEET - oy + h), slice(LEAD - ox, LEAD - ox + w))
        lum = oklab(to_linear(img))[..., 0]
        shadow = (
            np.hypot((np.mgrid[0:HEIGHT, 0:WIDTH][1] - LEAD - 4) / 26, (np.mgrid[0:HEIGHT, 0:WIDTH][0] - FEET) / 3.5)
            < 1
        )
        img[shadow] *= 0.62
        img[at] = np.where(mask[..., None], to_srgb(np.clip(lit, 0, 1)), img[at])
        body[at] = mask
        ring = ndi.binary_dilation(body, iterations=7) & ~ndi.binary_dilation(body)
        own = oklab(to_linear(img))[..., 0][body].mean()
        return img, f"fighter {own:.2f} off {own - lum[ring].mean():+.2f} spread {lum[ring].std():.3f}"

    def _print(self, img: Array, camera: float) -> Array:
        yy, xx = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        for lamp in self.data.get("lights", ()):
            x = lamp["x"] - camera * lamp.get("parallax", 1)
            if -lamp["radius"] < x < WIDTH + lamp["radius"]:
                d = np.clip(1 - np.hypot(xx - x, yy - lamp["y"]) / lamp["radius"], 0, 1) ** 2
                img = img + (np.round(d * 12) / 12 * lamp.get("power", 0.3))[..., None] * to_srgb(colour(lamp["color"]))
        img = self._glare(img, camera, xx, yy)
        grade = self.data.get("grade", {})
        out = np.clip(img[VIEW_Y : VIEW_Y + VIEW_H], 0, 1) * to_srgb(colour(grade.get("tint", "#ffffff")))
        d = np.hypot((xx[:VIEW_H] - WIDTH / 2) / (WIDTH * 0.62), (yy[:VIEW_H] - VIEW_H / 2) / (VIEW_H * 0.66))
        out = out * (1 - grade.get("vignette", 0.3) * np.clip(d, 0, 1.4) ** 2.2)[..., None]
        return np.clip(out, 0, 1)

    def _glare(self, img: Array, camera: float, xx: Array, yy: Array) -> Array:
        """What the renderer adds about the sun: a veil of light and a streak, as far as the sun shows."""
        sun = self.data.get("sun")
        if not sun:
            return img
        x, y = sun["x"] - camera * sun.get("parallax", 0.02), sun["y"]
        x0, y0 = int(np.clip(x, 12, WIDTH - 12)), int(np.clip(y, 12, HEIGHT - 12))
        seen = float(np.clip(img[y0 - 10 : y0 + 10, x0 - 10 : x0 + 10].mean() * 1.6 - 0.6, 0.15, 1)) * (0 <= x < WIDTH)
        d = np.hypot(xx - x, (yy - y) * 1.15)
        glow = (
            np.exp(-d / 34) * 0.4 + np.exp(-d / 120) * 0.3 + np.exp(-np.abs(yy - y) / 1.3 - np.abs(xx - x) / 150) * 0.25
        )
        return (
            img + to_srgb(colour(sun["rays"])) * (np.round(glow * 24) / 24 * seen * sun.get("strength", 0.5))[..., None]
        )


def to_image(img: Array, scale: int = 1) -> Image.Image:
    out = Image.fromarray((np.clip(img, 0, 1) * 255 + 0.5).astype(np.uint8))
    return out.resize((out.width * scale, out.height * scale), Image.Resampling.NEAREST)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("place")
    parser.add_argument("--folder", type=Path, default=BACKDROPS, help="where the built places are")
    parser.add_argument("--cameras", nargs="+", type=float, default=[0])
    parser.add_argument("--contact", type=float, help="a still every so many px of camera, three in a row")
    parser.add_argument("--beat", type=float, default=0)
    parser.add_argument("--px-per-beat", type=float, default=0, help="then the beat follows the camera")
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--grey", action="store_true")
    parser.add_argument("-o", type=Path, default=Path("preview.png"))
    args = parser.parse_args()
    stage = Stage(args.folder / args.place)
    cameras = list(np.arange(-LEAD, stage.data["length"] - LEAD + 1, args.contact)) if args.contact else args.cameras
    stills = []
    for camera in cameras:
        beat = (camera + LEAD) / args.px_per_beat if args.px_per_beat else args.beat
        img, report = stage.still(camera, beat)
        print(f"camera {camera:.0f}: {report}")
        stills.append(img)
    while args.contact and len(stills) % 3:
        stills.append(np.zeros_like(stills[0]))
    rows = [np.concatenate(stills[i : i + 3], 1) for i in range(0, len(stills), 3)] if args.contact else stills
    sheet = np.concatenate(rows, 0)
    to_image(np.repeat(sheet.mean(-1, keepdims=True), 3, -1) if args.grey else sheet, args.scale).save(args.o)


if __name__ == "__main__":
    main()
