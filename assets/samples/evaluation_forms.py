"""The records around the sample plan: calendar, meetings, decisions, commitment, collaboration, self-assessment.

Used by action_forms.py. The tables in ../tables/tebing-tinggi/ name their columns.
"""
import analysis_forms
import plan_file

TABLES = analysis_forms.TABLES
INVENTED = analysis_forms.INVENTED
optional = analysis_forms.optional
NEWS = analysis_forms.NEWS
STATUS = {"r": "review", "a": "agreed"}
YEAR = 2023  # the first year of the plan, the one that is assessed
LATER = "Isian sesudah September 2022 memperlihatkan tahun pertama pelaksanaan; seluruhnya rekaan."
HALL = "Balai Kartini, Jalan Gunung Leuser, Tebing Tinggi"
INVENTED_DAYS = {"certainty": "illustration", "note": "Tanggal ilustrasi; bulannya tidak diberitakan dengan pasti."}
# By phase: what the sample knows beyond the template. The main script puts it into the rows of the template.
WORKSHOPS = {
    "i": {"start_date": "2022-06-08", "end_date": "2022-06-09", "place": HALL, "certainty": "reported", "source": NEWS},
    "ii": {"start_date": "2022-07-12", "end_date": "2022-07-13", "place": HALL, **INVENTED_DAYS},
    "iii": {"start_date": "2022-08-09", "end_date": "2022-08-10", "place": HALL, **INVENTED_DAYS},
    "iv": {"start_date": "2022-09-07", "end_date": "2022-09-08", "place": HALL, "certainty": "reported", "source": NEWS,
           "note": "Penutupan pada 8 September 2022 diberitakan; hari pertamanya ilustrasi."},
    "after": {"start_date": "2022-11-30", "end_date": "2022-12-01", "place": "Jakarta", "certainty": "reported",
              "source": "Pemberitaan penghargaan, buseronline.com, Desember 2022", "note": "Tanggal seminar dan penghargaan nasional."},
}
# By phase, in the order of the template's rows: so many are done, and so many after them are begun. The rest is owed.
STAGE_OUTPUTS_DONE = {"before": 5, "i": 6, "ii": 5, "iii": 3, "iv": 1, "after": 0}
STAGE_OUTPUTS_BEGUN = {"before": 0, "i": 0, "ii": 0, "iii": 1, "iv": 4, "after": 1}
PROMISES = (
    "Kami yang bertanda tangan di bawah ini berkomitmen:\n"
    "1. memadukan dan menyelaraskan perencanaan kota cerdas dengan rencana pembangunan daerah dan rencana kerja setiap perangkat daerah;\n"
    "2. menyediakan sarana yang diperlukan dan menjalankan secara nyata pembangunan kota dengan konsep kota cerdas;\n"
    "3. mendukung proses yang efektif, efisien, inklusif, dan partisipatif bersama warga dan para mitra.")
PROMISES_NOTE = ("Ketiga janji mengikuti pokok komitmen yang diberitakan dari Kabupaten Penajam Paser Utara, ditulis ulang. "
                 "Penanda tangan disebut jabatannya; dua tanda tangan sengaja belum ada.")


def record_of(r, record_type, record_id):
    return next(record for record in r.by_type[record_type] if record["id"] == record_id)


def amend(r, record_type, record_id, members):
    """Adds members to a record that is already there, or replaces them; keeps the order of the fields."""
    unknown = set(members) - set(plan_file.FIELDS[record_type])
    if unknown:
        raise SystemExit(f"{record_type}: no such member: {', '.join(sorted(unknown))}")
    record = record_of(r, record_type, record_id)
    merged = {**record, **members}
    record.clear()
    record["id"] = merged["id"]
    record.update((name, merged[name]) for name in plan_file.FIELDS[record_type] if plan_file.is_given(merged.get(name)))


def short_name(r, agency_id):
    return next(agency["short_name"] for agency in r.by_type["agency"] if agency["id"] == agency_id)


def evidence(r, text, agency_id, date=None):
    """“title; kind; date”, several separated by “ / ”; kept by the agency. A date that is given holds for all."""
    proof = []
    for part in filter(None, text.split(" / ")):
        title, kind, *day = [field.strip() for field in part.split(";")]
        proof.append({"title": title, "kind": kind, "address": f"Arsip {short_name(r, agency_id)}", "date": date or day[0]})
    return proof


