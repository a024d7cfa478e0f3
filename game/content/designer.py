"""What the level designer's editor and reader are given, made from the table: Tiled project, templates, reference.

It writes no file: `main.py levels generate` does, and a test holds the committed ones current.
"""

import json
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from game.content import schema
from game.content.property_types import Enumeration, ObjectClass, Property, Scalar, Type
from game.minigames.manifest import MINIGAMES
from game.sim.spec import CueKind, Hold

PROJECT_FILE = "lace-up.tiled-project"
"""Name of the Tiled project."""
TEMPLATE_FOLDER = "templates"
"""Folder of the object templates, beside the project."""
REFERENCE_FILE = "README.md"
"""Name of the file that holds the reference."""
REFERENCE_MARK = "<!-- From here on made from game/content/schema.py: do not edit. -->"
"""Line of that file after which everything is generated."""
COMPATIBILITY = 1100
"""Tiled version that the project is compatible with: 1.10."""
HOLD_WIDTH = 48
"""Width of the template of a hold, px."""
HOLD_HEIGHT = 20
"""Height of the template of a hold, px."""
INTERPRETER = "%projectpath/../.venv/bin/python"
"""Tiled starts no `.bat` and has one command for all systems: the first launch fills this path on Windows too."""
HERE = "main.py play --level %mapfile --object %objectid"
"""Where nothing is selected, Tiled passes %objectid as it stands. A map is played in the pack that it lies in."""
PROJECT_FOLDER = "%projectpath"
"""What Tiled puts the project's folder for: the root of the shipped pack, and the `levels` of any other."""
WORLD = f"main.py play --pack {PROJECT_FOLDER}"
"""The pack is named, so that its run begins at once and follows what is saved."""
COMMANDS = (
    ("Play from the selected object", HERE, "F5"),
    ("Play from the selected object at half speed", f"{HERE} --rate 0.5", "Ctrl+F5"),
    ("Play from the selected object with claps", f"{HERE} --claps", "Ctrl+Shift+F5"),
    ("Play four bars from the selected object again and again", f"{HERE} --claps --loop 4", "F8"),
    ("Play the whole world", WORLD, "Shift+F5"),
    ("Watch it played", f"{HERE} --watch", "F6"),
    ("Watch it played with claps", f"{HERE} --watch --claps", "Ctrl+F6"),
    ("Watch the whole world played", f"{WORLD} --watch", "Shift+F6"),
    ("Check this map", "main.py levels check %mapfile", "F7"),
    ("Check the whole world", "main.py levels check", "Shift+F7"),
)
"""Tiled's commands: name, what they run, key."""
OBJECT_COLORS_BY_LAYER = frozenset({"Cue"})
"""From Tiled 1.9 on a class of objects has a color that beats its layer's. The layers of cues are colored by
difficulty, so these are no classes of objects there: their templates bring the properties."""


def project_text() -> str:
    """Return the Tiled project: enums and classes of the table, and the commands that play from the editor."""
    kinds = [_enum(item) for item in _enumerations()] + [_class(item) for item in schema.CLASSES]
    project = {
        "automappingRulesFile": "",
        "commands": [_command(*command) for command in COMMANDS],
        "compatibilityVersion": COMPATIBILITY,
        "extensionsPath": "extensions",
        "folders": ["."],
        "propertyTypes": [{"id": number, **kind} for number, kind in enumerate(kinds, start=1)],
    }
    return json.dumps(project, indent=4) + "\n"


def _enumerations() -> list[Enumeration]:
    tables = [schema.MAP_PROPERTIES, schema.LAYER_PROPERTIES, *(item.properties for item in schema.CLASSES)]
    found = {p.choices.name: p.choices for table in tables for p in table if p.choices is not None}
    return [found[name] for name in sorted(found)]


def _enum(item: Enumeration) -> dict[str, object]:
    return {
        "name": item.name,
        "storageType": "string",
        "type": "enum",
        "values": list(item.values),
        "valuesAsFlags": item.several,
    }


def _class(item: ObjectClass) -> dict[str, object]:
    return {
        "color": f"#ff{item.color[1:]}",
        "drawFill": True,
        "members": [_member(prop) for prop in sorted(item.properties, key=lambda prop: prop.name)],
        "name": item.name,
        "type": "class",
        "useAs": [] if item.name in OBJECT_COLORS_BY_LAYER else ["object"],
    }


def _member(prop: Property) -> dict[str, object]:
    choices = {} if prop.choices is None else {"propertyType": prop.choices.name}
    return {"name": prop.name, **choices, "type": str(prop.type), "value": prop.default}


def _command(name: str, arguments: str, shortcut: str) -> dict[str, object]:
    return {
        "arguments": arguments,
        "command": INTERPRETER,
        "enabled": True,
        "name": name,
        "saveBeforeExecute": True,
        "shortcut": shortcut,
        "showOutput": True,
        "workingDirectory": "%projectpath/..",
    }


