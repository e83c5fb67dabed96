"""What belongs to the action plan of the sample: families, roadmap, quick wins, risks, monitoring, surveys; then evaluation_forms.py.

Used by make_tebing_tinggi.py, after the activities are there. The tables in ../tables/tebing-tinggi/ name their columns.
"""
import analysis_forms
import evaluation_forms
import plan_file
from evaluation_forms import LATER, amend, evidence, record_of

TABLES = analysis_forms.TABLES
INVENTED = analysis_forms.INVENTED
GRADE = analysis_forms.GRADE
STATUS = evaluation_forms.STATUS
YEAR = evaluation_forms.YEAR
number = analysis_forms.number
optional = analysis_forms.optional
MILLION = 1_000_000
NEWS = analysis_forms.NEWS
RESPONDENTS = 50
CRITERIA = ["1", "2", "3", "4", "5", "6", "7", "8", "9a", "9b"]
# Columns of families.txt, by the sign of the family.
COLUMNS = {
    "p": ["policy_form", "policy_stage", "policy_number", "policy_date", "legal_umbrella", "rationale"],
    "o": ["institution", "meetings_per_year"],
    "h": ["target_group", "competence", "training"],
    "l": ["target_group", "topic", "channel"],
    "f": ["infrastructure_class", "needed"],
    "a": ["app_kind", "app_state", "users", "platform", "data_owned", "integrates_with", "purpose"],
    "d": ["depends_on"],
}
LINKS = {"depends_on", "integrates_with"}  # the names of other activities
READERS = {"meetings_per_year": int, "users": int, "needed": number, "legal_umbrella": lambda text: text == "y"}
# What is real about a quick win, and where that is from.
REAL = {
    "tops": (f"{NEWS}; pemberitaan penghargaan, buseronline.com, Desember 2022",
             "Nama, kepanjangan, dan pemilihannya sebagai yang dipaparkan nyata; isi kanvas dan semua angka ilustrasi."),
    "semarak": (f"{NEWS}; pemberitaan penghargaan, buseronline.com, Desember 2022",
                "Pekan Kebudayaan Daerah nyata sebagai quick win yang dipaparkan. Bahwa Semarak adalah namanya masih perkiraan, "
                "dan kepanjangannya tidak diketahui; isi kanvas dan semua angka ilustrasi."),
    "dropserver": ("medanposonline.com, 9 September 2022",
                   "Nama nyata, diumumkan sebagai toko digital pelaku usaha kecil yang dibuat Dinas Kominfo. "
                   "Pilihan sebagai quick win, OPD penanggung jawab, isi kanvas, dan semua angka ilustrasi."),
}


def read_families():
    """Two dictionaries by the name of the activity: plain fields, and fields that name other activities."""
    plain, links = {}, {}
    for first, *fields in plan_file.rows(TABLES / "families.txt"):
        sign, name = first.split(" ", 1)
        for column, text in zip(COLUMNS[sign], fields, strict=True):
            if column in LINKS:
                links.setdefault(name, {})[column] = names(text)
            elif text:
                plain.setdefault(name, {})[column] = READERS.get(column, str)(text)
    return plain, links


def names(text):
    return [part.strip() for part in text.split(";") if part.strip()]


FAMILY_FIELDS, FAMILY_LINKS = read_families()


def add_families(r):
    for name in {**FAMILY_FIELDS, **FAMILY_LINKS}:
        links = {field: [r.id("action_item", other) for other in others] for field, others in FAMILY_LINKS.get(name, {}).items()}
        amend(r, "action_item", r.id("action_item", name), {**FAMILY_FIELDS.get(name, {}), **links})


def add_milestone(r, statement, when, dimension, agency, status, actions):
    year, quarter = when.split()
    r.add("milestone", statement, statement=statement, year=int(year), quarter=quarter, dimension=optional(r, "dimension", dimension),
          agency=r.id("agency", agency), action_items=[r.id("action_item", name) for name in names(actions)], owner_agency=r.id("agency", agency),
          stage="iii", status=STATUS[status], **INVENTED)


def add_roadmap(r):
    """Phases under the names of the template, so that they keep its ids; then milestones."""
    for first, *fields in plan_file.rows(TABLES / "roadmap.txt"):
        sign, head = first.split(" ", 1)
        if sign == "P":
            first_year, last_year, theme = fields
            r.add("roadmap_phase", head, name=head, from_year=int(first_year), to_year=int(last_year), theme=theme, **INVENTED,
                  note="Pembagian jangka disesuaikan dengan masa rencana lima tahun.")
        else:
            add_milestone(r, head, *fields)


