// The table of files on the merge board.
#include "model/reference_lookup.hpp"
#include "ui/error_text.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/home_view.hpp"
#include "ui/views/merge_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float head_height = 24, row_height = 25;
constexpr std::size_t most_rows = 7;

struct Columns {
  Box check, name, sender, saved, base, changes, clean, conflicts, outside, proposals, errors;
};
// The narrower it gets the less there is; proposals only where a file makes some.
Columns columns_of(Ui const& ui, MergeSession const& session, Box row) {
  Columns out;
  auto const& files = session.files();
  bool const proposals = std::any_of(files.begin(), files.end(), [](MergeFile const& file) { return file.proposals > 0; });
  float const room = row.w - (proposals ? ui.px(72) : 0);
  bool const wide = room >= ui.px(860);
  bool const with_base = room >= ui.px(1040);
  out.check = row.cut_left(ui.px(16), ui.px(10));
  if (row.w >= ui.px(560)) {
    out.errors = row.cut_right(ui.px(60), ui.px(8));
    if (proposals) out.proposals = row.cut_right(ui.px(64), ui.px(8));
    out.outside = row.cut_right(ui.px(88), ui.px(8));
    out.conflicts = row.cut_right(ui.px(104), ui.px(8));
    out.clean = row.cut_right(ui.px(56), ui.px(8));
    out.changes = row.cut_right(ui.px(56), ui.px(8));
  }
  if (with_base) out.base = row.cut_right(ui.px(156), ui.px(8));
  if (wide) {
    out.saved = row.cut_right(ui.px(124), ui.px(8));
    out.sender = row.cut_right(ui.px(150), ui.px(8));
  }
  out.name = row;
  return out;
}

constexpr draw::Type right_caption{Step::caption, Weight::regular, draw::Align::right};

void head_cell(Ui const& ui, Box const& box, std::string_view text, draw::Type type = right_caption) {
  if (box.empty()) return;
  if (probe::wanted()) probe::item(text, probe::Role::column_header, box.rect());
  draw::text_in(ui, box, text, Token::text_secondary, type);
}

void head_row(Ui const& ui, MergeSession const& session, Box const& box) {
  draw::fill(ui, box, Token::surface_header);
  Columns const c = columns_of(ui, session, box.inset(ui.px(12), 0));
  head_cell(ui, c.name, ui.s.merge_col_file(), {Step::caption});
  head_cell(ui, c.sender, ui.s.merge_col_sender(), {Step::caption});
  head_cell(ui, c.saved, ui.s.merge_col_saved(), {Step::caption});
  head_cell(ui, c.base, ui.s.merge_base(), {Step::caption});
  head_cell(ui, c.changes, ui.s.merge_col_changes());
  head_cell(ui, c.clean, ui.s.merge_col_clean());
  head_cell(ui, c.conflicts, ui.s.merge_col_conflicts());
  head_cell(ui, c.outside, ui.s.merge_col_outside());
  head_cell(ui, c.proposals, ui.s.merge_col_proposals());
  head_cell(ui, c.errors, ui.s.merge_col_errors());
}

void figure(Ui const& ui, Box box, std::size_t count, char const* icon, Token color, bool bold = false) {
  if (box.empty()) return;
  std::string const text = count == 0 ? "\xE2\x80\x93" : format_integer(static_cast<std::int64_t>(count), ui.numbers);
  draw::Type const type{Step::dense, bold || (count > 0 && icon) ? Weight::bold : Weight::regular, draw::Align::right};
  Box const number = box.cut_right(std::max(ui.px(18), draw::width(ui, text, type)), ui.px(3));
  draw::text_in(ui, number, text, count == 0 ? Token::text_muted : color, type);
  if (icon && count > 0) draw::icon_in(ui, box.cut_right(ui.px(14)), icon, color, 14);
}

void name_cell(Ui const& ui, MergeSession const& session, MergeFile const& file, Box box, Press const& p) {
  std::string const name = merge_file_name(ui, session, file);
  draw::Type const bold{Step::dense, Weight::bold};
  draw::text_in(ui, box.cut_left(std::min(draw::width(ui, name, bold), box.w * 0.6f), ui.px(5)), name, Token::text_primary, bold);
  std::string told = merge_left_out_text(ui, file);
  if (!told.empty()) {
    Box const mark = box.cut_left(ui.px(14), ui.px(4));
    if (probe::wanted()) probe::item(told, probe::Role::image, mark.rect());
    draw::icon_in(ui, mark, icon::file_warning, Token::sev_warn_mark, 14);
  }
  if (!file.input.proven) {
    draw::icon_in(ui, box.cut_left(ui.px(14), ui.px(4)), icon::triangle_alert, Token::sev_warn_mark, 14);
    told = std::string(ui.s.merge_file_unproven()) + (told.empty() ? "" : ". " + told);
  }
  if (!told.empty() && p.hovered) tooltip(ui, told);
  if (file.input.name != name) draw::text_in(ui, box, file.input.name, Token::text_muted, {Step::dense});
}

