"""What is copied with a record: the members and tasks of a committee, on days a term later, nothing ended and nothing done."""

from app.services import registers
from app.services.context import Context


def test_a_committee_is_copied_with_its_members_and_tasks(ctx: Context) -> None:
    first = registers.save(ctx, "committee", None, {"name": "Ban Chỉ đạo", "decision": "3/QĐ", "founded_on": "1/2/2020"}).id
    member = {"committee": first, "name": "Lò Văn Đức", "office": "Phó Chủ tịch", "served_from": "1/2/2020"}
    form = registers.blank(ctx, "committee_member", {"committee": first})
    registers.save(ctx, "committee_member", None, dict(form.texts) | member | {"served_until": "1/2/2021"})
    task = {"committee": first, "task": "Rà soát mô hình", "due_on": "29/2/2020", "done_on": "1/3/2020"}
    registers.save(ctx, "committee_task", None, task)
    copied = registers.copied(ctx, "committee", first)
    assert copied.texts["name"] == "Ban Chỉ đạo" and not {"decision", "founded_on"} & set(copied.texts)
    second = registers.save(ctx, "committee", None, dict(copied.texts) | {"founded_on": "1/2/2022"}).id
    assert registers.copy_along(ctx, "committee", first, second) == 2
    with ctx.store.reader() as reader:
        (one,) = [r.values for r in reader.window("committee_member", order=("name", "asc")) if r.values["committee"] == second]
        (other,) = [r.values for r in reader.window("committee_task", order=("due_on", "asc")) if r.values["committee"] == second]
    assert (one["name"], one["served_from"], one["served_until"]) == ("Lò Văn Đức", "2022-02-01", None)
    assert (other["due_on"], other["done_on"]) == ("2022-02-28", None)
