// The filter bar: search, a chip for each kind of filter that the record type allows, findings; the settings of the view at the right.
#include <algorithm>

#include "base/utf8.hpp"
#include "rules/gates.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_rows.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/records_parts.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
constexpr float chip_gap = 4, search_narrow = 104, search_usual = 136, search_widest = 240;
// How short the bar may become, step by step: width of the search field, length of the labels at the right. First the field shows all that it says.
struct Shortening {
  float search;
  int labels;
};
constexpr Shortening shortenings[] = {{search_widest, 0}, {search_widest, 1}, {search_usual, 0}, {search_usual, 1}, {112, 1}, {search_narrow, 2}};
constexpr std::string_view more_menu = "records.filters";

struct Filter {
  int field = -1;  // −1: the year
  std::string name, shown;
  bool on = false;
  std::uint64_t owner = 0;
};

FieldInfo const& field_at(GridState const& state, int field) { return record_info(state.type).fields[static_cast<std::size_t>(field)]; }

// Dimension, the first agency, the funding source, the status: whatever of these the record type has.
std::vector<int> filter_fields(RecordInfo const& info) {
  static constexpr RecordType wanted[] = {record_type<Dimension>, record_type<Agency>, record_type<FundingSource>};
  std::vector<int> out;
  for (RecordType type : wanted)
    for (int i = 0; i < static_cast<int>(info.fields.size()); ++i)
      if (choice_target(info.fields[static_cast<std::size_t>(i)]) == type) {
        out.push_back(i);
        break;
      }
  if (int const status = info.role_field(Role::status); status >= 0) out.push_back(status);
  return out;
}

// Those of the first series; empty without one.
std::vector<Year> filter_years(PlanView const& plan, RecordInfo const& info) {
  for (FieldInfo const& field : info.fields)
    if (field.type == ValueType::series) return plan.years_of(field);
  return {};
}

FieldChoice* choice_of(GridState& state, int field) {
  for (FieldChoice& choice : state.query.filter.choices)
    if (choice.field == field) return &choice;
  return nullptr;
}

std::string filter_name(Ui const& ui, GridState const& state, int field) {
  FieldInfo const& info = field_at(state, field);
  RecordType const target = choice_target(info);
  if (target == RecordType::none) return std::string(field_label(ui.s, record_info(state.type), info));
  std::string const key = "grid.filter." + std::string(record_info(target).name);
  return std::string(ui.s.find(key).value_or(record_label(ui.s, record_info(target))));
}

// What the chip says while it filters: the one choice, or how many.
std::string choice_text(Ui const& ui, PlanView const& plan, FieldInfo const& field, FieldChoice const& choice, std::string const& name) {
  std::size_t const count = choice.records.size() + choice.entries.size();
  if (count != 1) return name + " " + std::to_string(count);
  if (!choice.entries.empty() && field.enumeration) return std::string(enum_label(ui.s, *field.enumeration, choice.entries.front()));
  if (choice.records.empty() || !choice.records.front()) return ui.s.grid_without(lower_first(name));
  return reference_text(plan.document, choice_target(field), choice.records.front());
}

std::vector<Filter> filters_of(Ui const& ui, PlanView const& plan, GridState& state) {
  std::vector<Filter> out;
  for (int field : filter_fields(record_info(state.type))) {
    Filter filter{field, filter_name(ui, state, field), {}, false, field_key("records.filter", index_of(state.type), static_cast<std::uint64_t>(field))};
    FieldChoice const* const choice = choice_of(state, field);
    filter.on = choice != nullptr;
    filter.shown = choice ? choice_text(ui, plan, field_at(state, field), *choice, filter.name) : filter.name;
    out.push_back(std::move(filter));
  }
  if (!filter_years(plan, record_info(state.type)).empty()) {
    Year const year = state.query.filter.year;
    std::string const name(ui.s.grid_filter_year());
    out.push_back({-1, name, year == 0 ? name : std::to_string(year), year != 0, field_key("records.filter.year", index_of(state.type))});
  }
  return out;
}

