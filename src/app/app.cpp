#include "app/app.hpp"

#include <utility>

#include "app/opening.hpp"

namespace rancang {
App::App(Platform& platform, AppOptions options) : platform_(platform), options_(std::move(options)), plans_(platform.store()) {
  look_.load_fonts(options_.fonts);
  std::string const theme = platform_.setting("theme");
  look_.theme = theme == "dark" ? Theme::dark : theme == "contrast" ? Theme::contrast : theme == "light" ? Theme::light : platform_.prefers_dark() ? Theme::dark : Theme::light;
  std::string const scale = platform_.setting("text_scale");
  if (auto const percent = parse_integer(scale, NumberStyle::english); percent && *percent >= 80 && *percent <= 200) look_.scale = static_cast<float>(*percent) / 100;
  // Indonesian until somebody chooses: many offices have computers with an English system.
  set_language(platform_.setting("language") == "en" ? Language::en : Language::id);
  pane_open_ = platform_.setting("pane") != "closed";
  apply_look();
  home_.version = options_.version;
  home_.loading = true;
  route_ = parse_route(platform_.route());
  plans_.load([this](std::optional<Error> const& failure) {
    home_.loading = false;
    store_ready_ = plans_.state() == StoreState::ready;  // also when the browser has emptied the store
    if (failure) home_.load_failure = *failure;
    refresh_home();
    open_route();
  });
}

App::~App() = default;

void App::apply_look() { look_.apply(); }

void App::set_language(Language language) {
  strings_.language = language;
  platform_.set_language(language == Language::id ? "id" : "en");
  if (!route_.plan && !home_.plans.empty()) refresh_home();  // its sentences; on the way home from a plan they are made anyway
}

void App::frame() {
  steady_ms_ = platform_.steady_ms();
  unix_ms_ = platform_.unix_ms();
  local_ = platform_.local_time(unix_ms_);
  if (ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) touch_ = true;
  else if (ImGui::GetIO().MouseDelta.x != 0) touch_ = false;
  take_events();
  advance_work();
  shortcuts();
  draw();
  carry_out();
  after_frame();
}

Ui App::make_ui() {
  ImVec2 const size = ImGui::GetIO().DisplaySize;
  NumberStyle const numbers = number_style(strings_);
  return {look_, strings_, sink_, text_edit_, {0, 0, size.x, size.y}, numbers, unix_ms_, steady_ms_, local_, touch_, platform_.prefers_reduced_motion(), platform_.can_save_in_place(), platform_.folder().can_share()};
}

PlanView App::plan_view() const {
  Document const& document = plan_->editor.document();
  NumberStyle const numbers = number_style(strings_);
  Node const* const identity = document.single(record_type<Plan>);
  auto const unit = identity ? static_cast<MoneyUnit>(identity->as<Plan>().currency_unit) : MoneyUnit::million;
  return {document, plan_->editor, plan_->findings, plan_->last_change, plan_years(document), value_style(strings_, numbers, unit), route_, plan_->editor.read_only(), past_years(document), span_years(document, Span::region_plan), &plan_->arrivals};
}

void App::after_frame() {
  // A new plan may be begun, and one looked at, when there is no network any more; the first screen comes first.
  constexpr double first_screen_ms = 1000;
  if (first_frame_ms_ == 0) first_frame_ms_ = steady_ms_;
  bool const at_leisure = steady_ms_ > first_frame_ms_ + first_screen_ms;
  if ((at_leisure || route_.screen == Screen::new_plan) && !std::exchange(template_asked_, true)) fetch_template();
  if ((plan_ || at_leisure || strings_.language != Language::id) && !std::exchange(help_asked_, true)) fetch_help();
  if (auto const spec = text_edit_.take_spec()) platform_.show_text_field(*spec);
  platform_.end_frame();
  bool leaving_unsaved = false;
  for (auto const& plan : leaving_) {
    leaving_unsaved = leaving_unsaved || !plan->autosave.all_stored();  // a restore point may still be on its way
    if (auto const wake = plan->autosave.wake_in_ms(now())) platform_.wake_after_ms(*wake);
    wake_for_folder(*plan, true);
  }
  leaving_unsaved = leaving_unsaved || has_decisions();
  if (plan_) {
    SaveState const state = plan_->autosave.state(now());
    platform_.set_unsaved(leaving_unsaved || state.kind == SaveKind::dirty || state.kind == SaveKind::saving || state.kind == SaveKind::failed || state.changes > 0);
    std::string const dot = state.kind == SaveKind::saved || state.kind == SaveKind::read_only ? "" : "\xE2\x80\xA2 ";
    platform_.set_title(dot + plan_name(plan_->editor.document(), strings_) + " \xE2\x80\x93 " + std::string(strings_.app_name()));
    if (auto const wake = plan_->autosave.wake_in_ms(now())) platform_.wake_after_ms(*wake);
    wake_for_folder(*plan_, false);
    shown_revision_ = plan_->editor.revision();
  } else {
    platform_.set_unsaved(leaving_unsaved);
    platform_.set_title(std::string(strings_.app_name()));
  }
  if (toast_wake_ms_ >= 0) platform_.wake_after_ms(toast_wake_ms_);
  if (opening_ || importing_.reading() || palette_.wanted) platform_.request_frame();
}

}  // namespace rancang