def add_calendar(r):
    """Puts days, places and states into the rows of the template. To be called after method_templates.add_all."""
    for workshop in list(r.by_type["workshop"]):
        amend(r, "workshop", workshop["id"], WORKSHOPS.get(workshop["phase"], {}))
    for phase, done in STAGE_OUTPUTS_DONE.items():
        outputs = [output for output in r.by_type["stage_output"] if output["phase"] == phase]
        begun = done + STAGE_OUTPUTS_BEGUN[phase]
        for place, output in enumerate(outputs):
            state = "done" if place < done else "begun" if place < begun else "owed"
            proof = [{"title": f"Berkas: {output['name']}", "kind": "document", "address": "Sekretariat Tim Pelaksana, map Bimtek"}] if state == "done" else []
            amend(r, "stage_output", output["id"], {"state": state, **({"proof": proof} if proof else {})})


def add_meeting(r, key, date, body, phase, place, participants, outsiders, owner, name, minutes, proof):
    agency = r.id("agency", owner)
    r.add("meeting", key, name=name, date=date, body=body, phase=phase, place=place, participants=int(participants), outsiders=outsiders == "y",
          minutes=minutes, proof=evidence(r, proof, agency, date), owner_agency=agency, **INVENTED, note=LATER if phase == "after" else "")


def add_decision(r, date, phase, meeting, owner, sign, statement, subject, change, decided_by, reason):
    reported = sign == "r"
    r.add("decision", statement, statement=statement, date=date, phase=phase, meeting=optional(r, "meeting", meeting), subject=subject,
          change=change, decided_by=decided_by, reason=reason, owner_agency=r.id("agency", owner),
          certainty="reported" if reported else "illustration", source=NEWS if reported else "",
          note="Tanggalnya adalah hari penutupan Bimtek IV." if reported else LATER if phase == "after" else "")


def add_meetings(r):
    """Meetings, then the decisions taken in them."""
    adders = {"M": add_meeting, "D": add_decision}
    for first, *fields in plan_file.rows(TABLES / "meetings.txt"):
        sign, head = first.split(" ", 1)
        adders[sign](r, head, *fields)


def add_collaboration(r, name, zone, dimension, program, kind, state, number, date, owner, status, partners, note):
    r.add("collaboration", name, name=name, zone=zone, dimension=r.id("dimension", dimension), partner_regions=partners,
          program=r.id("program", program), kind=kind, agreement_number=number, agreement_date=date, state=state,
          owner_agency=r.id("agency", owner), stage="iv", status=STATUS[status], **INVENTED, note=note)


def add_agreements(r):
    """The joint commitment with its signatures, and the work together with other regions."""
    signatures = []
    for first, *fields in plan_file.rows(TABLES / "agreements.txt"):
        sign, head = first.split(" ", 1)
        if sign == "C":
            add_collaboration(r, head, *fields)
        else:
            institution, body, day = fields
            signature = {"name": head, "office": head, "institution": institution, "body": body, "signed_on": day}
            signatures.append({member: value for member, value in signature.items() if value})
    r.add("commitment", "commitment", title="Komitmen Bersama Pelaksanaan Masterplan Smart City Kota Tebing Tinggi 2023–2027",
          statement=PROMISES, place="Balai Kartini, Tebing Tinggi", date="2022-09-08", signatures=signatures,
          proof=[{"title": "Lembar komitmen bersama (contoh)", "kind": "document", "address": "Arsip Diskominfo", "date": "2022-09-08"}],
          **INVENTED, note=PROMISES_NOTE)


def add_assessment(r):
    for code, own, agency, answer, proof, scores, recommendation in plan_file.rows(TABLES / "assessment.txt"):
        given = [int(score) for score in scores.split()]
        mean = sum(given) / len(given) if given else None
        owner = r.id("agency", agency)
        r.add("self_assessment", f"{code}/{YEAR}", question=r.id("question", code), year=YEAR, answer=answer, self_score=int(own),
              proof=evidence(r, proof, owner), agency=owner,
              assessor_scores=[{"assessor": f"Penilai {place}", "score": score} for place, score in enumerate(given, start=1)],
              final_score=int(mean) if mean is not None and mean == int(mean) else mean, recommendation=recommendation,
              owner_agency=owner, **INVENTED, note=LATER)


def add_all(r):
    for add in (add_meetings, add_agreements, add_assessment):
        add(r)
