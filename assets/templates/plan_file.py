"""Writes plan files in the layout of src/persist/FORMAT.md; makes ids that stay the same every time.

Used by make_new_plan.py and ../samples/make_tebing_tinggi.py. Values are plain Python: a year series is {2023: 1},
money whole rupiah, a reference the id of the record. Members that are None, "" or empty are left out.
"""
import hashlib
import json

ORDER_STEP = 1048576  # distance between rows, so that a row moved in between needs no renumbering
TYPES = """plan agency dimension sub_dimension funding_source rpjmd_vision rpjmd_mission rpjmd_goal rpjmd_objective rpjmd_program
vision mission mission_alignment indicator objective strategy program action_item""".split()
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ulid(key, unix_ms):
    """26 characters: the time, then 80 bits that depend on the key alone."""
    digest = hashlib.sha256(f"rancang/{key}".encode()).digest()
    number = (unix_ms << 80) | int.from_bytes(digest[:10], "big")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(25, -1, -1))


def rows(path):
    """Lines of a table of fields separated by |, without comments and empty lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def is_given(value):
    return value is not None and value is not False and value != "" and value != [] and value != {}


class Records:
    """All records of a plan by type, in the order in which they were added."""

    def __init__(self, unix_ms):
        self.unix_ms = unix_ms
        self.by_type = {}
        self.names = {}

    def id(self, kind, key):
        """The id of a record that was added; stops at a reference to nothing."""
        if (kind, key) not in self.names:
            raise SystemExit(f"{kind}: no record is called “{key}”")
        return self.names[kind, key]

    def ids(self, kind, keys):
        return [self.id(kind, key.strip()) for key in keys.split(",") if key.strip()]

    def add(self, record_type, key, ordered=True, **members):
        if (record_type, key) in self.names:
            raise SystemExit(f"{record_type}: “{key}” is there twice")
        table = self.by_type.setdefault(record_type, [])
        record = {"id": ulid(f"{record_type}/{key}", self.unix_ms), **members}
        if ordered:
            record["order"] = (len(table) + 1) * ORDER_STEP
        table.append({name: value for name, value in record.items() if is_given(value)})
        self.names[record_type, key] = record["id"]
        return record["id"]


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path, kind, plan_id, records, envelope=None):
    """One record a line, in the order of the types in src/model/records.hpp."""
    lines = [f'{{"format":"rancang","version":1,"kind":"{kind}","plan_id":"{plan_id}",']
    lines += [f"{compact(name)}:{compact(value)}," for name, value in (envelope or {}).items()]
    lines.append('"records":{')
    types = [record_type for record_type in TYPES if record_type in records.by_type]
    for record_type in types:
        table = [compact(record) for record in records.by_type[record_type]]
        lines.append(f'"{record_type}":[')
        lines += [line + "," for line in table[:-1]] + [table[-1], "]" if record_type == types[-1] else "],"]
    lines.append("}}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
