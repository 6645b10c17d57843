"""Every declaration of the program proved at once: records and indicators."""

from app.data.checks import check_all
from app.data.declare import Registry
from app.statistics.checks import check_indicators


def check_declarations(registry: Registry) -> list[str]:
    """Numbered messages about everything that is declared wrongly; empty when all is well. Run at start-up and in CI."""
    return [*check_all(registry), *check_indicators(registry)]
