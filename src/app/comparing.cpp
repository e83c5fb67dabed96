// A file on disk that the plan is compared with: chosen on the screen of changes, read in slices, looked at and forgotten. It is never stored and changes nothing.
#include "app/opening.hpp"
#include "model/comparable.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/slice_views.hpp"

namespace rancang {
namespace {
constexpr std::size_t file_budget = 1u << 20;  // bytes a slice
constexpr double file_slice_ms = 24;

// Why the file can't be compared with this plan, although it could be read.
std::optional<Error> unfit(Document const& file, Document const& plan, std::string const& name, Strings const& s) {
  if (file.plan_id != plan.plan_id) return error("compare.other_plan", {name, plan_name(file, s)});
  for (Document const* one : {&file, &plan})
    if (one->scope && !one->scope->agency) return error("compare.no_agency", {name});
  if (file.scope && plan.scope && file.scope->agency != plan.scope->agency) return error("compare.other_agency", {name, slice_agency_text(file)});
  return std::nullopt;
}

// The stamps of a file without causality, or changed by hand, don't prove who wrote what: nobody is named then.
void forget_writers(Document& document) {
  auto const alive = std::make_shared<Causal>();
  alive->alive = {Dot{}};
  CausalPtr const nobody = alive, gone = std::make_shared<Causal const>();
  for (Table& table : document.tables) {
    auto nodes = table.stored();
    for (auto& node : nodes) {
      auto copy = clone_node(*node);
      copy->causal = node->is_alive() ? nobody : gone;
      node = std::move(copy);
    }
    if (!nodes.empty()) table.assign(std::move(nodes));
  }
}
}  // namespace

void App::choose_compared_file() {
  compare_wanted_ = true;
  platform_.pick_files(false);
}

// Files that were dropped, or chosen by another button, are opened as ever.
bool App::take_compared_file(FilesOpened& event) {
  if (!std::exchange(compare_wanted_, false) || event.dropped || !plan_) return false;
  OpenedFile& file = event.files.front();
  comparing_ = Comparing{std::move(file.name), PlanReader(std::move(file.bytes))};
  plan_->changes_view.file_progress = 0;
  platform_.request_frame();
  return true;
}

void App::drop_compared_file() {
  compare_wanted_ = false;
  comparing_.reset();
  if (plan_) plan_->changes_view.drop_file();
}

void App::advance_comparing() {
  if (!plan_) return;
  if (comparing_) read_compared_file();
  fit_compared_file();
}

void App::read_compared_file() {
  double const until = platform_.steady_ms() + file_slice_ms;
  PlanReader::Step step = PlanReader::Step::more;
  while (step == PlanReader::Step::more && platform_.steady_ms() < until) step = comparing_->reader.run(file_budget);
  platform_.request_frame();
  plan_->changes_view.file_progress = static_cast<int>(comparing_->reader.progress() * 100);
  if (step == PlanReader::Step::more) return;
  plan_->changes_view.file_progress = -1;
  Comparing read = std::move(*comparing_);
  comparing_.reset();
  if (step == PlanReader::Step::failed) return refuse(read.reader.error());
  show_compared_file(read.reader.take(), read.name);
}

void App::show_compared_file(ReadPlan read, std::string const& name) {
  if (read.read_only) return notice(std::string(strings_.merge_file_newer()), Tone::error);
  if (auto const why = unfit(read.document, plan_->editor.document(), name, strings_)) return refuse(*why);
  if (!read.has_causality || read.edited_by_hand) forget_writers(read.document);
  ChangesState& state = plan_->changes_view;
  state.drop_file();
  state.file = {name, read.envelope.saved_at, std::move(read.document)};
  show_point(file_point);
  if (read.remarks.empty()) return;
  Error const& first = read.remarks.front();
  std::string told = strings_.format("remark." + first.id, std::vector<std::string_view>(first.args.begin(), first.args.end()));
  if (read.remarks.size() > 1) told += " " + strings_.format("remark.more", std::vector<std::string_view>{std::to_string(read.remarks.size() - 1)});
  notice(std::move(told), Tone::warning);
}

// Where a part of the plan is compared, what lies outside follows the state beside it, that of the plan at each edit.
void App::fit_compared_file() {
  ChangesState& state = plan_->changes_view;
  bool const earlier = state.since == file_point, later = state.until == file_point;
  if (!state.file || earlier == later || !state.is_read()) return;
  bool const beside_plan = earlier && state.up_to_now();
  Document const& other = later ? *state.base : beside_plan ? plan_->editor.document() : *state.end;
  if (!state.file->document.scope && !other.scope) return;
  std::uint64_t const revision = beside_plan ? plan_->editor.revision() : 0;
  if (state.fitted_revision == revision) return;
  Document fitted = comparable_state(state.file->document, other, earlier ? FileSide::earlier : FileSide::later);
  (earlier ? state.base : state.end) = std::move(fitted);
  state.fitted_revision = revision;
  state.seen_revision = ~0ULL;
}

ShownPoint App::shown_file(Ui const& ui) const {
  ComparedFile const& file = *plan_->changes_view.file;
  std::string when = saved_text(ui, file.saved_at);
  if (file.document.scope) when = strings_.changes_file_part(slice_agency_text(file.document)) + (when.empty() ? "" : " \xC2\xB7 " + when);
  return {file_point, file.name, std::move(when), icon::file_text, true};
}

}  // namespace rancang
