"""Lists what is in the built program, as a software bill of materials in CycloneDX's JSON."""

import platform
import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from installer.debian import version_of

FILE_NAME = "sbom.cdx.json"
PROGRAM = "huddinge-training"
CLASSIFIER = "License :: OSI Approved :: "


def write_sbom(
    bundle: Path,
    version: str,
    distributions: Iterable[Distribution],
    debian_packages: Iterable[str],
    made_at: int,
) -> None:
    """Writes the list into the bundle; ``made_at`` is in seconds since 1970."""
    bom = Bom()
    bom.metadata.timestamp = datetime.fromtimestamp(made_at, UTC)
    bom.metadata.component = Component(
        type=ComponentType.APPLICATION, name=PROGRAM, version=version, bom_ref=PROGRAM
    )
    parts = [_python(), *(_python_package(distribution) for distribution in distributions)]
    parts += [_debian_package(package) for package in debian_packages]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(bom.metadata.component, parts)
    # The same parts make the same list, wherever and whenever it is made.
    known = "\n".join(sorted(str(part.purl) for part in parts))
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{PROGRAM} {version}\n{known}")
    written = JsonV1Dot6(bom).output_as_string(indent=2)
    (bundle / FILE_NAME).write_text(written + "\n", encoding="utf-8")


def _python() -> Component:
    """What runs it all, with the libraries that it brings along."""
    version = platform.python_version()
    component = Component(
        type=ComponentType.PLATFORM,
        name="CPython",
        version=version,
        purl=PackageURL("generic", name="cpython", version=version),
        bom_ref="generic:cpython",
    )
    component.licenses.add(LicenseFactory().make_from_string("PSF-2.0"))
    return component


def _python_package(distribution: Distribution) -> Component:
    name = distribution.name.lower().replace("_", "-")
    component = Component(
        name=distribution.name,
        version=distribution.version,
        purl=PackageURL("pypi", name=name, version=distribution.version),
        bom_ref=f"pypi:{name}",
        description=distribution.metadata["Summary"],
    )
    stated = distribution.metadata["License-Expression"] or _classified(distribution)
    if stated:
        component.licenses.add(LicenseFactory().make_from_string(stated))
    page = f"https://pypi.org/project/{name}/{distribution.version}/"
    component.external_references.add(
        ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(page))
    )
    return component


def _classified(distribution: Distribution) -> str:
    """The licence by the old way of stating it, in words."""
    classifiers: list[str] = distribution.metadata.get_all("Classifier") or []
    named = [line.removeprefix(CLASSIFIER) for line in classifiers if line.startswith(CLASSIFIER)]
    short = re.sub(r"\s+", " ", distribution.metadata["License"] or "")[:80]
    return ", ".join(named) or short


def _debian_package(package: str) -> Component:
    version = version_of(package)
    return Component(
        type=ComponentType.LIBRARY,
        name=package,
        version=version,
        purl=PackageURL("deb", namespace="debian", name=package, version=version),
        bom_ref=f"deb:{package}",
    )
