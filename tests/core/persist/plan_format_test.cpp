#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "persist/journal.hpp"
#include "persist/plan_file.hpp"
#include "persist/scope_codec.hpp"
#include "support/plan_files.hpp"
#include "support/source_dir.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
ReplicaId const rina = *parse_replica("k7Q2aaaa"), budi = *parse_replica("d3Xabbbb");

Ulid id(std::uint64_t number) { return make_ulid(1'640'995'200'000, 0, number); }

Document small_plan() {
  Document document;
  document.plan_id = id(1);
  document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{rina, {"Diskominfo – Rina", id(2)}}, {budi, {"Dinkes", {}}}});
  auto agency = make_node(record_type<Agency>, id(2));
  agency->causal = created_by(rina);
  agency->as<Agency>().name = "Dinas \"Kominfo\"\n";
  auto plan = make_node(record_type<Plan>, id(3));
  plan->causal = written_by(*created_by(rina), budi, {0, 8});
  plan->as<Plan>().plan_start = 2023;
  plan->as<Plan>().mou_date = parse_iso_date("2022-09-08");
  plan->as<Plan>().currency_unit = CurrencyUnit::rupiah;
  auto item = make_node(record_type<ActionItem>, id(4));
  item->causal = deleted_by(*created_by(budi), rina);
  auto& action = item->as<ActionItem>();
  action.support_agencies = {{id(2)}};
  action.baseline = Decimal{0};
  action.targets.values = {{Year{2023}, Decimal{12'500'000}}, {Year{2024}, Decimal{-3'000'000}}};
  action.budget.values = {{Year{2023}, Money{350}}, {Year{2025}, Money{0}}};
  action.funding = {{{id(5)}, Decimal{60'000'000}, {}}, {}};
  action.in_dpa.values = {{Year{2023}, BudgetState::proposed}};
  action.quick_win = true;
  for (auto const& node : {plan, agency, item}) document.table(node->type).put(node);
  return document;
}

std::string const expected =
    R"({"format":"rancang","version":1,"kind":"plan","plan_id":"01FR9EZ7000000000000000001","saved_at":"2022-09-08T09:12:00+07:00","app":"1.0.0",
"replicas":{"d3Xabbbb":{"label":"Dinkes"},"k7Q2aaaa":{"label":"Diskominfo – Rina","agency":"01FR9EZ7000000000000000002"}},
"records":{
"plan":[
{"id":"01FR9EZ7000000000000000003","plan_start":2023,"plan_years":5,"mou_date":"2022-09-08","currency_unit":"rupiah"}
],
"agency":[
{"id":"01FR9EZ7000000000000000002","name":"Dinas \"Kominfo\"\n"}
],
"action_item":[
{"id":"01FR9EZ7000000000000000004","support_agencies":["01FR9EZ7000000000000000002"],"baseline":0,"targets":{"2023":12.5,"2024":-3},"budget":{"2023":350,"2025":0},"funding":[{"funding_source":"01FR9EZ7000000000000000005","share":60},{}],"quick_win":true,"in_dpa":{"2023":"proposed"}}
]
},
"causality":{
"*":{"created_by":"k7Q2aaaa","short":{"a":"d3Xabbbb","b":"k7Q2aaaa"}},
"01FR9EZ7000000000000000003":{"stamps":{"*":"b:1","region_name":"a:1","plan_years":"a:1"},"alive":["a:1"]},
"01FR9EZ7000000000000000004":{"seen":{"a":1,"b":1},"stamps":{"*":"a:1"},"alive":[]}
},
"end":{"records":3,"checksum":")";
}  // namespace

TEST_CASE("the file looks as FORMAT.md says, to the byte") {
  std::string const text = write_plan(small_plan(), {"plan", "2022-09-08T09:12:00+07:00", "1.0.0"});
  CHECK(text.substr(0, expected.size()) == expected);
  CHECK(text.size() == expected.size() + 16 + 3);
  CHECK(text.substr(text.size() - 3) == "\"}}");
}

TEST_CASE("the example of FORMAT.md is a file as this program writes it") {
  std::ifstream file(test::source_path("src/persist/FORMAT.md"), std::ios::binary);
  std::string const page{std::istreambuf_iterator<char>(file), {}};
  std::string const fence = "\n```\n";
  auto const start = page.find(fence) + fence.size(), end = page.find(fence, start);
  REQUIRE(end != std::string::npos);
  std::string const example = page.substr(start, end - start);
  auto const read = read_plan(example);
  REQUIRE(read);
  CHECK(read->remarks.empty());
  CHECK(write_plan(read->document, read->envelope) == example);
}

TEST_CASE("a deleted record, an optional zero and an empty row come back") {
  auto const read = read_plan(write_plan(small_plan(), {}));
  REQUIRE(read);
  CHECK(difference(small_plan(), read->document) == "");
  CHECK(read->document.table_of<ActionItem>().trash_size() == 1);
}

TEST_CASE("a slice keeps its scope as it came") {
  std::string const scope = R"({"agency":"01FR9EZ7000000000000000002","issued_by":"k7Q2aaaa","due":"2022-08-15","message":"Isi \"pagu\"","later":[1,2.50]})";
  Document document = small_plan();
  document.scope = std::make_shared<SliceScope const>(parse_scope(scope));
  EnvelopeInfo const slice{"slice", "", ""};
  std::string const text = write_plan(document, slice);
  CHECK(text.find("\"scope\":" + scope + ",\n") != std::string::npos);
  auto const read = read_plan(text);
  REQUIRE(read);
  CHECK(read->envelope.kind == "slice");
  REQUIRE(read->document.scope);
  CHECK(ulid_text(read->document.scope->agency) == "01FR9EZ7000000000000000002");
  CHECK(replica_text(read->document.scope->issued_by) == "k7Q2aaaa");
  CHECK(iso_date(*read->document.scope->due) == "2022-08-15");
  CHECK(read->document.scope->message == "Isi \"pagu\"");
  CHECK(write_plan(read->document, read->envelope) == text);
}

TEST_CASE("a line of a record is what stands in the file") {
  Document const document = small_plan();
  CHECK(record_line(*document.find(record_type<Agency>, id(2))) == R"({"id":"01FR9EZ7000000000000000002","name":"Dinas \"Kominfo\"\n"})");
}

TEST_CASE("causality costs next to nothing while nobody edits") {
  RandomPlan random(3);
  Document const document = random.document(20, 300);
  std::string const text = write_plan(document, {});
  auto const start = text.find("\"causality\":{"), end = text.find("\n},\n", start);
  CHECK((end - start) * 100 <= text.size() * 3);
}