def canvas_part(r, canvas, sign, head, fields):
    """One line of a canvas after the first."""
    if sign == "=":
        canvas[head] = fields[0]
    elif sign == "i":
        canvas["issue"] = r.id("strategic_issue", head)
    elif sign == "e":
        canvas.setdefault("proof", []).extend(evidence(r, head, canvas["lead_agency"]))
    elif sign == "s":
        first_month, last_month = fields[0].split("-")
        canvas.setdefault("steps", []).append({"activity": head, "from_month": int(first_month), "to_month": int(last_month),
                                               "agency": r.id("agency", fields[1])})
    elif sign == "m":
        before, target = fields[1].split(">")
        canvas.setdefault("measures", []).append({"indicator": head, "unit": fields[0], "before": number(before), "target": number(target)})
    elif sign == "+":
        available = {"is_available": True} if fields[1] == "y" else {}
        canvas.setdefault("resources", []).append({"name": head, "kind": fields[0], **available})
    else:
        raise SystemExit(f"quick_wins.txt: unknown sign “{sign}”")


def canvas_start(r, name, acronym, dimension, others, action, presented, state, lead, status, count):
    activity = record_of(r, "action_item", r.id("action_item", action))
    return {"name": name, "acronym": acronym, "dimension": r.id("dimension", dimension), "other_dimensions": r.ids("dimension", others),
            "action_item": activity["id"], "is_presented": presented == "p", "state": state, "lead_agency": r.id("agency", lead),
            "beneficiary_count": int(count), "budget": activity["budget"][YEAR], "funding": activity["funding"],
            "owner_agency": r.id("agency", lead), "stage": "iii", "status": STATUS[status]}


def add_quick_wins(r):
    canvases = {}
    for first, *fields in plan_file.rows(TABLES / "quick_wins.txt"):
        sign, head = first.split(" ", 1)
        if sign == "Q":
            canvas = canvases[head] = canvas_start(r, *fields)
        else:
            canvas_part(r, canvas, sign, head, fields)
    for key, canvas in canvases.items():
        source, note = REAL.get(key, ("", "Quick win ini rekaan; tiga dari enam quick win kota tidak diketahui."))
        r.add("quick_win", key, **canvas, **INVENTED, source=source, note=note)


def add_scores(r):
    for key, rater, scores, reasons in plan_file.rows(TABLES / "quick_win_scores.txt"):
        said = dict(reason.split(": ", 1) for reason in names(reasons))
        for code, score in zip(CRITERIA, scores.split()):
            r.add("quick_win_score", f"{key}/{rater}/{code}", quick_win=r.id("quick_win", key), criterion=r.id("quick_win_criterion", code),
                  rater=rater, score=int(score), reason=said.pop(code, ""), **INVENTED)
        if said:
            raise SystemExit(f"quick_win_scores.txt: {key}: reasons left over: {said}")


def add_risks(r):
    kinds = {"Q": "quick_win", "P": "program"}
    for first, category, likelihood, impact, state, agency, status, statement, cause, mitigation in plan_file.rows(TABLES / "risks.txt"):
        sign, key = first.split(" ", 1)
        r.add("risk", statement, statement=statement, **{kinds[sign]: r.id(kinds[sign], key)}, cause=cause, category=category,
              likelihood=GRADE[likelihood], impact=GRADE[impact], mitigation=mitigation, agency=r.id("agency", agency), state=state,
              owner_agency=r.id("agency", agency), stage="iv", status=STATUS[status], **INVENTED)


def add_monitoring(r):
    for name, period, state, physical, realised, actual, obstacle, follow_up, proof in plan_file.rows(TABLES / "monitoring.txt"):
        activity = record_of(r, "action_item", r.id("action_item", name))
        spent = int(realised) * MILLION
        if spent >= activity["budget"][YEAR]:
            raise SystemExit(f"monitoring.txt: {name}: realised is not below the budget")
        r.add("monitoring_entry", f"{name}/{period}", action_item=activity["id"], year=YEAR, period=period, state=state, physical=number(physical),
              realised=spent, actual=None if actual == "-" else number(actual), obstacle=obstacle, follow_up=follow_up,
              proof=evidence(r, proof, activity["lead_agency"]), owner_agency=activity["lead_agency"], **INVENTED, note=LATER)


def add_surveys(r):
    for service, place, quick_win, users, kind, means, owner, proof in plan_file.rows(TABLES / "surveys.txt"):
        first, second, third = [number(mean) for mean in means.split()]
        agency = r.id("agency", owner)
        r.add("impact_survey", service, service=service, sub_dimension=r.id("sub_dimension", place), quick_win=r.id("quick_win", quick_win),
              year=YEAR, users=int(users), respondents=RESPONDENTS, respondent_kind=kind, mean_1=first, mean_2=second, mean_3=third,
              proof=evidence(r, proof, agency), owner_agency=agency, **INVENTED, note=LATER)


def add_all(r):
    for add in (add_families, add_roadmap, add_quick_wins, add_scores, add_risks, add_monitoring, add_surveys, evaluation_forms.add_all):
        add(r)