void toggle_choice(GridState& state, int field, ChoiceList const& list, int index) {
  FieldChoice* choice = choice_of(state, field);
  if (!choice) choice = &state.query.filter.choices.emplace_back(FieldChoice{field, {}, {}});
  auto const flip = [](auto& set, auto const& value) {
    auto const at = std::find(set.begin(), set.end(), value);
    if (at == set.end()) set.push_back(value);
    else set.erase(at);
  };
  std::size_t const i = static_cast<std::size_t>(index);
  if (!list.records.empty()) flip(choice->records, list.records[i]);
  else flip(choice->entries, list.entries[i]);
  if (!choice->records.empty() || !choice->entries.empty()) return;
  auto& choices = state.query.filter.choices;
  choices.erase(std::remove_if(choices.begin(), choices.end(), [&](FieldChoice const& c) { return c.field == field; }), choices.end());
}

void mark_choices(GridState& state, int field, ChoiceList& list) {
  FieldChoice const* const choice = choice_of(state, field);
  auto const has = [](auto const& set, auto const& value) { return std::find(set.begin(), set.end(), value) != set.end(); };
  for (std::size_t i = 0; i < list.choices.size(); ++i)
    list.choices[i].chosen = choice && (list.records.empty() ? has(choice->entries, list.entries[i]) : has(choice->records, list.records[i]));
}

void field_filter_picker(Ui const& ui, PlanView const& plan, GridState& state, Filter const& filter, Box const& anchor) {
  FieldInfo const& field = field_at(state, filter.field);
  if (!state.choices || state.choices->owner != filter.owner) {
    state.choices = std::make_unique<ChoiceList>(choices_of(ui, plan, field, NoChoice::offered));
    state.choices->owner = filter.owner;
    if (!state.choices->records.empty()) state.choices->choices.front().label = ui.s.grid_without(lower_first(filter.name));
  }
  mark_choices(state, filter.field, *state.choices);
  PickerResult const result = picker(ui, state.picker, filter.owner, anchor, state.choices->choices, {.several = true});
  if (result.chosen < 0) return;
  toggle_choice(state, filter.field, *state.choices, result.chosen);
  apply_query(plan, state);
}

void year_picker(Ui const& ui, PlanView const& plan, GridState& state, Filter const& filter, Box const& anchor) {
  std::vector<Choice> choices{{std::string(ui.s.grid_all_years()), {}, state.query.filter.year == 0}};
  for (Year year : filter_years(plan, record_info(state.type))) choices.push_back({std::to_string(year), {}, state.query.filter.year == year});
  PickerResult const result = picker(ui, state.picker, filter.owner, anchor, choices, {.width = 160});
  if (result.chosen < 0) return;
  state.query.filter.year = result.chosen == 0 ? Year{0} : plan.years[static_cast<std::size_t>(result.chosen - 1)];
  apply_query(plan, state);
}

void filter_picker(Ui const& ui, PlanView const& plan, GridState& state, Filter const& filter, Box const& anchor) {
  if (state.picker.owner != filter.owner) return;
  if (filter.field >= 0) field_filter_picker(ui, plan, state, filter, anchor);
  else year_picker(ui, plan, state, filter, anchor);
}

std::string search_label(Ui const& ui, GridState const& state) { return ui.s.grid_filter(record_inside(ui.s, record_info(state.type))); }

void search_field(Ui const& ui, PlanView const& plan, GridState& state, Box const& box) {
  std::uint64_t const key = field_key("records.search", index_of(state.type));
  std::string& text = state.query.filter.text;
  if (std::exchange(state.wants_filter_focus, false)) ui.edit.begin(key, text);
  std::string const label = search_label(ui, state);
  FieldResult const result = field_box(ui, box, key, label, text, {.icon = icon::search, .placeholder = label, .small = true, .clear_button = true});
  std::string const wanted = result.exit == FieldExit::escape ? std::string() : std::string(result.text);
  if ((result.changed || result.exit == FieldExit::escape) && wanted != text) {
    text = wanted;
    state.query.filter.text_field = -1;
    apply_query(plan, state);
  }
  if (result.exit != FieldExit::none && result.exit != FieldExit::blur) state.wants_focus = true;
}

// Count of findings of one severity; pressed it shows only their records.
struct FindingChip {
  Severity severity;
  char const* icon;
  Token color;
  std::string label;
  bool on;
  bool of_users = false;  // no findings: the rows that name a record
};

