#include <doctest/doctest.h>

#include "persist/plan_file.hpp"
#include "persist/plan_reader.hpp"
#include "persist/plan_writer.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
EnvelopeInfo const envelope{"plan", "2022-09-08T09:12:00+07:00", "1.0.0"};

Document lived_in(std::uint64_t seed) {
  RandomPlan random(seed);
  Document document = random.document(5, 40);
  add_history(document, random, seed % 3 == 0 ? 100 : 30);
  return document;
}
}  // namespace

TEST_CASE("every random plan, with conflicts and trash, is read back as it was and written again in the same bytes") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Document const document = lived_in(seed);
    std::string const text = write_plan(document, envelope);
    auto const read = read_plan(text);
    REQUIRE(read);
    CHECK(difference(document, read->document) == "");
    CHECK(read->remarks.empty());
    CHECK(read->has_causality);
    CHECK_FALSE(read->edited_by_hand);
    CHECK_FALSE(read->read_only);
    CHECK(read->envelope.saved_at == envelope.saved_at);
    CHECK(write_plan(read->document, read->envelope) == text);
  }
}

TEST_CASE("another layout or order of the same JSON gives the same plan, told as edited by hand") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Document const document = lived_in(seed);
    std::string const text = write_plan(document, envelope);
    for (std::string const& other : {respaced(text), causality_first(text), respaced(causality_first(text))}) {
      auto const read = read_plan(other);
      REQUIRE(read);
      CHECK(difference(document, read->document) == "");
      CHECK(read->edited_by_hand);
      REQUIRE(read->remarks.size() == 1);
      CHECK(read->remarks[0].id == "file.edited");
      CHECK(write_plan(read->document, read->envelope) == text);
    }
  }
}

TEST_CASE("a line end or a byte order mark that a mail program added does no harm") {
  std::string const text = write_plan(lived_in(7), envelope);
  for (std::string const& other : {text + "\n", text + "\r\n", "\xEF\xBB\xBF" + text}) {
    auto const read = read_plan(other);
    REQUIRE(read);
    CHECK_FALSE(read->edited_by_hand);
    CHECK(write_plan(read->document, read->envelope) == text);
  }
}

TEST_CASE("line ends of another system are read, and told as an edit") {
  std::string const text = write_plan(lived_in(8), envelope);
  std::string other;
  for (char c : text) other += c == '\n' ? "\r\n" : std::string(1, c);
  auto const read = read_plan(other);
  REQUIRE(read);
  CHECK(read->edited_by_hand);
  CHECK(write_plan(read->document, read->envelope) == text);
}

TEST_CASE("slices of any size are read to the same plan, from a source that hands out pieces") {
  std::string const text = write_plan(lived_in(11), envelope);
  for (std::size_t budget : {std::size_t{1}, std::size_t{70'000}, text.size() * 2}) {
    std::string piece;
    ByteSource source{text.size(), [&](std::size_t offset, std::size_t size) {
                        piece = text.substr(offset, size);
                        return std::string_view(piece);
                      }};
    PlanReader reader(std::move(source));
    double progress = 0;
    PlanReader::Step step = PlanReader::Step::more;
    while (step == PlanReader::Step::more) {
      step = reader.run(budget);
      CHECK(reader.progress() >= progress);
      progress = reader.progress();
    }
    REQUIRE(step == PlanReader::Step::done);
    CHECK(progress == 1);
    ReadPlan const read = reader.take();
    CHECK(write_plan(read.document, read.envelope) == text);
  }
}

TEST_CASE("a plan written in slices gives the same text as in one go") {
  Document const document = lived_in(12);
  PlanWriter writer(document, envelope);
  std::string text;
  double progress = 0;
  while (writer.run(500)) {
    text += writer.take();
    CHECK(writer.progress() >= progress);
    progress = writer.progress();
  }
  text += writer.take();
  CHECK(writer.progress() == 1);
  CHECK(text == write_plan(document, envelope));
}

TEST_CASE("an empty plan has a file") {
  auto const read = read_plan(write_plan(Document(), envelope));
  REQUIRE(read);
  CHECK(read->document.record_count() == 0);
  CHECK(read->remarks.empty());
}

TEST_CASE("records that came out of the file with equal stamps share them") {
  RandomPlan random(5);
  auto const read = read_plan(write_plan(random.document(5, 50), envelope));
  REQUIRE(read);
  Causal const* first = nullptr;
  for (auto const& table : read->document.tables)
    table.for_each_stored([&](NodePtr const& node) {
      if (!first) first = node->causal.get();
      CHECK(node->causal.get() == first);
    });
}

TEST_CASE("text that is no UTF-8, or holds a NUL, does not make a file that nobody can open") {
  Document document;
  auto node = make_node(record_type<Agency>, make_ulid(1, 2, 3));
  node->causal = created_by(make_replica(1));
  node->as<Agency>().name = std::string("Dinas \xC3") + '\0' + "\x80 Kesehatan";
  document.table(node->type).put(node);
  auto const read = read_plan(write_plan(document, envelope));
  REQUIRE(read);
  CHECK(read->document.get(Id<Agency>{node->id})->name == "Dinas \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD Kesehatan");
}
