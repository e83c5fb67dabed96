#include "ui/draw.hpp"

#include <cmath>
#include <cstring>

#include <imgui_internal.h>

namespace rancang::draw {
namespace {
char const* begin_of(std::string_view text) { return text.data(); }
char const* end_of(std::string_view text) { return text.data() + text.size(); }
ImDrawList& list() { return *ImGui::GetWindowDrawList(); }
float whole(float v) { return std::floor(v + 0.5f); }
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

// Bytes of `text` that fit into `width`.
std::size_t fitting(ImFont* font, float size, std::string_view text, float width) {
  char const* remaining = nullptr;
  font->CalcTextSizeA(size, width, 0, begin_of(text), end_of(text), &remaining);
  return static_cast<std::size_t>(remaining - begin_of(text));
}
}  // namespace

float width(Ui const& ui, std::string_view text, Type type) {
  if (text.empty()) return 0;
  return std::ceil(ui.look.font(type.weight)->CalcTextSizeA(ui.look.size(type.step), FLT_MAX, 0, begin_of(text), end_of(text)).x);
}

void text(Ui const& ui, ImVec2 at, std::string_view text, Token color, Type type) {
  if (text.empty()) return;
  list().AddText(ui.look.font(type.weight), ui.look.size(type.step), {whole(at.x), whole(at.y)}, ui.color(color), begin_of(text), end_of(text));
}

bool text_in(Ui const& ui, Box const& box, std::string_view line, Token color, Type type) {
  std::size_t const stop = line.find('\n');
  bool const many = stop != std::string_view::npos;
  if (many) line = line.substr(0, stop);
  float const size = ui.look.size(type.step), y = box.y + (box.h - size) / 2;
  float const needed = width(ui, line, type);
  if (needed <= box.w && !many) {
    float const x = type.align == Align::left ? box.x : type.align == Align::right ? box.right() - needed : box.x + (box.w - needed) / 2;
    text(ui, {x, y}, line, color, type);
    return false;
  }
  float const dots = width(ui, ellipsis, type);
  std::size_t const bytes = box.w > dots ? fitting(ui.look.font(type.weight), size, line, box.w - dots) : 0;
  std::string_view shown = line.substr(0, bytes);
  while (!shown.empty() && shown.back() == ' ') shown.remove_suffix(1);
  text(ui, {box.x, y}, shown, color, type);
  if (box.w >= dots) text(ui, {box.x + width(ui, shown, type), y}, ellipsis, color, type);
  return true;
}

namespace {
// What more lines would say is left out behind a whole word.
void last_line(Ui const& ui, ImVec2 at, std::string_view rest, float wrap_width, Token color, Type type) {
  std::string_view const line = rest.substr(0, rest.find('\n'));
  std::size_t const bytes = fitting(ui.look.font(type.weight), ui.look.size(type.step), line, wrap_width - width(ui, ellipsis, type));
  std::string_view shown = line.substr(0, bytes);
  std::size_t const blank = shown.rfind(' ');
  if (bytes < line.size() && line[bytes] != ' ' && blank != std::string_view::npos) shown = shown.substr(0, blank);
  while (!shown.empty() && shown.back() == ' ') shown.remove_suffix(1);
  text(ui, at, shown, color, type);
  text(ui, {at.x + width(ui, shown, type), at.y}, ellipsis, color, type);
}
}  // namespace

float paragraph(Ui const& ui, ImVec2 at, float wrap_width, std::string_view body, Token color, Type type, int max_lines, Mode mode) {
  ImFont* const font = ui.look.font(type.weight);
  float const size = ui.look.size(type.step), line_height = ui.look.paragraph_line(type.step);
  float y = at.y + (line_height - size) / 2;
  char const* at_char = begin_of(body);
  char const* const end = end_of(body);
  int lines = 0;
  while (at_char < end) {
    char const* stop = font->CalcWordWrapPosition(size, at_char, end, wrap_width);
    if (stop == at_char && *stop != '\n') ++stop;
    char const* const newline = static_cast<char const*>(std::memchr(at_char, '\n', static_cast<std::size_t>(stop - at_char)));
    if (newline) stop = newline;
    ++lines;
    bool const last = max_lines > 0 && lines == max_lines && stop < end;
    std::string_view const line(at_char, static_cast<std::size_t>(stop - at_char));
    if (mode == Mode::draw && last) last_line(ui, {at.x, y}, std::string_view(at_char, static_cast<std::size_t>(end - at_char)), wrap_width, color, type);
    else if (mode == Mode::draw) text(ui, {at.x + (type.align == Align::center ? std::floor((wrap_width - width(ui, line, type)) / 2) : 0), y}, line, color, type);
    y += line_height;
    if (last) break;
    at_char = stop;
    while (at_char < end && *at_char == ' ') ++at_char;
    if (at_char < end && *at_char == '\n') ++at_char;
  }
  return static_cast<float>(std::max(lines, 1)) * line_height;
}

void icon_in(Ui const& ui, Box const& box, char const* icon, ImU32 color, float size) {
  float const px = ui.px(size);
  list().AddText(ui.look.font(Weight::regular), px, {whole(box.x + (box.w - px) / 2), whole(box.y + (box.h - px) / 2)}, color, icon);
}
void icon_in(Ui const& ui, Box const& box, char const* icon, Token color, float size) { icon_in(ui, box, icon, ui.color(color), size); }

void fill(Box const& box, ImU32 color, float radius) { list().AddRectFilled(box.min(), box.max(), color, radius); }
void fill(Ui const& ui, Box const& box, Token color, float radius) { fill(box, ui.color(color), radius > 0 ? ui.px(radius) : 0); }

void outline(Ui const& ui, Box const& box, Token color, float radius, float thickness) {
  // Strokes lie inside the box, on whole pixels.
  list().AddRect({box.x + thickness / 2, box.y + thickness / 2}, {box.right() - thickness / 2, box.bottom() - thickness / 2}, ui.color(color), radius > 0 ? ui.px(radius) : 0, 0, thickness);
}
void hline(Ui const& ui, float x0, float x1, float y, Token color) { list().AddRectFilled({x0, y}, {x1, y + 1}, ui.color(color)); }
void vline(Ui const& ui, float x, float y0, float y1, Token color) { list().AddRectFilled({x, y0}, {x + 1, y1}, ui.color(color)); }

void dashed(Ui const& ui, Box const& box, Token color, float radius) {
  constexpr float on = 4, period = 7;
  float const r = ui.px(radius);
  ImU32 const c = ui.color(color);
  for (float x = box.x + r; x < box.right() - r; x += period) {
    float const end = std::min(x + on, box.right() - r);
    list().AddRectFilled({x, box.y}, {end, box.y + 1}, c);
    list().AddRectFilled({x, box.bottom() - 1}, {end, box.bottom()}, c);
  }
  for (float y = box.y + r; y < box.bottom() - r; y += period) {
    float const end = std::min(y + on, box.bottom() - r);
    list().AddRectFilled({box.x, y}, {box.x + 1, end}, c);
    list().AddRectFilled({box.right() - 1, y}, {box.right(), end}, c);
  }
}

void card(Ui const& ui, Box const& box) {
  fill(ui, box, Token::surface_panel, radius_card);
  outline(ui, box, Token::border_default, radius_card);
}

}  // namespace rancang::draw
