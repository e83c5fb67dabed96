// Files that came back, as the merge board has them: what each brings, what is to be decided, and what comes of it.
#include <doctest/doctest.h>

#include "core/edit/merge_board.hpp"
#include "workbench.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE_FIXTURE(Board, "what one file changes comes by itself, in one step that is taken back by one undo") {
  MergeSession const session = open({input("dinkes.json", edited(11, "Nurlela", 0, "output_indicator", "Baru", 0))});
  REQUIRE(session.files().size() == 1);
  CHECK(session.files()[0].state == MergeFileState::differs);
  CHECK(session.files()[0].sender == "Nurlela");
  CHECK(session.files()[0].agency == agency[0]);
  CHECK(session.files()[0].changes == 1);
  CHECK(session.tally().total == 1);
  CHECK(session.tally().waiting == 0);
  CHECK(text(0, "output_indicator") == "Keluaran awal dengan beberapa kata");
  REQUIRE(merge(session));
  CHECK(text(0, "output_indicator") == "Baru");
  CHECK(provenance(ours.document(), *ours.document().find(items, item[0]), field("output_indicator")).who->label == "Nurlela");
  CHECK(ours.history().steps().size() == 1);
  REQUIRE(ours.undo());
  CHECK(text(0, "output_indicator") == "Keluaran awal dengan beberapa kata");
  CHECK(Workbench::data_difference(start, ours.document()) == "");
}

