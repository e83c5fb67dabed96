#pragma once
// What changed, in sentences for people: "Pagu “TOPS” dari Rp 350 juta menjadi Rp 500 juta".
// Must not know: screens, how the states were found.
#include "books/labels.hpp"
#include "model/arrivals.hpp"
#include "model/changes.hpp"

namespace rancang {

// Both states, because a name that is referred to may be in one of them only.
struct ChangeWords {
  Document const& from;
  Document const& to;
  Strings const& strings;
  ValueStyle const& style;
  Arrivals const* arrivals = nullptr;  // which replicas wrote here and which files brought the others; null: not known
};
std::string change_sentence(ChangeWords const& words, FieldChange const& change);
// What was written into a field of `what` (a record in words), from the texts of both values; long ones are shown around what changed.
std::string written_sentence(Strings const& strings, std::string_view label, std::string_view what, std::string old_text, std::string new_text);
// Not more of a text than a sentence bears.
std::string text_beginning(std::string text);
// What a record is called: "Kegiatan “TOPS”".
std::string record_in_words(Strings const& strings, Document const& document, Node const& node);
std::string record_in_words(ChangeWords const& words, FieldChange const& change);
// The name under which somebody wrote; where nobody gave one "Laptop ini" for what was written here, else the replica's id.
std::string writer_name(Strings const& strings, Document const& document, ReplicaId by);
std::string writer_name(ChangeWords const& words, ReplicaId by);

}  // namespace rancang
