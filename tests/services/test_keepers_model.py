"""Any history of appointments, ends, passwords, sealing: whoever is a keeper and was sealed to can open, and nobody else."""

import shutil
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.randomness import SeededRandomness
from app.services import informants, officers, registers
from app.services.context import Context, Officer
from tests.sync.world import CHEAP, PASSWORD, World

RANDOM = SeededRandomness("keepers")
NAMES = ("a", "b", "c", "d")
TIP = {"received_at": "14:05 12/3/2022", "channel": "phone", "matter": "crime", "content": "Có người lạ"}
OTHERS = st.sampled_from(NAMES[1:])
ANYBODY = st.sampled_from(NAMES)
Key = tuple[str, int]
"""An officer and which of their keys: a password set by others makes a new one."""


class Keepers(RuleBasedStateMachine):
    """Officer a commands. The model knows who stands as a keeper and to whom each tip-off was sealed."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.world = World(self.folder)

    @initialize()
    def begin(self) -> None:
        laptop = self.world.station(None)
        self.clock = FixedClock(datetime(2022, 3, 12, 16, 0))
        laptop.session = replace(laptop.session, context=replace(laptop.ctx, clock=self.clock))
        self.chief = laptop.ctx
        self.passwords = dict.fromkeys(NAMES, PASSWORD)
        self.generation = dict.fromkeys(NAMES, 0)
        self.works = set(NAMES)
        self.ids = {"a": self.chief.user.id}
        for name in NAMES[1:]:
            texts = {"name": f"Lò Văn {name.title()}", "login": name, "role": "officer"}
            self.ids[name] = officers.add(self.chief, texts, PASSWORD, cost=CHEAP, randomness=RANDOM)
        self.keepers: set[Key] = set()
        self.sealed: dict[str, set[Key]] = {}
        for name in NAMES[:2]:
            self.appoint(name)

    def teardown(self) -> None:
        self.world.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def at_work(self, name: str) -> Context:
        return replace(self.chief, user=Officer(self.ids[name], name, name, "commander" if name == "a" else "officer"))

    def key(self, name: str) -> Key:
        return (name, self.generation[name])

    def lose_key(self, name: str) -> None:
        self.keepers.discard(self.key(name))
        self.generation[name] += 1

    @rule(name=ANYBODY)
    def appoint(self, name: str) -> None:
        lines = [line for line in informants.keepers(self.chief) if line.officer_id == self.ids[name] and line.standing == "none"]
        assert bool(lines) == (name in self.works and self.key(name) not in self.keepers)
        for line in lines:
            informants.appoint(self.chief, line.recipient, self.passwords["a"], randomness=RANDOM)
            self.keepers.add(self.key(name))

    @rule(name=ANYBODY)
    def end(self, name: str) -> None:
        for line in informants.keepers(self.chief):
            if line.officer_id == self.ids[name] and line.standing == "appointed":
                informants.end(self.chief, line.id)
        self.keepers.discard(self.key(name))

    @rule(name=ANYBODY, number=st.integers(0, 9))
    def change_own_password(self, name: str, number: int) -> None:
        if name in self.works:
            new = f"mật khẩu {number}"
            officers.change_own_password(self.at_work(name), self.passwords[name], new, cost=CHEAP, randomness=RANDOM)
            self.passwords[name] = new

    @rule(name=OTHERS)
    def password_is_set_by_the_commander(self, name: str) -> None:
        officers.give_password(self.chief, self.ids[name], PASSWORD, cost=CHEAP, randomness=RANDOM)
        self.lose_key(name)
        self.passwords[name] = PASSWORD
        self.works.add(name)

    @rule(name=OTHERS)
    def access_is_taken_away(self, name: str) -> None:
        officers.take_access(self.chief, self.ids[name])
        if name in self.works:
            self.lose_key(name)
        self.works.discard(name)

    @rule(name=ANYBODY)
    def seal(self, name: str) -> None:
        if len(self.sealed) >= 3:
            return
        told = registers.save(self.chief, "tip_off", None, TIP).id
        try:
            informants.seal(self.at_work(name), told, {"name": f"Người {len(self.sealed)} kể"})
        except UserError as problem:
            assert problem.code == "informant.few_keepers" and len(self.keepers) < 2
        else:
            assert len(self.keepers) >= 2
            self.sealed[told] = set(self.keepers)

    @rule(name=ANYBODY)
    def reseal(self, name: str) -> None:
        if name not in self.works:
            return
        try:
            informants.reseal(self.at_work(name), self.passwords[name], randomness=RANDOM)
        except UserError as problem:
            assert problem.code == "informant.few_keepers" and len(self.keepers) < 2
            return
        for told, holders in self.sealed.items():
            if self.key(name) in holders & self.keepers:
                self.sealed[told] = set(self.keepers)

    @rule(step=st.integers(1, 600))
    def time_goes_on(self, step: int) -> None:
        self.clock.advance(timedelta(minutes=step))

    @invariant()
    def the_keepers_are_those_who_were_appointed_and_still_have_that_key(self) -> None:
        appointed = [line.officer_id for line in informants.keepers(self.chief) if line.standing == "appointed"]
        assert sorted(appointed) == sorted(self.ids[name] for name, _ in self.keepers)

    @invariant()
    def exactly_the_keepers_it_is_sealed_to_can_open(self) -> None:
        for place, (told, holders) in enumerate(self.sealed.items()):
            for name in self.works:
                ctx, may = self.at_work(name), self.key(name) in holders & self.keepers
                assert informants.view(ctx, told).may_open == may
                try:
                    found = informants.read(ctx, told, self.passwords[name], "kiểm tra", randomness=RANDOM)
                except UserError as problem:
                    assert problem.code == "informant.not_keeper" and not may
                else:
                    assert may and found.name == f"Người {place} kể"


Keepers.TestCase.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)
TestKeepers = Keepers.TestCase
