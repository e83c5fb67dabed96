#pragma once
// The fast way in: a file laid out as our own writer does it (FORMAT.md 2), taken line by line.
// Must not know: where lines come from. Whatever it does not recognise is left to the reader of any JSON.
#include <string_view>

#include "persist/plan_builder.hpp"

namespace rancang {

class LineLane {
 public:
  LineLane(PlanBuilder& builder, json::Budget& budget) : builder_(builder), budget_(budget) {}

  // One line without its end. False: not our layout (or refused); start again the other way.
  bool line(std::string_view text);
  // The last line, which has no end.
  bool last_line(std::string_view text);
  // Whether the next line is the one that holds "end".
  static bool is_end(std::string_view text) { return text.substr(0, 7) == "\"end\":{"; }

 private:
  enum class Where : std::uint8_t { start, frame, types, array, entries };

  bool start(std::string_view text);
  bool frame(std::string_view text);
  bool types(std::string_view text);
  bool array(std::string_view text);
  bool entries(std::string_view text);
  bool members(std::string_view inside);
  bool take_comma(std::string_view& text);
  bool closes(std::string_view text, std::string_view last, std::string_view not_last);

  PlanBuilder& builder_;
  json::Budget& budget_;
  Where where_ = Where::start;
  // Of the innermost list of lines: whether something stands in it, and whether its last line promised another.
  bool any_ = false, more_ = false;
  std::string object_;
};

}  // namespace rancang
