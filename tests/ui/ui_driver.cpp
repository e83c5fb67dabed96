#include "ui_driver.hpp"

namespace rancang {
namespace {

constexpr double frame_ms = 16;
constexpr int most_frames = 200;

}  // namespace

UiDriver::UiDriver(std::shared_ptr<NullDisk> disk, ImVec2 size, std::uint64_t seed, std::string route) : platform_(std::move(disk), seed), screen_(size) {
  platform_.routes.back() = std::move(route);
  probe::want(probe::Reader::tests, true);
  AppOptions options;
  options.fonts = baked_fonts();
  app_ = std::make_unique<App>(platform_, std::move(options));
  settle();
}

UiDriver::~UiDriver() {
  screen_.use();
  app_.reset();
}

void UiDriver::one_frame() {
  ImGuiIO& io = screen_.use();
  platform_.advance(frame_ms);
  platform_.frame_wanted = false;
  io.DeltaTime = static_cast<float>((platform_.steady_now - last_frame_) / 1000);
  last_frame_ = platform_.steady_now;
  probe::begin_frame();
  ImGui::NewFrame();
  app_->frame();
  ImGui::Render();
  probe::end_frame();
  vertices_ = static_cast<std::size_t>(screen_.drawn().TotalVtxCount);
  items_ = probe::items();
}

void UiDriver::frame(int count) {
  for (int i = 0; i < count; ++i) one_frame();
}

void UiDriver::settle() {
  for (int i = 0; i < most_frames; ++i) {
    one_frame();
    if (i >= 2 && !platform_.frame_wanted && !screen_.has_input()) return;
  }
}

void UiDriver::wait(double ms) {
  double const until = platform_.steady_now + ms;
  while (platform_.wake_at && *platform_.wake_at <= until) {
    double const due = *platform_.wake_at;
    platform_.wake_at.reset();
    if (due > platform_.steady_now) platform_.advance(due - platform_.steady_now);
    settle();
  }
  if (until > platform_.steady_now) platform_.advance(until - platform_.steady_now);
  settle();
}

void UiDriver::resize(ImVec2 size) {
  screen_.resize(size);
  settle();
}

void UiDriver::click_at(float x, float y, int clicks, ImGuiMouseButton button) {
  screen_.use();
  // Whoever clicks elsewhere leaves the field first, as in the browser.
  if (platform_.field && !platform_.field->armed) platform_.exit_field(FieldExit::blur);
  click_mouse({x, y}, clicks, button, [this] { one_frame(); });
  settle();
}

bool UiDriver::click_item(probe::ProbeItem const* item, int clicks, ImGuiMouseButton button) {
  if (!item || (item->state & (probe::State::offscreen | probe::State::disabled))) return false;
  click_at(item->rect.x + item->rect.width / 2, item->rect.y + item->rect.height / 2, clicks, button);
  return true;
}

bool UiDriver::click(std::string_view label) { return click_item(find(label), 1, ImGuiMouseButton_Left); }
bool UiDriver::click(std::string_view label, probe::Role role) { return click_item(find(label, role), 1, ImGuiMouseButton_Left); }
bool UiDriver::click_last(std::string_view label) {
  probe::ProbeItem const* last = nullptr;
  for (probe::ProbeItem const& item : probe::items())
    if (item.label == label) last = &item;
  return click_item(last, 1, ImGuiMouseButton_Left);
}
bool UiDriver::double_click(std::string_view label) { return click_item(find(label), 2, ImGuiMouseButton_Left); }
bool UiDriver::right_click(std::string_view label) { return click_item(find(label), 1, ImGuiMouseButton_Right); }

void UiDriver::type(std::string_view text) {
  if (!platform_.field) return;
  bool const first = typed_key_ != platform_.field->key;
  typed_key_ = platform_.field->key;
  bool const over = first && (platform_.field->armed || platform_.field->select_all);
  platform_.type_text((over ? std::string() : platform_.field_text) + std::string(text));
  settle();
}

bool UiDriver::leave_field(ImGuiKeyChord chord) {
  if (!platform_.field || platform_.field->armed) return false;
  bool const prose = platform_.field->kind == TextKind::prose;
  FieldExit exit = FieldExit::none;
  if (chord == ImGuiKey_Enter && !prose) exit = FieldExit::enter;
  else if (chord == (ImGuiMod_Shift | ImGuiKey_Enter) && !prose) exit = FieldExit::shift_enter;
  else if (chord == (ImGuiMod_Ctrl | ImGuiKey_Enter)) exit = FieldExit::ctrl_enter;
  else if (chord == ImGuiKey_Tab) exit = FieldExit::tab;
  else if (chord == (ImGuiMod_Shift | ImGuiKey_Tab)) exit = FieldExit::shift_tab;
  else if (chord == ImGuiKey_Escape) exit = FieldExit::escape;
  if (exit == FieldExit::none) return false;
  platform_.exit_field(exit);
  settle();
  return true;
}

void UiDriver::key(ImGuiKeyChord chord) {
  screen_.use();
  if (leave_field(chord)) return;
  press_keys(chord, true);
  one_frame();
  press_keys(chord, false);
  settle();
}

bool UiDriver::shows(std::string_view text) const {
  for (probe::ProbeItem const& item : items_) {
    if (item.state & probe::State::offscreen) continue;
    if (item.label.find(text) != std::string::npos || item.value.find(text) != std::string::npos) return true;
  }
  return false;
}

std::string UiDriver::text(std::string_view label) const {
  probe::ProbeItem const* const item = find(label);
  return item ? item->value : std::string();
}

probe::ProbeItem const* UiDriver::find(std::string_view label) const {
  probe::ProbeItem const* second = nullptr;
  for (probe::ProbeItem const& item : items_) {
    if (item.label != label || item.role == probe::Role::window) continue;
    if (!(item.state & (probe::State::offscreen | probe::State::disabled))) return &item;
    if (!second) second = &item;
  }
  return second;
}

probe::ProbeItem const* UiDriver::find(std::string_view label, probe::Role role) const {
  for (probe::ProbeItem const& item : items_) {
    if (item.label == label && item.role == role && !(item.state & probe::State::offscreen)) return &item;
  }
  return nullptr;
}

}  // namespace rancang
