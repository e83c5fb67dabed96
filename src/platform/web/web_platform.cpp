#include "platform/web/web_platform.hpp"

#include <emscripten.h>

#include <utility>

#include <imgui.h>

#include "platform/web/bench_web.hpp"
#include "platform/web/event_queue.hpp"
#include "platform/web/files_web.hpp"
#include "platform/web/frame_loop.hpp"
#include "platform/web/glyphs_web.hpp"
#include "platform/web/input_web.hpp"
#include "platform/web/mirror_web.hpp"
#include "platform/web/page_web.hpp"
#include "platform/web/text_field_web.hpp"
#include "platform/web/web_locks.hpp"

// clang-format off
EM_JS(int, rancang_font_size, (char const* name), {
  const font = Module.fonts[UTF8ToString(name)];
  return font ? font.length : 0;
});
EM_JS(void, rancang_font_copy, (char const* name, void* out), { HEAPU8.set(Module.fonts[UTF8ToString(name)], out); });
EM_JS(int, rancang_has_query, (char const* name), { return new URLSearchParams(location.search).has(UTF8ToString(name)) ? 1 : 0; });
EM_JS(void, rancang_page_open, (), { Module.opened(); });
// clang-format on

namespace rancang {

WebPlatform::WebPlatform() {
  ImGui::CreateContext();
  web::open_input();
  web::frame_loop().open(web::query("damage") == "0");
  set_frame_request([] { web::frame_loop().request(); });
}

void WebPlatform::run(std::function<void()> frame, std::function<void(bool cut)> copy, probe::Access probe) {
  web::open_page(std::move(copy));
  web::frame_loop().set_on_drawn([](bool changed) {
    web::finish_input_frame();
    web::mark_frame_for_bench();
    if (changed) web::mirror_is_due();
  });
  web::frame_loop().start(std::move(frame), probe);
  rancang_page_open();
}

std::string WebPlatform::font(char const* name) const {
  std::string bytes(static_cast<std::size_t>(rancang_font_size(name)), '\0');
  rancang_font_copy(name, bytes.data());
  return bytes;
}

std::string WebPlatform::query(char const* name) const { return web::query(name); }
GlyphRasterizer WebPlatform::glyph_rasterizer() const { return &web::rasterize_glyph; }
void WebPlatform::set_bench_hook(BenchHook* hook) {
  if (rancang_has_query("bench")) web::set_bench_hook(hook);
}

std::uint64_t WebPlatform::unix_ms() { return static_cast<std::uint64_t>(web::unix_ms()); }
double WebPlatform::steady_ms() { return emscripten_get_now(); }
LocalTime WebPlatform::local_time(std::uint64_t unix_ms) { return web::local_time(static_cast<double>(unix_ms)); }
std::uint64_t WebPlatform::random() { return web::random_bits(); }

void WebPlatform::request_frame() { web::frame_loop().request(); }
void WebPlatform::wake_after_ms(double ms) { web::frame_loop().wake_after(ms); }
std::vector<PlatformEvent> WebPlatform::take_events() { return take_pushed_events(); }

void WebPlatform::ask_lock(std::string const& plan) { web::ask_lock(plan); }
void WebPlatform::take_over_lock(std::string const& plan) { web::take_over_lock(plan); }
void WebPlatform::release_lock(std::string const& plan) { web::release_lock(plan); }
void WebPlatform::announce_stored(std::string const& plan) { web::announce_stored(plan); }
void WebPlatform::ask_persistence() { web::ask_persistence(); }
std::string WebPlatform::setting(std::string_view key) { return web::setting(key); }
void WebPlatform::set_setting(std::string_view key, std::string_view value) { web::set_setting(key, value); }

void WebPlatform::pick_files(bool several) { web::pick_files(several); }
void WebPlatform::download(std::string const& name, std::string const& mime, std::string const& bytes) { web::download(name, mime, bytes); }
void WebPlatform::zip_add(std::string const& name, std::string const& bytes) { web::zip_add(name, bytes); }
bool WebPlatform::zip_busy() const { return web::zip_busy(); }
void WebPlatform::zip_finish(std::string const& name) { web::zip_finish(name); }
bool WebPlatform::can_save_in_place() const { return web::can_save_in_place(); }
void WebPlatform::save_in_place(std::uint32_t handle, std::string const& key, std::string const& name, std::string const& bytes) { web::save_in_place(handle, key, name, bytes); }
void WebPlatform::fetch_asset(std::string const& name) { web::fetch_asset(name); }

void WebPlatform::set_clipboard(std::string const& plain, std::string const& html) { web::set_clipboard(plain, html); }
void WebPlatform::show_text_field(TextFieldSpec const& spec) { web::text_field().show(spec); }
void WebPlatform::end_frame() { web::text_field().end_frame(); }

void WebPlatform::set_route(std::string const& route, bool replace) { web::set_route(route, replace); }
std::string WebPlatform::route() const { return web::route(); }
void WebPlatform::set_title(std::string const& title) { web::set_title(title); }
void WebPlatform::set_unsaved(bool unsaved) { web::set_unsaved(unsaved); }
void WebPlatform::set_language(std::string_view language) { web::set_language(language); }
bool WebPlatform::prefers_dark() const { return web::prefers_dark(); }
bool WebPlatform::prefers_reduced_motion() const { return web::prefers_reduced_motion(); }
void WebPlatform::announce(std::string const& sentence) { web::announce(sentence); }

}  // namespace rancang
