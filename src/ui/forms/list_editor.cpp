#include "ui/forms/field_editor.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
// What a row is called where its field says it otherwise than its kind: sources that prove something are "bukti".
std::string row_name(Ui const& ui, FieldSlot const& slot) {
  std::string const key = "record." + std::string(slot.info.name) + "." + std::string(slot.field.key) + ".row";
  auto const own = ui.s.find(key);
  return own ? std::string(*own) : record_inside(ui.s, *slot.field.nested);
}

// One row of a nested list: its fields, short ones side by side, and a cross that removes the row.
float row_editor(FormContext& context, FieldSlot const& slot, ListValue const& list, std::size_t index, Box const& at) {
  Ui const& ui = context.ui;
  RecordInfo const& nested = *slot.field.nested;
  float const pad = ui.px(8), gap = ui.px(8);
  Box inner{at.x + pad, at.y + pad, at.w - 2 * pad - ui.px(26), 0};
  float x = inner.x, y = inner.y, row_height = 0;
  float const half = (inner.w - gap) / 2;
  for (std::size_t i = 0; i < nested.fields.size(); ++i) {
    FieldInfo const& field = nested.fields[i];
    bool const narrow = inner.w > ui.px(180) && is_short(ui, nested, field, half);
    if (x > inner.x && (!narrow || begins_pair(nested, i))) x = inner.x, y += row_height + gap, row_height = 0;
    auto const write = [&slot, &list, index, i](Value value) {
      ListValue changed = list;
      changed.rows[index][i] = std::move(value);
      slot.write(std::move(changed));
    };
    FieldSlot inner_slot{nested, field, field_key("row", slot.key, index * 64 + i), list.rows[index][i], write};
    inner_slot.named = field_label(ui.s, nested, field) == field_label(ui.s, slot.info, slot.field);
    row_height = std::max(row_height, field_editor(context, inner_slot, {x, y, narrow ? half : inner.w, 0}));
    x = narrow && x == inner.x ? inner.x + half + gap : inner.x;
    if (x == inner.x) y += row_height + gap, row_height = 0;
  }
  if (x > inner.x) y += row_height + gap;
  float const height = y - gap + pad - at.y;
  draw::outline(ui, {at.x, at.y, at.w, height}, Token::border_default, radius_control);
  Box const cross{at.right() - ui.px(28), at.y + ui.px(4), ui.px(24), ui.px(24)};
  std::string const name = ui.s.form_remove_row(row_name(ui, slot), std::to_string(index + 1)) + "##" + std::to_string(slot.key);
  if (!context.plan.read_only && icon_button(ui, cross, icon::x, name, {.icon_size = 14})) {
    ListValue changed = list;
    changed.rows.erase(changed.rows.begin() + static_cast<std::ptrdiff_t>(index));
    slot.write(std::move(changed));
  }
  return height;
}

std::vector<Value> empty_row(RecordInfo const& nested) {
  std::vector<Value> row;
  for (auto const& field : nested.fields) {
    if (field.type == ValueType::text) row.emplace_back(std::string());
    else if (field.type == ValueType::series) row.emplace_back(SeriesValue{field.element, {}});
    else row.emplace_back();
  }
  return row;
}

}  // namespace

float list_editor(FormContext& context, FieldSlot const& slot, Box const& at) {
  Ui const& ui = context.ui;
  ListValue const list = slot.value.as<ListValue>() ? *slot.value.as<ListValue>() : ListValue{};
  float y = at.y;
  for (std::size_t i = 0; i < list.rows.size(); ++i) y += row_editor(context, slot, list, i, {at.x, y, at.w, 0}) + ui.px(6);
  std::string const label = ui.s.form_add_row(row_name(ui, slot)) + "##" + std::to_string(slot.key);
  ButtonLook const look{.kind = ButtonKind::quiet, .icon = icon::plus, .small = true, .disabled = context.plan.read_only ? ui.s.save_read_only() : std::string_view()};
  if (button(ui, {at.x, y, button_width(ui, label, look), ui.px(size_control_dense)}, label, look)) {
    ListValue changed = list;
    changed.rows.push_back(empty_row(*slot.field.nested));
    slot.write(std::move(changed));
  }
  return y + ui.px(size_control_dense) - at.y;
}

}  // namespace rancang
