#pragma once
// A small plan on the workbench of the editor's tests: four agencies in order, an action item, one author; and how to read it.
// Must not know: what is tested.
#include <string>
#include <vector>

#include "edit/editor.hpp"
#include "support/plan_files.hpp"

namespace rancang::testing {

constexpr RecordType agencies = record_type<Agency>, items = record_type<ActionItem>;
inline std::uint8_t agency_field(std::string_view key) { return static_cast<std::uint8_t>(record_info(agencies).index_of(key)); }
inline std::uint8_t item_field(std::string_view key) { return static_cast<std::uint8_t>(record_info(items).index_of(key)); }

struct Workbench {
  ReplicaId self = make_replica(7), other = make_replica(8);
  std::uint64_t made = 0;
  std::vector<Ulid> rows;  // the agencies, as first laid out
  Ulid item;
  Editor editor;

  Workbench() : editor(lay_out(), author()) {}

  Author author() {
    return {self, [this] { return make_ulid(1'662'600'000'000, 5, ++made); }, nullptr};
  }
  Document const& document() const { return editor.document(); }
  Agency const& agency(std::size_t row) const { return document().find(agencies, rows[row])->as<Agency>(); }
  bool alive(std::size_t row) const { return document().table(agencies).find_alive(rows[row]) != nullptr; }
  std::size_t steps() const { return editor.history().steps().size(); }

  Result<ChangeSet> run(Command const& command, std::uint64_t join_key = 0) { return editor.run(command, join_key, 1'000); }
  Result<ChangeSet> name(std::size_t row, std::string text, std::uint64_t join_key = 0) { return run(SetField{{agencies, rows[row], agency_field("name"), std::move(text)}}, join_key); }

  // Names in the order of the rows, joined by blanks.
  std::string order() const {
    std::vector<std::pair<std::pair<std::int64_t, Ulid>, std::string>> found;
    document().table(agencies).for_each([&](NodePtr const& node) { found.push_back({{node->as<Agency>().order, node->id}, node->as<Agency>().name}); });
    std::sort(found.begin(), found.end());
    std::string out;
    for (auto const& [place, name] : found) (out += out.empty() ? "" : " ") += name;
    return out;
  }
  // "" when both hold the same alive records with the same data; stamps differ after undo, and what a command created stays behind in the trash.
  static std::string data_difference(Document const& a, Document const& b) {
    for (std::size_t type = 0; type < record_type_count; ++type) {
      if (a.tables[type].size() != b.tables[type].size()) return "number of " + std::string(record_infos()[type].name);
      std::string found;
      a.tables[type].for_each([&](NodePtr const& node) {
        NodePtr const* const same = b.tables[type].find_alive(node->id);
        if (!same || !same_data(*node, **same)) found = std::string(record_infos()[type].name) + " " + ulid_text(node->id);
      });
      if (!found.empty()) return found;
    }
    return {};
  }

 private:
  Document lay_out() {
    Document document;
    document.plan_id = make_ulid(1'662'600'000'000, 1, 1);
    for (std::string const name : {"A", "B", "C", "D"}) {
      auto node = make_node(agencies, make_ulid(1'662'600'000'000, 2, rows.size() + 1));
      rows.push_back(node->id);
      node->as<Agency>().name = name;
      node->as<Agency>().order = static_cast<std::int64_t>(rows.size()) * order_gap;
      node->causal = created_by(other);
      document.table(agencies).put(std::move(node));
    }
    auto node = make_node(items, make_ulid(1'662'600'000'000, 3, 1));
    item = node->id;
    node->as<ActionItem>().name = "Portal";
    node->as<ActionItem>().lead_agency = Id<Agency>{rows[0]};
    node->causal = created_by(other);
    document.table(items).put(std::move(node));
    return document;
  }
};

}  // namespace rancang::testing
