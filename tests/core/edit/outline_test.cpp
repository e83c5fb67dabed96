#include "edit/outline.hpp"

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "edit/editor.hpp"
#include "model/reference_lookup.hpp"
#include "support/random_plan.hpp"

using namespace rancang;

namespace {
// "1 Layanan publik": level and text of each line.
std::vector<std::string> levels(std::string_view text, OutlineLevel base = OutlineLevel::mission) {
  std::vector<std::string> out;
  for (OutlineLine const& line : read_outline_lines(text, base).lines) out.push_back(std::to_string(line.level) + " " + line.text);
  return out;
}
using Lines = std::vector<std::string>;

struct Desk {
  std::uint64_t made = 0;
  Author author{make_replica(5), [this] { return make_ulid(1'700'000'000'000, 3, ++made); }, created_by(make_replica(5))};
  Editor editor{[] {
                  Document document;
                  document.plan_id = make_ulid(1, 1, 1);
                  return document;
                }(),
                author};

  Document const& document() const { return editor.document(); }
  OutlinePlan look(std::string_view text, OutlineLevel base = OutlineLevel::mission) const { return plan_outline(document(), text, base); }
  OutlinePlan paste(std::string_view text, OutlineLevel base = OutlineLevel::mission) {
    OutlinePlan plan = look(text, base);
    REQUIRE(editor.run(outline_command(document(), plan, author.new_id), 0, 0));
    return plan;
  }
  template <class R>
  std::vector<R const*> all() const {
    std::vector<R const*> out;
    for (Node const* node : in_plan_order(document(), record_type<R>)) out.push_back(&node->as<R>());
    return out;
  }
};

std::vector<std::string> problems(OutlinePlan const& plan) {
  std::vector<std::string> out;
  for (auto const& problem : plan.problems) out.push_back(std::to_string(problem.line) + " " + problem.problem.id);
  return out;
}
constexpr char whole[] =
    "Visi: Kota yang tangguh\n"
    "Misi 1: Tata kelola\n"
    "  Tujuan 1.1 Layanan yang cepat\n"
    "    Sasaran 1.1.1 Izin terbit dalam sehari\n"
    "      Program 2.16.03 Pengelolaan Aplikasi Informatika\n"
    "      Program Penunjang Urusan\n"
    "Misi 2: Ekonomi\n";
}  // namespace

TEST_CASE("labels in Indonesian and English tell the level, whatever the indentation") {
  CHECK(levels(whole) == Lines{"0 Kota yang tangguh", "1 Tata kelola", "2 Layanan yang cepat", "3 Izin terbit dalam sehari", "4 Pengelolaan Aplikasi Informatika", "4 Program Penunjang Urusan", "1 Ekonomi"});
  CHECK(levels("Vision: A\nMission 1. B\nGoal 1.1: C\nObjective - D\nProgramme: E") == Lines{"0 A", "1 B", "2 C", "3 D", "4 E"});
  CHECK(levels("MISI II Ekonomi\nTujuan meningkatnya investasi") == Lines{"1 Ekonomi", "2 meningkatnya investasi"});
  CHECK(levels("Misional belaka") == Lines{"1 Misional belaka"});
}

TEST_CASE("indentation by blanks, tabs and both tells the level") {
  Lines const wanted{"1 A", "2 B", "3 C", "3 D", "2 E", "1 F"};
  CHECK(levels("A\n  B\n    C\n    D\n  E\nF") == wanted);
  CHECK(levels("A\n\tB\n\t\tC\n\t\tD\n\tE\nF") == wanted);
  CHECK(levels("A\n    B\n\t\tC\n        D\n\tE\nF") == wanted);
  CHECK(levels("A\r\n  - B\r\n    * C\r\n    \u2022 D\r\n  - E\r\nF\r\n") == wanted);
  CHECK(levels("   B\nA\n  C") == Lines{"1 B", "1 A", "2 C"});
  CHECK(levels("Visi kota\n Misi", OutlineLevel::vision) == Lines{"0 kota"});
}

