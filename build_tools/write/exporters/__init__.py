"""Files that other programs read. A new format is a file or folder here, and a name in this list."""

from collections.abc import Mapping

from .csv_form import CSV
from .exporter import Exporter
from .json_form import JSON
from .moodle import MOODLE
from .qti12 import QTI12
from .qti21 import QTI21
from .scorm12 import SCORM12

EXPORTERS: Mapping[str, Exporter] = {
    one.id: one for one in (SCORM12, MOODLE, QTI12, QTI21, CSV, JSON)
}
"""Every exporter, by the name of its format."""
