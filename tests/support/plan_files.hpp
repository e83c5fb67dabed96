#pragma once
// Plans and files for the tests of the file format: random stamps, conflicts and trash; the same JSON in other layouts; comparison of whole documents.
// Must not know: how files are read or written.
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "support/random_plan.hpp"

namespace rancang::testing {

// Edits, deletions and conflicts by four replicas on about `percent` of the records.
inline void add_history(Document& document, RandomPlan& random, unsigned percent) {
  std::vector<ReplicaId> replicas;
  for (std::uint64_t i = 0; i < 4; ++i) replicas.push_back(make_replica(random.number(~std::uint64_t{0})));
  for (auto& table : document.tables) {
    for (auto const& node : table.stored()) {
      if (!random.chance(percent)) continue;
      auto copy = clone_node(*node);
      auto const fields = copy->info().fields;
      for (std::uint64_t edits = 1 + random.number(4); edits > 0; --edits)
        copy->causal = written_by(*copy->causal, replicas[random.number(replicas.size())], {static_cast<std::uint8_t>(random.number(fields.size()))});
      if (random.chance(20)) copy->causal = deleted_by(*copy->causal, replicas[0]);
      if (random.chance(30)) {
        auto causal = std::make_shared<Causal>(*copy->causal);
        auto const field = static_cast<std::uint8_t>(random.number(fields.size()));
        for (std::uint32_t counter = 1; counter <= 1 + random.number(2); ++counter)
          causal->others.push_back({field, {replicas[3], counter}, random.value(document, fields[field])});
        // A copy that holds a value has seen it.
        Dot const newest{replicas[3], std::max<std::uint32_t>(2, causal->counter_of(replicas[3]))};
        std::vector<Dot> seen;
        for (Dot dot : causal->seen)
          if (dot.replica != newest.replica) seen.push_back(dot);
        seen.push_back(newest);
        std::sort(seen.begin(), seen.end());
        causal->seen = std::move(seen);
        copy->causal = std::move(causal);
      }
      table.put(std::move(copy));
    }
  }
  auto known = *document.replicas;
  for (std::size_t i = 0; i < replicas.size(); ++i) known[replicas[i]] = {"Dinas \"" + std::to_string(i) + "\" – Rina", i % 2 ? document.plan_id : Ulid{}};
  document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(known));
}

// "" when the documents hold the same, else what differs first.
inline std::string difference(Document const& a, Document const& b) {
  if (a.plan_id != b.plan_id) return "plan_id";
  if (!(*a.replicas == *b.replicas)) return "replicas";
  for (std::size_t type = 0; type < record_type_count; ++type) {
    auto const left = a.tables[type].stored(), right = b.tables[type].stored();
    if (left.size() != right.size()) return "number of " + std::string(record_infos()[type].name);
    for (std::size_t i = 0; i < left.size(); ++i) {
      std::string const where = std::string(record_infos()[type].name) + " " + ulid_text(left[i]->id);
      if (left[i]->id != right[i]->id) return where + ": id";
      for (std::uint8_t field : changed_fields(*left[i], *right[i])) return where + ": " + std::string(left[i]->info().fields[field].key);
      if (!(*left[i]->causal == *right[i]->causal)) return where + ": causality";
      if ((left[i]->extras ? *left[i]->extras : Extras()) != (right[i]->extras ? *right[i]->extras : Extras())) return where + ": extras";
    }
  }
  if (a.foreign->size() != b.foreign->size()) return "foreign records";
  for (std::size_t i = 0; i < a.foreign->size(); ++i) {
    auto const &left = (*a.foreign)[i], &right = (*b.foreign)[i];
    if (left.type != right.type || left.id != right.id || left.json != right.json || left.causality != right.causality) return "foreign record " + left.id;
  }
  if ((a.extras ? *a.extras : Extras()) != (b.extras ? *b.extras : Extras())) return "envelope";
  return {};
}

// The same JSON with a blank after every comma and colon outside of texts.
inline std::string respaced(std::string_view text) {
  std::string out;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (inside && text[i] == '\\') out += text[++i];
    else if (text[i] == '"') inside = !inside;
    else if (!inside && (text[i] == ',' || text[i] == ':')) out += ' ';
  }
  return out;
}

// The members "records" and "causality" of a file of ours in the other order.
inline std::string causality_first(std::string const& text) {
  auto const records = text.find("\"records\":{"), causality = text.find("\n\"causality\":{") + 1, after = text.find("\n},\n", causality) + 4;
  return text.substr(0, records) + text.substr(causality, after - causality) + text.substr(records, causality - records) + text.substr(after);
}

inline std::string replaced(std::string text, std::string_view what, std::string_view with) {
  auto const at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), with);
  return text;
}

}  // namespace rancang::testing
