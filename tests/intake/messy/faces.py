"""Messes of letters: whole sheets, or cells by chance, in old fonts and encodings."""

from collections.abc import Callable

from tests.intake.messy.fonts import Written, decomposed, plain, tcvn3, utf8_as_1252, vni
from tests.intake.messy.plan import Plan
from tests.intake.messy.sheets import Official

_WAYS: dict[str, list[Callable[[str], Written]]] = {
    "tcvn3": [tcvn3],
    "tcvn3 alone": [plain(tcvn3)],
    "vni": [vni],
    "vni alone": [plain(vni)],
    "utf-8 as 1252": [utf8_as_1252],
    "decomposed": [decomposed],
    "mixed": [Written, tcvn3, vni, decomposed],
}


def fonts(way: str, container: str = "") -> Callable[[Plan], None]:
    def put(plan: Plan) -> None:
        for one in (plan, *plan.further):
            one.written = _WAYS[way]
        if container:
            plan.container = container

    return put


def typable(official: Official) -> bool:
    """All nine: their texts have no capital with a tone among small letters, which TCVN3 has no code for."""
    return True
