#include "core/rules/random_edits.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "rules/finding.hpp"

namespace rancang::test {
namespace {
constexpr std::array words{"layanan", "perizinan", "perijinan", "terpadu", "pelatihan", "dan", "digital", "digtal", "aplikasi", "pasar", "tahap", "1", "2"};
constexpr std::array texts{"2.16.03.2.02.0021", "2.16.3.2.2.21", "2.16.03.1.02.21", "12.76", "1276", "1274", "gov", "a\tb", "", "", "x\xE2\x80\x8B"};
ReplicaId const replica = make_replica(5);
}  // namespace

Ulid RandomEdits::some_id(RecordType type) {
  if (chance(4)) return {9, below(3)};  // never exists
  std::vector<Ulid> ids;
  for (auto const& one : known_)
    if (one.type == type) ids.push_back(one.id);
  return ids.empty() ? Ulid{} : ids[below(static_cast<std::uint32_t>(ids.size()))];
}

std::string RandomEdits::some_text() {
  if (chance(20)) return texts[below(texts.size())];
  if (chance(2)) return std::string(1000 + below(9000), 'x');
  std::string out;
  for (std::uint32_t i = 0, count = 1 + below(4); i < count; ++i) out += std::string(out.empty() ? "" : " ") + words[below(words.size())];
  return out;
}

Value RandomEdits::some_series(FieldInfo const& field) {
  SeriesValue series{field.element, {}};
  std::uint32_t const entries = field.enumeration ? static_cast<std::uint32_t>(field.enumeration->names.size()) : 0;
  for (Year year = 2021; year <= 2030; ++year)
    if (chance(30)) series.values.emplace_back(year, entries > 0 ? below(entries) : static_cast<std::int64_t>(below(4)) * 1'000'000 - (chance(5) ? 5'000'000 : 0));
  return series;
}

Value RandomEdits::some_value(FieldInfo const& field) {
  if (chance(15) && field.type != ValueType::boolean && field.type != ValueType::integer) return field.type == ValueType::text ? Value(std::string()) : Value();
  switch (field.type) {
    case ValueType::text: return some_text();
    case ValueType::boolean: return chance(50);
    case ValueType::integer: return static_cast<std::int64_t>(below(14));
    case ValueType::decimal: return Decimal{static_cast<std::int64_t>(below(3)) * 50 * micros_per_unit};
    case ValueType::money: return Money{below(3)};
    case ValueType::year: return static_cast<Year>(2020 + below(10));
    case ValueType::date: return Date{static_cast<std::int32_t>(below(20'000))};
    case ValueType::enumeration: return EnumIndex{static_cast<std::uint8_t>(below(static_cast<std::uint32_t>(field.enumeration->names.size())))};
    case ValueType::reference: {
      Ulid const id = some_id(field.target);
      return id ? Value(id) : Value();
    }
    case ValueType::references: {
      std::vector<Ulid> ids;
      for (std::uint32_t i = 0, count = below(3); i < count; ++i)
        if (Ulid const id = some_id(field.target)) ids.push_back(id);
      return ids;
    }
    case ValueType::series: return some_series(field);
    case ValueType::list: break;
  }
  ListValue list;
  for (std::uint32_t i = 0, count = below(3); i < count; ++i) {
    auto& row = list.rows.emplace_back();
    for (auto const& inner : field.nested->fields) row.push_back(some_value(inner));
  }
  return list;
}

void RandomEdits::scatter(Node& node, std::uint32_t percent) {
  if (node.type == record_type<MutedFinding>) percent = 90;  // half of one sets nothing aside
  for (auto const& field : node.info().fields)
    if (chance(percent)) field.set(node.data(), value_for(node, field));
}

Value RandomEdits::value_for(Node const& node, FieldInfo const& field) {
  if (node.type != record_type<MutedFinding> || known_.empty() || chance(10)) return some_value(field);
  if (field.key == "record") return chance(10) ? std::string() : ulid_text(known_[below(static_cast<std::uint32_t>(known_.size()))].id);
  if (field.key != "rule") return some_value(field);
  constexpr std::array often{RuleId::field_owed, RuleId::field_owed, RuleId::record_duplicate_name, RuleId::reference_missing, RuleId::reference_other_dimension};
  RuleId const rule = chance(85) ? often[below(often.size())] : static_cast<RuleId>(below(rule_count));
  return std::string(rule_info(rule).id) + (rule == RuleId::field_owed && chance(20) ? ":description" : "");
}

// Action items and programmes most, then the seed's favourites, the rest of the types evenly.
RecordType RandomEdits::some_type() {
  if (chance(20)) return record_type<ActionItem>;
  if (chance(15)) return record_type<Program>;
  if (chance(20)) return record_type<MutedFinding>;
  return static_cast<RecordType>((chance(50) ? first_favourite_ + below(favourites) : below(record_type_count)) % record_type_count);
}

RecordChange RandomEdits::create() {
  RecordType const type = some_type();
  ++last_id_;
  Ulid const id = make_ulid(1'700'000'000'000 + below(1'000'000), last_id_, random_());
  auto node = make_node(type, id);
  scatter(*node, 60);
  node->causal = created_by(replica);
  known_.push_back({type, id});
  return {nullptr, node};
}

RecordChange RandomEdits::change(Document const& document, Known known) {
  NodePtr const before = *document.table(known.type).find(known.id);
  auto node = clone_node(*before);
  std::uint32_t const kind = below(100);
  if (kind < 8) {
    node->causal = deleted_by(*before->causal, replica);
  } else if (kind < 11) {
    auto causal = std::make_shared<Causal>(*before->causal);
    causal->others.push_back({static_cast<std::uint8_t>(below(static_cast<std::uint32_t>(node->info().fields.size()))), Dot{make_replica(6), 1}, Value()});
    node->causal = causal;
  } else {
    std::size_t const count = node->info().fields.size();
    for (std::uint32_t i = 0, edits = 1 + below(2); i < edits; ++i) {
      auto const index = static_cast<std::uint8_t>(below(static_cast<std::uint32_t>(count)));
      FieldInfo const& field = node->info().fields[index];
      field.set(node->data(), value_for(*node, field));
    }
    node->causal = written_by(*before->causal, replica, {});  // brings it back from the trash, too
  }
  return {before, node};
}

ChangeSet RandomEdits::next(Document const& document) {
  ChangeSet changes;
  std::set<Ulid> used;
  for (std::uint32_t i = 0, count = chance(10) ? 1 + below(6) : 1; i < count; ++i) {
    if (known_.empty() || (chance(12) && known_.size() < 260)) {
      changes.records.push_back(create());
      used.insert(changes.records.back().id());
      continue;
    }
    std::uint32_t const at = below(static_cast<std::uint32_t>(known_.size()));
    Known const known = known_[at];
    if (!used.insert(known.id).second) continue;
    if (chance(3)) {
      changes.records.push_back({*document.table(known.type).find(known.id), nullptr});  // its creation is undone
      known_.erase(known_.begin() + at);
    } else {
      changes.records.push_back(change(document, known));
    }
  }
  return changes;
}

}  // namespace rancang::test
