#pragma once
// OpenPlan: everything that belongs to the one plan on the screen: its editor, what is derived from it, its saving, the state of its views.
// Must not know: how plans are found and opened, the home screen.
#include <map>
#include <memory>

#include "app/autosave.hpp"
#include "app/issuing.hpp"
#include "app/shared_folder.hpp"
#include "edit/editor.hpp"
#include "model/arrivals.hpp"
#include "persist/plan_opening.hpp"
#include "rules/completeness.hpp"
#include "rules/error_forecast.hpp"
#include "ui/forms/form_state.hpp"
#include "ui/grid/grid_state.hpp"
#include "ui/views/attendance_view.hpp"
#include "ui/views/board_views.hpp"
#include "ui/views/merge_view.hpp"
#include "ui/views/changes_view.hpp"
#include "ui/views/findings_view.hpp"
#include "ui/views/outline_view.hpp"
#include "ui/views/plan_lists.hpp"
#include "ui/views/slice_views.hpp"

namespace rancang {

// What the merge board finds out between frames beside comparing: what files went on from, which errors they would bring (board_work.cpp).
struct BoardWork {
  std::uint64_t seen_session = ~0ULL;           // revision of the session for which the restore point was chosen
  std::optional<PlanOpening> base_reading;      // its own, so that reading for the screen of changes goes on undisturbed
  CardPoint base;                               // being read, or read; generation 0 = none yet
  std::vector<std::uint64_t> unreadable;        // points that could not be read
  std::unique_ptr<ErrorForecast> forecast;
  std::uint64_t forecast_revision = 0;          // of the plan
  std::optional<std::size_t> forecast_file;     // that it is being asked about
};

struct OpenPlan {
  OpenPlan(PlanStore& plans, Document document, Author author);

  Editor editor;
  Findings findings;
  Autosave autosave;
  SessionPtr session;          // of a reading tab, to follow the writer
  std::vector<CardChange> earlier_changes;  // of the sessions before, newest first
  ChangeSet last_change;       // what the newest revision changed
  bool is_sample = false;
  bool newer_version = false;  // the stored plan comes from a newer Rancang: read-only for good
  LockState lock = LockState::none;
  std::unique_ptr<SharedFolder> folder;  // while this tab writes and the browser can open folders
  double left_ms = 0;          // steady time at which it was closed; 0 = it is open
  bool in_place = false;       // "Simpan berkas" writes into the file that was chosen in this session
  bool failure_told = false;   // after closing: that it could not be stored yet
  bool following = false;      // a reading tab is fetching what the writer stored

  std::map<std::pair<RecordType, std::uint8_t>, std::unique_ptr<GridState>> grids;  // by type and kind
  FormState form;
  FindingsState findings_view;
  TrashState trash_view;
  HistoryViewState history_view;
  StagesState stages_view;
  OwedState owed_view;
  ConflictsState conflicts_view;
  MergeViewState merge_view;
  std::unique_ptr<MergeSession> merging;  // files on the merge board
  std::uint64_t merging_revision = 0;     // of the plan that they were compared with
  BoardWork board;
  Arrivals arrivals;           // which files brought what others wrote
  ChangesState changes_view;
  SigningFacts signing;
  SlicesState slices_view;
  TaskState task_view;

  std::optional<SlicesRequest> slices_wanted;  // waits until everything is stored
  std::optional<Issuing> issuing;              // files for agencies are being made

  Document opened;             // as it was when this session began
  Document before_change;      // as it was before the next edit
  std::uint64_t kept_unix_ms = 0;  // when the last automatic restore point was asked for; 0 = none in this session
  // Restore points that are stored, oldest first; also of a tab that only reads.
  std::vector<CardPoint> const& points() const;
  AttendanceState attendance_view;
  OutlineState outline_view;

  // The table that a route shows, made when it is first asked for.
  GridState& grid(Route const& route, Platform& platform);
  GridState* opened_grid(Route const& route) const;  // null: never shown
  void keep_automatic(Moment now);
  FindingsState& findings_list(Platform& platform);  // with the filter of last time
  // Takes a change that the editor has made: findings, completeness and saving follow.
  void changed(ChangeSet changes, Moment now);
  // The document was replaced as a whole.
  void reloaded();
  // Goes on with the findings of a large plan; whether something is left.
  bool check_for(double milliseconds, Platform& platform);
  // What the home screen shows of it, as of now.
  PlanCard card();
  std::string id() const { return ulid_text(editor.document().plan_id); }
};

// "Kota Tebing Tinggi", "2023–2027".
std::string plan_name(Document const& document, Strings const& s);
std::string plan_years_text(Document const& document);
// What a plan opens with: the action plan; of a slice what its agency is asked for.
Route first_screen(Document const& document);
std::string file_name_of(Document const& document, Date today);  // "tebing-tinggi_2022-09-08.rancang.json"
bool is_sample_plan(Document const& document);                   // its identity is marked as an illustration, or most of it is

}  // namespace rancang
