"""HTML whose text is always escaped: what a file says can be read on the page, and is never a part of it."""

import html

from game.terminal import escaped


class Markup(str):
    """Text that is HTML already. Everything else is escaped where it is put into HTML."""

    __slots__ = ()


def shown(value: object) -> Markup:
    """Return a value as HTML: escaped, and every character of it visible."""
    return value if isinstance(value, Markup) else Markup(html.escape(escaped(str(value)), quote=True))


def element(name: str, *inside: object, **attributes: object) -> Markup:
    """Return an element. `class_` is the attribute `class`, `data_x` is `data-x`; an attribute of None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{shown(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{joined(*inside)}</{name}>")


def joined(*parts: object) -> Markup:
    """Return parts one after the other, those escaped that are no HTML."""
    return Markup("".join(map(shown, parts)))
