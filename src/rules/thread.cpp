#include "rules/thread.hpp"

#include <algorithm>
#include <array>

namespace rancang {
namespace {

// From the bottom up (domain.md 2.1).
constexpr std::array links{record_type<ActionItem>, record_type<Program>, record_type<Strategy>, record_type<Objective>, record_type<Mission>, record_type<RpjmdMission>};

// The record that a field points to, of several the first.
Node const* target_of(Document const& document, FieldInfo const& field, Node const& node) {
  Ulid id;
  if (field.type == ValueType::reference) id = peek_reference(field, node.data());
  else if (field.row_count(node.data()) > 0) id = *static_cast<Ulid const*>(field.row(node.data(), 0));
  NodePtr const* const found = id ? document.table(field.target).find_alive(id) : nullptr;
  return found ? found->get() : nullptr;
}

ThreadLink find_link(Document const& document, RecordType type, std::vector<Node const*> const& known) {
  ThreadLink link{type};
  for (Node const* node : known) {
    auto const fields = node->info().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      bool const refers = fields[i].type == ValueType::reference || fields[i].type == ValueType::references;
      if (!refers || fields[i].target != type) continue;
      if (link.field < 0) link.mend_type = node->type, link.mend = node->id, link.field = static_cast<int>(i);
      link.node = target_of(document, fields[i], *node);
      if (link.node) return link;
    }
  }
  return link;
}

}  // namespace

std::vector<ThreadLink> thread_of(Document const& document, Node const& node) {
  auto const place = std::find(links.begin(), links.end(), node.type);
  std::vector<ThreadLink> thread;
  if (place == links.end()) return thread;
  std::vector<Node const*> known{&node};
  for (auto type = place + 1; type != links.end(); ++type) {
    ThreadLink const link = find_link(document, *type, known);
    bool const broken = std::any_of(thread.begin(), thread.end(), [](ThreadLink const& below) { return !below.node; });
    if (!link.node && link.field < 0 && !broken) continue;  // nothing on the way up names one: it hangs on the dimension only
    thread.push_back(link);
    if (link.node) known.push_back(link.node);
  }
  std::reverse(thread.begin(), thread.end());
  return thread;
}

bool is_whole(std::vector<ThreadLink> const& thread) {
  return std::all_of(thread.begin(), thread.end(), [](ThreadLink const& link) { return link.node != nullptr; });
}

}  // namespace rancang
