#pragma once
// Texts that JavaScript hands over: it asks for room, writes UTF-8 into it and then calls the function that takes the text.
// Must not know: what the text says.
#include <string>

namespace rancang::web {

std::string take_text();  // what was written last; empty afterwards

}  // namespace rancang::web
