#include "platform/web/files_web.hpp"

#include <emscripten.h>

#include <utility>

#include "platform/web/event_queue.hpp"
#include "platform/web/text_web.hpp"

EM_JS(void, rancang_pick_files, (int several), { Module.files.pick(several !== 0); });

EM_JS(void, rancang_download, (char const* name, char const* mime, char const* bytes, int size), {
  Module.files.download(UTF8ToString(name), UTF8ToString(mime), HEAPU8.slice(bytes, bytes + size));
});

EM_JS(void, rancang_zip_add, (char const* name, char const* bytes, int size), { Module.files.zip.add(UTF8ToString(name), HEAPU8.slice(bytes, bytes + size)); });

EM_JS(int, rancang_zip_busy, (), { return Module.files.zip.busy ? 1 : 0; });

EM_JS(void, rancang_zip_finish, (char const* name), { Module.files.finishZip(UTF8ToString(name)); });

EM_JS(int, rancang_can_save_in_place, (), { return typeof window.showSaveFilePicker === "function" ? 1 : 0; });

EM_JS(void, rancang_save_in_place, (int handle, char const* key, char const* name, char const* bytes, int size), {
  Module.files.saveInPlace(handle, UTF8ToString(key), UTF8ToString(name), HEAPU8.slice(bytes, bytes + size));
});

EM_JS(void, rancang_fetch_asset, (char const* name), { Module.files.asset(UTF8ToString(name)); });

namespace rancang::web {
namespace {

struct Arriving {
  FilesOpened files;
  AssetLoaded asset;
};

Arriving& arriving() {
  static Arriving state;
  return state;
}

}  // namespace

void pick_files(bool several) { rancang_pick_files(several); }

void download(std::string const& name, std::string const& mime, std::string const& bytes) {
  rancang_download(name.c_str(), mime.c_str(), bytes.data(), static_cast<int>(bytes.size()));
}

void zip_add(std::string const& name, std::string const& bytes) { rancang_zip_add(name.c_str(), bytes.data(), static_cast<int>(bytes.size())); }

bool zip_busy() { return rancang_zip_busy() != 0; }

void zip_finish(std::string const& name) { rancang_zip_finish(name.c_str()); }

bool can_save_in_place() { return rancang_can_save_in_place() != 0; }

void save_in_place(std::uint32_t handle, std::string const& key, std::string const& name, std::string const& bytes) {
  rancang_save_in_place(static_cast<int>(handle), key.c_str(), name.c_str(), bytes.data(), static_cast<int>(bytes.size()));
}

void fetch_asset(std::string const& name) { rancang_fetch_asset(name.c_str()); }

}  // namespace rancang::web

using namespace rancang;       // NOLINT(google-build-using-namespace): what follows is called from JavaScript by its plain name
using namespace rancang::web;  // NOLINT(google-build-using-namespace)

extern "C" {

// Room for the bytes of one more file; its name was written before.
EMSCRIPTEN_KEEPALIVE char* rancang_file_room(std::size_t bytes, std::uint32_t handle) {
  OpenedFile& file = arriving().files.files.emplace_back();
  file.name = take_text();
  file.handle = handle;
  file.bytes.resize(bytes);
  return file.bytes.data();
}

EMSCRIPTEN_KEEPALIVE void rancang_files_opened(int dropped) {
  FilesOpened event = std::exchange(arriving().files, {});
  event.dropped = dropped != 0;
  push_event(std::move(event));
}

EMSCRIPTEN_KEEPALIVE void rancang_drop_hover(int over) { push_event(DropHover{over != 0}); }

EMSCRIPTEN_KEEPALIVE char* rancang_asset_room(std::size_t bytes) {
  arriving().asset = {take_text(), std::string(bytes, '\0'), std::nullopt};
  return arriving().asset.bytes.data();
}

EMSCRIPTEN_KEEPALIVE void rancang_asset_loaded(int complete) {
  AssetLoaded event = std::exchange(arriving().asset, {});
  if (!complete) event.failure = error("asset.unreachable", {event.name});
  push_event(std::move(event));
}

// The text: id of the failure, key, file's name, with line feeds between.
EMSCRIPTEN_KEEPALIVE void rancang_file_saved(int in_place) {
  std::string const text = take_text();
  std::size_t const end = text.find('\n'), last = text.find('\n', end + 1);
  FileSaved event{text.substr(last + 1), in_place != 0, std::nullopt, text.substr(end + 1, last - end - 1)};
  if (end > 0) event.failure = error(text.substr(0, end), {event.name});
  push_event(std::move(event));
}

}  // extern "C"
