"""The templates of the method that came later: workshops and what they owe, criteria, instruments with their questions, books,
nomenclature, indicators of the smart city standard.

Used by make_new_plan.py, after its dimensions. The tables in ../tables/new-plan/ are the source; the counts of domain.md are asserted.
"""
import collections
import pathlib

import plan_file

TABLES = pathlib.Path(__file__).resolve().parent.parent / "tables" / "new-plan"
WORKSHOPS = "Pemberitaan Bimtek beberapa daerah, 2017–2024; susunan acara berbeda antardaerah"
OUTPUTS = {"reported": WORKSHOPS, "proposal": "Usulan menurut apa yang diperlukan tahap berikutnya; bukan bagian formulir resmi"}
CRITERIA = "Kriteria quick win dalam evaluasi Kominfo 2022 dan 2023, disarikan; pemakaian untuk seleksi dan bobot yang sama adalah usulan"
PHASES = "Pengertian jangka pendek, menengah, dan panjang yang diberitakan dari Bimtek; sesuaikan dengan rencana daerah"
BOOKS = "Pemberitaan Bimtek dan rak dokumen masterplan beberapa daerah; susunan buku berbeda antartahun"
CHAPTER_NOTES = {"reported": "Pokok bahasannya diberitakan; nomor dan judul bab adalah usulan.",
                 "proposal": "Bab usulan; bukan bagian formulir resmi."}
CODES = {"r": "Kode dari sistem pemerintah daerah yang terbuka (Permendagri 90/2019 dan pemutakhirannya); nama disingkat",
         "p": "Belum diperiksa; bandingkan dengan Permendagri 90/2019"}
SNI = "Nomor pasal SNI ISO 37122:2019; sebutan ringkas sendiri, bandingkan dengan teks standar"
CERTAINTY = {"o": "official", "r": "reported", "p": "proposal"}
BLOCK = {"A": "baseline", "B": "output", "C": "outcome", "D": "impact", "P": "impact", "E": "quick_win", "F": "collaboration"}
BLOCKS = ["baseline", "output", "outcome", "impact", "quick_win", "collaboration"]
LEVELS = ["function_group", "function", "program", None, "activity", "sub_activity"]  # by the number of points in the code
EDITIONS = {2: "two_digit", 4: "four_digit"}  # by the digits of the sub-activity

QUESTIONS = "Instrumen evaluasi smart city Kementerian Kominfo 2023, disarikan"
ESTABLISHED = "; daftar pertanyaan daerah lama 2022 tidak diketahui, pemakaiannya perkiraan"
QUESTION_NOTES = [  # by the beginning of the code; the first that fits
    (("C1.28", "C1.29"), "; versi 2022 tahun pertama kurang dua pokok yang tidak diketahui, dua pokok terakhir dianggap tidak ada"),
    (("C1.25", "C1.26", "C1.27"), "; pokok bencana dipecah sendiri menjadi tiga agar jumlahnya 29"),
    (("D3.1.1", "D3.1.2"), "; satu pokok dipecah sendiri menjadi dua pernyataan"),
    (("D",), "; pernyataan survei ditulis ulang"),
]
FIRST_YEAR = "Instrumen evaluasi daerah tahun pertama, Kementerian Kominfo 2022; hanya kata kuncinya yang diketahui, bunyi pertanyaan usulan"

SURVEYED = 18 * 3
COUNTS_2023 = {"A": 5, "B": 7, "C1": 29, "C2": 4, "D": SURVEYED, "E": 12, "F": 6}
COUNTS = {
    "k": COUNTS_2023,
    "f": {"A": 5, "B": 7, "C1": 27, "C2": 4, "P": 4, "E": 12},
    "e": {"A": 5, "B": 7, "C1": 29, "C2": 4, "D": SURVEYED, "E": 12},
}
SNI_THEMES = 19
SNI_INDICATORS = 80


def expect(what, found, wanted):
    if found != wanted:
        raise SystemExit(f"{what}: {found} instead of {wanted}")


