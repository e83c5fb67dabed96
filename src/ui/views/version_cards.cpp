#include "ui/views/version_cards.hpp"

#include <cstring>

#include "ui/error_text.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float pad = 12, segment_width = 92;
constexpr draw::Type card_type{Step::body};

// Wrapped text with some stretches on the tint of a conflict; returns its height.
float marked_paragraph(Ui const& ui, ImVec2 at, float width, VersionCard const& card, Token color, draw::Mode mode) {
  if (card.marks.empty() || mode == draw::Mode::measure) return draw::paragraph(ui, at, width, card.text, color, card_type, 0, mode);
  ImFont* const font = ui.look.font(Weight::regular);
  float const size = ui.look.size(card_type.step), line_height = ui.look.paragraph_line(card_type.step);
  char const *const begin = card.text.data(), *const end = begin + card.text.size();
  float y = at.y + (line_height - size) / 2;
  for (char const* from = begin; from < end; y += line_height) {
    char const* stop = font->CalcWordWrapPosition(size, from, end, width);
    if (stop == from && *stop != '\n') ++stop;
    if (auto const* line_end = static_cast<char const*>(std::memchr(from, '\n', static_cast<std::size_t>(stop - from)))) stop = line_end;
    float x = at.x;
    for (char const* piece = from; piece < stop;) {
      auto const offset = static_cast<std::uint32_t>(piece - begin);
      bool marked = false;
      char const* piece_end = stop;
      for (TextSpan const span : card.marks) {
        if (offset >= span.from && offset < span.to) marked = true, piece_end = std::min(piece_end, begin + span.to);
        else if (span.from > offset) piece_end = std::min(piece_end, begin + span.from);
      }
      std::string_view const text(piece, static_cast<std::size_t>(piece_end - piece));
      float const piece_width = font->CalcTextSizeA(size, FLT_MAX, 0, piece, piece_end).x;
      if (marked) draw::fill(ui, {x - 1, y - 1, piece_width + 2, size + 2}, Token::conflict_tint, 2);
      draw::text(ui, {x, y}, text, marked ? Token::conflict_base : color, card_type);
      x += piece_width;
      piece = piece_end;
    }
    from = stop;
    while (from < end && *from == ' ') ++from;
    if (from < end && *from == '\n') ++from;
  }
  return y - at.y;
}

float chips_height(Ui const& ui, std::vector<std::string> const& chips, Box column, draw::Mode mode) {
  float x = column.x, y = column.y;
  for (auto const& chip : chips) {
    float const width = std::min(tag_width(ui, chip), column.w);
    if (x > column.x && x + width > column.right()) x = column.x, y += ui.px(22);
    if (mode == draw::Mode::draw) tag(ui, {x, y, width, ui.px(18)}, chip);
    x += width + ui.px(4);
  }
  return y + ui.px(18) - column.y;
}

float body_height(Ui const& ui, VersionCard const& card, float width) {
  if (!card.chips.empty()) return chips_height(ui, card.chips, {0, 0, width, 0}, draw::Mode::measure);
  return marked_paragraph(ui, {}, width, card, Token::text_primary, draw::Mode::measure) + (card.change.empty() ? 0 : ui.px(20));
}

// The base stands before the cards.
std::size_t places(VersionField const& field) { return field.cards.size() + (field.base ? 1 : 0); }
VersionCard const& card_at(VersionField const& field, std::size_t place) { return !field.base ? field.cards[place] : place == 0 ? *field.base : field.cards[place - 1]; }

int columns_for(Ui const& ui, std::size_t cards, float width) { return std::max(1, std::min({static_cast<int>(cards), 3, static_cast<int>(width / ui.px(200))})); }
float card_width(Ui const& ui, std::size_t cards, float width) {
  auto const columns = static_cast<float>(columns_for(ui, cards, width));
  return (width - (columns - 1) * ui.px(8)) / columns;
}
float row_height(Ui const& ui, VersionField const& field, std::size_t first, int columns, float width) {
  float height = 0;
  for (std::size_t i = first; i < std::min(places(field), first + static_cast<std::size_t>(columns)); ++i) height = std::max(height, body_height(ui, card_at(field, i), width - ui.px(2 * pad)));
  return height + ui.px(18 + 6 + 2 * 9);
}
float cards_height(Ui const& ui, VersionField const& field, float width) {
  if (field.cards.empty()) return 0;
  int const columns = columns_for(ui, places(field), width);
  float const each = card_width(ui, places(field), width);
  float height = 0;
  for (std::size_t i = 0; i < places(field); i += static_cast<std::size_t>(columns)) height += row_height(ui, field, i, columns, each) + ui.px(8);
  return height;
}

