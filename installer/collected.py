"""What PyInstaller has put into the built program, by its own lists."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

OF_THE_SYSTEM = ("/lib/", "/usr/lib/")


@dataclass(frozen=True, slots=True)
class Collected:
    """Modules by their names, and other files by their places in the bundle and their sources."""

    modules: frozenset[str]
    files: dict[str, str]

    @classmethod
    def read(cls, work: Path) -> "Collected":
        """From the folder that PyInstaller has worked in."""
        modules = {name for file in work.rglob("PYZ-*.toc") for name, _ in _entries(file)}
        files = dict(entry for file in work.rglob("COLLECT-*.toc") for entry in _entries(file))
        return cls(frozenset(modules), files)

    @property
    def distributions(self) -> list[Distribution]:
        """The packages of Python that all of it comes from, by name."""
        owners = packages_distributions()
        tops = {name.partition(".")[0] for name in self.modules}
        tops |= {Path(name).parts[0].partition(".")[0] for name in self.files}
        names = {name for top in tops for name in owners.get(top, ())}
        return sorted(map(distribution, names), key=lambda found: found.name.lower())

    @property
    def system_libraries(self) -> list[str]:
        """The names of the libraries that were taken from the system of the machine."""
        return sorted(
            Path(name).name
            for name, source in self.files.items()
            if source.startswith(OF_THE_SYSTEM) and ".so" in Path(name).name
        )


def _entries(file: Path) -> Iterator[tuple[str, str]]:
    """Name and source of every entry; PyInstaller writes its lists as Python."""
    waiting: list[object] = [ast.literal_eval(file.read_text(encoding="utf-8"))]
    while waiting:
        thing = waiting.pop()
        match thing:
            case (str(name), str(source), str()):
                yield name, source
            case list() | tuple():
                waiting += thing
