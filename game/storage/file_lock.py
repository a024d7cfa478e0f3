"""Locks a file against other programs. A lock ends with the program that holds it, however that ends."""

import sys
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    FAR_BYTE = 1 << 30
    """The byte that is locked: behind all content, which stays readable."""

    def try_lock(file: BinaryIO) -> bool:
        """Lock an open file; return False where another program holds it."""
        position = file.tell()
        file.seek(FAR_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(position)
        return True

else:
    import fcntl

    def try_lock(file: BinaryIO) -> bool:
        """Lock an open file; return False where another program holds it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
