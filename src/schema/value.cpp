#include "schema/value.hpp"

namespace rancang {

bool is_empty(Value const& value) {
  if (value.as<std::monostate>()) return true;
  if (auto const* text = value.as<std::string>()) return text->empty();
  if (auto const* id = value.as<Ulid>()) return !*id;
  if (auto const* ids = value.as<std::vector<Ulid>>()) return ids->empty();
  if (auto const* year = value.as<Year>()) return *year == 0;
  if (auto const* series = value.as<SeriesValue>()) return series->values.empty();
  if (auto const* list = value.as<ListValue>()) return list->rows.empty();
  return false;
}

}  // namespace rancang
