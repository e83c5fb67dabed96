#include "app/opening.hpp"
#include "ui/forms/form_view.hpp"
#include "ui/grid/grid_view.hpp"
#include "ui/narrow.hpp"
#include "ui/views/pane_view.hpp"
#include "ui/views/records_view.hpp"

namespace rancang {
namespace {
constexpr ImGuiWindowFlags region_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing;

// One ImGui window per region; it draws nothing of its own.
class Region {
 public:
  Region(char const* name, Box const& box) {
    ImGui::SetNextWindowPos(box.min());
    ImGui::SetNextWindowSize({std::max(1.0f, box.w), std::max(1.0f, box.h)});
    ImGui::Begin(name, nullptr, region_flags);
  }
  ~Region() { ImGui::End(); }
  Region(Region const&) = delete;
  Region& operator=(Region const&) = delete;
};

std::string clock_text(NumberStyle numbers, LocalTime const& time) {
  auto const two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return two(time.hour) + (numbers == NumberStyle::indonesian ? "." : ":") + two(time.minute);
}
}  // namespace

bool App::pane_shown(Ui const& ui, RecordKey& key) {
  bool const open = is_narrow(ui) ? static_cast<bool>(route_.record) : pane_open_;
  if (!plan_ || !open || route_.screen != Screen::records || record_info(route_.type).single) return false;
  key = {route_.type, plan_->grid(route_, platform_).selected_record()};
  if (!key.id) key.id = route_.record;
  // Before the table has chosen its first row the pane's place is kept free, so that nothing moves under the pointer.
  Table const& table = plan_->editor.document().table(key.type);
  return key.id ? table.find_alive(key.id) != nullptr : table.size() > 0;
}

SaveStatus App::save_status() const {
  SaveStatus out;
  if (!plan_ && !store_ready_) out.state = SaveSign::unknown;
  if (!plan_) return out;
  SaveState const state = plan_->autosave.state(now());
  NumberStyle const numbers = number_style(strings_);
  static constexpr SaveSign signs[] = {SaveSign::saved, SaveSign::saved, SaveSign::dirty, SaveSign::saving, SaveSign::failed, SaveSign::read_only};
  out.state = signs[static_cast<int>(state.kind)];
  if (plan_->lock == LockState::asking) out.state = SaveSign::saving;
  else if (plan_->editor.read_only()) out.state = SaveSign::read_only;
  out.changes = state.changes;
  if (state.since_unix_ms != 0) out.time = clock_text(numbers, platform_.local_time(state.since_unix_ms));
  if (state.kind == SaveKind::failed) out.reason = sentence(state.failure);
  out.can_take_over = plan_->editor.read_only() && !plan_->newer_version;
  for (auto const& entry : read_witness(platform_.setting("witness")))
    if (entry.plan == plan_->id() && entry.exported_unix_ms != 0) out.file_age_days = static_cast<int>((unix_ms_ - std::min(unix_ms_, entry.exported_unix_ms)) / 86'400'000);
  return out;
}

ShellFacts App::shell_facts(PlanView const* view) const {
  ShellFacts facts;
  facts.plan = view;
  facts.save = save_status();
  if (!view) return facts;
  facts.plan_name = plan_name(view->document, strings_);
  facts.plan_years = plan_years_text(view->document);
  facts.is_sample = plan_->is_sample;
  facts.merge_files = plan_->merging ? plan_->merging->files().size() : 0;
  facts.agency = slice_agency_text(view->document);
  if (plan_->folder) facts.folder = folder_sign(*plan_->folder), facts.laptops = plan_->folder->laptops();
  if (route_.screen == Screen::records)
    if (auto const* const grid = plan_->opened_grid(route_)) facts.selection = selection_text(*view, strings_, *grid);
  return facts;
}

void App::draw_plan(Ui const& ui, ShellLayout const& layout, PlanView const& view) {
  Box const area = layout.main;
  Region const region("main", area);
  draw::fill(ui, area, Token::surface_panel);
  switch (route_.screen) {
    case Screen::findings: return findings_view(ui, view, plan_->findings_list(platform_), area);
    case Screen::trash: return trash_view(ui, view, plan_->trash_view, area);
    case Screen::stages: return stages_view(ui, view, plan_->stages_view, area);
    case Screen::owed: return owed_view(ui, view, plan_->owed_view, area);
    case Screen::merge: return merge_view(ui, view, {plan_->merging.get(), importing_.progress()}, plan_->merge_view, area);
    case Screen::conflicts: return conflicts_view(ui, view, plan_->conflicts_view, area);
    case Screen::changes: return changes_view(ui, view, plan_->changes_view, shown_points(ui), signing_facts(), area);
    case Screen::attendance: return attendance_view(ui, view, plan_->attendance_view, area);
    case Screen::folder: return folder_view(ui, folder_facts(ui), folder_view_, area);
    case Screen::history: return history_view(ui, view, plan_->history_view, area);
    case Screen::slices: return slices_view(ui, view, plan_->slices_view, area);
    case Screen::task: return task_view(ui, view, plan_->task_view, area);
    default: break;
  }
  RecordInfo const& info = record_info(route_.type);
  if (!info.single) return records_view(ui, view, route_.type, plan_->grid(route_, platform_), area);
  Node const* const node = view.document.single(route_.type);
  if (!node) {
    // A plan from elsewhere may lack its identity or vision: the first press makes it.
    if (empty_state(ui, area, action_icon(Action::new_plan), record_many(strings_, info), field_help(strings_, info, info.fields[0]), record_label(strings_, info)) == 1)
      ui.send.edit(CreateRecord{{route_.type, {}, {}}, {}});
    return;
  }
  single_view(ui, view, {route_.type, node->id}, plan_->form, area);
}

// The navigation with its words over a narrow window, until something is chosen or the rest is pressed.
void App::draw_drawer(Ui const& ui, ShellFacts const& facts, ShellLayout const& layout) {
  if (!layout.nav_rail) shell_.nav_open = false;
  if (!shell_.nav_open) return;
  Box const box{ui.screen.x, layout.nav.y, std::min(ui.px(280), ui.screen.w), layout.nav.h};
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize({box.w, box.h});
  ImGui::Begin("drawer", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  navigation_view(ui, facts, shell_, box, false);
  ImGui::End();
  ImVec2 const pointer = ImGui::GetIO().MousePos;
  bool const beside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains(pointer) && pointer.y >= box.y;
  if (beside || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) shell_.nav_open = false;
}

void App::draw_overlays(Ui const& ui, PlanView const* view) {
  if (view) outline_view(ui, *view, plan_->outline_view);
  palette_view(ui, view, palette_);
  help_view(ui, view, help_);
  Box area = ui.screen;
  area.cut_bottom(ui.px(layout_strip + 8));
  toasts_view(ui, toasts_, area, toast_wake_ms_);
}

void App::draw() {
  Ui const ui = make_ui();
  std::optional<PlanView> view;
  bool const in_plan = plan_ && route_.plan;
  if (in_plan) view.emplace(plan_view());
  RecordKey shown;
  bool const pane = in_plan && pane_shown(ui, shown);
  ShellLayout const layout = shell_layout(ui, in_plan, pane, pane_width_);
  ShellFacts const facts = shell_facts(view ? &*view : nullptr);
  {
    Region const region("bar", layout.bar);
    app_bar_view(ui, facts, shell_, layout.bar);
  }
  {
    Region const region("strip", layout.strip);
    status_strip_view(ui, facts, layout.strip);
  }
  if (in_plan) {
    {
      Region const region("nav", layout.nav);
      navigation_view(ui, facts, shell_, layout.nav, layout.nav_rail);
    }
    draw_drawer(ui, facts, layout);
    if (layout.sheet) grid_unseen(ui, *view, plan_->grid(route_, platform_), layout.main);
    else draw_plan(ui, layout, *view);
    if (pane && pane_shown(ui, shown)) {  // the table may have chosen its first row only now
      Region const region("pane", layout.pane);
      PaneResult const result = pane_view(ui, *view, shown, plan_->form, layout.pane);
      if (result.close) act(Action::toggle_pane);
      if (result.step != 0) plan_->grid(route_, platform_).step(result.step);
    }
  } else {
    draw_without_plan(ui, layout.main);
  }
  draw_overlays(ui, view ? &*view : nullptr);
}

void App::draw_without_plan(Ui const& ui, Box const& area) {
  Region const region("main", area);
  if (opening_ || (route_.plan && home_.loading)) {
    draw::fill(ui, area, Token::surface_canvas);
    draw::text_in(ui, area, strings_.home_loading(), Token::text_secondary, {Step::body, Weight::regular, draw::Align::center});
  } else if (route_.screen == Screen::new_plan) new_plan_view(ui, new_plan_, area);
  else if (route_.screen == Screen::import_files) import_view(ui, importing_.shown(), area);
  else if (route_.screen == Screen::about) about_view(ui, {options_.version, options_.address}, area);
  else home_view(ui, home_, home_state_, area);
}

void App::shortcuts() {
  ImGuiIO const& io = ImGui::GetIO();
  for (int i = 0; i < static_cast<int>(Action::count); ++i) {
    auto const action = static_cast<Action>(i);
    auto const shortcut = action_shortcut(action);
    if (!shortcut) continue;
    auto const code = static_cast<unsigned char>(shortcut->key);
    ImGuiKey const key = code > 0x80 ? static_cast<ImGuiKey>(ImGuiKey_F1 + (code - 0x81)) : static_cast<ImGuiKey>(ImGuiKey_A + (code - 'A'));
    bool const modifiers = io.KeyCtrl == shortcut->ctrl && io.KeyShift == shortcut->shift && io.KeyAlt == shortcut->alt;
    if (modifiers && ImGui::IsKeyPressed(key, action == Action::undo || action == Action::redo)) sink_.act(action);
  }
  if (io.KeyCtrl && io.KeyShift && ImGui::IsKeyPressed(ImGuiKey_Z)) sink_.act(Action::redo);
}

}  // namespace rancang
