"""Makes tebing-tinggi.rancang.json, the sample plan, from the tables in ../tables/.

usage: make_tebing_tinggi.py [OUTPUT]        Always writes the same bytes. README.md says what is real and what is illustration.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "templates"))
import action_forms  # noqa: E402
import analysis_forms  # noqa: E402
import evaluation_forms  # noqa: E402
import make_new_plan  # noqa: E402
import plan_file  # noqa: E402

TABLES = HERE.parent / "tables" / "tebing-tinggi"
YEARS = [2023, 2024, 2025, 2026, 2027]
RPJMD_YEARS = [2018, 2019, 2020, 2021, 2022]
MILLION = 1_000_000
INVENTED = {"certainty": "illustration"}
SITE = "organisasi.tebingtinggikota.go.id, laman visi, misi, tujuan, dan sasaran RPJMD 2017–2022; bunyi ditulis ulang mendekati aslinya"
NEWS = "Pemberitaan Bimtek Smart City Kota Tebing Tinggi, Juni–September 2022"
KIND = {"s": "short_term", "m": "medium_term", "l": "long_term"}
STATUS = {"d": None, "r": "review", "a": "agreed"}  # draft is where every row starts
LEVEL = {"o": "output", "c": "outcome", "m": "impact"}
POLARITY = {"+": "higher_is_better", "-": "lower_is_better"}
FREQUENCY = {"m": "monthly", "q": "quarterly", "h": "half_yearly", "y": "yearly"}
TICKS = {"c": "is_complete", "t": "is_tech_neutral", "s": "is_simple", "v": "is_valid", "f": "is_verifiable", "a": "is_available"}
# What is real about rows whose figures are illustration.
REAL = {
    "TOPS: portal layanan tunggal kota": f"Nama quick win nyata ({NEWS}); angka ilustrasi.",
    "Semarak: Pekan Kebudayaan digital": "Nama quick win nyata (pemberitaan penghargaan, Desember 2022); kaitan Semarak dengan pekan kebudayaan dan semua angka adalah ilustrasi.",
    "Drop Server: gudang UMKM digital": "Nama nyata (medanposonline.com, 9 September 2022); pilihan sebagai quick win dan angka adalah ilustrasi.",
    "Antrean dan jadwal Mal Pelayanan Publik": "Mal Pelayanan Publik nyata (dibuka 2022); kegiatan dan angka ilustrasi.",
}


def number(text):
    value = float(text)
    return int(value) if value == int(value) else value


def series(text, years=YEARS, scale=1):
    values = text.split()
    if len(values) != len(years):
        raise SystemExit(f"“{text}” needs {len(years)} years")
    return {year: number(value) * scale for year, value in zip(years, values) if value != "-"}


def add_identity(r):
    r.add("plan", "identity", ordered=False, region_name="Tebing Tinggi", region_type="kota", province="Sumatera Utara",
          region_code="12.76", bps_code="1274", head_title="pj_wali_kota", head_name="Penjabat Wali Kota Tebing Tinggi",
          plan_start=2023, plan_years=5, rpjmd_start=2017, rpjmd_end=2022, cohort=2022,
          mentor_names="Sri Yulianto; Joko Prasetyo; Dedy Sushandoyo", currency_unit="juta", certainty="reported",
          source=f"{NEWS}; kode BPS: Kecamatan Padang Hulu dalam Angka 2019; kode Kemendagri belum diperiksa",
          note="Rencana contoh. RPJMD 2017–2022 berakhir sebelum tahun pertama rencana; rencana yang sebenarnya perlu bersandar pada "
               "RPD 2023–2026. Nama penjabat diganti jabatannya. Isian bertanda ilustrasi adalah rekaan untuk belajar.")


def add_agencies(r):
    for short, name, group, functions, certainty, source, contact in plan_file.rows(TABLES / "agencies.txt"):
        r.add("agency", short, name=name, short_name=short, group=group, head_name=head_of(name, short), contact_name=contact,
              functions=functions, certainty=certainty, source=source)


def head_of(name, short):
    """The office, in place of a person's name."""
    titles = {"Setda": "Sekretaris Daerah", "Setwan": "Sekretaris DPRD", "Inspektorat": "Inspektur", "RSUD": "Direktur RSUD", "DP3APPKB": "Kepala DP3APPKB"}
    return "Camat" + name[len("Kecamatan"):] if name.startswith("Kecamatan") else titles.get(short, "Kepala " + name)


