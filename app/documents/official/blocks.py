"""The parts of an official paper that stand in two columns or carry a rule, placed in millimetres for the PDF.

Sizes by Nghị định 30/2020: state name 12, motto 13, bodies 12, number 13, date 13 italic, kind 14, abstract 14, offices 13,
name 14, "Nơi nhận" 12 bold italic, its list 11.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.documents.display import Anchor, Item, Line, Text
from app.documents.fit import Place, fit
from app.documents.fonts import MM_PER_POINT, Face, text_width
from app.documents.official.model import Heading, Paper, Signature
from app.documents.wording import MOTTO, RECIPIENTS, STATE, TO

BODY_SIZE = 14.0
_SIGNATURE_ROOM = 28.0
"""Blank height between office and name, in millimetres."""
_MOST_RECIPIENTS = 24
"""Lines beside the signature; more go on below it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Items from (0, 0) down and how much room they take."""

    items: tuple[Item, ...]
    width: float
    height: float


class _Column:
    """Lines one under the other about one axis; remembers how far down it has come."""

    def __init__(self, axis: float, width: float, anchor: Anchor = Anchor.MIDDLE) -> None:
        self.items: list[Item] = []
        self.down = 0.0
        self._axis, self._width, self._anchor = axis, width, anchor

    def add(self, text: str, face: Face, size: float, *, lines: int = 6, gap: float = 0.0) -> tuple[str, ...]:
        """Add a text, broken where the column ends and cut after `lines`; returns its lines."""
        self.down += gap
        place = Place(self._width, size, size, lines, size, size)
        found = fit(text, face, place).lines
        for line in found:
            self.down += size * MM_PER_POINT * 1.18
            at = self.down - size * MM_PER_POINT * 0.22
            self.items.append(Text(self._axis, at, line, face, size, anchor=self._anchor))
        return found

    def rule(self, length: float) -> None:
        """A thin rule under what was added last."""
        self.down += 0.7
        self.items.append(Line(self._axis - length / 2, self.down, self._axis + length / 2, self.down, width=0.25))
        self.down += 0.8


def heading_block(heading: Heading, width: float) -> Block:
    """Bodies and number on the left; state, motto, place and date on the right."""
    right_width = text_width(STATE, Face.BOLD, 12) + 1.0
    left_width = width - right_width - 3.0
    left = _Column(left_width / 2, left_width)
    right = _Column(width - right_width / 2, right_width)
    if heading.parent_body.strip():
        left.add(heading.parent_body, Face.REGULAR, 12)
    last = left.add(heading.body, Face.BOLD, 12)
    if last:
        left.rule(text_width(last[-1], Face.BOLD, 12) * 0.42)
    right.add(STATE, Face.BOLD, 12)
    right.add(MOTTO, Face.BOLD, 13)
    right.rule(text_width(MOTTO, Face.BOLD, 13))
    below = max(left.down, right.down) + 1.2
    left.down = right.down = below
    if heading.numbered:
        left.add(heading.number_line, Face.REGULAR, 13)
    if heading.dated:
        right.add(heading.date_line, Face.ITALIC, 13)
    return Block((*left.items, *right.items), width, max(left.down, right.down) + 5.0)


def title_block(paper: Paper, width: float) -> Block:
    """Kind, abstract with its rule, and to whom the paper goes."""
    column = _Column(width / 2, width - 16.0)
    column.add(paper.kind, Face.BOLD, 14)
    last = column.add(paper.abstract, Face.BOLD, 14, lines=12)
    if last:
        column.rule(text_width(last[-1], Face.BOLD, 14) * (0.42 if len(last) < 2 else 0.34))
    if paper.addressee.strip():
        column.add(f"{TO} {paper.addressee}", Face.REGULAR, 14, lines=8, gap=3.0)
    return Block(tuple(column.items), width, column.down + 2.0)


def signature_block(paper: Paper, width: float) -> tuple[Block, tuple[str, ...]]:
    """Recipients on the left, offices, room to sign and name on the right; and the recipients for whom there was no room.

    Several who sign stand beside each other, the recipients then below on the left.
    """
    if paper.cosigners:
        return _signatures(paper, width)
    right_width = width * 0.52
    right = _Column(width - right_width / 2, right_width)
    _sign(right, paper.signature)
    left = _Column(0.0, width - right_width - 4.0, Anchor.LEFT)
    left_over: list[str] = []
    if paper.recipients:
        left.add(RECIPIENTS, Face.BOLD_ITALIC, 12)
        left_over = _recipients(left, paper.recipients)
    items = (*left.items, *right.items)
    return Block(items, width, max(left.down, right.down) + 1.0), tuple(left_over)


def signature_lines(signers: Sequence[Signature], width: float) -> Block:
    """Those who sign, beside each other: office, room to sign, name."""
    each = width / len(signers)
    items: list[Item] = []
    columns = [_Column(each * (place + 0.5), each - 4.0) for place in range(len(signers))]
    for column, signer in zip(columns, signers, strict=True):
        _sign(column, signer)
        items += column.items
    return Block(tuple(items), width, max(column.down for column in columns))


def _signatures(paper: Paper, width: float) -> tuple[Block, tuple[str, ...]]:
    signed = signature_lines((*paper.cosigners, paper.signature), width)
    below = _Column(0.0, width, Anchor.LEFT)
    below.down = signed.height
    left_over: list[str] = []
    if paper.recipients:
        below.add(RECIPIENTS, Face.BOLD_ITALIC, 12, gap=3.0)
        left_over = _recipients(below, paper.recipients)
    return Block((*signed.items, *below.items), width, below.down + 1.0), tuple(left_over)


def _sign(column: _Column, signer: Signature) -> None:
    for office in signer.offices:
        column.add(office, Face.BOLD, 13)
    column.down += _SIGNATURE_ROOM
    column.add(signer.name, Face.BOLD, 14, lines=3)


def _recipients(column: _Column, recipients: Iterable[str]) -> list[str]:
    left_over: list[str] = []
    for recipient in recipients:
        line = f"- {recipient.strip()}"
        if left_over or len(column.items) >= _MOST_RECIPIENTS:
            left_over.append(line)
        else:
            column.add(line, Face.REGULAR, 11, lines=4)
    return left_over
