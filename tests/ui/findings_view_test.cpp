// The screen of findings: what it shows by default, its filters and groups, the keyboard, and setting aside with a reason.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "ui/views/findings_parts.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct FindingsOpen : SampleOpen {
  FindingsOpen() {
    // Nothing is set aside yet.
    DeleteRecords muted;
    ui.document().table(mute_type).for_each([&](NodePtr const& node) { muted.records.push_back({mute_type, node->id}); });
    ui.app().edit(muted);
    open(ui);
  }
  static void open(AtWork& at) {
    at.platform().send(RouteChanged{findings_route(at.document().plan_id)});
    at.settle();
  }
  FindingsState& state() { return ui.app().plan()->findings_view; }
  Findings const& findings() { return ui.app().plan()->findings; }
  std::string stage_chip() { return ui.s().findings_due_until(stage_name(ui.s(), current_gate(findings()))); }
  void show_all() {
    REQUIRE(ui.click(stage_chip()));
    REQUIRE(ui.click(ui.s().findings_all_stages(), probe::Role::option));
  }
  void group_by(std::string_view what) {
    REQUIRE(ui.click(ui.s().grid_group()));
    REQUIRE(ui.click(what, probe::Role::option));
  }
  std::size_t muted_records() { return ui.document().table(mute_type).size(); }
};

// The first programme loses its name: an error.
void take_name_away(AtWork& ui) {
  RecordInfo const& info = record_info(record_type<Program>);
  Ulid const first = ui.document().table(record_type<Program>).stored().front()->id;
  ui.app().edit(SetField{{record_type<Program>, first, static_cast<std::uint8_t>(info.title_field()), std::string()}});
  ui.settle();
}
}  // namespace

TEST_CASE("the filter of the findings survives being written down, and nonsense is no filter") {
  FindingsFilter filter;
  filter.errors = false, filter.infos = true, filter.stage = 2, filter.agency = make_ulid(7, 7, 7), filter.type = record_type<Program>, filter.grouping = FindingGrouping::agency;
  FindingsFilter read;
  read.decode(filter.encode());
  CHECK(read == filter);
  filter.agency = Ulid{}, filter.stage = any_time;
  read.decode(filter.encode());
  CHECK(read == filter);
  FindingsFilter odd;
  odd.decode("stage=kemarin;group=;type=nothing;agency=x;=;;colour");
  CHECK(odd == FindingsFilter());
  odd.decode("");
  CHECK(odd == FindingsFilter());
}

TEST_CASE_FIXTURE(FindingsOpen, "at first the findings are those that are due; a choice shows all stages, and is remembered for the plan") {
  std::uint32_t const due = due_counts(findings(), current_gate(findings())).of(Severity::warning), all = findings().counts().of(Severity::warning);
  CHECK(state().shown.size() == findings().counts().of(Severity::error) + due);
  REQUIRE(ui.click(stage_chip()));
  CHECK(ui.find(stage_name(ui.s(), 0), probe::Role::option));
  REQUIRE(ui.click(ui.s().findings_all_stages(), probe::Role::option));
  CHECK(state().shown.size() == findings().counts().of(Severity::error) + all);
  CHECK(ui.platform().setting(findings_setting(ui.document().plan_id)).find("stage=all") != std::string::npos);
  ui.store();
  AtWork later(disk, findings_route(ui.document().plan_id));
  REQUIRE(later.in_plan());
  CHECK(later.app().plan()->findings_view.filter.stage == all_stages);
  CHECK(later.app().plan()->findings_view.shown.size() == findings().counts().of(Severity::error) + all);
}

TEST_CASE_FIXTURE(FindingsOpen, "an error is shown whatever the stage") {
  take_name_away(ui);
  REQUIRE_FALSE(state().shown.empty());
  CHECK(state().shown.front().severity == Severity::error);
}

TEST_CASE_FIXTURE(FindingsOpen, "findings are filtered by form, by agency and by severity") {
  show_all();
  std::size_t const all = state().shown.size();
  RecordType const type = record_type<LegalBasis>;  // one of the first, so that it is in sight
  REQUIRE(ui.click(ui.s().findings_group_type()));
  REQUIRE(ui.click(record_many(ui.s(), record_info(type)), probe::Role::option));
  CHECK(state().filter.type == type);
  CHECK(state().shown.size() == findings().counts(type).of(Severity::error) + findings().counts(type).of(Severity::warning));
  REQUIRE(ui.click(record_many(ui.s(), record_info(type)), probe::Role::button));
  REQUIRE(ui.click(ui.s().findings_all_types(), probe::Role::option));
  CHECK(state().shown.size() == all);
  REQUIRE(ui.click(ui.s().findings_group_agency()));
  REQUIRE(ui.click(ui.s().findings_agency_none(), probe::Role::option));
  CHECK(state().filter.agency == Ulid{});
  std::size_t const nobodys = state().shown.size();
  CHECK(nobodys < all);
  group_by(ui.s().findings_group_agency());
  CHECK(state().groups.size() == 1);
  REQUIRE(ui.click(ui.s().findings_agency_none(), probe::Role::button));
  REQUIRE(ui.click(ui.s().findings_all_agencies(), probe::Role::option));
  CHECK(state().groups.size() > 1);
  CHECK(state().groups.back().count == nobodys);
  auto const warnings = ui.s().shell_warnings(format_integer(findings().counts().of(Severity::warning), NumberStyle::indonesian));
  REQUIRE(ui.click(warnings, probe::Role::button));
  CHECK(state().shown.size() == findings().counts().of(Severity::error));
}

