#pragma once
// The thread of a plan ("benang merah"): from the region's own missions down to one activity, each link a reference that the method asks for.
// Read off the references of the records, nearest first. Must not know: screens, sentences.
#include <vector>

#include "model/document.hpp"

namespace rancang {

struct ThreadLink {
  RecordType type = RecordType::none;
  Node const* node = nullptr;  // null: the thread is broken here
  RecordType mend_type = RecordType::none;
  Ulid mend;                   // the record in whose `field` the link is chosen; null where what has that field is not there either
  int field = -1;
};

// Links above the record, topmost first: RPJMD mission, smart city mission, objective, strategy, programme. What neither the
// record nor anything above it has a field for is left out. Empty for records that don't hang on the thread.
// Valid until the document changes.
std::vector<ThreadLink> thread_of(Document const& document, Node const& node);
bool is_whole(std::vector<ThreadLink> const& thread);

}  // namespace rancang