// What is due of the rows that the table can show, as the status strip counts it; looked up again when something changed.
GridState::RowFindings const& row_findings(PlanView const& plan, GridState const& state) {
  auto& out = state.row_findings;
  if (out.seen_plan == plan.document.plan_id && out.revision == plan.editor.revision() && out.findings == plan.findings.revision()) return out;
  if (out.seen_plan == plan.document.plan_id && plan.findings.is_checking()) return out;  // its revision grows with each slice
  out = {plan.document.plan_id, plan.editor.revision(), plan.findings.revision(), {}, 0};
  std::uint8_t const gate = current_gate(plan.findings);
  plan.document.table(state.type).for_each([&](NodePtr const& node) {
    if (state.kind != 0 && node->info().kind_of(node->data()) != state.kind) return;
    for (Finding const& finding : plan.findings.of(node->id)) {
      if (is_due(finding, gate)) ++out.due.by_severity[static_cast<std::size_t>(finding.severity)];
      else out.later += finding.severity == Severity::warning;
    }
  });
  return out;
}

std::vector<FindingChip> finding_chips(Ui const& ui, PlanView const& plan, GridState const& state) {
  std::vector<FindingChip> out;
  if (Ulid const id = state.query.filter.refers_to) {
    std::string name;
    for (RecordInfo const& info : record_infos())
      if (Node const* const node = plan.document.find(info.type, id)) name = reference_text(plan.document, node->type, id);
    out.push_back({Severity::info, icon::link, Token::text_secondary, ui.s.grid_names(utf8::cut(name, 28)), true, true});
  }
  FindingCounts const& counts = row_findings(plan, state).due;
  auto const text = [&](Severity severity) { return format_integer(counts.of(severity), plan.style.numbers); };
  auto const on = [&](Severity severity) { return state.query.filter.only_with_findings && state.finding_filter->only == severity; };
  if (counts.of(Severity::error) > 0 || on(Severity::error)) out.push_back({Severity::error, icon::octagon_x, Token::sev_error, ui.s.grid_errors(text(Severity::error)), on(Severity::error)});
  if (counts.of(Severity::warning) > 0 || on(Severity::warning)) out.push_back({Severity::warning, icon::triangle_alert, Token::sev_warn_mark, text(Severity::warning), on(Severity::warning)});
  return out;
}

std::string chip_help(Ui const& ui, GridState const& state, FindingChip const& chip) {
  if (chip.of_users) return std::string(ui.s.grid_clear_filter());
  std::uint32_t const later = chip.severity == Severity::warning ? state.row_findings.later : 0;
  return later == 0 ? std::string(ui.s.grid_only_these()) : ui.s.findings_later(format_integer(later, ui.numbers));
}

void toggle_findings(PlanView const& plan, GridState& state, FindingChip const& chip) {
  if (chip.of_users) {
    state.query.filter.refers_to = {};
    return apply_query(plan, state);
  }
  state.query.filter.only_with_findings = !chip.on;
  state.finding_filter->only = chip.on ? std::nullopt : std::optional<Severity>(chip.severity);
  apply_query(plan, state);
}

struct BarCut {  // how the bar is cut for the room there is
  int labels = 2;
  std::size_t shown = 0;  // filters with a chip of their own
  float search = search_narrow;
};
ChipLook look_of(Filter const& filter) { return {.on = filter.on, .chevron = true}; }

float left_width(Ui const& ui, std::vector<Filter> const& filters, std::vector<FindingChip> const& findings, std::size_t shown, float search) {
  float width = ui.px(search);
  for (std::size_t i = 0; i < shown; ++i) width += chip_width(ui, filters[i].shown, look_of(filters[i])) + ui.px(chip_gap);
  if (shown < filters.size()) width += chip_width(ui, "", {.icon = icon::list_filter, .chevron = true}) + ui.px(chip_gap);
  for (FindingChip const& chip : findings) width += chip_width(ui, chip.label, {.icon = chip.icon}) + ui.px(chip_gap);
  return width;
}

