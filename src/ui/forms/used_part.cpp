#include "ui/forms/used_part.hpp"

#include "ui/icons_generated.hpp"
#include "ui/route.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
constexpr std::size_t names_shown = 6;
constexpr float line_height = 20;

std::size_t group_end(RecordNames const& users, std::size_t from) {
  std::size_t end = from;
  while (end < users.size() && users[end].first == users[from].first) ++end;
  return end;
}

std::string group_text(Strings const& s, NumberStyle numbers, RecordType type, std::size_t count) {
  std::string const number = format_integer(static_cast<std::int64_t>(count), numbers);
  std::string_view const argument = number;
  return s.format("record." + std::string(record_info(type).name) + (count == 1 ? ".count_one" : ".count"), {&argument, 1});
}

// A whole line that is pressed, with its text.
bool line(Ui const& ui, Box const& box, std::string const& text, std::string const& id, Token color, Weight weight) {
  Press const p = press(ui, box, text + "##" + id, {.role = probe::Role::link});
  if (draw::text_in(ui, box, text, p.hovered ? Token::accent_text : color, {Step::dense, weight}) && p.hovered) tooltip(ui, text);
  return p.clicked;
}

// "Dipakai oleh 7 kegiatan"; of several types: "Dipakai oleh 12 baris", and how many of which stands over each.
std::string heading_text(Ui const& ui, RecordNames const& users) {
  std::size_t const count = users.size();
  if (count == 0) return std::string(ui.s.used_by());
  bool const one_type = group_end(users, 0) == count;
  return ui.s.used_by_these(one_type ? group_text(ui.s, ui.numbers, users[0].first, count) : ui.s.grid_rows(format_integer(static_cast<std::int64_t>(count), ui.numbers)));
}

// Rows that are called alike stand there once, with their number: the scores of three raters. Whoever presses it comes to the first of them.
struct NamedUsers {
  std::string name;
  Ulid first;
  std::size_t count = 1;
};
std::vector<NamedUsers> named_users(FormContext& context, std::size_t from, std::size_t end) {
  std::vector<NamedUsers> out;
  auto const& users = context.state.used_by.users();
  for (std::size_t i = from; i < end && out.size() <= names_shown; ++i) {
    Node const* const node = context.plan.document.find(users[i].first, users[i].second);
    if (!node) continue;
    std::string name = record_title(context.plan.document, *node);
    if (name.empty()) name = context.ui.s.ui_untitled();
    if (!out.empty() && out.back().name == name) ++out.back().count;
    else out.push_back({std::move(name), node->id});
  }
  if (out.size() > names_shown) out.pop_back();
  return out;
}

// Where all are of one type the heading is their link.
void group_part(FormContext& context, RecordKey key, std::size_t from, std::size_t end, Box& column) {
  Ui const& ui = context.ui;
  auto const& users = context.state.used_by.users();
  RecordType const type = users[from].first;
  float const height = ui.px(line_height);
  bool const only = end - from == users.size();  // then the heading has said it
  std::string const text = only ? heading_text(ui, users) : group_text(ui.s, ui.numbers, type, end - from);
  if (line(ui, column.cut_top(height), text, "used" + std::string(record_info(type).name), Token::accent_text, Weight::bold)) ui.send.put(RowsOfRequest{type, key.type, key.id, false, true});
  std::size_t left = end - from;
  for (NamedUsers const& user : named_users(context, from, end)) {
    left -= user.count;
    Box row = column.cut_top(height);
    row.cut_left(ui.px(12));
    std::string const name = user.count == 1 ? user.name : ui.s.used_times(user.name, format_integer(static_cast<std::int64_t>(user.count), ui.numbers));
    if (line(ui, row, name, "used" + ulid_text(user.first), Token::text_primary, Weight::regular)) ui.send.go(record_route(context.plan.document.plan_id, type, user.first));
  }
  if (left > 0) {
    Box row = column.cut_top(height);
    row.cut_left(ui.px(12));
    draw::text_in(ui, row, ui.s.used_more(format_integer(static_cast<std::int64_t>(left), ui.numbers)), Token::text_muted, {Step::dense});
  }
  column.cut_top(ui.px(4));
}
}  // namespace

std::string users_text(Strings const& s, NumberStyle numbers, RecordNames const& users) {
  std::string out;
  for (std::size_t from = 0; from < users.size();) {
    std::size_t const end = group_end(users, from);
    out += (out.empty() ? "" : ", ") + group_text(s, numbers, users[from].first, end - from);
    from = end;
  }
  return out;
}

void used_part(FormContext& context, RecordKey key, Box& column) {
  if (!can_be_named(key.type)) return;
  Ui const& ui = context.ui;
  PlanView const& plan = context.plan;
  context.state.used_by.sync(plan.document, key.type, key.id, plan.editor.revision(), plan.last_change);
  auto const& users = context.state.used_by.users();
  draw::hline(ui, column.x, column.right(), column.y + ui.px(4), Token::border_subtle);
  column.cut_top(ui.px(12));
  std::string const title = heading_text(ui, users);
  if (probe::wanted()) probe::item(title, probe::Role::heading, {column.x, column.y, column.w, ui.px(18)});
  if (users.empty() || group_end(users, 0) < users.size()) draw::text_in(ui, column.cut_top(ui.px(18), ui.px(4)), title, Token::text_primary, {Step::dense, Weight::bold});
  if (users.empty()) {
    Box const row = column.cut_top(ui.px(line_height));
    draw::text_in(ui, row, ui.s.used_by_nobody(), Token::text_muted, {Step::dense});
    if (probe::wanted()) probe::item(ui.s.used_by_nobody(), probe::Role::text, row.rect());
  }
  for (std::size_t from = 0; from < users.size();) {
    std::size_t const end = group_end(users, from);
    group_part(context, key, from, end, column);
    from = end;
  }
}

}  // namespace rancang
