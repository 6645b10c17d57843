"""Colours, sizes and type of the whole program. No other module writes a colour or a size of its own.

The style sheet is `resources/style.qss`; its `$names` are the tokens here. One light theme, contrast AA or better.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.core.paths import resources


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #RRGGBB; lengths in device-independent pixels."""

    ground: str = "#F7F8F6"
    surface: str = "#FFFFFF"
    line: str = "#E2E5E0"
    line_strong: str = "#858D87"
    scroll: str = "#C6CCC7"
    text: str = "#1D2420"
    quiet: str = "#5C665F"
    accent: str = "#14633F"
    accent_dark: str = "#0E4C30"
    accent_ground: str = "#E7F1EB"
    on_accent: str = "#FFFFFF"
    warning: str = "#8A5A00"
    warning_ground: str = "#FFF4DC"
    error: str = "#A3231B"
    error_ground: str = "#FDECEA"
    award: str = "#C8102E"
    gold: str = "#C9972B"
    shadow: str = "#33000000"

    body: int = 13
    small: int = 12
    section: int = 15
    title: int = 20

    gap: int = 4
    inside: int = 8
    between: int = 16
    edge: int = 24
    row: int = 32
    control: int = 32
    radius: int = 6
    icon: int = 20
    sidebar: int = 200
    sidebar_folded: int = 56


TOKENS = Tokens()

WIDE_WINDOW = 1200
"""Below this width the sidebar folds to icons."""
NARROW_PAGE = 900
"""Below this width a form takes the whole page instead of the pane beside the table."""
FORM_TWO_COLUMNS = 400
"""From this width on, short fields stand two beside each other."""


def style_sheet(tokens: Tokens = TOKENS) -> str:
    """The program's one style sheet, filled with the tokens. An unknown `$name` in it raises `KeyError`."""
    icons = (resources() / "icons").as_posix()
    template = (resources() / "style.qss").read_text(encoding="utf-8")
    return Template(template).substitute(asdict(tokens), icons=icons)


def apply_theme(application: QApplication) -> None:
    """Give the application the theme. The face is the system's own; only its size is set."""
    application.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(application.font())
    font.setPixelSize(TOKENS.body)
    application.setFont(font)
    palette = QPalette()
    for role, colour in _PALETTE.items():
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    application.setStyleSheet(style_sheet())


def body_font(size: int | None = None, *, bold: bool = False, figures: bool = False) -> QFont:
    """The interface's font at `size` pixels; `figures` asks for digits of one width, for columns of numbers."""
    font = QFont(QApplication.font())
    font.setPixelSize(size or TOKENS.body)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


_PALETTE = {
    QPalette.ColorRole.Window: TOKENS.ground,
    QPalette.ColorRole.WindowText: TOKENS.text,
    QPalette.ColorRole.Base: TOKENS.surface,
    QPalette.ColorRole.AlternateBase: TOKENS.ground,
    QPalette.ColorRole.Text: TOKENS.text,
    QPalette.ColorRole.PlaceholderText: TOKENS.quiet,
    QPalette.ColorRole.Button: TOKENS.surface,
    QPalette.ColorRole.ButtonText: TOKENS.text,
    QPalette.ColorRole.Highlight: TOKENS.accent,
    QPalette.ColorRole.HighlightedText: TOKENS.on_accent,
    QPalette.ColorRole.ToolTipBase: TOKENS.surface,
    QPalette.ColorRole.ToolTipText: TOKENS.text,
    QPalette.ColorRole.Link: TOKENS.accent,
}
