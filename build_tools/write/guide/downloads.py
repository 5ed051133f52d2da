"""The files of the quizzes as their page shows them: by program, each with its size and what its format keeps."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.records import grouped
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
class TargetView:
    target: Target
    same: Target | None
    """The program above that has the same files, if there is one."""
    whole: tuple[OfferedFile, ...]
    """The one file of all quizzes, where the format has one."""
    quizzes: tuple[tuple[str, tuple[OfferedFile, ...]], ...]
    """Those of each quiz, by its title."""
    beside: tuple[OfferedFile, ...]
    """Files that those of the quizzes refer to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DownloadsView:
    targets: tuple[TargetView, ...]
    formats: tuple[str, ...]
    features: tuple[tuple[Feature, tuple[Fate, ...]], ...]
    """What becomes of each, in the order of the formats."""
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
        features=tuple(
            (one, tuple(exporter.fate(one) for exporter in EXPORTERS.values())) for one in FEATURES
        ),
        linked=all(form.linked for form in downloads.forms),
    )


def _target(target: Target, same: Target | None, downloads: Downloads) -> TargetView:
    exporter = EXPORTERS[target.format]
    named = ((form, exporter.file(form.id)) for form in downloads.forms)
    by_quiz = grouped((one for one in named if one[1] in downloads.files), lambda one: one[0].group)
    site = downloads.forms[0].site
    whole = exporter.file(ALL)
    return TargetView(
        target=target,
        same=same,
        whole=(_file(whole, site, site, downloads),) if whole in downloads.files else (),
        quizzes=tuple(
            (quiz, tuple(_file(name, form.short, form.title, downloads) for form, name in files))
            for quiz, files in by_quiz
        ),
        beside=tuple(_file(name, name, name, downloads) for name in exporter.beside),
    )


def _file(name: str, title: str, label: str, downloads: Downloads) -> OfferedFile:
    size = kilobytes(downloads.files[name])
    return OfferedFile(title=title, label=label, href=f"{DOWNLOADS_FOLDER}/{name}", size=size)
