"""Takes a package that was found true into the database: change-sets, certificates, trust lists and the receipt, all or nothing."""

from app.core.progress import SILENT, Progress
from app.data.receive import Received
from app.data.store import Store
from app.keys.trust import BELOW, Trust
from app.sync.book import Book, Receipt
from app.sync.reader import Package


def take_in(
    store: Store, book: Book, package: Package, *, arrived: str, dry_run: bool = False, progress: Progress = SILENT
) -> Received:
    """Merge a package; with `dry_run`, only tell what merging would do. `arrived` is this laptop's ISO local time.

    When others hold more of this database than it does itself, it is an older copy: it goes on under a new name, so that no
    number is used twice.
    """
    older_copy = _older_copy(store, package)
    with store.transaction():
        received = store.receive(package.change_sets, total=len(package.change_sets), progress=progress, dry_run=dry_run)
        if not dry_run:
            trust = book.trust(package.certificates, package.lists)
            book.remember(c for c in package.certificates if trust.laptop(c.subject) or trust.database(c.subject))
            for found in package.lists:
                if found.issuer in _roots(trust):
                    book.keep_list(found)
            book.put_receipt(receipt_of(package, arrived))
    if older_copy and not dry_run:
        store.new_replica()
    return received


def _older_copy(store: Store, package: Package) -> bool:
    """Whether the package knows change-sets of this very database that are not, or not so, in it."""
    own = store.replica_id
    told = {(stream, seq, hash_) for stream, (seq, hash_) in package.manifest.holdings.get(own, {}).items()}
    told |= {(c.header.stream, c.header.seq, c.hash) for c in package.change_sets if c.header.replica == own}
    with store.reader() as reader:
        return any(hash_ not in reader.hashes_at(own, stream, seq) for stream, seq, hash_ in told)


def receipt_of(package: Package, arrived: str) -> Receipt:
    """What the package says its sender holds."""
    manifest = package.manifest
    return Receipt(
        manifest.device, manifest.unit, manifest.database, manifest.number, manifest.written, arrived, manifest.holdings
    )


def _roots(trust: Trust) -> set[str]:
    above = {trust.above.key} if trust.above else set()
    return {trust.own.key} | above | {laptop.root for laptop in trust.laptops(BELOW)}
