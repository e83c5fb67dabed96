// slice, merge, diff and log: a plan handed out, worked on by two, and put together again.
#include <doctest/doctest.h>

#include "core/cli/shell.hpp"
#include "persist/plan_file.hpp"
#include "support/merge_plan.hpp"
#include "support/plan_files.hpp"

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

namespace {
// A file as somebody's spreadsheet macro would write it: no causality, no end.
std::string without_causality(std::string text) {
  text.resize(text.find(",\n\"causality\""));
  return text + "}";
}
std::string clinic_is(std::string const& text, std::string const& name) { return replaced(text, "Antrean daring", name); }
}  // namespace

TEST_CASE("a plan that was edited by hand keeps its values beside what others wrote, and says so") {
  Office run;
  run.files["hand.json"] = clinic_is(run.files["plan.json"], "Antrean tangan");
  run.change("plan.json", "b.json", run.budi, run.clinic, "Antrean B");
  CHECK(run({"merge", "hand.json", "b.json", "-o", "out.json", "--lang", "en"}) == 1);
  CHECK(run.says("“Antrean B” (Dinkes - Budi)"));
  CHECK(run.says("“Antrean tangan” (hand.json)"));
  CHECK(run.complains("hand.json: "));  // the reader's remark
  CHECK(open_conflicts(run.load("out.json")).size() == 1);
}

TEST_CASE("two hand-made versions of a plan without causality never pass for one another") {
  Office run;
  run.files["v1.json"] = without_causality(run.files["plan.json"]);
  run.files["v2.json"] = clinic_is(run.files["v1.json"], "Antrean tangan");
  run.files["t.csv"] = "id,name\n" + ulid_text(run.clinic) + ",Antrean tabel\n";
  run.files["none.csv"] = "id,name\n";
  CHECK(run({"convert", "t.csv", "--type", "action_item", "--into", "v1.json", "-o", "one.json"}) == 0);
  CHECK(run({"convert", "none.csv", "--type", "action_item", "--into", "v2.json", "-o", "two.json"}) == 0);
  CHECK(run({"merge", "two.json", "one.json", "-o", "out.json"}) == 1);
  CHECK(run.files["out.json"].find("Antrean tangan") != std::string::npos);
  CHECK(run.files["out.json"].find("Antrean tabel") != std::string::npos);
}

TEST_CASE("slices of a plan without causality come back into the same plan") {
  Office run;
  run.files["v1.json"] = without_causality(run.files["plan.json"]);
  CHECK(run({"slice", "v1.json", "--agency", "Dinkes"}) == 0);
  CHECK(run.complains("v1.json: "));
  run.change("tebing-tinggi_dinas-kesehatan_2022-09-08.rancang.json", "back.json", run.rina, run.clinic, "Antrean Rina");
  CHECK(run({"merge", "v1.json", "back.json", "-o", "out.json"}) == 0);
  CHECK(run.item(run.load("out.json"), run.clinic).name == "Antrean Rina");
}

TEST_CASE("agencies of one name get a file each, and a plan of a newer format is not cut") {
  Office run;
  Document twins = run.document;
  CHECK(MergePlan::write(twins, run.issuer, MergePlan::agencies, run.dishub, "name", "Dinas Kesehatan") == "");
  run.save("plan.json", twins);
  CHECK(run({"slice", "plan.json", "--all"}) == 0);
  CHECK(run.files.size() == 1 + 3);
  CHECK(run.files.count("tebing-tinggi_dinas-kesehatan_2022-09-08.rancang.json") == 1);
  CHECK(run.files.count("tebing-tinggi_dinas-kesehatan-2_2022-09-08.rancang.json") == 1);
  run.files["newer.json"] = replaced(run.files["plan.json"], "\"version\":1", "\"version\":2");
  CHECK(run({"slice", "newer.json", "--all", "--out", "newer"}) == 1);
  CHECK(run.files.size() == 1 + 3 + 1);
}

