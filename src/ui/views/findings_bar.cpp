// The filter bar of the findings: severities, stage, agency, form, what they are grouped by, and what was set aside.
#include "ui/icons_generated.hpp"
#include "ui/views/findings_parts.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
constexpr std::uint64_t stage_owner = 1, agency_owner = 2, type_owner = 3, group_owner = 4;

std::string_view severity_name(Strings const& s, Severity severity) {
  return severity == Severity::error ? s.findings_severity_error() : severity == Severity::warning ? s.findings_severity_warning() : s.findings_severity_info();
}

std::string_view grouping_name(Strings const& s, FindingGrouping grouping) {
  switch (grouping) {
    case FindingGrouping::none: return s.grid_no_group();
    case FindingGrouping::stage: return s.findings_group_stage();
    case FindingGrouping::agency: return s.findings_group_agency();
    case FindingGrouping::type: return s.findings_group_type();
    case FindingGrouping::severity: return s.findings_group_severity();
  }
  return {};
}

std::string stage_choice(Strings const& s, FindingsState const& state, std::uint8_t stage) {
  if (stage == due_stages) return s.findings_due_until(stage_name(s, state.gate));
  return stage == all_stages ? std::string(s.findings_all_stages()) : stage_name(s, stage);
}

struct Bar {
  Ui const& ui;
  PlanView const& plan;
  FindingsState& state;
  Box& row;

  bool chip(std::string const& label, ChipLook const& look, std::string_view id = {}) const {
    Box const box = row.cut_left(chip_width(ui, label, look), ui.px(4)).middle(ui.px(24));
    return filter_chip(ui, box, id.empty() ? label : label + "##" + std::string(id), look);
  }
  void severity(Severity severity, std::string const& label, bool& on) const {
    bool const aside = state.muted || state.rule;  // the filter rests: a press brings its list back
    if (!chip(label, {.icon = tone_icon(severity_tone(severity)), .icon_color = severity_color(severity), .on = on && !aside})) return;
    on = aside || !on;
    state.muted = false;
    if (state.rule) ui.send.go(findings_route(plan.document.plan_id));
  }
  // A chip with a list; the index chosen, or −1.
  int pick(std::uint64_t owner, std::string const& label, std::string_view help, ChipLook look, std::vector<Choice> (Bar::*choices)() const) const {
    look.chevron = true;
    look.tooltip = help;
    Box const box = row.cut_left(std::min(chip_width(ui, label, look), ui.px(220)), ui.px(4)).middle(ui.px(24));
    std::uint64_t const key = field_key("findings", owner);
    if (filter_chip(ui, box, label + "##" + std::to_string(owner), look)) picker_open(state.picker, key);
    if (state.picker.owner != key) return -1;
    int const chosen = picker(ui, state.picker, key, box, (this->*choices)(), {.width = 280}).chosen;
    if (chosen >= 0) state.muted = false;
    return chosen;
  }

  std::vector<Choice> stages() const {
    std::vector<Choice> out;
    for (std::uint8_t const stage : {due_stages, all_stages}) out.push_back({stage_choice(ui.s, state, stage), {}, state.filter.stage == stage});
    for (std::uint8_t stage = 0; stage < stage_count; ++stage) {
      FindingCounts const& counts = plan.findings.counts_at(stage);
      out.push_back({stage_name(ui.s, stage), format_integer(counts.total(), ui.numbers), state.filter.stage == stage});
    }
    return out;
  }
  std::vector<Choice> agencies() const {
    list_agencies(plan, state);
    std::vector<Choice> out{{std::string(ui.s.findings_all_agencies()), {}, !state.filter.agency}, {std::string(ui.s.findings_agency_none()), {}, state.filter.agency == Ulid{}}};
    for (Ulid const agency : state.agencies) out.push_back({agency_name(plan, agency), {}, state.filter.agency == agency});
    return out;
  }
  std::vector<Choice> types() const {
    std::vector<Choice> out{{std::string(ui.s.findings_all_types()), {}, state.filter.type == RecordType::none}};
    for (auto const& info : record_infos())
      if (auto const count = plan.findings.counts(info.type).total(); count > 0) out.push_back({std::string(record_many(ui.s, info)), format_integer(count, ui.numbers), state.filter.type == info.type});
    return out;
  }
  RecordType type_at(int index) const {
    for (auto const& info : record_infos())
      if (plan.findings.counts(info.type).total() > 0 && --index == 0) return info.type;
    return RecordType::none;
  }
  std::vector<Choice> groupings() const {
    std::vector<Choice> out;
    for (int i = 0; i <= static_cast<int>(FindingGrouping::severity); ++i) out.push_back({std::string(grouping_name(ui.s, static_cast<FindingGrouping>(i))), {}, state.filter.grouping == static_cast<FindingGrouping>(i)});
    return out;
  }

