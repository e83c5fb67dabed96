#pragma once
// Node → its line in a file: "id", the fields in table order, unknown members last. Empty fields are left out.
// Must not know: documents, causality.
#include <string>

#include "model/node.hpp"

namespace rancang {

void append_record(std::string& out, Node const& node);
// The value of one field as JSON, empty ones as null.
void append_field(std::string& out, FieldInfo const& field, void const* record);
// Decimal as a JSON number: "12.5".
void append_decimal(std::string& out, Decimal value);

}  // namespace rancang
