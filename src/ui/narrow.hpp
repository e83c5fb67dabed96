#pragma once
// How wide a window has to be to show a list and one of its records beside each other; below that it shows one of the two (look.md 2).
// Must not know: screens.
#include "ui/ui.hpp"

namespace rancang {

constexpr float narrow_below = 768;
inline bool is_narrow(Ui const& ui) { return ui.screen.w < ui.px(narrow_below); }

}  // namespace rancang
