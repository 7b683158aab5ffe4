"""Files on disk: whole or not at all."""

from atop_coder.files.save import save_bytes

__all__ = ["save_bytes"]
