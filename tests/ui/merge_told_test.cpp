// What the merge board tells beside the choices: what the versions started from, which errors a file would bring, what it leaves out, and all of it as a report.
#include <doctest/doctest.h>

#include "board_at_work.hpp"
#include "rules/check.hpp"
#include "screen_check.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr std::uint64_t handed_out_ms = 1'661'500'000'000;  // 26 August 2022; the files are of 30 August
Decimal decimal(std::int64_t whole) { return {whole * micros_per_unit}; }

struct Told : BoardOpen {
  // What the slices went out with: from here on `start` is what everybody has.
  void hand_out() {
    start = ui.document();
    ui.store();
    ui.app().plan()->autosave.keep_point({0, handed_out_ms, PointKind::slices, "3"}, ui.document());
    ui.store();
  }
  probe::ProbeItem const* beginning_with(std::string const& label, probe::Role role) {
    for (auto const& item : ui.items())
      if (item.role == role && item.label.starts_with(label)) return &item;
    return nullptr;
  }
  std::string base_label(std::string_view key) {
    RecordInfo const& info = record_info(items);
    return std::string(field_label(ui.s(), info, info.fields[field(key)])) + ": " + std::string(ui.s().merge_base());
  }
  Ulid leader(std::size_t row) { return start.find(items, rows[row])->as<ActionItem>().lead_agency.value; }
  // The file of an agency, with something around it that only a newer version knows.
  OpenedFile slice_of(std::size_t row, Date issued_on, Extras extras = {}) {
    SliceScope scope;
    scope.agency = leader(row);
    scope.issued_on = issued_on;
    Sender sender(make_slice(start, scope), 31, "Nurlela");
    sender.write(rows[row], "location", "Dari OPD");
    Document document = sender.editor.document();
    if (!extras.empty()) document.extras = std::make_shared<Extras const>(std::move(extras));
    return {"opd.rancang.json", write_plan(document, {"slice", "2022-08-30T16:20:00+07:00", "1.0.0"}), 0};
  }
  std::uint32_t errors() { return ui.app().plan()->findings.counts().of(Severity::error); }
};
}  // namespace

