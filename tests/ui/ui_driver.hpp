#pragma once
// Drives the whole application without a screen: Dear ImGui without a graphics card, NullPlatform instead of a browser. Widgets are named by the
// label that a person reads; what is seen is read from the probe.
// Must not know: where a widget is drawn, how a browser works.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "app/app.hpp"
#include "headless_screen.hpp"
#include "platform/null/null_platform.hpp"
#include "ui/probe/probe.hpp"

namespace rancang {

class UiDriver {
 public:
  // Several drivers on one disk are tabs of one browser; `route` is the address that is opened. The first frames have been drawn and the store is loaded
  // when it returns.
  explicit UiDriver(std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>(), ImVec2 size = {1366, 768}, std::uint64_t seed = 1, std::string route = {});
  ~UiDriver();
  UiDriver(UiDriver const&) = delete;
  UiDriver& operator=(UiDriver const&) = delete;

  App& app() { return *app_; }
  NullPlatform& platform() { return platform_; }

  void frame(int count = 1);      // each 16 ms after the last
  void settle();                  // frames until nothing is asked for any more
  void wait(double ms);           // lets time pass; wakes the application when it asked for it
  void resize(ImVec2 size);

  // Each returns false when no such widget is on the screen.
  bool click(std::string_view label);
  bool click(std::string_view label, probe::Role role);
  bool click_last(std::string_view label);  // of several with this name the one drawn last, as in a dialog
  bool double_click(std::string_view label);
  bool right_click(std::string_view label);
  void click_at(float x, float y, int clicks = 1, ImGuiMouseButton button = ImGuiMouseButton_Left);

  // What a keyboard does. In a text field: type() writes (over everything selected at first), Enter, Tab, Escape and arrows leave as in the browser.
  void type(std::string_view text);
  void key(ImGuiKeyChord chord);

  // What is seen. text(label): the value of the widget, "" when there is none.
  bool shows(std::string_view text) const;                      // is a label or value exactly this, or does it contain it?
  std::string text(std::string_view label) const;
  probe::ProbeItem const* find(std::string_view label) const;
  probe::ProbeItem const* find(std::string_view label, probe::Role role) const;
  std::vector<probe::ProbeItem> const& items() const { return items_; }
  std::size_t drawn_vertices() const { return vertices_; }      // of the last frame: is anything drawn at all?

 private:
  bool click_item(probe::ProbeItem const* item, int clicks, ImGuiMouseButton button);
  bool leave_field(ImGuiKeyChord chord);
  void one_frame();

  NullPlatform platform_;
  HeadlessScreen screen_;
  std::unique_ptr<App> app_;
  std::vector<probe::ProbeItem> items_;
  std::uint64_t typed_key_ = 0;
  double last_frame_ = 0;  // steady_ms
  std::size_t vertices_ = 0;
};

}  // namespace rancang
