// What a merge can neither take nor ask about is named, and the exit code says that something is left.
#include <doctest/doctest.h>

#include "core/cli/shell.hpp"
#include "persist/plan_file.hpp"
#include "support/merge_plan.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE("members of the envelope that say something else are named by a merge") {
  Shell run;
  MergePlan plan;
  auto const save = [&](std::string const& path, std::string text) {
    Document document = plan.document;
    document.extras = std::make_shared<Extras const>(Extras{{"later", std::move(text)}});
    run.files[path] = write_plan(document, {"plan", "2022-08-01T08:00:00+07:00", "1.0.0"});
  };
  save("plan.json", "[1]");
  save("a.json", "[2]");
  CHECK(run({"merge", "plan.json", "a.json", "-o", "out.json"}) == 1);
  CHECK(run.says("later: "));
  CHECK(run({"merge", "plan.json", "a.json", "--report", "json", "-o", "out.json"}) == 1);
  CHECK(run.says("\"left_out\":[\"later\"]"));
  CHECK(run({"merge", "plan.json", "plan.json", "-o", "out.json"}) == 0);
}
