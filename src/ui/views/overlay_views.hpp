#pragma once
// What lies over a screen for a moment: toasts, command palette, help, import review.
// Must not know: how wishes are carried out.
#include <optional>
#include <vector>

#include "ui/plan_view.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {

struct Toast {
  std::string text;
  Tone tone = Tone::info;
  bool undo = false;          // offers "Urungkan"
  double born_ms = 0;
  std::uint64_t serial = 0;
};
constexpr double toast_ms = 6000;  // errors stay until closed
// Bottom left above the strip, at most three. Removes what was closed or has lived its time; `next_ms` gets the time until the next one goes (< 0: none).
void toasts_view(Ui const& ui, std::vector<Toast>& toasts, Box area, double& next_ms);

struct PaletteState {
  bool wanted = false;        // opens in the next frame
  bool open = false;
  std::string search;
  std::uint64_t seen_revision = 0;
  int highlighted = 0;
  struct Hit {
    enum class Kind : std::uint8_t { record, action, screen } kind = Kind::record;
    Action action = Action::undo;
    RecordType type = RecordType::none;
    Ulid record;
    std::string label, note;
  };
  std::vector<Hit> hits;
};
// Records first, then screens and commands with their shortcuts. plan may be null.
void palette_view(Ui const& ui, PlanView const* plan, PaletteState& state);

struct HelpState {
  bool open = false;
};
// Side panel: what this screen is for, its keys, and the certainty of its content.
void help_view(Ui const& ui, PlanView const* plan, HelpState& state);

// ---- opened files that wait for an answer ----
enum class ImportVerdict : std::uint8_t { reading, fresh, known, refused };
struct ImportItem {
  std::string file;           // name on disk
  std::string plan_name;      // "Kota Tebing Tinggi 2023–2027"
  std::string saved_at;       // as told by the file, formatted
  ImportVerdict verdict = ImportVerdict::reading;
  int progress = 0;           // per cent while reading
  std::size_t records = 0;
  bool answered = false;      // its question has been put and answered
  bool newer = false;         // written by a newer version: opens read-only
  std::vector<Error> remarks; // what reading repaired or set aside: texts "remark.<id>"
  Error refusal;              // why (refused)
};
void import_view(Ui const& ui, std::vector<ImportItem> const& items, Box area);

}  // namespace rancang
