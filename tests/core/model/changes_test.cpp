// What is different between two states of a plan, field by field, and in sentences.
#include <doctest/doctest.h>

#include "../edit/workbench.hpp"
#include "books/change_report.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Compared : Workbench {
  Document from = editor.document();
  Strings strings;
  ValueStyle style = value_style(strings, NumberStyle::indonesian, MoneyUnit::rupiah);

  std::vector<FieldChange> changes() const { return changes_between(from, document()); }
  ChangeWords words() const { return {from, document(), strings, style}; }
  std::string sentence(std::size_t i = 0) const { return change_sentence(words(), changes().at(i)); }
};
}  // namespace

TEST_CASE_FIXTURE(Compared, "a state compared with itself has no changes") { CHECK(changes().empty()); }

TEST_CASE_FIXTURE(Compared, "a written field says who wrote it, and what it was") {
  REQUIRE(name(1, "Dinas Kesehatan"));
  REQUIRE(changes().size() == 1);
  FieldChange const change = changes().front();
  CHECK(change.kind == ChangeKind::written);
  CHECK(change.field == agency_field("name"));
  CHECK(change.by == self);
  CHECK(sentence() == "OPD “B” berganti nama menjadi “Dinas Kesehatan”");
  strings.language = Language::en;
  CHECK(sentence().find("“B” renamed to “Dinas Kesehatan”") != std::string::npos);
  strings.language = Language::id;
  from = document();
  REQUIRE(run(SetField{{agencies, rows[1], agency_field("short_name"), std::string("Dinkes")}}));
  CHECK(sentence().find(" pada OPD “Dinas Kesehatan” diisi: Dinkes") != std::string::npos);
  from = document();
  REQUIRE(run(SetField{{agencies, rows[1], agency_field("short_name"), std::string("DKK")}}));
  CHECK(sentence().find(" pada OPD “Dinas Kesehatan”: dari Dinkes menjadi DKK") != std::string::npos);
}

TEST_CASE_FIXTURE(Compared, "what is written and taken back is no change, and neither is a row that only moved") {
  REQUIRE(name(1, "Dinas Kesehatan"));
  REQUIRE(editor.undo());
  REQUIRE(run(MoveRecords{agencies, {rows[0]}, {}}));
  CHECK(changes().empty());
}

TEST_CASE_FIXTURE(Compared, "new, deleted and restored rows are told once, without their fields") {
  REQUIRE(run(CreateRecord{{agencies, {}, {{agency_field("name"), std::string("Bappeda")}}}, {}}));
  REQUIRE(changes().size() == 1);
  CHECK(changes().front().kind == ChangeKind::created);
  CHECK(sentence() == "OPD \xE2\x80\x9C" "Bappeda\xE2\x80\x9D ditambahkan");
  REQUIRE(editor.undo());
  REQUIRE(run(DeleteRecords{{{agencies, rows[2]}}}));
  REQUIRE(changes().size() == 1);
  CHECK(changes().front().kind == ChangeKind::deleted);
  from = document();
  REQUIRE(run(RestoreRecords{{{agencies, rows[2]}}}));
  REQUIRE(changes().size() == 1);
  CHECK(changes().front().kind == ChangeKind::restored);
}

TEST_CASE_FIXTURE(Compared, "a long text is shown around what changed in it, cut between words") {
  std::string const before = "Menyatukan layanan kependudukan, perizinan, dan pengaduan dalam satu pintu daring yang dilayani sepanjang hari oleh setiap kelurahan";
  REQUIRE(run(SetField{{items, item, item_field("location"), before}}));
  from = document();
  std::string after = before;
  after.replace(after.find("satu pintu"), 10, "dua pintu");
  REQUIRE(run(SetField{{items, item, item_field("location"), after}}));
  std::string const text = sentence();
  CHECK(text.find("pengaduan dalam satu pintu daring") != std::string::npos);
  CHECK(text.find("dua pintu daring") != std::string::npos);
  CHECK(text.find("dari \xE2\x80\xA6 ") != std::string::npos);
}

TEST_CASE("the changed part of two texts never cuts a letter, wherever they differ") {
  std::string const a = "é ü ñ kata 日本 語 akhir", b = "é ö ñ kata 日本 話 akhir";
  TextChange const change = changed_words(a, b, 0);
  CHECK(change.before == "ü ñ kata 日本 語");
  CHECK(change.after == "ö ñ kata 日本 話");
  CHECK(changed_words("", "baru").after == "baru");
  CHECK(changed_words("lama", "").before == "lama");
  CHECK(changed_words("sama", "sama").before == "sama");
  CHECK(changed_words("satu dua", "satu dua tiga", 0).after == "dua tiga");
}

