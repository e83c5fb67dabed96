// The boards: stages with outputs and gates, what agencies owe, and tables of one family of activities.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "model/reference_lookup.hpp"
#include "rules/check.hpp"
#include "ui/views/board_views.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::string plan_route(AtWork& ui, std::string_view view) { return "/plan/" + ulid_text(ui.document().plan_id) + "/" + std::string(view); }
void go(AtWork& ui, std::string const& route) {
  ui.platform().send(RouteChanged{route});
  ui.settle();
}
std::size_t done_outputs(Document const& document) {
  std::size_t done = 0;
  document.table_of<StageOutput>().for_each([&](NodePtr const& node) { done += node->as<StageOutput>().state == OutputState::done; });
  return done;
}
}  // namespace

TEST_CASE_FIXTURE(SampleOpen, "the stage board shows every phase, and an output is ticked where it stands") {
  go(ui, plan_route(ui, "stages"));
  CHECK(ui.shows(ui.s().action_show_stages()));
  Node const* first = nullptr;
  ui.document().table_of<StageOutput>().for_each([&](NodePtr const& node) {
    if (!first && node->as<StageOutput>().phase == WorkshopPhase::before) first = node.get();
  });
  REQUIRE(first);
  std::string const name = first->as<StageOutput>().name;
  CHECK(ui.find(name, probe::Role::link));
  std::size_t const before = done_outputs(ui.document());
  REQUIRE(ui.click(std::string(enum_label(ui.s(), enum_info<OutputState>(), static_cast<std::size_t>(OutputState::done))) + ": " + name));
  CHECK(done_outputs(ui.document()) == before - 1);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(done_outputs(ui.document()) == before);
}

TEST_CASE_FIXTURE(SampleOpen, "a check of a gate leads to its findings") {
  DeleteRecords muted;  // what the sample has set aside
  ui.document().table(record_type<MutedFinding>).for_each([&](NodePtr const& node) { muted.records.push_back({node->type, node->id}); });
  ui.app().edit(muted);
  go(ui, plan_route(ui, "stages"));
  REQUIRE(ui.click(*ui.s().find("gate.mou"), probe::Role::link));
  CHECK(ui.app().route().screen == Screen::findings);
  CHECK(ui.app().route().rule == RuleId::plan_no_mou);
}

TEST_CASE_FIXTURE(SampleOpen, "a figure of the agencies' board opens the rows that it counts") {
  go(ui, plan_route(ui, "owed"));
  CHECK(ui.shows(ui.s().action_show_owed()));
  std::string const budgets(*ui.s().find("duty.budgets"));
  probe::ProbeItem const* cell = nullptr;
  for (auto const& item : ui.items())
    if (item.role == probe::Role::link && item.label.ends_with(": " + budgets)) cell = cell ? cell : &item;
  REQUIRE(cell);
  std::string const label = cell->label;
  REQUIRE(ui.click(label, probe::Role::link));
  CHECK(ui.app().route().screen == Screen::records);
  CHECK(ui.app().route().type == record_type<ActionItem>);
  GridState const* const grid = ui.app().plan()->opened_grid(ui.app().route());
  REQUIRE(grid);
  CHECK(grid->query.filter.choices.size() == 1);
  CHECK(grid->table.totals().count < ui.activities());
  CHECK(grid->table.totals().count > 0);
}

TEST_CASE_FIXTURE(SampleOpen, "a reminder names the agency and every row that it owes, and is copied") {
  go(ui, plan_route(ui, "owed"));
  std::string copied;
  for (auto const& item : ui.items())
    if (item.role == probe::Role::button && item.label.starts_with(ui.s().owed_copy())) copied = item.label;
  REQUIRE_FALSE(copied.empty());
  REQUIRE(ui.click(copied));
  CHECK(ui.platform().clipboard_plain.find("masterplan smart city") != std::string::npos);
  CHECK(ui.platform().clipboard_plain.find("\n- ") != std::string::npos);
}

