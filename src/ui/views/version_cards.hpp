#pragma once
// One field with its versions side by side: who says what, words that differ, the choice, a value of one's own. Merge board and open conflicts share it.
// Must not know: where the versions come from, what a choice does.
#include <array>
#include <functional>
#include <optional>

#include "base/word_diff.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

struct VersionCard {
  std::string title;               // "Versi saya", "Versi Dinas Perkim"
  std::string note;                // "Hendra G., 29 Agu 2022"
  std::string text;
  std::vector<std::string> chips;  // of a set of references, instead of the text
  std::vector<TextSpan> marks;     // words of the text that the other version lacks, or the base
  std::string change;              // "naik 100 juta dari dasar"
  std::string source;              // name of the file, told under the pointer
  Value value;
};
constexpr int version_segments = 4;  // first, other, both, own
struct VersionField {
  std::uint64_t key = 0;           // stable and unique on the screen
  FieldInfo const* field = nullptr;  // null: the record itself comes or goes; two segments
  std::string label, hint;
  std::optional<VersionCard> base;  // from which the versions started; stands first, can't be chosen
  std::vector<VersionCard> cards;
  std::array<std::string_view, version_segments> segments;
  std::array<std::string_view, version_segments> disabled;  // why not; "" = can be chosen
  int segment = -1;                // chosen; −1 = nothing
  int card = -1;                   // chosen
  std::string result;              // what comes of it, when that is none of the cards
  std::string own;                 // what one's own value begins with
  bool current = false;            // the keys mean this one
  bool decided = false;
};
// Of the one field that is written into. Text that can't be understood stays there, in red.
struct VersionOwn {
  std::uint64_t key = 0;
  bool focus = false;
  std::string text, problem;
  bool touched = false;            // something was typed
};
struct VersionAnswer {
  int segment = -1;
  int card = -1;
  std::optional<Value> own;        // understood
  bool back = false;               // Esc, or not understood: what stood before the visit stands again
  bool done = false;               // the visit to the field has ended
};
float version_height(Ui const& ui, VersionField const& field, VersionOwn const& own, float width);
VersionAnswer version_view(Ui const& ui, PlanView const& plan, Document const& names, VersionField const& field, VersionOwn& own, Box area);

// All fields of a record one below the other, and a note; `take` gets what is done with one of them.
struct VersionColumn {
  char const* name;                // unique on the screen
  Document const& names;
  std::vector<VersionField> const& fields;
  VersionOwn& own;
  std::string_view note;
};
void version_column(Ui const& ui, PlanView const& plan, VersionColumn const& column, Box const& area, std::function<void(std::size_t, VersionAnswer&)> const& take);

// How values are written here: money in rupiah, every digit.
ValueStyle version_style(PlanView const& plan);
// A card for a value of a field; `document` knows the records that it refers to.
VersionCard version_card(Ui const& ui, PlanView const& plan, Document const& document, FieldInfo const& field, Value value);
// Marks in which words the cards differ: from the base where there is one, else the first against the second, the others against the first.
void mark_differences(VersionField& field);
// How a number differs from the base's: "naik 100 juta dari dasar"; "" where it does not, or is no number.
std::string base_change(Ui const& ui, Value const& base, Value const& value);
// "teks, bisa disunting"
std::string_view version_kind(Strings const& s, FieldInfo const& field);
// The other fields that are decided together with this one, "" = none.
std::string decided_with(Strings const& s, RecordInfo const& info, std::uint8_t field);

}  // namespace rancang
