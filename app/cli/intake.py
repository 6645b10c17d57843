"""`intake`: workbooks of the station, or a folder of them, taken into the registers."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.arguments import WrongUsage
from app.cli.command import Environment, Result
from app.core.i18n import N_, Translator

if TYPE_CHECKING:
    from app.services.context import Context
    from app.services.intake.outcome import Counts, FileResult, Many


def add_arguments(parser: argparse.ArgumentParser, say: Translator) -> None:
    parser.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help=say(N_("Excel, ODS or CSV files, or a folder with such files."))
    )
    parser.add_argument("--type", metavar="T", default="", help=say(N_("The register; without it the sheet is recognised.")))
    parser.add_argument("--sheet", metavar="N", type=int, help=say(N_("Only this sheet, counted from 1.")))
    parser.add_argument("--dry-run", action="store_true", help=say(N_("Only say what would be taken in.")))
    parser.add_argument("--result", metavar="F", type=Path, help=say(N_("Also write a sheet of results, a row a file, as .xlsx.")))
    parser.add_argument("--rows", action="store_true", help=say(N_("With --json: also how each row was judged.")))


def run(arguments: argparse.Namespace, environment: Environment) -> Result:
    from app.core.files import require_writable, write_atomic
    from app.services.intake.many import Many, take_in_file, take_in_many
    from app.services.intake.results import result_sheet

    asked = {
        "type_code": _type(arguments, environment.say),
        "sheet": _sheet(arguments, environment.say),
        "dry_run": arguments.dry_run,
        "keep_rows": arguments.rows,
        "progress": environment.progress,
    }
    target = _result(arguments, environment.say)
    with environment.working() as context:
        if target:
            require_writable(target.parent, 0)
        files: list[Path] = arguments.files
        alone = len(files) == 1 and not files[0].is_dir()
        # A file by itself that cannot be read is the command's own failure; among several it is told beside them.
        done = (
            Many((take_in_file(context, files[0], **asked),), arguments.dry_run) if alone else take_in_many(context, files, **asked)
        )
        if target:
            write_atomic(target, result_sheet(context, done))
        if alone:
            (one,) = done.files
            return Result(_content(context, one, rows=arguments.rows), tuple(_lines(context, one, dry_run=arguments.dry_run)))
        return _of_many(context, done, rows=arguments.rows)


def _type(arguments: argparse.Namespace, say: Translator) -> str:
    from app.services.intake.many import type_names

    if not arguments.type:
        return ""
    known = type_names()
    if arguments.type not in known:
        sentence = N_("There is no register {name} that sheets are taken into. Registers: {registers}.")
        raise WrongUsage(say(sentence, name=arguments.type, registers=", ".join(known)))
    return known[arguments.type]


def _sheet(arguments: argparse.Namespace, say: Translator) -> int:

    if arguments.sheet is None:
        return 0
    if arguments.sheet < 1:
        raise WrongUsage(say(N_("--sheet counts the sheets from 1; there is no sheet {number}."), number=arguments.sheet))
    return int(arguments.sheet)


def _result(arguments: argparse.Namespace, say: Translator) -> Path | None:
    target: Path | None = arguments.result
    if target and target.suffix.lower() != ".xlsx":
        raise WrongUsage(say(N_("The sheet of results is an Excel workbook: {name} must end in .xlsx."), name=target.name))
    return target


def _of_many(context: "Context", done: "Many", *, rows: bool) -> Result:
    from app.services.intake.results import counts_line

    say = context.say
    totals = _counts(done.totals)
    content: dict[str, Any] = {
        "files": [_content(context, each, rows=rows) for each in done.files],
        "totals": {**totals, "files": len(done.files), "refused": len(done.refused)},
    }
    lines = [line for each in done.files for line in _lines(context, each, dry_run=done.dry_run)]
    lines.append(say(N_("All files together: {counts}"), counts=counts_line(done.totals, say)))
    if not done.refused:
        return Result(content, tuple(lines))
    errors = tuple(say.error(each.error) for each in done.refused if each.error)
    first = next(each.error.code for each in done.refused if each.error)
    return Result({"ok": False, "code": first, "message": " ".join(errors), **content}, tuple(lines), exit_code=1, errors=errors)


def _content(context: "Context", each: "FileResult", *, rows: bool) -> dict[str, Any]:
    from app.services.intake.many import typed_name
    from app.services.intake.results import values_shown, warning_line

    say = context.say
    if each.error is not None:
        return {"file": str(each.path), "ok": False, "code": each.error.code, "message": say.error(each.error)}
    content: dict[str, Any] = {
        "file": str(each.path),
        "type": typed_name(each.type_code) if each.type_code else None,
        **_counts(each.counts),
        "warnings": [
            {"code": warning.code, "sheet": warning.sheet, "message": warning_line(warning, say)} for warning in each.warnings
        ],
        "created": [{"type": type_code, "name": name} for type_code, name in each.created],
        "sheets": [
            {"sheet": sheet.sheet, "number": sheet.number, "type": typed_name(sheet.type_code), **_counts(sheet.counts)}
            for sheet in each.sheets
        ],
        "passed_over": [
            {"sheet": one.sheet, "number": one.number, "message": say(one.reason, **one.facts)} for one in each.passed_over
        ],
    }
    if rows:
        content["rows"] = [
            {"sheet": row.sheet, "row": row.number, "result": row.verdict, "reason": row.reason, "values": values_shown(row)}
            for row in each.rows
        ]
    return content


def _counts(counts: "Counts") -> dict[str, Any]:
    four = {"new": counts.new, "duplicate": counts.duplicate, "review": counts.review, "left_out": counts.left_out}
    return {"read": counts.read, **four, "reasons": dict(counts.reasons)}


def _lines(context: "Context", each: "FileResult", *, dry_run: bool) -> list[str]:
    from app.services.intake.results import counts_line, created_line, explained_line, warning_line

    say = context.say
    if each.error is not None:
        return []
    lines = []
    for sheet in each.sheets:
        register = say(context.store.registry.get(sheet.type_code).plural)
        lines.append(f"{each.path.name} · {sheet.sheet} · {register}: {counts_line(sheet.counts, say)}")
    lines += [f"  {explained_line(one, say, sheets=len(each.sheets) > 1)}" for one in each.reasons if one.verdict != "new"]
    lines += [f"  {warning_line(warning, say)}" for warning in each.warnings]
    lines += [f"  {one.sheet}: {say(one.reason, **one.facts)}" for one in each.passed_over]
    lines += [f"  {line}" for line in [created_line(context, each)] if line]
    if dry_run:
        lines.append(f"  {say(N_('Nothing was written: this was a trial.'))}")
    return lines
