// The files that are shipped with the product open, hold what they promise, and say what is invented.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "persist/plan_file.hpp"
#include "rules/completeness.hpp"
#include "support/source_dir.hpp"

using namespace rancang;

namespace {
std::string bytes_of(std::string const& path) {
  std::ifstream file(test::source_path(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
std::string sample_bytes() { return bytes_of("assets/samples/tebing-tinggi.rancang.json"); }
std::string template_bytes() { return bytes_of("assets/templates/new-plan.rancang.json"); }

ReadPlan read(std::string const& bytes) {
  auto result = read_plan(bytes);
  REQUIRE_MESSAGE(result, (result ? "" : result.error().id));
  return *result;
}

template <class R, class Visit>
void each(Document const& document, Visit&& visit) {
  document.table_of<R>().for_each([&](NodePtr const& node) {
    if (node->is_alive()) visit(node->as<R>(), *node);
  });
}
template <class R>
std::size_t count(Document const& document) {
  std::size_t number = 0;
  each<R>(document, [&](R const&, Node const&) { ++number; });
  return number;
}

// Calls check(name of the field, target, id) for every reference in a record, those in rows of a list included.
template <class Check>
void each_reference(RecordInfo const& info, void const* record, Check&& check) {
  for (auto const& field : info.fields) {
    if (Ulid const id = peek_reference(field, record)) check(field.key, field.target, id);
    if (field.type == ValueType::references) {
      Value const value = field.get(record);
      for (Ulid id : *value.as<std::vector<Ulid>>()) check(field.key, field.target, id);
    }
    if (field.nested)
      for (std::size_t row = 0; row < field.row_count(record); ++row) each_reference(*field.nested, field.row(record, row), check);
  }
}

void check_references(Document const& document) {
  for (auto const& table : document.tables)
    table.for_each([&](NodePtr const& node) {
      each_reference(node->info(), node->data(), [&](std::string_view key, RecordType target, Ulid id) {
        Node const* const found = document.find(target, id);
        INFO(node->info().name, ".", key, ": ", node->title());
        CHECK((found && found->is_alive()));
      });
    });
}

template <class R>
void check_certainty(Document const& document) {
  if constexpr (requires(R const& record) { record.certainty; })  // what a plan notes about its own keeping has none
    each<R>(document, [](R const& record, Node const& node) {
      std::string const where = std::string(node.info().name) + ": " + std::string(node.title());
      CHECK_MESSAGE(record.certainty != Certainty::unset, where);
      if constexpr (requires { record.source; })
        if (record.certainty == Certainty::official || record.certainty == Certainty::reported) CHECK_MESSAGE(!record.source.empty(), where);
    });
}
template <class... R>
void check_certainty_of_all(Document const& document, TypeList<R...>) {
  (check_certainty<R>(document), ...);
}

std::int64_t share_sum(ActionItem const& item) {
  std::int64_t micros = 0;
  for (auto const& share : item.funding) micros += share.share ? share.share->micros : 0;
  return micros / micros_per_unit;
}
}  // namespace

TEST_CASE("the sample plan opens without a remark and is written again byte for byte") {
  std::string const bytes = sample_bytes();
  REQUIRE(bytes.size() > 100'000);
  ReadPlan const plan = read(bytes);
  CHECK(plan.remarks.empty());
  CHECK(plan.envelope.kind == "plan");
  CHECK(plan.has_causality);
  CHECK_FALSE(plan.edited_by_hand);
  CHECK_FALSE(plan.read_only);
  bool const same = write_plan(plan.document, plan.envelope) == bytes;
  CHECK(same);
}

TEST_CASE("the sample plan holds a whole action plan of a city") {
  Document const document = read(sample_bytes()).document;
  CHECK(count<Agency>(document) >= 30);
  CHECK(count<Dimension>(document) == 6);
  CHECK(count<SubDimension>(document) == 18);
  CHECK(count<RpjmdMission>(document) == 4);
  CHECK(count<Mission>(document) >= 6);
  CHECK(count<MissionAlignment>(document) == 24);
  CHECK(count<Indicator>(document) >= 40);
  CHECK(count<Objective>(document) >= 18);
  CHECK(count<Strategy>(document) >= 18);
  CHECK(count<Program>(document) >= 40);
  CHECK(count<ActionItem>(document) >= 150);
  REQUIRE(document.single(record_type<Plan>));
  auto const& plan = document.single(record_type<Plan>)->as<Plan>();
  CHECK(plan.region_code == "12.76");
  CHECK(plan_years(document) == std::vector<Year>{2023, 2024, 2025, 2026, 2027});
  CHECK(document.single(record_type<RpjmdVision>));
  CHECK(document.single(record_type<Vision>));
}

TEST_CASE("every reference in the sample plan and in the template leads to a record") {
  check_references(read(sample_bytes()).document);
  check_references(read(template_bytes()).document);
}

TEST_CASE("every record of the sample plan says how certain it is, and facts name their source") {
  Document const document = read(sample_bytes()).document;
  check_certainty_of_all(document, Records{});
  each<ActionItem>(document, [](ActionItem const& item, Node const&) { CHECK(item.certainty == Certainty::illustration); });
  each<Dimension>(document, [](Dimension const& dimension, Node const&) { CHECK(dimension.certainty == Certainty::official); });
}

TEST_CASE("funding of the sample plan adds up, except in the rows that are left open on purpose") {
  Document const document = read(sample_bytes()).document;
  std::size_t whole = 0, open = 0;
  each<ActionItem>(document, [&](ActionItem const& item, Node const&) { ++(share_sum(item) == 100 ? whole : open); });
  CHECK(open == 5);
  CHECK(whole + open == count<ActionItem>(document));
}

TEST_CASE("the sample plan has one quick win in each dimension, TOPS and the culture week among them") {
  Document const document = read(sample_bytes()).document;
  std::set<std::string> dimensions, names;
  each<ActionItem>(document, [&](ActionItem const& item, Node const&) {
    if (!item.quick_win) return;
    names.insert(item.name);
    REQUIRE(document.get(item.dimension));
    dimensions.insert(document.get(item.dimension)->code);
  });
  CHECK(names.size() == 6);
  CHECK(dimensions == std::set<std::string>{"brand", "eco", "env", "gov", "liv", "soc"});
  CHECK(names.count("TOPS: portal layanan tunggal kota") == 1);
  CHECK(names.count("Semarak: Pekan Kebudayaan digital") == 1);
}

TEST_CASE("the sample plan has no error, and warnings only where the example wants them") {
  Document const document = read(sample_bytes()).document;
  Findings findings;
  findings.rebuild(document);
  CHECK(findings.counts().of(Severity::error) == 0);
  CHECK(findings.counts().of(Severity::warning) >= 5);
  CHECK(findings.counts().of(Severity::warning) <= 25);
  findings.for_each(document, [](Finding const& finding) {
    INFO(rule_info(finding.rule).id);
    CHECK(finding.severity != Severity::error);
  });
}

TEST_CASE("the small sample: Tanjungpinang 2019 has three quick wins, no error, and is written as it was read") {
  std::string const bytes = bytes_of("assets/samples/tanjungpinang.rancang.json");
  ReadPlan const plan = read(bytes);
  CHECK(plan.remarks.empty());
  CHECK(write_plan(plan.document, plan.envelope) == bytes);
  CHECK(count<QuickWin>(plan.document) == 3);
  CHECK(plan_years(plan.document).front() == 2019);
  check_references(plan.document);
  Findings findings;
  findings.rebuild(plan.document);
  CHECK(findings.counts().of(Severity::error) == 0);
  CHECK(findings.counts().of(Severity::warning) <= 5);
}

TEST_CASE("the template holds what every plan starts with, is small, and shares its ids with the sample plan") {
  std::string const bytes = template_bytes();
  CHECK(bytes.size() < 200'000);
  ReadPlan const plan = read(bytes);
  CHECK(plan.envelope.kind == "template");
  CHECK(plan.remarks.empty());
  CHECK(count<Dimension>(plan.document) == 6);
  CHECK(count<SubDimension>(plan.document) == 18);
  CHECK(count<FundingSource>(plan.document) >= 15);
  CHECK(count<ReadinessElement>(plan.document) == 5);
  CHECK(count<ReadinessSubElement>(plan.document) == 13);
  CHECK(count<ProfileFigure>(plan.document) >= 35);
  for (auto const& info : record_infos()) CHECK_MESSAGE((info.template_rows || info.type == record_type<ProfileFigure> || plan.document.table(info.type).size() == 0), info.name);
  Document const sample = read(sample_bytes()).document;
  for (auto const& table : plan.document.tables)
    table.for_each([&](NodePtr const& node) { CHECK_MESSAGE(sample.find(node->type, node->id), std::string(node->title())); });
  each<SubDimension>(plan.document, [&](SubDimension const& sub, Node const&) {
    Dimension const* const dimension = plan.document.get(sub.dimension);
    REQUIRE(dimension);
    CHECK(sub.code.rfind(dimension->code + ".", 0) == 0);
  });
}

TEST_CASE("a new plan, laid out from the template, is next to empty") {
  Document const document = read(template_bytes()).document;
  Findings findings;
  findings.rebuild(document);
  CHECK(completeness(findings, document, record_type<Dimension>).percent() == 100);
  CHECK(completeness(findings, document, record_type<ProfileFigure>).percent() == 50);  // named, without a value
  CHECK(completeness(findings, document).percent() <= 2);
}
