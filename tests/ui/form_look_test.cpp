// How a form reads: names said once, hints where typing begins, verbs before lower-case names.
#include <doctest/doctest.h>

#include <imgui_internal.h>

#include "at_work.hpp"
#include "model/reference_lookup.hpp"
#include "ui/grid/grid_choices.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
void open_first(AtWork& ui, RecordType type) {
  auto const nodes = in_plan_order(ui.document(), type);
  REQUIRE_FALSE(nodes.empty());
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, type, nodes.front()->id)});
  ui.settle();
}

// Around the letters that were drawn inside a box, its frame aside.
Rect letters_in(Rect const& box) {
  constexpr float frame = 3;
  float x0 = FLT_MAX, y0 = FLT_MAX, x1 = 0, y1 = 0;
  ImVec2 const white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (!window->Active || window->Hidden) continue;
    for (ImDrawVert const& vertex : window->DrawList->VtxBuffer) {
      ImVec2 const p = vertex.pos;
      bool const inside = p.x > box.x + frame && p.x < box.x + box.width - frame && p.y > box.y + frame && p.y < box.y + box.height - frame;
      if (!inside || (vertex.uv.x == white.x && vertex.uv.y == white.y)) continue;
      x0 = std::min(x0, p.x), y0 = std::min(y0, p.y), x1 = std::max(x1, p.x), y1 = std::max(y1, p.y);
    }
  }
  return {x0, y0, x1 - x0, y1 - y0};
}
}  // namespace

TEST_CASE_FIXTURE(SampleOpen, "the hint of a box for several lines stands where typing begins, wrapped inside the box") {
  ui.resize({1366, 768});
  ui.app().act(Action::show_slices);
  ui.settle();
  probe::ProbeItem const* const box = ui.find(ui.s().slices_message(), probe::Role::text_field);
  REQUIRE(box);
  REQUIRE(box->value.empty());
  Rect const letters = letters_in(box->rect);
  float const line = Look{}.paragraph_line(Step::body);
  CHECK(letters.x < box->rect.x + 12);
  CHECK(letters.y < box->rect.y + 6 + line);      // in the first line …
  CHECK(letters.height > line);                   // … and not in it alone: the hint is longer than the box is wide
  CHECK(letters.x + letters.width < box->rect.x + box->rect.width - 3);
  CHECK(letters.y + letters.height < box->rect.y + box->rect.height - 3);
}

TEST_CASE_FIXTURE(SampleOpen, "a heading that one of its fields repeats is left to the field") {
  ui.resize({1366, 4000});
  std::size_t headings = 0;
  for (RecordInfo const& info : record_infos()) {
    if (info.single || ui.document().table(info.type).size() == 0) continue;
    open_first(ui, info.type);
    for (auto const& item : ui.items()) {
      if (item.role != probe::Role::heading || item.rect.x < 1042) continue;
      ++headings;
      for (FieldInfo const& field : info.fields)
        if (item.label == section_label(ui.s(), field.rules.section)) CHECK_MESSAGE(item.label != field_label(ui.s(), info, field), info.name, ": ", item.label);
    }
  }
  CHECK(headings > 50);
  open_first(ui, record_type<Person>);
  CHECK_FALSE(ui.find(*ui.s().find("section.contact"), probe::Role::heading));
  CHECK(ui.find(*ui.s().find("record.person.contact"), probe::Role::text_field));
}

TEST_CASE_FIXTURE(SampleOpen, "after a verb the name of a record begins small; what has a capital of its own keeps it") {
  ui.resize({1366, 4000});
  open_first(ui, record_type<Indicator>);
  CHECK(ui.find("Tambah sumber data"));
  CHECK_FALSE(ui.shows("Tambah Sumber data"));
  for (RecordInfo const& info : record_infos()) {
    std::string const name = record_inside(ui.s(), info);
    bool const small = name[0] >= 'a' && name[0] <= 'z', abbreviation = name.size() > 1 && name[1] >= 'A' && name[1] <= 'Z';
    CHECK_MESSAGE((small || abbreviation || name == "Bimtek"), name);
  }
  CHECK(record_inside(ui.s(), record_info(record_type<Agency>)) == "OPD");
  CHECK(record_inside(ui.s(), record_info(record_type<RpjmdMission>)) == "misi RPJMD");
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<Workshop>)});
  ui.settle();
  CHECK(ui.find("Tambah Bimtek"));
}
