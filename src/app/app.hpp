#pragma once
// App: the program. Owns the open plan, the list of plans, the look and the state of the screens; frame() reads as a table of contents.
// Wiring only: rules live in rules/, edits in edit/, drawing in ui/, storage in persist/ and platform/.
// Must not know: Emscripten, particular records beyond plan creation.
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "app/importing.hpp"
#include "app/open_plan.hpp"
#include "persist/plan_opening.hpp"
#include "ui/views/folder_view.hpp"
#include "ui/views/home_view.hpp"
#include "ui/views/overlay_views.hpp"
#include "ui/views/shell_view.hpp"

namespace rancang {

struct AppOptions {
  FontFiles fonts;
  std::string version = "1.0.0";
  std::string address;         // where the page is served from, for "Tentang"
};

class App {
 public:
  App(Platform& platform, AppOptions options);
  ~App();
  App(App const&) = delete;
  App& operator=(App const&) = delete;

  // Draws one frame between ImGui::NewFrame and ImGui::Render.
  void frame();
  // The browser wants the copied block at once (inside its own copy event).
  void copy_now(bool cut);

  // ---- for the benchmark hook and tests ----
  OpenPlan* plan() { return plan_.get(); }
  Strings const& strings() const { return strings_; }
  std::string export_text();                               // the bytes of "Simpan berkas"
  bool load_text(std::string text);                        // "Buka berkas" without a question; false when refused
  PlanView plan_view() const;
  Ui make_ui();
  Route const& route() const { return route_; }
  std::uint64_t shown_revision() const { return shown_revision_; }  // of the document in the last drawn frame
  void go(Route const& route, bool replace);
  void act(Action action);
  void edit(Command const& command);                       // as one step, as a widget would send it
  Moment now() const { return {steady_ms_, unix_ms_}; }

 private:
  struct Opening;   // a stored plan being opened
  friend struct RequestRunner;

  // events.cpp
  void take_events();
  void on_files(FilesOpened& event);
  void on_lock(LockChanged const& event);
  void on_asset(AssetLoaded& event);
  void on_template(AssetLoaded& event);
  void fetch_help();
  void fetch_template();
  void show_rows_of(RowsOfRequest const& request);
  void show_field(FieldRequest const& request);
  void walk_findings(int steps);
  // work.cpp: what goes on for several frames
  void advance_work();
  void advance_opening();
  void advance_import();
  void answer_import(std::size_t file, ImportChoice choice);
  void open_route();
  void start_opening(std::string const& plan, bool take_over);
  void drop_opening(std::string const& but = {});
  void take_up_board();
  bool has_decisions() const;                              // on a merge board, not merged yet
  void finish_opening();
  void follow_writer();
  enum class Lock : std::uint8_t { release, keep };
  void close_plan(Lock lock = Lock::release);
  // points.cpp: restore points
  void answer_point(PointRequest const& request);
  void show_point(std::uint64_t point);
  void read_point(std::uint64_t point, std::optional<Document>& into);
  void advance_point();
  void restore_point(std::string const& name);
  // comparing.cpp: a file on disk in place of a restore point
  struct Comparing {  // one being read
    std::string name;
    PlanReader reader;
  };
  void choose_compared_file();
  bool take_compared_file(FilesOpened& event);
  void drop_compared_file();
  void advance_comparing();
  void read_compared_file();
  void show_compared_file(ReadPlan read, std::string const& name);
  void fit_compared_file();
  ShownPoint shown_file(Ui const& ui) const;
  void keep_stage_point();
  void sign_plan();
  SigningFacts const& signing_facts();
  std::vector<ShownPoint> shown_points(Ui const& ui) const;
  // folder.cpp: the shared folder of a plan
  void begin_folder(OpenPlan& plan);
  bool take_folder_event(PlatformEvent& event);
  FolderMoment folder_moment(OpenPlan const& plan, bool leaving) const;
  void advance_folder(OpenPlan& plan, bool leaving);
  void wake_for_folder(OpenPlan const& plan, bool leaving);
  void answer_folder(FolderRequest const& request);
  void label_laptop();
  FolderFacts folder_facts(Ui const& ui) const;
  // leaving.cpp: plans that were closed and are not stored yet, and short work under a plan's lock
  void advance_leaving();
  bool take_back(std::string const& plan);
  void hand_over(std::string const& plan);
  void keep_as_copy(std::unique_ptr<OpenPlan> plan);
  using LockedWork = std::function<void(StoreDone)>;
  void with_lock(std::string const& plan, LockedWork work, std::function<void()> then);
  bool on_other_lock(LockChanged const& event);
  void refresh_home();
  OpenPlan* in_memory(std::string const& plan);            // open, or closed and not stored yet
  void keep_witness();
  void save_when_stored();
  // slices.cpp: files for agencies, and an agency's own file
  void ask_for_slices(SlicesRequest request);
  void give_up_slices();
  void advance_slices();
  void make_slices();
  bool note_slices(Issuing const& issuing, std::string const& file);
  bool may_hand_out() const;
  std::string file_name() const;
  std::string saved_sentence(std::string const& name) const;
  EnvelopeInfo envelope(std::string kind) const;
  void take_saved_file(FileSaved const& saved);
  void file_written(OpenPlan const& plan, std::string const& sentence);
  // plans.cpp: making plans
  void create_plan(NewPlanForm const& form);
  void adopt_new(Document document, bool sample);
  void duplicate_plan(std::string const& plan);
  bool has_plan(Ulid plan) const;                          // stored, open, or about to be stored
  void trash_plan(std::string const& plan);
  void restore_plan(std::string const& id);
  void erase_plan(std::string const& id);
  Author make_author(ReplicaId replica);
  Ulid new_id();
  ReplicaId new_replica();
  void write_anew();
  void end_replica();
  // merging.cpp: the merge board
  bool take_to_board();                                    // files of the open plan, as soon as they are read; false: there are none
  void open_and_merge(Ulid plan);
  void advance_merge();
  void run_merge(MergeRequest& request);
  void confirm_merge();
  void note_arrivals(Document const& before);
  void keep_arrivals();
  void copy_arrivals(std::string const& from, std::string const& to);
  void note_own();
  void keep_point_before_merge();
  std::string report_of(MergeSession const& session);
  // board_work.cpp: what is found out for the board beside comparing
  void advance_board();
  void choose_base();
  void read_base(double until);
  void forecast_errors(double until);
  // requests.cpp
  void carry_out();
  void run_edit(EditRequest& request);
  bool lead(Action action);                                // it leads to a screen of the plan
  void toggle(Action action);                              // pane, theme, language
  void change_text_size(Action action);
  void find_here();
  void finish_edit(Result<ChangeSet> result);
  void save_file(bool in_place);
  void export_csv();
  void notice(std::string text, Tone tone, bool undo = false);
  void refuse(Error const& why);
  std::string sentence(Error const& why) const;
  // shell.cpp: one frame's picture
  void draw();
  void draw_plan(Ui const& ui, ShellLayout const& layout, PlanView const& view);
  void draw_without_plan(Ui const& ui, Box const& area);
  void draw_drawer(Ui const& ui, ShellFacts const& facts, ShellLayout const& layout);
  void draw_overlays(Ui const& ui, PlanView const* view);
  ShellFacts shell_facts(PlanView const* view) const;
  SaveStatus save_status() const;
  void shortcuts();
  void after_frame();
  void set_language(Language language);
  void apply_look();
  bool pane_shown(Ui const& ui, RecordKey& key);

