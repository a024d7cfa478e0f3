"""The whole suite is shared among worker processes; a file by name, or a wish about workers, is left alone."""

import pytest

from tests.__main__ import with_workers


@pytest.mark.parametrize("words", [[], ["-x", "-k", "form"], ["tests/view"]])
def test_the_suite_and_its_folders_run_in_workers(words: list[str]) -> None:
    assert with_workers(words, 2) == ["-n", "3", "--dist", "loadfile", *words]


def test_there_are_never_more_than_four_workers() -> None:
    assert with_workers([], 16) == ["-n", "4", "--dist", "loadfile"]


@pytest.mark.parametrize(
    "words",
    [["-n", "0"], ["-n3"], ["-p", "no:xdist"], ["tests/sim/test_form.py"], ["tests/sim/test_form.py::test_form", "-x"]],
)
def test_a_file_or_a_wish_about_workers_is_left_as_it_is(words: list[str]) -> None:
    assert with_workers(words, 2) == words


def test_tests_of_one_file_and_all_tests_in_real_time_go_to_one_worker_each() -> None:
    workers = pytest.importorskip("tests.workers", reason="pytest-xdist is not installed")
    scope = workers.FileScheduling._split_scope
    assert scope(None, "tests/sim/test_form.py::test_a[1::2]") == "tests/sim/test_form.py"
    assert scope(None, "tests/platform/test_loop.py::test_b") == scope(None, "tests/end_to_end/test_window.py::test_c")