TEST_CASE("where no file can be merged nothing is written over the plan, and the report names what was refused") {
  Office run;
  std::string const plan = run.files["plan.json"];
  run.change("plan.json", "a.json", run.rina, run.health, "Telemedisin A");
  run.files["cut.json"] = run.files["a.json"].substr(0, 900);
  run.files["newer.json"] = replaced(run.files["a.json"], "\"version\":1", "\"version\":2");
  Document other = run.document;
  other.plan_id = {9, 9};
  run.save("other.json", other);
  run.files["hand.json"] = clinic_is(plan, "Antrean tangan");
  CHECK(run({"merge", "plan.json", "cut.json", "newer.json", "other.json", "gone.json", "-o", "plan.json", "--report", "json"}) == 1);
  CHECK(run.files["plan.json"] == plan);
  for (char const* id : {"file.truncated", "cli.newer_version", "cli.merge_other_plan", "cli.cannot_read"}) CHECK_MESSAGE(run.says("\"refused\":{\"id\":\"" + std::string(id) + "\",\"text\":\""), id);
  CHECK(run({"merge", "plan.json", "hand.json", "-o", "plan.json"}) == 1);  // it only proposes
  CHECK(run.files["plan.json"] == plan);
  CHECK(run({"merge", "plan.json", "cut.json"}) == 1);
  CHECK(run.out == "");
  CHECK(run({"merge", "plan.json", "cut.json", "a.json", "-o", "plan.json"}) == 1);  // the rest goes on
  CHECK(run.item(run.load("plan.json"), run.health).name == "Telemedisin A");
  CHECK(run({"merge", "plan.json", "plan.json", "-o", "same.json"}) == 0);
  CHECK(run.files.count("same.json") == 1);
}

TEST_CASE("a record outside of a slice that says the same is nothing to decide") {
  Office run;
  CHECK(run({"slice", "plan.json", "--agency", "Dinkes"}) == 0);
  Document slice = run.load("tebing-tinggi_dinas-kesehatan_2022-09-08.rancang.json");
  auto program = clone_node(*MergePlan::node(slice, MergePlan::programs, run.program));
  program->causal = written_by(*program->causal, run.rina, {MergePlan::field(MergePlan::programs, "name")});
  slice.table(MergePlan::programs).put(std::move(program));
  run.save("back.json", slice);
  CHECK(run({"merge", "plan.json", "back.json", "-o", "out.json"}) == 0);
}

TEST_CASE("a table that comes into a slice changes only what is the agency's, and nothing comes back from the trash by it") {
  Office run;
  CHECK(run({"slice", "plan.json", "--agency", "Dinkes"}) == 0);
  std::string const slice = "tebing-tinggi_dinas-kesehatan_2022-09-08.rancang.json";
  run.files["t.csv"] = "id,name,lead_agency\n" + ulid_text(run.clinic) + ",Antrean tabel,Dinkes\n,Kegiatan baru,\n,Milik lain,Dishub\n";
  CHECK(run({"convert", "t.csv", "--type", "action_item", "--into", slice, "-o", "out.json", "--lang", "en"}) == 1);
  CHECK(run.complains("“Milik lain” does not belong to this agency"));
  Document const out = run.load("out.json");
  CHECK(run.item(out, run.clinic).name == "Antrean tabel");
  CHECK(out.table(MergePlan::items).size() == 3);
  out.table(MergePlan::items).for_each([&](NodePtr const& node) { CHECK(node->as<ActionItem>().lead_agency.value == run.dinkes); });
  run.files["p.csv"] = "id,name\n" + ulid_text(run.program) + ",Milik Kominfo\n";
  CHECK(run({"convert", "p.csv", "--type", "program", "--into", slice, "-o", "out.json"}) == 1);
  CHECK(MergePlan::node(run.load("out.json"), MergePlan::programs, run.program)->as<Program>().name == "Kota Sehat");
  Document less = run.document;
  CHECK(MergePlan::edit(less, run.issuer, DeleteRecords{{{MergePlan::items, run.clinic}}}) == "");
  run.save("less.json", less);
  CHECK(run({"convert", "t.csv", "--type", "action_item", "--into", "less.json", "-o", "out.json", "--lang", "en"}) == 1);
  CHECK(run.complains("is in the trash"));
  CHECK_FALSE(MergePlan::node(run.load("out.json"), MergePlan::items, run.clinic)->is_alive());
}
