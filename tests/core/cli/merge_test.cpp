// slice, merge, diff and log: a plan handed out, worked on by two, and put together again.
#include <doctest/doctest.h>

#include "core/cli/shell.hpp"
#include "persist/plan_file.hpp"
#include "support/merge_plan.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Office : Shell, MergePlan {
  Office() { save("plan.json", document); }
  void save(std::string const& path, Document const& what) { files[path] = write_plan(what, {what.scope ? "slice" : "plan", "2022-08-01T08:00:00+07:00", "1.0.0"}); }
  Document load(std::string const& path) { return read_plan(files[path])->document; }
  // Somebody changes the name of an activity in a file.
  void change(std::string const& from, std::string const& to, ReplicaId who, Ulid id, std::string name) {
    Document document = load(from);
    CHECK(write(document, who, items, id, "name", std::move(name)) == "");
    save(to, document);
  }
};
}  // namespace

TEST_CASE("slices are made for one agency or for all") {
  Office run;
  CHECK(run({"slice", "plan.json", "--agency", "Dinkes", "--out", "out", "--due", "2022-08-15", "--message", "Isi pagu"}) == 0);
  std::string const path = "out/tebing-tinggi_dinas-kesehatan_2022-09-08.rancang.json";
  REQUIRE(run.files.count(path) == 1);
  CHECK(run.says(path + ": 3 "));
  Document const slice = run.load(path);
  REQUIRE(slice.scope);
  CHECK(slice.scope->agency == run.dinkes);
  CHECK(slice.scope->message == "Isi pagu");
  CHECK(iso_date(*slice.scope->due) == "2022-08-15");
  CHECK(run({"slice", "plan.json", "--all", "--out", "all/"}) == 0);
  CHECK(run.files.count("all/tebing-tinggi_dinas-perhubungan_2022-09-08.rancang.json") == 1);
  CHECK(run.files.size() == 1 + 1 + 3);
  CHECK(run({"slice", "plan.json"}) == 2);
  CHECK(run({"slice", "plan.json", "--all", "--due", "besok"}) == 2);
  CHECK(run({"slice", "plan.json", "--agency", "Bappeda"}) == 1);
}

TEST_CASE("files that do not contradict merge with exit code 0, contradictions with 1 and both values") {
  Office run;
  run.change("plan.json", "a.json", run.rina, run.health, "Telemedisin A");
  run.change("plan.json", "b.json", run.budi, run.clinic, "Antrean B");
  CHECK(run({"merge", "plan.json", "a.json", "b.json", "-o", "out.json"}) == 0);
  CHECK(run.says("a.json: 0 baru, 1 berubah, 0 bertentangan"));
  CHECK(run.item(run.load("out.json"), run.health).name == "Telemedisin A");
  CHECK(run.item(run.load("out.json"), run.clinic).name == "Antrean B");
  run.change("plan.json", "c.json", run.budi, run.health, "Telemedisin C");
  CHECK(run({"merge", "plan.json", "a.json", "c.json", "-o", "out.json", "--lang", "en"}) == 1);
  CHECK(run.says("“Telemedisin A” (Dinkes - Rina) “Telemedisin C” (Dinkes - Budi)"));
  CHECK(run.says("Conflicts not decided yet: 1"));
  CHECK(run({"info", "out.json", "--json"}) == 0);
  CHECK(run.says("\"conflicts\":1"));
  CHECK(run({"merge", "plan.json", "c.json", "a.json", "-o", "other.json", "--report", "json"}) == 1);
  CHECK(run.says("\"verdict\":\"conflict\""));
  CHECK(run.says("\"conflicts\":1,\"undecided\":false}"));
  CHECK(run.files["out.json"] == run.files["other.json"]);
  CHECK(run({"merge", "out.json", "a.json", "b.json", "c.json"}) == 1);  // without -o the plan goes to the standard output
  CHECK(read_plan(run.out));
}

TEST_CASE("files that are damaged, foreign or without proof are told, and the rest goes on") {
  Office run;
  run.change("plan.json", "a.json", run.rina, run.health, "Telemedisin A");
  run.files["cut.json"] = run.files["a.json"].substr(0, 900);
  Document other = run.document;
  other.plan_id = {9, 9};
  run.save("other.json", other);
  std::string by_hand = run.files["plan.json"];
  by_hand.replace(by_hand.find("Antrean daring"), 14, "Antrean tangan");
  run.files["hand.json"] = by_hand;
  CHECK(run({"merge", "plan.json", "cut.json", "other.json", "hand.json", "a.json", "-o", "out.json"}) == 1);
  CHECK(run.complains("cut.json: "));
  CHECK(run.complains("other.json: "));
  CHECK(run.says("“Antrean daring” → “Antrean tangan”"));
  CHECK(run.item(run.load("out.json"), run.health).name == "Telemedisin A");
  CHECK(run.item(run.load("out.json"), run.clinic).name == "Antrean daring");
  CHECK(run({"merge", "plan.json", "hand.json", "--accept", "-o", "out.json"}) == 0);
  CHECK(run.item(run.load("out.json"), run.clinic).name == "Antrean tangan");
  CHECK(run({"log", "out.json", "--record", ulid_text(run.clinic)}) == 0);
  CHECK(run.says("“Antrean tangan” (hand.json)"));
  for (auto const& words : std::vector<std::vector<std::string>>{{"merge", "plan.json"}, {"merge", "plan.json", "a.json", "--report", "xml"}, {"diff", "plan.json"}, {"log", "plan.json", "--record", "x"}}) CHECK(run(words) == 2);
}

TEST_CASE("diff says what differs, log says who wrote") {
  Office run;
  run.change("plan.json", "a.json", run.rina, run.health, "Telemedisin A");
  CHECK(run({"diff", "plan.json", "plan.json"}) == 0);
  CHECK(run({"diff", "plan.json", "a.json"}) == 1);
  CHECK(run.says("“Telemedisin puskesmas” berganti nama menjadi “Telemedisin A”"));
  CHECK(run({"diff", "plan.json", "a.json", "--json"}) == 1);
  CHECK(run.says("\"what\":\"changed\",\"fields\":[{\"field\":\"name\",\"from\":"));
  CHECK(run({"log", "a.json"}) == 0);
  CHECK(run.says("Dinkes - Rina: 1 butir"));
  CHECK(run({"log", "a.json", "--json"}) == 0);
  CHECK(run.says("\"label\":\"Dinkes - Rina\",\"records\":1,\"created\":0,\"fields\":1,\"beside\":0}"));
  CHECK(run({"log", "a.json", "--record", ulid_text(run.health)}) == 0);
  CHECK(run.says("“Telemedisin A” (Dinkes - Rina)"));
}
