#include "platform/web/web_locks.hpp"

#include <emscripten.h>

#include <cstdlib>
#include <utility>

#include "platform/web/event_queue.hpp"

// clang-format off
EM_JS(void, rancang_locks_attach, (), {
  const states = new Map([["none", 0], ["held", 1], ["elsewhere", 2], ["lost", 3], ["outgrown", 4]]);
  const say = (call, plan, value) => {
    const size = Module.lengthBytesUTF8(plan) + 1;
    const at = Module._malloc(size);
    Module.stringToUTF8(plan, at, size);
    call(at, value);
    Module._free(at);
  };
  Module.locks.attach({
    changed: (plan, state) => say(Module._rancang_lock_changed, plan, states.get(state)),
    stored: (plan) => say(Module._rancang_peer_stored, plan, 0),
    asked: (plan) => say(Module._rancang_hand_over_asked, plan, 0),
  });
});
EM_JS(void, rancang_lock_ask, (char const* plan), { Module.locks.ask(Module.UTF8ToString(plan)); });
EM_JS(void, rancang_lock_take_over, (char const* plan), { Module.locks.takeOver(Module.UTF8ToString(plan)); });
EM_JS(void, rancang_lock_release, (char const* plan), { Module.locks.release(Module.UTF8ToString(plan)); });
EM_JS(void, rancang_lock_announce, (char const* plan), { Module.locks.announce(Module.UTF8ToString(plan)); });
EM_JS(void, rancang_store_persist, (), { Module.store.persist(); });
EM_JS(char*, rancang_read_setting, (char const* key), {
  const value = Module.settings.read(Module.UTF8ToString(key));
  const size = Module.lengthBytesUTF8(value) + 1;
  const at = Module._malloc(size);
  Module.stringToUTF8(value, at, size);
  return at;
});
EM_JS(void, rancang_write_setting, (char const* key, char const* value), {
  Module.settings.write(Module.UTF8ToString(key), Module.UTF8ToString(value));
});
// clang-format on

namespace rancang::web {
namespace {

void attach() {
  static bool attached = false;
  if (!std::exchange(attached, true)) rancang_locks_attach();
}

}  // namespace

void ask_lock(std::string const& plan) {
  attach();
  rancang_lock_ask(plan.c_str());
}

void take_over_lock(std::string const& plan) {
  attach();
  rancang_lock_take_over(plan.c_str());
}

void release_lock(std::string const& plan) { rancang_lock_release(plan.c_str()); }

void announce_stored(std::string const& plan) {
  attach();
  rancang_lock_announce(plan.c_str());
}

void ask_persistence() { rancang_store_persist(); }

std::string setting(std::string_view key) {
  char* const value = rancang_read_setting(std::string(key).c_str());
  std::string text = value;
  std::free(value);
  return text;
}

void set_setting(std::string_view key, std::string_view value) { rancang_write_setting(std::string(key).c_str(), std::string(value).c_str()); }

}  // namespace rancang::web

extern "C" {
EMSCRIPTEN_KEEPALIVE void rancang_lock_changed(char const* plan, int state) {
  constexpr rancang::LockState states[] = {rancang::LockState::none, rancang::LockState::held, rancang::LockState::elsewhere, rancang::LockState::lost, rancang::LockState::outgrown};
  rancang::push_event(rancang::LockChanged{plan, states[state]});
}
EMSCRIPTEN_KEEPALIVE void rancang_peer_stored(char const* plan, int) { rancang::push_event(rancang::PeerStored{plan}); }
EMSCRIPTEN_KEEPALIVE void rancang_hand_over_asked(char const* plan, int) { rancang::push_event(rancang::HandOverAsked{plan}); }
}