def add_rpjmd(r):
    r.add("rpjmd_vision", "vision", ordered=False,
          statement="Kota Tebing Tinggi sebagai kota jasa dan perdagangan yang cerdas, layak, mandiri, dan sejahtera "
                    "dengan sumber daya manusia yang beriman dan berkualitas",
          explanation="Cerdas dijelaskan kota sendiri sebagai smart city yang bersandar pada teknologi informasi dan basis data yang akurat.",
          certainty="reported", source=SITE)
    mission = goal = None
    for row in plan_file.rows(TABLES / "rpjmd.txt"):
        sign, first = row[0].split(" ", 1)
        if sign == "M":
            mission = r.add("rpjmd_mission", first, number=int(first), text=row[1], certainty="reported", source=SITE)
        elif sign == "G":
            goal = r.add("rpjmd_goal", first, mission=mission, text=first, indicator=row[1], **INVENTED)
        else:
            baseline, targets = row[4].split(">")
            r.add("rpjmd_objective", first, goal=goal, text=row[1], indicator=row[2], unit=row[3], baseline=number(baseline),
                  targets=series(targets, RPJMD_YEARS), **INVENTED)
    for objective, code, name, agency, budget in plan_file.rows(TABLES / "rpjmd_programs.txt"):
        r.add("rpjmd_program", code, objective=r.id("rpjmd_objective", objective), code=code, name=name,
              agency=r.id("agency", agency), budget=series(budget, RPJMD_YEARS, MILLION), **INVENTED)


def add_vision(r):
    phrases, rows = [], []
    for row in plan_file.rows(TABLES / "vision.txt"):
        sign, first = row[0].split(" ", 1)
        if sign == "V":
            statement, tagline = first, row[1]
        elif sign == "P":
            phrases.append({"phrase": first, "meaning": row[1], "rpjmd_phrase": row[2]})
        else:
            rows.append((sign, first, row))
    r.add("vision", "vision", ordered=False, statement=statement, tagline=tagline, phrases=phrases, owner_agency=r.id("agency", "Bappeda"),
          stage="ii", status="agreed", certainty="illustration", note="Disusun dekat dengan visi RPJMD; visi smart city kota yang sebenarnya tidak ditemukan.")
    for sign, first, row in rows:
        if sign == "M":
            r.add("mission", first, number=len(r.by_type.get("mission", [])) + 1, dimension=r.id("dimension", first), text=row[1],
                  from_rpjmd_missions=r.ids("rpjmd_mission", row[2]), stage="ii", status="agreed", certainty="illustration")
        else:
            add_alignment(r, first, row[1].split(), [reason.strip() for reason in row[2].split(";")])


def add_alignment(r, mission, degrees, reasons):
    for dimension, degree in zip(["gov", "brand", "eco", "liv", "soc", "env"], degrees):
        r.add("mission_alignment", f"{mission}/{dimension}", rpjmd_mission=r.id("rpjmd_mission", mission),
              dimension=r.id("dimension", dimension), degree={"0": None, "1": "related", "2": "direct"}[degree],
              reason=reasons.pop(0) if degree != "0" else "", **INVENTED)
    if reasons:
        raise SystemExit(f"mission {mission}: reasons left over: {reasons}")