TEST_CASE("dotted numbers tell the level; codes with zeros are programmes; a number in a sentence is none") {
  CHECK(levels("1. A\n1.1 B\n1.1.1. C\n1.1.1.1 D\n2. E") == Lines{"1 A", "2 B", "3 C", "4 D", "1 E"});
  CHECK(levels("1. A\n2.16.03 B\n2) C\n(3) D\na. E") == Lines{"1 A", "4 B", "1 C", "1 D", "1 E"});
  CHECK(levels("24 jam layanan\n1.\tDari pengolah kata") == Lines{"1 24 jam layanan", "1 Dari pengolah kata"});
  auto const lines = read_outline_lines("Misi 3: A\n4. B\nProgram 2.16.03 C", OutlineLevel::mission).lines;
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].number == 3);
  CHECK(lines[1].number == 4);
  CHECK(lines[2].code == "2.16.03");
}

TEST_CASE("a heading stands for the lines under it, or for the next one") {
  CHECK(levels("VISI\nKota yang tangguh\nMISI\n1. A\n2. B\nTUJUAN:\n- C") == Lines{"0 Kota yang tangguh", "1 A", "1 B", "2 C"});
  auto const lines = read_outline_lines("Misi 7\nTata kelola", OutlineLevel::mission).lines;
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].number == 7);
  CHECK(lines[0].text == "Tata kelola");
}

TEST_CASE("a table with a head is read by its columns, an empty cell means the same as above") {
  OutlineText const read = read_outline_lines("No\tMisi RPJMD\tTujuan\tIndikator\tSasaran\n1\tA\tB\tx\tC\n2\t\t\tx\tD\n3\t\tE\tx\tF\n", OutlineLevel::mission);
  Lines found;
  for (auto const& line : read.lines) found.push_back(std::to_string(line.level) + " " + line.text);
  CHECK(found == Lines{"1 A", "2 B", "3 C", "3 D", "2 E", "3 F"});
  REQUIRE(read.unknown_columns.size() == 2);
  CHECK(read.unknown_columns[1].text == "Indikator");
  CHECK(levels("Mission\tGoals\nA\tB") == Lines{"1 A", "2 B"});
  CHECK(levels("A\tB\n\tC\nA\tD") == Lines{"1 A", "2 B", "2 C", "1 A", "2 D"});
}

TEST_CASE("an outline becomes records that refer to each other, in one step of undo") {
  Desk desk;
  OutlinePlan const plan = desk.paste(whole);
  CHECK(plan.problems.empty());
  CHECK(plan.created == 7);
  auto const missions = desk.all<RpjmdMission>();
  REQUIRE(missions.size() == 2);
  CHECK(missions[0]->text == "Tata kelola");
  CHECK(missions[0]->number == 1);
  CHECK(missions[1]->number == 2);
  CHECK(missions[0]->order < missions[1]->order);
  auto const programs = desk.all<RpjmdProgram>();
  REQUIRE(programs.size() == 2);
  CHECK(programs[0]->code == "2.16.03");
  auto const* objective = desk.document().get(programs[1]->objective);
  REQUIRE(objective);
  auto const* goal = desk.document().get(objective->goal);
  REQUIRE(goal);
  CHECK(desk.document().get(goal->mission) == missions[0]);
  CHECK(desk.all<RpjmdVision>().front()->statement == "Kota yang tangguh");
  REQUIRE(desk.editor.undo());
  CHECK(desk.document().record_count() == 0);
}

TEST_CASE("pasted again nothing is new; only what differs is added under what is there") {
  Desk desk;
  desk.paste(whole);
  OutlinePlan const again = desk.look("visi:  KOTA yang tangguh\n" + std::string(whole));
  CHECK(again.created == 0);
  CHECK(again.known == 7);
  CHECK(again.problems.empty());
  Document const before = desk.document();
  OutlinePlan const more = desk.paste("Misi 1: tata kelola\n\tLayanan yang ramah\nTujuan: Layanan yang cepat\n\tAntrean hilang");
  CHECK(more.created == 2);
  CHECK(desk.all<RpjmdGoal>().size() == 2);
  for (auto const& info : record_infos()) before.table(info.type).for_each([&](NodePtr const& node) { CHECK(*desk.document().table(info.type).find(node->id) == node); });
  OutlinePlan const deep = desk.paste("Sasaran: Izin terbit dalam sehari\n  Program baru", OutlineLevel::objective);
  CHECK(deep.problems.empty());
  CHECK(desk.all<RpjmdProgram>().size() == 3);
}

