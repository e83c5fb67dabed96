#pragma once
// The set of books and their chapters (domain.md 3): a template, because the set differs between years.
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

struct Book {
  std::string code;
  std::string name;
  std::string purpose;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Book> {
  static constexpr auto name = "book"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&Book::code>("code", {.required = true, .max_length = 12, .role = Role::code}),
      field<&Book::name>("name", {.required = true, .max_length = 160, .role = Role::title}),
      field<&Book::purpose>("purpose", {.prose = true, .max_length = 600}),
      field<&Book::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Book::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Book::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Book::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class ChapterState : std::uint8_t { unset, empty, draft, review, final };
template <>
struct EnumTable<ChapterState> {
  static constexpr auto name = "chapter_state"sv;
  static constexpr std::array names{""sv, "empty"sv, "draft"sv, "review"sv, "final"sv};
};

struct Chapter {
  Id<Book> book;
  std::string code;
  std::string name;
  std::string needs;  // which forms it draws on
  std::string contents;
  ChapterState state = ChapterState::unset;
  Id<Agency> agency;
  std::string reviewer;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string note;
};
template <>
struct Schema<Chapter> {
  static constexpr auto name = "chapter"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&Chapter::book>("book", {.required = true}),
      field<&Chapter::code>("code", {.required = true, .max_length = 12, .role = Role::code}),
      field<&Chapter::name>("name", {.required = true, .max_length = 300, .role = Role::title}),
      field<&Chapter::needs>("needs", {.max_length = 300}),
      field<&Chapter::contents>("contents", {.prose = true, .max_length = 60000}),
      field<&Chapter::state>("state", {.required = true}),
      field<&Chapter::agency>("agency"),
      field<&Chapter::reviewer>("reviewer", {.max_length = 160}),
      field<&Chapter::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Chapter::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Chapter::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
