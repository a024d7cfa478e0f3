"""Handles unexpected exceptions: writes a log file and shows a message box."""

import logging
import platform
import traceback
from pathlib import Path

import pygame

from game import __version__
from game.platform.window.display import is_real_display
from game.storage.paths import make_folder


def start_log(path: Path) -> None:
    """Write warnings and crashes to `path`; a folder that cannot be made costs only the log."""
    try:
        make_folder(path.parent)
        logging.basicConfig(
            filename=path,
            level=logging.INFO,
            format="%(asctime)s %(levelname)s %(name)s: %(message)s",
            encoding="utf-8",
        )
    except Exception as error:
        logging.getLogger(__name__).warning("no log file: %s", error)


def report_crash(error: BaseException, log: Path) -> str:
    """Log a crash and show a box about it; return the sentence."""
    words = "".join(traceback.format_exception(error))
    logging.getLogger("crash").error("lace-up %s, python %s\n%s", __version__, platform.python_version(), words)
    sentence = f"Lace Up crashed ({type(error).__name__}: {error}). The details are in {log}."
    show_box(sentence)
    return sentence


def show_box(sentence: str) -> None:
    """Show a message box if a window is open; failures go to the log."""
    try:
        if pygame.display.get_init() and is_real_display():
            pygame.display.message_box("Lace Up", sentence, message_type="error")
    except pygame.error as failure:
        logging.getLogger("crash").error("no message box: %s", failure)