TEST_CASE_FIXTURE(FindingsOpen, "groups have heads with their counts and can be folded") {
  show_all();
  group_by(ui.s().findings_group_stage());
  REQUIRE(state().groups.size() > 1);
  std::size_t sum = 0;
  for (auto const& group : state().groups) sum += group.count;
  CHECK(sum == state().shown.size());
  CHECK(state().rows == sum + state().groups.size());
  auto const first = state().groups.front();
  std::string const name = stage_name(ui.s(), first.key == 0 ? any_time : static_cast<std::uint8_t>(first.key - 1));
  REQUIRE(ui.click(name, probe::Role::tree_item));
  CHECK(state().groups.front().folded);
  CHECK(state().rows == sum + state().groups.size() - first.count);
  CHECK(row_of(state(), first.count) == 2);  // below the folded head and the next head
  REQUIRE(ui.click(name, probe::Role::tree_item));
  CHECK(state().rows == sum + state().groups.size());
}

TEST_CASE_FIXTURE(FindingsOpen, "the keyboard walks the list, folds groups and opens the field of a finding") {
  show_all();
  std::size_t const last = state().shown.size() - 1;
  ui.key(ImGuiKey_Home);
  CHECK(state().current == 0);
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  CHECK(state().current == 2);
  ui.key(ImGuiKey_UpArrow);
  CHECK(state().current == 1);
  ui.key(ImGuiKey_End);
  CHECK(state().current == last);
  ui.key(ImGuiKey_PageUp);
  CHECK(state().current < last);
  ui.key(ImGuiKey_PageDown);
  CHECK(state().current == last);
  group_by(ui.s().findings_group_severity());
  ui.key(ImGuiKey_Home);
  ui.key(ImGuiKey_LeftArrow);
  CHECK(state().groups.front().folded);
  ui.key(ImGuiKey_RightArrow);
  CHECK_FALSE(state().groups.front().folded);
  ui.key(ImGuiKey_End);
  Finding const finding = state().shown[state().current];
  ui.key(ImGuiKey_Enter);
  CHECK(ui.app().route().screen == Screen::records);
  CHECK(ui.app().route().type == finding.type);
  if (finding.record) CHECK(ui.app().route().record == finding.record);
}

TEST_CASE_FIXTURE(FindingsOpen, "a press on a finding brings its field under the cursor") {
  take_name_away(ui);
  Finding const finding = state().shown.front();
  REQUIRE(finding.field >= 0);
  probe::ProbeItem const* row = nullptr;
  for (auto const& item : ui.items())
    if (!row && item.role == probe::Role::row) row = &item;
  REQUIRE(row);
  ui.click_at(row->rect.x + 40, row->rect.y + row->rect.height / 2);
  GridState const* const grid = ui.app().plan()->opened_grid(ui.app().route());
  REQUIRE(grid);
  CHECK(grid->selection.anchor.record == finding.record);
  CHECK(grid->selection.anchor.field == finding.field);
}

