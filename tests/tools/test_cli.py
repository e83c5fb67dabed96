"""The command line tool on real files: what it is pointed at may be no file, and what it writes is whole or not there."""
import json
import pathlib
import resource
import stat
import subprocess
import tempfile
import unittest

from test_merge_driver import program


class RealFilesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rancang = program()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.plan = self.folder / "kota.rancang.json"
        self.run_tool("generate", "--programs", "12", "-o", self.plan)
        self.before = self.plan.read_bytes()

    def run_tool(self, *words, code=0, **more):
        done = subprocess.run([self.rancang, *words], cwd=self.folder, capture_output="stdout" not in more, text=True, **more)
        if code is not None:
            self.assertEqual(done.returncode, code, done.stderr)
        return done

    def files(self):
        return sorted(one.name for one in self.folder.iterdir())

    def test_a_folder_is_no_plan(self):
        for words in (["info", "."], ["merge", self.plan, ".", "-o", "out.json"], ["convert", ".", "--type", "agency", "--into", self.plan]):
            self.assertIn(".", self.run_tool(*words, code=1).stderr)
        self.assertEqual(self.files(), [self.plan.name])

    def test_a_disk_that_fills_up_leaves_the_plan_that_was_there(self):
        small = len(self.before) // 2

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (small, small))

        # Told that there is no room; killed in the middle of writing.
        for told in (True, False):
            self.run_tool("generate", "--programs", "40", "-o", self.plan, code=1 if told else None, preexec_fn=limit, restore_signals=not told)
            self.assertEqual(self.plan.read_bytes(), self.before)
            if told:
                self.assertEqual(self.files(), [self.plan.name])

    def test_a_plan_keeps_its_rights_and_its_place_behind_a_link(self):
        self.plan.chmod(0o640)
        link = self.folder / "link.json"
        link.symlink_to(self.plan.name)
        self.run_tool("generate", "--programs", "3", "-o", link)
        self.assertTrue(link.is_symlink())
        self.assertNotEqual(self.plan.read_bytes(), self.before)
        self.assertEqual(stat.S_IMODE(self.plan.stat().st_mode), 0o640)
        self.assertEqual(self.files(), [self.plan.name, link.name])

    def test_a_pipe_and_a_folder_that_is_not_there_yet_are_written(self):
        done = self.run_tool("generate", "--programs", "3", "-o", "/dev/stdout")
        self.assertEqual(json.loads(done.stdout)["format"], "rancang")
        self.run_tool("slice", self.plan, "--all", "--out", "new/slices")
        self.assertGreater(len(list((self.folder / "new/slices").iterdir())), 1)

    def test_a_standard_output_that_takes_nothing_is_no_success(self):
        with open("/dev/full", "w") as full:
            self.run_tool("info", self.plan, code=1, stdout=full, stderr=subprocess.DEVNULL)
        self.run_tool("schema", "-o", "/dev/full", code=1)


if __name__ == "__main__":
    unittest.main()
