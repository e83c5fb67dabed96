#pragma once
// One records screen with an editor behind it and nothing else: a table can be tried out, measured and pictured without the application.
// Must not know: the application, storage.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "edit/editor.hpp"
#include "headless_screen.hpp"
#include "platform/null/null_platform.hpp"
#include "text/embedded_help.hpp"
#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/probe/probe.hpp"
#include "ui/ui.hpp"

namespace rancang {

struct GridHarnessOptions {
  ImVec2 size{1024, 700};
  RecordType type = record_type<ActionItem>;
  Theme theme = Theme::light;
  bool read_only = false, touch = false;
};

class GridHarness {
 public:
  explicit GridHarness(Document document, GridHarnessOptions options = {});
  GridHarness(GridHarness const&) = delete;
  GridHarness& operator=(GridHarness const&) = delete;

  GridState& grid() { return *grid_; }
  Editor& editor() { return *editor_; }
  Document const& document() const { return editor_->document(); }
  NullPlatform& platform() { return platform_; }
  Strings& strings() { return strings_; }
  Look& look() { return look_; }
  PlanView view();

  void frame(int count = 1);
  void settle() { frame(4); }
  bool click(std::string_view label);
  bool click(std::string_view label, probe::Role role);
  bool drag(ImVec2 from, ImVec2 to);
  void click_at(ImVec2 at, int clicks = 1, ImGuiMouseButton button = ImGuiMouseButton_Left);
  void wheel(ImVec2 at, float lines);
  void type(std::string const& text);   // into the field that is shown or armed; replaces what is in it
  void key(ImGuiKeyChord chord);        // leaves a field as in the browser
  void paste(std::string const& text);

  std::string text(std::string_view label) const;  // value of the item; "?" when it is not on the screen
  probe::ProbeItem const* find(std::string_view label) const;
  bool shows(std::string_view part) const;         // in any label or value
  ImVec2 center(std::string_view label) const;
  bool undo();
  bool redo();

  // What the screen asked for and nobody carries out here.
  std::vector<std::string> notices, routes, settings;
  std::vector<Action> actions;
  ClipboardRequest clipboard;
  std::size_t refused = 0;
  Route route;

 private:
  void carry_out();
  void take(Result<ChangeSet> result);
  void one_frame();
  bool leave_field(ImGuiKeyChord chord);

  GridHarnessOptions options_;
  NullPlatform platform_;
  HeadlessScreen screen_;
  HelpTexts late_texts_{std::string(embedded_help(Language::id))};
  Strings strings_{Language::id, {&late_texts_, nullptr}};
  Look look_;
  Sink sink_;
  TextEdit text_edit_;
  std::unique_ptr<Editor> editor_;
  Findings findings_;
  ChangeSet last_change_;
  std::unique_ptr<GridState> grid_;
};

}  // namespace rancang
