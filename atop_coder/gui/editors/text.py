"""Text alone: all of the answer is the description."""

from atop_coder.gui.editors.base import Editor, Slot


class TextEditor(Editor):
    """For text: the paragraphs first, N/A and Unknown under them."""

    bar_place = Slot.FOOT

    def takes_description(self) -> bool:
        return False

    def build(self) -> None:
        self.add_description()
