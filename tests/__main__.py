"""`python3 -m tests`: makes the environment when it is missing, then runs pytest with the arguments given."""

import os
import sys

from game import bootstrap

if __name__ == "__main__":
    bootstrap.ensure_environment(["-m", "tests"], extra="test")

    import pytest

    os.chdir(bootstrap.ROOT)
    raise SystemExit(pytest.main(sys.argv[1:]))
