#pragma once
// What is wrong with the picture on the screen, whichever screen it is: nameless widgets, raw keys of the catalogue, equal ids, text that is cut off by the edge.
// Must not know: particular screens.
#include <string>
#include <vector>

#include "ui_driver.hpp"

namespace rancang::testing {

// One sentence per fault; empty = the screen is in order.
enum class Edges : std::uint8_t { checked, ignored };  // ignored: windows far narrower than the screens are made for may cut letters
std::vector<std::string> screen_faults(UiDriver const& ui, Edges edges = Edges::checked);

// The parts, for screens that are meant to break one of them.
void find_nameless(UiDriver const& ui, std::vector<std::string>& faults);
void find_raw_keys(UiDriver const& ui, std::vector<std::string>& faults);
void find_equal_ids(UiDriver const& ui, std::vector<std::string>& faults);
void find_cut_text(std::vector<std::string>& faults);  // of the last frame of the current ImGui context

bool is_raw_key(std::string_view text);  // "record.plan.name", "action_item"

}  // namespace rancang::testing
