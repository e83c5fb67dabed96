#include "platform/null/null_platform.hpp"

#include <algorithm>
#include <utility>

namespace rancang {
namespace {

constexpr double hand_over_ms = 2000;

}  // namespace

NullPlatform::NullPlatform(std::shared_ptr<NullDisk> disk, std::uint64_t seed)
    : disk_(std::move(disk)), tab_(++disk_->last_tab), store_(disk_, tab_),
      folder_([this](PlatformEvent event) { send(std::move(event)), frame_wanted = true; }, disk_->folders), random_state_(seed + tab_) {
  disk_->tabs.push_back(this);
}

// A tab that goes away leaves its locks, as in a browser.
NullPlatform::~NullPlatform() {
  disk_->tabs.erase(std::remove(disk_->tabs.begin(), disk_->tabs.end(), this), disk_->tabs.end());
  for (auto at = disk_->writers.begin(); at != disk_->writers.end();) at = at->second == this ? disk_->writers.erase(at) : std::next(at);
}

LocalTime NullPlatform::local_time(std::uint64_t unix_ms) {
  std::int64_t const minutes = static_cast<std::int64_t>(unix_ms / 60'000) + utc_offset_minutes;
  std::int64_t const day = minutes / 1440;
  auto const of_day = static_cast<int>(minutes % 1440);
  return {Date{static_cast<std::int32_t>(day)}, of_day / 60, of_day % 60, utc_offset_minutes};
}

std::uint64_t NullPlatform::random() {  // splitmix64
  std::uint64_t z = (random_state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

void NullPlatform::wake_after_ms(double ms) {
  double const at = steady_now + ms;
  if (!wake_at || at < *wake_at) wake_at = at;
}

std::vector<PlatformEvent> NullPlatform::take_events() {
  if (wake_at && *wake_at <= steady_now) wake_at.reset();
  finish_take_overs();
  folder_.look(steady_now);
  for (PlatformEvent& answer : store_.run()) events_.push_back(std::move(answer));
  return std::exchange(events_, {});
}

// ---- locks ----

void NullPlatform::grant(std::string const& plan, Grant how) {
  disk_->writers[plan] = this;
  // A store that can't be written is no reason to forbid typing: the first commit raises the fence. Except after stealing, when the old
  // writer may still be writing.
  if (store_.raise_fence(plan) || how == Grant::asked) return send(LockChanged{plan, LockState::held});
  disk_->writers.erase(plan);
  store_.drop_fence(plan);
  send(LockChanged{plan, LockState::elsewhere});
}

void NullPlatform::ask_lock(std::string const& plan) {
  auto const writer = disk_->writers.find(plan);
  if (writer != disk_->writers.end() && writer->second == this) {
    releasing_.erase(plan);
    return send(LockChanged{plan, LockState::held});
  }
  if (writer == disk_->writers.end()) grant(plan, Grant::asked);
  else send(LockChanged{plan, LockState::elsewhere});
}

void NullPlatform::take_over_lock(std::string const& plan) {
  auto const writer = disk_->writers.find(plan);
  if (writer == disk_->writers.end() || writer->second == this) return grant(plan, Grant::asked);
  if (writer->second->answers_hand_over) writer->second->send(HandOverAsked{plan});
  take_overs_[plan] = steady_now + hand_over_ms;
}

void NullPlatform::finish_take_overs() {
  for (auto at = take_overs_.begin(); at != take_overs_.end();) {
    auto const writer = disk_->writers.find(at->first);
    bool const released = writer == disk_->writers.end();
    if (!released && at->second > steady_now) {
      ++at;
      continue;
    }
    if (!released) writer->second->send(LockChanged{at->first, LockState::lost});
    grant(at->first, released ? Grant::asked : Grant::stolen);
    at = take_overs_.erase(at);
  }
}

// After the commits that were handed over before: the last save of a plan that is closed still belongs to its writer.
void NullPlatform::release_lock(std::string const& plan) {
  releasing_.insert(plan);
  store_.then([this, plan] {
    if (releasing_.erase(plan) == 0) return;  // asked for again meanwhile
    auto const writer = disk_->writers.find(plan);
    if (writer == disk_->writers.end() || writer->second != this) return;
    disk_->writers.erase(writer);
    store_.drop_fence(plan);
    send(LockChanged{plan, LockState::none});
  });
}

void NullPlatform::announce_stored(std::string const& plan) {
  for (NullPlatform* tab : disk_->tabs)
    if (tab != this) tab->send(PeerStored{plan});
}

std::string NullPlatform::setting(std::string_view key) {
  auto const found = disk_->settings.find(std::string(key));
  return found == disk_->settings.end() ? std::string() : found->second;
}

void NullPlatform::set_setting(std::string_view key, std::string_view value) { disk_->settings[std::string(key)] = value; }

// ---- files ----

void NullPlatform::download(std::string const& name, std::string const& mime, std::string const& bytes) {
  downloads.push_back({name, mime, bytes});
  send(FileSaved{name, false, std::nullopt});
}

void NullPlatform::zip_finish(std::string const& name) {
  auto files = std::exchange(zip_files, {});
  if (name.empty()) return;
  if (!no_zip) zips.push_back({name, std::move(files)});
  else downloads.insert(downloads.end(), files.begin(), files.end());
  send(FileSaved{name, false, no_zip ? std::optional(error("file.no_zip", {name})) : std::nullopt});
}

void NullPlatform::save_in_place(std::uint32_t handle, std::string const& key, std::string const& name, std::string const& bytes) {
  if (handle == 0) handle = chosen.try_emplace(key, static_cast<std::uint32_t>(places.size()) + 1).first->second;
  places[handle] = bytes;
  send(FileSaved{name, true, std::nullopt, key});
}

// ---- the field over the canvas ----

void NullPlatform::show_text_field(TextFieldSpec const& spec) {
  bool const loads = !field || field->key != spec.key || field->text_revision != spec.text_revision;
  field = spec;
  if (loads) field_text = spec.text;
  field_shown_ = true;
}

void NullPlatform::end_frame() {
  if (!field_shown_) field.reset();
  field_shown_ = false;
}

void NullPlatform::type_text(std::string const& text) {
  if (!field || field->read_only) return;
  field_text = text;
  send(TextChanged{field->key, text});
}

void NullPlatform::exit_field(FieldExit exit) {
  if (field) send(TextExited{field->key, exit, field_text});
}

void NullPlatform::set_route(std::string const& route, bool replace) {
  if (replace) routes.back() = route;
  else if (routes.back() != route) routes.push_back(route);
}

void NullPlatform::fetch_asset(std::string const& name) {
  auto const at = assets.find(name);
  if (at == assets.end()) send(AssetLoaded{name, {}, error("asset.unreachable", {name})});
  else send(AssetLoaded{name, at->second, std::nullopt});
}

}  // namespace rancang
