// In an agency's file the rows of others are only read: whoever tries to write there by whatever hand is told so, once, and nothing changes.
// And how the home screen tells such a file from a whole plan.
#include <doctest/doctest.h>

#include "slice_at_work.hpp"
#include "ui/views/home_view.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct ForeignRow : Opd {
  Ulid foreign;
  Document before = opd->document();

  ForeignRow() {
    Node const* const program = row(record_type<Program>, false);
    REQUIRE(program);
    foreign = program->id;
    go(*opd, before.plan_id, "program/" + ulid_text(foreign));
    select();
  }
  GridState& grid() { return opd->app().plan()->grid(opd->app().route(), opd->platform()); }
  void select() {
    grid().select_record(foreign, record_info(record_type<Program>).title_field(), 0);
    opd->settle();
    grid().focus();
    opd->settle();
  }
  std::size_t times_told() {
    std::string const sentence = "hanya bisa dibaca";
    return static_cast<std::size_t>(std::count_if(opd->items().begin(), opd->items().end(), [&](auto const& item) {
      return (item.role == probe::Role::alert || item.role == probe::Role::status) && item.label.find(sentence) != std::string::npos;
    }));
  }
  bool unchanged() { return opd->document().find(record_type<Program>, foreign) == before.find(record_type<Program>, foreign) && opd->history().position() == 0; }
  void forget() {
    while (times_told() > 0 && opd->click(opd->s().ui_close(), probe::Role::button)) {}
    REQUIRE(times_told() == 0);
    select();
  }
};
}  // namespace

TEST_CASE_FIXTURE(ForeignRow, "letters, Delete and a paste over a row of others say whose it is, once for each try, and change nothing") {
  for (ImGuiKey const key : {ImGuiKey_D, ImGuiKey_I, ImGuiKey_N, ImGuiKey_A, ImGuiKey_S}) opd->key(key);
  CHECK(times_told() == 1);
  CHECK(unchanged());
  forget();
  opd->wait(3000);
  opd->key(ImGuiKey_7);
  CHECK(times_told() == 1);
  forget();
  opd->key(ImGuiKey_Delete);
  CHECK(times_told() == 1);
  CHECK(unchanged());
  forget();
  grid().on_paste("Milik kami");
  opd->settle();
  CHECK(times_told() == 1);
  CHECK(unchanged());
  forget();
  opd->key(ctrl | ImGuiKey_C);
  opd->key(ImGuiKey_DownArrow);
  CHECK(times_told() == 0);
}

TEST_CASE_FIXTURE(Opd, "the home screen marks an agency's file, and says while something in it is not sent back yet") {
  Strings const& s = opd->s();
  Node const* const mine = row(slice_items, true);
  REQUIRE(mine);
  Ulid const item = mine->id;
  auto const home = [&] {
    opd->app().act(Action::go_home);
    opd->settle();
  };
  opd->store();
  home();
  CHECK(opd->shows(s.home_slice(name)));
  CHECK_FALSE(opd->shows(s.home_slice_unsent()));
  opd->go_back();
  REQUIRE(opd->in_plan());
  opd->app().edit(SetField{{slice_items, item, static_cast<std::uint8_t>(record_info(slice_items).title_field()), std::string("Kegiatan OPD")}});
  opd->store();
  home();
  CHECK(opd->shows(s.home_slice_unsent()));
  opd->go_back();
  opd->app().act(Action::show_slices);
  opd->settle();
  REQUIRE(opd->click(s.task_save()));
  opd->store();
  home();
  CHECK_FALSE(opd->shows(s.home_slice_unsent()));
  opd.reset();
  AtWork later(own);
  CHECK(later.shows(later.s().home_slice(name)));
}

TEST_CASE_FIXTURE(SampleOpen, "a whole plan carries no mark of a slice, and sizes and days are written in one way") {
  ui.app().act(Action::go_home);
  ui.settle();
  for (auto const& item : ui.items()) CHECK(item.label.rfind(ui.s().home_slice(""), 0) != 0);
  Ui const screen = ui.app().make_ui();
  CHECK(size_text(screen, 0) == "0 kB");
  CHECK(size_text(screen, 723'400) == "723 kB");
  CHECK(size_text(screen, 999'700) == "1,0 MB");
  CHECK(size_text(screen, 7'000'000) == "7,0 MB");
  CHECK(size_text(screen, 7'449'000) == "7,4 MB");
  CHECK(size_text(screen, 120'400'000) == "120 MB");
  CHECK(size_text(screen, 2'147'000'000) == "2,1 GB");
  CHECK(day_text(screen, Date{screen.now.date.days}) == "Hari ini");
  CHECK(day_text(screen, Date{screen.now.date.days - 1}) == "Kemarin");
  CHECK(day_text(screen, Date{screen.now.date.days - 3}) == "3 hari lalu");
  CHECK(day_text(screen, *make_date({2022, 1, 12})) == "12 Jan 2022");
}
