"""The build hook of the wheel: compiles the catalogues and puts them inside the package, where `app.core.paths` looks first."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from catalogues import compile_all


class CatalogueHook(BuildHookInterface[Any]):
    """Found by hatchling through pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before files are collected. An editable install reads the checkout, so nothing is copied for it."""
        translations = Path(self.root) / "translations"
        compiled = compile_all(translations)
        if self.target_name != "wheel" or version == "editable":
            return
        for catalogue in compiled:
            inside = Path("app/translations") / catalogue.relative_to(translations)
            build_data["force_include"][str(catalogue)] = inside.as_posix()
