// The dropdown over a cell: references, several references, entries; a record that is missing is made on the spot.
#include <algorithm>

#include "base/utf8.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_edit.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
constexpr float picker_width = 280;

FieldInfo const& edited_field(GridState const& state) { return record_info(state.type).fields[static_cast<std::size_t>(state.edit.cell.field)]; }
bool is_year_of_choices(FieldInfo const& field) { return field.type == ValueType::series && field.element == Element::enumeration; }

// Which choices hold now.
void mark_chosen(ChoiceList& list, FieldInfo const& field, Node const& node, CellKey const& cell) {
  Value value = field.get(node.data());
  std::vector<Ulid> ids;
  int entry = -1;
  if (auto const* many = value.as<std::vector<Ulid>>()) ids = *many;
  if (auto const* one = value.as<Ulid>()) ids = {*one};
  if (auto const* index = value.as<EnumIndex>()) entry = index->index;
  if (auto const* series = value.as<SeriesValue>())
    for (auto const& [year, raw] : series->values)
      if (year == cell.year) entry = static_cast<int>(raw);
  for (std::size_t i = 0; i < list.choices.size(); ++i) {
    bool const is_record = !list.records.empty() && std::find(ids.begin(), ids.end(), list.records[i]) != ids.end();
    list.choices[i].chosen = list.records.empty() ? list.entries[i] == entry : is_record;
  }
}

void refresh_choices(Ui const& ui, PlanView const& plan, GridState& state, Node const& node) {
  FieldInfo const& field = edited_field(state);
  if (state.choices && state.choices->owner == state.edit.key && state.choices->revision == plan.editor.revision()) return;
  NoChoice const none = field.type == ValueType::reference || field.type == ValueType::enumeration ? NoChoice::offered : NoChoice::left_out;
  state.choices = std::make_unique<ChoiceList>(choices_of(ui, plan, field, none, &node));
  state.choices->owner = state.edit.key;
  mark_chosen(*state.choices, field, node, state.edit.cell);
}

Value toggled(FieldInfo const& field, Node const& node, Ulid id) {
  Value const value = field.get(node.data());
  std::vector<Ulid> ids;
  if (auto const* const now = value.as<std::vector<Ulid>>()) ids = *now;
  auto const at = std::find(ids.begin(), ids.end(), id);
  if (at == ids.end()) ids.push_back(id);
  else ids.erase(at);
  return ids;
}

Value chosen_value(GridState const& state, FieldInfo const& field, Node const& node, int index) {
  if (is_year_of_choices(field)) return series_with(field, field.get(node.data()), state.edit.cell.year, state.choices->entries[static_cast<std::size_t>(index)]);
  if (field.type == ValueType::references) return toggled(field, node, state.choices->records[static_cast<std::size_t>(index)]);
  return state.choices->value_at(field, index);
}

// The new record and the reference to it in one step.
void create_and_refer(Ui const& ui, PlanView const& plan, GridState& state, FieldInfo const& field, Node const& node, std::string const& text) {
  std::string const name = utf8::clean_name(text);
  if (name.empty()) return;
  Ulid const id = fresh_id(ui, plan, 1);
  RecordInfo const& target = record_info(field.target);
  SetCells command;
  command.created.push_back({field.target, id, {{static_cast<std::uint8_t>(target.title_field()), Value(name)}}});
  Value const value = field.type == ValueType::references ? toggled(field, node, id) : Value(id);
  command.cells.push_back({state.type, node.id, static_cast<std::uint8_t>(state.edit.cell.field), value});
  ui.send.edit(std::move(command));
}
}  // namespace

bool is_picked(FieldInfo const& field) {
  return field.type == ValueType::reference || field.type == ValueType::references || field.type == ValueType::enumeration || is_year_of_choices(field);
}

void open_cell_picker(Ui const& ui, PlanView const& plan, GridState& state, std::string search) {
  CellKey const cell = state.selection.anchor;
  std::uint64_t const key = field_key("grid.picker", cell.record.low ^ cell.record.high, static_cast<std::uint64_t>(cell.field) * 65536 + static_cast<std::uint64_t>(cell.year));
  if (ui.edit.key() == state.edit.key) ui.edit.end();
  state.edit = {EditMode::picker, cell, key};
  state.choices.reset();
  picker_open(state.picker, key);
  state.picker.search = std::move(search);
  state.table.hold(plan.document, cell.record);
}

void picker_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  Node const* const node = plan.document.find(state.type, state.edit.cell.record);
  auto const row = state.table.row_of(state.edit.cell.record);
  if (!node || !row) return leave_edit(ui, plan, state);
  FieldInfo const& field = edited_field(state);
  refresh_choices(ui, plan, state, *node);
  int const column = std::max(first_cell_column, column_of(state.geometry, state.edit.cell));
  Box const cell = cell_box(state, *row, column);
  draw::outline(ui, {cell.x - 1, cell.y - 1, cell.w + 2, cell.h + 1}, Token::focus_ring, 0, 2);
  bool const can_create = field.target != RecordType::none && !record_info(field.target).single;
  PickerLook look{.several = field.type == ValueType::references, .create_label = can_create ? create_choice_label(ui, field.target, state.picker.search) : std::string(), .width = picker_width};
  PickerResult const result = picker(ui, state.picker, state.edit.key, cell, state.choices->choices, look);
  if (result.chosen >= 0) {
    ui.send.edit(SetField{{state.type, node->id, static_cast<std::uint8_t>(state.edit.cell.field), chosen_value(state, field, *node, result.chosen)}}, look.several ? state.edit.key : 0);
  }
  if (result.create) create_and_refer(ui, plan, state, field, *node, result.text);
  if (!result.closed) return;
  leave_edit(ui, plan, state);
  state.wants_focus = true;
}

}  // namespace rancang
