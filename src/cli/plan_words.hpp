#pragma once
// How the command line names things of a plan: records, fields, values, those who wrote them.
// Must not know: particular commands.
#include <string>

#include "books/labels.hpp"
#include "cli/context.hpp"
#include "model/merge.hpp"

namespace rancang {

// Action item “Telemedisin puskesmas”
std::string record_words(CliContext const& context, Document const& document, Node const& node);
// “350”, or a dash for nothing.
std::string value_words(CliContext const& context, Document const& document, FieldInfo const& field, Value const& value);
// The label of a replica, else its id.
std::string writer_words(Document const& document, ReplicaId replica);

}  // namespace rancang
