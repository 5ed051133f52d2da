"""The fonts that browsers of tests see: a wide or a narrow family of their own, whatever else a machine has."""

import os
from pathlib import Path

FOLDER = Path("/usr/share/fonts/truetype")
FAMILIES = {
    "narrow": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    "wide": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
}
"""Letters of most devices are about as wide as the narrow ones; hardly any are wider than the wide ones."""
SLACK = 0.9
"""What is promised to fit a page, a frame or a screen fills so much of it at most, in either family."""
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{0}/fonts</dir><cachedir>{0}/cache</cachedir></fontconfig>
"""


def only(family, folder):
    """Return the environment in which a program finds one family and no other font; what that takes goes into `folder`."""
    (folder / "fonts").mkdir()
    for file in (FOLDER / name for name in FAMILIES[family]):
        assert file.is_file(), f"{file} is not there: run “make test”, which installs it"
        (folder / "fonts" / file.name).symlink_to(file)
    configuration = folder / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(folder), "utf-8")
    return os.environ | {"FONTCONFIG_FILE": str(configuration)}
