#pragma once
// RecordWrite: one value for one field of one record, as rules propose it; whoever asked turns a list of them into one step of the plan.
// Must not know: commands, undo.
#include "model/document.hpp"

namespace rancang {

struct RecordWrite {
  RecordType type = RecordType::none;
  Ulid record;
  std::uint8_t field = 0;
  Value value;
};

}  // namespace rancang
