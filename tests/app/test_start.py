from __future__ import annotations

import json
import subprocess
import sys

HEAVY = ("pikepdf", "pypdfium2", "reportlab", "lxml", "openpyxl")

PROGRAM = """
import json, sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from dossier_studio.app import main
window = main.made(application)
window.show()
application.processEvents()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_the_window_is_on_the_screen_before_anything_heavy_is_read() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True
    )
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert "PySide6" in loaded
    assert [name for name in HEAVY if name in loaded] == []