  Platform& platform_;
  AppOptions options_;
  Strings strings_;
  HelpTexts help_texts_[2];       // by language; fetched once a plan is on the screen, or the home screen rests
  bool help_failed_ = false;      // asked for again when the person goes elsewhere
  bool help_asked_ = false;
  Look look_;
  Sink sink_;
  TextEdit text_edit_;
  PlanStore plans_;
  double steady_ms_ = 0;
  std::uint64_t unix_ms_ = 0;
  LocalTime local_;
  bool touch_ = false;

  Route route_;
  bool store_ready_ = false;
  std::unique_ptr<OpenPlan> plan_;
  std::vector<std::unique_ptr<OpenPlan>> leaving_;  // kept in memory until they are stored
  bool handing_over_ = false;                        // another tab waits for the open plan's lock
  struct LockedJob {
    LockedWork work;
    std::function<void()> then;
  };
  std::map<std::string, LockedJob> locked_jobs_;     // by plan, waiting for its lock
  std::unique_ptr<Opening> opening_;
  std::map<std::string, std::unique_ptr<MergeSession>> boards_;  // of plans that were closed with files on their merge board; they wait until the plan is opened again
  std::optional<PlanOpening> point_reading_;         // of the point that the changes are shown since
  std::uint64_t point_read_ = 0;                     // which one that is
  std::optional<Comparing> comparing_;
  bool compare_wanted_ = false;   // the next file that is chosen is compared with, not opened
  Importing importing_;
  Ulid merge_into_;               // a plan that is being opened for files that wait
  std::string wanted_asset_;
  std::string save_wanted_;       // plan whose "Simpan berkas" waits until it is open and everything is stored
  bool save_in_place_ = false;    // … and goes into a file that the person has chosen, where the browser can do that
  bool hidden_ = false;

  HomeFacts home_;
  HomeState home_state_;
  FolderViewState folder_view_;
  NewPlanState new_plan_;
  std::string template_;                   // what a new plan starts with; fetched while the home screen is shown
  bool template_asked_ = false;
  double first_frame_ms_ = 0;
  std::optional<NewPlanForm> plan_wanted_;  // to be created as soon as the template is there
  ShellState shell_;
  PaletteState palette_;
  HelpState help_;
  std::vector<Toast> toasts_;
  std::uint64_t toast_serial_ = 0;
  std::string trashed_plan_;          // last put into the trash: "Urungkan" on the home screen takes it out again
  double toast_wake_ms_ = -1;
  bool pane_open_ = true;
  float pane_width_ = 0;
  std::uint64_t shown_revision_ = 0;  // of the document in the last drawn frame
};

}  // namespace rancang
