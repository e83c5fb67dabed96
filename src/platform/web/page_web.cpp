#include "platform/web/page_web.hpp"

#include <emscripten.h>

#include <utility>

#include "platform/web/event_queue.hpp"
#include "platform/web/frame_loop.hpp"
#include "platform/web/text_web.hpp"

EM_JS(double, rancang_unix_ms, (), { return Date.now(); });

// Writes year, month, day, hour, minute and minutes ahead of UTC.
EM_JS(void, rancang_local_time, (double unix_ms, int* out), {
  const date = new Date(unix_ms);
  HEAP32.set([date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes(), -date.getTimezoneOffset()], out >> 2);
});

EM_JS(void, rancang_random, (void* out, int bytes), { crypto.getRandomValues(HEAPU8.subarray(out, out + bytes)); });

// The functions that answer with a text leave it for take_text().
EM_JS(void, rancang_query, (char const* name), {
  const query = new URLSearchParams(location.search);
  Module.writeText(query.get(UTF8ToString(name)) || "");
});

EM_JS(void, rancang_route, (), { Module.writeText(Module.page.route()); });


EM_JS(void, rancang_set_clipboard, (char const* plain, char const* html, int in_event), {
  Module.input.setClipboard(UTF8ToString(plain), UTF8ToString(html), in_event !== 0);
});

EM_JS(void, rancang_set_route, (char const* route, int replace), { Module.page.setRoute(UTF8ToString(route), replace !== 0); });

EM_JS(void, rancang_set_title, (char const* title), { document.title = UTF8ToString(title); });

EM_JS(void, rancang_set_unsaved, (int unsaved), { Module.page.setUnsaved(unsaved !== 0); });

EM_JS(void, rancang_set_language, (char const* language, int length), { document.documentElement.lang = UTF8ToString(language, length); });

EM_JS(int, rancang_prefers, (int still), { return (still ? Module.page.still : Module.page.dark).matches ? 1 : 0; });

EM_JS(void, rancang_announce, (char const* sentence), { Module.page.announce(UTF8ToString(sentence)); });

namespace rancang::web {
namespace {

struct Copying {
  std::function<void(bool)> answer;
  bool inside_event = false;
};

Copying& copying() {
  static Copying state;
  return state;
}

}  // namespace

void open_page(std::function<void(bool cut)> copy) { copying().answer = std::move(copy); }

double unix_ms() { return rancang_unix_ms(); }

LocalTime local_time(double unix_ms) {
  int parts[6] = {};
  rancang_local_time(unix_ms, parts);
  LocalTime time;
  if (auto const date = make_date({parts[0], parts[1], parts[2]})) time.date = *date;
  time.hour = parts[3];
  time.minute = parts[4];
  time.utc_offset_minutes = parts[5];
  return time;
}

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  rancang_random(&bits, sizeof bits);
  return bits;
}

std::string query(char const* name) {
  rancang_query(name);
  return take_text();
}

void set_clipboard(std::string const& plain, std::string const& html) { rancang_set_clipboard(plain.c_str(), html.c_str(), copying().inside_event); }

void set_route(std::string const& route, bool replace) { rancang_set_route(route.c_str(), replace); }

std::string route() {
  rancang_route();
  return take_text();
}

void set_title(std::string const& title) { rancang_set_title(title.c_str()); }
void set_unsaved(bool unsaved) { rancang_set_unsaved(unsaved); }
void set_language(std::string_view language) { rancang_set_language(language.data(), static_cast<int>(language.size())); }

bool prefers_dark() { return rancang_prefers(0) != 0; }
bool prefers_reduced_motion() { return rancang_prefers(1) != 0; }
void announce(std::string const& sentence) { rancang_announce(sentence.c_str()); }

}  // namespace rancang::web

using namespace rancang;       // NOLINT(google-build-using-namespace): what follows is called from JavaScript by its plain name
using namespace rancang::web;  // NOLINT(google-build-using-namespace)

extern "C" {

EMSCRIPTEN_KEEPALIVE void rancang_copy(int cut) {
  if (!copying().answer) return;
  copying().inside_event = true;
  copying().answer(cut != 0);
  copying().inside_event = false;
  frame_loop().request();
}

EMSCRIPTEN_KEEPALIVE void rancang_pasted() { push_event(Pasted{take_text()}); }

EMSCRIPTEN_KEEPALIVE void rancang_route_changed() { push_event(RouteChanged{take_text()}); }

EMSCRIPTEN_KEEPALIVE void rancang_preferences_changed() { frame_loop().request(); }

// Hiding is the last moment that is sure to come: what is pending is handed to the store before the browser may stop the page.
EMSCRIPTEN_KEEPALIVE void rancang_visibility(int hidden) {
  push_event(VisibilityChanged{hidden != 0});
  frame_loop().step_now();
}

}  // extern "C"
