#pragma once
// Exposes a TestHook to the page (web/test_hook.js); used only with ?test.
// Must not know: what is tested.
#include "platform/test_hook.hpp"

namespace rancang::web {

void set_test_hook(TestHook* hook);

}  // namespace rancang::web
