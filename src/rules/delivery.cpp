#include "rules/delivery.hpp"

#include <algorithm>

#include "rules/check.hpp"

namespace rancang {

std::optional<Delivery> delivery_of(Document const& document, DataRequest const& request) {
  bool const arrived = request.state == RequestState::delivered || request.state == RequestState::confirmed;
  ProfileFigure const* const figure = document.get(request.figure);
  if (!arrived || !request.value || request.value_year == 0 || !figure) return std::nullopt;
  Delivery out{request.figure.value, request.value_year, *request.value, {}};
  for (auto const& [year, value] : figure->values.values)
    if (year == out.year) out.in_profile = value;
  return out;
}

std::vector<RecordWrite> delivery_writes(Document const& document, DataRequest const& request) {
  auto const delivery = delivery_of(document, request);
  if (!delivery) return {};
  ProfileFigure figure = *document.get(request.figure);
  auto& values = figure.values.values;
  auto const at = std::find_if(values.begin(), values.end(), [&](auto const& entry) { return entry.first >= delivery->year; });
  if (delivery->in_profile) at->second = delivery->value;
  else values.insert(at, {delivery->year, delivery->value});
  for (Source const& source : request.data_sources)
    if (std::find(figure.data_sources.begin(), figure.data_sources.end(), source) == figure.data_sources.end()) figure.data_sources.push_back(source);
  std::vector<RecordWrite> out;
  for (int field : {field_of<&ProfileFigure::values>, field_of<&ProfileFigure::data_sources>})
    out.push_back({record_type<ProfileFigure>, delivery->figure, static_cast<std::uint8_t>(field), record_info(record_type<ProfileFigure>).fields[static_cast<std::size_t>(field)].get(&figure)});
  return out;
}

}  // namespace rancang
