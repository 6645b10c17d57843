"""Making a demonstration: books, enrolment, two years of work, packages on a stick, the report and certificates from above."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.core.errors import UserError
from app.core.files import require_writable, told
from app.core.i18n import N_, load
from app.core.progress import SILENT, Progress
from app.services import awards, carry, reports
from app.services.context import Context
from app.services.demo import books
from app.services.demo.crew import Crew, Job, begin, fill
from app.services.demo.plan import CommunePlan, plan
from app.services.demo.sources import World
from app.statistics.periods import between

_ROOM = 80 << 20
"""Bytes a whole demonstration takes, with some to spare."""
_MARK = ".so-antq-demo"
_WRITING = N_("Writing two years of the communes")


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was made: data folders by unit code (the unit above last), packages, papers, and how to log in."""

    folder: Path
    units: dict[str, Path]
    packages: tuple[Path, ...]
    papers: tuple[Path, ...]
    login: str
    password: str


def build_demonstration(folder: Path, world: World, *, progress: Progress = SILENT, processes: int = 2) -> Demonstration:
    """Make the demonstration in `folder`, which must not exist or be empty. It appears there whole or not at all.

    Its books and papers are Vietnamese in every language of the program.

    Raises `UserError`: "demo.not_empty", "file.cannot_write", "file.no_room"; `Cancelled`.
    """
    with _appearing(folder) as part:
        plans = plan(world)
        stick, papers, slips = part / "stick", part / "papers", part / "slips"
        for each in (stick, papers, slips):
            each.mkdir()
        parent = part / "units" / "parent"
        opened = books.begin_above(world, parent, load("vi"))
        parent_file = opened.unit_file
        assert parent_file is not None  # a book just begun always hands one out
        jobs = [Job(world, each, part / "units" / each.commune.code, parent_file, slips, stick) for each in plans]
        try:
            with Crew(processes, progress, sum(_entries(each) for each in plans)) as crew:
                crew.do(begin, jobs, N_("Beginning the books of the communes"))
                for job in jobs:
                    carry.enrol_accept(opened.context, job.request, job.certificate)
                crew.do(fill, jobs, _WRITING)
        finally:
            opened.close()
        number = _above(world, parent, stick, papers, progress)
        shutil.rmtree(slips)
    return _made(folder, world, number)


def _above(world: World, parent: Path, stick: Path, papers: Path, progress: Progress) -> str:
    """What the unit above does: its own decisions, the packages, the report of the year, the certificates."""
    opened, clock = books.reopen(parent, books.first_day(world), load("vi"))
    try:
        ctx = opened.context
        number = books.write_above(opened, clock, world, lambda: None)
        clock.move_to(books.last_day(world) + timedelta(days=1))
        taken = carry.import_packages(ctx, sorted(stick.glob("*.antq")), progress=progress)
        if taken.refusals or len(taken.packages) != len(world.communes):
            raise RuntimeError("packages of the demonstration were refused: " + ", ".join(r.code for r in taken.refusals))
        progress.step(0, 0, N_("Writing the report and the certificates"))
        _write_papers(ctx, world, number, papers)
    finally:
        opened.close()
    return number


def _write_papers(ctx: Context, world: World, number: str, papers: Path) -> None:
    year = world.years[1].year
    report = reports.build(ctx, between(date(year - 1, 12, 15), date(year, 12, 14)))
    reports.save(ctx, report, papers / "report.json")
    reports.save(ctx, report, papers / "report.pdf")
    awards.save_certificates(ctx, awards.find(ctx, number), papers / "certificates.pdf")


def _made(folder: Path, world: World, number: str) -> Demonstration:
    units = {commune.code: folder / "units" / commune.code for commune in world.communes}
    units[world.above.code] = folder / "units" / "parent"
    packages = tuple(sorted((folder / "stick").glob("*.antq")))
    papers = tuple(folder / "papers" / name for name in ("report.pdf", "report.json", "certificates.pdf"))
    return Demonstration(folder, units, packages, papers, books.LOGIN, books.PASSWORD)


def _entries(commune: CommunePlan) -> int:
    """About how many entries a commune's book takes, for progress only."""
    happened = sum(year.meetings + year.forums + 3 * year.tip_offs for year in commune.years)
    stood = sum(3 * (ledger.kept + ledger.begun) for ledger in commune.stocks.values())
    return happened + stood + 6 * len(commune.commune.hamlets) + commune.tip_boxes + 150


@contextmanager
def _appearing(folder: Path) -> Iterator[Path]:
    """A folder beside `folder` to build in, which takes its place when the block ends well and is removed when not."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _not_empty(folder)
    part = folder.with_name(folder.name + ".part")
    if part.exists():
        if not (part / _MARK).exists():
            raise _not_empty(part)
        with told(part):
            shutil.rmtree(part)
    require_writable(folder.parent, _ROOM)
    with told(part):
        part.mkdir()
        (part / _MARK).touch()
    try:
        yield part
        with told(folder):
            (part / _MARK).unlink()
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _not_empty(folder: Path) -> UserError:
    return UserError(
        "demo.not_empty",
        N_("{folder} is there already and not empty. Name a new folder for the demonstration."),
        folder=folder,
    )
