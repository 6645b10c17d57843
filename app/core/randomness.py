"""Random bytes, passed in, so that a demonstration and a failing test can be repeated."""

import os
import random
from typing import Protocol


class Randomness(Protocol):
    """A source of random bytes; keys and salts come from it."""

    def bytes(self, count: int) -> bytes: ...


class SystemRandomness:
    """The operating system's generator, the only one fit for keys."""

    def bytes(self, count: int) -> bytes:
        return os.urandom(count)


class SeededRandomness:
    """A repeatable generator for tests and made-up data. Never for a real station's keys."""

    def __init__(self, seed: int | str) -> None:
        self._generator = random.Random(seed)

    def bytes(self, count: int) -> bytes:
        return self._generator.randbytes(count)
