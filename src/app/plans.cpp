#include <algorithm>

#include "app/opening.hpp"
#include "persist/hand_edits.hpp"
#include "persist/unknown_merge.hpp"

namespace rancang {

Ulid App::new_id() { return make_ulid(platform_.unix_ms(), platform_.random(), platform_.random()); }
ReplicaId App::new_replica() { return make_replica(platform_.random()); }

Author App::make_author(ReplicaId replica) {
  return {replica, [this] { return new_id(); }, created_by(replica), &unknown_merge(), local_.date, platform_.setting(label_setting)};
}

// A replica writes on one day and goes into files as a whole, so that its day and the file that brought it tell when and from where a value is.
void App::write_anew() {
  plan_->editor.write_as(make_author(new_replica()));
  plan_->autosave.write_as(plan_->editor.replica());
}

// What was written goes into a file now.
void App::end_replica() {
  if (plan_->autosave.writes() && plan_->editor.has_written()) write_anew();
}

void App::adopt_new(Document document, bool sample) {
  close_plan();
  drop_opening();
  opening_.reset();
  plan_ = std::make_unique<OpenPlan>(plans_, std::move(document), make_author(new_replica()));
  plan_->lock = LockState::asking;
  std::string const id = plan_->id();
  if (sample) platform_.set_setting("sample." + id, "1");
  plan_->arrivals = Arrivals(platform_.setting(arrivals_setting(id)));
  plan_->session = PlanStore::new_session(id);
  platform_.ask_lock(id);  // the first snapshot is written when the lock is held (on_lock)
  platform_.ask_persistence();
  go(first_screen(plan_->editor.document()), false);
}

namespace {
// The template's phases are those of a plan of ten years from this one on: moved to the years of the new plan, the ones beyond its end left out.
constexpr Year template_start = 2023;
void lay_phases(Document& document, Year start, std::int64_t years) {
  Table& phases = document.table(record_type<RoadmapPhase>);
  Year const last = static_cast<Year>(start + years - 1);
  std::vector<NodePtr> all;
  phases.for_each([&](NodePtr const& node) { all.push_back(node); });
  for (auto const& node : all) {
    auto moved = clone_node(*node);
    auto& phase = moved->as<RoadmapPhase>();
    phase.from_year = static_cast<Year>(phase.from_year - template_start + start);
    phase.to_year = std::min(static_cast<Year>(phase.to_year - template_start + start), last);
    if (phase.from_year > last) phases.erase(node->id);
    else phases.put(std::move(moved));
  }
}
}  // namespace

void App::create_plan(NewPlanForm const& form) {
  if (template_.empty()) {
    plan_wanted_ = form;
    return fetch_template();
  }
  ReadLimits limits;
  limits.reader = new_replica();
  auto read = read_plan(template_, limits);
  if (!read) return refuse(read.error());
  Document document = std::move(read->document);
  document.plan_id = new_id();
  auto const put = [&](RecordType type, auto const& fill) {
    auto node = make_node(type, new_id());
    fill(*node);
    node->causal = created_by(limits.reader);
    document.table(type).put(std::move(node));
  };
  put(record_type<Plan>, [&](Node& node) {
    auto& plan = node.as<Plan>();
    plan.region_name = form.region_name;
    plan.region_type = static_cast<RegionType>(form.region_type);
    plan.province = form.province;
    plan.plan_start = form.start;
    plan.plan_years = form.years;
  });
  lay_phases(document, form.start, form.years);
  put(record_type<RpjmdVision>, [](Node&) {});
  put(record_type<Vision>, [](Node&) {});
  new_plan_ = {};
  adopt_new(std::move(document), false);
  go({Screen::records, plan_->editor.document().plan_id, record_type<Plan>, {}}, true);
}

void App::answer_import(std::size_t index, ImportChoice choice) {
  if (index >= importing_.files().size()) return;
  IncomingFile& file = importing_.files()[index];
  if (file.asked || !file.plan) return;
  if (choice == ImportChoice::merge) return open_and_merge(file.plan->document.plan_id);
  file.asked = file.shown.answered = true;
  if (choice == ImportChoice::add_as_new) own_hand_edits(*file.plan, new_replica());
  Document document = std::move(file.plan->document);
  bool const last = !importing_.waiting();
  if (choice == ImportChoice::add_as_new) {
    if (has_plan(document.plan_id)) document.plan_id = new_id();
    Arrivals::Writers const writers = work_in(document);
    std::string const name = file.shown.file;
    adopt_new(std::move(document), false);
    plan_->arrivals.add(name, writers);
    keep_arrivals();
  }
  if (!last) return go({Screen::import_files, {}, RecordType::none, {}}, false);  // adding one leads to its table; others wait
  importing_.clear();
  if (route_.screen == Screen::import_files) go(plan_ ? first_screen(plan_->editor.document()) : Route{}, true);
}

// A copy says from where its values are as the plan does that it was made of.
void App::copy_arrivals(std::string const& from, std::string const& to) { platform_.set_setting(arrivals_setting(to), platform_.setting(arrivals_setting(from))); }

void App::duplicate_plan(std::string const& id) {
  close_plan();
  for (auto const& left : leaving_) {
    if (left->id() != id) continue;
    Document document = left->editor.document();
    document.plan_id = new_id();
    copy_arrivals(id, ulid_text(document.plan_id));
    return adopt_new(std::move(document), platform_.setting("sample." + id) == "1");
  }
  drop_opening();
  opening_ = std::make_unique<Opening>();
  opening_->plan = id;
  opening_->copy = true;
  opening_->lock = LockState::none;
  opening_->reading.emplace(plans_, id);
}

bool App::has_plan(Ulid id) const {
  std::string const text = ulid_text(id);
  bool const leaving = std::any_of(leaving_.begin(), leaving_.end(), [&](auto const& plan) { return plan->id() == text; });
  return leaving || (plan_ && plan_->id() == text) || plans_.card(text).has_value();
}

void App::trash_plan(std::string const& id) {
  with_lock(id, [this, id](StoreDone done) { plans_.set_trashed(id, unix_ms_, std::move(done)); }, [this, id] {
    trashed_plan_ = id;
    refresh_home();
    notice(std::string(strings_.notice_plan_trashed()), Tone::info, true);
  });
}

void App::restore_plan(std::string const& id) {
  with_lock(id, [this, id](StoreDone done) { plans_.set_trashed(id, 0, std::move(done)); }, [this] { refresh_home(); });
}

void App::erase_plan(std::string const& id) {
  with_lock(id, [this, id](StoreDone done) { plans_.erase(id, std::move(done)); }, [this, id] {
    if (trashed_plan_ == id) trashed_plan_.clear();
    platform_.folder().stop(id, true);
    boards_.erase(id);
    platform_.set_setting(arrivals_setting(id), {});
    // Gone on purpose: it is not to be missed at the next start.
    Witness witness = read_witness(platform_.setting("witness"));
    std::erase_if(witness, [&](WitnessEntry const& entry) { return entry.plan == id; });
    platform_.set_setting("witness", write_witness(witness));
    refresh_home();
  });
}

EnvelopeInfo App::envelope(std::string kind) const {
  EnvelopeInfo envelope{std::move(kind), {}, options_.version};
  auto const two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  int const offset = local_.utc_offset_minutes, size = offset < 0 ? -offset : offset;
  envelope.saved_at = iso_date(local_.date) + "T" + two(local_.hour) + ":" + two(local_.minute) + ":00" + (offset < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
  return envelope;
}

std::string App::export_text() {
  Document const& document = plan_->editor.document();
  return write_plan(document, envelope(document.scope ? "slice" : "plan"));
}

bool App::load_text(std::string text) {
  ReadLimits limits;
  limits.reader = new_replica();
  auto read = read_plan(text, limits);
  if (!read) return refuse(read.error()), false;
  text = {};
  own_hand_edits(*read, limits.reader);
  if (has_plan(read->document.plan_id)) read->document.plan_id = new_id();
  adopt_new(std::move(read->document), false);
  return true;
}

}  // namespace rancang