def template_texts() -> dict[str, str]:
    """Return the object templates by file name: one for each cue and call kind, and one for each other class."""
    texts: dict[str, str] = {}
    for minigame in MINIGAMES.values():
        spec = minigame.spec
        for cue in spec.cues:
            held = cue.hold is not Hold.NONE
            texts[f"{spec.id}.{cue.name}.tx"] = _template("Cue", cue.name, {"kind": cue.name}, held)
        for call in spec.calls:
            if call.map_class == "Call":
                texts[f"{spec.id}.{call.name}.tx"] = _template("Call", call.name, {"kind": call.name}, call.has_length)
    for item in schema.CLASSES:
        if item.name not in {"Cue", "Call", "Prop"}:  # a prop's template is its tile
            texts[f"{item.name.lower()}.tx"] = _template(item.name, "", {}, "point" not in item.shapes)
    return texts


def _template(kind: str, name: str, given: dict[str, Scalar], wide: object) -> str:
    item = schema.object_class(kind)
    assert item is not None
    values = {prop.name: given.get(prop.name, prop.default) for prop in item.properties}
    size = f' width="{HOLD_WIDTH}" height="{HOLD_HEIGHT}"' if wide else ""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<template>"]
    lines.append(f" <object{f' name={quoteattr(name)}' if name else ''} type={quoteattr(kind)}{size}>")
    lines.append("  <properties>")
    for prop in sorted(item.properties, key=lambda prop: prop.name):
        lines.append(f"   {property_xml(prop, values[prop.name])}")
    lines.append("  </properties>")
    if not wide:
        lines.append("  <point/>")
    return "\n".join([*lines, " </object>", "</template>", ""])


def property_xml(prop: Property, value: Scalar) -> str:
    """Return a property as Tiled writes it; a choice names its enumeration: a drop-down or tick boxes."""
    typed = "" if prop.type is Type.STRING else f' type="{prop.type}"'
    chosen = "" if prop.choices is None else f' propertytype="{prop.choices.name}"'
    return f"<property name={quoteattr(prop.name)}{typed}{chosen} value={quoteattr(_written(value))}/>"


def _written(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def reference_text() -> str:
    """Return the generated part of the designer's reference, beginning with its mark."""
    parts = [REFERENCE_MARK, "", "## Map properties", "", *_table(schema.MAP_PROPERTIES)]
    parts += ["", "## Properties of drawn layers", "", *_table(schema.LAYER_PROPERTIES), "", "## Objects", ""]
    for item in schema.CLASSES:
        shapes = " or ".join(item.shapes)
        where = f"on `{item.layer}`" if item.layer else "in the picture"
        parts += [f"### {item.name} ({where}; {shapes})", "", item.sentence, "", *_table(item.properties), ""]
    parts += ["## Rows", "", "Where a cue kind leaves the hand open, the row says it (row = y / 24, rounded down).", ""]
    parts += ["| row | verb |", "| --- | --- |"]
    parts += [f"| {row} | {verb.name.lower()} |" for row, verb in schema.VERB_ROWS.items()]
    parts += ["", "## Exercises", ""]
    for minigame in MINIGAMES.values():
        parts += _exercise(minigame.spec.id)
    return "\n".join(parts).rstrip() + "\n"


def _table(properties: Iterable[Property]) -> list[str]:
    rows = ["| property | type | default | what it says |", "| --- | --- | --- | --- |"]
    for prop in properties:
        default = f"`{_written(prop.default)}`" if _written(prop.default) else ""
        rows.append(f"| `{prop.name}` | {_type(prop)} | {default} | {prop.sentence} |")
    return rows


def _type(prop: Property) -> str:
    if prop.choices is not None:
        joined = ", ".join(prop.choices.values)
        words = "a kind below" if prop.choices.name in {"CueKind", "CallKind"} else joined
        return f"some of: {words}" if prop.choices.several else words
    if prop.least is None:
        return str(prop.type)
    upper = "" if prop.most is None else f" to {prop.most:g}"
    return f"{prop.type}, {prop.least:g}{upper or ' or more'}"


def _exercise(name: str) -> list[str]:
    spec = MINIGAMES[name].spec
    lines = [f"### {spec.id}: {spec.title}", ""]
    if spec.borrows:
        lines += ["Its cue kinds are those of the others, written `yard.lift`, `meat.straight`.", ""]
    if spec.cues:
        lines += ["| cue | verb | lead, beats | what he does |", "| --- | --- | --- | --- |"]
        lines += [f"| `{cue.name}` | {_verbs(cue)} | {cue.lead} | {cue.sentence} |" for cue in spec.cues]
        lines.append("")
    for call in spec.calls:
        lines += [f"- `{call.name}`{' (with a length)' if call.has_length else ''}: {call.sentence}"]
    if spec.triggers:
        lines += [f"- triggers of its own: {', '.join(spec.triggers)}"]
    density = f"At most {spec.max_presses_per_second:g} presses a second."
    return [*lines, *([""] if spec.calls or spec.triggers else []), density, ""]


def _verbs(cue: CueKind) -> str:
    joined = (" + " if cue.chord else " or ").join(verb.name.lower() for verb in cue.verbs)
    return f"{joined}, held" if cue.hold is not Hold.NONE else joined
