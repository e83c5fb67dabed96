"""The recipe of the README: git merges plans by `rancang merge`, so that two branches never lose a value."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    """The command line tool as the sources stand: built where the core tests are built, which is nothing to do when they were."""
    subprocess.run(["cmake", "--preset", "asan"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "build/asan", "--target", "rancang"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return ROOT / "build/asan/bin/rancang"


class MergeDriverTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rancang = program()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.git("init", "-q", "-b", "main")
        # The recipe as it stands in the README.
        recipe = re.search(r"git config merge\.rancang\.driver '([^']+)'", (ROOT / "README.md").read_text("utf-8"))
        attributes = re.search(r"echo '([^']+)' >> \.gitattributes", (ROOT / "README.md").read_text("utf-8"))
        self.git("config", "merge.rancang.driver", recipe.group(1).replace("rancang ", f"{self.rancang} ", 1))
        (self.folder / ".gitattributes").write_text(attributes.group(1) + "\n")
        self.plan = self.folder / "kota.rancang.json"
        self.plan.write_bytes(subprocess.run([self.rancang, "generate", "--programs", "12"], check=True, capture_output=True).stdout)
        self.commit("plan")

    def git(self, *words, check=True):
        who = {"GIT_AUTHOR_NAME": "Rina", "GIT_AUTHOR_EMAIL": "rina@localhost", "GIT_COMMITTER_NAME": "Rina", "GIT_COMMITTER_EMAIL": "rina@localhost",
               "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(["git", *words], cwd=self.folder, env={**os.environ, **who}, capture_output=True, text=True)
        if check:
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def edit(self, row, column, text):
        """Writes one cell through CSV: an ordinary edit by a replica of its own."""
        table = self.folder.parent / (self.folder.name + ".csv")
        self.addCleanup(lambda: table.unlink(missing_ok=True))
        subprocess.run([self.rancang, "convert", self.plan, "--type", "agency", "-o", table], check=True)
        lines = table.read_text("utf-8-sig").splitlines()
        place = lines[0].split(";").index(column)
        cells = lines[1 + row].split(";")
        cells[place] = text
        lines[1 + row] = ";".join(cells)
        table.write_text("\r\n".join(lines) + "\r\n", "utf-8-sig")
        subprocess.run([self.rancang, "convert", table, "--type", "agency", "--into", self.plan, "-o", self.plan], check=True, capture_output=True)

    def branches(self, first, second):
        self.git("checkout", "-q", "-b", "other")
        self.edit(*first)
        self.commit("first")
        self.git("checkout", "-q", "main")
        self.edit(*second)
        self.commit("second")
        return self.git("merge", "-q", "other", "-m", "merge", check=False)

    def test_branches_that_do_not_contradict_merge_by_themselves(self):
        done = self.branches((0, "short_name", "SATU"), (1, "short_name", "DUA"))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        text = self.plan.read_text("utf-8")
        self.assertIn('"SATU"', text)
        self.assertIn('"DUA"', text)
        self.assertEqual(subprocess.run([self.rancang, "validate", self.plan], capture_output=True).returncode, 0)

    def test_a_contradiction_stops_git_with_both_values_in_a_whole_file(self):
        done = self.branches((0, "short_name", "SATU"), (0, "short_name", "DUA"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("CONFLICT", done.stdout)
        text = self.plan.read_text("utf-8")
        self.assertIn('"SATU"', text)
        self.assertIn('"DUA"', text)
        self.assertNotIn("<<<<<<<", text)
        self.assertIn('"conflicts":1', subprocess.run([self.rancang, "info", self.plan, "--json"], capture_output=True, text=True).stdout)


if __name__ == "__main__":
    unittest.main()
