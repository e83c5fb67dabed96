#include "ui/icons_generated.hpp"
#include "ui/plan_view.hpp"
#include "ui/views/home_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {

struct FormRow {
  Ui const& ui;
  Box& column;
  bool tried;

  Box label(std::string_view text, bool missing) {
    Box line = column.cut_top(ui.px(15), ui.px(3));
    draw::text_in(ui, line.cut_left(draw::width(ui, text, {Step::dense}), ui.px(4)), text, Token::text_secondary, {Step::dense});
    if (missing) draw::text_in(ui, line, ui.s.ui_required(), Token::sev_error, {Step::dense});
    return column.cut_top(ui.px(28), ui.px(12));
  }
  void text(std::string_view name, std::string& value, std::string_view placeholder, TextKind kind = TextKind::line, bool bad = false) {
    Box const box = label(name, value.empty());
    FieldResult const typed = field_box(ui, box, field_key(name), name, value, {.kind = kind, .placeholder = placeholder, .invalid = tried && (value.empty() || bad), .max_length = 120});
    if (typed.changed) value = std::string(typed.text);
  }
};

bool read_form(Ui const& ui, NewPlanState& state) {
  auto const start = parse_integer(state.start_text, ui.numbers);
  auto const years = parse_integer(state.years_text, ui.numbers);
  state.form.start = start && *start >= 2000 && *start <= 2100 ? static_cast<Year>(*start) : Year{0};
  state.form.years = years && *years >= 5 && *years <= 11 ? *years : 0;
  return !state.form.region_name.empty() && !state.form.province.empty() && state.form.start != 0 && state.form.years != 0;
}

}  // namespace

void new_plan_view(Ui const& ui, NewPlanState& state, Box area) {
  draw::fill(ui, area, Token::surface_canvas);
  float const width = std::min(ui.px(480), area.w - ui.px(32));
  Box const card{area.x + (area.w - width) / 2, area.y + ui.px(24), width, ui.px(376)};
  draw::card(ui, card);
  Box column = card.inset(ui.px(20));
  heading(ui, column.cut_top(ui.look.size(Step::title), ui.px(6)), ui.s.action_new_plan(), Step::title);
  float const used = read_paragraph(ui, column, ui.s.new_plan_text(), Token::text_secondary);
  column.cut_top(used, ui.px(14));
  bool const complete = read_form(ui, state);
  FormRow row{ui, column, state.tried};
  Box const kinds = row.label(ui.s.new_plan_kind(), false);
  std::string_view const labels[] = {enum_label(ui.s, enum_info<RegionType>(), 1), enum_label(ui.s, enum_info<RegionType>(), 2)};
  int const kind = segmented(ui, {kinds.x, kinds.y, ui.px(200), kinds.h}, labels, state.form.region_type - 1);
  if (kind >= 0) state.form.region_type = static_cast<std::uint8_t>(kind + 1);
  row.text(ui.s.new_plan_region(), state.form.region_name, ui.s.new_plan_region_example());
  row.text(ui.s.new_plan_province(), state.form.province, ui.s.new_plan_province_example());
  Box halves = column.cut_top(ui.px(15 + 3 + 28), ui.px(4));
  Box left = halves.cut_left((halves.w - ui.px(12)) / 2, ui.px(12)), right = halves;
  FormRow{ui, left, state.tried}.text(ui.s.new_plan_start(), state.start_text, "2027", TextKind::number, state.form.start == 0);
  FormRow{ui, right, state.tried}.text(ui.s.new_plan_years(), state.years_text, "5", TextKind::number, state.form.years == 0);
  Box const hint = column.cut_top(ui.px(17), ui.px(10));
  bool const bad_years = state.tried && !complete;
  draw::text_in(ui, hint, bad_years ? ui.s.new_plan_incomplete() : ui.s.new_plan_hint(), bad_years ? Token::sev_error : Token::text_muted, {Step::caption});
  Box buttons = column.cut_top(ui.px(28));
  if (button_left(ui, buttons, ui.s.new_plan_create(), {.kind = ButtonKind::primary, .icon = icon::check})) {
    state.tried = true;
    if (read_form(ui, state)) ui.send.put(CreatePlanRequest{state.form});
  }
  if (button_left(ui, buttons, ui.s.ui_cancel())) ui.send.act(Action::go_home);
}

void about_view(Ui const& ui, AboutFacts const& facts, Box area) {
  draw::fill(ui, area, Token::surface_canvas);
  float const width = std::min(ui.px(560), area.w - ui.px(32));
  Box const card{area.x + (area.w - width) / 2, area.y + ui.px(24), width, ui.px(300)};
  draw::card(ui, card);
  Box column = card.inset(ui.px(20));
  heading(ui, column.cut_top(ui.look.size(Step::display), ui.px(4)), ui.s.app_name(), Step::display);
  draw::text_in(ui, column.cut_top(ui.px(19), ui.px(12)), ui.s.about_version(facts.version), Token::text_secondary);
  for (std::string_view const text : {ui.s.about_what(), ui.s.about_data(), ui.s.about_licence()}) {
    float const used = read_paragraph(ui, column, text, Token::text_primary);
    column.cut_top(used, ui.px(10));
  }
  draw::paragraph(ui, column.min(), column.w, facts.storage_place, Token::text_muted, {Step::dense});
}

}  // namespace rancang
