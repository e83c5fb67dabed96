#pragma once
// The small plan that the laws of merging are tried on: two milestones and an activity, of two agencies, and the values that are written into them.
// Must not know: the laws, histories.
#include <string>
#include <vector>

#include "edit/commands.hpp"

namespace rancang::testing {

struct LawPlan {
  static constexpr std::size_t records = 3;
  static constexpr RecordType types[records] = {record_type<Milestone>, record_type<Milestone>, record_type<ActionItem>};
  static Ulid id_of(std::size_t record) { return {5, record + 1}; }
  static Ulid agency_of(std::size_t index) { return {3, index + 1}; }
  static std::vector<std::uint8_t> const& fields_of(std::size_t record) {
    static auto const find = [](RecordType type, std::initializer_list<char const*> keys) {
      std::vector<std::uint8_t> out;
      for (auto const* key : keys) out.push_back(static_cast<std::uint8_t>(record_info(type).index_of(key)));
      return out;
    };
    static std::vector<std::uint8_t> const milestone = find(record_type<Milestone>, {"statement", "order", "action_items", "agency", "note"});
    static std::vector<std::uint8_t> const item = find(record_type<ActionItem>, {"name", "start_year", "end_year", "lead_agency", "support_agencies"});
    return types[record] == record_type<Milestone> ? milestone : item;
  }
  static Value value_for(FieldInfo const& field, std::uint8_t value) {
    switch (field.type) {
      case ValueType::text: return std::string(1, static_cast<char>('a' + value));
      case ValueType::integer: return std::int64_t{value};
      case ValueType::year: return static_cast<Year>(2023 + value);
      case ValueType::reference: return agency_of(value % 2);
      default: {
        std::vector<Ulid> ids;
        for (std::size_t bit = 0; bit < 2; ++bit)
          if (value >> bit & 1) ids.push_back(agency_of(bit));
        return ids;
      }
    }
  }
  static Document const& start(std::size_t count) {
    static auto const make = [](std::size_t many) {
      Document out;
      out.plan_id = {1, 1};
      CausalPtr const by = created_by(make_replica(5));
      auto const put = [&](RecordType type, Ulid id) {
        auto node = make_node(type, id);
        node->causal = by;
        out.table(type).put(node);
      };
      for (std::size_t i = 0; i < 2; ++i) put(record_type<Agency>, agency_of(i));
      for (std::size_t i = 0; i < many; ++i) put(types[i], id_of(i));
      return out;
    };
    static Document const small = make(records - 1), large = make(records);
    return count == records ? large : small;
  }
  static NodePtr node_of(Document const& document, std::size_t record) { return *document.table(types[record]).find(id_of(record)); }
};

}  // namespace rancang::testing
