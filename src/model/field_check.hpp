#pragma once
// Whether a value may stand in a field, by the field's own rules: type, length, range, required.
// Must not know: other fields or records (rules/ knows those), languages.
#include <optional>

#include "base/result.hpp"
#include "schema/field.hpp"

namespace rancang {

// Empties are fine while people work; what is owed at a gate is a finding, not a refusal.
enum class Missing : std::uint8_t { allowed, refused };

// A whole number that always holds something, but may not be 0, is not given while it is 0 (numbers of missions, count of years).
inline bool stands_for_nothing(FieldInfo const& field, std::int64_t value) {
  return value == 0 && field.type == ValueType::integer && !field.optional && field.rules.min > 0;
}

// nullopt = fine. Errors: value.wrong_type; value.not_text (broken UTF-8); value.too_long (args: its first 60 characters, limit, length in
// characters); value.out_of_range (args: the value, lower and upper limit as plain decimals, "" where there is none); value.required (only
// with Missing::refused). Rows of a list are checked field by field, a series year by year.
std::optional<Error> check_value(FieldInfo const& field, Value const& value, Missing missing = Missing::allowed);

}  // namespace rancang
