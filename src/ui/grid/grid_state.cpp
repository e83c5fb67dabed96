#include "ui/grid/grid_state.hpp"

#include <algorithm>

#include "ui/grid/grid_cells.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_clipboard.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_rows.hpp"
#include "ui/grid/grid_selection.hpp"
#include "rules/gates.hpp"
#include "ui/record_look.hpp"
#include "ui/route.hpp"

namespace rancang {
namespace {
std::unique_ptr<SpokenWords> spoken_words(RecordType type) {
  auto const fields = record_info(type).fields;
  bool const any = std::any_of(fields.begin(), fields.end(), [&](FieldInfo const& field) { return is_spoken(type, field); });
  return any ? std::make_unique<SpokenWords>() : nullptr;
}
}  // namespace

bool FindingFilter::matches(void const* context, Ulid record) {
  auto const& self = *static_cast<FindingFilter const*>(context);
  if (!self.findings) return false;
  if (!self.only) return self.findings->worst(record).has_value();
  for (Finding const& finding : self.findings->of(record))
    if (finding.severity == *self.only && is_due(finding, self.gate)) return true;
  return false;
}

std::string view_setting(RecordType type, std::uint8_t kind) {
  RecordInfo const& info = record_info(type);
  std::string out = "view." + std::string(info.name);
  if (kind != 0) (out += '.') += kind_name(info, kind);
  return out;
}

GridState::GridState(RecordType record_type_, std::uint8_t kind_)
    : type(record_type_),
      kind(kind_),
      columns(default_columns(record_info(record_type_), kind_)),
      spoken(spoken_words(record_type_)),
      table(record_type_, spoken ? &spoken->words : nullptr),
      finding_filter(std::make_unique<FindingFilter>()),
      cells(std::make_unique<GridCells>()) {
  query.group.field = default_grouping(record_info(record_type_));
  query.filter.has_finding = FindingFilter::matches;
  query.filter.context = finding_filter.get();
  saved_settings = encode();
}
GridState::~GridState() = default;
GridState::GridState(GridState&&) noexcept = default;
GridState& GridState::operator=(GridState&&) noexcept = default;

void GridState::select_record(Ulid id, int field, Year year) {
  jump = Jump{id, field, year};
  wants_focus = true;
}
void GridState::show_only(int field, Ulid record, bool with_findings) {
  clear_filter(*this);
  query.filter.choices.push_back({field, {record}, {}});
  query.filter.only_with_findings = with_findings;
  query_changed = true;
}
void GridState::show_users(Ulid record) {
  clear_filter(*this);
  query.filter.refers_to = record;
  query_changed = true;
}
void GridState::step(int rows) { step_wish += rows; }

namespace {
FieldInfo const* money_series(RecordInfo const& info) {
  for (FieldInfo const& field : info.fields)
    if (field.type == ValueType::series && field.element == Element::money) return &field;
  return nullptr;
}

SelectionSum sum_up(PlanView const& plan, GridState const& state, FieldInfo const* money) {
  std::vector<Ulid> const rows = selected_records(state);
  SelectionSum out{state.selection, state.table.revision(), rows.size(), 0};
  for (Ulid id : rows)
    if (Node const* const node = money ? plan.document.find(state.type, id) : nullptr) out.rupiah += series_sum(*money, node->data());
  return out;
}
}  // namespace

std::string selection_text(PlanView const& plan, Strings const& s, GridState const& state) {
  FieldInfo const* const money = money_series(record_info(state.type));
  if (state.sum.rows != state.table.revision() || !(state.sum.of == state.selection)) state.sum = sum_up(plan, state, money);
  if (state.sum.count == 0) return {};
  std::string const count = format_integer(static_cast<std::int64_t>(state.sum.count), plan.style.numbers);
  return money ? s.grid_selected_rows_money(count, format_rupiah({state.sum.rupiah}, plan.style.numbers)) : s.grid_selected_rows(count);
}

}  // namespace rancang
