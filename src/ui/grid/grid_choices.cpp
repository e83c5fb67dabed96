#include "ui/grid/grid_choices.hpp"

#include <algorithm>

#include "model/reference_lookup.hpp"

namespace rancang {
namespace {
Ulid dimension_of(Node const& node) {
  if (node.type == record_type<Dimension>) return node.id;
  for (FieldInfo const& field : node.info().fields)
    if (field.type == ValueType::reference && field.target == record_type<Dimension>) return peek_reference(field, node.data());
  return {};
}

std::string note_of(Node const& node) {
  std::string note = record_text(node);
  return note == node.title() ? std::string() : note;
}

void add_records(Ui const& ui, PlanView const& plan, ChoiceList& list, RecordType target, Node const* near) {
  std::vector<Node const*> nodes = in_plan_order(plan.document, target);
  Ulid const home = near ? dimension_of(*near) : Ulid{};
  if (home && target != record_type<Dimension>) std::stable_partition(nodes.begin(), nodes.end(), [&](Node const* node) { return dimension_of(*node) == home; });
  for (Node const* node : nodes) {
    int const index = dimension_index(plan.document, dimension_of(*node));
    std::string label(node->title());
    list.choices.push_back({label.empty() ? record_text(*node) : std::move(label), note_of(*node), false, index < 0 ? 0 : ui.color(dimension_color(index))});
    list.records.push_back(node->id);
  }
}

void add_entries(Ui const& ui, PlanView const& plan, ChoiceList& list, FieldInfo const& field, NoChoice none) {
  if (field.type == ValueType::boolean) {
    list.choices = {{std::string(plan.style.yes), {}}, {std::string(plan.style.no), {}}};
    list.entries = {1, 0};
    return;
  }
  for (std::size_t i = 0; i < field.enumeration->names.size(); ++i) {
    bool const nothing = field.enumeration->names[i].empty();
    if (nothing && none == NoChoice::left_out) continue;
    list.choices.push_back({std::string(nothing ? ui.s.grid_choose_nothing() : enum_label(ui.s, *field.enumeration, i)), {}});
    list.entries.push_back(static_cast<std::uint8_t>(i));
  }
}
}  // namespace

RecordType choice_target(FieldInfo const& field) {
  if (field.type == ValueType::reference || field.type == ValueType::references) return field.target;
  if (field.type != ValueType::list) return RecordType::none;
  FieldInfo const& title = field.nested->fields[static_cast<std::size_t>(field.nested->title_field())];
  return title.type == ValueType::reference ? title.target : RecordType::none;
}

bool has_choices(FieldInfo const& field) {
  return field.type == ValueType::enumeration || field.type == ValueType::boolean || choice_target(field) != RecordType::none;
}

ChoiceList choices_of(Ui const& ui, PlanView const& plan, FieldInfo const& field, NoChoice none, Node const* near) {
  ChoiceList list;
  list.revision = plan.editor.revision();
  RecordType const target = choice_target(field);
  if (target == RecordType::none) {
    add_entries(ui, plan, list, field, none);
    return list;
  }
  if (none == NoChoice::offered) {
    list.choices.push_back({std::string(ui.s.grid_choose_nothing()), {}});
    list.records.push_back({});
  }
  add_records(ui, plan, list, target, near);
  return list;
}

Value ChoiceList::value_at(FieldInfo const& field, int index) const {
  std::size_t const i = static_cast<std::size_t>(index);
  if (!records.empty()) return records[i] ? Value(records[i]) : Value();
  if (field.type == ValueType::boolean) return entries[i] != 0;
  return EnumIndex{entries[i]};
}

std::string create_choice_label(Ui const& ui, RecordType target, std::string const& text) {
  if (target == RecordType::none || text.empty()) return {};
  return ui.s.grid_create_choice(record_inside(ui.s, record_info(target)), text);
}

std::string record_inside(Strings const& s, RecordInfo const& info) {
  if (auto const own = s.find("grid.inside." + std::string(info.name))) return std::string(*own);
  return lower_first(record_label(s, info));
}

std::string lower_first(std::string_view label) {
  std::string out(label);
  auto const is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (out.size() > 1 && is_upper(out[0]) && !is_upper(out[1])) out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

}  // namespace rancang
