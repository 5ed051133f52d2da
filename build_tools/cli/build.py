"""`build`: the whole site."""

import argparse
import os
from functools import partial
from pathlib import Path

from ..model.edition import EDITION
from ..problems import Problems
from ..publish.dates import undated
from ..publish.own_folder import OwnFolder
from ..publish.release import read_version, write_downloads
from ..publish.site import SITE, mkdocs_environment, publish
from ..publish.sizes import size_table
from ..read import load_blueprints
from ..read.settings import read_settings, unset
from ..show.addresses import DOWNLOADS_FOLDER, EMBED_FOLDER
from ..write.paper import engine


def run(root: Path, options: argparse.Namespace) -> None:
    """Build the site; raise `BuildError`, after MkDocs has said why, with the last one untouched."""
    build_site(root, options.own, everything=options.all)


def build_site(root: Path, own: OwnFolder | None, *, everything: bool) -> None:
    """Build the site of the guide, or of an edition in a folder of its own, perhaps with all there is to take away."""
    environment = mkdocs_environment(root)
    made = read_settings(environment, Problems()).made
    finish = partial(_add_downloads, read_version(root), made) if everything else None
    left_out = unset(environment)
    if left_out:
        print("Left out, as not set: " + ", ".join(left_out) + ".", flush=True)
    why = undated(root, os.environ)
    if why:
        print(f"No dates: {why}.", flush=True)
    lacking = engine.missing() if everything else ""
    if lacking:
        print(f"Left out, as {lacking} is not there: sheets to print; {engine.REMEDY}.")
    print(f"Building {SITE}/ …", flush=True)
    paper = everything and not lacking
    if own:
        own.require_site()
        # Read here too, so that problems are told by the file names of that folder: MkDocs knows only those of the project.
        from ..generate import make_project  # noqa: PLC0415

        make_project(root, os.environ)
    site = publish(root, finish, site=own.site if own else None, downloads=everything, paper=paper)
    _print_sizes(root, site)


def _print_sizes(root: Path, site: Path) -> None:
    files = [file for file in site.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    pages = {
        _called(file, site): file.read_bytes() for file in site.rglob(f"{EMBED_FOLDER}/*.html")
    }
    blueprints = load_blueprints(root, os.environ.get(EDITION, ""))
    print("\n".join(size_table(pages, [blueprint.id for blueprint in blueprints])))
    print(f"{SITE}/: {len(files)} files, {size / 1e6:.1f} MB. Open {SITE}/index.html.")


def _called(page: Path, site: Path) -> str:
    """Return what a standalone page is called, with its language where that is not the guide’s."""
    folder = page.parent.parent
    return page.stem if folder == site else f"{page.stem} ({folder.name})"


def _add_downloads(version: str, made: str, site: Path) -> None:
    sizes = {path: path.stat().st_size for path in write_downloads(site, version, made)}
    total = sum(sizes.values())
    print(
        f"{SITE}/{DOWNLOADS_FOLDER}/: {len(sizes)} files, {total / 1e6:.1f} MB. The whole site among them:"
    )
    whole = max(sizes, key=lambda path: sizes[path])
    print(f"  {whole.relative_to(site / DOWNLOADS_FOLDER).as_posix()}: {sizes[whole] / 1e6:.2f} MB")
