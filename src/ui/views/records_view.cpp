#include "ui/views/records_view.hpp"

#include "edit/outline.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_input.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_paint.hpp"
#include "ui/grid/grid_rows.hpp"
#include "ui/grid/grid_view.hpp"
#include "ui/route.hpp"
#include "ui/icons_generated.hpp"
#include "ui/record_look.hpp"
#include "ui/views/records_parts.hpp"
#include "ui/widgets/notes.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr std::string_view export_menu = "records.export";

std::string facts_text(Ui const& ui, PlanView const& plan, GridState const& state) {
  RecordInfo const& info = record_info(state.type);
  std::size_t const shown = state.table.totals().count, all = state.table.record_count();
  std::string out = count_text(ui, plan, info, all);
  if (shown != all) out = ui.s.grid_some_of(format_integer(static_cast<std::int64_t>(shown), plan.style.numbers), out);
  for (SeriesTotal const& series : state.table.totals().series) {
    out += " \xC2\xB7 " + ui.s.grid_rupiah_short(format_money_short({series.total}, plan.style.numbers));
    break;
  }
  return out;
}

void export_popup(Ui const& ui, Box const& anchor) {
  Box box;
  if (!popup_begin(ui, export_menu, anchor, ui.px(240), (ui.saves_in_place ? 3.0f : 2.0f) * menu_row_height(ui) + ui.px(8), box)) return;
  Box rows = box.inset(0, ui.px(4));
  if (menu_row(ui, rows, ui.s.grid_export_file(), {.icon = icon::save, .note = "Ctrl+S"})) ui.send.act(Action::save_file);
  if (ui.saves_in_place && menu_row(ui, rows, ui.s.action_save_in_place(), {.icon = icon::file_down})) ui.send.act(Action::save_in_place);
  if (menu_row(ui, rows, ui.s.grid_export_csv(), {.icon = icon::file_spreadsheet})) ui.send.act(Action::export_csv);
  popup_end();
}

// Why no rows can be added; "" = they can.
std::string_view add_lock(Ui const& ui, PlanView const& plan, RecordType type) {
  if (plan.read_only) return ui.s.grid_read_only();
  return plan.document.scope && !is_agency_work(type) ? ui.s.slice_common() : std::string_view();
}

// Add, export, import, from the right. `tight`: icons without words, and no import, which the home screen also offers.
void header_buttons(Ui const& ui, PlanView const& plan, GridState& state, Box& row, bool tight) {
  RecordInfo const& info = record_info(state.type);
  std::string_view const locked = add_lock(ui, plan, state.type);
  bool const small = !ui.touch;
  ButtonLook const look{.kind = ButtonKind::quiet, .icon = icon::file_down, .trailing = icon::chevron_down, .small = small};
  float const height = ui.px(small ? size_control_dense : size_control);
  auto const maker = maker_of(state.type);
  std::string const label = maker ? std::string(action_label(*maker, ui.s)) : add_label(ui, info);
  char const* const sign = maker ? action_icon(*maker) : icon::plus;
  bool const add = tight ? icon_button(ui, row.cut_right(height, ui.px(4)).middle(height), sign, label, {.disabled = locked})
                         : button_right(ui, row, label, {.kind = ButtonKind::primary, .icon = sign, .small = small, .disabled = locked}, 8);
  if (add && maker) ui.send.act(*maker);
  else if (add) create_row(ui, plan, state);
  Box const anchor = row.cut_right(tight ? height : button_width(ui, ui.s.grid_export(), look), ui.px(tight ? 4 : 8)).middle(height);
  if (tight ? icon_button(ui, anchor, icon::file_down, ui.s.grid_export()) : button(ui, anchor, ui.s.grid_export(), look)) popup_open(export_menu);
  export_popup(ui, anchor);
  if (!tight && !maker && button_right(ui, row, ui.s.grid_import(), {.kind = ButtonKind::quiet, .icon = icon::file_up, .small = small}, 8)) ui.send.act(Action::open_files);
  if (!outline_level(state.type)) return;
  bool const outline = tight ? icon_button(ui, row.cut_right(height, ui.px(4)).middle(height), icon::list_tree, ui.s.outline_button(), {.disabled = locked})
                             : button_right(ui, row, ui.s.outline_button(), {.kind = ButtonKind::quiet, .icon = icon::list_tree, .small = small, .disabled = locked}, 8);
  if (outline) ui.send.act(Action::paste_outline);
}

