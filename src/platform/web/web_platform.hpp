#pragma once
// Platform in the browser: the clock, the frame loop that sleeps, and the forwarding of everything else to its own file
// (web_store, web_locks, files_web, text_field_web, page_web, input_web, renderer_web).
// Must not know: plans, records, what a frame draws.
#include <functional>

#include "platform/bench_hook.hpp"
#include "platform/platform.hpp"
#include "platform/probe_item.hpp"
#include "platform/web/folder_web.hpp"
#include "platform/web/web_store.hpp"

namespace rancang {

class WebPlatform final : public Platform {
 public:
  WebPlatform();  // makes the ImGui context; draws nothing yet

  // Starts listening and draws: `frame` runs between ImGui::NewFrame and ImGui::Render, only when something happened. `copy` answers a copy or cut
  // at once with set_clipboard(). `probe` lists what is on the screen for the accessible mirror.
  void run(std::function<void()> frame, std::function<void(bool cut)> copy, probe::Access probe);
  std::string font(char const* name) const;    // bytes of "inter-400", "inter-600", "icons", fetched by the page beside the wasm
  std::string query(char const* name) const;   // of the page's address: ?n=300 → query("n") == "300"; "" when absent
  GlyphRasterizer glyph_rasterizer() const;
  void set_bench_hook(BenchHook* hook);        // used only with ?bench

  std::uint64_t unix_ms() override;
  double steady_ms() override;
  LocalTime local_time(std::uint64_t unix_ms) override;
  std::uint64_t random() override;

  void request_frame() override;
  void wake_after_ms(double ms) override;
  std::vector<PlatformEvent> take_events() override;

  FileStore& store() override { return store_; }
  FolderAccess& folder() override { return folder_; }
  void ask_lock(std::string const& plan) override;
  void take_over_lock(std::string const& plan) override;
  void release_lock(std::string const& plan) override;
  void announce_stored(std::string const& plan) override;
  void ask_persistence() override;
  std::string setting(std::string_view key) override;
  void set_setting(std::string_view key, std::string_view value) override;

  void pick_files(bool several) override;
  void download(std::string const& name, std::string const& mime, std::string const& bytes) override;
  void zip_add(std::string const& name, std::string const& bytes) override;
  bool zip_busy() const override;
  void zip_finish(std::string const& name) override;
  bool can_save_in_place() const override;
  void save_in_place(std::uint32_t handle, std::string const& key, std::string const& name, std::string const& bytes) override;
  void fetch_asset(std::string const& name) override;

  void set_clipboard(std::string const& plain, std::string const& html) override;
  void show_text_field(TextFieldSpec const& spec) override;
  void end_frame() override;

  void set_route(std::string const& route, bool replace) override;
  std::string route() const override;
  void set_title(std::string const& title) override;
  void set_unsaved(bool unsaved) override;
  void set_language(std::string_view language) override;
  bool prefers_dark() const override;
  bool prefers_reduced_motion() const override;
  void announce(std::string const& sentence) override;

 private:
  WebStore store_;
  FolderWeb folder_;
};

}  // namespace rancang
