#pragma once
// How the command line shows values of a plan; records and writers are called as everywhere (books/change_text.hpp).
// Must not know: particular commands.
#include <string>

#include "books/labels.hpp"
#include "cli/context.hpp"
#include "model/merge.hpp"

namespace rancang {

// “350”, or a dash for nothing.
std::string value_words(CliContext const& context, Document const& document, FieldInfo const& field, Value const& value);

}  // namespace rancang
