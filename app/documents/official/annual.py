"""The annual report on the movement, from figures and sentences to a paper: text, a table against the same period, one by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.official.model import (
    Align,
    Annex,
    Block,
    Cell,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Signature,
    Style,
    Table,
)

_UNITS_A_TABLE = 13
"""So many columns of figures are legible side by side on a lying page."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One indicator as the table shows it. `difference` and `percent` are texts with their sign: "+12", "+6,8 %", "–".

    `chapter` names the part of the table; rows of a part follow each other.
    """

    label: str
    unit: str
    value: int
    previous: int
    difference: str
    percent: str
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class ByUnit:
    """Figures of the units below: the units' names, and for each indicator its label, a figure a unit, and the sum."""

    units: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """Everything the layout needs, as plain text and numbers.

    `period` is the period in words ("năm 2022 (15/12/2021–14/12/2022)"); `opening` the first paragraphs, `sections` headed
    paragraphs, `closing` the generated closing paragraph, `notes` what the figures may lack.
    """

    heading: Heading
    period: str
    this_title: str
    previous_title: str
    figures: tuple[FigureRow, ...]
    closing: str
    signature: Signature
    opening: tuple[str, ...] = ()
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[str, ...] = ()
    by_unit: ByUnit | None = None
    recipients: tuple[str, ...] = ("Như trên;", "Lưu: VT.")
    addressee: str = ""
    sample: bool = False


def annual_report(facts: AnnualReport) -> Paper:
    """The paper: opening, sections, the table of figures, the closing paragraph; figures by unit as a lying annex."""
    blocks: list[Block] = [Paragraph(text) for text in facts.opening]
    chapters = iter(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))
    for title, paragraphs in facts.sections:
        blocks.append(Paragraph(f"{next(chapters)}. {title}", Style.CHAPTER))
        blocks += [Paragraph(text) for text in paragraphs]
    blocks.append(Paragraph(f"{next(chapters)}. SỐ LIỆU SO VỚI CÙNG KỲ", Style.CHAPTER))
    blocks.append(_figures(facts))
    blocks += [Paragraph(text, Style.NOTE) for text in facts.notes]
    blocks.append(Paragraph(f"{next(chapters)}. ĐÁNH GIÁ CHUNG", Style.CHAPTER))
    blocks.append(Paragraph(facts.closing))
    if facts.by_unit is not None and facts.by_unit.units:
        title = f"Số liệu theo đơn vị, {facts.period}"
        blocks.append(Annex(title, tuple(_by_unit(facts.by_unit)), lying=True))
    return Paper(
        heading=facts.heading,
        kind="BÁO CÁO",
        abstract=f"Kết quả công tác xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc {facts.period}",
        blocks=tuple(blocks),
        signature=facts.signature,
        recipients=facts.recipients,
        addressee=facts.addressee,
        sample=facts.sample,
    )


def _figures(facts: AnnualReport) -> Table:
    columns = (
        Column("TT", 8, Align.CENTRE),
        Column("Chỉ tiêu", 46),
        Column("Đơn vị", 15, Align.CENTRE),
        Column(facts.this_title, 20, Align.RIGHT),
        Column(facts.previous_title, 20, Align.RIGHT),
        Column("Tăng, giảm", 20, Align.RIGHT),
        Column("Tỷ lệ", 17, Align.RIGHT),
    )
    rows: list[Row] = []
    chapter = ""
    for number, figure in enumerate(facts.figures, start=1):
        if figure.chapter != chapter:
            chapter = figure.chapter
            rows.append(Row((chapter,), strong=True, band=True))
        shown: tuple[Cell, ...] = (number, figure.label, figure.unit, figure.value, figure.previous)
        rows.append(Row((*shown, figure.difference, figure.percent)))
    return Table(columns, tuple(rows), caption="Số liệu so với cùng kỳ", small=True)


def _by_unit(figures: ByUnit) -> Iterator[Table]:
    """Indicators down, units across; many units go on in a further table, the sum in the last."""
    starts = range(0, len(figures.units), _UNITS_A_TABLE)
    for start in starts:
        end = min(start + _UNITS_A_TABLE, len(figures.units))
        last = end == len(figures.units)
        rows = [_unit_row(label, values[start:end], total if last else None) for label, values, total in figures.rows]
        columns = [Column("Chỉ tiêu", 40), *(Column(unit, 15, Align.RIGHT) for unit in figures.units[start:end])]
        if last:
            columns.append(Column("Tổng", 15, Align.RIGHT))
        part = f" ({start // _UNITS_A_TABLE + 1})" if len(starts) > 1 else ""
        yield Table(tuple(columns), tuple(rows), caption=f"Số liệu theo đơn vị{part}", small=True)


def _unit_row(label: str, values: Sequence[int], total: int | None) -> Row:
    cells: tuple[Cell, ...] = (label, *values)
    return Row(cells if total is None else (*cells, total))
