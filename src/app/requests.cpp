#include "app/opening.hpp"
#include "persist/csv.hpp"
#include "ui/error_text.hpp"
#include "ui/forms/used_part.hpp"
#include "ui/narrow.hpp"

namespace rancang {

std::string App::sentence(Error const& why) const { return error_text(strings_, why); }
void App::refuse(Error const& why) { notice(sentence(why), Tone::error); }
void App::notice(std::string text, Tone tone, bool undo) {
  platform_.announce(text);
  toasts_.push_back({std::move(text), tone, undo, steady_ms_, ++toast_serial_});
  platform_.request_frame();
}

void App::go(Route const& route, bool replace) {
  shell_.nav_open = false;
  if (route == route_) return;
  route_ = route;
  platform_.set_route(route_text(route), replace);
  platform_.request_frame();
  open_route();
}

void App::finish_edit(Result<ChangeSet> result) {
  if (!result) return refuse(result.error());
  plan_->changed(std::move(*result), now());
  note_own();
  platform_.request_frame();
}

void App::edit(Command const& command) {
  if (plan_) finish_edit(plan_->editor.run(command, 0, unix_ms_));
}

void App::run_edit(EditRequest& request) {
  if (!plan_) return;
  RecordNames deleted;
  if (auto const* removal = std::get_if<DeleteRecords>(&request.command))
    for (RecordKey const& key : removal->records) deleted.emplace_back(key.type, key.id);
  auto changes = plan_->editor.run(request.command, request.join_key, unix_ms_);
  bool const refused = !changes;
  finish_edit(std::move(changes));
  if (deleted.empty() || refused) return;
  std::string const count = std::to_string(deleted.size());
  NumberStyle const numbers = number_style(strings_);
  std::string const users = users_text(strings_, numbers, users_of(plan_->editor.document(), deleted));
  notice(users.empty() ? strings_.notice_deleted(count) : strings_.notice_deleted_used(count, users), Tone::info, true);
}

void App::show_rows_of(RowsOfRequest const& request) {
  if (!plan_) return;
  if (request.any_field && !record_info(request.type).single) {
    go({Screen::records, plan_->editor.document().plan_id, request.type, {}}, false);
    return plan_->grid(route_, platform_).show_users(request.record);
  }
  auto const fields = record_info(request.type).fields;
  auto const names_it = std::find_if(fields.begin(), fields.end(), [&](FieldInfo const& field) { return field.type == ValueType::reference && field.target == request.target; });
  bool const itself = request.type == request.target || names_it == fields.end();
  go({Screen::records, plan_->editor.document().plan_id, request.type, itself ? request.record : Ulid{}}, false);
  if (!itself) plan_->grid(route_, platform_).show_only(static_cast<int>(names_it - fields.begin()), request.record, request.only_findings);
}

void App::show_field(FieldRequest const& request) {
  if (!plan_) return;
  go({Screen::records, plan_->editor.document().plan_id, request.type, request.record}, false);
  if (!request.record) return;  // what is missing is made in its table
  if (!record_info(request.type).single) plan_->grid(route_, platform_).select_record(request.record, request.field, request.year);
  plan_->form.jump_to(request.field);
}

void App::walk_findings(int steps) {
  auto const finding = step_finding(plan_view(), plan_->findings_list(platform_), steps);
  if (!finding) return notice(std::string(strings_.notice_no_findings()), Tone::info);
  show_field({finding->type, finding->record, finding->field, finding->year});
}

// One visitor per kind of wish; they run after the frame, in the order of asking.
struct RequestRunner {
  App& app;

