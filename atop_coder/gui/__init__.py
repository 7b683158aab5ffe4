"""The window; the only part of the program that knows Qt.

Qt's package puts itself in the place of `import` and reads the source of each module that comes after it, for
switches that nothing here uses. With a hundred modules that is a tenth of the start, and all those sources
stay in memory: Python's own `import` comes back as soon as Qt is there.
"""

import builtins
from importlib import import_module

_plain_import = builtins.__import__
import_module("PySide6.QtCore")
builtins.__import__ = _plain_import
