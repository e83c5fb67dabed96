"""The forms of Bimtek I of the sample plan: base tables, profile, analysis of the future, readiness, gaps, SWOT.

Used by make_tebing_tinggi.py, after the agencies are there. The tables in ../tables/tebing-tinggi/ name their columns.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "templates"))
import make_new_plan  # noqa: E402
import plan_file  # noqa: E402

TABLES = HERE.parent / "tables" / "tebing-tinggi"
PROFILE_YEARS = [2018, 2019, 2020, 2021, 2022]
INVENTED = {"certainty": "illustration"}
AGREED = {"stage": "i", "status": "agreed"}
NEWS = "Pemberitaan Bimtek Smart City Kota Tebing Tinggi, Juni–September 2022"
LAWS = "peraturan.bpk.go.id: jenis, nomor, tahun, dan judul"
STANDARDS = "Standar ISO tentang kota yang diadopsi BSN sebagai SNI, disebut smartcitylab.id dan bsn.go.id"
SCOPE = {"n": "national", "r": "region"}
VALIDITY = {"f": "in_force", "d": "draft"}
HORIZON = {"1": "one_year", "5": "five_years", "10": "ten_years", ">": "beyond"}
GRADE = {"1": "very_low", "2": "low", "3": "medium", "4": "high", "5": "very_high"}
SCORE = ["none", "initial", "partial", "mostly", "full"]
PRIORITY = {"h": "high", "m": "medium", "l": "low"}
QUADRANT = {"S": "strength", "W": "weakness", "O": "opportunity", "T": "threat"}
# Bodies whose members the decree of 2022 appoints; number and day are invented, as the decree is.
DECREES = {"council": "contoh/1/2022", "team": "contoh/2/2022"}
# Whose place public sources name. The rest is the usual membership of such bodies.
REPORTED = {"pengarah", "mentor-1", "mentor-2", "mentor-3"}
POLICY_NOTE = "Kebijakannya nyata; kaitan dan akibatnya bagi kota adalah ilustrasi."


def number(text):
    value = float(text)
    return int(value) if value == int(value) else value


def optional(r, record_type, key):
    return r.id(record_type, key) if key and key != "-" else None


def sources(text):
    """Title; year or – where it is not known; page."""
    if not text:
        return []
    title, year, page = [part.strip() for part in text.split(";")]
    return [{"title": title, **({"year": int(year)} if year != "–" else {}), "page": page}]


def quantity(text, last_is_year=True):
    """“86.4 persen 2022” as a figure, its unit and its year."""
    if not text:
        return {}
    amount, *words = text.split()
    year = {"year": int(words.pop())} if last_is_year else {}
    return {"quantity": number(amount), "unit": " ".join(words), **year}


def add_legal_basis(r):
    for kind, law, year, scope, validity, certainty, title, relevance, owner, note in plan_file.rows(TABLES / "legal.txt"):
        source = (STANDARDS if kind == "sni" else LAWS) if certainty == "o" else ""
        r.add("legal_basis", title, title=title, kind=kind, number=law, year=int(year), scope=SCOPE[scope], relevance=relevance,
              validity=VALIDITY[validity], owner_agency=r.id("agency", owner), stage="i",
              certainty="official" if certainty == "o" else "illustration", source=source, note=note)


def add_people(r):
    for key, name, office, agency, institution, body, position, origin, dimension in plan_file.rows(TABLES / "people.txt"):
        reported = key in REPORTED
        r.add("person", key, name=name, office=office, agency=optional(r, "agency", agency), institution=institution, body=body,
              position=position, origin=origin, dimension=optional(r, "dimension", dimension), decree_number=DECREES.get(body),
              decree_date="2022-06-02" if body in DECREES else None, certainty="reported" if reported else "illustration",
              source=NEWS if reported else "",
              note="Kedudukan sebagai pengarah diberitakan; nomor dan tanggal keputusan ilustrasi." if key == "pengarah" else "")
        r.agency_of[key] = optional(r, "agency", agency)


def add_attendance(r):
    table = list(plan_file.rows(TABLES / "attendance.txt"))
    for place, workshop in enumerate(["i", "ii", "iii", "iv"], start=1):
        for day in (1, 2):
            for row in table:
                person, sign, (replaced, remark) = row[0], row[place][day - 1], row[5:]
                if sign != ".":
                    r.add("attendance", f"{workshop}/{day}/{person}", person=r.id("person", person), bimtek=workshop, day=day,
                          present=sign == "+", agency=r.agency_of[person], replaces=optional(r, "person", replaced),
                          remark=remark if sign == "-" or replaced else "", certainty="illustration")


def add_profile(r):
    """The figures that every plan starts with, in their order, so that they keep the ids of the template."""
    given = {row[0]: row[1:] for row in plan_file.rows(TABLES / "profile.txt")}
    for group, name, unit, evaluated in plan_file.rows(make_new_plan.TABLES / "profile.txt"):
        agency, values, source, certainty, note = given.pop(name)
        reported = certainty == "r"
        r.add("profile_figure", name, group=group, name=name, unit=unit, agency=r.id("agency", agency), data_sources=sources(source),
              values={year: number(value) for year, value in zip(PROFILE_YEARS, values.split(), strict=True) if value != "-"},
              is_evaluated=evaluated == "ya", stage="i", status="review" if "-" in values.split() else "agreed",
              certainty="reported" if reported else "illustration", source=source.replace(";", ",") if reported else "", note=note)
    if given:
        raise SystemExit(f"profile: no such figures: {', '.join(given)}")


def add_requests(r):
    for what, agency, purpose, figure, due, state, value, year, source, person, obstacle in plan_file.rows(TABLES / "requests.txt"):
        r.add("data_request", what, what=what, agency=r.id("agency", agency), purpose=purpose, figure=optional(r, "profile_figure", figure),
              due=due, state=state, value=number(value) if value else None, value_year=int(year) if year else None,
              data_sources=sources(source), confirmed_by=optional(r, "person", person), obstacle=obstacle, **INVENTED)


def add_trend(r, level, category, horizon, impact, likelihood, dimensions, owner, statement, opportunity, threat, response, evidence):
    r.add("trend", statement, statement=statement, level=level, category=category, horizon=HORIZON[horizon], impact=GRADE[impact],
          likelihood=GRADE[likelihood], opportunity=opportunity, threat=threat, dimensions=r.ids("dimension", dimensions),
          response=response, evidence=sources(evidence), owner_agency=r.id("agency", owner), **AGREED, **INVENTED)


def add_potential(r, name, sector, location, figure, dimension, owner, uniqueness, evidence):
    r.add("potential", name, name=name, sector=sector, location=location, **quantity(figure), uniqueness=uniqueness,
          dimension=r.id("dimension", dimension), evidence=sources(evidence), owner_agency=r.id("agency", owner), **AGREED, **INVENTED,
          note="Fakta pokok bersandar pada sumber yang disebut; rincian dan angka selain luas dan jarak adalah ilustrasi.")


def add_policy(r, level, name, period, dimensions, owner, relevance, consequence):
    r.add("policy_context", name, name=name, level=level, period=period, relevance=relevance, consequence=consequence,
          dimensions=r.ids("dimension", dimensions), owner_agency=r.id("agency", owner), **AGREED, **INVENTED, note=POLICY_NOTE)


def add_future(r):
    adders = {"T": add_trend, "P": add_potential, "K": add_policy}
    for first, *fields in plan_file.rows(TABLES / "future.txt"):
        sign, head = first.split(" ", 1)
        adders[sign](r, head, *fields)


def add_readiness(r):
    for sub, dimension, aspect, score, agency, figure, state, gap, ideal, need, evidence in plan_file.rows(TABLES / "readiness.txt"):
        r.add("readiness", aspect, element=r.id("readiness_element", sub.split(".")[0]), sub_element=r.id("readiness_sub_element", sub),
              dimension=optional(r, "dimension", dimension), aspect=aspect, current_state=state, score=SCORE[int(score)],
              agency=optional(r, "agency", agency), **quantity(figure), evidence=sources(evidence), ideal_state=ideal, gap=gap, need=need,
              stage="i", status="agreed" if evidence else "review", **INVENTED)


def add_gaps(r):
    for key, place, priority, owner, figure, statement, condition, target, cause, direction, aspects in plan_file.rows(TABLES / "gaps.txt"):
        if "." in place:
            where = {"scope": "dimension", "dimension": r.id("dimension", place.split(".")[0]), "sub_dimension": r.id("sub_dimension", place)}
        else:
            where = {"scope": "element", "element": r.id("readiness_element", place)}
        r.add("gap", key, **where, statement=statement, condition=condition, target=target, **quantity(figure, last_is_year=False),
              cause=cause, priority=PRIORITY[priority], direction=direction, readiness=r.ids("readiness", aspects.replace(";", ",")),
              owner_agency=r.id("agency", owner), **AGREED, **INVENTED)


def add_swot(r):
    for key, statement, element, dimension, ground in plan_file.rows(TABLES / "swot.txt"):
        sign, _, source = ground.partition(" ")
        r.add("swot_item", key, quadrant=QUADRANT[key[0]], statement=statement, element=optional(r, "readiness_element", element),
              dimension=optional(r, "dimension", dimension), **AGREED, certainty="reported" if sign == "r" else "illustration", source=source)
    for kind, items, dimension, owner, text in plan_file.rows(TABLES / "cross.txt"):
        r.add("cross_strategy", text, kind=kind, text=text, **{"from": r.ids("swot_item", items)}, dimension=optional(r, "dimension", dimension),
              owner_agency=r.id("agency", owner), **AGREED, **INVENTED)


def add_issues(r):
    for origin, in_rpjmd, dimensions, gaps, owner, title, explanation in plan_file.rows(TABLES / "issues.txt"):
        r.add("strategic_issue", title, title=title, explanation=explanation, issue_source=origin, in_rpjmd=in_rpjmd == "y",
              dimensions=r.ids("dimension", dimensions), gaps=r.ids("gap", gaps), owner_agency=r.id("agency", owner), **AGREED, **INVENTED)
    for keyword, votes, items, meaning in plan_file.rows(TABLES / "keywords.txt"):
        r.add("vision_keyword", keyword, keyword=keyword, meaning=meaning, **{"from": r.ids("swot_item", items)}, votes=int(votes),
              **AGREED, **INVENTED)


def add_all(r):
    r.agency_of = {}
    for add in (add_legal_basis, add_people, add_attendance, add_profile, add_requests, add_future, add_readiness, add_gaps, add_swot, add_issues):
        add(r)
