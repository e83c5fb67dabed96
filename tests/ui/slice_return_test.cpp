// The way back of a slice: what was handed out is kept, and the file that is sent back changes nothing but its own part.
#include <doctest/doctest.h>

#include "slice_at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr RecordType items = record_type<ActionItem>;
}  // namespace

TEST_CASE_FIXTURE(Opd, "what was handed out is kept, and the merge board says that the file which comes back went on from it") {
  CardPoint const* kept = nullptr;
  for (auto const& point : ui.app().plan()->points())
    if (point.kind == PointKind::slices) kept = &point;
  REQUIRE(kept);
  CHECK(kept->name == "1");
  Node const* const mine = row(items, true);
  REQUIRE(mine);
  Ulid const id = mine->id;
  auto const title = static_cast<std::uint8_t>(record_info(items).title_field());
  Value const before = mine->get(title);
  ui.app().edit(SetField{{items, id, title, std::string("Nama di sini")}});
  opd->app().edit(SetField{{items, id, title, std::string("Nama dari OPD")}});
  opd->platform().unix_now += 86'400'000;
  opd->settle();
  REQUIRE(opd->click(opd->s().task_save()));
  opd->store();
  REQUIRE(opd->platform().downloads.size() == 1);
  ui.open_files({{opd->platform().downloads[0].name, opd->platform().downloads[0].bytes, 0}});
  ui.wait(500);
  MergeSession const& session = *ui.app().plan()->merging;
  REQUIRE(session.rows().size() == 1);
  CHECK(session.rows()[0].group == MergeGroup::conflict);
  CHECK(session.base_unix_ms() == kept->unix_ms);
  CHECK(session.base_value(0) == before);
  CHECK(ui.shows(std::string(ui.s().merge_base()) + ", 8 Sep 2022: " + *before.as<std::string>()));
}

TEST_CASE_FIXTURE(Opd, "the file to send back is a slice that changes nothing outside its scope, and the stored slice reopens as one") {
  Node const* const mine = row(items, true);
  REQUIRE(mine);
  Ulid const own_id = mine->id, plan = opd->document().plan_id;
  opd->app().edit(SetField{{items, own_id, static_cast<std::uint8_t>(record_info(items).title_field()), std::string("Kegiatan OPD")}});
  opd->settle();
  REQUIRE(opd->click(opd->s().task_save()));
  opd->store();
  REQUIRE(opd->platform().downloads.size() == 1);
  auto const& sent = opd->platform().downloads[0];
  CHECK(sent.name == slice_file_name(opd->document(), agency, opd->app().make_ui().now.date));
  CHECK(opd->told("Kirim kembali"));
  auto const read = read_plan(sent.bytes), first = read_plan(handed.bytes);
  REQUIRE(read);
  REQUIRE(first);
  CHECK(read->envelope.kind == "slice");
  REQUIRE(read->document.scope);
  CHECK(*read->document.scope == *first->document.scope);
  CHECK(read->document.scope->message == "Isi pagu");
  std::size_t changed = 0;
  for (auto const& change : diff(first->document, read->document).records) {
    ++changed;
    CHECK(belongs_to(first->document, *change.before, agency));
  }
  CHECK(changed == 1);
  opd.reset();
  AtWork later(own, "/plan/" + ulid_text(plan) + "/task");
  REQUIRE(later.in_plan());
  REQUIRE(later.document().scope);
  CHECK(*later.document().scope == *first->document.scope);
  CHECK(later.app().route().screen == Screen::task);
  CHECK(later.document().find(items, own_id)->title() == "Kegiatan OPD");
  later.app().act(Action::go_home);
  later.settle();
  AtWork third(own);
  REQUIRE(third.click("Kota Tebing Tinggi", probe::Role::row));
  if (!third.in_plan()) third.click("Kota Tebing Tinggi", probe::Role::row);
  REQUIRE(third.in_plan());
  CHECK(third.app().route().screen == Screen::task);
}
