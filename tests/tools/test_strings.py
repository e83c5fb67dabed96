"""The generator of the string catalogue stops on every mistake that a translator can make."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

GENERATOR = pathlib.Path(__file__).resolve().parents[2] / "src/text/generate_strings.py"


def generate(indonesian, english):
    """(exit code, what it said, header, source); a text is taken as JSON, a dict is turned into it."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, table in (("id.json", indonesian), ("en.json", english)):
            (folder / file).write_text(table if isinstance(table, str) else json.dumps(table, ensure_ascii=False), "utf-8")
        done = subprocess.run([sys.executable, GENERATOR, folder / "id.json", folder / "en.json", folder],
                              capture_output=True, text=True)
        made = [(folder / f"strings_generated.{ending}") for ending in ("hpp", "cpp")]
        return done.returncode, done.stderr, *(path.read_text("utf-8") if path.exists() else "" for path in made)


class StringsTest(unittest.TestCase):
    def refused(self, indonesian, english, reason):
        code, said, header, _ = generate(indonesian, english)
        self.assertNotEqual(code, 0)
        self.assertIn(reason, said)
        self.assertEqual(header, "")

    def test_methods_have_as_many_arguments_as_placeholders(self):
        code, said, header, _ = generate({"a.b": "x", "c": "{1} {0}"}, {"a.b": "y", "c": "{0} {1} {0}"})
        self.assertEqual((code, said), (0, ""))
        self.assertIn("std::string_view a_b() const;", header)
        self.assertIn("std::string c(std::string_view a0, std::string_view a1) const;", header)

    def test_derived_keys_have_no_method_but_are_found(self):
        _, _, header, source = generate({"record.x.name": "N"}, {"record.x.name": "N"})
        self.assertNotIn("record_x_name", header)
        self.assertIn('"record.x.name"', source)

    def test_keys_must_be_the_same(self):
        self.refused({"a": "x", "b": "x"}, {"a": "x"}, "en.json: missing: b")
        self.refused({"a": "x"}, {"a": "x", "b": "x"}, "id.json: missing: b")

    def test_placeholders_must_be_the_same(self):
        self.refused({"a": "{0}"}, {"a": "x"}, "different placeholders")

    def test_placeholders_have_no_gap(self):
        self.refused({"a": "{1}"}, {"a": "{1}"}, "without a gap")

    def test_a_derived_text_may_leave_out_an_argument(self):
        self.assertEqual(generate({"error.range": "> {1}"}, {"error.range": "above {1}"})[0], 0)
        self.refused({"error.range": "> {1}"}, {"error.range": "> {0}"}, "different placeholders")

    def test_a_stray_brace_is_refused(self):
        self.refused({"a": "{x}"}, {"a": "{x}"}, "brace")
        self.refused({"a": "{0}"}, {"a": "{0} {0|row}"}, "brace")

    def test_english_may_count(self):
        self.assertEqual(generate({"a": "{0} baris"}, {"a": "{0} {0|row|rows}"})[0], 0)
        self.refused({"a": "baris"}, {"a": "{0|row|rows}"}, "different placeholders")

    def test_a_key_given_twice_is_refused(self):
        self.refused('{"a": "x", "a": "y"}', {"a": "x"}, "twice: a")

    def test_two_keys_with_one_name_are_refused(self):
        self.refused({"a.b": "x", "a_b": "x"}, {"a.b": "x", "a_b": "x"}, "same C++ name")

    def test_a_name_that_is_taken_is_refused(self):
        self.refused({"delete": "x"}, {"delete": "x"}, "taken")

    def test_a_text_that_is_no_text_is_refused(self):
        self.refused({"a": 1}, {"a": 1}, "must be a string")

    def test_what_is_not_json_is_refused(self):
        self.refused("{", {"a": "x"}, "not JSON")

    def test_quotes_lines_and_unicode_survive(self):
        _, _, _, source = generate({"a": "“é” \"q\"\n\\"}, {"a": "x"})
        self.assertIn(r'"“é” \"q\"\n\\"', source)


if __name__ == "__main__":
    unittest.main()
