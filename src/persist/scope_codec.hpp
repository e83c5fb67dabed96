#pragma once
// The member "scope" of a slice's file ↔ SliceScope.
// Must not know: documents, records.
#include <string>
#include <string_view>

#include "model/slice.hpp"

namespace rancang {

// Text in normal form. Whatever it is, it is kept in SliceScope::raw; members unknown here and values that don't fit stay there only.
SliceScope parse_scope(std::string_view text);
// As it came while it still says the same, else our members.
void append_scope(std::string& out, SliceScope const& scope);

}  // namespace rancang
