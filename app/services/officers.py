"""Who may log in on this laptop: adding officers, giving them passwords, taking their access away. Only the commander decides.

An officer's record travels among the station's laptops; the password does not, so each laptop lets officers in by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.errors import FieldProblem, InvalidRecord, Problem, UserError
from app.core.i18n import N_
from app.core.randomness import Randomness
from app.keys.keyring import KeyRing
from app.keys.passwords import PasswordCost
from app.keys.vault import Vault
from app.keys.vault_file import same_login
from app.records.officers import ROLES
from app.services import registers
from app.services.context import Context
from app.services.informants.keepers import end_lost

SHORTEST_PASSWORD = 8


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """An officer of the station. `may_log_in`: has a password on this laptop; `is_self`: is at work now."""

    id: str
    name: str
    rank: str
    position: str
    role: str
    login: str
    may_log_in: bool
    is_self: bool


def officers(ctx: Context) -> tuple[OfficerLine, ...]:
    """Everybody who works with the book, by given name."""
    let_in = dict(Vault.open(ctx.folder).officers())
    roles = dict(ROLES)
    with ctx.store.reader() as reader:
        records = reader.window("officer", order=("name", "asc"), limit=500)
    lines = []
    for record in records:
        text = {name: str(value or "") for name, value in record.values.items()}
        role = ctx.say(roles[text["role"]]) if text["role"] in roles else text["role"]
        lines.append(
            OfficerLine(
                id=record.id,
                name=text["name"],
                rank=text["rank"],
                position=text["position"],
                role=role,
                login=let_in.get(record.id, text["login"]),
                may_log_in=record.id in let_in,
                is_self=record.id == ctx.user.id,
            )
        )
    return tuple(lines)


def add(ctx: Context, texts: Mapping[str, str], password: str, *, cost: PasswordCost, randomness: Randomness) -> str:
    """A new officer with a first password; returns the officer's id. `texts` are the fields of the officer's record.

    Raises `InvalidRecord` with each problem beside its field ("login", "password", …), `UserError` "permission.commander".
    """
    keys = _commanding(ctx)
    vault = Vault.open(ctx.folder)
    login = texts.get("login", "").strip()
    problems = []
    if login and any(same_login(login, taken) for taken in vault.logins()):
        sentence = N_("The login name {login} is already in use. Choose another.")
        problems.append(FieldProblem("login", Problem("login.taken", sentence, login=login)))
    problems += [FieldProblem("password", problem) for problem in _weak(password)]
    if problems:
        raise InvalidRecord("record.invalid", N_("Not saved yet: some fields need mending."), problems)
    saved = registers.save(ctx, "officer", None, texts)
    try:
        vault.add_officer(keys.master, officer_id=saved.id, login=login, password=password, cost=cost, randomness=randomness)
    except BaseException:
        registers.delete(ctx, "officer", saved.id)
        raise
    return saved.id


def give_password(ctx: Context, officer_id: str, password: str, *, cost: PasswordCost, randomness: Randomness) -> None:
    """A new password for another officer, who may then log in on this laptop. A keeper of sealed identities is one no longer:
    the key was opened by the old password only, and the commander appoints the new one.

    Raises `UserError` "permission.commander", "password.short".
    """
    keys = _commanding(ctx)
    _require_strong(password)
    vault = Vault.open(ctx.folder)
    if any(officer == officer_id for officer, _login in vault.officers()):
        vault.change_password(keys.master, officer_id=officer_id, password=password, cost=cost, randomness=randomness)
        end_lost(ctx)
        return
    with ctx.store.reader() as reader:
        record = reader.get("officer", officer_id)
    if record is None:
        raise UserError("record.none", N_("This record is not here. It may not have been received yet."))
    login = str(record.values.get("login") or "")
    vault.add_officer(keys.master, officer_id=officer_id, login=login, password=password, cost=cost, randomness=randomness)


def take_access(ctx: Context, officer_id: str) -> None:
    """Keep an officer from logging in on this laptop; what the officer wrote stays, under the officer's name.

    Raises `UserError` "permission.commander", "login.own" for oneself.
    """
    _commanding(ctx)
    if officer_id == ctx.user.id:
        raise UserError("login.own", N_("You are working with this access now. Another commander has to take it away."))
    Vault.open(ctx.folder).remove_officer(officer_id)
    end_lost(ctx)


def change_own_password(ctx: Context, old: str, new: str, *, cost: PasswordCost, randomness: Randomness) -> None:
    """A new password of one's own. Raises `UserError` "login.wrong" or "login.wait" for the old one, "password.short"."""
    keys = _keys(ctx)
    _require_strong(new)
    vault = Vault.open(ctx.folder)
    own = vault.unlock_own(ctx.user.login, old, ctx.clock, randomness)
    vault.change_password(keys.master, officer_id=ctx.user.id, password=new, cost=cost, randomness=randomness, own=own)


def _weak(password: str) -> tuple[Problem, ...]:
    if len(password) >= SHORTEST_PASSWORD:
        return ()
    sentence = N_("The password needs at least {count} characters.")
    return (Problem("password.short", sentence, count=SHORTEST_PASSWORD),)


def _require_strong(password: str) -> None:
    for problem in _weak(password):
        raise UserError(problem.code, problem.message, **problem.facts)


def _commanding(ctx: Context) -> KeyRing:
    if not ctx.user.is_commander:
        raise UserError(
            "permission.commander", N_("Only the commander decides who works with this book. Ask the commander to do it.")
        )
    return _keys(ctx)


def _keys(ctx: Context) -> KeyRing:
    if ctx.keys is None:
        raise UserError("login.needed", N_("Log in first."))
    return ctx.keys
