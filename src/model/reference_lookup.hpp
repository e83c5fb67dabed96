#pragma once
// Records by the names people give them: how a reference is written, and which record a written name means.
// Must not know: languages, screens, particular records ("short_name" is looked up in the schema, as any other key).
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"

namespace rancang {

// The record's short_name if its type has one and it is given, else its title, else its code, else its id.
// A record in the trash keeps its name; one that is absent is written as its id. "" for a null id.
std::string reference_text(Document const& document, RecordType target, Ulid id);
void append_reference_text(std::string& out, Document const& document, RecordType target, Ulid id);
std::string record_text(Node const& node);
// What the record is called: its title. A type without one (a score, an attendance) is called by the records it is about: "TOPS · Manfaat".
// "" when nothing is given.
std::string record_title(Document const& document, Node const& node);

// The records that are not in the trash, by their field with Role::order, then by id.
std::vector<Node const*> in_plan_order(Document const& document, RecordType type);

// Remembers the folded names of every type it was asked about; valid for the document it was made for.
class ReferenceLookup {
 public:
  explicit ReferenceLookup(Document const& document) : document_(&document) {}
  Document const& document() const { return *document_; }
  // By id, short name, title or code, all folded; whole names first, then a beginning that fits one record only.
  // Errors: value.unknown_reference, value.ambiguous_reference (see value_text.hpp).
  Result<Ulid> find(RecordType target, std::string_view text);
  // Whole names only; null = none or several.
  Ulid find_whole(RecordType target, std::string_view text);

 private:
  struct Name {
    std::string folded;
    Ulid id;
    std::uint8_t rank;  // 0 short name, 1 title, 2 code: an earlier kind of name wins
  };
  std::vector<Name> const& names_of(RecordType target);

  Document const* document_;
  std::array<std::vector<Name>, record_type_count> names_;  // sorted by folded text, rank
  std::array<bool, record_type_count> known_{};
};

}  // namespace rancang
