#include "ui/grid/grid_clipboard.hpp"

#include <algorithm>

#include "ui/error_text.hpp"
#include "ui/grid/grid_cells.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr int exact_places = 9;
constexpr float review_width = 600, review_height = 380;
constexpr std::string_view review_id = "grid.paste";

// The part of a pasted block that falls on columns that can be written, and which those are.
struct Landing {
  std::vector<GridColumn> columns;    // writable ones of the whole table
  std::vector<int> views;             // their places among the columns of the geometry
  std::size_t column = 0;             // where the block begins among them
  std::size_t column_count = 1;       // of the selection
};

Landing landing_of(PlanView const& plan, GridState const& state, GridBlock const& block) {
  Landing out;
  std::size_t selected = 0;
  for (int i = first_cell_column; i < static_cast<int>(state.geometry.columns.size()); ++i) {
    GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(i)];
    if (!is_writable(plan, state, column)) continue;
    if (i < block.column0) ++out.column;
    else if (i <= block.column1) ++selected;
    out.columns.push_back({column.field, column.year});
    out.views.push_back(i);
  }
  out.column_count = std::max<std::size_t>(1, selected);
  return out;
}

// Cells that would land on columns that nobody writes into are left out.
TextBlock without_locked(PlanView const& plan, GridState const& state, TextBlock const& block, int first_column) {
  TextBlock out;
  for (auto const& row : block) {
    auto& kept = out.emplace_back();
    for (std::size_t j = 0; j < row.size(); ++j) {
      std::size_t const column = static_cast<std::size_t>(first_column) + j;
      if (column < state.geometry.columns.size() && !is_writable(plan, state, state.geometry.columns[column])) continue;
      kept.push_back(row[j]);
    }
  }
  return out;
}

std::string place_of(Ui const& ui, PlanView const& plan, GridState const& state, Landing const& landing, std::vector<Ulid> const& rows, std::size_t first, PasteProblem const& problem) {
  std::size_t const column = landing.column + problem.column, row = first + problem.row;
  std::string const name = column < landing.views.size() ? column_name(ui, plan, state, state.geometry.columns[static_cast<std::size_t>(landing.views[column])]) : std::string();
  auto const shown = row < rows.size() ? state.table.row_of(rows[row]) : std::nullopt;
  std::size_t const number = shown ? state.cells->number_of(state, *shown) : row + 1;
  return ui.s.grid_paste_place(format_integer(static_cast<std::int64_t>(number), plan.style.numbers), name);
}

void apply_paste(Ui const& ui, PlanView const& plan, PastePlan& paste) {
  std::size_t const columns_dropped = paste.columns_dropped;
  if (paste.writes.empty() && paste.created.empty()) return ui.send.notice(std::string(ui.s.grid_paste_nothing()));
  ui.send.edit(SetCells{SetCells::Cause::paste, std::move(paste.writes), std::move(paste.created)});
  if (columns_dropped > 0) ui.send.notice(ui.s.grid_paste_columns_dropped(format_integer(static_cast<std::int64_t>(columns_dropped), plan.style.numbers)));
}

// What was pasted is selected, as far as it fell on rows that were there.
void select_pasted(GridState& state, std::vector<Ulid> const& rows, std::size_t row, TextBlock const& block) {
  std::size_t widest = 0;
  for (auto const& line : block) widest = std::max(widest, line.size());
  if (rows.empty() || block.size() * widest <= 1) return;
  std::size_t const last = std::min(rows.size() - 1, row + block.size() - 1);
  int const column = std::min(anchor_column(state) + static_cast<int>(widest) - 1, last_cell_column(state));
  if (auto const shown = state.table.row_of(rows[last])) select_cell(state, *shown, column, Extend::yes);
}

void paste(Ui const& ui, PlanView const& plan, GridState& state, std::string const& text) {
  TextBlock const given = parse_tsv(text);
  auto const selection = selected_block(state);
  GridBlock const block = selection.value_or(GridBlock{0, 0, first_cell_column, first_cell_column});
  if (plan.read_only || given.empty() || (!selection && state.table.size() > 0)) return;
  std::vector<Ulid> const rows = state.table.shown_records();
  Landing const landing = landing_of(plan, state, block);
  TextBlock const readable = without_locked(plan, state, given, block.column0);
  PasteTarget target{.type = state.type, .columns = landing.columns, .rows = rows, .column = landing.column, .column_count = landing.column_count, .defaults = new_row_values(state)};
  if (selection) {
    auto const at = std::find(rows.begin(), rows.end(), state.table.row(block.row0).node->id);
    target.row = static_cast<std::size_t>(at - rows.begin());
    auto const end = std::find(at, rows.end(), state.table.row(block.row1).node->id);
    target.row_count = static_cast<std::size_t>(end - at) + 1;
  }
  if (selection && told_foreign(ui, plan, *state.table.row(block.row0).node)) return;
  PastePlan result = plan_paste(plan.document, target, readable, plan.style);
  if (plan.document.scope)
    for (CellWrite const& write : result.writes)
      if (Node const* const node = plan.document.find(write.type, write.id); node && told_foreign(ui, plan, *node)) return;
  if (selection) select_pasted(state, rows, target.row, given);
  if (result.problems.empty()) return apply_paste(ui, plan, result);
  state.review = std::make_unique<PasteReview>();
  for (PasteProblem const& problem : result.problems) {
    state.review->places.push_back(place_of(ui, plan, state, landing, rows, target.row, problem));
    state.review->sentences.push_back(error_text(ui.s, problem.problem));
  }
  state.review->plan = std::move(result);
}