TEST_CASE_FIXTURE(Compared, "a report is grouped by person, agency or form") {
  auto replicas = std::map<ReplicaId, ReplicaInfo>{{self, {"Rina", {}}}};
  editor.set_replicas(replicas);
  REQUIRE(run(SetField{{items, item, item_field("name"), std::string("Portal layanan")}}));
  REQUIRE(name(3, "Bappeda"));
  REQUIRE(run(DeleteRecords{{{agencies, rows[2]}}}));
  auto const titles = [&](ChangeGroup by) {
    std::string out;
    for (auto const& group : change_report(words(), changes(), by).groups) out += group.title + " " + std::to_string(group.count) + "|";
    return out;
  };
  CHECK(titles(ChangeGroup::person) == "Rina 2|Tidak diketahui 1|");
  CHECK(titles(ChangeGroup::agency) == "A 1|Bappeda 1|C 1|");
  CHECK(titles(ChangeGroup::form) == "OPD 2|Rencana aksi 1|");
  ChangeReport const report = change_report(words(), changes(), ChangeGroup::person);
  std::string const text = report_text(words(), report, "Perubahan");
  CHECK(text.find("Perubahan\n\nRina\n- ") == 0);
  CHECK(text.find("\nTidak diketahui\n- OPD \xE2\x80\x9C" "C\xE2\x80\x9D dihapus\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Compared, "changes are grouped by the day of the writing, the stage of the plan in which it lies, and the file that brought it") {
  ReplicaId const early = make_replica(31), late = make_replica(32);
  auto const workshop = [&](std::string title, char const* start, char const* end, WorkshopPhase phase = WorkshopPhase::unset) {
    RecordInfo const& info = record_info(record_type<Workshop>);
    auto const field = [&](char const* key) { return static_cast<std::uint8_t>(info.index_of(key)); };
    REQUIRE(run(CreateRecord{{info.type, {}, {{field("name"), std::move(title)}, {field("start_date"), *parse_iso_date(start)}, {field("end_date"), *parse_iso_date(end)}, {field("phase"), EnumIndex{static_cast<std::uint8_t>(phase)}}}}, {}}));
  };
  auto const write_as = [&](ReplicaId who, char const* day, std::size_t row, std::string text) {
    Author next = author();
    next.replica = who, next.day = parse_iso_date(day), next.label = "Dinkes";
    editor.write_as(next);
    REQUIRE(name(row, std::move(text)));
  };
  auto const titles = [&](ChangeGroup by, Arrivals const& arrivals = {}) {
    std::string out;
    for (auto const& group : change_report({from, document(), strings, style, &arrivals}, changes(), by).groups) out += group.title + " " + std::to_string(group.count) + "|";
    return out;
  };
  REQUIRE(name(2, "Tanpa hari"));
  write_as(late, "2022-10-11", 0, "Satu");
  CHECK(titles(ChangeGroup::stage) == "Jadwal Bimtek belum diisi 1|Tanpa tanggal 1|");
  Author plain = author();
  editor.write_as(plain);
  workshop("Bimtek II", "2022-10-03", "2022-10-04");
  workshop("Bimtek I", "2022-09-07", "2022-09-08");
  workshop("Sesudah Bimtek IV", "2022-09-05", "2022-09-05", WorkshopPhase::after);  // no workshop
  from.table(record_type<Workshop>) = document().table(record_type<Workshop>);
  write_as(early, "2022-09-08", 1, "Dua");
  CHECK(titles(ChangeGroup::day) == "8 September 2022 1|11 Oktober 2022 1|Tanpa tanggal 1|");
  CHECK(titles(ChangeGroup::stage) == "Bimtek I 1|Sesudah Bimtek II 1|Tanpa tanggal 1|");
  write_as(make_replica(33), "2022-09-01", 1, "Tiga");
  CHECK(titles(ChangeGroup::stage) == "Sebelum Bimtek I 1|Sesudah Bimtek II 1|Tanpa tanggal 1|");
  write_as(make_replica(34), "2022-09-20", 1, "Empat");
  CHECK(titles(ChangeGroup::stage) == "Sesudah Bimtek I 1|Sesudah Bimtek II 1|Tanpa tanggal 1|");
  CHECK(titles(ChangeGroup::person) == "Dinkes 2|Laptop " + replica_text(self) + " 1|");
  Arrivals arrivals;
  arrivals.add("dinkes.rancang.json", {{late, 1}});
  arrivals.add_own(self);
  CHECK(titles(ChangeGroup::person, arrivals) == "Dinkes 2|Laptop ini 1|");
  CHECK(titles(ChangeGroup::file, arrivals) == "dinkes.rancang.json 1|Ditulis di sini, atau berkasnya tidak tercatat 2|");
  CHECK(writing_day(words(), late) == parse_iso_date("2022-10-11"));
  CHECK(!writing_day(words(), self));
}

TEST_CASE_FIXTURE(Compared, "returning to an earlier state takes every change back, in one step that can be undone") {
  REQUIRE(name(0, "Diskominfo"));
  REQUIRE(run(CreateRecord{{agencies, {}, {{agency_field("name"), std::string("Bappeda")}}}, {}}));
  REQUIRE(run(DeleteRecords{{{agencies, rows[2]}}}));
  Document const later = document();
  std::size_t const before = steps();
  REQUIRE(run(AdoptDocument{from, true}));
  CHECK(steps() == before + 1);
  CHECK(changes().empty());
  REQUIRE(editor.undo());
  CHECK(data_difference(document(), later).empty());
}