TEST_CASE_FIXTURE(FindingsOpen, "F4 and Shift+F4 go through the filtered findings, forth and back, and past one that was mended without skipping") {
  show_all();
  ui.key(ImGuiKey_F4);
  Finding const first = state().shown[state().current];
  CHECK(state().current == 0);
  CHECK(ui.app().route().type == first.type);
  ui.key(ImGuiKey_F4);
  CHECK(state().current == 1);
  ui.key(shift | ImGuiKey_F4);
  CHECK(state().current == 0);
  CHECK(ui.app().route().type == first.type);
  ui.key(shift | ImGuiKey_F4);
  CHECK(state().current == state().shown.size() - 1);
  ui.key(ImGuiKey_F4);
  CHECK(state().current == 0);
  Finding const second = state().shown[1];
  state().mute.by = "Sekretaris";
  ui.app().edit(CreateRecord{{mute_type, {}, mute_values(first, "Nama", "Disepakati", "Sekretaris", Date{19'000})}, {}});
  ui.key(ImGuiKey_F4);
  CHECK(state().shown[state().current] == second);
}

TEST_CASE_FIXTURE(FindingsOpen, "M sets a finding aside with a reason, and it comes back") {
  show_all();
  ui.key(ImGuiKey_Home);
  REQUIRE(can_mute(state().shown[state().current]));
  std::size_t const before = state().shown.size(), records = muted_records();
  std::uint32_t const muted = findings().muted();
  ui.key(ImGuiKey_M);
  REQUIRE(ui.find(ui.s().findings_mute_title(), probe::Role::dialog));
  REQUIRE(ui.click_last(ui.s().findings_mute_now()));
  CHECK(ui.find(ui.s().findings_mute_title(), probe::Role::dialog));  // the reason is required
  CHECK(muted_records() == records);
  ui.type("Disepakati dalam rapat Tim");
  ui.key(ImGuiKey_Tab);
  ui.type("Sekretaris Tim");
  ui.key(ImGuiKey_Enter);
  CHECK_FALSE(ui.find(ui.s().findings_mute_title(), probe::Role::dialog));
  REQUIRE(muted_records() == records + 1);
  CHECK(findings().muted() == muted + 1);
  CHECK(state().shown.size() == before - 1);
  std::string const chip = ui.s().findings_muted(std::to_string(records + 1));
  REQUIRE(ui.click(chip));
  CHECK(ui.shows("Disepakati dalam rapat Tim"));
  CHECK(state().muted_rows.back().muted_by == "Sekretaris Tim");
  CHECK(state().muted_rows.back().muted_on.has_value());
  CHECK(state().muted_rows.back().finding.has_value());
  REQUIRE(ui.click_last(ui.s().findings_unmute()));
  CHECK(muted_records() == records);
  CHECK(findings().muted() == muted);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(findings().muted() == muted + 1);
}

TEST_CASE_FIXTURE(FindingsOpen, "the one who set the last finding aside is named already, and Esc leaves everything as it was") {
  ui.app().edit(CreateRecord{{mute_type, {}, mute_values(Finding{}, "Nama", "Disepakati", "Sekretaris Tim", Date{19'000})}, {}});
  show_all();
  std::size_t const records = muted_records();
  ui.key(ImGuiKey_Home);
  ui.key(ImGuiKey_M);
  CHECK(ui.text(ui.s().findings_mute_by()) == "Sekretaris Tim");
  ui.type("x");
  ui.key(ImGuiKey_Escape);
  CHECK_FALSE(ui.find(ui.s().findings_mute_title(), probe::Role::dialog));
  CHECK(muted_records() == records);
}

TEST_CASE_FIXTURE(FindingsOpen, "an error can't be set aside") {
  take_name_away(ui);
  ui.key(ImGuiKey_Home);
  REQUIRE(state().shown[state().current].severity == Severity::error);
  ui.key(ImGuiKey_M);
  CHECK_FALSE(ui.find(ui.s().findings_mute_title(), probe::Role::dialog));
}

TEST_CASE_FIXTURE(FindingsOpen, "the status strip counts the warnings that are due, and the stage board what was set aside") {
  std::uint32_t const due = due_counts(findings(), current_gate(findings())).of(Severity::warning);
  CHECK(ui.shows(", " + ui.s().shell_warnings(format_integer(due, NumberStyle::indonesian))));
  GateCheck const& check = gate_checks().front();
  Node const* const plan = ui.document().single(record_type<Plan>);
  RecordInfo const& info = record_info(record_type<Plan>);
  ui.app().edit(SetField{{record_type<Plan>, plan->id, static_cast<std::uint8_t>(info.index_of("mou_date")), Value()}});
  CHECK(open_findings(findings(), check) == 1);
  Finding lack;
  for (Finding const& finding : findings().of(plan->id))
    if (finding.rule == RuleId::plan_no_mou) lack = finding;
  ui.app().edit(CreateRecord{{mute_type, {}, mute_values(lack, "Nama", "Menyusul", "Sekretaris", Date{19'000})}, {}});
  CHECK(open_findings(findings(), check) == 0);
  CHECK(muted_findings(findings(), check) == 1);
}

TEST_CASE_FIXTURE(FindingsOpen, "a list of agencies that shrinks while it is open offers those that are left") {
  REQUIRE(ui.click(ui.s().findings_group_agency()));
  REQUIRE(state().picker.matches.size() > 5);
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  DeleteRecords all;
  ui.document().table(record_type<Agency>).for_each([&](NodePtr const& node) { all.records.push_back({node->type, node->id}); });
  ui.app().edit(all);
  ui.settle();
  REQUIRE(state().picker.matches.size() == 2);  // all agencies, none
  CHECK(ui.find(ui.s().findings_agency_none(), probe::Role::option));
  ui.key(ImGuiKey_Enter);
  CHECK(state().filter.agency == Ulid{});
}

TEST_CASE_FIXTURE(FindingsOpen, "a severity pressed while one rule is shown brings the list of that severity back") {
  take_name_away(ui);
  RuleId const rule = state().shown.back().rule;
  ui.platform().send(RouteChanged{findings_route(ui.document().plan_id, rule)});
  ui.settle();
  REQUIRE(state().rule == rule);
  REQUIRE(ui.click(ui.s().shell_errors(format_integer(findings().counts().of(Severity::error), NumberStyle::indonesian)), probe::Role::button));
  CHECK_FALSE(ui.app().route().rule);
  CHECK_FALSE(state().rule);
  CHECK(state().filter.errors);
}