void list_problems(Ui const& ui, PasteReview const& review, Box const& area) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("problems", {area.w, area.h});
  float const line = ui.look.paragraph_line(Step::dense), gap = ui.px(6), wrap = area.w - ui.px(24), height = 2 * line + gap;
  float const top = ImGui::GetCursorScreenPos().y;
  std::size_t const first = static_cast<std::size_t>(std::max(0.0f, (area.y - top) / height));
  for (std::size_t i = first; i < review.places.size(); ++i) {
    float const y = top + static_cast<float>(i) * height;
    if (y > area.bottom()) break;
    draw::text(ui, {area.x, y}, review.places[i], Token::text_primary, {Step::dense, Weight::bold});
    draw::text_in(ui, {area.x, y + line, wrap, line}, review.sentences[i], Token::sev_error, {Step::dense});
    if (probe::wanted()) probe::item(review.places[i], probe::Role::row, {area.x, y, area.w, height}, 0, review.sentences[i]);
  }
  ImGui::SetCursorScreenPos({area.x, top + static_cast<float>(review.places.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

void review_dialog(Ui const& ui, PlanView const& plan, GridState& state) {
  PasteReview& review = *state.review;
  if (std::exchange(review.fresh, false)) popup_open(review_id);
  DialogFrame frame;
  std::string const problems = format_integer(static_cast<std::int64_t>(review.places.size()), plan.style.numbers);
  if (!dialog_begin(ui, review_id, ui.s.grid_paste_title(problems), review_width, review_height, frame)) {
    state.review.reset();
    state.wants_focus = true;
    return;
  }
  std::string const good = format_integer(static_cast<std::int64_t>(review.plan.cells_changed), plan.style.numbers);
  std::string const rows = format_integer(static_cast<std::int64_t>(review.plan.created.size()), plan.style.numbers);
  Box content = frame.content;
  draw::text_in(ui, content.cut_top(ui.look.paragraph_line(Step::body), ui.px(8)), ui.s.grid_paste_summary(good, rows), Token::text_secondary);
  list_problems(ui, review, content);
  bool const nothing = review.plan.writes.empty() && review.plan.created.empty();
  Box buttons = frame.buttons;
  ButtonLook const go{.kind = ButtonKind::primary, .icon = nullptr, .disabled = nothing ? ui.s.grid_paste_nothing() : std::string_view()};
  bool done = false;
  if (button_right(ui, buttons, ui.s.grid_paste_readable(), go)) {
    apply_paste(ui, plan, review.plan);
    done = true;
  }
  done = button_right(ui, buttons, ui.s.ui_cancel()) || done;
  if (done) popup_close();
  dialog_end();
}
}  // namespace

std::optional<ClipboardRequest> copied_block(PlanView const& plan, GridState const& state) {
  auto const block = selected_block(state);
  if (!block) return std::nullopt;
  ValueStyle style = plan.style;
  style.money_places = exact_places;
  CopyBlock cells;
  for (Ulid id : selected_records(state)) {
    Node const* const node = plan.document.find(state.type, id);
    if (!node) continue;
    auto& row = cells.emplace_back();
    for (int i = block->column0; i <= block->column1; ++i) {
      GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(i)];
      FieldInfo const* const field = field_of(state, column);
      row.push_back({cell_text(plan, *node, column, style), field && is_right_aligned(*field) ? CellKind::number : CellKind::text});
    }
  }
  return ClipboardRequest{write_tsv(cells), write_html_table(cells)};
}

void clipboard_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  auto const wish = std::exchange(state.copy_wish, GridState::CopyWish::none);
  auto block = wish == GridState::CopyWish::copy || wish == GridState::CopyWish::cut ? copied_block(plan, state) : std::nullopt;
  if (block) ui.send.put(std::move(*block));
  if (wish == GridState::CopyWish::cut || wish == GridState::CopyWish::clear) clear_cells(ui, plan, state);
  std::string const pasted = std::exchange(state.pasted, {});
  if (!pasted.empty()) paste(ui, plan, state, pasted);
  if (state.review) review_dialog(ui, plan, state);
}

}  // namespace rancang