TEST_CASE_FIXTURE(Told, "the value that the versions started from stands before them, says by how much they differ, and can't be chosen") {
  write(0, "baseline", decimal(10));
  write(0, "budget", SeriesValue{Element::money, {{Year{2024}, 800'000'000}, {Year{2025}, 5}}});
  hand_out();
  write(0, "baseline", decimal(12));
  write(0, "budget", SeriesValue{Element::money, {{Year{2024}, 900'000'000}, {Year{2025}, 5}}});
  ui.open_files({Sender(start, 31, "Nurlela").write(rows[0], "baseline", decimal(7)).write(rows[0], "budget", SeriesValue{Element::money, {{Year{2024}, 1'050'000'000}, {Year{2025}, 5}}}).file("dinkes-1.rancang.json")});
  ui.wait(500);
  REQUIRE(session().base_unix_ms() == handed_out_ms);
  probe::ProbeItem const* const base = beginning_with(base_label("baseline"), probe::Role::text);
  REQUIRE(base);
  CHECK(base->label.find("26 Agu 2022: 10") != std::string::npos);
  CHECK_FALSE(beginning_with(base_label("baseline"), probe::Role::radio));
  CHECK(ui.shows(ui.s().merge_base_up("2")));
  CHECK(ui.shows(ui.s().merge_base_down("3")));
  CHECK(ui.shows("2024: naik 100 juta dari dasar"));
  CHECK(ui.shows("2024: naik 250 juta dari dasar"));
  std::size_t const waiting = session().tally().waiting;
  ui.click_at(base->rect.x + base->rect.width / 2, base->rect.y + base->rect.height / 2);
  CHECK(session().tally().waiting == waiting);
  CHECK(session().decisions() == 0);
  ui.key(ImGuiKey_1);  // the keys still count the versions from the first one on
  MergeEntry const& entry = ui.app().plan()->merge_view.entries[ui.app().plan()->merge_view.current];
  CHECK(session().rows()[entry.index].pick == Pick::ours);
  CHECK(ui.shows("8 Sep 2022"));  // the day on which it was written
  for (std::string const& fault : screen_faults(ui)) CHECK_MESSAGE(false, fault);
}

TEST_CASE_FIXTURE(Told, "no base is told where no state from before the files was kept, or the newest one proves nothing") {
  write(0, "baseline", decimal(10));
  start = ui.document();
  ui.store();
  write(0, "baseline", decimal(12));
  OpenedFile const file = from(31, "dinkes", 0, "baseline", decimal(15));
  ui.open_files({file});
  ui.wait(500);
  CHECK(session().base_unix_ms() == 0);  // the automatic points are newer than the file
  CHECK_FALSE(beginning_with(base_label("baseline"), probe::Role::text));
  REQUIRE(ui.click(ui.s().merge_cancel()));
  ui.app().plan()->autosave.keep_point({0, handed_out_ms, PointKind::named, "Sesudah diubah di sini"}, ui.document());
  ui.store();
  ui.open_files({file});
  ui.wait(500);
  CHECK(session().base_unix_ms() == handed_out_ms);
  CHECK_FALSE(beginning_with(base_label("baseline"), probe::Role::text));
}

TEST_CASE_FIXTURE(Told, "reading the base leaves the screen of changes alone, and the other way round") {
  write(0, "baseline", decimal(10));
  hand_out();
  write(0, "baseline", decimal(12));
  ui.store();
  std::uint64_t point = 0;
  for (auto const& kept : ui.app().plan()->points())
    if (kept.kind == PointKind::slices) point = kept.generation;
  REQUIRE(point != 0);
  go({Screen::changes, ui.document().plan_id, RecordType::none, {}});
  CHECK(ui.shows(ui.s().point_slices("3")));
  ui.app().make_ui().send.put(PointRequest{PointRequest::Wish::show, point, {}});
  ui.frame();
  ui.open_files({from(31, "dinkes", 0, "baseline", decimal(15))});
  ui.wait(500);
  CHECK(session().base_unix_ms() == handed_out_ms);
  go({Screen::changes, ui.document().plan_id, RecordType::none, {}});
  ui.wait(500);
  ChangesState const& state = ui.app().plan()->changes_view;
  CHECK(state.since == point);
  REQUIRE(state.is_read());
  CHECK(state.base->find(items, rows[0])->get(field("baseline")) == Value(decimal(10)));
}

TEST_CASE_FIXTURE(Told, "each slice says when it was handed out, and whether its agency has a newer one; narrow windows do without") {
  ui.app().edit(CreateRecord{{record_type<IssuedSlice>, {}, {{static_cast<std::uint8_t>(field_of<&IssuedSlice::agency>), leader(0)}, {static_cast<std::uint8_t>(field_of<&IssuedSlice::issued_on>), *parse_iso_date("2022-08-26")}}}, {}});
  ui.settle();
  ui.open_files({slice_of(0, *parse_iso_date("2022-08-12"))});
  CHECK(ui.find(ui.s().merge_base(), probe::Role::column_header));
  CHECK(ui.shows(ui.s().merge_base_older("12 Agu 2022")));
  ui.resize({1024, 768});
  CHECK(ui.find(ui.s().merge_col_errors(), probe::Role::column_header));
  CHECK_FALSE(ui.find(ui.s().merge_base(), probe::Role::column_header));
  CHECK_FALSE(ui.shows("12 Agu 2022"));
  ui.resize({1920, 1080});
  REQUIRE(ui.click(ui.s().merge_cancel()));
  ui.open_files({slice_of(0, *parse_iso_date("2022-08-26"))});
  CHECK(ui.shows("26 Agu 2022"));
  CHECK_FALSE(ui.shows(ui.s().merge_base_older("26 Agu 2022")));
}

TEST_CASE_FIXTURE(Told, "the errors that a file would bring are counted before it is merged, and come when it is") {
  write(1, "output_indicator", "Ditulis di sini");
  ui.open_files({from(31, "dinkes", 0, "name", std::string()), Sender(start, 32, "Hotman").write(rows[1], "location", "Tanpa salah").write(rows[1], "output_indicator", "Ditulis di sana").file("dishub.rancang.json")});
  ui.wait(200);
  REQUIRE(session().tally().rows[static_cast<std::size_t>(MergeGroup::conflict)] == 1);  // to be decided: no error of the file
  CHECK(session().files()[0].errors == 1u);
  CHECK(session().files()[1].errors == 0u);
  CHECK(ui.shows(std::string(ui.s().merge_col_errors()) + ": 1"));
  std::uint32_t const before = errors();
  write(2, "name", std::string());  // the plan goes on: it is counted anew, and what was wrong already is not the file's
  ui.wait(200);
  CHECK(session().files()[0].errors == 1u);
  REQUIRE(ui.click("dishub.rancang.json", probe::Role::checkbox));
  CHECK(ui.shows(std::string(ui.s().merge_col_errors()) + ": 1"));
  REQUIRE(ui.click("dinkes.rancang.json", probe::Role::checkbox));
  CHECK(ui.shows(std::string(ui.s().merge_col_errors()) + ": 0"));
  REQUIRE(ui.click("dinkes.rancang.json", probe::Role::checkbox));
  REQUIRE(ui.click(ui.s().merge_confirm("1")));
  CHECK(errors() == before + 2);
}

TEST_CASE_FIXTURE(Told, "what a file leaves out is told at the file and at the head") {
  ui.open_files({slice_of(0, *parse_iso_date("2022-08-26"), {{"later", "[1]"}, {"later_too", "2"}})});
  REQUIRE(session().files()[0].left_out.size() == 2);
  CHECK(ui.find(ui.s().merge_left_out("later, later_too"), probe::Role::image));
  CHECK(ui.shows(ui.s().merge_left_out_facts("2")));
  REQUIRE(ui.click(ui.s().merge_report()));
  CHECK(ui.platform().clipboard_plain.find(ui.s().merge_left_out("later, later_too")) != std::string::npos);
}

TEST_CASE_FIXTURE(Told, "the report says for the minutes what each file is, what comes, what was decided and how, what waits and what is refused") {
  OpenedFile by_hand = from(33, "hotman", 2, "location", "Diusulkan");
  by_hand.bytes.replace(by_hand.bytes.find("Diusulkan"), 9, "Ditulis tangan");
  write(1, "location", "Terminal kami");
  write(0, "location", "Tepi sungai kami");
  ui.open_files({Sender(start, 31, "Nurlela").write(rows[0], "location", "Tepi sungai Dinkes").write(rows[0], "output_indicator", "Indikator Dinkes").file("dinkes-1.rancang.json"),
                 Sender(start, 32, "Yusniar").write(rows[1], "location", "Terminal RSUD").file("rsud-1.rancang.json"), by_hand, {"rusak.json", "{", 0}});
  ui.wait(200);
  REQUIRE(ui.click(ui.s().merge_report()));
  CHECK(ui.told(ui.s().merge_report_copied()));
  auto const& text = ui.platform().clipboard_plain;
  CAPTURE(text);
  auto const says = [&](std::string_view part) { return text.find(part) != std::string::npos; };
  auto const section = [&](std::string_view title, int count) { return says("\n" + std::string(title) + " (" + std::to_string(count) + ")\n"); };
  CHECK(text.starts_with("Laporan gabungan berkas OPD, Kota Tebing Tinggi, 8 September 2022\n"));
  CHECK(says("(dinkes-1.rancang.json): pengirim Nurlela, disimpan 30 Agu 2022 16.20"));
  CHECK(says("2 ubahan: 1 bersih, 1 diubah keduanya, 0 di luar lingkup, 0 usulan."));
  CHECK(says("- rusak.json: "));
  CHECK(section(ui.s().merge_report_clean(), 1));
  CHECK(says("menjadi Indikator Dinkes (Nurlela)."));
  CHECK(section(ui.s().merge_report_waiting(), 3));
  CHECK(says("Versi saya: Tepi sungai kami; Versi"));
  CHECK_FALSE(says("\n" + std::string(ui.s().merge_report_decided())));
  std::size_t taken = session().rows().size(), kept = taken, proposed = taken;
  for (std::size_t i = 0; i < session().rows().size(); ++i) {
    MergeRow const& row = session().rows()[i];
    Ulid const id = session().items()[row.item].id;
    if (row.group == MergeGroup::proposal) proposed = i;
    else if (row.group == MergeGroup::conflict) (id == rows[0] ? taken : kept) = i;
  }
  REQUIRE(std::max({taken, kept, proposed}) < session().rows().size());
  auto const decide = [&](std::size_t row, Pick pick, Value value) { ui.app().make_ui().send.put(MergeRequest{MergeRequest::Kind::decide, row, pick, std::move(value)}); };
  decide(taken, Pick::theirs, "Tepi sungai Dinkes");
  decide(kept, Pick::own, "Terminal bersama");
  decide(proposed, Pick::ours, {});
  ui.settle();
  REQUIRE(ui.click(ui.s().merge_report()));
  CHECK(section(ui.s().merge_report_decided(), 2));
  CHECK(says("dari Tepi sungai kami menjadi Tepi sungai Dinkes. Diputuskan: Versi"));
  CHECK(says("dari Terminal kami menjadi Terminal bersama. Diputuskan: Nilai yang disunting sendiri."));
  CHECK(section(ui.s().merge_report_refused(), 1));
  CHECK(says("Ditulis tangan (Usulan)."));
  CHECK_FALSE(says("\n" + std::string(ui.s().merge_report_waiting())));
  REQUIRE(ui.click("rsud-1.rancang.json", probe::Role::checkbox));
  REQUIRE(ui.click(ui.s().merge_report()));
  CHECK(says(ui.s().merge_report_unticked()));
}
