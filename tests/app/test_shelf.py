"""The shelf lists the shipped pack and the installed ones, faulty ones with what is wrong."""

from pathlib import Path

from game.app.shelf import Chosen, Shelf
from game.content.packing.starter import Starter, write_starter
from game.sim.chart import Difficulty
from game.states.loading import LoadedContent


def not_loaded() -> LoadedContent:
    """Nothing is loaded here."""
    raise AssertionError("nothing was to be loaded")


def test_the_shelf_holds_the_montage_and_what_is_installed(tmp_path: Path) -> None:
    write_starter(tmp_path / "harbor", Starter("Harbor", "Ada"), Path("game"))
    write_starter(tmp_path / "wrong", Starter("Wrong", "Ada"), Path("game"))
    (tmp_path / "wrong" / "levels" / "first.tmx").write_text("no map", encoding="utf-8")

    montage, harbor, wrong = Shelf(tmp_path, Chosen(None, None, safe=True), not_loaded).packs()

    assert (montage.title, harbor.title, harbor.author, harbor.duration_us) == ("Lace Up", "Harbor", "Ada", 16_000_000)
    assert set(harbor.charts) == set(Difficulty) and harbor.charts != montage.charts
    assert "first.tmx" in wrong.problem and not wrong.charts


def test_opening_a_pack_makes_it_what_is_loaded_from_now_on(tmp_path: Path) -> None:
    write_starter(tmp_path / "harbor", Starter("Harbor", "Ada"), Path("game"))
    chosen = Chosen("some.tmx", None, safe=True)
    shelf = Shelf(tmp_path, chosen, not_loaded)

    loading = shelf.open(shelf.packs()[1])
    while not loading.done:
        pass

    assert (chosen.level, chosen.pack) == (None, str(tmp_path / "harbor"))
