#pragma once
// The erased view of a record type: RecordInfo{name, fields}, FieldInfo{key, type, rules, get, set, peek}.
// Must not know: particular records, languages. Label and help are catalogue keys: "record.<record>.<field>" and "record.<record>.<field>.help".
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "schema/value.hpp"

namespace rancang {

// Position of a record type in model/records.hpp; nested records have none.
enum class RecordType : std::uint8_t { none = 255 };

enum class Role : std::uint8_t { none, title, code, order, status, note };
// What a conflict becomes (sharing.md 2).
enum class Merge : std::uint8_t { review, latest, unite, group };
// The stage gate at which a field is owed (domain.md 2.3).
enum class Gate : std::uint8_t { none, i, ii, iii, iv };

struct Rules {
  bool required = false;
  bool prose = false;              // many lines; edited in a growing text area
  std::uint32_t max_length = 300;  // code points; prose fields set their own
  Role role = Role::none;
  Gate gate = Gate::none;
  Merge merge = Merge::review;
  std::int64_t min = std::numeric_limits<std::int64_t>::min();  // in the field's own unit: units of a decimal, rupiah, count, year
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
  std::string_view section = "main";  // part of the form; catalogue key "section.<section>"
  bool past_years = false;            // a series of what was, not of what is planned: its columns are the years before the plan
  bool initially_hidden = false;      // not among the grid columns until the user asks for it
};

struct EnumInfo {
  std::string_view name;                    // catalogue: "enum.<name>.<entry>"
  std::span<std::string_view const> names;  // JSON values; an entry "" at index 0 means "not chosen"
};

struct RecordInfo;

struct FieldInfo {
  std::string_view key;
  ValueType type = ValueType::text;
  Element element = Element::none;          // of a series
  Rules rules;
  EnumInfo const* enumeration = nullptr;    // of an enumeration, or of a series of them
  RecordType target = RecordType::none;     // of reference(s)
  RecordInfo const* nested = nullptr;       // of a list
  bool optional = false;                    // may be empty although it is a number, date or the like

  Value (*get)(void const* record) = nullptr;
  bool (*set)(void* record, Value const& value) = nullptr;  // false: value of another type, record unchanged
  bool (*equal)(void const* a, void const* b) = nullptr;    // compares this field of two records
  // Address of the member: std::string for text, YearSeries<…> for series, Id<…> (layout of Ulid) for reference. Reading without a copy.
  void const* (*peek)(void const* record) = nullptr;
  // Lists: the rows in place, described by `nested`; references: row_count and row, which gives the Ulid. append_row (lists only) adds an empty
  // row; its address holds until the list changes.
  std::size_t (*row_count)(void const* record) = nullptr;
  void const* (*row)(void const* record, std::size_t index) = nullptr;
  void* (*append_row)(void* record) = nullptr;
};

struct RecordInfo {
  std::string_view name;  // JSON key; catalogue "record.<name>" (singular), "record.<name>.many"
  RecordType type = RecordType::none;
  std::span<FieldInfo const> fields;
  bool single = false;  // exactly one in a plan (identity, vision)
  void const* blank = nullptr;  // a record with every member at its default
  bool template_rows = false;   // a new plan is born with its rows

  FieldInfo const* find(std::string_view key) const;
  int index_of(std::string_view key) const;  // −1 when absent
  int title_field() const;                   // index of the field with Role::title, or 0
  int role_field(Role role) const;           // −1 when absent
};

// Reading a text field in place; "" for other types.
inline std::string_view peek_text(FieldInfo const& field, void const* record) {
  return field.type == ValueType::text ? std::string_view(*static_cast<std::string const*>(field.peek(record))) : std::string_view();
}
// Reading a reference in place; null for other types.
inline Ulid peek_reference(FieldInfo const& field, void const* record) {
  return field.type == ValueType::reference ? *static_cast<Ulid const*>(field.peek(record)) : Ulid{};
}

}  // namespace rancang