void card_body(Ui const& ui, VersionCard const& card, Box inner, Token color) {
  if (!card.chips.empty()) return void(chips_height(ui, card.chips, inner, draw::Mode::draw));
  inner.cut_top(marked_paragraph(ui, inner.min(), inner.w, card, card.text == ui.s.merge_nothing_given() ? Token::text_muted : color, draw::Mode::draw), ui.px(2));
  draw::text_in(ui, inner.cut_top(ui.px(18)), card.change, Token::text_secondary, {Step::dense});
}

// Only told: there is nothing to press.
void base_card(Ui const& ui, VersionField const& field, Box const& box) {
  VersionCard const& card = *field.base;
  draw::fill(ui, box, Token::surface_header, radius_card);
  draw::outline(ui, box, Token::border_subtle, radius_card);
  std::string said = card.text;
  for (auto const& chip : card.chips) said += (said.empty() ? "" : ", ") + chip;
  if (probe::wanted()) probe::item(field.label + ": " + card.title + ", " + card.note + ": " + said, probe::Role::text, box.rect());
  Box inner = box.inset(ui.px(pad), ui.px(9));
  Box head = inner.cut_top(ui.px(18), ui.px(6));
  draw::Type const bold{Step::dense, Weight::bold};
  draw::text_in(ui, head.cut_left(std::min(draw::width(ui, card.title, bold), head.w), ui.px(8)), card.title, Token::text_secondary, bold);
  draw::text_in(ui, head, card.note, Token::text_muted, {Step::dense});
  card_body(ui, card, inner, Token::text_secondary);
}

bool one_card(Ui const& ui, VersionField const& field, std::size_t index, Box const& box) {
  VersionCard const& card = field.cards[index];
  bool const on = field.card == static_cast<int>(index);
  std::string const name = field.label + ": " + card.title + (card.note.empty() ? "" : ", " + card.note) + "##card" + std::to_string(field.key) + "/" + std::to_string(index);
  std::string const value = card.text + (card.change.empty() ? "" : ", " + card.change);
  Press const p = press(ui, box, name, {.role = probe::Role::radio, .state = probe::State::checkable | state_if(on, probe::State::checked), .value = value});
  draw::fill(ui, box, on ? Token::accent_tint : p.hovered ? Token::surface_hover : Token::surface_panel, radius_card);
  draw::outline(ui, box, on ? Token::accent_base : Token::border_default, radius_card, on ? 2 : 1);
  Box inner = box.inset(ui.px(pad), ui.px(9));
  Box head = inner.cut_top(ui.px(18), ui.px(6));
  draw::icon_in(ui, head.cut_left(ui.px(14), ui.px(5)), on ? icon::circle_check : icon::circle, on ? Token::accent_text : Token::text_muted, 14);
  draw::Type const bold{Step::dense, Weight::bold};
  draw::text_in(ui, head.cut_left(std::min(draw::width(ui, card.title, bold), head.w), ui.px(8)), card.title, Token::text_primary, bold);
  bool const cut = draw::text_in(ui, head, card.note, Token::text_muted, {Step::dense});
  if (p.hovered && (cut || !card.source.empty())) tooltip(ui, card.title + (card.note.empty() ? "" : ", " + card.note) + (card.source.empty() ? "" : ", " + card.source));
  card_body(ui, card, inner, Token::text_primary);
  return p.clicked;
}

