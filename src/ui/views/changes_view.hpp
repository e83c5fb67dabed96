#pragma once
// "Apa yang berubah sejak …": the restore points of a plan at the left, what is different since the chosen one at the right, in sentences.
// Must not know: where restore points are kept, how one is read (the app loads it into the state).
#include <optional>

#include "books/change_report.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/picker.hpp"

namespace rancang {

struct ShownPoint {
  std::uint64_t id = 0;   // 0: the start of this session
  std::string name, when; // in words
  char const* icon = nullptr;
  bool can_drop = false;
};

// Whether the plan still says what was signed.
struct SigningFacts {
  std::uint64_t seen_revision = ~0ULL;
  bool is_signed = false, differs = false;
  std::optional<Date> date;
  std::string fingerprint;
  std::uint64_t point = 0;  // the state that was signed, where this browser has it
};

constexpr std::uint64_t now_point = ~0ULL;  // in place of a point: the plan as it is
constexpr std::uint64_t file_point = now_point - 1;  // in place of a point: a file on disk

// The plan is compared with it until it is dropped, another one is chosen, or the plan is closed. Never stored.
struct ComparedFile {
  std::string name, saved_at;  // ISO 8601, as the file says
  Document document;
};

struct ChangesState {
  std::uint64_t since = 0;                // id of the chosen point
  std::uint64_t until = now_point;        // compared up to this one
  std::optional<Document> base, end;      // their states; empty while they are being read, `end` also while it is the present
  ChangeGroup group = ChangeGroup::person;
  std::string filter, name;               // search text; name of a point to be kept
  PickerState picker, group_picker;       // of `until`, of `group`
  ChangeReport report;                    // of `base` and `end`, or the document of this revision
  std::vector<std::int32_t> rows;         // index of a change, or −1 − index of a group
  std::uint64_t seen_revision = ~0ULL;
  Language seen_language = Language::id;
  std::optional<ComparedFile> file;       // offered in the list of points
  int file_progress = -1;                 // per cent, while a file is being read
  std::uint64_t fitted_revision = ~0ULL;  // of the plan beside which a part of it was fitted in (the app does that)
  bool wants_filter = false;              // the keyboard goes into the search
  std::size_t found = 0;                  // changes among the rows
  bool up_to_now() const { return until == now_point; }
  bool is_read() const { return base && (up_to_now() || end); }
  void forget() { base.reset(), forget_end(); }
  void forget_end() { end.reset(), report = {}, rows.clear(), seen_revision = fitted_revision = ~0ULL; }
  void drop_file() {
    file.reset(), file_progress = -1;
    if (since == file_point) since = 0, forget();
    if (until == file_point) until = now_point, forget_end();
  }
};
void changes_view(Ui const& ui, PlanView const& plan, ChangesState& state, std::vector<ShownPoint> const& points, SigningFacts const& signing, Box area);

}  // namespace rancang