def indented_rows(name):
    """Rows of a table with headings: whether the row is indented, its fields."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.startswith(" "), [field.strip() for field in line.split("|")]


def add_workshops(records):
    for phase, name, goal, agenda in plan_file.rows(TABLES / "workshops.txt"):
        lines = "\n".join(line.strip() for line in agenda.split("//"))
        records.add("workshop", phase, name=name, phase=phase, goal=goal, agenda=lines, certainty="reported", source=WORKSHOPS)
    expect("workshops", len(records.by_type["workshop"]), 6)


def add_stage_outputs(records):
    for phase, name, certainty in plan_file.rows(TABLES / "stage_outputs.txt"):
        records.id("workshop", phase)
        records.add("stage_output", name, name=name, phase=phase, state="owed", certainty=certainty, source=OUTPUTS[certainty])


def add_criteria(records):
    for code, name, question, later in plan_file.rows(TABLES / "criteria.txt"):
        records.add("quick_win_criterion", code, code=code, name=name, question=question, weight=1, later_years=later == "ya",
                    certainty="official", source=CRITERIA)
    expect("criteria", len(records.by_type["quick_win_criterion"]), 12)


def add_instruments(records):
    for key, name, year, cohort, shares, certainty, source, note in plan_file.rows(TABLES / "instruments.txt"):
        given = zip(BLOCKS, shares.split(), strict=True)
        weights = [{"block": block, "weight": int(share)} for block, share in given if share != "-"]
        expect(f"weights of {name}", sum(weight["weight"] for weight in weights), 100)
        records.add("instrument", key, name=name, year=int(year), cohort=cohort, weights=weights, certainty=certainty, source=source, note=note)


def question_source(code, instruments):
    if code.startswith("P"):
        return FIRST_YEAR
    note = next((note for codes, note in QUESTION_NOTES if code.startswith(codes)), "")
    return QUESTIONS + note + (ESTABLISHED if "e" in instruments else "")


def place(records, key):
    """The dimension a row belongs to, and its sub-dimension where the key names one."""
    if not key:
        return {}
    dimension = {"dimension": records.id("dimension", key.split(".")[0])}
    return {**dimension, "sub_dimension": records.id("sub_dimension", key)} if "." in key else dimension


def add_questions(records):
    counts = collections.defaultdict(collections.Counter)
    surveyed = collections.Counter()
    for code, used_by, kind, certainty, where, statement, expected in plan_file.rows(TABLES / "questions.txt"):
        instruments = used_by.split()
        common = {"certainty": CERTAINTY[certainty], "source": question_source(code, instruments)}
        records.add("question", code, code=code, statement=statement, block=BLOCK[code[0]], answer_kind=kind, expected=expected,
                    instruments=[records.id("instrument", key) for key in instruments], **place(records, where), **common)
        group = code[:2] if code[0] == "C" else code[0]
        for key in instruments:
            counts[key][group] += 1
        surveyed[where] += kind == "survey"
    check_questions(records, {key: dict(count) for key, count in counts.items()}, +surveyed)


def check_questions(records, counts, surveyed):
    expect("questions of each instrument", counts, COUNTS)
    expect("questions of 2023", sum(COUNTS_2023.values()), 117)
    expect("sub-dimensions surveyed", sorted(surveyed), sorted(key for kind, key in records.names if kind == "sub_dimension"))
    expect("statements of a sub-dimension", set(surveyed.values()), {3})


def add_books(records):
    for code, name, purpose, certainty, note in plan_file.rows(TABLES / "books.txt"):
        records.add("book", code, code=code, name=name, purpose=purpose, certainty=certainty, source=BOOKS, note=note)


def add_chapters(records):
    for book, code, name, needs, certainty in plan_file.rows(TABLES / "chapters.txt"):
        records.add("chapter", f"{book}/{code}", book=records.id("book", book), code=code, name=name, needs=needs, state="empty",
                    certainty=certainty, note=CHAPTER_NOTES[certainty])


def add_nomenclature(records):
    for code, name, certainty in plan_file.rows(TABLES / "nomenclature.txt"):
        parts = code.split(".")
        edition = EDITIONS[len(parts[-1])] if len(parts) == len(LEVELS) else None
        records.add("nomenclature", code, code=code, name=name, level=LEVELS[len(parts) - 1], edition=edition,
                    certainty=CERTAINTY[certainty], source=CODES[certainty])


def add_sni_indicators(records):
    found, wanted, themes = collections.Counter(), {}, {}
    clause = None
    for is_indicator, fields in indented_rows("sni.txt"):
        if not is_indicator:
            clause, theme, dimensions, count = fields
            wanted[clause] = int(count)
            themes[clause] = {"theme": theme, "dimensions": records.ids("dimension", dimensions)}
            continue
        code, name, unit = fields
        found[clause] += 1
        expect("number of an indicator", code, f"{clause}.{found[clause]}")
        records.add("sni_indicator", code, code=code, name=name, unit=unit, **themes[clause], certainty="proposal", source=SNI)
    expect("indicators of each clause", dict(found), wanted)
    expect("clauses", list(wanted), [str(5 + number) for number in range(SNI_THEMES)])
    expect("indicators of the standard", sum(found.values()), SNI_INDICATORS)


def add_phases(records):
    """For a plan of ten years from 2023 on; a new plan moves them to its own years."""
    for name, first, last, theme in plan_file.rows(TABLES / "phases.txt"):
        records.add("roadmap_phase", name, name=name, from_year=int(first), to_year=int(last), theme=theme, certainty="reported", source=PHASES)


def add_all(records):
    """Needs the dimensions and sub-dimensions of make_new_plan.py."""
    add_workshops(records)
    add_stage_outputs(records)
    add_criteria(records)
    add_instruments(records)
    add_questions(records)
    add_books(records)
    add_chapters(records)
    add_nomenclature(records)
    add_sni_indicators(records)
