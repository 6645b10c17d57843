"""The person page: which roles one person has had, who may be one with whom, and what an ID card fills in.

Lives here: reading roles through their references, offering candidates, joining and parting, marks of scanned cards. Does not live
here: any other register. Tip-offs, reintegration, people of standing and the parties of disputes have no way to a person, and
`app.data.checks` keeps it so.
"""

from app.services.people.alike import Candidate, candidates
from app.services.people.cards import Scanned, scan, scan_picture
from app.services.people.joining import different, join, part, start_page, unlink
from app.services.people.link import Link, link_of
from app.services.people.page import PersonPage, RoleLine, person_of, person_page

__all__ = [
    "Candidate",
    "Link",
    "PersonPage",
    "RoleLine",
    "Scanned",
    "candidates",
    "different",
    "join",
    "link_of",
    "part",
    "person_of",
    "person_page",
    "scan",
    "scan_picture",
    "start_page",
    "unlink",
]
