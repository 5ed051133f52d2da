"""The sample as a whole project, which a test may build, and what stands in a folder then."""

import shutil

from conftest import ROOT, copy_sample


def project(root):
    """Return the sample as a whole project: with the configuration, theme and tools of the real one."""
    copy_sample(root)
    for name in ("build_tools", "content/theme"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "site").mkdir()
    (root / "site/.gitignore").write_text("*\n", encoding="utf-8")
    return root


def contents(folder):
    """Return the bytes of each file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
