#pragma once
// What is different between two states of a plan, field by field: for reports, minutes, comparisons.
// Must not know: languages, screens, where the states come from.
#include <vector>

#include "model/change_set.hpp"

namespace rancang {

enum class ChangeKind : std::uint8_t { created, deleted, restored, written };

struct FieldChange {
  NodePtr before;          // null: created
  NodePtr after;           // null: gone altogether
  std::int16_t field = -1; // of a written one
  ChangeKind kind = ChangeKind::written;
  ReplicaId by;            // whose write is the one that stands; null where nobody is known

  Node const& node() const { return after ? *after : *before; }
};

// In list order of types, by id, by field. Fields that only order rows are left out, and so are the fields of a record that is new.
std::vector<FieldChange> changes_between(Document const& from, Document const& to);

// The part of two texts that differs, at word boundaries, with up to `around` words before and after it.
struct TextChange {
  std::string_view before, after;
  bool cut_front = false, cut_back = false;  // something is left out there
};
TextChange changed_words(std::string_view before, std::string_view after, std::size_t around = 3);

}  // namespace rancang
