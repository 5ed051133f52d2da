"""The files of the quizzes as their page shows them: by program, each with its size and what its format keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.targets import Target
from ...show.addresses import DOWNLOADS_FOLDER
from ..exporters import EXPORTERS
from ..exporters.downloads import Downloads
from ..exporters.exporter import ALL, FEATURES, Fate, Feature
from ..files import kilobytes


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferedFile:
    title: str
    """What tells it from the other files of its quiz."""
    label: str
    """Its whole title, for those who hear it alone."""
    href: str
    size: int
    """In kilobytes, 1 or more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuizFiles:
    title: str
    files: tuple[OfferedFile, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetView:
    target: Target
    same: Target | None
    """The program above that has the same files, if there is one."""
    whole: tuple[OfferedFile, ...]
    """The one file of all quizzes, where the format has one."""
    quizzes: tuple[QuizFiles, ...]
    beside: tuple[OfferedFile, ...]
    """Files that those of the quizzes speak of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FeatureView:
    feature: Feature
    fates: tuple[Fate, ...]
    """In the order of the formats."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DownloadsView:
    targets: tuple[TargetView, ...]
    formats: tuple[str, ...]
    features: tuple[FeatureView, ...]
    linked: bool
    """Whether the files hold links to the guide."""


def downloads_view(targets: Iterable[Target], downloads: Downloads) -> DownloadsView:
    """Return each program with its files; those of one format are listed under the first of its programs."""
    first: dict[str, Target] = {}
    views = []
    for target in targets:
        same = first.setdefault(target.format, target)
        views.append(_target(target, None if same is target else same, downloads))
    return DownloadsView(
        targets=tuple(views),
        formats=tuple(EXPORTERS),
        features=tuple(_feature(feature) for feature in FEATURES),
        linked=all(form.linked for form in downloads.forms),
    )


def _target(target: Target, same: Target | None, downloads: Downloads) -> TargetView:
    exporter = EXPORTERS[target.format]
    quizzes: dict[str, list[OfferedFile]] = {}
    for form in downloads.forms:
        for file in _files(exporter.file(form.id), (form.short, form.title), downloads):
            quizzes.setdefault(form.group, []).append(file)
    listed = (QuizFiles(title=name, files=tuple(files)) for name, files in quizzes.items())
    site = downloads.forms[0].site
    beside = (_files(name, (name, name), downloads) for name in exporter.beside)
    return TargetView(
        target=target,
        same=same,
        whole=tuple(_files(exporter.file(ALL), (site, site), downloads)),
        quizzes=tuple(listed),
        beside=tuple(file for offered in beside for file in offered),
    )


def _files(name: str, titles: tuple[str, str], downloads: Downloads) -> Iterator[OfferedFile]:
    """Yield the file of this name, if there is one."""
    if name in downloads.files:
        short, label = titles
        size = kilobytes(downloads.files[name])
        yield OfferedFile(title=short, label=label, href=f"{DOWNLOADS_FOLDER}/{name}", size=size)


def _feature(feature: Feature) -> FeatureView:
    fates = tuple(exporter.fate(feature) for exporter in EXPORTERS.values())
    return FeatureView(feature=feature, fates=fates)
