#include "grid_harness.hpp"


#include "ui/views/records_view.hpp"

namespace rancang {
namespace {

Author test_author() {
  ReplicaId const replica = make_replica(7);
  auto counter = std::make_shared<std::uint64_t>(0);
  return {replica, [counter] { return make_ulid(1'662'600'000'000, 77, ++*counter); }, created_by(replica)};
}

}  // namespace

GridHarness::GridHarness(Document document, GridHarnessOptions options) : options_(options), screen_(options.size) {
  look_.theme = options.theme;
  look_.load_fonts(baked_fonts());
  look_.apply();
  editor_ = std::make_unique<Editor>(std::move(document), test_author());
  findings_.rebuild(editor_->document());
  grid_ = std::make_unique<GridState>(options.type);
  route.screen = Screen::records;
  route.plan = editor_->document().plan_id;
  route.type = options.type;
  probe::want(probe::Reader::tests, true);
  settle();
}

PlanView GridHarness::view() {
  MoneyUnit unit = MoneyUnit::million;
  if (Node const* const plan = document().single(record_type<Plan>)) unit = static_cast<MoneyUnit>(plan->as<Plan>().currency_unit);
  return {document(), *editor_, findings_, last_change_, plan_years(document()), value_style(strings_, NumberStyle::indonesian, unit), route, options_.read_only, past_years(document()), span_years(document(), Span::region_plan)};
}

void GridHarness::take(Result<ChangeSet> result) {
  if (!result) {
    ++refused;
    notices.push_back(result.error().id);
    return;
  }
  if (result->empty()) return;
  last_change_ = *result;
  findings_.update(editor_->document(), last_change_);
}

void GridHarness::carry_out() {
  for (Request& request : sink_.take()) {
    if (auto* edit = std::get_if<EditRequest>(&request)) take(editor_->run(edit->command, edit->join_key, platform_.unix_ms()));
    else if (auto* cancel = std::get_if<CancelRequest>(&request)) take(editor_->cancel(cancel->join_key));
    else if (std::get_if<SealRequest>(&request)) editor_->seal_step();
    else if (auto* notice = std::get_if<NoticeRequest>(&request)) notices.push_back(notice->text);
    else if (auto* clip = std::get_if<ClipboardRequest>(&request)) clipboard = *clip;
    else if (auto* setting = std::get_if<SettingRequest>(&request)) settings.push_back(setting->key + "=" + setting->value);
    else if (auto* action = std::get_if<ActionRequest>(&request)) actions.push_back(action->action);
    else if (auto* go = std::get_if<GoRequest>(&request)) routes.push_back(go->route), route = parse_route(go->route);
  }
}

void GridHarness::one_frame() {
  ImGuiIO& io = screen_.use();
  platform_.advance(16);
  for (PlatformEvent& event : platform_.take_events()) {
    if (auto* changed = std::get_if<TextChanged>(&event)) text_edit_.on_changed(*changed);
    if (auto* exited = std::get_if<TextExited>(&event)) text_edit_.on_exited(*exited);
  }
  probe::begin_frame();
  io.DeltaTime = 0.016f;
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(options_.size);
  ImGui::Begin("main", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
  Box const screen{0, 0, options_.size.x, options_.size.y};
  Ui const ui{look_, strings_, sink_, text_edit_, screen, NumberStyle::indonesian, platform_.unix_ms(), platform_.steady_ms(), platform_.local_time(platform_.unix_ms()), options_.touch};
  PlanView const plan = view();
  records_view(ui, plan, options_.type, *grid_, screen);
  ImGui::End();
  ImGui::Render();
  probe::end_frame();
  screen_.drawn();
  if (auto const spec = text_edit_.take_spec()) platform_.show_text_field(*spec);
  platform_.end_frame();
  carry_out();
}

void GridHarness::frame(int count) {
  for (int i = 0; i < count; ++i) one_frame();
}

void GridHarness::click_at(ImVec2 at, int clicks, ImGuiMouseButton button) {
  screen_.use();
  if (platform_.field && !platform_.field->armed) platform_.exit_field(FieldExit::blur);
  click_mouse(at, clicks, button, [this] { one_frame(); });
  settle();
  platform_.advance(1000);  // the next click is no double click
  frame(30);
}
bool GridHarness::click(std::string_view label) {
  probe::ProbeItem const* const item = find(label);
  if (item) click_at(center(label));
  return item != nullptr;
}
bool GridHarness::click(std::string_view label, probe::Role role) {
  probe::ProbeItem const* const item = probe::find(label, role);
  if (item) click_at({item->rect.x + item->rect.width / 2, item->rect.y + item->rect.height / 2});
  return item != nullptr;
}
bool GridHarness::drag(ImVec2 from, ImVec2 to) {
  ImGuiIO& io = screen_.use();
  io.AddMousePosEvent(from.x, from.y);
  one_frame();
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  one_frame();
  for (int i = 1; i <= 4; ++i) {
    float const t = static_cast<float>(i) / 4;
    io.AddMousePosEvent(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
    one_frame();
  }
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  settle();
  frame(30);
  return true;
}
void GridHarness::wheel(ImVec2 at, float lines) {
  ImGuiIO& io = screen_.use();
  io.AddMousePosEvent(at.x, at.y);
  io.AddMouseWheelEvent(0, lines);
  settle();
}

void GridHarness::type(std::string const& text) {
  platform_.type_text(text);
  settle();
}

bool GridHarness::leave_field(ImGuiKeyChord chord) {
  if (!platform_.field || platform_.field->armed) return false;
  FieldExit exit = FieldExit::none;
  switch (chord) {
    case ImGuiKey_Enter: exit = FieldExit::enter; break;
    case ImGuiMod_Shift | ImGuiKey_Enter: exit = FieldExit::shift_enter; break;
    case ImGuiMod_Ctrl | ImGuiKey_Enter: exit = FieldExit::ctrl_enter; break;
    case ImGuiKey_Tab: exit = FieldExit::tab; break;
    case ImGuiMod_Shift | ImGuiKey_Tab: exit = FieldExit::shift_tab; break;
    case ImGuiKey_Escape: exit = FieldExit::escape; break;
    case ImGuiKey_DownArrow: exit = FieldExit::arrow_down; break;
    default: return false;
  }
  platform_.exit_field(exit);
  settle();
  return true;
}

void GridHarness::key(ImGuiKeyChord chord) {
  screen_.use();
  if (leave_field(chord)) return;
  press_keys(chord, true);
  one_frame();
  press_keys(chord, false);
  settle();
}

void GridHarness::paste(std::string const& text) {
  grid_->on_paste(text);
  settle();
}

probe::ProbeItem const* GridHarness::find(std::string_view label) const { return probe::find(label); }
std::string GridHarness::text(std::string_view label) const {
  probe::ProbeItem const* const item = probe::find(label);
  return item ? item->value : "?";
}
bool GridHarness::shows(std::string_view part) const {
  for (probe::ProbeItem const& item : probe::items())
    if (item.label.find(part) != std::string::npos || item.value.find(part) != std::string::npos) return true;
  return false;
}
ImVec2 GridHarness::center(std::string_view label) const {
  probe::ProbeItem const* const item = probe::find(label);
  return item ? ImVec2{item->rect.x + item->rect.width / 2, item->rect.y + item->rect.height / 2} : ImVec2{-1, -1};
}

bool GridHarness::undo() {
  std::uint64_t const before = editor_->revision();
  take(editor_->undo());
  settle();
  return editor_->revision() != before;
}
bool GridHarness::redo() {
  std::uint64_t const before = editor_->revision();
  take(editor_->redo());
  settle();
  return editor_->revision() != before;
}

}  // namespace rancang
