#include <algorithm>

#include "model/reference_lookup.hpp"
#include "rules/check.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/slice_views.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float form_width = 320, form_height = 330, row_height = 30, head_height = 34, number_width = 76, state_width = 210;
constexpr std::uint32_t longest_message = 2000;
constexpr RecordType agency_type = record_type<Agency>;
using Row = SlicesState::Row;

std::string number(Ui const& ui, std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); }

// The last file that was made for each agency.
void read_notes(PlanView const& plan, std::vector<Row>& rows) {
  plan.document.table_of<IssuedSlice>().for_each([&](NodePtr const& node) {
    auto const& note = node->as<IssuedSlice>();
    auto const row = std::find_if(rows.begin(), rows.end(), [&](Row const& one) { return one.agency == note.agency.value; });
    if (row == rows.end() || !note.issued_on || (row->issued && *note.issued_on < *row->issued)) return;
    row->issued = note.issued_on;
    row->returned = note.returned_on;
  });
}

void refresh(PlanView const& plan, SlicesState& state) {
  if (state.seen_revision == plan.editor.revision() && state.seen_findings == plan.findings.revision()) return;
  bool const same_plan = state.seen_revision == plan.editor.revision();  // only findings came
  state.seen_revision = plan.editor.revision();
  state.seen_findings = plan.findings.revision();
  std::vector<Row> rows;
  for (AgencyDuties const& agency : agency_duties(plan.document, plan.findings)) {
    Row row{agency.agency, reference_text(plan.document, agency_type, agency.agency), agency.sum().open(), {}, {}, {}, true};
    for (Row const& old : state.rows)
      if (old.agency == row.agency) {
        row.chosen = old.chosen;
        if (same_plan) row.content = old.content;
      }
    rows.push_back(std::move(row));
  }
  read_notes(plan, rows);
  state.rows = std::move(rows);
}

std::size_t chosen_count(SlicesState const& state) {
  return static_cast<std::size_t>(std::count_if(state.rows.begin(), state.rows.end(), [](Row const& row) { return row.chosen; }));
}

struct Columns {
  Box state, owed, context, fill, name;
};
Columns columns_of(Ui const& ui, Box row) {
  Columns out;
  row = row.inset(ui.px(12), 0);
  if (row.w > ui.px(620)) out.state = row.cut_right(ui.px(state_width), ui.px(8));
  for (Box* box : {&out.owed, &out.context, &out.fill}) *box = row.cut_right(ui.px(number_width));
  out.name = row;
  return out;
}

void heads(Ui const& ui, Box const& box) {
  draw::fill(ui, box, Token::surface_header);
  Columns const columns = columns_of(ui, box);
  auto const head = [&](Box const& cell, std::string_view text, draw::Align align) { draw::text_in(ui, cell, text, Token::text_secondary, {Step::caption, Weight::regular, align}); };
  head(columns.name, record_many(ui.s, record_info(agency_type)), draw::Align::left);
  head(columns.fill, ui.s.slices_fill(), draw::Align::right);
  head(columns.context, ui.s.slices_context(), draw::Align::right);
  head(columns.owed, ui.s.slices_owed(), draw::Align::right);
  head(columns.state.inset(ui.px(12), 0), ui.s.slices_earlier(), draw::Align::left);
}

std::string earlier_text(Ui const& ui, Row const& row) {
  if (!row.issued) return {};
  return row.returned ? ui.s.slices_returned(format_date_short(*row.returned, ui.numbers)) : ui.s.slices_out_since(format_date_short(*row.issued, ui.numbers));
}

void agency_row(Ui const& ui, Row& row, bool busy, Box const& box) {
  Columns const columns = columns_of(ui, box);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  std::string const label = row.name + "##" + ulid_text(row.agency);
  if (check_box(ui, columns.name.middle(ui.px(24)), label, row.chosen, busy ? ui.s.slices_busy() : std::string_view())) row.chosen = !row.chosen;
  auto const figure = [&](Box const& cell, std::string const& text, Token color) { draw::text_in(ui, cell, text, color, {Step::dense, Weight::regular, draw::Align::right}); };
  std::string const fill = row.content ? number(ui, row.content->writable) : "\xE2\x80\xA6", context = row.content ? number(ui, row.content->context) : "\xE2\x80\xA6";
  figure(columns.fill, fill, Token::text_primary);
  figure(columns.context, context, Token::text_muted);
  figure(columns.owed, number(ui, row.owed), row.owed > 0 ? Token::sev_warn : Token::text_muted);
  std::string const earlier = earlier_text(ui, row);
  bool const out = row.issued && !row.returned;
  draw::text_in(ui, columns.state.inset(ui.px(12), 0), earlier, out ? Token::text_primary : Token::text_muted, {Step::dense});
  if (!probe::wanted() || !row.content) return;
  probe::item(ui.s.slices_row(row.name, fill, context, number(ui, row.owed)) + (earlier.empty() ? std::string() : ". " + earlier), probe::Role::text, columns.fill.rect());
}