void base_cell(Ui const& ui, MergeFile const& file, Box const& box, Press const& p) {
  std::string const base = merge_base_text(ui, file);
  if (probe::wanted()) probe::item(base, probe::Role::text, box.rect());
  draw::text_in(ui, box, base, file.outdated ? Token::sev_warn : Token::text_secondary, {Step::dense});
  if (file.outdated && p.hovered && ImGui::IsMouseHoveringRect(box.min(), box.max())) tooltip(ui, ui.s.merge_base_older_text(format_date_short(*file.input.document.scope->issued_on, ui.numbers)));
}

void figures(Ui const& ui, MergeFile const& file, Columns const& c) {
  figure(ui, c.changes, file.changes, nullptr, Token::text_primary);
  figure(ui, c.clean, file.clean, nullptr, Token::status_agreed);
  figure(ui, c.conflicts, file.conflicts, icon::git_compare_arrows, Token::conflict_base);
  figure(ui, c.outside, file.outside, icon::lock, Token::sev_warn);
  figure(ui, c.proposals, file.proposals, icon::circle_dashed, Token::sev_warn);
  if (file.errors || !file.input.proven) figure(ui, c.errors, file.errors.value_or(0), icon::octagon_x, Token::sev_error);
  else draw::text_in(ui, c.errors, "\xE2\x80\xA6", Token::text_muted, {Step::dense, Weight::regular, draw::Align::right});
}

void file_row(Ui const& ui, MergeSession const& session, std::size_t index, Box const& box) {
  MergeFile const& file = session.files()[index];
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Columns c = columns_of(ui, session, box.inset(ui.px(12), 0));
  std::string const told = merge_told_text(ui, session, file);
  bool const can = file.state == MergeFileState::differs;
  bool const review = file.state == MergeFileState::foreign;
  std::string const label = file.input.name + (told.empty() ? std::string() : ". " + told) + "##file" + std::to_string(index);
  Box const area = review ? Box{c.check.x, box.y, c.name.right() - c.check.x, box.h} : Box{c.check.x, box.y, box.right() - ui.px(12) - c.check.x, box.h};
  Press const p = press(ui, area, label, {.role = can ? probe::Role::checkbox : probe::Role::row, .state = can ? probe::State::checkable | state_if(file.ticked, probe::State::checked) : probe::State::none});
  if (p.hovered && can) draw::fill(ui, box, Token::surface_hover);
  Box const square = c.check.middle(ui.px(size_checkbox));
  if (can) {
    draw::fill(ui, square, file.ticked ? Token::accent_base : Token::surface_panel, radius_chip);
    draw::outline(ui, square, file.ticked ? Token::accent_base : Token::border_strong, radius_chip);
    if (file.ticked) draw::icon_in(ui, square, icon::check, Token::text_on_accent, 14);
  } else {
    bool const bad = file.state == MergeFileState::refused, pending = file.state == MergeFileState::pending;
    draw::icon_in(ui, square, pending ? icon::hourglass : bad ? icon::octagon_x : file.state >= MergeFileState::newer ? icon::triangle_alert : icon::equal,
                  bad ? Token::sev_error : file.state >= MergeFileState::newer ? Token::sev_warn_mark : Token::text_muted, 14);
  }
  name_cell(ui, session, file, c.name, p);
  if (p.clicked && can) ui.send.put(MergeRequest{MergeRequest::Kind::tick, index, file.ticked ? Pick::ours : Pick::theirs, {}});
  if (!told.empty()) {
    Box rest{c.name.right() + ui.px(8), box.y, box.right() - ui.px(20) - c.name.right(), box.h};
    if (c.changes.empty()) rest = {box.x + box.w / 2, box.y, box.w / 2 - ui.px(12), box.h};
    if (review && button_right(ui, rest, std::string(ui.s.merge_file_review()) + "##" + std::to_string(index), {.kind = ButtonKind::quiet, .small = true})) ui.send.put(MergeRequest{MergeRequest::Kind::review, 0, Pick::merged, {}});
    if (draw::text_in(ui, rest, told, file.state == MergeFileState::refused ? Token::sev_error : Token::text_secondary, {Step::dense}) && p.hovered) tooltip(ui, told);
    return;
  }
  draw::text_in(ui, c.sender, file.sender.empty() ? ui.s.merge_no_name() : std::string_view(file.sender), file.sender.empty() ? Token::text_muted : Token::text_primary, {Step::dense});
  draw::text_in(ui, c.saved, merge_saved_text(ui, file), Token::text_secondary, {Step::dense});
  if (!c.base.empty()) base_cell(ui, file, c.base, p);
  if (!can) return;
  figures(ui, file, c);
}

// Slices that are still out, apart from those on the board.
std::size_t still_out(MergeSession const& session) {
  std::vector<Ulid> out;
  session.ours().table(record_type<IssuedSlice>).for_each([&](NodePtr const& node) {
    auto const& slice = node->as<IssuedSlice>();
    bool back = static_cast<bool>(slice.returned_on);
    for (auto const& file : session.files()) back = back || (file.is_slice() && file.input.document.scope->agency == slice.agency.value);
    if (!back && std::find(out.begin(), out.end(), slice.agency.value) == out.end()) out.push_back(slice.agency.value);
  });
  return out.size();
}

