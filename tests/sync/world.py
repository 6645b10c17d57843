"""Units and laptops made as `so-antq init` makes them, and sticks between them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.core.clock import FixedClock
from app.core.i18n import load
from app.core.randomness import SeededRandomness
from app.keys.passwords import PasswordCost
from app.services import carry
from app.services.context import Context
from app.services.session import Session, set_up, unlock
from app.services.setup import StationSetup

CHEAP = PasswordCost(rounds=1, memory_kib=8, lanes=1)
PASSWORD = "mật khẩu dài"
NOON = datetime(2022, 3, 12, 12, 0)


@dataclass
class Laptop:
    """One data folder with its officer logged in."""

    session: Session
    folder: Path
    stick: Path

    @property
    def ctx(self) -> Context:
        return self.session.context

    @property
    def clock_now(self) -> datetime:
        return self.ctx.clock.now()

    @property
    def clock_later(self) -> datetime:
        """The end of the year, or later where the clock is already."""
        return max(self.clock_now, datetime(2022, 12, 31, 12).astimezone())

    def wind(self, moment: datetime) -> None:
        """Give the laptop a clock of its own, which shows `moment`."""
        self.session = replace(self.session, context=replace(self.ctx, clock=FixedClock(moment)))

    @property
    def store(self) -> Any:
        return self.ctx.store

    def create(self, type_code: str, **values: Any) -> str:
        with self.store.change(self.ctx.user.id, "new") as change:
            return change.create(type_code, values)

    def update(self, type_code: str, record: str, **values: Any) -> None:
        with self.store.change(self.ctx.user.id, "edit") as change:
            change.update(type_code, record, values)

    def delete(self, type_code: str, record: str) -> None:
        with self.store.change(self.ctx.user.id, "delete") as change:
            change.delete(type_code, record)

    def get(self, type_code: str, record: str) -> Any:
        with self.store.reader() as reader:
            return reader.get(type_code, record)

    def dump(self) -> dict[str, Any]:
        with self.store.reader() as reader:
            return reader.dump()

    def remembered(self) -> dict[str, Any]:
        """Everything kept in the database's own corner."""
        with self.store.reader() as reader:
            return {key: reader.local(key) for key in reader.local_keys("")}

    def export(self, audience: str | None = None) -> list[Path]:
        self.ctx.clock.advance(timedelta(minutes=1))
        return [file.path for file in carry.export(self.ctx, self.stick, audience).files]

    def take(self, *files: Path, dry_run: bool = False) -> carry.Imported:
        return carry.import_packages(self.ctx, files, dry_run=dry_run)

    def close(self) -> None:
        self.session.close()


class World:
    """Makes laptops under one folder; `close` lets all of them go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.laptops: list[Laptop] = []
        self.fixed: dict[str, str] = {}
        self._unlocked = 0

    def begin(
        self, name: str, *, code: str, unit: str, kind: str = "station", parent_file: Path | None = None, clock: datetime = NOON
    ) -> Laptop:
        folder = self.folder / name
        setup = StationSetup(
            code=code,
            name=unit,
            kind=kind,
            parent_file=parent_file,
            officer_name=f"Lò Văn {name.title()}",
            login=name,
            password=PASSWORD,
        )
        session = set_up(
            folder, setup, clock=FixedClock(clock), randomness=SeededRandomness(name), cost=CHEAP, say=load("en")
        )
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        laptop = Laptop(session, folder, stick)
        self.laptops.append(laptop)
        return laptop

    def parent(self, name: str = "parent", code: str = "TRAMTAU") -> Laptop:
        return self.begin(name, code=code, unit="Huyện Trạm Tấu", kind="parent")

    def station(self, parent: Laptop | None, name: str = "a", code: str = "TUCDAN") -> Laptop:
        laptop = self.begin(name, code=code, unit="Xã Túc Đán", parent_file=parent.session.unit_file if parent else None)
        if parent:
            enrol(laptop, parent)
        return laptop

    def join(self, station: Laptop, name: str = "b") -> Laptop:
        code = station.ctx.keys.device.unit if station.ctx.keys else ""
        laptop = self.begin(name, code=code, unit="Xã Túc Đán")
        enrol(laptop, station)
        return laptop

    def unlock(self, laptop: Laptop) -> None:
        """Log in again after `close`, with the folder as it now is."""
        user = laptop.session.context.user
        self._unlocked += 1  # or the same random bytes would be drawn again after every log-in
        laptop.session = unlock(
            laptop.folder,
            user.login,
            PASSWORD,
            clock=laptop.session.context.clock,
            randomness=SeededRandomness(f"{user.login} {self._unlocked}"),
            cost=CHEAP,
            say=load("en"),
        )

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()


def enrol(asking: Laptop, accepting: Laptop) -> carry.Finished:
    """Request, accept, finish."""
    request = carry.enrol_request(asking.ctx, asking.folder)
    accepted = carry.enrol_accept(accepting.ctx, request.file, asking.folder)
    assert accepted.request.fingerprint == request.fingerprint
    return carry.enrol_finish(asking.ctx, accepted.file)
