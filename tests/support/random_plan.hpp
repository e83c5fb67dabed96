#pragma once
// Seeded random plans for tests and benchmarks: every record type, references that mostly resolve, texts of Indonesian words.
// Must not know: what is tested with them.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "model/change_set.hpp"
#include "model/document.hpp"

namespace rancang::testing {

class RandomPlan {
 public:
  explicit RandomPlan(std::uint64_t seed) : random_(seed), causal_(created_by(make_replica(seed))) {}

  std::uint64_t number(std::uint64_t below) { return random_() % below; }
  bool chance(unsigned percent) { return number(100) < percent; }
  Ulid next_id() { return make_ulid(1'700'000'000'000 + ++made_, random_(), random_()); }

  std::string words(std::size_t most) {
    static constexpr std::string_view stock[] = {"Pengembangan", "aplikasi", "layanan", "publik", "terpadu", "Peningkatan", "kapasitas", "jaringan", "data", "smart", "governance", "Penyusunan", "dokumen",
                                                 "kebijakan", "desa", "wisata", "UMKM", "é-kinerja", "pelatihan", "lingkungan", "air", "bersih", "2023", "RW 05;", "Dinas", "kota"};
    std::string out;
    for (std::size_t count = 1 + number(most); count > 0; --count) (out += out.empty() ? "" : " ") += stock[number(std::size(stock))];
    return out;
  }

  // A value that the field may hold; references point into `document`, now and then to nothing.
  Value value(Document const& document, FieldInfo const& field) {
    if (chance(25)) return empty(field);
    switch (field.type) {
      case ValueType::text: return std::string(utf8_cut(words(field.rules.prose ? 20 : 7), field.rules.max_length));
      case ValueType::boolean: return chance(50);
      case ValueType::integer: return integer_in(field.rules, -1000, 1000);
      case ValueType::decimal: return Decimal{integer_in(field.rules, -1000, 1000) * micros_per_unit + (field.rules.max < 1000 ? 0 : static_cast<std::int64_t>(number(1'000'000)))};
      case ValueType::money: return Money{integer_in(field.rules, -1'000'000'000, 1'000'000'000)};
      case ValueType::year: return static_cast<Year>(integer_in(field.rules, year_min, year_max));
      case ValueType::date: return Date{static_cast<std::int32_t>(number(30'000))};
      case ValueType::enumeration: return EnumIndex{static_cast<std::uint8_t>(number(field.enumeration->names.size()))};
      case ValueType::reference: return reference(document, field.target);
      case ValueType::references: return references(document, field.target);
      case ValueType::series: return series(field);
      case ValueType::list: return list(document, field);
    }
    return {};
  }

  std::shared_ptr<Node> record(Document const& document, RecordType type) {
    auto node = make_node(type, next_id());
    node->causal = causal_;
    for (FieldInfo const& field : node->info().fields) field.set(node->data(), value(document, field));
    return node;
  }

  // `count` records of every type, `most` action items.
  Document document(std::size_t count, std::size_t most) {
    Document out;
    out.plan_id = next_id();
    for (RecordInfo const& info : record_infos()) {
      std::vector<NodePtr> nodes;
      std::size_t const wanted = info.single ? 1 : info.type == record_type<ActionItem> ? most : count;
      for (std::size_t i = 0; i < wanted; ++i) nodes.push_back(record(out, info.type));
      out.table(info.type).assign(std::move(nodes));
    }
    return out;
  }

  // One random edit: some fields written, a record created, deleted or brought back.
  ChangeSet edit(Document const& document, RecordType type) {
    auto const stored = document.table(type).stored();
    unsigned const kind = static_cast<unsigned>(number(10));
    if (stored.empty() || kind == 0) return {{{nullptr, record(document, type)}}};
    NodePtr const& before = stored[number(stored.size())];
    auto after = clone_node(*before);
    if (kind == 1) {
      after->causal = before->is_alive() ? deleted_by(*before->causal, replica()) : causal_;
    } else {
      std::size_t const field = number(after->info().fields.size());
      after->info().fields[field].set(after->data(), value(document, after->info().fields[field]));
    }
    return {{{before, after}}};
  }

  ReplicaId replica() const { return causal_->base.replica; }

 private:
  static std::string_view utf8_cut(std::string const& text, std::size_t points) {
    static thread_local std::string kept;
    kept = text.substr(0, points);
    while (!kept.empty() && (static_cast<unsigned char>(kept.back()) >= 0x80 || kept.back() == ' ')) kept.pop_back();
    return kept;
  }
  std::int64_t integer_in(Rules const& rules, std::int64_t low, std::int64_t high) {
    low = std::max(low, rules.min), high = std::min(high, rules.max);
    return low + static_cast<std::int64_t>(number(static_cast<std::uint64_t>(high - low) + 1));
  }
  static Value empty(FieldInfo const& field) {
    switch (field.type) {
      case ValueType::text: return std::string();
      case ValueType::boolean: return false;
      case ValueType::integer: return field.optional ? Value() : Value(std::int64_t{0});
      case ValueType::enumeration: return EnumIndex{};
      case ValueType::references: return std::vector<Ulid>();
      case ValueType::series: return SeriesValue{field.element, {}};
      case ValueType::list: return ListValue();
      default: return {};
    }
  }
  Value reference(Document const& document, RecordType target) {
    auto& known = known_[index_of(target)];
    Table const& table = document.table(target);
    if (known.size() != table.size() + table.trash_size()) {
      known.clear();
      table.for_each_stored([&](NodePtr const& node) { known.push_back(node->id); });
    }
    if (known.empty() || chance(3)) return next_id();
    return known[number(known.size())];
  }
  Value references(Document const& document, RecordType target) {
    std::vector<Ulid> ids;
    for (std::size_t count = number(4); count > 0; --count) {
      Ulid const id = *reference(document, target).as<Ulid>();
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return ids;
  }
  Value series(FieldInfo const& field) {
    SeriesValue out{field.element, {}};
    for (Year year = 2023; year <= 2033; ++year) {
      if (!chance(45)) continue;
      std::int64_t raw = static_cast<std::int64_t>(number(5'000)) * 250'000;
      if (field.element == Element::decimal) raw += static_cast<std::int64_t>(number(1'000'000));
      if (field.element == Element::enumeration) raw = static_cast<std::int64_t>(number(field.enumeration->names.size()));
      out.values.emplace_back(year, raw);
    }
    return out;
  }
  Value list(Document const& document, FieldInfo const& field) {
    ListValue out;
    for (std::size_t count = number(3); count > 0; --count) {
      auto& row = out.rows.emplace_back();
      for (FieldInfo const& inner : field.nested->fields) row.push_back(value(document, inner));
    }
    return out;
  }

  std::mt19937_64 random_;
  CausalPtr causal_;
  std::uint64_t made_ = 0;
  std::array<std::vector<Ulid>, record_type_count> known_;  // ids to refer to
};

}  // namespace rancang::testing
