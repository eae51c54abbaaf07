"""Which of the files that PyInstaller finds the program uses."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from installer.debian import linked_with

# Of Qt's plugins only these; all others are left out, whatever their name.
PLUGINS = {
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "imageformats": {"svg"},
    "iconengines": {"svgicon"},
    "platforminputcontexts": {"compose", "ibus"},
    "styles": {"modernwindowsstyle", "macstyle"},
    "platformthemes": {"xdgdesktopportal"},
    "xcbglintegrations": {"egl", "glx"},
    "printsupport": {"cups", "printersupport", "cocoaprintersupport", "windowsprintersupport"},
    "wayland-shell-integration": {"xdg"},
    "wayland-decoration-client": {"bradient", "adwaita"},
    "wayland-graphics-integration-client": {"wayland-egl"},
}
# What draws in three dimensions, plays, browses, speaks SQL, or is for other people's programs.
UNUSED_LIBRARIES = re.compile(
    r"Qt6?(Qml|Quick|Pdf|Sql|Test|Virtual|Designer|Help|Xml|Concurrent|LabsQml|Labs|UiTools"
    r"|Eglfs|EglFS|EglFs|OpenGLWidgets|Multimedia|Positioning|WebEngine|3D)",
)
TRANSLATIONS = re.compile(r"qtbase_(sv|en)\.qm$")
# Printing needs them and finds them where there is a printer: they come from the system, with
# whatever they need in their turn.
FROM_THE_SYSTEM = ("libcups.so",)
# Of PySide6: tools and type hints for people who write programs.
NOT_FOR_USERS = re.compile(r"\.pyi$|/(typesystems|glue|include|doc|scripts|examples)/")


def is_needed(name: str) -> bool:
    """Whether a file is, by its place in the bundle with whatever slashes."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "PySide6" not in path.parts and "Qt" not in path.name:
        return True
    frameworks = [part for part in path.parts if part.endswith(".framework")]
    if NOT_FOR_USERS.search(str(path)) or any(
        UNUSED_LIBRARIES.search(name) for name in (path.name, *frameworks)
    ):
        return False
    if "translations" in path.parts:
        return bool(TRANSLATIONS.search(path.name))
    if "plugins" in path.parts:
        return _is_needed_plugin(path)
    return "qml" not in path.parts


def _is_needed_plugin(path: PurePosixPath) -> bool:
    kind = path.parts[path.parts.index("plugins") + 1]
    name = path.name.partition(".")[0].removeprefix("lib").removeprefix("q")
    return any(name.startswith(wanted) for wanted in PLUGINS.get(kind, ()))


Entry = tuple[str, str, str]
"""As PyInstaller keeps a file: its place in the bundle, where it lies, and its kind."""


def without_orphans(binaries: Iterable[Entry]) -> list[Entry]:
    """Leaves out libraries of Linux that only something left out has asked for."""
    kept = {entry[0]: entry for entry in binaries}
    libraries = {PurePosixPath(name).name: name for name in kept if _is_library(name)}
    wanted = [entry for name, entry in kept.items() if name not in libraries.values()]
    reached: dict[str, Entry] = {}
    while wanted:
        entry = wanted.pop()
        if entry[0] in reached:
            continue
        reached[entry[0]] = entry
        wanted += [
            kept[libraries[library]]
            for library in linked_with(entry[1])
            if library in libraries and not library.startswith(FROM_THE_SYSTEM)
        ]
    return [entry for name, entry in kept.items() if name in reached]


def _is_library(name: str) -> bool:
    """One that lies on top of the bundle, where PyInstaller puts those of the system."""
    path = PurePosixPath(name)
    is_on_top = len(path.parts) == 1 and path.name.startswith("lib") and ".so" in path.name
    # The program itself opens Python's by its name.
    return is_on_top and not path.name.startswith("libpython")
