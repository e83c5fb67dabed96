#include <doctest/doctest.h>

#include "core/cli/shell.hpp"
#include "persist/plan_file.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::string random_file() {
  RandomPlan random(6);
  Document document = random.document(3, 10);
  add_history(document, random, 30);
  return write_plan(document, {});
}
}  // namespace

TEST_CASE("wrong words give exit code 2, the usage and nothing on the standard output") {
  Shell run;
  run.files["p.json"] = random_file();
  for (auto const& words : std::vector<std::vector<std::string>>{{}, {"dance"}, {"validate"}, {"validate", "a", "b"}, {"info", "p.json", "--fast"}, {"generate"}, {"generate", "--programs", "many"}, {"generate", "--programs"},
                                                                 {"generate", "--programs", "0"}, {"generate", "--programs", "5", "--seed", "-1"}, {"generate", "--programs", "900000"}, {"schema", "--lang", "fr"}, {"info", "p.json", "--json=1"},
                                                                 {"convert", "p.json"}, {"convert", "p.json", "--type", "house"}, {"convert", "p.json", "--type", "agency", "--separator", "x"}}) {
    CAPTURE(words.size() > 0 ? words[0] : "");
    CHECK(run(words) == 2);
    CHECK(run.out == "");
    CHECK(run.complains("rancang "));
  }
}

TEST_CASE("help goes to the standard output in the language asked for") {
  Shell run;
  CHECK(run({"--help"}) == 0);
  CHECK(run.says("Pemakaian"));
  CHECK(run({"help", "--lang", "en"}) == 0);
  CHECK(run.says("Usage"));
}

TEST_CASE("a file that is not there or is no plan gives exit code 1 and a sentence") {
  Shell run;
  run.files["cut.json"] = random_file().substr(0, 5000);
  for (std::string const& command : {"validate", "info"}) {
    CHECK(run({command, "nothing.json"}) == 1);
    CHECK(run.complains("nothing.json"));
    CHECK(run({command, "cut.json", "--lang=en"}) == 1);
    CHECK(run.complains("cut off"));
    CHECK(run.out == "");
    CHECK(run({command, "cut.json", "--json"}) == 1);
    CHECK(run.says("\"valid\":false,\"error\":{\"id\":\"file.truncated\""));
  }
}

TEST_CASE("validate tells findings as lines or as JSON, and says by its code whether something is wrong") {
  Shell run;
  run.files["bad.json"] = random_file();
  CHECK(run({"validate", "bad.json"}) == 1);
  CHECK(run.says("kesalahan  "));
  CHECK(run({"validate", "bad.json", "--json"}) == 1);
  CHECK(run.says("\"valid\":false"));
  CHECK(run.says("\"severity\":\"error\""));
  CHECK(run({"generate", "--programs", "12", "-o", "good.json"}) == 0);
  CHECK(run({"validate", "good.json", "--json"}) == 0);
  CHECK(run.says("\"valid\":true"));
}

TEST_CASE("remarks of the reader are told by validate") {
  Shell run;
  run.files["hand.json"] = "{\"format\":\"rancang\",\"version\":1,\"records\":{\"agency\":[{\"name\":5}]}}";
  run({"validate", "hand.json", "--lang", "en"});
  CHECK(run.says("not of the expected kind"));
  CHECK(run.says("closing part of the file is missing"));
  run({"validate", "hand.json", "--json"});
  CHECK(run.says("{\"id\":\"field.wrong_type\""));
}

TEST_CASE("info counts what is in a file") {
  Shell run;
  CHECK(run({"generate", "--programs", "12", "-o", "p.json"}) == 0);
  CHECK(run({"info", "p.json"}) == 0);
  CHECK(run.says("Nusa Cendana"));
  CHECK(run({"info", "p.json", "--json"}) == 0);
  CHECK(run.says("\"action_item\":12"));
  CHECK(run.says("\"edited_by_hand\":false"));
}

TEST_CASE("a table of a plan comes back into it with its changes") {
  Shell run;
  CHECK(run({"generate", "--programs", "12", "-o", "p.json"}) == 0);
  CHECK(run({"convert", "p.json", "--type", "agency", "-o", "a.csv"}) == 0);
  CHECK(run({"convert", "a.csv", "--type", "agency", "--into", "p.json", "-o", "q.json"}) == 0);
  CHECK(difference(read_plan(run.files["p.json"])->document, [&] {
          Document document = read_plan(run.files["q.json"])->document;
          document.replicas = read_plan(run.files["p.json"])->document.replicas;
          return document;
        }()) == "");
  run.files["a.csv"] = replaced(run.files["a.csv"], "Dinkes", "Dinas Sehat") + ";;Dinas Baru;Baru\r\n";
  CHECK(run({"convert", "a.csv", "--type", "agency", "--into", "p.json", "-o", "q.json"}) == 0);
  auto const read = read_plan(run.files["q.json"]);
  REQUIRE(read);
  CHECK(read->document.table_of<Agency>().size() == 33);
  CHECK(read->remarks.empty());
  CHECK(read->envelope.saved_at == "2022-09-08T09:12:00+07:00");
  CHECK(run.files["q.json"].find("\"short_name\":\"Dinas Sehat\"") != std::string::npos);
}

TEST_CASE("cells that can't be understood are told, the rest is converted, and the code says so") {
  Shell run;
  CHECK(run({"generate", "--programs", "2", "-o", "p.json"}) == 0);
  run.files["t.csv"] = "name,start_year,mood\nSatu,2023,x\nDua,kapan,y\n";
  CHECK(run({"convert", "t.csv", "--type", "action_item", "--into", "p.json", "--lang", "en", "-o", "q.json"}) == 1);
  CHECK(run.complains("Row 3, column “start_year”"));
  CHECK(run.complains("“mood”"));
  CHECK(read_plan(run.files["q.json"])->document.table_of<ActionItem>().size() == 4);
  run.files["t.csv"] = "a,b\n";
  CHECK(run({"convert", "t.csv", "--type", "action_item", "--into", "p.json"}) == 1);
  CHECK(run.out == "");
}

TEST_CASE("a plan of a newer format is not written") {
  Shell run;
  CHECK(run({"generate", "--programs", "2", "-o", "p.json"}) == 0);
  run.files["p.json"] = replaced(run.files["p.json"], "\"version\":1", "\"version\":2");
  run.files["t.csv"] = "name\nSatu\n";
  CHECK(run({"convert", "t.csv", "--type", "action_item", "--into", "p.json", "-o", "q.json"}) == 1);
  CHECK(run.files.count("q.json") == 0);
}

TEST_CASE("a file that can't be written is told, and so is a standard output that takes nothing") {
  Shell run;
  run.full = true;
  CHECK(run({"schema"}) == 1);
  CHECK(run.complains("stdout"));
  CHECK(run({"dance"}) == 2);
  run.full = false;
  CHECK(run({"schema"}) == 0);
  CHECK(run({"schema", "-o", "/full"}) == 1);
  CHECK(run.complains("/full"));
}