  void operator()(EditRequest& request) const { app.run_edit(request); }
  void operator()(CancelRequest& request) const {
    if (app.plan_) app.finish_edit(app.plan_->editor.cancel(request.join_key));
  }
  void operator()(SealRequest&) const {
    if (app.plan_) app.plan_->editor.seal_step();
  }
  void operator()(GoRequest& request) const { app.go(parse_route(request.route), request.replace); }
  void operator()(ActionRequest& request) const { app.act(request.action); }
  void operator()(OpenPlanRequest& request) const { app.go({Screen::task, request.plan, RecordType::none, {}}, false); }  // a whole plan has none and goes on to its table
  void operator()(CreatePlanRequest& request) const { app.create_plan(request.form); }
  void operator()(DeletePlanRequest& request) const { app.trash_plan(ulid_text(request.plan)); }
  void operator()(RestorePlanRequest& request) const { app.restore_plan(ulid_text(request.plan)); }
  void operator()(ErasePlanRequest& request) const { app.erase_plan(ulid_text(request.plan)); }
  void operator()(DuplicatePlanRequest& request) const { app.duplicate_plan(ulid_text(request.plan)); }
  void operator()(DownloadPlanRequest& request) const {
    app.go({Screen::records, request.plan, record_type<ActionItem>, {}}, false);
    app.save_wanted_ = ulid_text(request.plan);
    app.save_in_place_ = false;
  }
  void operator()(RowsOfRequest& request) const { app.show_rows_of(request); }
  void operator()(PointRequest& request) const { app.answer_point(request); }
  void operator()(FieldRequest& request) const { app.show_field(request); }
  void operator()(ImportRequest& request) const { app.answer_import(request.file, request.choice); }
  void operator()(UndoToRequest& request) const {
    if (!app.plan_ || app.plan_->editor.read_only()) return;
    Editor& editor = app.plan_->editor;
    History const& history = editor.history();
    auto const done = [&] { return history.forgotten() + history.position(); };
    while (done() > request.position && history.next_undo()) app.finish_edit(editor.undo());
    while (done() < request.position && history.next_redo()) app.finish_edit(editor.redo());
  }
  void operator()(NoticeRequest& request) const { app.notice(std::move(request.text), request.is_error ? Tone::error : Tone::info); }
  void operator()(ClipboardRequest& request) const { app.platform_.set_clipboard(request.plain, request.html); }
  void operator()(SettingRequest& request) const { app.platform_.set_setting(request.key, request.value); }
  void operator()(MergeRequest& request) const { app.run_merge(request); }
  void operator()(SlicesRequest& request) const { app.ask_for_slices(std::move(request)); }
  void operator()(FolderRequest& request) const { app.answer_folder(request); }
  void operator()(DownloadRequest& request) const { app.platform_.download(request.name, request.mime, request.bytes); }
};

void App::carry_out() {
  auto requests = sink_.take();
  for (auto& request : requests) std::visit(RequestRunner{*this}, request);
  if (!requests.empty()) platform_.request_frame();
}

void App::save_file(bool in_place) {
  if (!plan_) return;
  plan_->autosave.flush(now());
  save_wanted_ = plan_->id();
  save_in_place_ = in_place && platform_.can_save_in_place();
}

void App::export_csv() {
  if (!plan_ || route_.screen != Screen::records) return;
  PlanView const view = plan_view();
  CsvStyle style{strings_.language == Language::id ? ';' : ',', view.style, [this](RecordInfo const& info, FieldInfo const& field) { return std::string(field_label(strings_, info, field)); }};
  std::string const name = std::string(record_info(route_.type).name) + "_" + iso_date(local_.date) + ".csv";
  platform_.download(name, "text/csv", write_csv(view.document, route_.type, style));
}

namespace {
// Actions that only lead to a screen of the plan.
struct Leads {
  Action action;
  Screen screen;
};
constexpr Leads plan_screens[] = {{Action::show_stages, Screen::stages},     {Action::show_merge, Screen::merge},           {Action::show_conflicts, Screen::conflicts}, {Action::show_owed, Screen::owed},
                                  {Action::show_changes, Screen::changes},   {Action::show_attendance, Screen::attendance}, {Action::show_history, Screen::history},     {Action::show_trash, Screen::trash},
                                  {Action::show_findings, Screen::findings}, {Action::show_slices, Screen::slices},         {Action::show_folder, Screen::folder}};
}  // namespace

bool App::lead(Action action) {
  for (Leads const& one : plan_screens)
    if (one.action == action) {
      bool const own_file = action == Action::show_slices && plan_->editor.document().scope;  // what an agency has to do with it
      return go({own_file ? Screen::task : one.screen, plan_->editor.document().plan_id, RecordType::none, {}}, false), true;
    }
  return false;
}

void App::change_text_size(Action action) {
  float const wished = action == Action::text_normal ? 1.0f : look_.scale + (action == Action::text_larger ? 0.1f : -0.1f);
  look_.scale = wished > 2.05f ? 0.8f : std::max(wished, 0.8f);
  platform_.set_setting("text_scale", std::to_string(static_cast<int>(look_.scale * 100 + 0.5f)));
  apply_look();
}

void App::find_here() {
  if (route_.screen == Screen::records) plan_->grid(route_, platform_).focus_filter();
  if (route_.screen == Screen::attendance) plan_->attendance_view.wants_filter = true;
  if (route_.screen == Screen::changes) plan_->changes_view.wants_filter = true;
}

void App::toggle(Action action) {
  if (action == Action::toggle_pane && is_narrow(make_ui()) && plan_ && route_.screen == Screen::records) {
    Route list = route_;
    list.record = route_.record ? Ulid{} : plan_->grid(route_, platform_).selected_record();
    return go(list, false);
  }
  if (action == Action::toggle_pane) {
    pane_open_ = !pane_open_;
    return platform_.set_setting("pane", pane_open_ ? "open" : "closed");
  }
  if (action == Action::toggle_language) {
    set_language(strings_.language == Language::id ? Language::en : Language::id);
    return platform_.set_setting("language", strings_.language == Language::id ? "id" : "en");
  }
  look_.theme = look_.theme == Theme::light ? Theme::dark : look_.theme == Theme::dark ? Theme::contrast : Theme::light;
  platform_.set_setting("theme", look_.theme == Theme::light ? "light" : look_.theme == Theme::dark ? "dark" : "contrast");
  apply_look();
}

void App::act(Action action) {
  if (action == Action::undo && route_.screen == Screen::home && !trashed_plan_.empty()) return restore_plan(std::exchange(trashed_plan_, {}));
  if ((needs_plan(action) && (!plan_ || !route_.plan)) || lead(action)) return;
  switch (action) {
    case Action::undo: return finish_edit(plan_->editor.undo());
    case Action::redo: return finish_edit(plan_->editor.redo());
    case Action::save_file: return save_file(plan_->in_place);
    case Action::save_in_place: return save_file(true);
    case Action::open_files:
      compare_wanted_ = false;
      return platform_.pick_files(true);
    case Action::new_plan: return go({Screen::new_plan, {}, RecordType::none, {}}, false);
    case Action::open_sample:
    case Action::open_small_sample:
      wanted_asset_ = action == Action::open_sample ? "samples/tebing-tinggi.rancang.json" : "samples/tanjungpinang.rancang.json";
      return platform_.fetch_asset(wanted_asset_);
    case Action::go_home: return go({}, false);
    case Action::open_palette: palette_.wanted = true; return;
    case Action::find_here: return find_here();
    case Action::show_help: help_.open = !help_.open; return;
    case Action::toggle_pane:
    case Action::toggle_theme:
    case Action::toggle_language: return toggle(action);
    case Action::text_larger:
    case Action::text_smaller:
    case Action::text_normal: return change_text_size(action);
    case Action::next_finding: return walk_findings(1);
    case Action::previous_finding: return walk_findings(-1);
    case Action::paste_outline: plan_->outline_view.wanted = true; return platform_.request_frame();
    case Action::sign_plan: return sign_plan();
    case Action::export_csv: return export_csv();
    case Action::take_over: return platform_.take_over_lock(plan_->id());
    case Action::about: return go({Screen::about, {}, RecordType::none, {}}, false);
    case Action::show_stages: case Action::show_merge: case Action::show_conflicts: case Action::show_owed: case Action::show_changes: case Action::show_attendance:
    case Action::show_history: case Action::show_trash: case Action::show_findings: case Action::show_slices: case Action::show_folder:  // lead() knows them
    case Action::count: return;
  }
}

}  // namespace rancang
