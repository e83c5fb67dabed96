#include "ui/grid/grid_state.hpp"

#include "ui/grid/grid_cells.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_clipboard.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_selection.hpp"

namespace rancang {

bool FindingFilter::matches(void const* context, Ulid record) {
  auto const& self = *static_cast<FindingFilter const*>(context);
  if (!self.findings) return false;
  if (!self.only) return self.findings->worst(record).has_value();
  for (Finding const& finding : self.findings->of(record))
    if (finding.severity == *self.only) return true;
  return false;
}

GridState::GridState(RecordType record_type_)
    : type(record_type_),
      columns(default_columns(record_info(record_type_))),
      table(record_type_),
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
void GridState::step(int rows) { step_wish += rows; }

std::string selection_text(PlanView const& plan, Strings const& s, GridState const& state) {
  std::vector<Ulid> const rows = selected_records(state);
  if (rows.empty()) return {};
  RecordInfo const& info = record_info(state.type);
  std::int64_t sum = 0;
  bool has_money = false;
  for (FieldInfo const& field : info.fields) {
    if (field.type != ValueType::series || field.element != Element::money) continue;
    has_money = true;
    for (Ulid id : rows) {
      Node const* const node = plan.document.find(state.type, id);
      if (!node) continue;
      for (auto const& [year, money] : static_cast<YearSeries<Money> const*>(field.peek(node->data()))->values) sum += money.rupiah;
    }
    break;
  }
  std::string const count = format_integer(static_cast<std::int64_t>(rows.size()), plan.style.numbers);
  if (!has_money) return s.grid_selected_rows(count);
  return s.grid_selected_rows_money(count, format_rupiah({sum}, plan.style.numbers));
}

}  // namespace rancang