BarCut plan_bar(Ui const& ui, PlanView const& plan, GridState const& state, std::vector<Filter> const& filters, std::vector<FindingChip> const& findings, float room) {
  float const clear = has_filter(state) ? ui.px(24 + chip_gap) : 0;
  auto const fits = [&](std::size_t shown, float search, int labels) { return left_width(ui, filters, findings, shown, search) + clear + settings_width(ui, plan, state, labels) <= room; };
  float const whole = std::clamp(draw::width(ui, search_label(ui, state), {Step::dense}) / ui.look.scale + 37, search_usual, search_widest);  // icon and margins
  for (Shortening const& step : shortenings)
    if (float const search = std::min(step.search, whole); fits(filters.size(), search, step.labels)) return {step.labels, filters.size(), search};
  for (std::size_t shown = filters.size(); shown > 0; --shown)
    if (fits(shown, search_narrow, 2)) return {2, shown, search_narrow};
  return {};
}

// Filters for which there was no room.
void more_filters(Ui const& ui, GridState& state, std::span<Filter const> hidden, Box const& chip) {
  bool const on = std::any_of(hidden.begin(), hidden.end(), [](Filter const& filter) { return filter.on; });
  if (filter_chip(ui, chip, "##" + std::string(ui.s.grid_more_filters()), {.icon = icon::list_filter, .on = on, .chevron = true, .tooltip = ui.s.grid_more_filters()})) popup_open(more_menu);
  Box box;
  if (!popup_begin(ui, more_menu, chip, ui.px(200), static_cast<float>(hidden.size()) * menu_row_height(ui) + ui.px(8), box)) return;
  Box rows = box.inset(0, ui.px(4));
  std::uint64_t chosen = 0;
  for (Filter const& filter : hidden)
    if (menu_row(ui, rows, filter.name, {.checked = filter.on})) chosen = filter.owner;
  popup_end();
  if (chosen) picker_open(state.picker, chosen);
}
}  // namespace

void records_filters(Ui const& ui, PlanView const& plan, GridState& state, Box area) {
  Box row = area.inset(ui.px(8), 0).middle(ui.px(ui.touch ? size_control_touch : size_control_dense));
  std::vector<Filter> const filters = filters_of(ui, plan, state);
  std::vector<FindingChip> const findings = finding_chips(ui, plan, state);
  BarCut const cut = plan_bar(ui, plan, state, filters, findings, row.w);
  records_settings(ui, plan, state, row.cut_right(settings_width(ui, plan, state, cut.labels), ui.px(chip_gap)), cut.labels);
  search_field(ui, plan, state, row.cut_left(ui.px(cut.search), ui.px(chip_gap)));
  for (std::size_t i = 0; i < cut.shown; ++i) {
    Filter const& filter = filters[i];
    Box const chip = row.cut_left(chip_width(ui, filter.shown, look_of(filter)), ui.px(chip_gap));
    ChipLook look = look_of(filter);
    look.tooltip = filter.on ? std::string_view(filter.name) : std::string_view();
    if (filter_chip(ui, chip, filter.shown + "##" + filter.name, look)) picker_open(state.picker, filter.owner);
    filter_picker(ui, plan, state, filter, chip);
  }
  if (cut.shown < filters.size()) {
    std::span<Filter const> const hidden(filters.data() + cut.shown, filters.size() - cut.shown);
    Box const chip = row.cut_left(chip_width(ui, "", {.icon = icon::list_filter, .chevron = true}), ui.px(chip_gap));
    more_filters(ui, state, hidden, chip);
    for (Filter const& filter : hidden) filter_picker(ui, plan, state, filter, chip);
  }
  for (FindingChip const& chip : findings) {
    Box const box = row.cut_left(chip_width(ui, chip.label, {.icon = chip.icon}), ui.px(chip_gap));
    std::string const name = chip.label + "##" + chip.icon;
    std::string const help = chip_help(ui, state, chip);
    if (filter_chip(ui, box, name, {.icon = chip.icon, .icon_color = chip.color, .on = chip.on, .tooltip = help})) toggle_findings(plan, state, chip);
  }
  if (has_filter(state) && row.w >= ui.px(24) && icon_button(ui, row.cut_left(ui.px(24)).middle(ui.px(24)), icon::x, ui.s.grid_clear_filter())) {
    clear_filter(state);
    apply_query(plan, state);
  }
}

}  // namespace rancang
