#include "ui/icons_generated.hpp"
#include "ui/views/home_parts.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
std::int64_t local_minutes(Ui const& ui, std::uint64_t unix_ms) { return static_cast<std::int64_t>(unix_ms) / 60'000 + ui.now.utc_offset_minutes; }
}  // namespace

void laptop_name_line(Ui const& ui, std::string const& name, std::string& before, Box& row) {
  auto const wish = [&](std::string_view wanted) { ui.send.put(FolderRequest{FolderRequest::Wish::label, std::string(wanted)}); };
  draw::text_in(ui, row.cut_left(draw::width(ui, ui.s.folder_label(), {Step::dense}), ui.px(8)), ui.s.folder_label(), Token::text_secondary, {Step::dense});
  Box const box = row.cut_left(std::min(ui.px(280), row.w), ui.px(10)).middle(ui.px(size_control));
  FieldResult const result = field_box(ui, box, field_key("folder.label"), ui.s.folder_label(), name, {.placeholder = ui.s.folder_label_hint(), .max_length = 80});
  if (result.began) before = name;
  if (result.exit == FieldExit::escape) wish(before);
  else if (result.changed) wish(result.text);
}

void storage_card(Ui const& ui, HomeFacts const& facts, HomeState& state, Box card) {
  draw::fill(ui, card, Token::surface_sunken, radius_card);
  draw::outline(ui, card, Token::border_default, radius_card);
  Box name = card.cut_bottom(ui.px(46));
  draw::hline(ui, name.x + 1, name.right() - 1, name.y, Token::border_subtle);
  name = name.inset(ui.px(14), 0);
  laptop_name_line(ui, facts.laptop_name, state.name_before, name);
  if (draw::text_in(ui, name, ui.s.home_name_note(), Token::text_muted, {Step::dense}) && ImGui::IsMouseHoveringRect(name.min(), name.max())) tooltip(ui, ui.s.home_name_note());
  Box inner = card.inset(ui.px(14), ui.px(12));
  Box right = inner.cut_right(std::min(ui.px(300), inner.w * 0.45f), ui.px(20));
  Box head = inner.cut_top(ui.px(18), ui.px(4));
  draw::icon_in(ui, head.cut_left(ui.px(16), ui.px(6)), icon::hard_drive, Token::text_secondary, 16);
  draw::text_in(ui, head, ui.s.home_storage_title(), Token::text_primary, home_bold);
  draw::paragraph(ui, inner.min(), inner.w, ui.s.home_storage_text(), Token::text_secondary, {Step::dense}, 3);
  Box line = right.cut_top(ui.px(18), ui.px(4));
  std::string const used = facts.storage.quota_bytes > 0 ? ui.s.home_storage_used(size_text(ui, facts.storage.used_bytes), size_text(ui, facts.storage.quota_bytes)) : size_text(ui, facts.storage.used_bytes);
  draw::text_in(ui, line.cut_right(draw::width(ui, used, {Step::dense})), used, Token::text_primary, {Step::dense});
  draw::text_in(ui, line, ui.s.home_storage_label(), Token::text_secondary, {Step::dense});
  float const fraction = facts.storage.quota_bytes > 0 ? static_cast<float>(static_cast<double>(facts.storage.used_bytes) / static_cast<double>(facts.storage.quota_bytes)) : 0;
  Box const bar = right.cut_top(ui.px(6), ui.px(8));
  draw::fill(ui, bar, Token::surface_canvas, 2);
  draw::fill(ui, {bar.x, bar.y, std::max(2.0f, bar.w * fraction), bar.h}, Token::accent_base, 2);
  bool const kept = facts.storage.persistent;
  Box note = right.cut_top(ui.px(18));
  draw::icon_in(ui, note.cut_left(ui.px(14), ui.px(5)), kept ? icon::circle_check : icon::info, kept ? Token::save_ok : Token::text_muted, 14);
  draw::text_in(ui, note, kept ? ui.s.home_storage_persistent() : ui.s.home_storage_evictable(), kept ? Token::save_ok : Token::text_secondary, {Step::dense});
}

std::string size_text(Ui const& ui, std::uint64_t bytes) {
  std::uint64_t kilo = (bytes + 500) / 1000;
  if (kilo < 1000) return std::to_string(kilo) + " kB";
  char const* name = " MB";
  if (kilo >= 999'950) kilo /= 1000, name = " GB";
  // Below a hundred always one decimal, so that sizes in a list compare.
  std::uint64_t const tenths = (kilo + 50) / 100;
  if (tenths >= 1000) return format_integer(static_cast<std::int64_t>((tenths + 5) / 10), ui.numbers) + name;
  return std::to_string(tenths / 10) + (ui.numbers == NumberStyle::indonesian ? ',' : '.') + std::to_string(tenths % 10) + name;
}

std::string day_text(Ui const& ui, Date date) {
  int const days = ui.now.date.days - date.days;
  if (days <= 0) return std::string(ui.s.home_file_today());
  if (days == 1) return std::string(ui.s.home_file_yesterday());
  return days <= 30 ? ui.s.when_days(format_integer(days, ui.numbers)) : format_date_short(date, ui.numbers);
}

Date local_day(Ui const& ui, std::uint64_t unix_ms) { return {static_cast<std::int32_t>(local_minutes(ui, unix_ms) / 1440)}; }

std::string when_text(Ui const& ui, std::uint64_t unix_ms) {
  if (unix_ms == 0) return "\xE2\x80\x93";
  Date const date = local_day(ui, unix_ms);
  int const minute = static_cast<int>(local_minutes(ui, unix_ms) % 1440);
  auto const two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  std::string const clock = two(minute / 60) + (ui.numbers == NumberStyle::indonesian ? "." : ":") + two(minute % 60);
  int const days = ui.now.date.days - date.days;
  if (days <= 0) return ui.s.when_today(clock);
  return days == 1 ? ui.s.when_yesterday(clock) : day_text(ui, date);
}

std::string saved_text(Ui const& ui, std::string_view iso) {
  auto const date = parse_date(iso.substr(0, 10));
  if (!date) return std::string(iso);
  std::string out = format_date_short(*date, ui.numbers);
  if (iso.size() >= 16) out += " " + std::string(iso.substr(11, 2)) + (ui.numbers == NumberStyle::indonesian ? "." : ":") + std::string(iso.substr(14, 2));
  return out;
}

}  // namespace rancang
