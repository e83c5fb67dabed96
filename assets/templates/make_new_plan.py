"""Makes new-plan.rancang.json: what every new plan starts with (dimensions, sub-dimensions, funding sources,
elements of readiness, figures of the profile).

usage: make_new_plan.py [OUTPUT]        The tables in ../tables/new-plan/ are the source.
"""
import pathlib

import method_templates
import plan_file

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent / "tables" / "new-plan"
START_MS = 1640970000000  # a fixed day, so that the file is always the same
INSTRUMENT = "Instrumen evaluasi implementasi smart city, Kementerian Kominfo, 2023"
READINESS = "Model kesiapan yang diberitakan dari pelatihan; susunan dan namanya berbeda antartahun"
PROFILE = "Usulan daftar awal; baris bertanda evaluasi ditanyakan lagi dalam evaluasi tahunan"
FUNDING = "Pembagian sumber dana yang lazim; sesuaikan dengan daerah"


def add_dimensions(records):
    for row in (TABLES / "dimensions.txt").read_text(encoding="utf-8").splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        code, name, description = [field.strip() for field in row.split("|")]
        common = {"code": code, "name": name, "description": description, "certainty": "official", "source": INSTRUMENT}
        if row.startswith(" "):
            records.add("sub_dimension", code, dimension=records.id("dimension", code.split(".")[0]), **common)
        else:
            records.add("dimension", code, **common)


def add_funding_sources(records):
    for short_name, name, group, description in plan_file.rows(TABLES / "funding.txt"):
        records.add("funding_source", short_name, name=name, short_name=short_name, group=group,
                    description=description, certainty="proposal", source=FUNDING)


def add_readiness(records):
    for row in (TABLES / "readiness.txt").read_text(encoding="utf-8").splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        fields = [field.strip() for field in row.split("|")]
        common = {"code": fields[0], "name": fields[1], "description": fields[-1], "certainty": "reported", "source": READINESS}
        if row.startswith(" "):
            records.add("readiness_sub_element", fields[0], element=records.id("readiness_element", fields[0].split(".")[0]), **common)
        else:
            records.add("readiness_element", fields[0], is_used=fields[2] == "ya", **common)


def add_profile(records):
    for group, name, unit, evaluated in plan_file.rows(TABLES / "profile.txt"):
        records.add("profile_figure", name, group=group, name=name, unit=unit, is_evaluated=evaluated == "ya",
                    certainty="proposal", source=PROFILE)


def base_records():
    """What every plan has: the templates of the method."""
    records = plan_file.Records(START_MS)
    add_dimensions(records)
    add_funding_sources(records)
    add_readiness(records)
    method_templates.add_all(records)
    return records


def new_plan_records():
    records = base_records()
    add_profile(records)
    method_templates.add_phases(records)
    return records


if __name__ == "__main__":
    envelope = {"kind": "template", "plan_id": plan_file.ulid("plan/template", START_MS), "saved_at": "2022-01-01T00:00:00+07:00", "app": "1.0.0"}
    plan_file.write(plan_file.output(HERE / "new-plan.rancang.json"), new_plan_records(), envelope, {})
