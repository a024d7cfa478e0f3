"""Everything that can go wrong for a person, as a tree. Each message is one sentence: file, place, mend.

The tree:

    GameError
    +-- ContentError        a map, world, tileset, template or song cannot be used
    +-- ReplayError         a replay cannot be read
    |   +-- UnknownChart    it can be read, but its chart is not among ours
    |   +-- UnknownFormat   it is of another format, which is not verified here
    +-- StorageError        settings, scores or a folder cannot be read or written
    +-- DeviceError         no display, sound device or controller where one is needed
    +-- UsageError          a command line that makes no sense
"""


class GameError(Exception):
    """An error with a sentence for the person at the screen; `exit_code` is the command's exit status."""

    exit_code = 1


class ContentError(GameError):
    """A file of the game's content (map, world, tileset, template, song, sheet) cannot be used."""

    exit_code = 2


class ReplayError(GameError):
    """A replay file cannot be read: damaged, too large, or from a newer version."""


class UnknownChart(ReplayError):
    """A replay that is sound, but was played on a chart that this installation does not have."""

    exit_code = 2


class UnknownFormat(ReplayError):
    """A replay of a format that this version does not verify: an older or a newer one."""

    exit_code = 2


class StorageError(GameError):
    """Settings, scores or their folder cannot be read or written."""


class DeviceError(GameError):
    """A device that the command cannot do without is missing."""


class UsageError(GameError):
    """The command's words are off."""

    exit_code = 2
