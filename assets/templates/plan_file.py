"""Writes plan files in the layout of src/persist/FORMAT.md; makes ids that stay the same every time.

Used by make_new_plan.py and ../samples/make_tebing_tinggi.py. Values are plain Python: a year series is {2023: 1},
money whole rupiah, a reference the id of the record. Members that are None, "" or empty are left out.
"""
import hashlib
import json
import pathlib
import re
import sys

MODEL = pathlib.Path(__file__).resolve().parents[2] / "src" / "model"
ORDER_STEP = 1048576  # distance between rows, so that a row moved in between needs no renumbering
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MASK = (1 << 64) - 1
PRIMES = (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5)


def read_schemas():
    """Record types in file order, each with its members in file order: as the headers of the model name them."""
    fields, names = {}, {}
    for header in sorted(MODEL.glob("*.hpp")):
        for found in re.finditer(r'struct Schema<(\w+)> \{\s*static constexpr auto name = "(\w+)"sv;(.*?)\n  \};', header.read_text("utf-8"), re.S):
            names[found[1]] = found[2]
            fields[found[2]] = re.findall(r'field<&\w+::\w+>\("(\w+)"', found[3])
    listed = re.search(r"using Records = TypeList<(.*?)>;", (MODEL / "records.hpp").read_text("utf-8"), re.S)[1]
    return [names[name.strip()] for name in listed.split(",")], fields


TYPES, FIELDS = read_schemas()


def ulid(key, unix_ms):
    """26 characters: the time, then 80 bits that depend on the key alone."""
    digest = hashlib.sha256(f"rancang/{key}".encode()).digest()
    number = (unix_ms << 80) | int.from_bytes(digest[:10], "big")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(25, -1, -1))


def output(usual):
    """The file to write: the usual one, or the one named on the command line."""
    return pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else usual


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
        number = len(table) + 1
        if ordered:
            members["order"] = number * ORDER_STEP
        unknown = set(members) - set(FIELDS[record_type])
        if unknown:
            raise SystemExit(f"{record_type}: no such member: {', '.join(sorted(unknown))}")
        # Ids grow in the order of the rows, so that lists by id look right as well.
        record = {"id": ulid(f"{record_type}/{key}", self.unix_ms + number)}
        record.update((name, members[name]) for name in FIELDS[record_type] if is_given(members.get(name)))
        table.append(record)
        self.names[record_type, key] = record["id"]
        return record["id"]


def rotated(value, bits):
    return ((value << bits) | (value >> (64 - bits))) & MASK


def xxh64(data):
    """xxHash64 with seed 0."""
    p1, p2, p3, p4, p5 = PRIMES

    def stir(lane, word):
        return rotated((lane + word * p2) & MASK, 31) * p1 & MASK

    def words(start, end, size):
        return (int.from_bytes(data[at:at + size], "little") for at in range(start, end, size))

    whole = len(data) // 32 * 32
    if whole:
        lanes = [(p1 + p2) & MASK, p2, 0, -p1 & MASK]
        for at, word in enumerate(words(0, whole, 8)):
            lanes[at % 4] = stir(lanes[at % 4], word)
        state = sum(rotated(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & MASK
        for lane in lanes:
            state = ((state ^ stir(0, lane)) * p1 + p4) & MASK
    else:
        state = p5
    state = (state + len(data)) & MASK
    eights = whole + (len(data) - whole) // 8 * 8
    fours = eights + (len(data) - eights) // 4 * 4
    for word in words(whole, eights, 8):
        state = (rotated(state ^ stir(0, word), 27) * p1 + p4) & MASK
    for word in words(eights, fours, 4):
        state = (rotated(state ^ (word * p1 & MASK), 23) * p2 + p3) & MASK
    for byte in data[fours:]:
        state = rotated(state ^ (byte * p5 & MASK), 11) * p1 & MASK
    state = (state ^ (state >> 33)) * p2 & MASK
    state = (state ^ (state >> 29)) * p3 & MASK
    return state ^ (state >> 32)


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path, records, envelope, replicas, created_by=None):
    """One record a line. Without `created_by` the file has no causality: whoever reads it becomes the author of its records."""
    lines = ['{"format":"rancang","version":1,' + compact(envelope)[1:-1] + ",", f'"replicas":{compact(replicas)},', '"records":{']
    types = [record_type for record_type in TYPES if record_type in records.by_type]
    for record_type in types:
        table = [compact(record) for record in records.by_type[record_type]]
        lines.append(f'"{record_type}":[')
        lines += [line + "," for line in table[:-1]] + [table[-1], "]" if record_type == types[-1] else "],"]
    lines.append("},")
    if created_by:
        lines += ['"causality":{', f'"*":{{"created_by":"{created_by}"}}', "},"]
    body = ("\n".join(lines) + "\n").encode()
    count = sum(map(len, records.by_type.values()))
    path.write_bytes(body + f'"end":{{"records":{count},"checksum":"{xxh64(body):016x}"}}}}'.encode())
