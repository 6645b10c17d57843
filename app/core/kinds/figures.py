"""Counted figures of a closed month, made by the program and never typed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.core.canonical import canonical_json
from app.core.errors import Problem
from app.core.i18n import N_
from app.core.kinds.base import Kind, Say

Halves = Mapping[str, tuple[int, int]]
"""Indicator code to its counts of days 1–14 and of days 15 to the end of the month."""


@dataclass(frozen=True, slots=True)
class Figures(Kind):
    """`Halves`, kept as canonical JSON so that equal figures are equal bytes."""

    storage: ClassVar[str] = "json"

    def _read(self, typed: str, today: date) -> Halves:
        try:
            return self.load(typed)
        except (ValueError, TypeError) as error:
            raise Problem("figures.damaged", N_("These figures cannot be read.")) from error

    def check(self, value: Halves, today: date) -> None:
        for code, halves in value.items():
            if not code or min(halves) < 0:
                raise Problem("figures.damaged", N_("These figures cannot be read."))

    def format(self, value: Halves, say: Say) -> str:
        return self.dump(value)

    def dump(self, value: Halves) -> str:
        return canonical_json(value).decode()

    def load(self, dumped: str) -> Halves:
        content = json.loads(dumped)
        if not isinstance(content, dict):
            raise ValueError("figures are an object")
        return {code: _pair(halves) for code, halves in content.items()}


def _pair(halves: object) -> tuple[int, int]:
    match halves:
        case [int(first), int(second)]:
            return first, second
        case _:
            raise ValueError("a figure has two halves")
