#pragma once
// Address, title, language, leaving, clipboard, clock and preferences of the page (web/page.js, web/input.js).
// Must not know: what is on the screen.
#include <functional>
#include <string>
#include <string_view>

#include "platform/platform.hpp"

namespace rancang::web {

void open_page(std::function<void(bool cut)> copy);  // copy: answers at once with set_clipboard()

double unix_ms();
LocalTime local_time(double unix_ms);
std::uint64_t random_bits();
std::string query(char const* name);

void set_clipboard(std::string const& plain, std::string const& html);
void set_route(std::string const& route, bool replace);
std::string route();
void set_title(std::string const& title);
void set_unsaved(bool unsaved);
void set_language(std::string_view language);
bool prefers_dark();
bool prefers_reduced_motion();
void announce(std::string const& sentence);

}  // namespace rancang::web