def add_indicators(r):
    for row in plan_file.rows(TABLES / "indicators.txt"):
        code, sub, name, unit, polarity, level, baseline, targets, owner, frequency, source, sni, formula, definition, ticks = row
        title, year, page = [part.strip() for part in source.split(";")]
        marks, *real = ticks.split()
        r.add("indicator", code, code=code, name=name, definition=definition, formula=formula, unit=unit, polarity=POLARITY[polarity],
              level=LEVEL[level], dimension=r.id("dimension", sub.split(".")[0]), sub_dimension=r.id("sub_dimension", sub),
              data_sources=[{"title": title, "year": int(year), "page": page}], frequency=FREQUENCY[frequency],
              owner_agency=r.id("agency", owner), baseline_year=2022, baseline=number(baseline), targets=series(targets), sni_ref=sni,
              **{TICKS[mark]: True for mark in marks}, stage="ii", status="agreed" if "a" in marks else "review", certainty="illustration",
              note="Kondisi awal adalah angka yang diterbitkan; target ilustrasi." if real else "")


def add_objectives_and_strategies(r):
    # A strategy answers the issues and SWOT crossings of its dimension.
    issues = [(row[5], row[2].split(", ")) for row in plan_file.rows(TABLES / "issues.txt")]
    crosses = [(row[4], row[2]) for row in plan_file.rows(TABLES / "cross.txt")]
    objective = sub = None
    for row in plan_file.rows(TABLES / "objectives.txt"):
        if not row[0].startswith(">"):
            objective, sub = row[0], row[1]
            place = {"dimension": r.id("dimension", sub.split(".")[0]), "sub_dimension": r.id("sub_dimension", sub)}
            r.add("objective", objective, **place, statement=row[2], indicators=r.ids("indicator", row[3]),
                  rpjmd_objective=r.id("rpjmd_objective", row[4]), sdg=row[5], coordinator=r.id("agency", row[6]), stage="ii",
                  status="agreed", **INVENTED)
        else:
            r.add("strategy", row[0][1:].strip(), **place, text=row[1], objective=r.id("objective", objective), addresses=row[2],
                  issues=[r.id("strategic_issue", title) for title, of in issues if place["dimension"] in [r.id("dimension", d) for d in of]],
                  crosses=[r.id("cross_strategy", text) for text, of in crosses if of and place["dimension"] == r.id("dimension", of)],
                  explanation=row[3], horizon=KIND[row[4]], stage="ii", status="review" if row[4] == "l" else "agreed", **INVENTED)
            r.place_of[row[0][1:].strip()] = (sub, objective)


def add_programs(r):
    for row in plan_file.rows(TABLES / "programs.txt"):
        (key, strategy, name, kind, new, origin, rpjmd, horizon, lead, support, partners, beneficiary, location, output, outcome, innovation,
         indicator, description) = row
        sub, objective = r.place_of[strategy]
        dimension = sub.split(".")[0]
        r.program[key] = (sub, objective, strategy, rpjmd, indicator)
        r.add("program", key, dimension=r.id("dimension", dimension), sub_dimension=r.id("sub_dimension", sub), mission=r.id("mission", dimension),
              strategy=r.id("strategy", strategy), name=name, description=description, kind=kind, is_new=new == "y", origin=origin,
              rpjmd_program=r.id("rpjmd_program", rpjmd) if rpjmd else None, innovation=innovation, horizon=KIND[horizon],
              lead_agency=r.id("agency", lead), support_agencies=r.ids("agency", support), partners=partners, beneficiary=beneficiary,
              location=location, output=output, outcome=outcome, stage="ii", status="review" if origin == "council" else "agreed", **INVENTED)


def funding_shares(r, text):
    shares = []
    for part in text.split(","):
        name, _, share = part.partition(":")
        if name != "?":
            shares.append({"funding_source": r.id("funding_source", name), "share": int(share or 100)})
    return shares


