#pragma once
// A query of a table that asks some of everything there is to ask.
// Must not know: how a table answers.
#include "edit/grid_query.hpp"
#include "support/random_plan.hpp"

namespace rancang::testing {

inline bool odd_finding(void const*, Ulid id) { return (id.low & 1) != 0; }

inline GridQuery random_query(RandomPlan& random, Document const& document, RecordType type) {
  auto const fields = record_info(type).fields;
  auto const any_id = [&](RecordType target) {
    auto const stored = document.table(target).stored();
    return stored.empty() || random.chance(15) ? Ulid{} : stored[random.number(stored.size())]->id;
  };
  GridQuery query;
  static constexpr std::string_view terms[] = {"a", "apl", "LAYANAN", "e-kin", "a wi", "rw 05;", "2023", "zzz", "u m k", "smart  data"};
  if (random.chance(40)) query.filter.text = terms[random.number(std::size(terms))];
  if (random.chance(20)) query.filter.text_field = static_cast<int>(random.number(fields.size()));
  if (random.chance(20)) query.filter.year = static_cast<Year>(2022 + random.number(13));
  if (random.chance(10)) query.filter.refers_to = any_id(static_cast<RecordType>(random.number(record_type_count)));
  query.filter.only_with_findings = random.chance(15);
  query.filter.has_finding = odd_finding;
  for (std::size_t i = 0; random.chance(30) && i < 3; ++i) {
    FieldChoice choice{static_cast<int>(random.number(fields.size())), {}, {}};
    FieldInfo const& field = fields[static_cast<std::size_t>(choice.field)];
    if (field.enumeration && field.type == ValueType::enumeration) choice.entries = {0, static_cast<std::uint8_t>(random.number(field.enumeration->names.size()))};
    else if (field.type == ValueType::boolean) choice.entries = {static_cast<std::uint8_t>(random.number(2))};
    else if (field.target != RecordType::none) choice.records = {any_id(field.target), any_id(field.target), any_id(field.target)};
    else choice.records = {Ulid{}};
    query.filter.choices.push_back(choice);
  }
  if (random.chance(70)) query.sort = {static_cast<int>(random.number(fields.size())), random.chance(50) ? Year{0} : Year{2025}, random.chance(50)};
  if (query.sort.field >= 0 && !fields[static_cast<std::size_t>(query.sort.field)].rules.times.empty() && random.chance(60)) query.sort.year = by_level;
  if (random.chance(60)) {
    auto const field = random.number(fields.size());
    auto const kind = fields[field].type;
    if (kind == ValueType::reference || kind == ValueType::references || kind == ValueType::enumeration || kind == ValueType::boolean) query.group.field = static_cast<int>(field);
  }
  return query;
}

}  // namespace rancang::testing