int segment_row(Ui const& ui, VersionField const& field, Box const& box) {
  int pressed = -1;
  int const count = field.field ? version_segments : 2;
  Box row = box;
  for (int i = 0; i < count; ++i) {
    auto const at = static_cast<std::size_t>(i);
    Box const part = row.cut_left(box.w / static_cast<float>(count));
    bool const on = field.segment == i, off = !field.disabled[at].empty();
    Press const p = press(ui, part, std::string(field.segments[at]) + "##segment" + std::to_string(field.key),
                          {.role = probe::Role::radio, .state = probe::State::checkable | state_if(on, probe::State::checked), .tooltip = field.disabled[at], .disabled = off});
    if (on || (p.hovered && !off)) draw::fill(ui, part.inset(1), on ? Token::accent_tint : Token::surface_hover, radius_chip);
    if (i > 0) draw::vline(ui, part.x, part.y, part.bottom(), Token::border_default);
    draw::text_in(ui, part.inset(ui.px(4), 0), field.segments[at], off ? Token::text_disabled : on ? Token::accent_text : Token::text_primary,
                  {Step::dense, on ? Weight::bold : Weight::regular, draw::Align::center});
    if (p.clicked) pressed = i;
  }
  draw::outline(ui, box, Token::border_strong, radius_control);
  return pressed;
}

bool is_writing(VersionField const& field, VersionOwn const& own) { return own.key == field.key; }
bool is_prose(FieldInfo const& field) { return field.type == ValueType::text && (field.rules.prose || field.rules.max_length > 300); }
float own_height(Ui const& ui, VersionField const& field, VersionOwn const& own, float width) {
  if (!is_prose(*field.field)) return ui.px(size_control);
  std::string_view const text = ui.edit.is_editing(field.key) ? std::string_view(ui.edit.text()) : std::string_view(own.text);
  float const lines = draw::paragraph(ui, {}, width - ui.px(16), text.empty() ? std::string_view(" ") : text, Token::text_primary, {}, 0, draw::Mode::measure);
  return std::clamp(lines + ui.px(14), 2 * ui.look.paragraph_line(Step::body) + ui.px(12), ui.px(260));
}

void own_box(Ui const& ui, PlanView const& plan, Document const& names, VersionField const& field, VersionOwn& own, Box& column, VersionAnswer& answer) {
  FieldInfo const& info = *field.field;
  if (std::exchange(own.focus, false)) ui.edit.begin(field.key, own.text, false);
  bool const text = info.type == ValueType::text, prose = is_prose(info);
  Box const box = column.cut_top(own_height(ui, field, own, column.w), ui.px(6));
  FieldResult const typed = field_box(ui, box, field.key, field.label + "##own" + std::to_string(field.key), own.text,
                                      {.kind = prose ? TextKind::prose : TextKind::line, .invalid = !own.problem.empty(), .select_all = false, .max_length = text ? info.rules.max_length : 4000});
  if (!own.problem.empty()) column.cut_top(read_paragraph(ui, column, own.problem, Token::sev_error, {Step::dense}), ui.px(6));
  answer.done = typed.exit != FieldExit::none;
  own.touched = own.touched || typed.changed;
  answer.back = own.touched && typed.exit == FieldExit::escape;
  // Who only looked into the field and goes elsewhere has decided nothing.
  if (typed.exit == FieldExit::escape || (typed.exit == FieldExit::blur && !own.touched)) return void(own = {});
  if (!typed.changed && !answer.done) return;
  own.text = std::string(typed.text);
  auto value = parse_value(names, info, own.text, version_style(plan));
  own.problem = value ? std::string() : error_text(ui.s, value.error());
  if (value) answer.own = std::move(*value);
  else answer.back = true;
}

void result_line(Ui const& ui, VersionField const& field, Box box) {
  draw::fill(ui, box, Token::accent_tint, radius_control);
  draw::outline(ui, box, Token::accent_base, radius_control, 2);
  box = box.inset(ui.px(pad), 0);
  std::string_view const said = ui.s.merge_decided(), word = ui.s.merge_result();
  Box mark = box.cut_right(draw::width(ui, said, {Step::dense}) + ui.px(19), ui.px(8));
  draw::icon_in(ui, mark.cut_left(ui.px(14), ui.px(5)), icon::circle_check, Token::status_agreed, 14);
  draw::text_in(ui, mark, said, Token::status_agreed, {Step::dense});
  draw::text_in(ui, box.cut_left(draw::width(ui, word, {Step::dense, Weight::bold}), ui.px(8)), word, Token::text_primary, {Step::dense, Weight::bold});
  if (probe::wanted()) probe::item(field.result, probe::Role::status, box.rect());
  draw::text_in(ui, box, field.result, Token::text_primary, {Step::dense});
}
}  // namespace