// What stands below the head while there are no rows.
void no_rows(Ui const& ui, PlanView const& plan, GridState& state, Box const& area) {
  RecordInfo const& info = record_info(state.type);
  std::string const base = "record." + std::string(info.name);
  if (state.table.record_count() > 0 && (state.kind == 0 || has_filter(state))) {
    if (empty_state(ui, area, icon::list_filter, ui.s.grid_nothing_found(), ui.s.grid_nothing_found_why(), {}, ui.s.grid_clear_filter()) == 2) {
      clear_filter(state);
      apply_query(plan, state);
    }
    return;
  }
  bool const open = add_lock(ui, plan, state.type).empty(), in_tree = outline_level(state.type).has_value();
  std::string const kind = state.kind == 0 ? std::string() : "_" + std::string(kind_name(info, state.kind));
  auto const maker = maker_of(state.type);
  std::string const primary = !open ? std::string() : maker ? std::string(action_label(*maker, ui.s)) : add_label(ui, info);
  std::string_view const secondary = !open || maker ? std::string_view() : in_tree ? ui.s.outline_button() : ui.s.grid_paste_from_sheet();
  int const step = empty_state(ui, area, icon::table_2, ui.s.find(base + ".empty" + kind).value_or(record_many(ui.s, info)), ui.s.find(base + ".why" + kind).value_or(std::string_view()), primary, secondary,
                               maker ? action_icon(*maker) : nullptr);
  if (step == 1 && maker) ui.send.act(*maker);
  else if (step == 1) create_row(ui, plan, state);
  if (step == 2 && in_tree) ui.send.act(Action::paste_outline);
  else if (step == 2) ui.send.notice(std::string(ui.s.grid_paste_hint()));
}
}  // namespace

bool has_money(RecordInfo const& info) {
  for (FieldInfo const& field : info.fields)
    if (field.type == ValueType::money || field.element == Element::money) return true;
  return false;
}

std::string add_label(Ui const& ui, RecordInfo const& info) { return ui.s.grid_add(record_inside(ui.s, info)); }

void records_header(Ui const& ui, PlanView const& plan, GridState& state, Box area) {
  RecordInfo const& info = record_info(state.type);
  Box row = area;
  row.cut_left(ui.px(12));
  row.cut_right(ui.px(8));
  header_buttons(ui, plan, state, row, area.w < ui.px(520));
  Box const more = row.cut_right(ui.px(24), ui.px(8)).middle(ui.px(24));
  if (selected_count(state) > 0 && icon_button(ui, more, icon::ellipsis, ui.s.grid_row_actions())) open_row_menu(state, more);
  std::string_view const title = table_title(ui.s, info, state.kind);
  float const title_width = std::min(row.w, draw::width(ui, title, {Step::lead, Weight::bold}));
  Box const heading = row.cut_left(title_width, ui.px(8));
  draw::text_in(ui, heading, title, Token::text_primary, {Step::lead, Weight::bold});
  if (probe::wanted()) probe::item(title, probe::Role::heading, heading.rect());
  std::string const facts = facts_text(ui, plan, state);
  draw::text_in(ui, row, facts, Token::text_muted, {Step::dense});
  if (probe::wanted()) probe::item(facts, probe::Role::text, row.rect());
}

void records_view(Ui const& ui, PlanView const& plan, RecordType type, GridState& state, Box area) {
  sync_rows(ui, plan, state);
  records_header(ui, plan, state, area.cut_top(ui.px(ui.touch ? layout_touch_view_header : layout_view_header)));
  Box const bar = area.cut_top(ui.px(ui.touch ? layout_touch_filter_bar : layout_filter_bar));
  bool const bulk = selected_count(state) > 1 && state.pointer.drag == GridDrag::none;
  if (bulk) records_bulk_bar(ui, plan, state, bar);
  else records_filters(ui, plan, state, bar);
  draw::hline(ui, bar.x, bar.right(), bar.bottom() - 1, Token::border_default);
  bool const empty = state.table.size() == 0;
  grid_view(ui, plan, type, state, empty ? area.cut_top(ui.px(head_height)) : area);
  if (empty) no_rows(ui, plan, state, area);
}

}  // namespace rancang
