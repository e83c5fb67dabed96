"""Makes tanjungpinang.rancang.json, the second and smaller sample plan, from the tables in ../tables/tanjungpinang/.

usage: make_tanjungpinang.py [OUTPUT]        Always writes the same bytes. README.md says what is reported and what is illustration.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "templates"))
import make_new_plan  # noqa: E402
import plan_file  # noqa: E402
from action_forms import canvas_part  # noqa: E402
from analysis_forms import GRADE, LAWS, QUADRANT, SCOPE, SCORE, VALIDITY, optional, quantity, sources  # noqa: E402
from evaluation_forms import PROMISES, amend, evidence, record_of  # noqa: E402
from make_tebing_tinggi import FREQUENCY, KIND, LEVEL, MILLION, POLARITY, STATUS, funding_shares, number, series  # noqa: E402

TABLES = HERE.parent / "tables" / "tanjungpinang"
START_MS = 1572920000000  # the day of the national presentation, so that ids differ from those of the first sample
BASELINE_YEAR, *YEARS = range(2018, 2024)
INVENTED = {"certainty": "illustration"}
# The press of 2019, by the sign that the tables use.
PRESS = {
    "visi": "wartarakyat.co.id, 27 September 2019",
    "paparan": "wartarakyat.co.id, 5 November 2019",
    "quickwin": "putrakepri.com, 2019",
    "pusaka": "tuahkepri.com, 2019",
    "bimtek": "Pemberitaan Bimtek IV Smart City Kota Tanjungpinang, 30 September–1 Oktober 2019",
}
OUTPUT_STATE = {"d": "done", "b": "begun", "o": "owed"}
READERS = {"users": int, "meetings_per_year": int, "needed": number, "legal_umbrella": lambda text: text == "y"}
LINKS = ("depends_on", "integrates_with")
AGENCY_NOTES = ("Nama OPD yang lazim; susunan kota yang sebenarnya tidak diperiksa.", "Nama kepala dinas diberitakan; narahubung ilustrasi.")
QUICK_WIN_NOTE = "Bidang quick win diberitakan; nama, isi kanvas, dan semua angka ilustrasi."
HERITAGE_NOTE = "Bahwa tahun pertama dipusatkan pada pusaka Pulau Penyengat diberitakan (tuahkepri.com, 2019); isi dan angka ilustrasi."
COMMITMENT_NOTE = "Penandatanganan dalam Bimtek IV diberitakan; bunyi (menurut pokok dari daerah lain), tanggal, dan penanda tangan ilustrasi."


def table(name):
    return plan_file.rows(TABLES / f"{name}.txt")


def signed(name):
    """Rows whose first field starts with a sign: the sign, the rest of that field, the other fields."""
    for first, *fields in table(name):
        yield *first.split(" ", 1), fields


def origin(press):
    """Official, reported by the press that the sign names, or invented."""
    if press == "law":
        return {"certainty": "official", "source": LAWS}
    return {"certainty": "reported", "source": PRESS[press]} if press else INVENTED


def add_identity(r):
    r.add("plan", "identity", ordered=False, region_name="Tanjungpinang", region_type="kota", province="Kepulauan Riau", region_code="21.72",
          head_title="wali_kota", head_name="Syahrul", plan_start=2019, plan_years=5, rpjmd_start=2018, rpjmd_end=2023, cohort=2019,
          mentor_names="Yudho Giri Sucahyo; Harya Damar Widiputra", currency_unit="juta", certainty="reported",
          source=f"{PRESS['visi']}; {PRESS['quickwin']}; {PRESS['bimtek']}",
          note="Rencana contoh yang kecil. Kode Kemendagri belum diperiksa ke sumber resmi; kode BPS serta nomor dan tanggal nota kesepakatan "
               "tidak diketahui dan dibiarkan kosong. Isian bertanda ilustrasi adalah rekaan untuk belajar.")


def add_agencies(r):
    for short, name, group, functions, contact, head in table("agencies"):
        named = short == "Diskominfo"
        r.add("agency", short, name=name, short_name=short, group=group, functions=functions, contact_name=contact, head_name=head,
              **origin("quickwin" if named else ""), note=AGENCY_NOTES[named])


def add_legal_basis(r):
    for kind, law, year, scope, validity, sign, title, relevance, owner, note in table("legal"):
        r.add("legal_basis", title, title=title, kind=kind, number=law, year=int(year), scope=SCOPE[scope], relevance=relevance,
              validity=VALIDITY[validity], owner_agency=r.id("agency", owner), stage="i", note=note, **origin("law" if sign == "o" else ""))


def add_people(r):
    for key, name, office, agency, institution, body, position, kind, dimension, decree, press, note in table("people"):
        r.add("person", key, name=name, office=office, agency=optional(r, "agency", agency), institution=institution, body=body,
              position=position, origin=kind, dimension=optional(r, "dimension", dimension), decree_number=decree,
              decree_date="2019-05-20" if decree else None, **origin(press), note=note)


def add_calendar(r):
    """Days of the workshops that the press named, and how far the outputs of each stage are."""
    for phase, states, *days in table("calendar"):
        workshop = next(row for row in r.by_type["workshop"] if row["phase"] == phase)
        amend(r, "workshop", workshop["id"], workshop_days(*days) if days else {})
        outputs = [output for output in r.by_type["stage_output"] if output["phase"] == phase]
        for output, sign in zip(outputs, states, strict=True):
            proof = [{"title": f"Berkas: {output['name']} (contoh)", "kind": "document", "address": "Sekretariat Tim Pelaksana"}]
            amend(r, "stage_output", output["id"], {"state": OUTPUT_STATE[sign], "proof": proof if sign == "d" else []})


def workshop_days(start, end, place, press, note):
    return {"start_date": start, "end_date": end, "place": place, **origin(press), "note": note}


def add_readiness(r):
    for sub, dimension, aspect, score, agency, figure, state, gap, ideal, need, proof in table("readiness"):
        r.add("readiness", aspect, element=r.id("readiness_element", sub.split(".")[0]), sub_element=r.id("readiness_sub_element", sub),
              dimension=optional(r, "dimension", dimension), aspect=aspect, current_state=state, score=SCORE[int(score)],
              agency=r.id("agency", agency), **quantity(figure), evidence=sources(proof), ideal_state=ideal, gap=gap, need=need, stage="i",
              status="agreed", **INVENTED, note="Tiga elemen kesiapan diberitakan; isinya ilustrasi.")


def add_analysis(r):
    """Statements of the SWOT, strategic issues, keywords of the vision."""
    common = {"stage": "i", "status": "agreed"}
    for sign, head, fields in signed("analysis"):
        if sign in QUADRANT:
            statement, element, dimension, press = fields
            r.add("swot_item", sign + head, quadrant=QUADRANT[sign], statement=statement, element=optional(r, "readiness_element", element),
                  dimension=optional(r, "dimension", dimension), **common, **origin(press))
        elif sign == "I":
            kind, in_rpjmd, dimensions, owner, explanation = fields
            r.add("strategic_issue", head, title=head, explanation=explanation, issue_source=kind, in_rpjmd=in_rpjmd == "y",
                  dimensions=r.ids("dimension", dimensions), owner_agency=r.id("agency", owner), **common, **INVENTED)
        else:
            votes, items, meaning = fields
            ground = {"from": r.ids("swot_item", items)}
            r.add("vision_keyword", head, keyword=head, meaning=meaning, votes=int(votes), **ground, **common, **INVENTED)


def add_rpjmd(r):
    r.add("rpjmd_vision", "vision", ordered=False,
          statement="Tanjungpinang yang Maju, Berbudaya dan Sejahtera dalam Harmoni Kebhinekaan Masyarakat Madani",
          explanation="Bunyi visi diberitakan; misi, tujuan, sasaran, dan program di bawahnya adalah ilustrasi.", **origin("visi"))
    mission = goal = objective = None
    for sign, head, fields in signed("rpjmd"):
        if sign == "M":
            mission = r.add("rpjmd_mission", head, number=int(head), text=fields[0], **INVENTED)
        elif sign == "G":
            goal = r.add("rpjmd_goal", head, mission=mission, text=head, indicator=fields[0], **INVENTED)
        elif sign == "S":
            text, indicator, unit, measure = fields
            baseline, targets = measure.split(">")
            objective = r.add("rpjmd_objective", head, goal=goal, text=text, indicator=indicator, unit=unit, baseline=number(baseline),
                              targets=series(targets, YEARS), **INVENTED)
        else:
            agency, budget = fields
            r.add("rpjmd_program", head, objective=objective, name=head, agency=r.id("agency", agency),
                  budget=series(budget, YEARS, MILLION), **INVENTED)


def add_vision(r):
    rows = list(signed("vision"))
    phrases = [{"phrase": head, "meaning": fields[0], "rpjmd_phrase": fields[1]} for sign, head, fields in rows if sign == "P"]
    r.add("vision", "vision", ordered=False, statement="Tanjungpinang Cerdas, Kota Pusaka, dan Investasi", phrases=phrases,
          owner_agency=r.id("agency", "Bappeda"), stage="ii", status="agreed", **origin("visi"),
          note="Bunyi visi diberitakan; uraian tiap frasa ilustrasi.")
    for sign, head, fields in rows:
        if sign == "M":
            text, missions = fields
            r.add("mission", head, number=len(r.by_type.get("mission", [])) + 1, dimension=r.id("dimension", head), text=text,
                  from_rpjmd_missions=r.ids("rpjmd_mission", missions), stage="ii", status="agreed", **INVENTED)
        elif sign == "A":
            mission, dimension = head.split("/")
            r.add("mission_alignment", head, rpjmd_mission=r.id("rpjmd_mission", mission), dimension=r.id("dimension", dimension),
                  degree=fields[0], reason=fields[1], **INVENTED)


def add_chain(r):
    """One indicator, objective and strategy for each sub-dimension, under its key."""
    sub = place = None
    for sign, head, fields in signed("chain"):
        if sign == "D":
            sub, place = head, {"dimension": r.id("dimension", head.split(".")[0]), "sub_dimension": r.id("sub_dimension", head)}
        elif sign == "I":
            add_indicator(r, sub, place, head, *fields)
        elif sign == "O":
            rpjmd, sdg, coordinator = fields
            r.add("objective", sub, **place, statement=head, indicators=[r.id("indicator", sub)], rpjmd_objective=r.id("rpjmd_objective", rpjmd),
                  sdg=sdg, coordinator=r.id("agency", coordinator), stage="ii", status="agreed", **INVENTED)
        else:
            answers, explanation, horizon = fields
            r.add("strategy", sub, **place, text=head, objective=r.id("objective", sub), addresses=answers, explanation=explanation,
                  horizon=KIND[horizon], stage="ii", status="agreed", **INVENTED)


def add_indicator(r, sub, place, code, name, unit, polarity, level, measure, owner, frequency, source, formula):
    baseline, targets = measure.split(">")
    ticks = dict.fromkeys(("is_tech_neutral", "is_simple", "is_valid", "is_verifiable", "is_available"), True)
    r.add("indicator", sub, code=code, name=name, formula=formula, unit=unit, polarity=POLARITY[polarity], level=LEVEL[level], **place,
          data_sources=sources(source), frequency=FREQUENCY[frequency], owner_agency=r.id("agency", owner), baseline_year=BASELINE_YEAR,
          baseline=number(baseline), targets=series(targets, YEARS), **ticks, stage="ii", status="agreed", **INVENTED)


def add_programs(r):
    r.sub_of = {}
    for key, sub, name, kind, begin, rpjmd, horizon, lead, support, partners, beneficiary, output, outcome, description in table("programs"):
        dimension = sub.split(".")[0]
        r.sub_of[key] = (sub, r.id("rpjmd_program", rpjmd) if rpjmd else None)
        r.add("program", key, dimension=r.id("dimension", dimension), sub_dimension=r.id("sub_dimension", sub), mission=r.id("mission", dimension),
              strategy=r.id("strategy", sub), name=name, description=description, kind=kind, is_new=begin == "new_proposal", origin=begin,
              rpjmd_program=r.sub_of[key][1], horizon=KIND[horizon], lead_agency=r.id("agency", lead), support_agencies=r.ids("agency", support),
              partners=partners, beneficiary=beneficiary, output=output, outcome=outcome, stage="ii", status="agreed", **INVENTED)


def family_fields(text):
    """“field=value; field=value”: fields of the family, and fields that name other activities."""
    given = dict(part.strip().split("=", 1) for part in text.split(";") if part)
    links = {field: given.pop(field) for field in LINKS if field in given}
    return {field: READERS.get(field, str)(value) for field, value in given.items()}, links


def code_fields(r, code):
    """A code of the nomenclature, its edition and its name."""
    known = record_of(r, "nomenclature", r.id("nomenclature", code)) if code else {}
    return {"budget_code": code, "code_edition": known.get("edition"), "nomenclature": known.get("name")}


def add_actions(r):
    links_of = {}
    for row in table("actions"):
        program, name, lead, budget, funding, status, flags, family, output, unit, measure, code, support, location, more = row
        sub, rpjmd = r.sub_of[program]
        money = series(budget, YEARS, MILLION)
        baseline, targets = measure.split(">")
        years, quick = sorted(money), "q" in flags
        fields, links_of[name] = family_fields(more)
        r.add("action_item", name, dimension=r.id("dimension", sub.split(".")[0]), sub_dimension=r.id("sub_dimension", sub),
              objective=r.id("objective", sub), strategy=r.id("strategy", sub), program=r.id("program", program), name=name, family=family,
              **code_fields(r, code), lead_agency=r.id("agency", lead), support_agencies=r.ids("agency", support),
              indicator=r.id("indicator", sub), output_indicator=output, unit=unit, baseline=number(baseline), targets=series(targets, YEARS),
              budget=money, funding=funding_shares(r, funding), location=location, start_year=years[0],
              start_quarter="q4" if years[0] == 2019 else "q1" if quick else None, end_year=years[-1], quick_win=quick, rpjmd_program=rpjmd,
              in_renja={2019: "included", 2020: "proposed"} if years[0] == 2019 else {}, **fields, stage="iii", status=STATUS[status], **INVENTED,
              note=HERITAGE_NOTE if "p" in flags else "")
    for name, links in links_of.items():
        amend(r, "action_item", r.id("action_item", name), {field: r.ids("action_item", others) for field, others in links.items()})


def add_phases(r):
    """Under the names of the template, so that they keep its ids; every row after them has an id of this plan."""
    for name, first, last, theme in table("phases"):
        r.add("roadmap_phase", name, name=name, from_year=int(first), to_year=int(last), theme=theme, **INVENTED)
    r.unix_ms = START_MS


def canvas_start(r, name, dimension, others, action, lead, count):
    activity = record_of(r, "action_item", r.id("action_item", action))
    money = activity["budget"]
    return {"name": name, "dimension": r.id("dimension", dimension), "other_dimensions": r.ids("dimension", others), "action_item": activity["id"],
            "is_presented": True, "state": "prepared", "lead_agency": r.id("agency", lead), "beneficiary_count": int(count),
            "budget": money[min(money)], "funding": activity["funding"], "stage": "iii", "status": "agreed"}


def add_quick_wins(r):
    canvases = {}
    for sign, head, fields in signed("quick_wins"):
        if sign == "Q":
            canvas = canvases[head] = canvas_start(r, *fields)
        else:
            canvas_part(r, canvas, sign, head, fields)
    for key, canvas in canvases.items():
        r.add("quick_win", key, **canvas, **INVENTED, source=PRESS["quickwin"], note=QUICK_WIN_NOTE)


def add_risks(r):
    for key, category, likelihood, impact, agency, statement, cause, mitigation in table("risks"):
        r.add("risk", statement, statement=statement, quick_win=r.id("quick_win", key), cause=cause, category=category,
              likelihood=GRADE[likelihood], impact=GRADE[impact], mitigation=mitigation, agency=r.id("agency", agency), state="watched",
              stage="iv", status="agreed", **INVENTED)


def add_records(r):
    """Meetings, the decisions taken in them or after them, and the joint commitment."""
    signatures = []
    for sign, head, fields in signed("records"):
        if sign == "M":
            date, body, phase, participants, outsiders, owner, press, name, minutes, proof, note = fields
            agency = r.id("agency", owner)
            r.add("meeting", head, name=name, date=date, body=body, phase=phase, participants=int(participants) if participants else None,
                  outsiders=outsiders == "y", minutes=minutes, proof=evidence(r, proof, agency, date), owner_agency=agency,
                  **origin(press), note=note)
        elif sign == "D":
            phase, meeting, owner, press, statement, subject, change, decided_by, reason, note = fields
            r.add("decision", statement, statement=statement, date=head, phase=phase, meeting=optional(r, "meeting", meeting), subject=subject,
                  change=change, decided_by=decided_by, reason=reason, owner_agency=r.id("agency", owner), **origin(press), note=note)
        else:
            institution, body = fields
            signatures.append({"name": head, "office": head, "institution": institution, "body": body, "signed_on": "2019-10-01"})
    r.add("commitment", "commitment", title="Komitmen Bersama Pelaksanaan Masterplan Smart City Kota Tanjungpinang 2019–2023", statement=PROMISES,
          place="Tanjungpinang", date="2019-10-01", signatures=signatures, **INVENTED, source=PRESS["bimtek"], note=COMMITMENT_NOTE)


def make():
    r = make_new_plan.base_records()
    for add in (add_phases, add_identity, add_agencies, add_legal_basis, add_people, add_calendar, add_readiness, add_analysis, add_rpjmd,
                add_vision, add_chain, add_programs, add_actions, add_quick_wins, add_risks, add_records):
        add(r)
    return r


if __name__ == "__main__":
    envelope = {"kind": "plan", "plan_id": plan_file.ulid("plan/tanjungpinang", START_MS), "saved_at": "2019-11-05T16:00:00+07:00", "app": "1.0.0"}
    plan_file.write(plan_file.output(HERE / "tanjungpinang.rancang.json"), make(), envelope, {"RCcontoh": {"label": "Rencana contoh"}}, "RCcontoh")
