#pragma once
// FormState: what a form remembers between frames: the open picker, the text that could not be understood, where to scroll.
// Must not know: particular records, how fields are drawn.
#include <optional>
#include <string>

#include "rules/backlinks.hpp"
#include "rules/code_search.hpp"
#include "ui/widgets/picker.hpp"

namespace rancang {

// What the open list offers, gathered once for each revision.
struct FormChoices {
  std::uint64_t key = 0, revision = 0;
  std::vector<Choice> rows;
  std::vector<Value> values;         // one per row
};

struct FormState {
  Ulid record;                       // the record shown in the last frame
  PickerState picker;
  FormChoices choices;
  int tab = 0;                       // of the pane
  std::optional<int> jump;           // field to bring into view and open for writing
  std::uint64_t help_key = 0;        // field whose help is unfolded
  bool all_findings = false;
  Backlinks used_by;                 // who names the record

  // Offers below a field that takes codes: open for this field, the line that Enter takes.
  std::uint64_t code_key = 0;
  int code_line = -1;
  std::vector<CodeOffer> code_offers;
  std::string code_text;             // that the offers are for
  std::uint64_t code_revision = 0;

  // Text that can't be understood stays in its field, in red, until it is mended or Esc gives the old value back.
  std::uint64_t problem_key = 0;
  std::string problem_text, problem_sentence;

  // Boxes abreast of the series that is being written: they stay where they are until it is left.
  std::uint64_t series_key = 0;
  std::size_t series_columns = 0;

  std::uint64_t last_key = 0;        // field drawn before the current one, for Tab
  std::uint64_t focus_key = 0;       // field to be opened for writing when it is drawn
  bool focus_next = false;           // the next field that takes text
  float scroll_to = -1;

  void jump_to(int field) { jump = field; }
};

}  // namespace rancang