void choose_bar(Ui const& ui, SlicesState& state, Box row) {
  bool const all = button_left(ui, row, ui.s.slices_all(), {.kind = ButtonKind::quiet, .small = true}), owing = button_left(ui, row, ui.s.slices_owing(), {.kind = ButtonKind::quiet, .small = true}),
             none = button_left(ui, row, ui.s.slices_none(), {.kind = ButtonKind::quiet, .small = true});
  if (all || owing || none)
    for (Row& agency : state.rows) agency.chosen = all || (owing && agency.owed > 0);
  std::string const chosen = ui.s.slices_chosen(number(ui, chosen_count(state)));
  draw::text_in(ui, row, chosen, Token::text_muted, {Step::dense});
  if (probe::wanted()) probe::item(chosen, probe::Role::status, row.rect());
}

void agencies_view(Ui const& ui, SlicesState& state, Box area) {
  choose_bar(ui, state, area.cut_top(ui.px(layout_filter_bar)).inset(ui.px(6), 0));
  heads(ui, area.cut_top(ui.px(head_height)));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("agencies", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(ui.touch ? size_control_touch : row_height), origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < state.rows.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    agency_row(ui, state.rows[i], state.total > 0, box);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.rows.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

// Typed as people write dates; a day that is over is no day to be ready by.
bool read_due(Ui const& ui, std::string const& text, std::optional<Date>& due) {
  due = parse_date(text);
  return text.empty() || (due && !(*due < ui.now.date));
}

void make_button(Ui const& ui, PlanView const& plan, SlicesState const& state, std::optional<Date> due, bool bad_due, Box column) {
  if (state.total > 0) {
    draw::text_in(ui, column.cut_top(ui.px(18), ui.px(6)), ui.s.slices_progress(number(ui, state.made), number(ui, state.total)), Token::text_primary, {Step::dense});
    progress_bar(ui, column.cut_top(ui.px(6), ui.px(10)), static_cast<float>(state.made) / static_cast<float>(state.total));
    Box row = column.cut_top(ui.px(28));
    if (button_left(ui, row, ui.s.ui_cancel())) ui.send.put(SlicesRequest{});
    return;
  }
  std::size_t const chosen = chosen_count(state);
  std::string_view const blocked = plan.read_only ? ui.s.save_read_only() : chosen == 0 ? ui.s.slices_choose_first() : bad_due ? ui.s.slices_due_bad() : std::string_view();
  std::string const label = chosen > 1 ? ui.s.slices_make(number(ui, chosen)) : std::string(ui.s.slices_make_one());
  Box row = column.cut_top(ui.px(28));
  if (!button_left(ui, row, label, {.kind = ButtonKind::primary, .icon = icon::share_2, .disabled = blocked})) return;
  SlicesRequest request{{}, due, state.message};
  for (Row const& agency : state.rows)
    if (agency.chosen) request.agencies.push_back(agency.agency);
  ui.send.put(std::move(request));
}

void form_part(Ui const& ui, PlanView const& plan, SlicesState& state, Box area) {
  Box column = area.inset(ui.px(14), ui.px(12));
  column.cut_top(read_paragraph(ui, column, ui.s.slices_text(), Token::text_secondary, {Step::dense}), ui.px(12));
  draw::text_in(ui, column.cut_top(ui.px(15), ui.px(3)), ui.s.slices_due(), Token::text_secondary, {Step::dense});
  std::optional<Date> due;
  bool const bad = !read_due(ui, state.due, due);
  FieldResult const typed = field_box(ui, column.cut_top(ui.px(28), ui.px(3)), field_key("slices.due"), ui.s.slices_due(), state.due, {.placeholder = ui.s.form_date_example(), .invalid = bad, .max_length = 60});
  if (typed.changed) state.due = std::string(typed.text);
  std::string const said = bad ? std::string(ui.s.slices_due_bad()) : due ? format_date(*due, ui.numbers) : std::string();
  draw::text_in(ui, column.cut_top(ui.px(16), ui.px(6)), said, bad ? Token::sev_error : Token::text_muted, {Step::caption});
  draw::text_in(ui, column.cut_top(ui.px(15), ui.px(3)), ui.s.slices_message(), Token::text_secondary, {Step::dense});
  FieldResult const message = field_box(ui, column.cut_top(ui.px(84), ui.px(12)), field_key("slices.message"), ui.s.slices_message(), state.message,
                                        {.kind = TextKind::prose, .placeholder = ui.s.slices_message_example(), .select_all = false, .max_length = longest_message});
  if (message.changed) state.message = std::string(message.text);
  make_button(ui, plan, state, due, bad, column);
}
}  // namespace

void slices_view(Ui const& ui, PlanView const& plan, SlicesState& state, Box area) {
  refresh(plan, state);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  Box const title = head.cut_left(draw::width(ui, ui.s.action_show_slices(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.action_show_slices(), Step::lead);
  draw::text_in(ui, head, ui.s.slices_hint(), Token::text_muted, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (state.rows.empty()) {
    if (empty_state(ui, area, icon::building_2, ui.s.owed_empty(), ui.s.slices_empty_text(), ui.s.owed_fill_agencies()) == 1) ui.send.go(record_route(plan.document.plan_id, agency_type));
    return;
  }
  bool const beside = area.w > ui.px(800);
  Box const form = beside ? area.cut_right(ui.px(form_width)) : area.cut_top(ui.px(form_height));
  form_part(ui, plan, state, form);
  if (beside) draw::vline(ui, form.x, form.y, form.bottom(), Token::border_default);
  else draw::hline(ui, form.x, form.right(), form.bottom() - 1, Token::border_default);
  agencies_view(ui, state, area);
}

}  // namespace rancang
