#pragma once
// Document: the whole plan as a value. Copies are cheap; restore points, "last saved" and "as exported" are plain copies. Only Editor makes a changed one.
// Must not know: files, undo, screens.
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "model/table.hpp"

namespace rancang {

// Who wrote under a replica id: a label typed by a person, no proof of identity.
struct ReplicaInfo {
  std::string label;
  Ulid agency;
  std::optional<Date> day = {};  // the one day on which it wrote, by the calendar of its laptop; files of before this was told have none
  friend bool operator==(ReplicaInfo const& a, ReplicaInfo const& b) { return a.label == b.label && a.agency == b.agency && a.day == b.day; }
};

// Record types that this version does not know: type name → record lines and causality entries as JSON text.
struct ForeignRecord {
  std::string type;
  std::string id;
  std::string json;
  std::string causality;  // "" when the file had none
};

struct SliceScope;  // slice.hpp

struct Document {
  Ulid plan_id;
  std::array<Table, record_type_count> tables;
  std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>();
  std::shared_ptr<std::vector<ForeignRecord> const> foreign = std::make_shared<std::vector<ForeignRecord> const>();
  std::shared_ptr<Extras const> extras;  // unknown members of the envelope
  std::shared_ptr<SliceScope const> scope;  // null: a whole plan; else only a part of it may be written here

  Table const& table(RecordType type) const { return tables[index_of(type)]; }
  Table& table(RecordType type) { return tables[index_of(type)]; }
  template <class R>
  Table const& table_of() const { return tables[index_of(record_type<R>)]; }

  // Alive record behind a reference, or nullptr.
  template <class R>
  R const* get(Id<R> id) const {
    NodePtr const* const node = id ? table_of<R>().find_alive(id.value) : nullptr;
    return node ? &(*node)->template as<R>() : nullptr;
  }
  Node const* find(RecordType type, Ulid id) const {
    NodePtr const* const node = table(type).find(id);
    return node ? node->get() : nullptr;
  }
  // The one alive record of a `single` type (the first by id if a merge left several), or nullptr.
  Node const* single(RecordType type) const;
  std::size_t record_count() const;  // alive records of all types
};

// The plan's years: plan_start … plan_start + plan_years − 1; empty when the identity has no start year.
std::vector<Year> plan_years(Document const& document);
// The five years before it: what is known of the region when the plan is written.
std::vector<Year> past_years(Document const& document);
// The years that a series is about, see Rules::span. Without dates of the region's medium-term plan those of this plan stand in for them.
std::vector<Year> span_years(Document const& document, Span span);

struct Referrer {
  NodePtr node;
  std::uint8_t field;
};
// Alive records that refer to `id` (references and nested references). Cost: one pass over the types that can refer to `target`.
std::vector<Referrer> referrers(Document const& document, RecordType target, Ulid id);

}  // namespace rancang
