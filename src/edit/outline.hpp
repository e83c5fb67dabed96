#pragma once
// A pasted outline of the region's medium-term plan (visi → misi → tujuan → sasaran → program) against the plan: what is there, what is new, what cannot be read.
// A dry run whose result is shown, then sent as one command. Existing records are never changed; only an empty vision is filled.
// Must not know: the clipboard, screens, how commands are run.
#include <optional>

#include "edit/commands.hpp"
#include "edit/outline_lines.hpp"

namespace rancang {

RecordType outline_type(OutlineLevel level);
std::optional<OutlineLevel> outline_level(RecordType type);

struct OutlineItem {
  OutlineLine from;
  int parent = -1;   // index of an earlier item; −1 = none
  Ulid known;        // the record that says the same already; null = to be created
};
struct OutlineProblem {
  std::size_t line = 0;
  std::string text;
  Error problem;     // "outline.…"
};
struct OutlinePlan {
  std::vector<OutlineItem> items;  // each once, parents before children
  std::vector<OutlineProblem> problems;
  std::size_t created = 0, known = 0;
};

// The same text under the same parent is the same record, whatever its case and blanks.
OutlinePlan plan_outline(Document const& document, std::string_view text, OutlineLevel base);
SetCells outline_command(Document const& document, OutlinePlan const& plan, std::function<Ulid()> const& new_id);

}  // namespace rancang
