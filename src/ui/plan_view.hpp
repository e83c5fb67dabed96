#pragma once
// PlanView: what the views of an open plan read in one frame: the document, what is derived from it, and how its values are written.
// Must not know: storage, particular records.
#include <vector>

#include "books/labels.hpp"
#include "edit/editor.hpp"
#include "model/arrivals.hpp"
#include "model/slice.hpp"
#include "rules/findings.hpp"
#include "ui/look.hpp"
#include "ui/route.hpp"
#include "text/strings_generated.hpp"

namespace rancang {

struct PlanView {
  Document const& document;
  Editor const& editor;         // revision, history, read_only; never changed from a view
  Findings const& findings;
  ChangeSet const& last_change; // what the newest revision changed (empty after a load: refresh everything)
  std::vector<Year> years;      // of the plan
  ValueStyle style;             // numbers, money unit, labels: for cells, copying and parsing alike
  Route const& route;
  bool read_only = false;
  std::vector<Year> past_years = {}, region_years = {};  // of series with another Rules::span
  Arrivals const* arrivals = nullptr;                     // null: not known

  // In a slice what belongs to others is only read.
  bool can_write(Node const& node) const { return !read_only && is_writable_in_scope(document, node); }
  std::vector<Year> const& years_of(FieldInfo const& field) const { return field.rules.span == Span::plan ? years : field.rules.span == Span::before_plan ? past_years : region_years; }
};

// Whose a record is that may not be written in this slice: "Milik Dinas Kesehatan; hanya dibaca"; "" where it may.
std::string foreign_note(PlanView const& plan, Strings const& s, Node const& node);

// Sentence and verb link of a finding in the current language.
std::string finding_sentence(PlanView const& plan, Strings const& s, Finding const& finding);
std::optional<std::string> finding_done(PlanView const& plan, Strings const& s, Finding const& finding);  // what its verb has written, where that is worth telling
std::string_view finding_verb(Strings const& s, Finding const& finding);

// Dimension of a record, for its mark: code token index 0…5 in the fixed order, −1 = none.
int dimension_index(Document const& document, Ulid dimension);
Token dimension_color(int index);
Token dimension_text_color(int index);
Token dimension_tint(int index);
char const* dimension_icon(int index);
std::string_view dimension_short(int index);  // "GOV"

}  // namespace rancang
