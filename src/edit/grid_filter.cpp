#include "edit/grid_filter.hpp"

#include <algorithm>

namespace rancang {
namespace {
bool can_refer(FieldInfo const& field) {
  if (field.target != RecordType::none) return true;
  return field.nested && std::any_of(field.nested->fields.begin(), field.nested->fields.end(), can_refer);
}

// Whether any record that the field points to satisfies `fits`.
template <class Fits>
bool any_reference(FieldInfo const& field, void const* record, Fits const& fits) {
  switch (field.type) {
    case ValueType::reference: {
      Ulid const id = peek_reference(field, record);
      return id && fits(id);
    }
    case ValueType::references:
      for (std::size_t i = 0, count = field.row_count(record); i < count; ++i)
        if (fits(*static_cast<Ulid const*>(field.row(record, i)))) return true;
      return false;
    case ValueType::list:
      for (std::size_t i = 0, count = field.row_count(record); i < count; ++i)
        for (FieldInfo const& inner : field.nested->fields)
          if (any_reference(inner, field.row(record, i), fits)) return true;
      return false;
    default: return false;
  }
}

bool is_given(FieldInfo const& field, void const* record) {
  switch (field.type) {
    case ValueType::text: return !peek_text(field, record).empty();
    case ValueType::reference: return static_cast<bool>(peek_reference(field, record));
    case ValueType::references:
    case ValueType::list: return field.row_count(record) > 0;
    default: break;
  }
  Value const value = field.get(record);
  if (auto const* entry = value.as<EnumIndex>()) return entry->index > 0 || !field.enumeration->names[0].empty();
  return !is_empty(value);
}

bool chosen(FieldInfo const& field, void const* record, FieldChoice const& choice) {
  auto const listed = [&](Ulid id) { return std::find(choice.records.begin(), choice.records.end(), id) != choice.records.end(); };
  if (listed(Ulid{}) && !is_given(field, record)) return true;
  if (field.type == ValueType::enumeration || field.type == ValueType::boolean) {
    Value const value = field.get(record);
    auto const* entry = value.as<EnumIndex>();
    auto const* flag = value.as<bool>();
    auto const index = entry ? entry->index : static_cast<std::uint8_t>(flag && *flag ? 1 : 0);
    return std::find(choice.entries.begin(), choice.entries.end(), index) != choice.entries.end();
  }
  return any_reference(field, record, listed);
}

bool in_series(FieldInfo const& field, void const* record, Year year) {
  if (field.element == Element::money) {
    auto const& values = static_cast<YearSeries<Money> const*>(field.peek(record))->values;
    return std::any_of(values.begin(), values.end(), [&](auto const& pair) { return pair.first == year && pair.second.rupiah != 0; });
  }
  Value const value = field.get(record);
  auto const& values = value.as<SeriesValue>()->values;
  return std::any_of(values.begin(), values.end(), [&](auto const& pair) { return pair.first == year; });
}
}  // namespace

RecordFilter::RecordFilter(RecordInfo const& info, GridFilter const& filter) : filter_(filter), fields_(info.fields) {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    FieldInfo const& field = fields_[i];
    auto const index = static_cast<std::uint8_t>(i);
    if (field.type == ValueType::year && field.rules.merge == Merge::group) spans_.push_back(index);  // start and end go together
    if (field.type == ValueType::series) series_.push_back(index);
    if (can_refer(field)) referring_.push_back(index);
  }
  all_pass_ = filter.choices.empty() && filter.year == 0 && !filter.refers_to && !(filter.only_with_findings && filter.has_finding);
}

bool RecordFilter::happens_in(Year year, void const* record) const {
  Year first = 0, last = 0;
  for (auto index : spans_) {
    Year const given = *static_cast<Year const*>(fields_[index].peek(record));
    if (given == 0) continue;
    first = first == 0 ? given : std::min(first, given);
    last = std::max(last, given);
  }
  if (first != 0 && year >= first && year <= last) return true;
  return std::any_of(series_.begin(), series_.end(), [&](auto index) { return in_series(fields_[index], record, year); });
}

bool RecordFilter::refers_to(Ulid id, void const* record) const {
  auto const same = [&](Ulid other) { return other == id; };
  return std::any_of(referring_.begin(), referring_.end(), [&](auto index) { return any_reference(fields_[index], record, same); });
}

bool RecordFilter::passes(Node const& node) const {
  if (all_pass_) return true;
  if (filter_.only_with_findings && filter_.has_finding && !filter_.has_finding(filter_.context, node.id)) return false;
  for (auto const& choice : filter_.choices) {
    bool const asks = choice.field >= 0 && static_cast<std::size_t>(choice.field) < fields_.size() && !(choice.records.empty() && choice.entries.empty());
    if (asks && !chosen(fields_[static_cast<std::size_t>(choice.field)], node.data(), choice)) return false;
  }
  if (filter_.year != 0 && !happens_in(filter_.year, node.data())) return false;
  return !filter_.refers_to || refers_to(filter_.refers_to, node.data());
}

}  // namespace rancang
