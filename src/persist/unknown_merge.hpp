#pragma once
// Merging what this version has no fields for, by the same rule as everything else: members of records that no field names, values that fit no field,
// records of unknown types. Their stamps are kept as text by the reader (stamps.hpp).
// Must not know: documents, what the members mean.
#include "model/merge.hpp"

namespace rancang {

UnknownMerge const& unknown_merge();

}  // namespace rancang
