#pragma once
// Somebody who types: a small plan, and edits of it as ordinary change sets with causal stamps.
// Must not know: doctest, storage.
#include <string>
#include <vector>

#include "model/change_set.hpp"
#include "persist/plan_file.hpp"

namespace rancang::test {

struct Typist {
  Document document;
  ReplicaId replica;
  std::uint64_t revision = 1;
  std::vector<Ulid> agencies;

  Typist(std::uint64_t plan, std::uint64_t replica_number, std::size_t count = 3) : replica(make_replica(replica_number)) {
    document.plan_id = make_ulid(1'662'600'000'000, 7, plan);
    for (std::size_t i = 0; i < count; ++i) add("Dinas " + std::to_string(i));
  }
  Typist(Document existing, ReplicaId self) : document(std::move(existing)), replica(self) {
    document.table_of<Agency>().for_each([&](NodePtr const& node) { agencies.push_back(node->id); });
  }

  std::string plan() const { return ulid_text(document.plan_id); }
  // Everything that is to be the same after reopening.
  std::string text() const { return write_plan(document, {}); }

  ChangeSet add(std::string name) {
    Ulid const id = make_ulid(1'662'600'000'000, 9, agencies.size() + 1);
    auto node = make_node(record_type<Agency>, id);
    node->as<Agency>().name = std::move(name);
    node->causal = created_by(replica);
    agencies.push_back(id);
    return commit({nullptr, std::move(node)});
  }
  ChangeSet type(std::size_t agency, std::string name) {
    NodePtr const before = *document.table_of<Agency>().find(agencies[agency]);
    auto node = clone_node(*before);
    node->as<Agency>().name = std::move(name);
    node->causal = written_by(*before->causal, replica, changed_fields(*before, *node));
    return commit({before, std::move(node)});
  }
  ChangeSet remove(std::size_t agency) {
    NodePtr const before = *document.table_of<Agency>().find(agencies[agency]);
    auto node = clone_node(*before);
    node->causal = deleted_by(*before->causal, replica);
    return commit({before, std::move(node)});
  }

 private:
  ChangeSet commit(RecordChange change) {
    ChangeSet changes;
    changes.records.push_back(std::move(change));
    apply(document, changes);
    ++revision;
    return changes;
  }
};

}  // namespace rancang::test
