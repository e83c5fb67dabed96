#pragma once
// The sentence of an Error in the person's language: catalogue key "error.<id>".
// Must not know: where errors come from.
#include "base/result.hpp"
#include "text/strings_generated.hpp"

namespace rancang {

std::string error_text(Strings const& s, Error const& problem);

}  // namespace rancang
