#pragma once
// The help texts compiled in, for the command line tool and tests; the page fetches its own (help_texts.hpp).
// Must not know: who asks.
#include <string_view>

#include "text/language.hpp"

namespace rancang {

std::string_view embedded_help(Language language);  // lines for HelpTexts

}  // namespace rancang