TEST_CASE_FIXTURE(SampleOpen, "of two agencies with one short name each has its own cells and its own reminder") {
  RecordInfo const& info = record_info(record_type<Agency>);
  SetCells same;
  ui.document().table(record_type<Agency>).for_each([&](NodePtr const& node) { same.cells.push_back({node->type, node->id, static_cast<std::uint8_t>(info.index_of("short_name")), std::string("Dinas")}); });
  ui.app().edit(same);
  go(ui, plan_route(ui, "owed"));
  std::vector<Ulid> owing;
  for (auto const& row : ui.app().plan()->owed_view.rows)
    if (row.sum().open() > 0) owing.push_back(row.agency);
  REQUIRE(owing.size() > 1);
  std::vector<probe::ProbeItem> buttons;
  for (auto const& item : ui.items())
    if (item.role == probe::Role::button && item.label == ui.s().owed_copy()) buttons.push_back(item);
  REQUIRE(buttons.size() > 1);
  ui.click_at(buttons[1].rect.x + 20, buttons[1].rect.y + buttons[1].rect.height / 2);
  CHECK(ui.platform().clipboard_plain.find(ui.document().find(record_type<Agency>, owing[1])->title()) != std::string::npos);
}

TEST_CASE_FIXTURE(SampleOpen, "outputs past their due date say by how many days, done ones do not") {
  Node const* owed = nullptr;
  ui.document().table_of<StageOutput>().for_each([&](NodePtr const& node) {
    if (!owed && node->as<StageOutput>().phase == WorkshopPhase::i) owed = node.get();
  });
  REQUIRE(owed);
  Ulid const id = owed->id;
  std::string const name = owed->as<StageOutput>().name;
  Date const today = ui.app().make_ui().now.date;
  auto const write = [&](int field, Value value) {
    ui.app().edit(SetField{{record_type<StageOutput>, id, static_cast<std::uint8_t>(field), std::move(value)}});
    ui.settle();
  };
  go(ui, plan_route(ui, "stages"));
  write(field_of<&StageOutput::state>, EnumIndex{static_cast<std::uint8_t>(OutputState::begun)});
  write(field_of<&StageOutput::due>, Date{today.days - 12});
  CHECK(ui.shows(name + ": lewat 12 hari"));
  write(field_of<&StageOutput::due>, Date{today.days - 1});
  CHECK(ui.shows(name + ": lewat 1 hari"));
  ui.app().act(Action::toggle_language);
  ui.settle();
  CHECK(ui.shows(name + ": 1 day late"));
  write(field_of<&StageOutput::due>, today);
  CHECK_FALSE(ui.shows(name + ": 1 day late"));
  write(field_of<&StageOutput::due>, Date{today.days - 12});
  write(field_of<&StageOutput::state>, EnumIndex{static_cast<std::uint8_t>(OutputState::done)});
  CHECK_FALSE(ui.shows("12 days late"));
}

TEST_CASE_FIXTURE(SampleOpen, "the agencies' board and its reminder name overdue requests with the day they were due") {
  Node const* open = nullptr;
  ui.document().table_of<DataRequest>().for_each([&](NodePtr const& node) {
    if (!open && node->as<DataRequest>().state == RequestState::sent) open = node.get();
  });
  REQUIRE(open);
  auto const request = open->as<DataRequest>();
  ui.platform().unix_now += (static_cast<std::int64_t>(request.due->days) + 20 - ui.app().make_ui().now.date.days) * 86'400'000;
  ui.settle();
  go(ui, plan_route(ui, "owed"));
  std::string const agency = reference_text(ui.document(), record_type<Agency>, request.agency.value);
  std::string const line = request.what + " (tenggat " + format_date(*request.due, NumberStyle::indonesian) + ", lewat 20 hari)";
  CHECK(ui.text(agency + ": " + std::string(*ui.s().find("duty.requests"))).find(line) != std::string::npos);
  std::string const reminder = reminder_text(ui.app().plan_view(), ui.s(), NumberStyle::indonesian, request.agency.value, Date{request.due->days + 20});
  CHECK(reminder.find("- " + line + "\n") != std::string::npos);
  CHECK(reminder.find("lewat tenggat") != std::string::npos);
  std::string const earlier = reminder_text(ui.app().plan_view(), ui.s(), NumberStyle::indonesian, request.agency.value, *request.due);
  CHECK(earlier.find(request.what + " (tenggat " + format_date(*request.due, NumberStyle::indonesian) + ")\n") != std::string::npos);
  CHECK(earlier.find("lewat tenggat") == std::string::npos);
}

