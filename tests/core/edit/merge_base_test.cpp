// What ours and the files went on from: told where the stamps prove it, and nowhere else. And what a file brings by itself.
#include <doctest/doctest.h>

#include "support/merge_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr std::uint64_t noon = 1'661'500'000'000;
constexpr char first_value[] = "Keluaran awal dengan beberapa kata";

struct Based : MergeFiles {
  Editor ours{start, author(1)};

  static Editor go_on(Document document, Author author) { return Editor(std::move(document), std::move(author)); }
  MergeSession open(std::vector<MergeInput> files, Document base) {
    MergeSession out = session(ours.document(), std::move(files));
    out.set_base(std::move(base), noon);
    return out;
  }
  std::optional<Value> base_of(MergeSession const& session, std::string_view key = "output_indicator") const {
    std::size_t const row = row_of(session, 0, key);
    REQUIRE(row < session.rows().size());
    return session.base_value(row);
  }
};
}  // namespace

TEST_CASE_FIXTURE(Based, "both went on from the state that was kept: its value is told, in a conflict and in what comes by itself") {
  write(ours, 0, "output_indicator", "Punya kami");
  Editor there = copy(11, "Nurlela");
  write(there, 0, "output_indicator", "Dari mereka");
  write(there, 0, "location", "Hanya mereka");
  MergeSession session = MergeFiles::session(ours.document(), {input("a.json", there.document())});
  CHECK(session.base_unix_ms() == 0);
  CHECK_FALSE(base_of(session));
  std::uint64_t const before = session.revision();
  session.set_base(start, noon);
  CHECK(session.revision() > before);
  CHECK(session.base_unix_ms() == noon);
  CHECK(base_of(session) == Value(first_value));
  CHECK(base_of(session, "location") == Value(std::string()));
}

TEST_CASE_FIXTURE(Based, "a value that one side has never seen is no start of both") {
  write(ours, 0, "output_indicator", "Punya kami");
  MergeSession const session = open({input("a.json", edited(11, "A", 0, "output_indicator", "Dari mereka"))}, ours.document());
  CHECK_FALSE(base_of(session));
}

TEST_CASE_FIXTURE(Based, "a state from before what both know is no start either, unless nothing happened to the field since") {
  write(ours, 0, "output_indicator", "Tahap dua");
  Document const second = ours.document();
  Editor there = go_on(second, author(11));
  write(there, 0, "output_indicator", "Dari mereka");
  write(there, 0, "location", "Lokasi mereka");
  write(ours, 0, "location", "Lokasi kami");
  std::vector<MergeInput> const files{input("a.json", there.document())};
  MergeSession const early = open(files, start);
  CHECK_FALSE(base_of(early));               // ours still says "Tahap dua", which is not what the base says
  CHECK_FALSE(base_of(early, "location"));   // both know of a change to the record that the base does not know: it may have been this field
  MergeSession const right = open(files, second);
  CHECK(base_of(right) == Value("Tahap dua"));
  CHECK(base_of(right, "location") == Value(std::string()));
  // The location was not touched here: the early base's own value still stands.
  Based other;
  write(other.ours, 0, "output_indicator", "Tahap dua");
  Editor later = go_on(other.ours.document(), author(11));
  write(later, 0, "location", "Lokasi mereka");
  CHECK(base_of(other.open({input("a.json", later.document())}, other.start), "location") == Value(std::string()));
}

TEST_CASE_FIXTURE(Based, "of several files all have to have started there; a file without proof proves nothing") {
  write(ours, 0, "output_indicator", "Tahap dua");
  Document const second = ours.document();
  Editor there = go_on(second, author(11));
  write(there, 0, "output_indicator", "Dari satu");
  write(ours, 0, "output_indicator", "Punya kami");
  MergeInput const knows = input("satu.json", there.document()), older = input("dua.json", edited(12, "B", 0, "output_indicator", "Dari dua"));
  CHECK(base_of(open({knows}, second)) == Value("Tahap dua"));
  CHECK_FALSE(base_of(open({knows, older}, second)));
  CHECK_FALSE(base_of(open({knows, input("tangan.json", edited(13, "C", 0, "output_indicator", "Tangan"), false)}, second)));
}

TEST_CASE_FIXTURE(Based, "no base where it says two things itself, belongs to another plan, or the row is no field") {
  Document disputed = start;
  auto node = clone_node(*start.find(items, item[0]));
  auto causal = std::make_shared<Causal>(*node->causal);
  causal->others.push_back({field("output_indicator"), Dot{make_replica(50), 1}, Value("Lain")});
  node->causal = std::move(causal);
  disputed.table(items).put(std::move(node));
  write(ours, 0, "output_indicator", "Punya kami");
  std::vector<MergeInput> const files{input("a.json", edited(11, "A", 0, "output_indicator", "Dari mereka"))};
  CHECK_FALSE(base_of(open(files, disputed)));
  Document foreign = start;
  foreign.plan_id = make_ulid(1, 2, 3);
  MergeSession const session = open(files, foreign);
  CHECK(session.base_unix_ms() == 0);
  CHECK_FALSE(base_of(session));
  Editor there = copy(12, "B");
  REQUIRE(there.run(DeleteRecords{{{items, item[1]}}}, 0, 1));
  MergeSession const deletion = open({input("b.json", there.document())}, start);
  REQUIRE(deletion.rows().size() == 1);
  CHECK_FALSE(deletion.base_value(0));
}

TEST_CASE_FIXTURE(Based, "of a value that no file brings it is told whether it was here when the base was kept") {
  write(ours, 0, "output_indicator", "Punya kami");
  Editor there = copy(11, "Nurlela", 0);
  write(there, 0, "output_indicator", "Dari mereka");
  write(there, 0, "location", "Hanya mereka");
  MergeSession const session = open({input("a.json", there.document())}, start);
  auto const changed = session.options(row_of(session, 0, "output_indicator")), kept = session.options(row_of(session, 0, "location"));
  REQUIRE(changed.size() == 2);
  CHECK(changed[0].age == MergeOption::Age::after);
  CHECK(kept[0].age == MergeOption::Age::before);
  CHECK(changed[1].who == "Nurlela");
  CHECK(changed[1].agency == agency[0]);
}

TEST_CASE_FIXTURE(Based, "what a file brings by itself leaves conflicts as they are here, and nothing of what is only proposed or outside of its scope") {
  write(ours, 0, "output_indicator", "Punya kami");
  Editor there = copy(11, "Nurlela");
  write(there, 0, "output_indicator", "Dari mereka");
  write(there, 0, "location", "Hanya mereka");
  MergeSession const session = MergeFiles::session(ours.document(), {input("a.json", there.document()), input("tangan.json", edited(12, "B", 1, "location", "Usulan"), false)});
  ChangeSet const changes = session.clean_changes(0);
  REQUIRE(changes.records.size() == 1);
  CHECK(changes.records[0].before == *ours.document().table(items).find(item[0]));
  CHECK(changes.records[0].after->get(field("output_indicator")) == Value("Punya kami"));
  CHECK(changes.records[0].after->get(field("location")) == Value("Hanya mereka"));
  CHECK(conflict_fields(*changes.records[0].after).empty());  // an open conflict is told elsewhere, and is no error of the file
  CHECK(session.clean_changes(1).empty());
  CHECK_FALSE(session.files()[0].errors);
}