  void pickers() const {
    FindingsFilter& filter = state.filter;
    ChipLook const stage_look{.icon = icon::calendar_days, .on = filter.stage != all_stages && !state.muted};
    if (int const chosen = pick(stage_owner, stage_choice(ui.s, state, filter.stage), ui.s.findings_due_help(), stage_look, &Bar::stages); chosen >= 0)
      filter.stage = chosen == 0 ? due_stages : chosen == 1 ? all_stages : static_cast<std::uint8_t>(chosen - 2);
    std::string const agency = !filter.agency ? std::string(ui.s.findings_group_agency()) : *filter.agency ? agency_name(plan, *filter.agency) : std::string(ui.s.findings_agency_none());
    if (int const chosen = pick(agency_owner, agency, ui.s.findings_group_agency(), {.icon = icon::building_2, .on = filter.agency && !state.muted}, &Bar::agencies); chosen >= 0)
      filter.agency = chosen == 0 ? std::nullopt : std::optional<Ulid>(chosen == 1 ? Ulid{} : state.agencies[static_cast<std::size_t>(chosen - 2)]);
    std::string const type(filter.type == RecordType::none ? ui.s.findings_group_type() : record_many(ui.s, record_info(filter.type)));
    if (int const chosen = pick(type_owner, type, ui.s.findings_group_type(), {.icon = icon::table_2, .on = filter.type != RecordType::none && !state.muted}, &Bar::types); chosen >= 0)
      filter.type = type_at(chosen);
    bool const grouped = filter.grouping != FindingGrouping::none;
    std::string const grouping(grouped ? grouping_name(ui.s, filter.grouping) : ui.s.grid_group());
    if (int const chosen = pick(group_owner, grouping, ui.s.grid_group_by(), {.icon = icon::group, .on = grouped && !state.muted}, &Bar::groupings); chosen >= 0)
      filter.grouping = static_cast<FindingGrouping>(chosen);
  }
};
}  // namespace

Tone severity_tone(Severity severity) { return severity == Severity::error ? Tone::error : severity == Severity::warning ? Tone::warning : Tone::info; }
Token severity_color(Severity severity) { return severity == Severity::warning ? Token::sev_warn_mark : tone_color(severity_tone(severity)); }

std::string stage_name(Strings const& s, std::uint8_t stage) {
  return std::string(stage >= any_time ? s.findings_any_time() : enum_label(s, enum_info<WorkshopPhase>(), stage + 1u));
}

std::string group_name(Ui const& ui, PlanView const& plan, FindingsState const& state, std::uint32_t key) {
  switch (state.filter.grouping) {
    case FindingGrouping::none: return {};
    case FindingGrouping::stage: return stage_name(ui.s, key == 0 ? any_time : static_cast<std::uint8_t>(key - 1));
    case FindingGrouping::agency: return key < state.agencies.size() ? agency_name(plan, state.agencies[key]) : std::string(ui.s.findings_agency_none());
    case FindingGrouping::type: return std::string(record_many(ui.s, record_infos()[key]));
    case FindingGrouping::severity: return std::string(severity_name(ui.s, static_cast<Severity>(key)));
  }
  return {};
}

void findings_bar(Ui const& ui, PlanView const& plan, FindingsState& state, Box row, Box const& second_row) {
  FindingsFilter const before = state.filter;
  FindingCounts const due = state.filter.stage == due_stages ? due_counts(plan.findings, state.gate) : plan.findings.counts();
  auto const number = [&](std::size_t count) { return format_integer(static_cast<std::int64_t>(count), ui.numbers); };
  Bar const bar{ui, plan, state, row};
  bar.severity(Severity::error, ui.s.shell_errors(number(due.of(Severity::error))), state.filter.errors);
  bar.severity(Severity::warning, ui.s.shell_warnings(number(due.of(Severity::warning))), state.filter.warnings);
  bar.severity(Severity::info, ui.s.findings_infos(number(due.of(Severity::info))), state.filter.infos);
  if (!second_row.empty()) row = second_row;
  if (state.rule) {
    if (bar.chip(ui.s.findings_only_rule(rule_title(ui.s, *state.rule)), {.icon = icon::x, .on = true})) ui.send.go(findings_route(plan.document.plan_id));
  } else {
    bar.pickers();
  }
  std::size_t const muted = plan.document.table(mute_type).size();
  if ((muted > 0 || state.muted) && bar.chip(ui.s.findings_muted(number(muted)), {.icon = icon::eye, .on = state.muted})) state.muted = !state.muted;
  if (!(state.filter == before)) state.wants_focus = true, ui.send.put(SettingRequest{findings_setting(plan.document.plan_id), state.filter.encode()});
  if (!state.muted) draw::text_in(ui, row.inset(ui.px(8), 0), ui.s.findings_shown(number(state.shown.size())), Token::text_muted, {Step::dense});
}

}  // namespace rancang