TEST_CASE_FIXTURE(SampleOpen, "a family of activities is the action plan with its own columns; a row added there belongs to it") {
  go(ui, plan_route(ui, "action_item.policy"));
  CHECK(ui.shows(*ui.s().find("nav.family_policy")));
  GridState const* const grid = ui.app().plan()->opened_grid(ui.app().route());
  REQUIRE(grid);
  std::size_t const policies = grid->table.totals().count;
  CHECK(policies > 3);
  CHECK(policies < ui.activities());
  auto const info = record_info(record_type<ActionItem>);
  auto const shown = [&](std::string_view key) {
    for (auto const& column : grid->columns)
      if (column.field == info.index_of(key)) return !column.hidden;
    return false;
  };
  CHECK(shown("policy_form"));
  CHECK_FALSE(shown("app_state"));
  std::size_t const all = ui.activities();
  REQUIRE(ui.click("Tambah kegiatan"));
  CHECK(ui.activities() == all + 1);
  CHECK(grid->table.totals().count == policies + 1);
}

TEST_CASE_FIXTURE(SampleOpen, "the form shows the fields of its family and keeps what another family holds") {
  auto const& table = ui.document().table(record_type<ActionItem>);
  Node const* policy = nullptr;
  table.for_each([&](NodePtr const& node) {
    if (!policy && node->as<ActionItem>().family == ActionFamily::policy && node->as<ActionItem>().policy_form != PolicyForm::unset) policy = node.get();
  });
  REQUIRE(policy);
  go(ui, plan_route(ui, "action_item/" + ulid_text(policy->id)));
  std::string const form(field_label(ui.s(), policy->info(), *policy->info().find("policy_form")));
  std::string const state(field_label(ui.s(), policy->info(), *policy->info().find("app_state")));
  ui.resize({1920, 4000});
  CHECK(ui.find(form));
  CHECK_FALSE(ui.find(state));
}

TEST_CASE("addresses of a family survive a reload and unknown ones are the whole table") {
  Ulid const plan = make_ulid(5, 5, 5);
  Route const route = parse_route(record_route(plan, record_type<ActionItem>, {}, static_cast<std::uint8_t>(ActionFamily::literacy)));
  CHECK(route.kind == static_cast<std::uint8_t>(ActionFamily::literacy));
  CHECK(route_text(route) == "/plan/" + ulid_text(plan) + "/action_item.literacy");
  CHECK(parse_route("/plan/" + ulid_text(plan) + "/action_item.nonsense").kind == 0);
  CHECK(parse_route("/plan/" + ulid_text(plan) + "/agency.policy").kind == 0);
  for (char const* view : {"stages", "owed", "presence"}) CHECK(route_text(parse_route("/plan/" + ulid_text(plan) + "/" + view)) == "/plan/" + ulid_text(plan) + "/" + view);
}

TEST_CASE_FIXTURE(SampleOpen, "the small sample opens from the home screen, beside the other one") {
  ui.store();
  go(ui, "/");
  REQUIRE(ui.click(ui.s().action_open_small_sample()));
  REQUIRE(ui.in_plan());
  CHECK(ui.document().table_of<QuickWin>().size() == 3);
  CHECK(ui.app().plan()->is_sample);
}
