#pragma once
// The figure that an agency delivered, beside the one in the profile: whether it has arrived there, and what brings it there with its source.
// Must not know: languages, screens, how changes are carried out.
#include <optional>
#include <vector>

#include "model/profile.hpp"
#include "rules/record_write.hpp"

namespace rancang {

struct Delivery {
  Ulid figure;
  Year year = 0;
  Decimal value;
  std::optional<Decimal> in_profile;  // of that year, now
};
// Nothing while it was not delivered or confirmed, or lacks its value, its year or a figure of the profile that is there.
std::optional<Delivery> delivery_of(Document const& document, DataRequest const& request);
// The value into its year, and the sources that the figure does not name yet.
std::vector<RecordWrite> delivery_writes(Document const& document, DataRequest const& request);

}  // namespace rancang
