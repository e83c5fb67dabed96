#pragma once
// What a plan notes about its own keeping: findings that were looked at and set aside, slices that were handed out.
// Must not know: files, screens, what the findings are.
#include "model/common.hpp"

namespace rancang {

// A finding that people have looked at and don't want to see again, with the reason (the finding stays true).
struct MutedFinding {
  std::string rule;     // stable name of the rule: "action_item.no_budget"
  std::string record;   // id of the record that it is about; "" = the plan as a whole
  std::string subject;  // the record's name then, for people
  std::string reason;
  std::string muted_by;
  std::optional<Date> muted_on;
  std::int64_t order = 0;
};
template <>
struct Schema<MutedFinding> {
  static constexpr auto name = "muted_finding"sv;
  static constexpr auto fields = std::tuple{
      field<&MutedFinding::subject>("subject", {.max_length = 300, .role = Role::title}),
      field<&MutedFinding::reason>("reason", {.required = true, .prose = true, .max_length = 1000}),
      field<&MutedFinding::muted_by>("muted_by", {.max_length = 160}),
      field<&MutedFinding::muted_on>("muted_on"),
      field<&MutedFinding::rule>("rule", {.required = true, .max_length = 80, .section = "origin"}),
      field<&MutedFinding::record>("record", {.max_length = 26, .section = "origin", .initially_hidden = true}),
      field<&MutedFinding::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
  };
};

// A part of the plan that was handed to an agency to work on (sharing.md 4).
struct IssuedSlice {
  Id<Agency> agency;
  std::optional<Date> issued_on;
  std::optional<Date> due;
  std::string message;
  std::string file_name;
  std::optional<Date> returned_on;
  std::string returned_by;  // label that the sender gave itself
  std::int64_t order = 0;
};
template <>
struct Schema<IssuedSlice> {
  static constexpr auto name = "issued_slice"sv;
  static constexpr auto fields = std::tuple{
      field<&IssuedSlice::agency>("agency", {.required = true}),
      field<&IssuedSlice::issued_on>("issued_on", {.required = true}),
      field<&IssuedSlice::due>("due"),
      field<&IssuedSlice::message>("message", {.prose = true, .max_length = 2000}),
      field<&IssuedSlice::file_name>("file_name", {.max_length = 160}),
      field<&IssuedSlice::returned_on>("returned_on"),
      field<&IssuedSlice::returned_by>("returned_by", {.max_length = 160}),
      field<&IssuedSlice::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
  };
};

}  // namespace rancang
