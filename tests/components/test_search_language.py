"""The search in another language: by its stems, without its small words, tried in Node with the theme’s own worker."""

import os
import shutil
import subprocess
from pathlib import Path

import material
import pytest
from conftest import ROOT

from build_tools.publish.searching import add_language
from build_tools.write.assets import assets
from build_tools.write.render import Templates

THEME = Path(material.__file__).parent / "templates/assets/javascripts"


def built(folder, language):
    """Return the script of the search as it is in a site in this language."""
    shutil.copytree(THEME / "lunr", folder / "assets/javascripts/lunr")
    script = folder / "assets/search.js"
    script.write_bytes(assets(Templates(root=ROOT))["assets/search.js"])
    add_language(ROOT, folder, language)
    return script


@pytest.mark.node
def test_words_of_spanish_are_found_in_all_their_forms(tmp_path):
    (worker,) = (THEME / "workers").glob("search.*.min.js")
    scripts = f"{built(tmp_path, 'es')}\n{worker}"
    done = subprocess.run(
        ["node", "--test", "tests/components/search.test.js"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SCRIPTS": scripts},
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "# pass 28" in done.stdout


def test_where_the_theme_has_nothing_for_a_language_the_script_is_that_of_the_guide(tmp_path):
    for language in ("en", "sw"):
        script = built(tmp_path / language, language)
        assert script.read_bytes() == assets(Templates(root=ROOT))["assets/search.js"]