def budget_code(row, rpjmd, agency_of_code):
    """Code and edition: as given; else, for rows that run in the first year, the programme of the RPJMD that the agency carries."""
    code, lead, budget = row[11], row[2], row[3].split()
    if not code and budget[0] != "-":
        own = [known for known, agency in agency_of_code.items() if agency == lead]
        code = rpjmd if rpjmd in own or lead == "RSUD" else own[0] if own else ""
    last = code.split(".")[-1] if code.count(".") == 5 else ""
    return code, {2: "two_digit", 4: "four_digit"}.get(len(last))


def plan_states(status, years):
    """Standing in the agencies' yearly plans: agreed rows are in the first one and proposed for the next."""
    if not years or status == "d":
        return {}
    return dict(zip(years, ["included", "proposed"] if status == "a" else ["proposed"]))


def add_actions(r):
    names_of_code = {code: name for _, code, name, _, _ in plan_file.rows(TABLES / "rpjmd_programs.txt")}
    agency_of_code = {code: agency for _, code, _, agency, _ in plan_file.rows(TABLES / "rpjmd_programs.txt")}
    names_of_code.update(plan_file.rows(TABLES / "nomenclature.txt"))
    for row in plan_file.rows(TABLES / "actions.txt"):
        program, name, lead, budget, funding, status, flags, family, output, unit, measure, _, support, location = row
        sub, objective, strategy, rpjmd, indicator = r.program[program]
        money = series(budget, scale=MILLION)
        baseline, targets = measure.split(">")
        code, edition = budget_code(row, rpjmd, agency_of_code)
        years = sorted(money) or YEARS
        quick = flags == "q"
        r.add("action_item", name, dimension=r.id("dimension", sub.split(".")[0]), sub_dimension=r.id("sub_dimension", sub),
              objective=r.id("objective", objective), strategy=r.id("strategy", strategy), program=r.id("program", program), name=name,
              family=family, budget_code=code, code_edition=edition, nomenclature=names_of_code.get(code, ""),
              lead_agency=r.id("agency", lead), support_agencies=r.ids("agency", support), indicator=r.id("indicator", indicator),
              output_indicator=output, unit=unit, baseline=number(baseline), targets=series(targets), budget=money,
              funding=funding_shares(r, funding), location=location, start_year=years[0],
              start_quarter="q1" if quick else "q2" if years[0] == 2023 else None, end_year=years[-1], end_quarter="q4" if years[-1] < 2027 else None,
              quick_win=quick, rpjmd_program=r.id("rpjmd_program", rpjmd) if rpjmd else None, in_renja=plan_states(status, sorted(money)),
              stage="iii", status=STATUS[status], certainty="illustration", note=REAL.get(name, ""))


def add_muted(r):
    """The memorandum's date is not known: looked at, accepted, and said so."""
    r.add("muted_finding", "no_mou", subject="Tebing Tinggi", rule="plan.no_mou", record=r.id("plan", "identity"), muted_by="Sekretariat Tim Pelaksana",
          muted_on="2022-06-07", reason="Nomor dan tanggal nota kesepakatan kota ini tidak ditemukan di sumber terbuka (ilustrasi).")


def make():
    r = make_new_plan.base_records()
    r.place_of, r.program = {}, {}
    for add in (add_identity, add_agencies, analysis_forms.add_all, add_rpjmd, add_vision, add_indicators, add_objectives_and_strategies, add_programs,
                add_actions, action_forms.add_all, evaluation_forms.add_calendar, add_muted):
        add(r)
    return r


if __name__ == "__main__":
    envelope = {"kind": "plan", "plan_id": plan_file.ulid("plan/tebing-tinggi", make_new_plan.START_MS), "saved_at": "2022-09-08T16:00:00+07:00", "app": "1.0.0"}
    plan_file.write(plan_file.output(HERE / "tebing-tinggi.rancang.json"), make(), envelope, {"RCcontoh": {"label": "Rencana contoh"}}, "RCcontoh")
