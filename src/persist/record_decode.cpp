#include "persist/record_decode.hpp"

#include <algorithm>

#include "base/number_text.hpp"
#include "base/order.hpp"
#include "base/utf8.hpp"

namespace rancang {
namespace {
using Fit = RecordDecoder::Fit;

int find_field(RecordInfo const& info, std::string_view key, std::size_t& next) {
  int const index = info.index_of(key);
  if (index >= 0) next = static_cast<std::size_t>(index) + 1;
  return index;
}

bool parse_amount(std::string_view text, std::int64_t& out) { return json::parse_whole(text, out) && out >= -money_limit && out <= money_limit; }

bool parse_year(std::string_view text, Year& out) {
  std::int64_t year = 0;
  if (text.size() != 4 || !json::parse_whole(text, year) || year < year_min || year > year_max) return false;
  out = static_cast<Year>(year);
  return true;
}

int enum_index(EnumInfo const& enumeration, std::string_view name) {
  auto const at = std::find(enumeration.names.begin(), enumeration.names.end(), name);
  return at == enumeration.names.end() ? -1 : static_cast<int>(at - enumeration.names.begin());
}

// The member itself, to be written: the record is ours and not shared yet.
template <class T>
T& member_of(FieldInfo const& field, void* record) {
  return *static_cast<T*>(const_cast<void*>(field.peek(record)));
}

template <class T>
void assign_series(FieldInfo const& field, void* record, std::vector<std::pair<Year, std::int64_t>> const& values) {
  auto& out = member_of<YearSeries<T>>(field, record).values;
  out.clear();
  out.reserve(values.size());
  for (auto const& [year, raw] : values) out.emplace_back(year, T{raw});
}
}  // namespace

std::shared_ptr<Node> RecordDecoder::decode(RecordType type, std::string_view text, Origin origin) {
  origin_ = origin;
  std::size_t const nodes_before = budget_.nodes;
  scan_ = json::Scanner(text);
  extras_.clear();
  misfits_.clear();
  auto node = make_node(type, {});
  bool const whole = spend() && object(node->info(), node->data(), node.get()) != Fit::broken && scan_.at_end();
  if (origin == Origin::file_line && (!whole || !node->id)) {
    budget_.nodes = nodes_before;
    return nullptr;
  }
  if (!extras_.empty()) node->extras = std::make_shared<Extras const>(std::move(extras_));
  extras_ = {};
  for (auto& misfit : misfits_)
    remarks_.add(error("field.wrong_type", {std::string(node->info().name), node->id ? ulid_text(node->id) : "", std::move(misfit.key), std::string(utf8::cut(misfit.raw, 60))}));
  return node;
}

Fit RecordDecoder::decode_field(FieldInfo const& field, std::string_view text, void* record) {
  origin_ = Origin::normal;
  scan_ = json::Scanner(text);
  misfits_.clear();
  Fit const fit = value(field, record);
  return fit != Fit::wrong && !scan_.at_end() ? Fit::wrong : fit;
}

// The members of a record (node given) or of a row of a list.
Fit RecordDecoder::object(RecordInfo const& info, void* target, Node* node) {
  if (!scan_.take('{')) return Fit::wrong;
  if (scan_.take('}')) return Fit::whole;
  Fit fit = Fit::whole;
  std::uint64_t given = 0;
  std::size_t next = 0;
  do {
    if (!spend()) return Fit::broken;
    std::string_view key;
    int index = expected_field(info, next);
    if (index < 0) {
      if (!scan_.string(key) || !scan_.take(':')) return Fit::broken;
      if (node && key == "id") {
        if (node->id || !read_id(*node)) return Fit::broken;
        continue;
      }
      index = find_field(info, key, next);
    }
    std::uint64_t const bit = index < 0 ? 0 : std::uint64_t{1} << index;
    if (given & bit) return Fit::broken;
    given |= bit;
    Fit const one = index < 0 ? unknown(node, key) : member(info.fields[static_cast<std::size_t>(index)], target, node);
    if (one == Fit::broken) return one;
    if (one != Fit::whole) fit = Fit::partly;
  } while (scan_.take(','));
  return scan_.take('}') ? fit : Fit::broken;
}

int RecordDecoder::expected_field(RecordInfo const& info, std::size_t& next) {
  for (std::size_t i = next; i < info.fields.size(); ++i) {
    if (!scan_.key(info.fields[i].key)) continue;
    next = i + 1;
    return static_cast<int>(i);
  }
  return -1;
}

Fit RecordDecoder::unknown(Node* node, std::string_view key) {
  return origin_ == Origin::file_line ? Fit::broken : set_aside(Fit::wrong, node, std::string(key), scan_.position(), false);
}

Fit RecordDecoder::member(FieldInfo const& field, void* target, Node* node) {
  char const* const start = scan_.position();
  if (node && field.type == ValueType::list) path_ = field.key;
  Fit const fit = value(field, target);
  if (fit == Fit::whole) return fit;
  return origin_ == Origin::file_line ? Fit::broken : set_aside(fit, node, std::string(field.key), start, true);
}

// Keeps a value that does not fit: of a record as an extra; a row has no place for one, so the list that holds it is kept whole beside its rows.
Fit RecordDecoder::set_aside(Fit fit, Node* node, std::string key, char const* start, bool known) {
  std::string_view raw(start, static_cast<std::size_t>(scan_.position() - start));
  if (fit == Fit::wrong) {
    scan_.go_back(start);
    if (!scan_.skip(raw)) return Fit::broken;
  }
  bool const reserved = node && (key == extra_stamps || key == extra_others);
  if ((known && fit == Fit::wrong) || reserved) misfits_.push_back({node ? key : path_ + "." + key, std::string(raw)});
  if (node && !reserved) extras_.emplace_back(std::move(key), std::string(raw));
  return Fit::partly;
}

bool RecordDecoder::read_id(Node& node) {
  char const* const start = scan_.position();
  std::string_view text;
  if (scan_.string(text)) {
    if (auto const id = parse_ulid(text)) node.id = *id;
  } else {
    scan_.go_back(start);
    if (!scan_.skip(text)) return false;
  }
  if (!node.id && origin_ == Origin::file_line) return false;
  if (!node.id) misfits_.push_back({"id", std::string(text)});
  return true;
}

Fit RecordDecoder::value(FieldInfo const& field, void* record) {
  if (scan_.peek() == 'n' && scan_.word("null")) {
    field.set(record, Value());
    return Fit::whole;
  }
  switch (field.type) {
    case ValueType::text: return text_value(field, record);
    case ValueType::reference: return reference(field, record);
    case ValueType::references: return references(field, record);
    case ValueType::series: return series(field, record);
    case ValueType::list: return list(field, record);
    default: return scalar(field, record);
  }
}

Fit RecordDecoder::text_value(FieldInfo const& field, void* record) {
  std::string_view text;
  if (!scan_.string(text) || text.size() > budget_.limits.string_bytes) return Fit::wrong;
  member_of<std::string>(field, record).assign(text);
  return Fit::whole;
}

Fit RecordDecoder::reference(FieldInfo const& field, void* record) {
  std::string_view text;
  if (!scan_.string(text)) return Fit::wrong;
  auto const id = text.empty() ? Ulid{} : parse_ulid(text);
  if (!id) return Fit::wrong;
  member_of<Ulid>(field, record) = *id;
  return Fit::whole;
}

Fit RecordDecoder::references(FieldInfo const& field, void* record) {
  references_.clear();
  if (!scan_.take('[')) return Fit::wrong;
  if (!scan_.take(']')) {
    do {
      std::string_view text;
      if (!spend() || !scan_.string(text)) return Fit::wrong;
      auto const id = parse_ulid(text);
      if (!id) return Fit::wrong;
      references_.push_back(*id);
    } while (scan_.take(','));
    if (!scan_.take(']')) return Fit::wrong;
  }
  Value value(std::move(references_));
  field.set(record, value);
  references_ = std::move(*std::get_if<std::vector<Ulid>>(&value.data));
  return Fit::whole;
}

Fit RecordDecoder::scalar(FieldInfo const& field, void* record) {
  std::string_view text;
  std::int64_t whole = 0;
  auto const put = [&](Value const& value) { return field.set(record, value) ? Fit::whole : Fit::wrong; };
  if (field.type == ValueType::boolean) return scan_.word("true") ? put(true) : scan_.word("false") ? put(false) : Fit::wrong;
  if (field.type == ValueType::enumeration || field.type == ValueType::date) {
    if (!scan_.string(text)) return Fit::wrong;
    if (field.type == ValueType::date) {
      if (text.empty()) return put(Value());
      auto const date = parse_iso_date(text);
      return date ? put(*date) : Fit::wrong;
    }
    int const index = enum_index(*field.enumeration, text);
    return index < 0 ? Fit::wrong : put(EnumIndex{static_cast<std::uint8_t>(index)});
  }
  if (!scan_.number(text)) return Fit::wrong;
  if (field.type == ValueType::decimal) {
    auto const decimal = parse_decimal_plain(text);
    return decimal ? put(*decimal) : Fit::wrong;
  }
  if (field.type == ValueType::year) {
    Year year = 0;
    return parse_year(text, year) ? put(year) : Fit::wrong;
  }
  if (!parse_amount(text, whole)) return Fit::wrong;
  return field.type == ValueType::money ? put(Money{whole}) : put(whole);
}

bool RecordDecoder::series_number(FieldInfo const& field, std::int64_t& out) {
  std::string_view text;
  if (field.element == Element::enumeration) {
    if (!scan_.string(text)) return false;
    out = enum_index(*field.enumeration, text);
    return out >= 0;
  }
  if (!scan_.number(text)) return false;
  if (field.element != Element::decimal) return parse_amount(text, out);
  auto const decimal = parse_decimal_plain(text);
  if (decimal) out = decimal->micros;
  return decimal.has_value();
}

Fit RecordDecoder::series_values(FieldInfo const& field) {
  series_.clear();
  if (!scan_.take('{')) return Fit::wrong;
  if (scan_.take('}')) return Fit::whole;
  bool sorted = true;
  do {
    std::string_view key;
    Year year = 0;
    std::int64_t raw = 0;
    if (!spend() || !scan_.string(key) || !parse_year(key, year) || !scan_.take(':')) return Fit::wrong;
    if (scan_.word("null")) continue;
    if (!series_number(field, raw)) return Fit::wrong;
    sorted &= series_.empty() || series_.back().first < year;
    series_.emplace_back(year, raw);
  } while (scan_.take(','));
  if (!scan_.take('}')) return Fit::wrong;
  if (sorted) return Fit::whole;
  if (origin_ == Origin::file_line) return Fit::wrong;
  sort_list(series_);
  return Fit::whole;
}

Fit RecordDecoder::series(FieldInfo const& field, void* record) {
  Fit const fit = series_values(field);
  if (fit != Fit::whole) return fit;
  switch (field.element) {
    case Element::money: assign_series<Money>(field, record, series_); break;
    case Element::decimal: assign_series<Decimal>(field, record, series_); break;
    case Element::integer: assign_series<std::int64_t>(field, record, series_); break;
    default: {
      Value value(SeriesValue{field.element, std::move(series_)});
      field.set(record, value);
      series_ = std::move(std::get_if<SeriesValue>(&value.data)->values);
    }
  }
  return Fit::whole;
}

Fit RecordDecoder::list(FieldInfo const& field, void* record) {
  field.set(record, Value());
  if (!scan_.take('[')) return Fit::wrong;
  if (scan_.take(']')) return Fit::whole;
  Fit fit = Fit::whole;
  do {
    Fit const row = spend() ? object(*field.nested, field.append_row(record), nullptr) : Fit::wrong;
    if (row == Fit::wrong || row == Fit::broken) {
      field.set(record, Value());
      return Fit::wrong;
    }
    if (row == Fit::partly) fit = row;
  } while (scan_.take(','));
  if (scan_.take(']')) return fit;
  field.set(record, Value());
  return Fit::wrong;
}

}  // namespace rancang
