"""Putting the page together: names, references, build id, policy."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "web"))
from tools import policy, site  # noqa: E402
from tools.common import Stop  # noqa: E402

NAMES = {"index.html": "index.html", "shell.js": "shell.ID.js", "a/part.js": "a/part.ID.js", "rancang.js": "rancang.ID.js",
         "rancang.wasm": "rancang.W.wasm", "fonts/inter-400.ttf": "fonts/inter-400.F.ttf", "look.css": "look.ID.css"}


def rewrite(name, text):
    return site.rewrite(name, text, NAMES, "ID")


class SiteTest(unittest.TestCase):
    def test_references_get_the_new_names(self):
        for before, after in (
                ("import x from './shell.js';", "import x from './shell.ID.js';"),
                ('await import("./a/part.js")', 'await import("./a/part.ID.js")'),
                ("fetch(`./fonts/inter-400.ttf`)", "fetch(`./fonts/inter-400.F.ttf`)"),
                ("export * from './look.css'", "export * from './look.ID.css'")):
            self.assertEqual(rewrite("shell.js", before), after)

    def test_style_and_markup_are_rewritten_too(self):
        self.assertEqual(rewrite("look.css", "src: url(./fonts/inter-400.ttf)"), "src: url(./fonts/inter-400.F.ttf)")
        self.assertIn('src="./shell.ID.js"', rewrite("index.html", '<meta content="%CSP%"><script src="./shell.js">'))

    def test_references_from_a_folder_are_relative_to_it(self):
        self.assertEqual(rewrite("a/part.js", "import '../shell.js'"), "import './../shell.ID.js'")

    def test_a_reference_that_leads_nowhere_stops_the_build(self):
        with self.assertRaisesRegex(Stop, "gone.js"):
            rewrite("shell.js", "import './gone.js'")

    def test_a_relative_text_that_is_no_file_stays(self):
        self.assertEqual(rewrite("shell.js", "'./plan/1'"), "'./plan/1'")

    def test_a_longer_name_is_not_taken_for_a_known_one(self):
        with self.assertRaises(Stop):
            rewrite("shell.js", "'./shell.js.json'")

    def test_html_gets_the_policy_without_what_a_meta_cannot_carry(self):
        html = rewrite("index.html", '<meta http-equiv="Content-Security-Policy" content="%CSP%">')
        self.assertIn("default-src 'none'", html)
        self.assertNotIn("frame-ancestors", html)
        self.assertIn("frame-ancestors 'none'", policy.CSP_HEADER)

    def test_html_without_the_policy_stops_the_build(self):
        with self.assertRaisesRegex(Stop, "CSP"):
            rewrite("index.html", "<p>")

    def test_the_build_id_is_put_in(self):
        self.assertEqual(rewrite("shell.js", "const id = '%BUILD_ID%';"), "const id = 'ID';")
        self.assertIn('export const buildId = "ID"', rewrite("rancang.js", "new URL('rancang.wasm', import.meta.url)"))

    def test_the_glue_loads_the_wasm_by_its_new_name(self):
        self.assertIn("'rancang.W.wasm'", rewrite("rancang.js", "new URL('rancang.wasm', import.meta.url)"))
        with self.assertRaises(Stop):
            rewrite("rancang.js", "nothing to load")

    def test_html_keeps_its_name_and_the_rest_is_hashed(self):
        self.assertEqual(site.public_name("index.html", b"", "ID"), "index.html")
        self.assertEqual(site.public_name("sw.js", b"", "ID"), "sw.js")
        self.assertEqual(site.public_name("shell.js", b"", "ID"), "shell.ID.js")
        first, second = (site.public_name("fonts/x.ttf", body, "ID") for body in (b"1", b"2"))
        self.assertNotEqual(first, second)
        self.assertRegex(first, r"^fonts/x\.[0-9a-f]{12}\.ttf$")

    def test_a_custom_section_is_well_formed(self):
        wasm = site.with_section(b"\0asm\1\0\0\0", b"build_id", b"0" * 200)
        self.assertEqual(wasm[8], 0)                                # kind: custom
        size = (wasm[9] & 0x7F) | (wasm[10] << 7)                   # LEB128 of two bytes
        self.assertEqual(size, len(wasm) - 11)
        self.assertEqual(wasm[11:20], b"\x08build_id")


if __name__ == "__main__":
    unittest.main()
