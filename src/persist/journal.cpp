#include "persist/journal.hpp"

#include <algorithm>

#include "persist/file_writer.hpp"
#include "persist/record_encode.hpp"

namespace rancang {

std::string write_records(Ulid plan_id, Replicas const& replicas, std::span<NodePtr const> records, EnvelopeInfo envelope) {
  std::vector<Node const*> nodes;
  for (auto const& node : records) nodes.push_back(node.get());
  std::stable_sort(nodes.begin(), nodes.end(), [](Node const* a, Node const* b) { return a->type < b->type; });
  Document frame;
  frame.plan_id = plan_id;
  frame.replicas = std::make_shared<Replicas const>(replicas);
  envelope.kind = "journal";
  FileWriter writer(std::move(frame), std::move(envelope), std::move(nodes));
  constexpr std::size_t all = ~std::size_t{0} >> 1;
  while (writer.run(all)) {
  }
  return writer.take();
}

Result<Nothing> apply_journal(Document& document, std::string_view bytes, ReadLimits const& limits) {
  auto read = read_plan(bytes, limits);
  if (!read) return read.error();
  // A value that fits no field is remarked upon at every reading; it was in the plan before.
  bool const repaired = std::any_of(read->remarks.begin(), read->remarks.end(), [](Error const& remark) { return remark.id != "field.wrong_type"; });
  if (read->edited_by_hand || !read->has_causality || repaired || read->envelope.kind != "journal") return error("journal.damaged");
  if (read->document.plan_id != document.plan_id) return error("journal.other_plan");
  for (std::size_t type = 0; type < record_type_count; ++type) {
    auto changed = read->document.tables[type].stored();
    // Many records go in with one rebuild of the table.
    constexpr std::size_t few = 64;
    if (changed.size() > few) {
      auto all = document.tables[type].stored();
      all.insert(all.end(), changed.begin(), changed.end());
      document.tables[type].assign(std::move(all));
    } else {
      for (auto& node : changed) document.tables[type].put(std::move(node));
    }
  }
  Replicas replicas = *document.replicas;
  for (auto const& [id, info] : *read->document.replicas) replicas[id] = info;
  if (replicas != *document.replicas) document.replicas = std::make_shared<Replicas const>(std::move(replicas));
  return Nothing{};
}

std::string record_line(Node const& node) {
  std::string out;
  append_record(out, node);
  return out;
}

}  // namespace rancang
