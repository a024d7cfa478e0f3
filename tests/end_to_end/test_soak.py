"""Two hundred incidents in one real run: window, devices, disk, process. Nothing falls over and the replay is true."""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.screen import Screen, missing_tools, virtual_screen
from tests.platform.audio import sound_server
from tests.platform.audio.sound_server import SoundServer

ROOT = Path(__file__).resolve().parents[2]
MAPS_SAVED = 12
TRUE = (0, 3)
"""Exit statuses of `verify` for a true run: one with so many pauses is not fit for a board."""
INCIDENTS = 200
SEED = 13
KEYS = ("f", "j", "space", "k", "Left", "Right", "Up", "Down")
missing = [*missing_tools(), *sound_server.missing_tools()]
needs_tools = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def checkout(folder: Path) -> Path:
    """Return a copy of the game whose maps may be written to; what is only read is not copied."""
    for name in ("game", "tests", "levels"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "assets").symlink_to(ROOT / "assets")
    shutil.copy(ROOT / "main.py", folder)
    return folder


class Soak:
    """A running game, and all that can happen to it."""

    def __init__(self, screen: Screen, server: SoundServer, folder: Path, *words: str) -> None:
        self.screen, self.server, self.home = screen, server, folder / "home"
        self.home.mkdir()
        self.root = checkout(folder / "checkout")
        self.random = random.Random(SEED)
        self.counts: Counter[str] = Counter()
        self.worst_notices = 0
        self.stuck: list[object] = []
        home = str(self.home)
        variables = {**server.variables, "HOME": home, "LACE_UP_HOME": home, "PYTHONPATH": str(self.root)}
        environment = screen.environment(**variables) | {"SDL_AUDIODRIVER": "pulseaudio"}
        command = [sys.executable, "-m", "tests.end_to_end.soaked_game", "play", "--difficulty", "normal", *words]
        self.errors = (self.home / "stderr.txt").open("w+")
        self.game = subprocess.Popen(
            [*command, "--until", "results"], cwd=self.root, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
        )  # fmt: skip
        self.environment = environment
        self.window = screen.window(self.game.pid)

    def order(self, words: str) -> None:
        """Give an order."""
        assert self.game.stdin is not None
        self.game.stdin.write(words + "\n")
        self.game.stdin.flush()

    def told(self) -> dict[str, object]:
        """Ask what is going on; a game that has ended is on the screen "gone"."""
        assert self.game.stdout is not None
        try:
            self.order("tell")
        except BrokenPipeError:
            return {"screen": "gone", "notices": 0}
        told: dict[str, object] = json.loads(self.game.stdout.readline() or '{"screen": "gone", "notices": 0}')
        return told

    def keys(self, *words: str) -> None:
        """Use the keyboard."""
        self.screen.xdotool(*words)

    def begin(self) -> None:
        """Wait until the run is shown."""
        while self.told()["screen"] != "run":
            time.sleep(0.3)

    def finish(self) -> None:
        """Let the run end by itself, with the initials as they are."""
        while (now := self.told()["screen"]) != "gone":
            assert now in ("run", "pause", "initials", "loading"), f"the run was left for {now}"
            self.go_on()
            if now == "initials":
                self.keys("key", "Return")
            time.sleep(0.3)
        self.game.wait(30)

    def close(self) -> None:
        """End the game, if it still runs, and close its pipes."""
        assert self.game.stdin is not None
        assert self.game.stdout is not None
        self.game.send_signal(signal.SIGCONT)
        self.game.kill()
        self.game.wait(30)
        self.game.stdout.close()
        self.errors.close()
        with contextlib.suppress(BrokenPipeError):
            self.game.stdin.close()

    # -- incidents

    def pause(self) -> None:
        self.keys("key", "Escape", "sleep", "0.2")

    def play(self) -> None:
        for _ in range(3):
            self.keys("key", self.random.choice(KEYS))

    def hold(self) -> None:
        key = self.random.choice(KEYS)
        self.keys("keydown", key, "sleep", "0.3")
        self.random.choice((self.focus, self.pause, self.stop))()
        self.keys("keyup", key)

    def focus(self) -> None:
        root = self.keys_out("search", "--maxdepth", "0", ".*").split()[:1]
        self.keys("windowfocus", *(root or ["1"]), "sleep", "0.3", "windowfocus", self.window, "sleep", "0.2")

    def keys_out(self, *words: str) -> str:
        return self.screen.xdotool(*words)

    def resize(self) -> None:
        width, height = self.random.choice(((640, 360), (1280, 720), (1000, 700), (700, 400)))
        self.keys("windowsize", self.window, str(width), str(height))

    def full_screen(self) -> None:
        self.keys("key", "F11", "sleep", "0.2")

    def picture(self) -> None:
        self.keys("key", "F12")

    def stop(self) -> None:
        self.game.send_signal(signal.SIGSTOP)
        self.keys("key", "f", "key", "Return")
        time.sleep(self.random.choice((0.2, 0.7, 1.3, 2.5)))
        self.game.send_signal(signal.SIGCONT)

    def pad(self) -> None:
        self.order("pad in")
        time.sleep(0.2)
        self.order("pad out")

    def sound(self) -> None:
        self.server.kill()
        time.sleep(self.random.choice((0.3, 1.0, 3.0)))
        self.server.start()

    def hang(self) -> None:
        self.server.halt()
        time.sleep(0.5)
        self.server.go_on()

    def map_saved(self) -> None:
        """Save a map of the run as an editor does that writes in place: for a moment half of it is there."""
        self.save(self.random.choice(sorted((self.root / "levels").glob("*.tmx"))))

    def save(self, path: Path) -> None:
        text = path.read_text("utf-8")
        path.write_text(text[: len(text) // 2], "utf-8")
        time.sleep(self.random.choice((0.0, 0.1, 1.3)))
        path.write_text(text + "\n", "utf-8")

    def second(self) -> None:
        """Start the game once more on the same files, with a window of its own, and read the boards meanwhile."""
        words = self.random.choice((("play", "--until", "title"), ("scores", "--json")))
        command = [sys.executable, "main.py", *words]
        subprocess.run(command, cwd=self.root, env=self.environment, capture_output=True, check=True, timeout=60)

    def incidents(self) -> dict[Callable[[], None], int]:
        """Return what can happen, and how often."""
        return {
            self.pause: 3, self.play: 4, self.hold: 4, self.focus: 3, self.resize: 2, self.full_screen: 1,
            self.picture: 2, self.stop: 3, self.pad: 2, self.sound: 1, self.hang: 1, self.map_saved: 1, self.second: 1,
        }  # fmt: skip

    def one(self) -> bool:
        """Let one thing happen and go on playing; return whether the run still runs."""
        weights = self.incidents()
        incident = self.random.choices(list(weights), list(weights.values()))[0]
        incident()
        told = self.told()
        self.counts[incident.__name__] += 1
        if told["screen"] == "run" and told.get("stuck"):
            self.stuck.append((incident.__name__, told["stuck"]))
        score, notices = told.get("score", 0), told["notices"]
        assert isinstance(score, int)
        assert isinstance(notices, int)
        assert 0 <= score <= 1_000_000
        self.worst_notices = max(self.worst_notices, notices)
        self.go_on()
        return self.told()["screen"] in ("run", "pause")

    def go_on(self) -> None:
        """Leave the pause menu, if it is there."""
        for _ in range(20):
            if self.told()["screen"] != "pause":
                return
            self.keys("key", "Escape", "sleep", "0.1")


@needs_tools
@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_two_hundred_incidents_in_one_run(tmp_path: Path) -> None:
    with virtual_screen() as screen, sound_server.sound_server(tmp_path / "sound") as server:
        soak = Soak(screen, server, tmp_path)
        happened = 0
        try:
            soak.begin()
            while happened < INCIDENTS and soak.one():
                happened += 1
            soak.finish()
        finally:
            soak.close()
            load = os.getloadavg()[0]
            print(json.dumps({"load": load, "incidents": happened, "notices": soak.worst_notices, **soak.counts}))
    assert soak.game.returncode == 0, (soak.home / "stderr.txt").read_text()[-3000:]
    assert "Traceback" not in (soak.home / "stderr.txt").read_text()
    assert soak.stuck == []
    assert soak.worst_notices <= 1
    assert happened == INCIDENTS
    (replay,) = (soak.home / "replays").glob("*.laceup")
    verified = subprocess.run(
        [sys.executable, "main.py", "replay", "verify", str(replay)],
        cwd=soak.root,
        capture_output=True,
        check=False,
        text=True,
    )
    assert verified.returncode in TRUE, verified.stdout
    assert list((soak.home / "replays" / "pending").glob("*.laceup")) == []


@needs_tools
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_map_is_saved_again_and_again_while_it_is_played(tmp_path: Path) -> None:
    with virtual_screen() as screen, sound_server.sound_server(tmp_path / "sound") as server:
        soak = Soak(screen, server, tmp_path, "--level", "levels/market.tmx")
        try:
            soak.begin()
            seen = [soak.told()]
            for _ in range(MAPS_SAVED):
                soak.save(soak.root / "levels" / "market.tmx")
                time.sleep(0.8)
                soak.go_on()
                seen.append(soak.told())
            trials = [told["trial"] for told in seen if "trial" in told]
            assert trials[0] is False
            assert any(trials), "the saved map was not loaded"
            soak.finish()
        finally:
            soak.close()
    assert soak.game.returncode == 0, (soak.home / "stderr.txt").read_text()[-3000:]
    assert "Traceback" not in (soak.home / "stderr.txt").read_text()
    assert soak.stuck == []
