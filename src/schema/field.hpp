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

// `kind`: an enumeration that tells families of rows apart; other fields may be for some of them only (Rules::kinds).
enum class Role : std::uint8_t { none, title, code, order, status, note, kind };
// What a conflict becomes (sharing.md 2).
enum class Merge : std::uint8_t { review, latest, unite, group };
// The years that a series is about: those of the plan, the five before it (what was counted), those of the region's medium-term plan.
enum class Span : std::uint8_t { plan, before_plan, region_plan };
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
  Span span = Span::plan;             // of a series: which years are its columns
  std::uint32_t kinds = 0;            // one bit for each value of the record's Role::kind that has this field; 0 = all have it
  std::string_view times = {};        // a grade that makes a level with that other grade of the record: their product, shown beside it and never stored
  bool initially_hidden = false;      // not among the grid columns until the user asks for it
};

// The bit of Rules::kinds for a value of the field with Role::kind.
template <class E>
constexpr std::uint32_t kind_bit(E entry) {
  return 1u << static_cast<unsigned>(entry);
}

struct EnumInfo {
  std::string_view name;                    // catalogue: "enum.<name>.<entry>"
  std::span<std::string_view const> names;  // JSON values; an entry "" at index 0 means "not chosen"
};

struct RecordInfo;

// What a member type is as a Value; the functions take the address of the member.
struct TypeInfo {
  ValueType type = ValueType::text;
  Element element = Element::none;          // of a series
  bool optional = false;                    // may be empty although it is a number, date or the like
  RecordType target = RecordType::none;     // of reference(s)
  EnumInfo const* enumeration = nullptr;    // of an enumeration, or of a series of them
  RecordInfo const* nested = nullptr;       // of a list
  Value (*get)(void const* member) = nullptr;
  bool (*set)(void* member, Value const& value) = nullptr;
  bool (*equal)(void const* a, void const* b) = nullptr;
  std::size_t (*row_count)(void const* member) = nullptr;
  void const* (*row)(void const* member, std::size_t index) = nullptr;
  void* (*append_row)(void* member) = nullptr;
};

class FieldInfo {
 public:
  FieldInfo(std::string_view key_, Rules const& rules_, TypeInfo const& of, std::size_t offset)
      : key(key_), type(of.type), element(of.element), optional(of.optional), rules(rules_), enumeration(of.enumeration), target(of.target), nested(of.nested), of_(&of), offset_(offset) {}

  std::string_view key;
  ValueType type;
  Element element;               // of a series
  bool optional;                 // may be empty although it is a number, date or the like
  Rules rules;
  EnumInfo const* enumeration;   // of an enumeration, or of a series of them
  RecordType target;             // of reference(s)
  RecordInfo const* nested;      // of a list

  Value get(void const* record) const { return of_->get(peek(record)); }
  bool set(void* record, Value const& value) const { return of_->set(at(record), value); }  // false: value of another type, record unchanged
  bool equal(void const* a, void const* b) const { return of_->equal(peek(a), peek(b)); }   // compares this field of two records
  // Address of the member: std::string for text, YearSeries<…> for series, Id<…> (layout of Ulid) for reference. Reading without a copy.
  void const* peek(void const* record) const { return static_cast<char const*>(record) + offset_; }
  // Lists: the rows in place, described by `nested`; references: row_count and row, which gives the Ulid. append_row (lists only) adds an empty
  // row; its address holds until the list changes.
  std::size_t row_count(void const* record) const { return of_->row_count(peek(record)); }
  void const* row(void const* record, std::size_t index) const { return of_->row(peek(record), index); }
  void* append_row(void* record) const { return of_->append_row(at(record)); }

 private:
  void* at(void* record) const { return static_cast<char*>(record) + offset_; }

  TypeInfo const* of_;
  std::size_t offset_;
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
  std::uint8_t kind_of(void const* record) const;                        // entry of the field with Role::kind; 0 without one
  bool has_field(std::size_t index, std::uint8_t kind) const {           // is the field one for records of this kind?
    std::uint32_t const kinds = fields[index].rules.kinds;
    return kinds == 0 || (kinds >> kind & 1u) != 0;
  }
  std::optional<std::int64_t> level(std::size_t index, void const* record) const;  // see Rules::times; nullopt while one of the two is not given
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