void total_row(Ui const& ui, MergeSession const& session, Box const& box) {
  Columns const c = columns_of(ui, session, box.inset(ui.px(12), 0));
  MergeTally const& tally = session.tally();
  std::size_t ticked = 0, errors = 0;
  bool counted = true;
  for (auto const& file : session.files())
    if (file.ticked) ++ticked, errors += file.errors.value_or(0), counted = counted && (file.errors || !file.input.proven);
  auto const number = [&](std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); };
  auto const rows = [&](MergeGroup group) { return tally.rows[static_cast<std::size_t>(group)]; };
  std::string const files = ui.s.merge_total_files(number(ticked));
  draw::text_in(ui, c.name, files, Token::text_primary, {Step::dense, Weight::bold});
  if (std::size_t const out = still_out(session); out > 0 && !c.sender.empty())
    draw::text_in(ui, {c.sender.x, box.y, c.saved.right() - c.sender.x, box.h}, ui.s.merge_not_returned(number(out)), Token::text_secondary, {Step::dense});
  figure(ui, c.changes, tally.total, nullptr, Token::text_primary, true);
  figure(ui, c.clean, rows(MergeGroup::clean), nullptr, Token::status_agreed, true);
  figure(ui, c.conflicts, rows(MergeGroup::conflict), nullptr, Token::conflict_base, true);
  figure(ui, c.outside, rows(MergeGroup::outside), nullptr, Token::sev_warn, true);
  figure(ui, c.proposals, rows(MergeGroup::proposal), nullptr, Token::sev_warn, true);
  if (!counted) return;  // a sum of some would look like one of all
  figure(ui, c.errors, errors, nullptr, Token::sev_error, true);
  if (probe::wanted() && !c.errors.empty()) probe::item(std::string(ui.s.merge_col_errors()) + ": " + number(errors), probe::Role::text, c.errors.rect());
}
}  // namespace

std::string merge_saved_text(Ui const& ui, MergeFile const& file) { return saved_text(ui, file.input.saved_at); }

std::string merge_told_text(Ui const& ui, MergeSession const& session, MergeFile const& file) {
  auto const& like = session.files()[file.like].input.name;
  switch (file.state) {
    case MergeFileState::identical: return std::string(ui.s.merge_file_identical());
    case MergeFileState::repeated: return ui.s.merge_file_repeated(like);
    case MergeFileState::same: return ui.s.merge_file_same(like);
    case MergeFileState::empty: return std::string(ui.s.merge_file_empty());
    case MergeFileState::refused: return error_text(ui.s, file.problem);
    case MergeFileState::newer: return std::string(ui.s.merge_file_newer());
    case MergeFileState::foreign: return ui.s.merge_file_foreign(file.told);
    default: return {};
  }
}

std::string merge_left_out_text(Ui const& ui, MergeFile const& file) {
  std::string all;
  for (auto const& one : file.left_out) all += (all.empty() ? "" : ", ") + one;
  return all.empty() ? all : ui.s.merge_left_out(all);
}

std::string merge_base_text(Ui const& ui, MergeFile const& file) {
  auto const* const scope = file.input.document.scope.get();
  if (!scope || !scope->issued_on) return "\xE2\x80\x93";
  std::string const day = format_date_short(*scope->issued_on, ui.numbers);
  return file.outdated ? ui.s.merge_base_older(day) : day;
}

std::string merge_agency_name(MergeSession const& session, Ulid agency) {
  return agency && session.named().find(record_type<Agency>, agency) ? reference_text(session.named(), record_type<Agency>, agency) : std::string();
}

std::string merge_file_name(Ui const& ui, MergeSession const& session, MergeFile const& file) {
  if (std::string name = merge_agency_name(session, file.agency); !name.empty()) return name;
  bool const plan = file.state < MergeFileState::refused && !file.is_slice() && file.input.proven;
  return plan ? std::string(ui.s.merge_whole_plan()) : file.input.name;
}

std::string merge_version_name(Ui const& ui, MergeSession const& session, MergeFile const& file) {
  return !file.agency && !file.sender.empty() ? file.sender : merge_file_name(ui, session, file);
}

float merge_files_height(Ui const& ui, MergeSession const& session) { return ui.px(head_height + row_height * (static_cast<float>(std::min(session.files().size(), most_rows)) + 1)) + 2; }

void merge_files_table(Ui const& ui, MergeSession const& session, Box area) {
  head_row(ui, session, area.cut_top(ui.px(head_height)));
  total_row(ui, session, area.cut_bottom(ui.px(row_height) + 1));
  draw::hline(ui, area.x, area.right(), area.bottom() + ui.px(row_height), Token::border_default);
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("merge_files", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(row_height), origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < session.files().size(); ++i) {
    Box const row{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (row.y >= area.bottom()) break;
    file_row(ui, session, i, row);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(session.files().size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