TEST_CASE("the vision is filled while it is empty and never replaced") {
  Desk desk;
  REQUIRE(desk.editor.run(CreateRecord{{record_type<RpjmdVision>, {}, {}}, {}}, 0, 0));
  desk.paste("Visi: A");
  CHECK(desk.all<RpjmdVision>().size() == 1);
  CHECK(desk.all<RpjmdVision>().front()->statement == "A");
  OutlinePlan const other = desk.paste("Visi: B\nMisi: C");
  CHECK(problems(other) == Lines{"1 outline.other_vision"});
  CHECK(desk.all<RpjmdVision>().front()->statement == "A");
  CHECK(desk.all<RpjmdMission>().size() == 1);
}

TEST_CASE("what cannot be read is told with its line, and what hangs on it is left out") {
  Desk desk;
  CHECK(problems(desk.look("Tujuan: A")) == Lines{"1 outline.no_mission"});
  CHECK(problems(desk.look("Misi: A\nSasaran: B\nProgram: C")) == Lines{"2 outline.no_goal", "3 outline.above_unread"});
  CHECK(problems(desk.look("1.\n2. A")) == Lines{"1 outline.no_text"});
  CHECK(problems(desk.look("Misi: " + std::string(700, 'x') + "\n  B")) == Lines{"1 outline.too_long", "2 outline.above_unread"});
  CHECK(problems(desk.look("A\n B\n  C\n   D\n    E")) == Lines{"5 outline.too_deep"});
  CHECK(problems(desk.look("Misi\tAnggaran\nA\t5")) == Lines{"1 outline.unknown_column"});
  CHECK(desk.look("").items.empty());
  CHECK(desk.look(" \n\t\r\n  ").problems.empty());
}

TEST_CASE("ten thousand lines are one step") {
  Desk desk;
  std::string text;
  for (int mission = 0; mission < 50; ++mission) {
    text += "Misi " + std::to_string(mission + 1) + ": Misi ke-" + std::to_string(mission) + "\n";
    for (int goal = 0; goal < 199; ++goal) text += "\tTujuan " + std::to_string(mission) + "/" + std::to_string(goal) + " \u00E9\u4E2D\u6587\n";
  }
  OutlinePlan const plan = desk.paste(text);
  CHECK(plan.created == 10'000);
  CHECK(plan.problems.empty());
  CHECK(desk.all<RpjmdGoal>().size() == 50 * 199);
  CHECK(desk.editor.history().steps().size() == 1);
}

TEST_CASE("no text, however broken, does more than be refused") {
  testing::RandomPlan random(11);
  static constexpr std::string_view parts[] = {"Misi", " 1", ":", "\t", "\n", "\r", "  ", "1.1", ".", "2.16.03", "Tujuan", "Program", "\xFF", "\u200B", "\u202E", "\"", "A b", "\u4E2D", "-", "(", ")", "VISI\n", "99999999999999999999", "IVX", std::string_view("\0", 1)};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint64_t count = random.number(40); count > 0; --count) text += parts[random.number(std::size(parts))];
    Desk desk;
    OutlinePlan const plan = desk.paste(text, static_cast<OutlineLevel>(random.number(5)));
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
      CHECK(plan.items[i].parent < static_cast<int>(i));
      CHECK_FALSE(plan.items[i].from.text.empty());
    }
    CHECK(desk.document().record_count() == plan.created);
  }
}

TEST_CASE("every table of the tree knows its level") {
  for (int level = 0; level < outline_level_count; ++level) CHECK(outline_level(outline_type(static_cast<OutlineLevel>(level))) == static_cast<OutlineLevel>(level));
  CHECK_FALSE(outline_level(record_type<Agency>));
}
