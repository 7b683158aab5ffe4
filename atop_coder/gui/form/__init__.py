"""The form: questions on cards, and the outline beside them."""
