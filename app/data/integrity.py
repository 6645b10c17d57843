"""Proves the book: chains, signatures, payloads, and that the tables say what the journal says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, text

from app.core.errors import UserError
from app.core.progress import SILENT, Progress
from app.data.contents import altered
from app.data.journal import gaps
from app.data.past import change_set_of
from app.data.schema import change_set
from app.keys.signing import verify


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be: a code, and facts without personal data."""

    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome of a proof. `gaps` are change-sets, `contents_missing` contents of attachments that have not come yet, which is
    no fault."""

    change_sets: int
    records: int
    findings: tuple[Finding, ...]
    gaps: tuple[tuple[str, str, int, int], ...]
    contents_missing: int = 0


def prove_journal(connection: Connection, *, progress: Progress = SILENT) -> tuple[int, list[Finding]]:
    """Check every change-set: payload against header, header against signature, header against the one before it."""
    findings = []
    total = int(connection.execute(select(func.count()).select_from(change_set)).scalar_one())
    query = select(change_set).order_by(change_set.c.replica, change_set.c.stream, change_set.c.seq)
    before: dict[tuple[str, str, int], set[str]] = {}
    for done, row in enumerate(connection.execute(query.execution_options(yield_per=200)).mappings(), 1):
        change = change_set_of(row)
        replica, stream, seq = change.place
        facts = {"replica": replica[:8], "stream": stream, "seq": seq}
        if change.hash != row["hash"] or not verify(replica, change.header.canonical(), change.signature):
            findings.append(Finding("signature", facts))
        try:
            change.operations()
        except (UserError, ValueError):
            findings.append(Finding("payload", facts))
        before.setdefault((replica, stream, seq), set()).add(change.hash)
        previous = before.get((replica, stream, seq - 1))
        if (seq == 1) != (change.header.prev_hash == "") or (previous and change.header.prev_hash not in previous):
            findings.append(Finding("chain", facts))
        progress.step(done, total, "change_sets")
    return total, findings


def prove_file(connection: Connection) -> list[Finding]:
    """Ask the database engine to check the file and the search index."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check")]
    findings = [Finding("file", {"detail": line}) for line in found if line != "ok"]
    broken = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
    return findings + [Finding("file", {"detail": str(row[0])}) for row in broken]


def prove_contents(connection: Connection) -> list[Finding]:
    """Check that every content of an attachment still is what its name says."""
    return [Finding("content", {"hash": name[:8]}) for name in altered(connection)]


def count_records(connection: Connection) -> int:
    """How many records stand, over all types."""
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'r\\_%' ESCAPE '\\'"))
    return sum(
        int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}" WHERE alive = 1').scalar_one())
        for name in list(names.scalars())
    )


def missing_runs(connection: Connection) -> tuple[tuple[str, str, int, int], ...]:
    """See `journal.gaps`."""
    return tuple(gaps(connection))
