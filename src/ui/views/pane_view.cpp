#include "ui/views/pane_view.hpp"

#include "ui/forms/form_view.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/home_view.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {

struct StatusLook {
  char const* icon;
  Token color;
};
constexpr StatusLook status_look(std::size_t status) {
  constexpr StatusLook looks[] = {{icon::circle_dashed, Token::status_draft}, {icon::circle_dot, Token::status_review}, {icon::circle_check, Token::status_agreed}, {icon::circle_slash, Token::status_dropped}};
  return looks[status < 4 ? status : 0];
}

int dimension_of(PlanView const& plan, Node const& node) {
  for (auto const& field : node.info().fields)
    if (field.target == record_type<Dimension> && field.type == ValueType::reference) return dimension_index(plan.document, peek_reference(field, node.data()));
  return node.type == record_type<Dimension> ? dimension_index(plan.document, node.id) : -1;
}

std::string_view sub_dimension_name(PlanView const& plan, Node const& node) {
  for (auto const& field : node.info().fields)
    if (field.target == record_type<SubDimension> && field.type == ValueType::reference)
      if (auto const* sub = plan.document.get(Id<SubDimension>{peek_reference(field, node.data())})) return sub->name;
  return {};
}

void dimension_chip(Ui const& ui, int dimension, Box& row) {
  if (dimension < 0) return;
  std::string_view const code = dimension_short(dimension);
  Box chip = row.cut_left(draw::width(ui, code, {Step::caption, Weight::bold}) + ui.px(28), ui.px(6)).middle(ui.px(18));
  draw::fill(ui, chip, dimension_tint(dimension), radius_chip);
  draw::icon_in(ui, chip.cut_left(ui.px(20)), dimension_icon(dimension), dimension_text_color(dimension), 12);
  draw::text_in(ui, chip, code, dimension_text_color(dimension), {Step::caption, Weight::bold});
}

PaneResult head_part(Ui const& ui, PlanView const& plan, Node const& node, Box& area) {
  PaneResult result;
  Box line = area.cut_top(ui.px(38)).inset(ui.px(12), ui.px(9));
  line.w += ui.px(4);
  if (icon_button(ui, line.cut_right(ui.px(24)).middle(ui.px(24)), icon::x, ui.s.ui_close(), {.icon_size = 14})) result.close = true;
  if (icon_button(ui, line.cut_right(ui.px(24)).middle(ui.px(24)), icon::chevron_down, ui.s.pane_next(), {.icon_size = 14})) result.step = 1;
  if (icon_button(ui, line.cut_right(ui.px(24), ui.px(6)).middle(ui.px(24)), icon::chevron_up, ui.s.pane_previous(), {.icon_size = 14})) result.step = -1;
  if (icon_button(ui, line.cut_right(ui.px(24)).middle(ui.px(24)), icon::history, ui.s.pane_changes(), {.icon_size = 14}))
    ui.send.put(PointRequest{PointRequest::Wish::history, 0, record_title(plan.document, node)});
  int const dimension = dimension_of(plan, node);
  dimension_chip(ui, dimension, line);
  std::string_view const sub = sub_dimension_name(plan, node);
  draw::text_in(ui, line, sub.empty() ? record_label(ui.s, node.info()) : sub, Token::text_muted, {Step::caption});
  std::string title = record_title(plan.document, node);
  if (title.empty()) title = ui.s.ui_untitled();
  float const wrap = area.w - ui.px(24);
  float const height = draw::paragraph(ui, {area.x + ui.px(12), area.y}, wrap, title, Token::text_primary, {Step::lead, Weight::bold}, 3);
  if (probe::wanted()) probe::item(title, probe::Role::heading, {area.x, area.y, area.w, height});
  area.cut_top(height, ui.px(2));
  return result;
}

// Status and where the row's certainty comes from, on one line.
void status_part(Ui const& ui, PlanView const&, Node const& node, Box& area) {
  Box line = area.cut_top(ui.px(24)).inset(ui.px(12), 0);
  int const field = node.info().role_field(Role::status);
  if (field >= 0) {
    FieldInfo const& info = node.info().fields[static_cast<std::size_t>(field)];
    std::size_t const status = info.get(node.data()).as<EnumIndex>()->index;
    std::string_view const label = enum_label(ui.s, *info.enumeration, status);
    draw::icon_in(ui, line.cut_left(ui.px(14), ui.px(5)), status_look(status).icon, status_look(status).color, 14);
    draw::text_in(ui, line.cut_left(draw::width(ui, label, {Step::dense}), ui.px(10)), label, status_look(status).color, {Step::dense});
  }
  int const certainty = node.info().index_of("certainty");
  if (certainty < 0) return;
  FieldInfo const& info = node.info().fields[static_cast<std::size_t>(certainty)];
  std::size_t const entry = info.get(node.data()).as<EnumIndex>()->index;
  if (entry == 0) return;
  std::string_view const label = enum_label(ui.s, *info.enumeration, entry);
  tag(ui, line.cut_left(tag_width(ui, label)).middle(ui.px(18)), label);
}

void foot_part(Ui const& ui, PlanView const& plan, Node const& node, Box area) {
  draw::hline(ui, area.x, area.right(), area.y, Token::border_default);
  Box row = area.inset(ui.px(12), 0);
  std::string const foreign = foreign_note(plan, ui.s, node);
  std::string_view const blocked = plan.read_only ? ui.s.save_read_only() : std::string_view(foreign);
  int const field = node.info().role_field(Role::status);
  if (field >= 0) {
    FieldInfo const& info = node.info().fields[static_cast<std::size_t>(field)];
    std::size_t const status = info.get(node.data()).as<EnumIndex>()->index;
    bool const agreed = status == static_cast<std::size_t>(RowStatus::agreed), errors = plan.findings.worst(node.id) == Severity::error;
    std::string_view const reason = !blocked.empty() ? blocked : !agreed && errors ? ui.s.pane_agree_blocked() : std::string_view();
    RowStatus const next = agreed ? RowStatus::review : RowStatus::agreed;
    if (button_left(ui, row, agreed ? ui.s.pane_reopen() : ui.s.pane_agree(), {.icon = agreed ? icon::circle_dot : icon::circle_check, .small = true, .disabled = reason}))
      ui.send.edit(SetField{{node.type, node.id, static_cast<std::uint8_t>(field), EnumIndex{static_cast<std::uint8_t>(next)}}});
  }
  if (button_right(ui, row, ui.s.pane_delete(), {.kind = ButtonKind::quiet, .icon = icon::trash_2, .small = true, .disabled = blocked})) ui.send.edit(DeleteRecords{{{node.type, node.id}}});
}

}  // namespace

PaneResult pane_view(Ui const& ui, PlanView const& plan, RecordKey key, FormState& state, Box area) {
  draw::fill(ui, area, Token::surface_panel);
  draw::vline(ui, area.x, area.y, area.bottom(), Token::border_default);
  area.cut_left(1);
  NodePtr const* const node = plan.document.table(key.type).find_alive(key.id);
  if (!node) return {};
  Box const foot = area.cut_bottom(ui.px(41));
  PaneResult const result = head_part(ui, plan, **node, area);
  status_part(ui, plan, **node, area);
  area.cut_top(ui.px(6));
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  form_view(ui, plan, key, state, area);
  foot_part(ui, plan, **node, foot);
  return result;
}

}  // namespace rancang
