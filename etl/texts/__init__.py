"""Figures out of prose: plans, reviews, bulletins, target sheets. Text in, proposals with their sentences out."""

from .model import Figure, Sentence, Unread
from .prose import is_prose
from .reader import DOUBT_SCHEMA, TextReading, read_text

__all__ = ["DOUBT_SCHEMA", "Figure", "Sentence", "TextReading", "Unread", "is_prose", "read_text"]
