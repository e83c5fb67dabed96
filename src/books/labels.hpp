#pragma once
// What records, fields, choices and units are called in the current language: the catalogue's words for the field tables.
// Must not know: screens, particular records.
#include "model/value_text.hpp"
#include "text/strings_generated.hpp"

namespace rancang {

// Labels of the field tables, from the catalogue.
std::string_view record_label(Strings const& s, RecordInfo const& info);         // "Kegiatan"
std::string_view record_many(Strings const& s, RecordInfo const& info);          // "Rencana aksi"
// Of one kind of rows: "Rencana kebijakan", catalogue "nav.<field>_<kind>"; kind 0 = all.
std::string_view table_title(Strings const& s, RecordInfo const& info, std::uint8_t kind);
EnumInfo const* kinds_of(RecordInfo const& info);                                  // null: one kind only
std::string_view kind_name(RecordInfo const& info, std::uint8_t kind);             // JSON name of a kind, "policy"; "" for 0
std::string_view field_label(Strings const& s, RecordInfo const& info, FieldInfo const& field);
std::string_view field_help(Strings const& s, RecordInfo const& info, FieldInfo const& field);
std::string_view enum_label(Strings const& s, EnumInfo const& info, std::size_t index);
std::string_view section_label(Strings const& s, std::string_view section);
std::string_view money_unit_label(Strings const& s, MoneyUnit unit);             // "juta"
inline NumberStyle number_style(Strings const& s) { return s.language == Language::id ? NumberStyle::indonesian : NumberStyle::english; }
ValueStyle value_style(Strings const& s, NumberStyle numbers, MoneyUnit unit);   // keeps a pointer to `s`

}  // namespace rancang
