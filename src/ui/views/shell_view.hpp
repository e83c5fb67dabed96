#pragma once
// The frame around every screen: app bar, stage navigation, status strip (look.md 2).
// Must not know: what the screens draw, how saving works.
#include <optional>
#include <string>

#include "rules/completeness.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

enum class SaveSign : std::uint8_t { saved, saving, dirty, failed, read_only, unknown };  // unknown: what is stored could not be read, nothing is claimed
struct SaveStatus {
  SaveSign state = SaveSign::saved;
  std::string time;      // "14.32": of the last save, or since when it fails
  std::size_t changes = 0;
  std::string reason;    // sentence, when failed
  bool can_take_over = false;
  std::optional<int> file_age_days;  // since the plan was last saved as a file; nullopt = never
};

// off: no folder. waiting: the browser wants a press. working: something is being read or is still to be written.
enum class FolderSign : std::uint8_t { off, waiting, working, current, problem };

struct ShellFacts {           // what the shell shows about the open plan; plan == nullptr on the home screen
  PlanView const* plan = nullptr;
  std::string plan_name;      // "Kota Tebing Tinggi"
  std::string plan_years;     // "2023–2027"
  bool is_sample = false;     // chip "Contoh"
  std::string agency;         // whose slice this is; "" = the whole plan
  SaveStatus save;
  std::string selection;      // "Dipilih: 1 baris, Rp 1.050.000.000"
  bool offline = false;
  std::size_t merge_files = 0;  // on the merge board
  FolderSign folder = FolderSign::off;
  std::size_t laptops = 0;    // that share the folder, this one included
};

struct ShellState {
  bool nav_open = false;          // drawer of narrow windows
  std::uint32_t groups_toggled = 0;  // accordion: bit per group the person opened or closed against the default
  Screen groups_screen = Screen::home;  // … while this was shown; another screen has its own stage open
  RecordType groups_type = RecordType::none;
};

struct ShellLayout {
  Box bar, nav, main, pane, strip;
  bool nav_rail = false;
  bool sheet = false;  // the pane lies over all of `main`
};
// Regions for this window (look.md 2). pane_width 0 = closed.
ShellLayout shell_layout(Ui const& ui, bool has_plan, bool pane_open, float pane_width);

void app_bar_view(Ui const& ui, ShellFacts const& facts, ShellState& state, Box area);
void navigation_view(Ui const& ui, ShellFacts const& facts, ShellState& state, Box area, bool rail);
void status_strip_view(Ui const& ui, ShellFacts const& facts, Box area);

}  // namespace rancang
