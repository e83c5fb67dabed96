"""What a new record type costs: its header, one entry in the list of records, its place in the menu, its texts. Everything else follows from its table.

Where the product needs to know a particular record beyond that, the place is listed below with its reason; a new place has to be added here in plain sight.
"""
import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SRC = ROOT / "src"

# Every record is named once in each of these, and nowhere else unless listed below.
PROMISED = {"model/records.hpp", "ui/views/navigation_items.hpp"}
# Folders and files that work on particular records by their nature: rules across records, the maker of trial plans.
BY_NATURE = ("rules/", "cli/generate")
# Places that know a particular record because it means something there.
MEANT = {
    "Plan": {"app/app.cpp", "app/app_test_hook.cpp", "app/open_plan.cpp", "app/plans.cpp", "cli/info.cpp", "model/document.cpp", "model/slice.cpp", "ui/views/owed_view.cpp",
             "ui/views/records_settings.cpp"},  # identity: name, years, unit of money
    "RpjmdVision": {"app/plans.cpp", "edit/outline.cpp"},  # the two visions are laid out with a new plan; the tree that an outline is pasted into
    **{level: {"edit/outline.cpp"} for level in ("RpjmdMission", "RpjmdGoal", "RpjmdObjective", "RpjmdProgram")},
    "Vision": {"app/plans.cpp"},
    "RoadmapPhase": {"app/plans.cpp"},  # the phases of the template are laid over the years of a new plan
    "ActionItem": {"app/merging.cpp", "app/open_plan.cpp", "app/requests.cpp", "ui/record_look.cpp", "ui/route.cpp"},  # the table that a plan opens with; the quick win
    "Dimension": {"ui/forms/choice_editor.cpp", "ui/grid/grid_cells.cpp", "ui/grid/grid_chips.cpp", "ui/grid/grid_choices.cpp", "ui/grid/grid_columns.cpp", "ui/grid/grid_widths.cpp", "ui/grid/grid_paint.cpp", "ui/plan_view.cpp", "ui/views/pane_view.cpp",
                  "ui/views/records_filters.cpp"},  # the six dimensions have colours
    "SubDimension": {"ui/grid/grid_columns.cpp", "ui/views/pane_view.cpp"},  # stands beside its dimension
    "Agency": {"books/change_report.cpp", "cli/slice.cpp", "model/slice.cpp", "ui/views/attendance_continuity.cpp", "ui/views/attendance_rows.cpp", "ui/views/findings_list.cpp",
               "ui/plan_view.cpp", "ui/views/merge_files.cpp", "ui/views/owed_view.cpp", "ui/views/records_filters.cpp", "ui/views/slices_view.cpp", "ui/views/task_view.cpp"},  # slices are for one; what tables and reports are grouped and filtered by; who owes what, who sent whom
    "Person": {"ui/views/attendance_continuity.cpp", "ui/views/attendance_edit.cpp", "ui/views/attendance_grid.cpp", "ui/views/attendance_keys.cpp", "ui/views/attendance_rows.cpp",
               "ui/views/attendance_view.cpp"},  # the attendance grid: rows of people
    "Attendance": {"ui/views/attendance_edit.cpp"},  # … and what a tick makes
    "Commitment": {"app/signing.cpp", "persist/fingerprint.cpp"},  # what is signed is frozen; the fingerprint stands in it
    "IssuedSlice": {"app/issuing.cpp", "edit/merge_outcome.cpp", "model/slice.cpp", "persist/fingerprint.cpp", "ui/record_look.cpp", "ui/views/merge_files.cpp", "ui/views/slices_view.cpp"},  # the plan's own keeping is never in a slice; what came back
    "MutedFinding": {"model/slice.cpp", "persist/fingerprint.cpp", "ui/record_look.cpp"},  # made on the board of findings, not in a table
    "Workshop": {"app/points.cpp", "books/change_report.cpp", "ui/views/stages_view.cpp"},  # the stage board; the state of the plan after each is kept; changes by stage
    "StageOutput": {"ui/views/stage_sign.cpp", "ui/views/stages_view.cpp"},
    "FundingSource": {"ui/views/records_filters.cpp"},
}


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def source_files():
    return {str(path.relative_to(SRC)): without_comments(path.read_text("utf-8"))
            for path in sorted(SRC.rglob("*")) if path.suffix in (".hpp", ".cpp") and path.is_file()}


def records(files):
    """Struct → (own header, JSON name), in the order of the list."""
    listed = re.search(r"using Records = TypeList<(.*?)>;", files["model/records.hpp"], re.S).group(1)
    out = {}
    for struct in re.findall(r"\w+", listed):
        schema = re.compile(rf"struct Schema<{struct}> \{{\s*static constexpr auto name = \"(\w+)\"")
        homes = [(path, found.group(1)) for path, text in files.items() if (found := schema.search(text))]
        assert len(homes) == 1, f"{struct} has {len(homes)} tables"
        out[struct] = homes[0]
    return out


class RecordPlacesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = source_files()
        cls.records = records(cls.files)

    def places(self, struct):
        home, name = self.records[struct]
        # A one-word JSON name ("plan") is also an ordinary word of the formats; only names of several words tell a record.
        word = re.compile(rf"\b{struct}\b" + (rf'|"{name}"' if "_" in name else ""))
        refers = re.compile(rf'Id<{struct}>|struct {struct};|"{name}"')
        out = {}
        for path, text in self.files.items():
            if path == home or path.startswith(BY_NATURE):
                continue
            if path.startswith("model/") and path != "model/records.hpp":
                text = refers.sub("", text)  # another record that refers to this one, by a field of that name
            if count := len(word.findall(text)):
                out[path] = count
        return out

    def test_a_record_is_named_only_where_its_table_cannot_speak_for_it(self):
        self.assertGreaterEqual(len(self.records), 18)
        for struct in self.records:
            with self.subTest(record=struct):
                self.assertEqual(set(self.places(struct)), PROMISED | MEANT.get(struct, set()))

    def test_a_record_is_named_once_in_the_list_and_once_in_the_menu(self):
        for struct in self.records:
            with self.subTest(record=struct):
                places = self.places(struct)
                self.assertEqual({path: places.get(path) for path in PROMISED}, dict.fromkeys(PROMISED, 1))

    def test_a_plain_record_costs_its_header_and_two_lines(self):
        plain = [struct for struct in self.records if struct not in MEANT]
        self.assertGreaterEqual(len(plain), 10)
        for struct in plain:
            with self.subTest(record=struct):
                self.assertEqual(sum(self.places(struct).values()), 2)

    def test_the_list_of_exceptions_names_only_records_that_exist(self):
        self.assertLessEqual(set(MEANT), set(self.records))

    def test_texts_of_a_record_are_found_by_its_names_alone(self):
        keys = json.loads((ROOT / "assets/strings/id.json").read_text("utf-8"))
        for struct, (_, name) in self.records.items():
            with self.subTest(record=struct):
                used = [path for path, text in self.files.items() if f"record_{name}" in text and not path.startswith("text/")]
                self.assertEqual(used, [])
                self.assertIn(f"record.{name}", keys)


if __name__ == "__main__":
    unittest.main()
