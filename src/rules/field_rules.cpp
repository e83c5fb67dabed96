// Rules that follow from a field's own row in its schema: owed and empty, too long, out of range, hidden characters.
#include <array>

#include "base/utf8.hpp"
#include "rules/check.hpp"

namespace rancang {
namespace {
constexpr std::int64_t no_min = std::numeric_limits<std::int64_t>::min(), no_max = std::numeric_limits<std::int64_t>::max();

// Everything about a field that is worked out once.
struct FieldCheck {
  FieldInfo const* info = nullptr;
  void const* blank = nullptr;  // record with every member at its default
  bool reports_empty = false;
  RuleId empty = RuleId::field_required;
  RuleId small = RuleId::field_too_small, large = RuleId::field_too_large;
  std::int64_t min = no_min, max = no_max;  // raw: rupiah, micros, counts, years
  std::vector<FieldCheck> inner;            // of a list
};

std::int64_t raw_limit(FieldInfo const& field, std::int64_t limit) {
  bool const in_micros = field.type == ValueType::decimal || field.element == Element::decimal;
  return in_micros && limit != no_min && limit != no_max ? limit * micros_per_unit : limit;
}

bool can_be_empty(FieldInfo const& field) {
  switch (field.type) {
    case ValueType::boolean: return false;
    case ValueType::integer:
    case ValueType::decimal:
    case ValueType::money:
    case ValueType::date: return field.optional;
    case ValueType::enumeration: return field.optional || field.enumeration->names[0].empty();
    default: return true;
  }
}

RuleId const* special_rule(std::string const& field, Trigger trigger) {
  static std::vector<RuleId> const rules = [] {
    std::vector<RuleId> all;
    for (std::size_t i = 0; i < rule_count; ++i) all.push_back(static_cast<RuleId>(i));
    return all;
  }();
  for (RuleId const& rule : rules)
    if (rule_info(rule).trigger == trigger && rule_info(rule).field == field) return &rule;
  return nullptr;
}

FieldCheck make_check(RecordInfo const& record, FieldInfo const& field) {
  FieldCheck check;
  check.info = &field;
  check.blank = record.blank;
  check.min = raw_limit(field, field.rules.min);
  check.max = raw_limit(field, field.rules.max);
  std::string const path = std::string(record.name) + "." + std::string(field.key);
  RuleId const* const empty = special_rule(path, Trigger::empty);
  bool const general = can_be_empty(field) && (field.rules.required || field.rules.gate != Gate::none) && !special_rule(path, Trigger::owed);
  check.reports_empty = empty || general;
  check.empty = empty ? *empty : field.rules.gate == Gate::none ? RuleId::field_required : RuleId::field_owed;
  if (RuleId const* const range = special_rule(path, Trigger::range)) check.small = check.large = *range;
  if (field.nested)
    for (auto const& inner : field.nested->fields) check.inner.push_back(make_check(*field.nested, inner));
  return check;
}

std::vector<FieldCheck> const& checks_of(RecordType type) {
  static auto const all = [] {
    std::array<std::vector<FieldCheck>, record_type_count> out;
    for (auto const& info : record_infos())
      for (auto const& field : info.fields) out[index_of(info.type)].push_back(make_check(info, field));
    return out;
  }();
  return all[index_of(type)];
}

// Controls everywhere; in names and labels also characters that turn the direction of writing or take no room.
bool has_hidden_character(std::string_view text, bool prose) {
  for (std::size_t at = 0; at < text.size();) {
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
    } else if (byte < 0x80) {
      if (!(prose && (byte == '\n' || byte == '\t'))) return true;
      ++at;
    } else {
      char32_t const c = utf8::next(text, at);
      if (c < 0xA0 || (!prose && utf8::is_bidi_or_zero_width(c))) return true;
    }
  }
  return false;
}

// Where a finding of a checked field goes.
struct Place {
  int field, inner;
  Report& report;
  void add(RuleId rule, Year year = 0) const { report.add(rule, field, year, {}, inner); }
};

void check_range(FieldCheck const& check, std::int64_t raw, Place const& place, Year year = 0) {
  if (raw < check.min) place.add(check.small, year);
  else if (raw > check.max) place.add(check.large, year);
}

template <class T, class RawOf>
void check_series_range(FieldCheck const& check, void const* member, Place const& place, RawOf raw_of) {
  for (auto const& [year, value] : static_cast<YearSeries<T> const*>(member)->values) check_range(check, raw_of(value), place, year);
}

void check_number(FieldCheck const& check, void const* record, Place const& place) {
  if (check.min == no_min && check.max == no_max) return;
  void const* const member = check.info->peek(record);
  switch (check.info->element) {
    case Element::money: return check_series_range<Money>(check, member, place, [](Money v) { return v.rupiah; });
    case Element::decimal: return check_series_range<Decimal>(check, member, place, [](Decimal v) { return v.micros; });
    case Element::integer: return check_series_range<std::int64_t>(check, member, place, [](std::int64_t v) { return v; });
    default: break;
  }
  Value const value = check.info->get(record);
  if (auto const* integer = value.as<std::int64_t>()) check_range(check, *integer, place);
  else if (auto const* decimal = value.as<Decimal>()) check_range(check, decimal->micros, place);
  else if (auto const* money = value.as<Money>()) check_range(check, money->rupiah, place);
  else if (auto const* year = value.as<Year>()) check_range(check, *year, place);
}

void check_field(FieldCheck const& check, void const* record, Place const& place) {
  FieldInfo const& field = *check.info;
  if (check.reports_empty && field.equal(record, check.blank)) return place.add(check.empty);
  if (field.type == ValueType::text) {
    std::string_view const text = peek_text(field, record);
    if (text.size() > field.rules.max_length && utf8::length(text) > field.rules.max_length) place.add(RuleId::field_too_long);
    if (has_hidden_character(text, field.rules.prose)) place.add(RuleId::field_hidden_character);
  } else if (field.type == ValueType::list) {
    for (std::size_t row = 0, rows = field.row_count(record); row < rows; ++row)
      for (std::size_t i = 0; i < check.inner.size(); ++i) check_field(check.inner[i], field.row(record, row), {place.field, static_cast<int>(i), place.report});
  } else {
    check_number(check, record, place);
  }
}
}  // namespace

void check_fields(Node const& node, Report& report) {
  auto const& checks = checks_of(node.type);
  for (std::size_t i = 0; i < checks.size(); ++i) check_field(checks[i], node.data(), {static_cast<int>(i), -1, report});
}

bool is_owed(RecordInfo const& info, std::size_t field) {
  if (checks_of(info.type)[field].reports_empty) return true;
  return special_rule(std::string(info.name) + "." + std::string(info.fields[field].key), Trigger::owed) != nullptr;
}

}  // namespace rancang
