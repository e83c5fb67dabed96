#pragma once
// Any field's value as text and back: the one form that the grid, CSV, the clipboard and search share.
// For: everything that shows or reads a cell without knowing which record it belongs to.
// Must not know: the string catalogue (labels are handed in), screens, particular records.
#include <string>
#include <string_view>

#include "base/number_text.hpp"
#include "base/result.hpp"
#include "model/document.hpp"
#include "model/reference_lookup.hpp"

namespace rancang {

struct ValueStyle {
  NumberStyle numbers = NumberStyle::indonesian;
  MoneyUnit money_unit = MoneyUnit::rupiah;
  int money_places = 3;  // decimals of money in its unit; 9 writes every rupiah exactly (copying, files)
  // Label of an enumeration's entry; null: its JSON name. The view must stay valid as long as the style is in use.
  std::string_view (*enum_label)(void const* context, EnumInfo const& enumeration, std::size_t index) = nullptr;
  void const* context = nullptr;
  std::string_view yes = "true", no = "false";
};

// Empty → "". Reference: see reference_text(); several joined with "; ". Series: "2023: 350; 2024: 250".
// List: one entry per row joined with "; ". A row titled by a reference shows its first number, and its series if there is one:
// "APBD 60; CSR 40", "APBD (2023: 350, 2024: 250)"; a row titled by text shows its first number in brackets: "Kota dalam angka (2023)".
std::string value_text(Document const& document, FieldInfo const& field, Value const& value, ValueStyle const& style);
// The same for a field of a record, appended; text, references and money series are read in place, without a Value.
void append_value_text(std::string& out, Document const& document, FieldInfo const& field, void const* record, ValueStyle const& style);

// One year of a series. `raw` as in SeriesValue.
std::string series_cell_text(FieldInfo const& field, std::int64_t raw, ValueStyle const& style);
// nullopt = empty text: the year is not given. Errors as in parse_value.
Result<std::optional<std::int64_t>> parse_series_cell(FieldInfo const& field, std::string_view text, ValueStyle const& style);

// Free text → value; empty text is the empty value, required or not. What was understood also passes check_value (field_check.hpp).
// Errors, args[0] = the text as given, at most 60 characters of it:
//   value.not_number, value.not_money, value.not_date, value.not_year, value.unknown_choice (also for yes/no),
//   value.unknown_reference, value.ambiguous_reference (args[1], args[2] = two that fit),
//   value.too_long (args[1] = limit, args[2] = length, in characters), value.out_of_range (args[1], args[2] = the limits, "" where there is none).
// Enumerations by label or JSON name, references as find_reference() takes them, yes/no as ya, tidak, true, false, x, 1, 0, yes, no and the style's words.
Result<Value> parse_value(Document const& document, FieldInfo const& field, std::string_view text, ValueStyle const& style);
// The same for many cells of one document: `lookup` remembers the names of the records referred to.
Result<Value> parse_value(ReferenceLookup& lookup, FieldInfo const& field, std::string_view text, ValueStyle const& style);

}  // namespace rancang
