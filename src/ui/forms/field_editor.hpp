#pragma once
// One editor per value type, for any field of any record and for the rows of nested lists. Each draws downward from a position and returns its height.
// Must not know: particular records; never asks for a field by its name.
#include <functional>

#include "ui/forms/form_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {

struct FormContext {
  Ui const& ui;
  PlanView const& plan;
  FormState& state;
  Box clip;                   // visible part of the form
};

// A place that holds one value: a field of the record, or a field of one row of a nested list.
struct FieldSlot {
  RecordInfo const& info;     // whose labels apply
  FieldInfo const& field;
  std::uint64_t key;          // identity of the editor; also the join key of its undo step
  Value value;
  std::function<void(Value)> write;  // becomes an EditRequest under `key`
  bool invalid = false, missing = false;  // an error, or an owed empty field, stands at it
  bool disputed = false;      // several values stand in it until somebody decides
  std::string follows = {};   // what it makes together with another field, said below it
  bool named = false;         // its name stands above already: the list's, of which this is the column
};

// The input itself, without label. Height 28 unless the type needs more.
float value_editor(FormContext& context, FieldSlot const& slot, Box const& at);
// Label, editor, help when unfolded. Returns the whole height.
float field_editor(FormContext& context, FieldSlot const& slot, Box const& at);
// Two of them fit side by side, each `width` wide (pixels): neither name nor value is cut for its kind.
bool is_short(Ui const& ui, RecordInfo const& info, FieldInfo const& field, float width);

// The next field is where this one ends ("start_date" and "end_date") or its factor (Rules::times): the two stand beside each other.
bool begins_pair(RecordInfo const& info, std::size_t index);

// by value type
float choice_editor(FormContext& context, FieldSlot const& slot, Box const& at);      // enumeration, reference, references
float series_editor(FormContext& context, FieldSlot const& slot, Box const& at);
float list_editor(FormContext& context, FieldSlot const& slot, Box const& at);
float text_editor(FormContext& context, FieldSlot const& slot, Box const& at);        // text, numbers, money, date, year
// One line of free text parsed into a value; shared by text_editor and the cells of a series.
struct ParsedLook {
  std::string label, shown;          // accessible name; text of the value
  TextKind kind = TextKind::line;
  bool small = false;
  std::string_view prefix, placeholder;
  std::uint32_t max_length = 0;
  bool prose = false;
  std::function<std::optional<Value>(std::string_view)> tidy = {};  // asked when the field is left: what to write in place of the text
  FieldExit* exit = nullptr;         // told how the field was left in this frame
};
float code_editor(FormContext& context, FieldSlot const& slot, Box const& at, ParsedLook look);  // text with offers from the nomenclature below
float parsed_field(FormContext& context, FieldSlot const& slot, Box const& at, ParsedLook const& look, std::function<Result<Value>(std::string_view)> const& parse);

}  // namespace rancang
