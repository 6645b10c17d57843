"""Beside an entry of the stock of blanks: what is left of them all."""

from app.core.i18n import N_, Translator
from app.core.text import number_vi
from app.services.awards import sheets
from app.services.awards.sheets import Stock
from app.services.registers import RecordForm
from app.ui.desk import Desk
from app.ui.parts.base import Part
from app.ui.widgets import column, words


def told(say: Translator, stock: Stock) -> str:
    """The stock as a sentence; more printed than received is told as that."""
    if stock.left < 0:
        return say(N_("{n} more blanks were used than were received. Write down what came in."), n=number_vi(-stock.left))
    return say(
        N_("Blanks: {left} left of {received}; {used} printed, {spoiled} spoiled, {given} given away."),
        left=number_vi(stock.left),
        received=number_vi(stock.received),
        used=number_vi(stock.used),
        spoiled=number_vi(stock.spoiled),
        given=number_vi(stock.given),
    )


class BlankStockPart(Part):
    """Stands above the fields, since it is what the officer came for."""

    above = True

    def __init__(self, desk: Desk, record: RecordForm, *, own: bool) -> None:
        super().__init__(desk, record, own=own)
        self.told = words("", "value", wrap=True)
        self.told.setObjectName("blank_stock.told")
        self.setLayout(column(self.told))
        context = desk.context
        self.read(lambda _job: sheets.stock(context), lambda stock: self.told.setText(told(self.say, stock)), key="blank_stock")
