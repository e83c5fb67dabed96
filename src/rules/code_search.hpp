#pragma once
// Looking up budget codes in the plan's nomenclature: by the beginning of a code, however its zeros are written, or by words of the name; and codes brought to their
// usual form where there is no doubt.
// Must not know: screens, sentences.
#include <vector>

#include "model/document.hpp"
#include "model/library.hpp"

namespace rancang {

// Is the field one for codes of the nomenclature?
bool takes_code(RecordInfo const& info, FieldInfo const& field);

struct CodeOffer {
  Ulid id;             // of the row of the nomenclature
  std::string code;    // in the usual form of its edition
  std::string name;
  CodeLevel level = CodeLevel::unset;
  CodeEdition edition = CodeEdition::unset;
};
// At most `most`, best first: rows whose level the record asks for before others, then in the order of the nomenclature. An empty text offers the first ones.
std::vector<CodeOffer> code_offers(Document const& document, RecordInfo const& info, std::string_view text, std::size_t most);

// What choosing an offer writes into the record: the code, its edition, and the official name where none is given.
std::vector<std::pair<std::uint8_t, Value>> offer_values(Node const& record, FieldInfo const& field, CodeOffer const& offer);

// The usual form of what stands in the record's code field; nothing where the text is no code, stands right already, or could be meant in two ways
// (a sub kegiatan that lost its zeros in a row without an edition).
std::optional<std::string> tidy_code(Node const& record, FieldInfo const& field, std::string_view text);

}  // namespace rancang
