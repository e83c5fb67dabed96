#pragma once
// Both sides of a slice at work: Dinas Kominfo, which hands files to agencies, and an agency with its file in a browser of its own.
// Must not know: what is tested.
#include <map>

#include "at_work.hpp"
#include "model/reference_lookup.hpp"

namespace rancang::testing {

constexpr RecordType slice_items = record_type<ActionItem>, slice_agencies = record_type<Agency>;

inline void go(AtWork& ui, Ulid plan, std::string_view view) {
  ui.platform().send(RouteChanged{"/plan/" + ulid_text(plan) + "/" + std::string(view)});
  ui.settle();
}
inline std::size_t notes(AtWork& ui) { return ui.document().table_of<IssuedSlice>().size(); }
// Who leads most activities: something to fill in, and others beside it.
inline Ulid busiest(Document const& document) {
  std::map<Ulid, std::size_t> count;
  document.table(slice_items).for_each([&](NodePtr const& node) { ++count[node->as<ActionItem>().lead_agency.value]; });
  Ulid best;
  for (auto const& [agency, number] : count)
    if (agency && number > count[best]) best = agency;
  return best;
}

struct Kominfo : SampleOpen {
  Kominfo() {
    ui.store();
    ui.resize({1920, 2400});  // every agency is on the screen
    go(ui, ui.document().plan_id, "share");
  }
  void choose_only(Ulid agency) {
    REQUIRE(ui.click(ui.s().slices_none()));
    REQUIRE(ui.click(reference_text(ui.document(), slice_agencies, agency), probe::Role::checkbox));
  }
};

// An agency's computer: its file, opened in a browser that has never seen the plan.
struct Opd : Kominfo {
  Ulid agency = busiest(ui.document());
  std::string name = reference_text(ui.document(), slice_agencies, agency);
  std::shared_ptr<NullDisk> own = std::make_shared<NullDisk>();
  std::unique_ptr<AtWork> opd;
  NullPlatform::Download handed;

  Opd() {
    choose_only(agency);
    REQUIRE(ui.click(ui.s().slices_due(), probe::Role::text_field));
    ui.type("15 September 2022");
    ui.key(ImGuiKey_Enter);
    REQUIRE(ui.click(ui.s().slices_message(), probe::Role::text_field));
    ui.type("Isi pagu");
    ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    REQUIRE(ui.click(ui.s().slices_make_one()));
    ui.store();
    REQUIRE(ui.platform().downloads.size() == 1);
    handed = ui.platform().downloads[0];
    own->last_tab = 100;  // chance differs between computers
    opd = std::make_unique<AtWork>(own);
    opd->open_files({{handed.name, handed.bytes, 0}});
    REQUIRE(opd->in_plan());
  }
  // A record of the type that belongs to the agency, or that does not.
  Node const* row(RecordType type, bool ours) {
    Node const* out = nullptr;
    opd->document().table(type).for_each([&](NodePtr const& node) {
      if (!out && is_writable_in_scope(opd->document(), *node) == ours) out = node.get();
    });
    return out;
  }
};

}  // namespace rancang::testing
