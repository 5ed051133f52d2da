"""The new site takes the place of the old one wherever `site/` lies, again and again, or nothing is lost."""

import errno
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from small import contents

from build_tools.problems import BuildError
from build_tools.publish import swap as swapping
from build_tools.publish.swap import clear, put_back, require_place, swap

OLD = {"index.html": b"old", "gone.html": b"old", "assets/a.js": b"old"}
NEW = {"index.html": b"new", "assets/b.js": b"new", "_headers": b"new"}


def fill(folder, files):
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def place(tmp_path):
    """Where a new site waits, what is published, and a way to publish it."""
    site = tmp_path / "site"

    def publish(files=NEW):
        new, old = tmp_path / "build/site.new", tmp_path / "build/site.old"
        require_place(site)
        clear(new)
        clear(old)
        swap(site, fill(new, files), old)
        return contents(site)

    return site, publish


def refuse(monkeypatch, number, what=lambda _source, _target: True, *, times=99):
    """Let the moves that `what` names fail, as often as `times` says."""
    real, left = os.replace, [times]

    def replace(source, target):
        if what(source, target) and left[0]:
            left[0] -= 1
            raise OSError(number, os.strerror(number), str(source))
        return real(source, target)

    monkeypatch.setattr(swapping.os, "replace", replace)


def test_a_plain_folder_holds_the_new_site_and_its_own_gitignore(place):
    site, publish = place
    fill(site, OLD | {".gitignore": b"*"})

    assert publish() == NEW | {".gitignore": b"*"}


def test_where_nothing_is_published_yet_the_site_is_there(place):
    assert place[1]() == NEW


def test_a_link_stays_a_link_and_what_it_leads_to_is_exchanged_each_time(place, tmp_path):
    site, publish = place
    root = fill(tmp_path / "web/root", OLD)
    site.symlink_to(root)
    for files in (NEW, OLD, NEW):
        assert publish(files) == files

    assert (site.is_symlink(), contents(root)) == (True, NEW)


def test_what_others_put_into_a_web_root_stays(place, tmp_path):
    site, publish = place
    outside = fill(tmp_path / "outside", {"kept.txt": b"theirs"})
    root = fill(tmp_path / "root", OLD | {".htaccess": b"theirs", ".well-known/a": b"theirs"})
    (root / "elsewhere").symlink_to(outside)
    site.symlink_to(root)

    assert publish() == NEW | {".htaccess": b"theirs", ".well-known/a": b"theirs"}
    assert contents(outside) == {"kept.txt": b"theirs"}
    assert contents(tmp_path / "root").keys() == contents(site).keys()


@pytest.mark.parametrize("kind", ["link", "file", "folder", "link to nothing"])
@pytest.mark.parametrize("name", ["site.new", "site.old"])
def test_what_an_earlier_build_left_is_in_nobodys_way(place, tmp_path, kind, name):
    site, publish = place
    fill(site, OLD)
    outside = fill(tmp_path / "outside", OLD)
    left = fill(tmp_path / "build", {}) / name
    left.parent.mkdir(exist_ok=True)
    if "link" in kind:
        left.symlink_to(outside if kind == "link" else tmp_path / "nothing")
    else:
        fill(left, OLD) if kind == "folder" else left.write_text("left")

    assert (publish(), contents(outside)) == (NEW, OLD)


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY, errno.EACCES])
def test_a_folder_that_cannot_be_moved_is_changed_in_place(place, monkeypatch, number):
    site, publish = place
    fill(site, OLD)
    refuse(monkeypatch, number, lambda source, _: source.name in ("site", "site.new"))

    assert (publish(), publish(OLD), publish()) == (NEW, OLD, NEW)


def test_another_disk_takes_the_site(place):
    site, publish = place
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as disk:
        site.symlink_to(fill(Path(disk) / "root", OLD))
        assert (publish(), publish(OLD), publish()) == (NEW, OLD, NEW)


def test_what_is_made_on_another_disk_comes_over(place, monkeypatch):
    site, publish = place
    fill(site, OLD)
    refuse(monkeypatch, errno.EXDEV, times=1)

    assert publish() == NEW


@pytest.mark.parametrize("stuck", ["assets", "index.html", "gone.html"])
@pytest.mark.parametrize("way", ["leaves", "comes"])
def test_where_a_file_does_not_move_all_is_as_it_was(place, tmp_path, monkeypatch, stuck, way):
    site, publish = place
    site.symlink_to(fill(tmp_path / "root", OLD))
    from_stage = way == "comes"
    files = NEW | {"gone.html": b"new"}

    def what(source, _):
        return source.name == stuck and (source.parent.name == ".right-ask.new") == from_stage

    refuse(monkeypatch, errno.EPERM, what)
    with pytest.raises(OSError, match=re.escape(stuck)):
        publish(files)

    assert contents(site) == OLD


class Killed(BaseException):
    """The end of a process amid its work: nothing of it is tidied up."""


@pytest.mark.parametrize("moves", range(7))
def test_a_swap_in_place_that_was_killed_is_ended_or_undone_by_the_next_build(
    place, tmp_path, monkeypatch, moves
):
    site, publish = place
    theirs = {".htaccess": b"theirs"}
    site.symlink_to(fill(tmp_path / "root", OLD | theirs))
    real, left = os.replace, [moves]

    def replace(source, target):
        if not left[0]:
            raise Killed
        left[0] -= 1
        real(source, target)

    with monkeypatch.context() as killed:
        killed.setattr(swapping.os, "replace", replace)
        # What is killed clears nothing: only what makes room for the next one does.
        killed.setattr(swapping, "clear", lambda _: None)
        with pytest.raises(Killed):
            publish()
    put_back(site, tmp_path / "build/site.old")

    assert {name: data for name, data in contents(site).items() if ".right-ask" not in name} == (
        NEW if moves > 3 else OLD
    ) | theirs
    assert publish() == NEW | theirs


def test_a_full_disk_is_one_line_and_all_is_as_it_was(place, tmp_path, monkeypatch):
    site, publish = place
    site.symlink_to(fill(tmp_path / "root", OLD))

    def copytree(source, target):
        raise swapping.shutil.Error([(str(source), str(target), "No space left on device")])

    monkeypatch.setattr(swapping.shutil, "copytree", copytree)
    with pytest.raises(OSError, match=r"site\.new: No space|right-ask\.new: No space") as found:
        publish()

    assert "\n" not in str(found.value)
    assert contents(site) == OLD


def test_a_site_that_is_no_folder_is_named_before_anything_is_done(place, tmp_path):
    site, publish = place
    for make, what in (
        (lambda: site.write_text("a file"), "is no folder; move it away"),
        (lambda: site.symlink_to(tmp_path / "nowhere"), "which is not there; make it"),
        (lambda: site.symlink_to(site), "which is not there; make it"),
        (lambda: site.symlink_to(fill(tmp_path / "x", OLD) / "index.html"), "is no folder"),
    ):
        make()
        with pytest.raises(BuildError, match=what):
            publish()
        site.unlink()
