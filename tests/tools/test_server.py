"""The loopback server: exact names, our host only, the right headers, the right coding."""
import gzip
import http.client
import json
import pathlib
import socket
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "web"))
from tools import policy, server  # noqa: E402

PAGE = b"<!doctype html>" + b"x" * 500


class ServerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            cls.port = probe.getsockname()[1]
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        (root / "secret.txt").write_text("secret")
        (root / "data").mkdir()
        (root / "data/plan-300.json").write_text(json.dumps({"n": 300}))
        (root / "data/notes.txt").write_text("not offered")
        entries = {
            "/index.html": server.Entry("text/html; charset=utf-8", "no-cache",
                                        {"": PAGE, "gzip": gzip.compress(PAGE), "br": b"brotli"}),
            "/rancang.1.wasm": server.Entry("application/wasm", "public, max-age=31536000, immutable", {"": b"\0asm"}),
        }
        entries["/"] = entries["/index.html"]
        cls.server = server.Server(cls.port, entries, server.load_data(root / "data"))
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        cls.folder.cleanup()

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": f"127.0.0.1:{self.port}", **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def test_the_root_is_the_page(self):
        status, headers, body = self.ask("/")
        self.assertEqual((status, body), (200, PAGE))
        self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(headers["Cache-Control"], "no-cache")

    def test_hashed_names_may_be_kept_for_ever(self):
        status, headers, _ = self.ask("/rancang.1.wasm")
        self.assertEqual((status, headers["Content-Type"]), (200, "application/wasm"))
        self.assertIn("immutable", headers["Cache-Control"])

    def test_every_answer_carries_the_security_headers(self):
        for path, method in (("/", "GET"), ("/nothing", "GET"), ("/", "POST"), ("/rancang.1.wasm", "HEAD")):
            _, headers, _ = self.ask(path, method)
            for name, value in policy.HEADERS.items():
                self.assertEqual(headers[name], value, f"{method} {path}")

    def test_no_spelling_of_a_path_leads_outside(self):
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/data/../secret.txt", "//secret.txt",
                     "/data/..%5c..%5csecret.txt", "/data/", "/data", "/data/notes.txt", "/index.html/", "/INDEX.HTML",
                     "/index.html%00", "/./index.html", "/etc/passwd", "index.html", "http://127.0.0.1/secret.txt"):
            status, _, body = self.ask(path)
            self.assertEqual(status, 404, path)
            self.assertNotIn(b"secret", body)

    def test_a_query_is_no_part_of_the_name(self):
        self.assertEqual(self.ask("/?bench&n=10000")[0], 200)

    def test_a_foreign_host_gets_nothing(self):
        for host in ("evil.example", f"evil.example:{self.port}", "127.0.0.1", f"127.0.0.1:{self.port + 1}", ""):
            status, _, body = self.ask("/", Host=host)
            self.assertEqual(status, 421, host)
            self.assertNotIn(b"doctype", body)

    def test_localhost_is_sent_to_the_one_address(self):
        status, headers, _ = self.ask("/", Host=f"localhost:{self.port}")
        self.assertEqual((status, headers["Location"]), (307, f"http://127.0.0.1:{self.port}/"))

    def test_only_get_and_head_are_answered(self):
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
            self.assertEqual(self.ask("/", method)[0], 405, method)

    def test_head_sends_the_length_without_the_body(self):
        status, headers, body = self.ask("/", "HEAD")
        self.assertEqual((status, headers["Content-Length"], body), (200, str(len(PAGE)), b""))

    def test_the_best_accepted_coding_is_sent(self):
        for accepted, coding in (("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", None),
                                 ("x-br", None)):
            _, headers, _ = self.ask("/", Accept_Encoding=accepted)
            self.assertEqual(headers["Content-Encoding"], coding, accepted)
            self.assertEqual(headers["Vary"], "Accept-Encoding")

    def test_a_known_tag_is_answered_without_a_body(self):
        tag = self.ask("/")[1]["ETag"]
        status, _, body = self.ask("/", If_None_Match=f'"other", {tag}')
        self.assertEqual((status, body), (304, b""))
        self.assertNotEqual(self.ask("/", Accept_Encoding="br")[1]["ETag"], tag)

    def test_offered_data_is_served_by_exact_name(self):
        status, headers, body = self.ask("/data/plan-300.json")
        self.assertEqual((status, json.loads(body)), (200, {"n": 300}))
        self.assertEqual(headers["Cache-Control"], "no-cache")

    def test_garbage_is_refused_and_the_server_goes_on(self):
        for garbage in (b"\0\1\2\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"G" * 70000 + b"\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as raw:
                raw.sendall(garbage)
                self.assertNotIn(b" 200 ", raw.recv(4096))
        self.assertEqual(self.ask("/")[0], 200)

    def test_many_connections_at_once_are_all_answered(self):
        results = []
        workers = [threading.Thread(target=lambda: results.append(self.ask("/")[0])) for _ in range(150)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual(results, [200] * 150)

    def test_it_listens_on_this_computer_only(self):
        self.assertEqual(self.server.server_address[0], "127.0.0.1")

    def test_a_taken_port_is_noticed(self):
        self.assertTrue(server.is_taken(self.port))


if __name__ == "__main__":
    unittest.main()