float version_height(Ui const& ui, VersionField const& field, VersionOwn const& own, float width) {
  float const inner = width - ui.px(2 * pad);
  float height = ui.px(12 + 24 + 8) + cards_height(ui, field, inner) + ui.px(4);
  bool const narrow = inner < ui.px(560);
  if (narrow) height += ui.px(28);
  if (is_writing(field, own)) height += own_height(ui, field, own, inner) + ui.px(6) + (own.problem.empty() ? 0 : draw::paragraph(ui, {}, inner, own.problem, Token::sev_error, {Step::dense}, 0, draw::Mode::measure) + ui.px(6));
  else if (!field.result.empty()) height += ui.px(30);
  return height;
}

VersionAnswer version_view(Ui const& ui, PlanView const& plan, Document const& names, VersionField const& field, VersionOwn& own, Box area) {
  VersionAnswer answer;
  if (field.current) draw::fill(ui, {area.x, area.y, 3, area.h}, Token::accent_base);
  draw::hline(ui, area.x, area.right(), area.bottom() - 1, Token::border_default);
  Box column = area.inset(ui.px(pad), 0);
  column.cut_top(ui.px(12));
  Box head = column.cut_top(ui.px(24), ui.px(8));
  bool const narrow = column.w < ui.px(560);
  float const wide = std::min(ui.px(segment_width) * (field.field ? 4.0f : 2.0f), column.w);
  answer.segment = segment_row(ui, field, narrow ? column.cut_top(ui.px(24), ui.px(4)) : head.cut_right(wide, ui.px(12)));
  draw::Type const bold{Step::body, Weight::bold};
  draw::text_in(ui, head.cut_left(std::min(draw::width(ui, field.label, bold), head.w), ui.px(8)), field.label, Token::text_primary, bold);
  if (probe::wanted()) probe::item(field.label + ". " + field.hint, probe::Role::text, head.rect());
  draw::text_in(ui, head, field.hint, Token::text_muted, {Step::dense});
  float const each = card_width(ui, places(field), column.w);
  int const columns = columns_for(ui, places(field), column.w);
  std::size_t const first = field.base ? 1 : 0;
  for (std::size_t i = 0; i < places(field); i += static_cast<std::size_t>(columns)) {
    Box row = column.cut_top(row_height(ui, field, i, columns, each), ui.px(8));
    for (std::size_t j = i; j < std::min(places(field), i + static_cast<std::size_t>(columns)); ++j) {
      Box const box = row.cut_left(each, ui.px(8));
      if (j < first) base_card(ui, field, box);
      else if (one_card(ui, field, j - first, box)) answer.card = static_cast<int>(j - first);
    }
  }
  if (is_writing(field, own)) own_box(ui, plan, names, field, own, column, answer);
  else if (!field.result.empty()) result_line(ui, field, column.cut_top(ui.px(24)));
  return answer;
}

void version_column(Ui const& ui, PlanView const& plan, VersionColumn const& column, Box const& area, std::function<void(std::size_t, VersionAnswer&)> const& take) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild(column.name, {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const bar = ImGui::GetScrollMaxY() > 0 ? ImGui::GetStyle().ScrollbarSize : 0;
  Box rest{area.x, area.y - ImGui::GetScrollY(), area.w - bar, 1'000'000};
  for (std::size_t i = 0; i < column.fields.size(); ++i) {
    VersionField const& field = column.fields[i];
    Box const box = rest.cut_top(version_height(ui, field, column.own, rest.w));
    bool const seen = box.bottom() > area.y && box.y < area.bottom();
    if (!seen && !is_writing(field, column.own)) continue;
    VersionAnswer answer = version_view(ui, plan, column.names, field, column.own, box);
    take(i, answer);
  }
  if (!column.note.empty()) {
    rest.cut_top(ui.px(10));
    rest.cut_top(read_paragraph(ui, rest.inset(ui.px(12), 0), column.note, Token::text_secondary, {Step::dense}));
  }
  ImGui::SetCursorScreenPos({area.x, rest.y + ui.px(12)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
