#include "platform/web/folder_web.hpp"

#include <emscripten.h>

#include <cstdlib>
#include <utility>

#include "platform/web/event_queue.hpp"
#include "platform/web/text_web.hpp"

EM_JS(int, rancang_folder_can, (), { return Module.folder.can() ? 1 : 0; });

EM_JS(void, rancang_folder_pick, (char const* plan), { Module.folder.pick(UTF8ToString(plan)); });

EM_JS(void, rancang_folder_resume, (char const* plan, int ask), { Module.folder.resume(UTF8ToString(plan), ask !== 0); });

EM_JS(void, rancang_folder_ask_file, (char const* plan, char const* name), { Module.folder.read(UTF8ToString(plan), UTF8ToString(name)); });

EM_JS(void, rancang_folder_write, (char const* plan, char const* name, char const* bytes, int size), {
  Module.folder.write(UTF8ToString(plan), UTF8ToString(name), HEAPU8.slice(bytes, bytes + size));
});

EM_JS(void, rancang_folder_stop, (char const* plan, int forget), { Module.folder.stop(UTF8ToString(plan), forget !== 0); });

namespace rancang {

bool FolderWeb::can_share() const {
  static bool const can = rancang_folder_can() != 0;
  return can;
}
void FolderWeb::pick(std::string const& plan) { rancang_folder_pick(plan.c_str()); }
void FolderWeb::resume(std::string const& plan, bool ask) { rancang_folder_resume(plan.c_str(), ask ? 1 : 0); }
void FolderWeb::read(std::string const& plan, std::string const& name) { rancang_folder_ask_file(plan.c_str(), name.c_str()); }
void FolderWeb::write(std::string const& plan, std::string const& name, std::string const& bytes) {
  rancang_folder_write(plan.c_str(), name.c_str(), bytes.data(), static_cast<int>(bytes.size()));
}
void FolderWeb::stop(std::string const& plan, bool forget) { rancang_folder_stop(plan.c_str(), forget ? 1 : 0); }

namespace {

std::string cut(std::string& text, char at) {
  std::size_t const end = text.find(at);
  std::string piece = text.substr(0, end);
  text.erase(0, end == std::string::npos ? text.size() : end + 1);
  return piece;
}

// name, size, time
FolderFile file_of(std::string line) {
  FolderFile file;
  file.name = cut(line, '\t');
  file.size = std::strtoull(cut(line, '\t').c_str(), nullptr, 10);
  file.modified = std::strtoull(line.c_str(), nullptr, 10);
  return file;
}

// plan, failure, then what the event says
template <class Event>
std::string begin(Event& event) {
  std::string text = web::take_text();
  event.plan = cut(text, '\n');
  std::string const failure = cut(text, '\n');
  if (!failure.empty()) event.failure = error(failure);
  return text;
}

FolderRead& arriving() {
  static FolderRead event;
  return event;
}

}  // namespace
}  // namespace rancang

using namespace rancang;  // NOLINT(google-build-using-namespace): what follows is called from JavaScript by its plain name

extern "C" {

EMSCRIPTEN_KEEPALIVE void rancang_folder_changed(int state) {
  constexpr FolderState states[] = {FolderState::closed, FolderState::waiting, FolderState::open};
  FolderChanged event;
  event.name = begin(event);
  event.state = states[state];
  push_event(std::move(event));
}

EMSCRIPTEN_KEEPALIVE void rancang_folder_listed() {
  FolderListed event;
  for (std::string lines = begin(event); !lines.empty();) event.files.push_back(file_of(cut(lines, '\n')));
  push_event(std::move(event));
}

// Room for the bytes of the file; its facts were written before.
EMSCRIPTEN_KEEPALIVE char* rancang_folder_room(std::size_t bytes) {
  FolderRead& event = arriving();
  event = {};
  event.file = file_of(begin(event));
  event.bytes.resize(bytes);
  return event.bytes.data();
}

EMSCRIPTEN_KEEPALIVE void rancang_folder_read() { push_event(std::exchange(arriving(), {})); }

EMSCRIPTEN_KEEPALIVE void rancang_folder_written() {
  FolderWritten event;
  event.file = file_of(begin(event));
  push_event(std::move(event));
}

}  // extern "C"