TEST_CASE_FIXTURE(Board, "two agencies and the plan on one field: three values, one of them is chosen, and it does not come back") {
  write(ours, 0, "output_indicator", "Punya kami");
  Document const first = edited(11, "Nurlela", 0, "output_indicator", "Dari satu"), second = edited(12, "Hotman", 0, "output_indicator", "Dari dua");
  MergeSession session = open({input("satu.json", first), input("dua.json", second)});
  std::size_t const row = row_of(session, 0, "output_indicator");
  REQUIRE(row < session.rows().size());
  CHECK(session.rows()[row].group == MergeGroup::conflict);
  CHECK(session.tally().waiting == 1);
  auto const options = session.options(row);
  REQUIRE(options.size() == 3);
  CHECK(options[0].mine);
  CHECK(options[0].value == Value("Punya kami"));
  for (auto const& option : options) {
    if (option.mine) continue;
    REQUIRE(option.file);
    bool const is_first = option.value == Value("Dari satu");
    CHECK(*option.file == (is_first ? 0u : 1u));
    CHECK(option.who == (is_first ? "Nurlela" : "Hotman"));
  }
  session.decide(row, Pick::theirs, "Dari dua");
  CHECK(session.tally().waiting == 0);
  CHECK(session.result(row) == Value("Dari dua"));
  REQUIRE(merge(session));
  CHECK(text(0, "output_indicator") == "Dari dua");
  CHECK(state(0, "output_indicator") == FieldState::plain);
  MergeSession const again = open({input("satu.json", first), input("dua.json", second)});
  CHECK(again.files()[0].state == MergeFileState::identical);
  CHECK(again.files()[1].state == MergeFileState::identical);
  CHECK(again.tally().total == 0);
  auto const nothing = again.changes(author(1), Date{19'000});
  REQUIRE(nothing);
  CHECK(nothing->changes.empty());
}

TEST_CASE_FIXTURE(Board, "three agencies on one field: everything is shown, both is all of them, one's own value is written") {
  MergeSession session = open({input("a.json", edited(11, "A", 0, "output_indicator", "Satu")), input("b.json", edited(12, "B", 0, "output_indicator", "Dua")), input("c.json", edited(13, "C", 0, "output_indicator", "Tiga"))});
  std::size_t const row = row_of(session, 0, "output_indicator");
  REQUIRE(row < session.rows().size());
  CHECK(session.options(row).size() == 4);
  CHECK(session.can_have_both(row));
  session.decide(row, Pick::both);
  std::string const all = *session.result(row).as<std::string>();
  for (char const* part : {"Satu", "Dua", "Tiga"}) CHECK(all.find(part) != std::string::npos);
  session.decide(row, Pick::own, "Kata kami sendiri");
  REQUIRE(merge(session));
  CHECK(text(0, "output_indicator") == "Kata kami sendiri");
  CHECK(state(0, "output_indicator") == FieldState::plain);
}

TEST_CASE_FIXTURE(Board, "a conflict that is put off stays in the plan, and writing the shown value settles it") {
  write(ours, 0, "output_indicator", "Punya kami");
  MergeSession session = open({input("a.json", edited(11, "A", 0, "output_indicator", "Satu")), input("b.json", edited(12, "B", 1, "output_indicator", "Bersih"))});
  CHECK(session.tally().total == 2);
  CHECK(session.tally().waiting == 1);
  CHECK(session.tally().coming() == 1);
  REQUIRE(merge(session));
  CHECK(text(1, "output_indicator") == "Bersih");
  CHECK(state(0, "output_indicator") == FieldState::conflict);
  CHECK(open_conflicts(ours.document()).size() == 1);
  Node const& node = *ours.document().find(items, item[0]);
  auto const values = different_values(node, field("output_indicator"));
  REQUIRE(values.size() == 2);
  REQUIRE(ours.run(settling(node, field("output_indicator"), values[0].value, values[0].dot), 0, 1));
  CHECK(open_conflicts(ours.document()).empty());
  REQUIRE(ours.undo());
  CHECK(open_conflicts(ours.document()).size() == 1);
}

TEST_CASE_FIXTURE(Board, "what lies outside of a slice's scope waits to be accepted, and is refused by itself") {
  // Kesehatan writes into what Perhubungan leads: not by our editor, which would not let it.
  SliceScope scope;
  scope.agency = agency[0];
  Document slice = make_slice(start, scope);
  slice.table(items).put(*start.table(items).find(item[1]));
  auto node = clone_node(*start.find(items, item[1]));
  node->as<ActionItem>().output_indicator = "Di luar";
  node->causal = written_by(*node->causal, make_replica(11), {field("output_indicator")});
  slice.table(items).put(std::move(node));
  MergeSession session = open({input("dinkes.json", slice)});
  CHECK(session.files()[0].outside == 1);
  CHECK(rows_of(session, MergeGroup::outside) == 1);
  CHECK(session.tally().waiting == 1);
  auto const refused = session.changes(author(1), Date{19'000});
  REQUIRE(refused);
  CHECK(refused->changes.empty());
  session.accept(MergeGroup::outside);
  CHECK(session.tally().waiting == 0);
  REQUIRE(merge(session));
  CHECK(text(1, "output_indicator") == "Di luar");
  CHECK(ours.document().find(items, item[1])->causal->stamp_of(field("output_indicator")).replica == make_replica(11));
}

TEST_CASE_FIXTURE(Board, "a file without causality only proposes; what is taken is stamped with the file's own name") {
  MergeSession session = open({input("tangan.json", edited(11, "A", 0, "output_indicator", "Diubah tangan"), false)});
  std::size_t const row = row_of(session, 0, "output_indicator");
  REQUIRE(row < session.rows().size());
  CHECK(session.rows()[row].group == MergeGroup::proposal);
  CHECK(session.files()[0].proposals == 1);
  auto const nothing = session.changes(author(1), Date{19'000});
  REQUIRE(nothing);
  CHECK(nothing->changes.empty());
  session.decide(row, Pick::theirs, session.options(row)[1].value);
  REQUIRE(merge(session));
  CHECK(text(0, "output_indicator") == "Diubah tangan");
  auto const from = provenance(ours.document(), *ours.document().find(items, item[0]), field("output_indicator"));
  REQUIRE(from.who);
  CHECK(from.who->label == "tangan.json");
}

TEST_CASE_FIXTURE(Board, "copies are told apart: the very same file, one that adds nothing, one without news, one without items") {
  Editor later = copy(11, "A");
  write(later, 0, "output_indicator", "Satu");
  Document const early = later.document();
  write(later, 1, "output_indicator", "Dua");
  Document empty;
  empty.plan_id = start.plan_id;
  MergeSession session = open({input("lengkap.json", later.document()), input("lengkap (1).json", later.document()), input("awal.json", early), input("lama.json", start), input("kosong.json", empty)});
  auto const& files = session.files();
  CHECK(files[0].state == MergeFileState::differs);
  CHECK(files[1].state == MergeFileState::same);
  CHECK(files[1].like == 0);
  CHECK(files[2].state == MergeFileState::repeated);
  CHECK(files[3].state == MergeFileState::identical);
  CHECK(files[4].state == MergeFileState::empty);
  CHECK(session.tally().total == 2);
  MergeFile damaged;
  damaged.input.name = "rusak.json";
  damaged.state = MergeFileState::refused;
  damaged.told = "Berkas terpotong";
  session.tell(damaged);
  CHECK(session.files().size() == 6);
  CHECK_FALSE(session.files()[5].ticked);
  CHECK(session.tally().total == 2);
}

TEST_CASE_FIXTURE(Board, "a file that is not ticked brings nothing; decisions stay when it comes back") {
  write(ours, 0, "output_indicator", "Punya kami");
  MergeSession session = open({input("a.json", edited(11, "A", 0, "output_indicator", "Satu")), input("b.json", edited(12, "B", 1, "output_indicator", "Dua"))});
  session.decide(row_of(session, 0, "output_indicator"), Pick::ours);
  CHECK(session.tally().waiting == 0);
  session.tick(0, false);
  CHECK(session.tally().total == 1);
  CHECK(row_of(session, 0, "output_indicator") == session.rows().size());
  session.tick(0, true);
  CHECK(session.tally().total == 2);
  CHECK(session.tally().waiting == 0);
  // The plan goes on in the meantime.
  write(ours, 2, "output_indicator", "Sambil menunggu");
  session.rebase(ours.document());
  while (session.step()) {
  }
  CHECK(session.tally().waiting == 0);
  REQUIRE(merge(session));
  CHECK(text(0, "output_indicator") == "Punya kami");
  CHECK(text(1, "output_indicator") == "Dua");
  CHECK(text(2, "output_indicator") == "Sambil menunggu");
  CHECK(state(0, "output_indicator") == FieldState::plain);
}

TEST_CASE_FIXTURE(Board, "a merge that was worked out for an older state is refused") {
  MergeSession const session = open({input("a.json", edited(11, "A", 0, "output_indicator", "Satu"))});
  write(ours, 0, "output_indicator", "Sudah lain");
  auto const result = merge(session);
  REQUIRE_FALSE(result);
  CHECK(result.error().id == "edit.changed_meanwhile");
}

TEST_CASE_FIXTURE(Board, "fields that are decided together take the values of one side") {
  Editor there = copy(11, "A");
  write(there, 0, "start_year", Year{2024});
  write(there, 0, "end_year", Year{2026});
  write(ours, 0, "start_year", Year{2023});
  write(ours, 0, "end_year", Year{2025});
  MergeSession session = open({input("a.json", there.document())});
  std::size_t const start_row = row_of(session, 0, "start_year"), end_row = row_of(session, 0, "end_year");
  REQUIRE(start_row < session.rows().size());
  REQUIRE(end_row < session.rows().size());
  CHECK(session.tally().waiting == 2);
  session.decide(start_row, Pick::theirs, session.options(start_row)[1].value);
  CHECK(session.tally().waiting == 0);
  REQUIRE(merge(session));
  auto const& row = ours.document().find(items, item[0])->as<ActionItem>();
  CHECK(row.start_year == 2024);
  CHECK(row.end_year == 2026);
  CHECK(open_conflicts(ours.document()).empty());
}

TEST_CASE("a random half of many files, decided anyhow, never loses a value that was put off") {
  // Twelve people, four fields each: whatever is left undecided is still there afterwards, with every value.
  Board board;
  std::vector<MergeInput> files;
  for (std::uint64_t i = 0; i < 12; ++i) files.push_back(board.input("f" + std::to_string(i) + ".json", board.edited(20 + i, "P" + std::to_string(i), i % 3, i % 2 ? "output_indicator" : "location", "Nilai " + std::to_string(i))));
  MergeSession session = board.open(std::move(files));
  CHECK(rows_of(session, MergeGroup::conflict) == 6);
  for (std::size_t i = 0; i < session.rows().size(); i += 2) session.decide(i, Pick::ours);
  std::size_t waiting = 0;
  for (std::size_t i = 0; i < session.rows().size(); ++i) {
    if (session.is_decided(session.rows()[i])) continue;
    ++waiting;
    CHECK(session.options(i).size() == 3);
  }
  REQUIRE(board.merge(session));
  auto const left = open_conflicts(board.ours.document());
  CHECK(left.size() == waiting);
  for (auto const& one : left) CHECK(different_values(*one.node, one.field).size() == 2);
}
