#pragma once
// Platform in memory for tests: virtual clock, everything inspectable, faults on demand. Several of them on one NullDisk are tabs of one browser.
// Must not know: plans, records, ImGui.
#include <map>

#include "platform/null/null_folder.hpp"
#include "platform/null/null_store.hpp"

namespace rancang {

class NullPlatform final : public Platform {
 public:
  explicit NullPlatform(std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>(), std::uint64_t seed = 1);
  ~NullPlatform() override;
  NullPlatform(NullPlatform const&) = delete;
  NullPlatform& operator=(NullPlatform const&) = delete;

  // ---- for tests ----
  NullDisk& disk() { return *disk_; }
  NullStore& null_store() { return store_; }
  NullFolderAccess& null_folder() { return folder_; }
  void advance(double ms) { steady_now += ms; unix_now += static_cast<std::int64_t>(ms); }
  void send(PlatformEvent event) { events_.push_back(std::move(event)); }  // as if it came from outside
  void type_text(std::string const& text);                                 // into the field that is shown
  void exit_field(FieldExit exit);
  bool frame_wanted = false;
  std::optional<double> wake_at;  // steady_ms
  double steady_now = 0;
  double look_ms = 0;             // passes with each look at the clock: what works until a moment then takes several frames
  std::int64_t unix_now = 1'662'600'000'000;  // 2022-09-08 01:20 UTC
  int utc_offset_minutes = 420;
  bool answers_hand_over = true;  // false = frozen: does not hear the other tab
  std::optional<TextFieldSpec> field;  // what show_text_field() shows now
  std::string field_text;
  std::vector<std::string> announcements;
  struct Download { std::string name, mime, bytes; };
  std::vector<Download> downloads;
  struct Zip { std::string name; std::vector<Download> files; };
  std::vector<Zip> zips;
  std::vector<Download> zip_files;  // of the zip that is being made
  bool packing = false;             // … and takes its time
  bool no_zip = false;              // what packs files can't be fetched
  int picks = 0;
  bool in_place = false;  // can_save_in_place()
  std::map<std::uint32_t, std::string> places;  // handle → bytes
  std::map<std::string, std::uint32_t> chosen;  // key → handle
  std::map<std::string, std::string> assets;  // what fetch_asset() finds
  std::string clipboard_plain, clipboard_html, title, language = "id";
  std::vector<std::string> routes{""};  // history, last = shown
  bool unsaved = false, dark = false, reduced_motion = false, persistence_asked = false;

  // ---- Platform ----
  std::uint64_t unix_ms() override { return static_cast<std::uint64_t>(unix_now); }
  double steady_ms() override { return steady_now += look_ms; }
  LocalTime local_time(std::uint64_t unix_ms) override;
  std::uint64_t random() override;
  void request_frame() override { frame_wanted = true; }
  void wake_after_ms(double ms) override;
  std::vector<PlatformEvent> take_events() override;
  FileStore& store() override { return store_; }
  FolderAccess& folder() override { return folder_; }
  void ask_lock(std::string const& plan) override;
  void take_over_lock(std::string const& plan) override;
  void release_lock(std::string const& plan) override;
  void announce_stored(std::string const& plan) override;
  void ask_persistence() override { persistence_asked = true; }
  std::string setting(std::string_view key) override;
  void set_setting(std::string_view key, std::string_view value) override;
  void pick_files(bool) override { ++picks; }
  void download(std::string const& name, std::string const& mime, std::string const& bytes) override;
  void zip_add(std::string const& name, std::string const& bytes) override { zip_files.push_back({name, "application/json", bytes}); }
  bool zip_busy() const override { return packing; }
  void zip_finish(std::string const& name) override;
  bool can_save_in_place() const override { return in_place; }
  void save_in_place(std::uint32_t handle, std::string const& key, std::string const& name, std::string const& bytes) override;
  void fetch_asset(std::string const& name) override;
  void set_clipboard(std::string const& plain, std::string const& html) override { clipboard_plain = plain; clipboard_html = html; }
  void show_text_field(TextFieldSpec const& spec) override;
  void end_frame() override;
  void set_route(std::string const& route, bool replace) override;
  std::string route() const override { return routes.back(); }
  void set_title(std::string const& text) override { title = text; }
  void set_unsaved(bool value) override { unsaved = value; }
  void set_language(std::string_view value) override { language = value; }
  bool prefers_dark() const override { return dark; }
  bool prefers_reduced_motion() const override { return reduced_motion; }
  void announce(std::string const& sentence) override { announcements.push_back(sentence); }

 private:
  enum class Grant { asked, stolen };
  void grant(std::string const& plan, Grant how);
  void finish_take_overs();

  std::shared_ptr<NullDisk> disk_;
  std::uint32_t tab_;
  NullStore store_;
  NullFolderAccess folder_;
  std::uint64_t random_state_;
  std::vector<PlatformEvent> events_;
  std::set<std::string> releasing_;
  std::map<std::string, double> take_overs_;  // plan → steady_ms at which it is stolen
  bool field_shown_ = false;
};

}  // namespace rancang
